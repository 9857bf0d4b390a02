import { evenOrders, fromFullName, type OrderShares, type Part, PartCounts } from "../names/person.ts";
import { wordOf, wordsOf } from "../names/word.ts";
import { Words } from "../values/words.ts";
import type { ListInput } from "./list-input.ts";
import type { Role, RoleOfColumn } from "./roles.ts";

/** The parts of the names of all records: distinct texts of each part, and for each record their numbers. */
export type NameCells = {
  readonly texts: readonly [Words, Words, Words];
  readonly cells: readonly [Uint32Array, Uint32Array, Uint32Array];
};

type NameColumns = {
  readonly family: number;
  readonly given: number;
  readonly patronymic: number;
  readonly full: number;
};

const partRoles = ["family", "given", "patronymic"] as const satisfies readonly Role[];
const exchangePrior = -3.5; // logarithm of how often names stand in the wrong columns

/**
 * Tells the parts of all names apart. First each column says how often each word stands in which part; then every name
 * is read by what all of them said, also where the parts stand in the wrong columns.
 */
export function readNames(
  lists: readonly ListInput[],
  roles: readonly (readonly RoleOfColumn[])[],
): NameCells {
  const texts = [new Words(), new Words(), new Words()] as const;
  const count = lists.reduce((sum, list) => sum + list.rows, 0);
  const cells = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)] as const;
  const counts = new PartCounts();
  const columns = roles.map((list): NameColumns => {
    const at = (wanted: Role) => list.findIndex(({ role }) => role === wanted);
    return { family: at("family"), given: at("given"), patronymic: at("patronymic"), full: at("full") };
  });
  lists.forEach((list, i) => {
    countParts(list, columns[i]!, counts);
  });
  const shares = lists.map((list, i) => learnOrders(list, columns[i]!, counts));
  let start = 0;
  lists.forEach((list, i) => {
    const own = columns[i]!;
    if (own.family >= 0 || own.given >= 0) readColumns(list, own, counts, texts, cells, start);
    else if (own.full >= 0) readFull(list, own.full, counts, shares[i]!, texts, cells, start);
    start += list.rows;
  });
  return { texts, cells };
}

function countParts(list: ListInput, columns: NameColumns, counts: PartCounts): void {
  partRoles.forEach((role, part) => {
    const column = list.columns[columns[role]];
    if (column === undefined) return;
    const times = new Uint32Array(column.values.length);
    for (const value of column.cells) times[value]!++;
    column.values.forEach((value, i) => {
      const word = i === 0 ? undefined : wordsOf(value).words[0];
      if (word !== undefined) counts.add(wordOf(word), part as Part, times[i]!); // three roles, three parts
    });
  });
}

// a column writes names in an order of its own: what the sure ones show counts for the others
function learnOrders(list: ListInput, columns: NameColumns, counts: PartCounts): OrderShares {
  const column = list.columns[columns.full];
  if (column === undefined || columns.family >= 0) return evenOrders;
  const seen = evenOrders.map((orders) => orders.map((share) => share * 20));
  const most = 20_000;
  const step = Math.max(1, Math.floor(column.values.length / most));
  for (let i = 1; i < column.values.length; i += step) {
    const { order, words, sure } = fromFullName(wordsOf(column.values[i]!), counts, evenOrders);
    if (sure) seen[words]![order]!++;
  }
  return seen.map((orders) => {
    const all = orders.reduce((sum, one) => sum + one, 0);
    return orders.map((one) => one / all);
  });
}

function readFull(
  list: ListInput,
  at: number,
  counts: PartCounts,
  shares: OrderShares,
  texts: NameCells["texts"],
  cells: NameCells["cells"],
  start: number,
): void {
  const column = list.columns[at]!;
  const parts = column.values.map((value) => {
    const { name } = fromFullName(wordsOf(value), counts, shares);
    return [
      texts[0].number(name.family),
      texts[1].number(name.given),
      texts[2].number(name.patronymic),
    ] as const;
  });
  for (let row = 0; row < list.rows; row++) {
    const part = parts[column.cells[row]!]!;
    cells[0][start + row] = part[0];
    cells[1][start + row] = part[1];
    cells[2][start + row] = part[2];
  }
}

