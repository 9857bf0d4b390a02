import { officeName, sayWord } from "#i18n";
import {
  type ActId,
  changedFields,
  diffLists,
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
  /** What was answered on the same line of the version before; it does not count here. */
  readonly before: string | undefined;
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
  before: LineWord | undefined,
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
    before: before && sayWord(t, before.answer),
  };
}

// By the pairs of the two versions: what was said of a line that is now another is not shown beside it.
function earlierWords(at: At, list: List): (line: number) => LineWord | undefined {
  const earlier = list.replaces && at.state.lists.lists.get(list.replaces);
  if (!earlier) return () => undefined;
  const words = lineWords(at.state, earlier);
  const pairs = new Map(
    changesOf(at, earlier, list).flatMap((one) =>
      one.kind === "same" ? [[one.after, one.before] as const] : [],
    ),
  );
  return (line) => words.get(pairs.get(line) ?? 0);
}

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

type Diffed = { readonly of: unknown; readonly changes: ReturnType<typeof diffLists> };
const diffed = new WeakMap<object, Diffed>();

function changesOf(at: At, earlier: List, list: List): ReturnType<typeof diffLists> {
  const [old, now] = [rowsOf(at, earlier), rowsOf(at, list)];
  const held = diffed.get(now);
  if (held?.of === old) return held.changes;
  const changes = old.length > 0 && now.length > 0 ? diffLists(old, now) : [];
  diffed.set(now, { of: old, changes });
  return changes;
}

export function listOf({ state }: At, id: string): List | undefined {
  return state.lists.lists.get(id as ActId); // any text is looked up
}

const noRows: readonly (ListRow | undefined)[] = [];

export function rowsOf({ contents }: At, list: List): readonly (ListRow | undefined)[] {
  const content = contents.of(list.digest);
  return content.is === "read" ? content.list.rows : noRows;
}

export function entryOf({ state }: At, list: List) {
  return list.commitment ? known(state, list.id, "list.revealed") : known(state, list.id, "list.submitted");
}
