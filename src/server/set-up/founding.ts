import type { SetUpDraft } from "#api";
import { ProblemError } from "#base";
import { emptyRoot, formatVerifierKey, noteVerifier } from "#ledger";
import { type Act, canonicalBytes, emptyState, partyOf, refuseAct } from "#record";
import { composeAct, drawnOrder, logName } from "#replica";
import type { Joined, PerRole } from "./state.ts";

/** A head who has joined and shown his nonce. */
export type Ready = Pick<Joined, "head" | "witness"> & { readonly nonce: string };

/** What a founding act is made of. Nothing else comes into it. */
export type Parts = {
  readonly draft: SetUpDraft;
  readonly heads: PerRole<Ready>;
  /** The public key that signs the logs, 32 bytes. */
  readonly logKey: Uint8Array;
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
};

/** In what capacity a head speaks. */
export const headTitle = "head of office";

/** The handle under which a head acts and is invited. */
export function memberOf(office: string): string {
  return `${office}-head`;
}

/** The founding act of a set-up, judged as the registry will judge it; pure. */
export function composeFounding({ draft, heads, logKey, id, at }: Parts): Act {
  const { process, host, parties, heads: others, ...rest } = draft;
  const { host: ofHost, "party-a": ofA, "party-b": ofB } = heads;
  const order = drawnOrder(ofHost, ofA, ofB);
  const witnesses = (["host", ...order.map(partyOf)] as const).flatMap((office) => {
    const { witness } = heads[office];
    return witness === null ? [] : [{ office, key: witness }];
  });
  const payload = {
    ...rest,
    host: { ...host, head: ofHost.head },
    parties: { a: { ...parties.a, head: ofA.head }, b: { ...parties.b, head: ofB.head } },
    order,
    heads: others,
    log: logOf(draft, logKey),
    witnesses,
    demonstration: false,
  };
  const composed = composeAct(
    {
      room: "process",
      kind: "process.opened",
      payload,
      capacity: headTitle,
      saidAt: new Date(at).toISOString(),
      id,
    },
    { process, office: "host", member: memberOf("host") },
    { size: 0, root: emptyRoot() },
  );
  if ("problem" in composed) throw new ProblemError(composed.problem);
  const refused = refuseAct(emptyState(), composed.act, at);
  if (refused) throw new ProblemError(refused);
  return composed.act;
}

export function foundingBytes(parts: Parts): Uint8Array {
  return canonicalBytes(composeFounding(parts));
}

function logOf({ hostName, process }: SetUpDraft, logKey: Uint8Array): string {
  return formatVerifierKey(noteVerifier(logName(hostName, process), logKey));
}
