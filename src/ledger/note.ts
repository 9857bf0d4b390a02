import { refuse } from "#base";
import { fromBase64, toBase64 } from "./base64.ts";
import { concatBytes } from "./bytes.ts";
import { isKeyName } from "./note-key.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

/** One signature line: who, by which key, and the bytes after the key's id. */
export type NoteSignature = {
  readonly name: string;
  readonly keyHash: number;
  readonly signature: Uint8Array;
};

/** A note as it stands, nothing verified. The text ends in a newline. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const mostSignatures = 100;
const mostBytes = 1_000_000;
const linePrefix = "— ";

/** Reads a C2SP signed note. One note has one form: `formatNote` gives the same bytes back. */
export function parseNote(bytes: Uint8Array): Note {
  if (bytes.length > mostBytes) malformed(`It has ${bytes.length} bytes; at most ${mostBytes} are read.`);
  const whole = fromUtf8(bytes) ?? malformed("It is not UTF-8.");
  checkCharacters(whole);
  const split = whole.lastIndexOf("\n\n");
  if (split < 0) malformed("There is no blank line before the signatures.");
  if (!whole.endsWith("\n")) malformed("The last line does not end.");
  const lines = whole
    .slice(split + 2)
    .split("\n")
    .slice(0, -1);
  if (lines.length === 0) malformed("There is no signature.");
  if (lines.length > mostSignatures)
    malformed(`It has ${lines.length} signatures; at most ${mostSignatures} are read.`);
  if (new Set(lines).size !== lines.length) malformed("A signature line is repeated.");
  return { text: whole.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}

/** The bytes of a note. */
export function formatNote(note: Note): Uint8Array {
  checkText(note.text);
  if (note.signatures.length === 0) malformed("There is no signature.");
  return toUtf8(`${note.text}\n${note.signatures.map(formatSignatureLine).join("")}`);
}

/** `— name base64(id || signature)` and a newline. */
export function formatSignatureLine({ name, keyHash, signature }: NoteSignature): string {
  const id = new Uint8Array(4);
  new DataView(id.buffer).setUint32(0, keyHash);
  return `${linePrefix}${name} ${toBase64(concatBytes(id, signature))}\n`;
}

/** Reads one signature line without its newline. */
export function parseSignatureLine(line: string): NoteSignature {
  if (!line.startsWith(linePrefix)) malformed("A signature line does not begin with a dash and a space.");
  const [name, text, ...rest] = line.slice(linePrefix.length).split(" ");
  const bytes = fromBase64(text ?? "");
  if (name === undefined || !isKeyName(name) || rest.length > 0)
    malformed("A signature line is not name and base64.");
  if (bytes === undefined || bytes.length < 5)
    malformed(`The signature in the name of ${name} is not base64.`);
  return { name, keyHash: new DataView(bytes.buffer).getUint32(0), signature: bytes.slice(4) };
}

/** Refuses what cannot be the text of a note. */
export function checkText(text: string): void {
  if (!text.endsWith("\n")) malformed("The text does not end in a newline.");
  if (!text.isWellFormed()) malformed("The text has a lone surrogate.");
  checkCharacters(text);
}

function checkCharacters(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) malformed("It has a control character other than newline.");
}

function malformed(reason: string): never {
  refuse("ledger.note_malformed", { reason });
}
