import { z } from "zod";
import { actId, bytes32 } from "../act/act.ts";
import { canonicalBytes } from "../act/bytes.ts";
import { line } from "../act/text.ts";
import { listKind } from "./acts.ts";
import { listRow } from "./row.ts";

/** One line of a committed list, and what shows that it was on it; nothing of any other line, and no salt but its own. */
const rowProofFile = z.strictObject({
  form: z.literal("parley-row-proof/v1"),
  commitment: actId,
  process: line(),
  side: z.enum(["a", "b"]),
  kind: listKind,
  round: line(120),
  root: bytes32,
  height: z.int().min(6).max(17),
  row: listRow,
  salt: bytes32,
  index: z.int().nonnegative(),
  path: z.array(bytes32).max(17),
});
export type RowProofFile = z.infer<typeof rowProofFile>;

export function writeRowProof(proof: Omit<RowProofFile, "form">): Uint8Array {
  return canonicalBytes({ form: "parley-row-proof/v1", ...proof });
}

/** Reads a proof's file; undefined where it is none. Whether it holds is another matter. */
export function readRowProof(bytes: Uint8Array): RowProofFile | undefined {
  try {
    return rowProofFile.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined; // no JSON: no proof
  }
}
