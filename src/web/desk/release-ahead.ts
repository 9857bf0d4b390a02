import { ProblemError } from "#base";
import { signerOf, toBase64 } from "#ledger";
import { type ActId, known, type PayloadOf } from "#record";
import { type Replica, signActWith } from "#replica";

/** The release of a joint communiqué, signed on this device as it will be said at the agreed time. */
export async function releaseAhead(
  replica: Replica,
  payload: unknown,
  capacity: string,
): Promise<PayloadOf<"communique.release_deposited">> {
  const { communique } = payload as { readonly communique: ActId }; // as the page of joint communiqués names it
  const { versions, releaseAt } = known(replica.state, communique, "communique.tabled").act.payload;
  const { device } = replica;
  if (!device || releaseAt === undefined) throw new Error("Nothing can be signed ahead here.");
  const release = { room: "public", kind: "communique.released", payload: { communique, versions } } as const;
  const composed = replica.compose({ ...release, capacity, saidAt: releaseAt });
  if (!("act" in composed)) throw new ProblemError(composed.problem);
  const { act, signatures } = await signActWith(composed.act, [await signerOf(device.key)]);
  const [signature] = signatures;
  if (!signature) throw new Error("An act was signed by nobody.");
  return { communique, act: toBase64(act), ...signature };
}
