import { refuse } from "#base";
import { lowered } from "../names/letters.ts";
import { forgetWords } from "../names/word.ts";
import { plainCode, plainUnit } from "../values/codes.ts";
import { dateValues, readDate, type WrittenDate } from "../values/date-values.ts";
import { type Field, type FieldData, rowsOf } from "../values/field.ts";
import { nameValues } from "../values/name-values.ts";
import { placeValues } from "../values/places.ts";
import { rankStep } from "../values/ranks.ts";
import { Words } from "../values/words.ts";
import { type Layout, layoutOf } from "./layout.ts";
import type { ListInput } from "./list-input.ts";
import { type NameCells, readNames } from "./name-cells.ts";
import { type Mapping, plainHeading, type Role, type RoleOfColumn } from "./roles.ts";

/** All records of all lists behind one another, as fields of numbered values. */
export type Records = Layout & {
  readonly count: number;
  readonly fields: readonly Field[];
  /** The cells of all fields record by record. */
  readonly rows: Uint32Array;
  /** For each list as given the column that holds the ids, or -1 where rows are counted. */
  readonly idColumns: readonly number[];
};

const latestBirth = 2012;
const latestSeen = 2069;

/** The records of fields that were read: names first. */
export function recordsOf(given: readonly ListInput[], layout: Layout, fields: readonly Field[]): Records {
  if (fields.length === 0)
    refuse("lists.columns", {
      path: given.map(({ name }) => name).join(", "),
      reason: "no column says the same of persons on two lists. Give headings roles with --map.",
    });
  const count = layout.listStarts.at(-1)!;
  const idColumns = layout.roles.map((list) => list.findIndex(({ role }) => role === "id"));
  return { ...layout, count, fields, rows: rowsOf(fields, count), idColumns };
}

/** Reads the columns of all lists into fields. */
export function readRecords(given: readonly ListInput[], mapping: Mapping): Records {
  const layout = layoutOf(given, mapping);
  return recordsOf(given, layout, [...nameFields(given, layout), ...otherFields(given, layout)]);
}

// a field that fewer lists have is left out
function listsNeeded(given: readonly ListInput[]): number {
  return given.length > 1 ? 2 : 1;
}

/** The fields of names. */
export function nameFields(
  given: readonly ListInput[],
  { order, listStarts, roles }: Layout,
): readonly Field[] {
  const names = readNames(
    order.map((i) => given[i]!),
    order.map((i) => roles[i]!),
  );
  const fields = ([0, 1, 2] as const).map((part) => nameField(names, part, listStarts, listsNeeded(given)));
  forgetWords();
  return fields.filter((field) => field !== undefined);
}

/** All other fields. */
export function otherFields(
  given: readonly ListInput[],
  { order, listStarts, roles }: Layout,
): readonly Field[] {
  const lists = order.map((i) => given[i]!);
  const fields: Field[] = [];
  const columnsOf = otherColumns(
    lists,
    order.map((i) => roles[i]!),
  );
  for (const { name, role, columns } of columnsOf) {
    if (columns.filter((column) => column >= 0).length < listsNeeded(given)) continue;
    const { data, cells, classes } = valuesOf(role, lists, columns, listStarts);
    fields.push(counted(name, data, cells, classes));
  }
  return fields;
}

function nameField(
  names: NameCells,
  part: 0 | 1 | 2,
  listStarts: readonly number[],
  needed: number,
): Field | undefined {
  const cells = names.cells[part];
  let lists = 0;
  for (let list = 0; list + 1 < listStarts.length; list++)
    if (cells.subarray(listStarts[list], listStarts[list + 1]).some((value) => value !== 0)) lists++;
  if (lists < needed || cells.length === 0) return undefined;
  const values = nameValues(names.texts[part].list, part);
  const name = (["family", "given", "patronymic"] as const)[part];
  return counted(name, { kind: "name", part, names: values }, cells, values.classes);
}

function counted(name: string, data: FieldData, cells: Uint32Array, classes: Uint32Array): Field {
  let most = 0;
  for (const one of classes) if (one > most) most = one;
  const counts = new Uint32Array(most + 1);
  for (const value of cells) if (value !== 0) counts[classes[value]!]!++;
  return { name, data, cells, classes, counts };
}