type Cell = {
  readonly text: string;
  /** Its number among the texts of the part that it stands under; 0 until it is first used. */
  number: number;
  readonly likelihoods: readonly [number, number, number];
  readonly rest: readonly string[];
};

const noWords: readonly string[] = [];
const empty: Cell = { text: "", number: 0, likelihoods: [0, 0, 0], rest: noWords };

function readColumns(
  list: ListInput,
  columns: NameColumns,
  counts: PartCounts,
  texts: NameCells["texts"],
  cells: NameCells["cells"],
  start: number,
): void {
  const read = partRoles.map((role) =>
    list.columns[columns[role]]?.values.map((value) => cellOf(value, counts, role === "family")),
  );
  const full = list.columns[columns.full];
  const fullWords = columns.patronymic < 0 ? full?.values.map((value) => wordsOf(value).words) : undefined;
  const cellAt = (part: Part, row: number) => {
    const column = list.columns[columns[partRoles[part]]];
    return column === undefined ? empty : read[part]![column.cells[row]!]!;
  };
  for (let row = 0; row < list.rows; row++) {
    const family = cellAt(0, row);
    const given = cellAt(1, row);
    const patronymic = cellAt(2, row);
    const out = inOrder(family, given, patronymic) ?? [family.text, given.text, patronymic.text];
    if (out[2] === "" && columns.patronymic < 0) {
      // what the full name has more, or a second word beside the given name
      const more = fullWords?.[full!.cells[row]!] ?? [];
      const known = new Set([...out[0].split(/[-|]/), ...out[1].split(/[-|]/), out[0], out[1]]);
      out[2] = more.find((word) => !known.has(word)) ?? given.rest[0] ?? "";
    } else if (out[2] === "" && given.rest.length > 0) out[2] = given.rest[0]!;
    for (const part of [0, 1, 2] as const) {
      const text = out[part];
      if (text === "") continue;
      const own = part === 0 ? family : part === 1 ? given : patronymic;
      if (text !== own.text) cells[part][start + row] = texts[part].number(text);
      else {
        if (own.number === 0) own.number = texts[part].number(text);
        cells[part][start + row] = own.number;
      }
    }
  }
}

// the parts in another order, where the words speak for it more clearly than columns are mistaken
function inOrder(family: Cell, given: Cell, patronymic: Cell): [string, string, string] | undefined {
  const f = family.likelihoods;
  const g = given.likelihoods;
  const p = patronymic.likelihoods;
  const asWritten = f[0] + g[1] + p[2];
  const hasFathers = patronymic.text !== "";
  let best = asWritten;
  let out: [string, string, string] | undefined;
  const attempt = (score: number, name: [string, string, string]) => {
    if (score + exchangePrior <= best) return;
    best = score + exchangePrior;
    out = name;
  };
  if (family.text !== "" && given.text !== "")
    attempt(f[1] + g[0] + p[2], [given.text, family.text, patronymic.text]);
  if (family.text !== "" && given.text !== "" && hasFathers) {
    attempt(f[1] + g[2] + p[0], [patronymic.text, family.text, given.text]);
    attempt(f[2] + g[0] + p[1], [given.text, patronymic.text, family.text]);
    attempt(f[0] + g[2] + p[1], [family.text, patronymic.text, given.text]);
    attempt(f[2] + g[1] + p[0], [patronymic.text, given.text, family.text]);
  }
  if (given.text !== "" && !hasFathers) attempt(f[0] + g[2], [family.text, "", given.text]);
  if (given.text === "" && hasFathers) attempt(f[0] + p[1], [family.text, patronymic.text, ""]);
  return out;
}

function cellOf(value: string, counts: PartCounts, joined: boolean): Cell {
  const { words, aside } = wordsOf(value);
  const first = words[0];
  if (first === undefined) return aside.length > 0 ? { ...empty, text: aside.join("|") } : empty;
  const word = wordOf(first);
  return {
    number: 0,
    text: [
      joined && words.length > 1 ? words.map((one) => one.replace("…", "")).join("-") : first,
      ...aside,
    ].join("|"),
    likelihoods: [counts.likelihood(word, 0), counts.likelihood(word, 1), counts.likelihood(word, 2)],
    rest: words.length > 1 && !joined ? words.slice(1) : noWords,
  };
}
