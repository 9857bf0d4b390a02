import type { SetUpView } from "#api";
import { fromBase64 } from "#ledger";
import { parseAct } from "#record";
import { fingerprintOf } from "#replica";
import { type Role, roles, type SetUpState, stageOf } from "./state.ts";

/** What a head sees of the set-up. All three see the same; a nonce is shown when all three are. */
export function viewOf(state: SetUpState, role: Role): SetUpView {
  const { draft, heads, draws, founding } = state;
  const isDrawn = roles.every((one) => (heads[one].joined?.nonce ?? null) !== null);
  const act = foundingOf(founding);
  return {
    role,
    stage: stageOf(state),
    draft,
    heads: {
      host: headOf(heads.host, isDrawn),
      "party-a": headOf(heads["party-a"], isDrawn),
      "party-b": headOf(heads["party-b"], isDrawn),
    },
    draws,
    order: act?.order ?? null,
    fingerprint: act?.fingerprint ?? "",
  };
}

function headOf(
  { secretHash, joined }: SetUpState["heads"][Role],
  isDrawn: boolean,
): SetUpView["heads"][Role] {
  return {
    invited: secretHash !== null,
    joined: joined && {
      head: joined.head,
      fingerprint: fingerprintOf(bytesOf(joined.head)),
      witness: joined.witness,
      commitment: joined.commitment,
      nonce: isDrawn ? joined.nonce : null,
    },
    revealed: (joined?.nonce ?? null) !== null,
    signed: (joined?.signature ?? null) !== null,
  };
}

function foundingOf(text: string | null) {
  if (text === null) return undefined;
  const bytes = bytesOf(text);
  const parsed = parseAct(bytes);
  if ("problem" in parsed || parsed.act.kind !== "process.opened")
    throw new Error("The text to sign that the set-up keeps is no founding act.");
  return { order: parsed.act.payload.order, fingerprint: fingerprintOf(bytes) };
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (!bytes) throw new Error("The set-up keeps something that is not base64.");
  return bytes;
}