// columns of one role, or texts of one heading, of all lists; -1 where a list has none
function otherColumns(lists: readonly ListInput[], roles: readonly (readonly RoleOfColumn[])[]) {
  const found = new Map<string, { name: string; role: Role; columns: number[] }>();
  roles.forEach((list, at) => {
    list.forEach(({ heading, role }, column) => {
      if (["id", "ignore", "family", "given", "patronymic", "full"].includes(role)) return;
      const name = role === "text" || role === "date" ? plainHeading(heading) : role;
      const known = found.get(name) ?? { name, role, columns: lists.map(() => -1) };
      known.columns[at] = column;
      found.set(name, known);
    });
  });
  // the order must not depend on which list came first
  return [...found.values()].toSorted((x, y) => (x.name < y.name ? -1 : 1));
}

type Made = { readonly data: FieldData; readonly cells: Uint32Array; readonly classes: Uint32Array };

function valuesOf(
  role: Role,
  lists: readonly ListInput[],
  columns: readonly number[],
  listStarts: readonly number[],
): Made {
  const count = listStarts.at(-1)!;
  const words = new Words();
  const cells = new Uint32Array(count);
  const plain = plainerOf(role);
  lists.forEach((list, at) => {
    const column = list.columns[columns[at]!];
    if (column === undefined) return;
    const numbers = column.values.map((value) => words.number(value === "" ? "" : plain(value)));
    const start = listStarts[at]!;
    for (let row = 0; row < list.rows; row++) cells[start + row] = numbers[column.cells[row]!]!;
  });
  const own = Uint32Array.from(words.list, (_, i) => i);
  switch (role) {
    case "birth":
    case "date":
    case "seen": {
      const dates = words.list.map((text) => writtenDate(text));
      // a cell in which no date can be read says nothing
      for (let i = 0; i < count; i++) if (dates[cells[i]!] === undefined) cells[i] = 0;
      return {
        data: { kind: role === "seen" ? "seen" : "birth", dates: dateValues(dates) },
        cells,
        classes: own,
      };
    }
    case "rank": {
      const steps = Uint8Array.from(words.list, rankStep);
      return { data: { kind: "rank", steps }, cells, classes: Uint32Array.from(steps) };
    }
    case "unit":
    case "number":
      return {
        data: { kind: "code", strings: words.packed(), kinds: Uint8Array.from(words.list, kindOfCode) },
        cells,
        classes: own,
      };
    case "place": {
      const places = placeValues(words.list);
      return { data: { kind: "place", places }, cells, classes: places.whole };
    }
    default: {
      const parts = new Words();
      const split = words.list.map((text) => text.split(/[^\p{L}\p{N}]+/u).filter((one) => one.length > 1));
      const wordStarts = new Uint32Array(split.length + 1);
      split.forEach((one, i) => {
        wordStarts[i + 1] = wordStarts[i]! + one.length;
      });
      return {
        data: {
          kind: "text",
          strings: words.packed(),
          wordStarts,
          words: Uint32Array.from(split.flat(), (one) => parts.number(one)),
        },
        cells,
        classes: own,
      };
    }
  }
}

function kindOfCode(text: string): number {
  return /^[a-z]\d{4}$/.test(text) ? 1 : /^b\d{1,3}$/.test(text) ? 2 : /^r\d{1,3}$/.test(text) ? 3 : 0;
}

// values of dates are their readings, so that two ways of writing a day are one value
function plainerOf(role: Role): (text: string) => string {
  switch (role) {
    case "birth":
    case "date":
      return (text) => dateText(readDate(text, latestBirth));
    case "seen":
      return (text) => dateText(readDate(text, latestSeen));
    case "unit":
      return plainUnit;
    case "number":
      return plainCode;
    case "sex":
      return sexOf;
    default:
      return (text) => lowered(text).replaceAll(/\s+/g, " ").trim();
  }
}

function dateText(date: WrittenDate | undefined): string {
  return date === undefined ? "" : [date.year, date.month, date.day, date.firstYear, date.lastYear].join(" ");
}

function writtenDate(text: string): WrittenDate | undefined {
  if (text === "") return undefined;
  const [year = 0, month = 0, day = 0, firstYear = 0, lastYear = 0] = text.split(" ").map(Number);
  return { year, month, day, firstYear, lastYear };
}

function sexOf(text: string): string {
  const low = lowered(text);
  if (/^(m|м|ч|e|male|муж|чол|erkek)/.test(low)) return "m";
  if (/^(f|ж|k|w|female|жен|жін|kad)/.test(low)) return "f";
  return "";
}
