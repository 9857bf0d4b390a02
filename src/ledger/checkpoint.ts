import { refuse } from "#base";
import { fromBase64, toBase64 } from "./base64.ts";
import { fromDecimal } from "./decimal.ts";
import { hashBytes } from "./leaf.ts";

/** The head of a log (C2SP tlog-checkpoint): whose, how many entries, which root. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
};

/** The text of the note: origin, size and base64 root, each on its line. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isOrigin(origin)) malformed(`${JSON.stringify(origin)} is not an origin.`);
  if (!Number.isSafeInteger(size) || size < 0) throw new Error(`A log has no size ${size}.`);
  if (root.length !== hashBytes) throw new Error(`A root has ${hashBytes} bytes, not ${root.length}.`);
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a note. Extension lines are refused: nobody can audit them. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, sizeText, rootText, end, ...rest] = text.split("\n");
  if (end !== "" || rest.length > 0) malformed("It is not exactly the three lines origin, size and root.");
  if (origin === undefined || !isOrigin(origin)) malformed("Its first line is not an origin.");
  const size = fromDecimal(sizeText ?? "");
  if (size === undefined) malformed(`${JSON.stringify(sizeText)} is not a size.`);
  const root = fromBase64(rootText ?? "");
  if (root?.length !== hashBytes) malformed(`${JSON.stringify(rootText)} is not the base64 of a root.`);
  return { origin, size, root };
}

function isOrigin(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text !== "" && text.isWellFormed() && !/[\u0000-\u001f]/.test(text);
}

function malformed(reason: string): never {
  refuse("ledger.checkpoint_malformed", { reason });
}
