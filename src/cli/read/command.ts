import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { refuse } from "#base";
import { translator } from "#i18n";
import { type Draft, languages, longestText, type Process, read, readPointed, recordOf } from "#reader";
import { askSecond, type Endpoint, endpointOf, nameOf } from "#second-reader";
import type { Common } from "../context.ts";
import { languageOf } from "../language.ts";
import { standardOutput } from "../output.ts";
import { readProcess } from "./read-process.ts";
import { sayDraft } from "./say-draft.ts";

type ReadFlags = Common & {
  readonly date?: string;
  readonly parties?: string;
  readonly of?: string;
  readonly second?: string;
};

/** `parley read FILE --date DAY`: a report as draft entries, each with the words that it stands on. Nothing is recorded. */
export async function readCommand(path: string, options: ReadFlags): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const { date, of } = options;
  if (!isDay(date)) return refuse("reader.date", {});
  if (of !== undefined && !languages.includes(of)) refuse("reader.language", { known: languages.join(", ") });
  const known = options.parties === undefined ? {} : readProcess(options.parties);
  const endpoint = options.second === undefined ? undefined : secondAt(options.second);
  const text = readText(path);
  const own = read(text, { reportDate: date, lang: of, process: known });
  let draft = own;
  if (endpoint) {
    process.stderr.write(`${t("read.second_to", { to: nameOf(endpoint) })}\n`);
    const second = await readSecond(text, own, known, endpoint);
    const { dropped, count } = second;
    process.stderr.write(`${t("read.second", { to: nameOf(endpoint), count, dropped })}\n`);
    draft = second.draft;
  }
  out.data(recordOf(draft, path === "-" ? "-" : basename(path).replace(/\.[^.]*$/, "")));
  sayDraft(out, t, draft, text, path);
}

function secondAt(address: string): Endpoint {
  const { PARLEY_SECOND_READER_MODEL: model, PARLEY_SECOND_READER_KEY: key } = process.env;
  return endpointOf(address, model, key);
}

/** The draft with the second reader's entries after its own, told apart by their rule. */
async function readSecond(text: string, own: Draft, known: Process, endpoint: Endpoint) {
  const { pointed, unformed } = await askSecond(text, { parties: own.parties, ...known }, endpoint);
  const { draft: second, dropped } = readPointed(text, own, pointed);
  const classes = ["meetings", "people", "statements", "proposals", "agreements", "events", "media"] as const;
  const both = Object.fromEntries(classes.map((one) => [one, [...own[one], ...second[one]]]));
  const count = classes.reduce((sum, one) => sum + second[one].length, 0);
  return { draft: { ...own, ...both } as Draft, dropped: dropped + unformed, count }; // each class with its own
}

function isDay(day: string | undefined): day is string {
  return (
    day !== undefined &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    Number.isFinite(Date.parse(day)) &&
    new Date(Date.parse(day)).toISOString().startsWith(day)
  );
}

/** UTF-8 with or without a byte order mark; anything else is refused, and so is what no report is as long as. */
function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    return refuse("reader.not_text", {
      path,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  // at most three bytes make a UTF-16 unit
  if (bytes.length > 3 * longestText)
    return refuse("reader.too_long", { path, length: bytes.length, most: longestText });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("reader.not_text", { path, reason: "it is not written in UTF-8." });
  }
  if (text.includes("\0")) return refuse("reader.not_text", { path, reason: "it has zero bytes in it." });
  if (text.length > longestText)
    return refuse("reader.too_long", { path, length: text.length, most: longestText });
  return text;
}
