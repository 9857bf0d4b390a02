import { type Problem, ProblemError, problem, refuse } from "#base";
import { fromBase64, toBase64 } from "./base64.ts";
import { concatBytes } from "./bytes.ts";
import { type CosignedCheckpoint, openCheckpoint, type Trust } from "./cosigned-checkpoint.ts";
import { fromDecimal } from "./decimal.ts";
import { hashBytes, leafHash } from "./leaf.ts";
import { longestProof, verifyInclusion } from "./proof.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

/** That an entry stands in a log, provable without a network (C2SP tlog-proof). */
export type Receipt = {
  /** Anything the application wants to travel along, not empty. It is not signed: never trust it. */
  readonly extra?: Uint8Array;
  readonly index: number;
  /** Inclusion proof, the leaf's sibling first. */
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, byte for byte. */
  readonly checkpoint: Uint8Array;
};

export type ReceiptVerdict =
  | ({ readonly kind: "included"; readonly index: number } & CosignedCheckpoint)
  | { readonly kind: "refused"; readonly problem: Problem };

const header = "c2sp.org/tlog-proof@v1";
const extraPrefix = "extra ";
const indexPrefix = "index ";

/** The content of a `.tlog-proof` file. */
export function formatReceipt({ extra, index, proof, checkpoint }: Receipt): Uint8Array {
  if (extra?.length === 0) throw new Error("Leave out an empty extra.");
  if (!Number.isSafeInteger(index) || index < 0) throw new Error(`A log has no index ${index}.`);
  const lines = [
    header,
    ...(extra === undefined ? [] : [extraPrefix + toBase64(extra)]),
    indexPrefix + index,
    ...proof.map(toBase64),
  ];
  return concatBytes(toUtf8(`${lines.join("\n")}\n\n`), checkpoint);
}

/** Reads the form alone; the checkpoint stays as it is. One receipt has one form. */
export function parseReceipt(bytes: Uint8Array): Receipt {
  const blank = blankLine(bytes);
  const lines = fromUtf8(bytes.subarray(0, blank))?.split("\n") ?? malformed("It is not UTF-8.");
  if (lines.shift() !== header) malformed(`Its first line is not ${header}.`);
  const extra = lines[0]?.startsWith(extraPrefix)
    ? fromBase64(lines.shift()?.slice(extraPrefix.length) ?? "")
    : null;
  if (extra === undefined || extra?.length === 0) malformed("Its extra is not base64 of at least one byte.");
  const indexLine = lines.shift() ?? "";
  const index = indexLine.startsWith(indexPrefix)
    ? fromDecimal(indexLine.slice(indexPrefix.length))
    : undefined;
  if (index === undefined) malformed("It has no index.");
  if (lines.length > longestProof)
    malformed(`It has ${lines.length} hashes; at most ${longestProof} are read.`);
  const proof = lines.map((line) => {
    const hash = fromBase64(line);
    return hash?.length === hashBytes ? hash : malformed("A line of its proof is not the base64 of a hash.");
  });
  const checkpoint = bytes.slice(blank + 2);
  return extra === null ? { index, proof, checkpoint } : { extra, index, proof, checkpoint };
}

/** Does the receipt prove that these exact bytes stand in the log? Without a network, total. */
export function verifyReceipt(receipt: Uint8Array, entry: Uint8Array, trust: Trust): ReceiptVerdict {
  try {
    const { index, proof, checkpoint: note } = parseReceipt(receipt);
    const opened = openCheckpoint(note, trust);
    const { size, root } = opened.checkpoint;
    return verifyInclusion(leafHash(entry), index, size, proof, root)
      ? { kind: "included", index, ...opened }
      : { kind: "refused", problem: problem("ledger.receipt_unproven", { index, size }) };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: "refused", problem: error.problem };
    throw error; // a bug, not a bad receipt
  }
}

/** Where the first blank line begins: the newline that ends the line before it. */
function blankLine(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1))
    if (bytes[at + 1] === 10) return at;
  return malformed("There is no blank line before the checkpoint.");
}

function malformed(reason: string): never {
  refuse("ledger.receipt_malformed", { reason });
}
