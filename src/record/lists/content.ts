import { z } from "zod";
import { bytes32 } from "../act/act.ts";
import { canonicalBytes } from "../act/bytes.ts";
import { type ListRow, listRow } from "./row.ts";

/** The first line of a list's content; the secret is there once a commitment is revealed. */
const head = z.strictObject({ form: z.literal("parley-list/v1"), secret: bytes32.optional() });

export const listMedia = "application/x-parley-list";

/** What a list's bytes hold. A line that cannot be read keeps its number: nobody's line moves. */
export type ListContent = {
  readonly secret: string | undefined;
  /** Line 1 is first; undefined where the line is not of the form. */
  readonly rows: readonly (ListRow | undefined)[];
  /** Lines that are not of the form, and why. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
};

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const newline = 10;

/** The bytes of a list: canonical JSON, one line a person, after a head. */
export function writeList(rows: readonly ListRow[], secret?: string): Uint8Array {
  const lines = [{ form: "parley-list/v1", ...(secret === undefined ? {} : { secret }) }, ...rows];
  return joined(lines.map(canonicalBytes));
}

/** One row's canonical bytes: what a commitment binds to. */
export function rowBytes(row: ListRow): Uint8Array {
  return canonicalBytes(row);
}

/** Reads a list's bytes; undefined where they are no list at all. */
export function readList(bytes: Uint8Array): ListContent | undefined {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return undefined; // not UTF-8: no list
  }
  if (!text.endsWith("\n")) return undefined;
  const [first = "", ...lines] = text.slice(0, -1).split("\n");
  const read = head.safeParse(parsed(first));
  if (!read.success || !isCanonical(first, read.data)) return undefined;
  const rows: (ListRow | undefined)[] = [];
  const faults: { line: number; reason: string }[] = [];
  for (const [i, line] of lines.entries()) {
    const row = listRow.safeParse(parsed(line));
    if (row.success && isCanonical(line, row.data)) rows.push(row.data);
    else {
      rows.push(undefined);
      const issue = row.error?.issues[0];
      faults.push({
        line: i + 1,
        reason: issue ? `${issue.path.join(".")}: ${issue.message}` : "not in canonical form",
      });
    }
  }
  return { secret: read.data.secret, rows, faults };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // no JSON: not of the form
  }
}

function isCanonical(line: string, data: unknown): boolean {
  return new TextDecoder().decode(canonicalBytes(data)) === line;
}

function joined(lines: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(lines.reduce((sum, one) => sum + one.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
    bytes[at++] = newline;
  }
  return bytes;
}
