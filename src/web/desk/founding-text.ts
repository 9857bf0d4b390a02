import type { SetUpView } from "#api";
import { ProblemError } from "#base";
import { describeAct, officeName, sayFields, type Translate } from "#i18n";
import { fromBase64, parseVerifierKey } from "#ledger";
import { type Act, epochMs, fold, parseAct, partyOf, principals } from "#record";
import { drawnOrder, fingerprintOf, logName, opensLot } from "#replica";
import type { HeldHead } from "./held-head.ts";
import type { FoundingText, SetUpRole } from "./set-up-model.ts";

type Opened = Act<"process.opened">;

/** Reads the bytes that are to be signed, and compares them with what this head's browser knows by itself. */
export function foundingText(
  t: Translate,
  bytes: Uint8Array,
  view: SetUpView,
  held: HeldHead | undefined,
): FoundingText {
  const parsed = parseAct(bytes);
  if ("problem" in parsed) throw new ProblemError(parsed.problem);
  const { act } = parsed;
  if (act.kind !== "process.opened") throw new Error(`What is to be signed is another act: ${act.kind}.`);
  // read as the record will stand once it is founded, so that the parties have their names
  const state = fold([{ seq: 0, act, receivedAt: epochMs(act.saidAt), roster: 0 }]);
  const fingerprint = fingerprintOf(bytes);
  return {
    fingerprint,
    headline: describeAct(t, state, act),
    id: act.id,
    process: act.process,
    saidAt: epochMs(act.saidAt),
    fields: sayFields(t, state, act, (key) => fingerprintOf(bytesOf(key))),
    first: officeName(t, state, partyOf(act.payload.order[0])),
    checks: [
      { what: "fingerprint", holds: fingerprint === view.fingerprint },
      { what: "key", holds: held !== undefined && headsIn(act)[view.role] === held.publicKey },
      { what: "keys", holds: hasKeysSeen(act, view, held) },
      { what: "order", holds: hasDrawnOrder(act, view, held) },
      { what: "log", holds: isLogOfProcess(act) },
    ],
  };
}

function headsIn({ payload: { host, parties } }: Opened): Readonly<Record<SetUpRole, string>> {
  return { host: host.head, "party-a": parties.a.head, "party-b": parties.b.head };
}

// As they were when this head showed his nonce; where another browser did that, as they are said to be now.
function givenTo(view: SetUpView, held: HeldHead | undefined, role: SetUpRole) {
  const seen = held?.seen?.draw === view.draws ? held.seen.given : undefined;
  return seen?.[role] ?? view.heads[role].joined ?? undefined;
}

function hasKeysSeen(act: Opened, view: SetUpView, held: HeldHead | undefined): boolean {
  const heads = headsIn(act);
  return principals.every((role) => heads[role] === givenTo(view, held, role)?.head);
}

/** The lot is drawn again here, from the nonces that open what each head had committed himself to. */
function hasDrawnOrder(act: Opened, view: SetUpView, held: HeldHead | undefined): boolean {
  const [host, a, b] = principals.map((role) => {
    const head = headsIn(act)[role];
    const nonce = view.heads[role].joined?.nonce ?? undefined;
    const commitment = givenTo(view, held, role)?.commitment;
    return nonce !== undefined && commitment !== undefined && opensLot(commitment, { head, nonce })
      ? { head, nonce }
      : undefined;
  });
  return host !== undefined && a !== undefined && b !== undefined
    ? drawnOrder(host, a, b).join() === act.payload.order.join()
    : false;
}

function isLogOfProcess({ process, payload }: Opened): boolean {
  try {
    const { kind, name } = parseVerifierKey(payload.log);
    return kind === "note" && name === logName(payload.hostName, process);
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

function bytesOf(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array(); // the act's form has been checked
}
