import { officeName, sayWord } from "#i18n";
import {
  changedFields,
  isSignedBy,
  known,
  type LineAnswer,
  type LineWord,
  type List,
  type ListRow,
  lineAnswer,
  lineReason,
  lineWords,
  nameIn,
  rowFields,
  sideOf,
  versionsOf,
  writtenIn,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { type ListLine, lineOf, opensOf } from "./all-query.ts";
import { changesOf, type EarlierLine, earlierLines } from "./earlier-lines.ts";
import { listOf, rowsOf } from "./rows-of.ts";

type Choice = { readonly value: string; readonly label: string };

/** One version of a list. */
export type ListModel = ListLine & {
  readonly said: Said;
  readonly versionsAll: readonly { readonly id: string; readonly said: Said; readonly isThis: boolean }[];
  readonly content: "read" | "loading" | "absent" | "unreadable";
  /** Lines that are not of the form, and lines that are there beyond those announced or missing from them. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
  readonly found: number | undefined;
  readonly opens: "yes" | "no" | "not_known" | undefined;
  readonly answersRead: number;
  readonly mayAnswer: boolean;
  readonly maySign: boolean;
  readonly mayReplace: boolean;
  readonly mayCompare: boolean;
  readonly isSignedHere: boolean;
  readonly choices: { readonly answers: readonly Choice[]; readonly reasons: readonly Choice[] };
  readonly missing: readonly OwedLine[];
};

export const oneList: Query<string, ListModel | undefined> = (at, id) => {
  const { state, office, t, contents } = at;
  const list = listOf(at, id);
  if (!list) return undefined;
  const side = sideOf(office);
  const content = contents.of(list.digest);
  const answersRead = list.answers.length;
  const choices = (all: readonly string[]) => all.map((value) => ({ value, label: sayWord(t, value) }));
  const blob = { digest: "0".repeat(64), bytes: 1, mediaType: "x", rows: 1 };
  return {
    ...lineOf(at, list, 0),
    said: saidOf(at, entryOf(at, list)),
    versionsAll: versionsOf(state, list.id).map((one) => ({
      id: one.id,
      said: saidOf(at, entryOf(at, one)),
      isThis: one.id === list.id,
    })),
    content: content.is,
    faults: content.is === "read" ? content.list.faults.slice(0, 50) : [],
    found: content.is === "read" ? content.list.rows.length : undefined,
    opens: opensOf(at, list.id),
    answersRead,
    mayAnswer: mayNow(at, "exchange", "list.lines_answered", {
      list: list.id,
      answers: [{ line: 1, answer: "no_information" }],
    }),
    maySign: mayNow(at, "exchange", "list.version_signed", { list: list.id, answersRead }),
    mayReplace: mayNow(at, "exchange", "list.submitted", {
      kind: list.kind,
      title: "x",
      content: blob,
      replaces: list.id,
    }),
    mayCompare: side !== undefined,
    isSignedHere: side !== undefined && isSignedBy(list, side),
    choices: { answers: choices(lineAnswer.options), reasons: choices(lineReason.options) },
    missing: owedOn(at, list.id),
  };
};

/** What the lines are narrowed to. Words narrow a list of one's own side alone: no name of the other side is searched for. */
export type LineFilter = { readonly answer: LineAnswer | "no_answer" | ""; readonly words: string };

export type LineRow = {
  readonly line: number;
  readonly name: string;
  /** The other fields as written, by their names in the form. */
  readonly cells: readonly { readonly field: keyof ListRow; readonly written: string }[];
  readonly isUnreadable: boolean;
  readonly answer: string | undefined;
  readonly answerBy: string | undefined;
  readonly reason: string | undefined;
  readonly words: string | undefined;
  readonly corrected: readonly { readonly field: string; readonly written: string }[];
  /** Of the version before, where this answer was taken over from it. */
  readonly takenFrom: number | undefined;
  /** What was answered on this line in an earlier version; it does not count here. */
  readonly before:
    | {
        readonly answer: string;
        readonly version: number;
        readonly line: number;
        readonly isChanged: boolean;
      }
    | undefined;
};

export type LinesArgs = {
  readonly list: string;
  readonly filter: LineFilter;
  readonly from: number;
  readonly count: number;
};
export type LinesModel = { readonly total: number; readonly rows: readonly LineRow[] };

const longestWindow = 300;

export const listLines: Query<LinesArgs, LinesModel | undefined> = (
  at,
  { list: id, filter, from, count },
) => {
  const list = listOf(at, id);
  if (!list) return undefined;
  const words = lineWords(at.state, list);
  const rows = rowsOf(at, list);
  const before = earlierWords(at, list);
  const lines = Array.from({ length: Math.max(list.lines, rows.length) }, (_, i) => i + 1).filter((line) =>
    passes(at, list, filter, rows[line - 1], words.get(line)),
  );
  const end = from + Math.min(count, longestWindow);
  return {
    total: lines.length,
    rows: lines
      .slice(from, end)
      .map((line) => rowModel(at, line, rows[line - 1], words.get(line), before(line))),
  };
};

/** The lines from one on that have no answer yet: at most so many as one act answers. */
export const unansweredLines: Query<string, readonly number[]> = (at, id) => {
  const list = listOf(at, id);
  if (!list) return [];
  const words = lineWords(at.state, list);
  const open: number[] = [];
  for (let line = 1; line <= list.lines && open.length < 100; line++) if (!words.has(line)) open.push(line);
  return open;
};

function passes(
  { office }: At,
  list: List,
  { answer, words }: LineFilter,
  row: ListRow | undefined,
  word: LineWord | undefined,
): boolean {
  if (answer !== "" && (word?.answer ?? "no_answer") !== answer) return false;
  if (words === "" || sideOf(office) !== list.side) return true;
  const text = rowFields.map((field) => (row ? (writtenIn(row, field) ?? "") : "")).join("\n");
  return text.toLocaleLowerCase().includes(words.toLocaleLowerCase());
}

function rowModel(
  { state, t }: At,
  line: number,
  row: ListRow | undefined,
  word: LineWord | undefined,
  before: EarlierWord | undefined,
): LineRow {
  return {
    line,
    name: (row && nameIn(row)) ?? "",
    cells: rowFields.flatMap((field) => {
      const written = row && writtenIn(row, field);
      const isName =
        field === "surname" || field === "given" || field === "patronymic" || field === "written";
      return written === undefined || isName ? [] : [{ field, written }];
    }),
    isUnreadable: row === undefined,
    answer: word && sayWord(t, word.answer),
    answerBy: word && officeName(t, state, word.by.act.by.office),
    reason: word?.reason && sayWord(t, word.reason),
    words: word?.words,
    corrected: Object.entries(word?.corrected ?? {}).flatMap(([field, written]) =>
      written === undefined ? [] : [{ field, written }],
    ),
    takenFrom: word?.from,
    before: before && {
      answer: sayWord(t, before.answer),
      version: before.version,
      line: before.line,
      isChanged: before.changed.length > 0,
    },
  };
}

// The nearest earlier version in which the same line has an answer: it is shown, and counts for nothing here.
function earlierWords(at: At, list: List): (line: number) => EarlierWord | undefined {
  if (!list.replaces) return () => undefined;
  const words = new Map(
    versionsOf(at.state, list.id).map((one) => [one.id as string, lineWords(at.state, one)]),
  );
  return (line) => {
    for (const one of earlierLines(at, { list: list.id, line })) {
      const word = words.get(one.list)?.get(one.line);
      if (word) return { ...one, answer: word.answer };
    }
    return undefined;
  };
}

type EarlierWord = EarlierLine & { readonly answer: LineAnswer };

/** Answers of the version before that an office could take over: to lines that have none here. */
export type TakeOver = {
  readonly n: number;
  readonly runs: readonly { readonly from: number; readonly line: number; readonly lines: number }[];
};

const mostRuns = 1_000;

/** Of the lines that are chosen, or else of all that are wholly the same as in the version before. */
export const takeOver: Query<{ readonly list: string; readonly lines: readonly number[] }, TakeOver> = (
  at,
  { list: id, lines },
) => {
  const list = listOf(at, id);
  const earlier = list?.replaces && listOf(at, list.replaces);
  if (!list || !earlier) return { n: 0, runs: [] };
  const [said, words] = [lineWords(at.state, list), lineWords(at.state, earlier)];
  const chosen = new Set(lines);
  const runs: { from: number; line: number; lines: number }[] = [];
  for (const one of changesOf(at, earlier, list)) {
    if (one.kind !== "same" && one.kind !== "changed") continue;
    if (chosen.size > 0 ? !chosen.has(one.after) : one.kind !== "same") continue;
    if (said.has(one.after) || !words.has(one.before)) continue;
    const last = runs.at(-1);
    if (last && last.line + last.lines === one.after && last.from + last.lines === one.before) last.lines++;
    else if (runs.length === mostRuns) break;
    else runs.push({ from: one.before, line: one.after, lines: 1 });
  }
  return { n: runs.reduce((n, { lines: more }) => n + more, 0), runs };
};

/** What is new in a version against the one that it replaces. */
export type ChangesModel = {
  readonly before: string;
  readonly same: number;
  readonly changes: readonly {
    readonly kind: "changed" | "added" | "removed";
    readonly line: number;
    readonly name: string;
    readonly fields: readonly {
      readonly field: keyof ListRow;
      readonly before: string | undefined;
      readonly after: string | undefined;
    }[];
  }[];
  readonly more: number;
};

const mostChanges = 500;

export const listChanges: Query<string, ChangesModel | undefined> = (at, id) => {
  const list = listOf(at, id);
  const earlier = list?.replaces && at.state.lists.lists.get(list.replaces);
  if (!list || !earlier) return undefined;
  const [old, now] = [rowsOf(at, earlier), rowsOf(at, list)];
  const all = changesOf(at, earlier, list);
  const changes = all.flatMap((one) => {
    if (one.kind === "same") return [];
    const [before, after] = [
      "before" in one ? old[one.before - 1] : undefined,
      "after" in one ? now[one.after - 1] : undefined,
    ];
    const shown = after ?? before;
    const fields = one.kind === "changed" ? changedFields(before ?? {}, after ?? {}) : [];
    return [
      {
        kind: one.kind,
        line: "after" in one ? one.after : one.before,
        name: (shown && nameIn(shown)) ?? "",
        fields: fields.map((field) => ({
          field,
          before: before && writtenIn(before, field),
          after: after && writtenIn(after, field),
        })),
      },
    ];
  });
  return {
    before: earlier.id,
    same: all.length - changes.length,
    changes: changes.slice(0, mostChanges),
    more: Math.max(0, changes.length - mostChanges),
  };
};

export function entryOf({ state }: At, list: List) {
  return list.commitment ? known(state, list.id, "list.revealed") : known(state, list.id, "list.submitted");
}
