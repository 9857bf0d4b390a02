import type { z } from "zod";
import type { contract } from "#api";
import type { Problem } from "#base";
import { type SaidField, sayEntry, sayFields } from "#i18n";
import type { Act, ReportEntry } from "#record";
import type { KeptReport } from "../views/reading/kept-report.ts";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { remember, remembered } from "./memory.ts";
import type { Refusal } from "./protocol.ts";
import { refusalIn } from "./refusal.ts";

// A report's text is kept on this device: the record names it by its digest. It is sent to a second reader alone, when
// a person says so.

const keptReport: Action<undefined, KeptReport | undefined> = async (desk) =>
  (await remembered(placeOf(desk))) as KeptReport | undefined; // as keepReport left it

const keepReport: Action<KeptReport | undefined, void> = (desk, report) => remember(placeOf(desk), report);

/** An entry in the reader's language: one line, and field by field as it will be read before it is signed. */
export type EntryWords = { readonly line: string; readonly fields: readonly SaidField[] };

const sayEntries: Action<readonly ReportEntry[], readonly EntryWords[]> = async (desk, entries) => {
  const at = desk.at();
  if (!at) throw new Error("No copy of the record is open.");
  const { t, state } = at;
  return entries.map((entry) => {
    // only what it says is looked at
    const act = { kind: "report.entry_noted", refs: [], payload: { entry } } as unknown as Act;
    return { line: sayEntry(t, state, entry), fields: sayFields(t, state, act) };
  });
};

const sayReaderProblem: Action<Problem, Refusal> = async (desk, problem) => refusalIn(desk.t, problem);

export type SecondAnswer = z.output<(typeof contract)["askSecondReader"]["answer"]>;

/** Whom the host would send a text to for a second reading; null where it asks nobody. */
const secondReader: Action<undefined, string | null> = async ({ client }) =>
  (await client.call("readSecondReader")).to;

const askSecondReader: Action<string, SecondAnswer> = ({ client }, text) =>
  client.call("askSecondReader", { bytes: new TextEncoder().encode(text) });

function placeOf(desk: Desk): string {
  if (!desk.session) throw new Error("No copy of the record is open.");
  const { process, office } = desk.session.known;
  return `reading ${process} ${office}`;
}

export const readingActions = {
  keptReport,
  keepReport,
  sayEntries,
  sayReaderProblem,
  secondReader,
  askSecondReader,
} as const;
