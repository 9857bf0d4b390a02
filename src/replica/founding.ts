import { type Problem, ProblemError, problem } from "#base";
import { fromBase64, parseVerifierKey, sha256, toHex, verifySignature } from "#ledger";
import { type Act, fold, type PayloadOf, refuseAuthority } from "#record";
import { readEntry } from "./entry.ts";
import type { Source } from "./source.ts";
import { logName } from "./trust.ts";

/** The founding act, verified: everything else chains to it. */
export type Founding = {
  readonly payload: PayloadOf<"process.opened">;
  /**
   * SHA-256 of the founding act's bytes in hex, in groups of eight: printed and signed on paper at the preparatory
   * meeting, it is the one anchor that does not come through the host.
   */
  readonly fingerprint: string;
};

/** Reads and verifies the founding act of a source: the three heads that it names must have signed it. */
export async function readFounding(source: Source): Promise<Founding | { readonly problem: Problem }> {
  const missing = (reason: string) => ({ problem: problem("verify.no_founding", { reason }) });
  for await (const bytes of source.entries("process")) {
    const read = readEntry(0, bytes);
    if ("problem" in read) return missing(read.problem.detail);
    const { entry, head, actBytes } = read;
    if (entry.act.kind !== "process.opened")
      return missing("The first entry of the room process is another act.");
    const keys = head.signatures.map((one) => one.key);
    const refused = refuseAuthority(fold([]).people, entry.act, keys, 0);
    if (refused) return missing(refused.detail);
    const holds = head.signatures.every(({ key, signature }) => {
      const [publicKey, signed] = [fromBase64(key), fromBase64(signature)];
      return publicKey !== undefined && signed !== undefined && verifySignature(publicKey, actBytes, signed);
    });
    if (!holds) return missing("A signature under the founding act does not hold.");
    const act: Act<"process.opened"> = entry.act;
    const wrongLog = refuseLog(act);
    if (wrongLog) return missing(wrongLog);
    return { payload: act.payload, fingerprint: fingerprintOf(actBytes) };
  }
  return missing("The room process is empty or was left out.");
}

// The log's key is named for one host and one process; what it signs is judged by that name.
function refuseLog({ process, payload }: Act<"process.opened">): string | undefined {
  try {
    const { kind, name } = parseVerifierKey(payload.log);
    if (kind === "note" && name === logName(payload.hostName, process)) return undefined;
    return "The key that it names for the log is another host's or another process's.";
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.detail;
    throw error;
  }
}

export function fingerprintOf(bytes: Uint8Array): string {
  return toHex(sha256(bytes)).match(/.{8}/g)?.join(" ") ?? "";
}
