import { type Part, partsOf } from "../block/parts.ts";
import type { ListInput } from "../columns/list-input.ts";
import { fromGiven } from "../columns/order.ts";
import { readRecords } from "../columns/records.ts";
import { marginals } from "../link/marginals.ts";
import type { Prepared } from "../prepare.ts";
import type { Link } from "../settle.ts";
import { type Compare, comparatorOf } from "../values/field.ts";
import { type KeyIndex, keyIndex, keysOfOne } from "./key-index.ts";
import { mappingOf, type Row, smallList } from "./small-lists.ts";

const keyCap = 60; // records that may share a key
const mostCompared = 60; // records, those first that most keys name
const lowestScore = -7;

/** What inserting a record answers. */
export type Inserted = {
  /** The number of the new record, counted on from all records that were there. */
  readonly row: number;
  /** Its links, the likeliest first; `a` is the earlier record. */
  readonly links: readonly Link[];
};

/**
 * Lists that grow: a record is matched with all others as it comes, by the model that was trained and the rarities of that day. Its rivals share
 * their probabilities with it; all other links stay. A class, since what was inserted lives as long as it does.
 */
export class MatchIndex {
  readonly #prepared: Prepared;
  readonly #sheets: readonly ListInput[];
  readonly #starts: readonly number[];
  readonly #indexes: readonly KeyIndex[];
  readonly #links = new Map<number, Link[]>();
  readonly #added: { readonly list: number; readonly row: Row }[] = [];
  readonly #place: (row: number) => number;

  /** O(n) for each source. `parts` are those of the records as they were prepared; `lists` and `links` as given and answered. */
  constructor(
    prepared: Prepared,
    parts: ReadonlyMap<string, Part>,
    lists: readonly ListInput[],
    links: readonly Link[],
  ) {
    this.#prepared = prepared;
    this.#sheets = lists;
    const starts = [0];
    for (const { rows } of lists) starts.push(starts.at(-1)! + rows);
    this.#starts = starts;
    this.#indexes = prepared.blocks.map(({ source }) => keyIndex(source, parts, prepared.records.count));
    this.#place = fromGiven(prepared.records);
    for (const link of links) this.#keep(link);
  }

  /** Adds one row to a list, by the order of its columns, and answers with whom it may be one person. */
  insert(list: number, row: Row): Inserted {
    const { records } = this.#prepared;
    const mapping = mappingOf(records);
    const alone = partsOf(readRecords([smallList(this.#sheets[list]!, [row])], mapping).fields);
    const keys = this.#prepared.blocks.map(({ source }) => keysOfOne(source, alone));
    const candidates = this.#candidates(list, keys);
    const number = records.count + this.#added.length;
    const scored = this.#scored(list, row, candidates);
    this.#added.push({ list, row });
    keys.forEach((own, i) => {
      this.#indexes[i]!.add(own, number);
    });
    const links = this.#shared(number, scored);
    for (const link of links) this.#keep(link);
    return { row: number, links };
  }

  #keep(link: Link): void {
    for (const row of [link.a, link.b]) {
      const known = this.#links.get(row);
      if (known === undefined) this.#links.set(row, [link]);
      else known.push(link);
    }
  }

  // the records that keys name, those first that most of them name; counted over the lists as given
  #candidates(list: number, keys: readonly Int32Array[]): readonly number[] {
    const { records, within } = this.#prepared;
    const named = new Map<number, number>();
    const given = this.#given();
    keys.forEach((own, i) => {
      this.#indexes[i]!.find(own, keyCap, (row) => {
        const other = row < records.count ? given(row) : row;
        if (within || this.#listOf(other) !== list) named.set(other, (named.get(other) ?? 0) + 1);
      });
    });
    return [...named]
      .toSorted((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, mostCompared)
      .map(([row]) => row);
  }

  #given(): (row: number) => number {
    const { order, listStarts } = this.#prepared.records;
    const shifts = order.map((given, place) => this.#starts[given]! - listStarts[place]!);
    return (row) => {
      let place = 0;
      while (row >= listStarts[place + 1]!) place++;
      return row + shifts[place]!;
    };
  }

  #listOf(row: number): number {
    const added = this.#added[row - this.#prepared.records.count];
    if (added !== undefined) return added.list;
    let list = 0;
    while (row >= this.#starts[list + 1]!) list++;
    return list;
  }

  #row(row: number): Row {
    const added = this.#added[row - this.#prepared.records.count];
    if (added !== undefined) return added.row;
    const list = this.#listOf(row);
    return this.#sheets[list]!.columns.map(({ cells, values }) => values[cells[row - this.#starts[list]!]!]!);
  }

  // compares the new row with its candidates in a small space of their own
  #scored(
    list: number,
    row: Row,
    candidates: readonly number[],
  ): readonly { readonly row: number; readonly score: number }[] {
    if (candidates.length === 0) return [];
    const { records, model } = this.#prepared;
    const others = this.#sheets.map((_, i) => candidates.filter((one) => this.#listOf(one) === i));
    const small = readRecords(
      [
        smallList(this.#sheets[list]!, [row]),
        ...others.flatMap((rows, i) =>
          rows.length > 0
            ? [
                smallList(
                  this.#sheets[i]!,
                  rows.map((one) => this.#row(one)),
                ),
              ]
            : [],
        ),
      ],
      mappingOf(records),
    );
    const fields = records.fields.map(({ name }) => small.fields.find((field) => field.name === name));
    const compares = fields.map((field): Compare => (field ? comparatorOf(field.data) : () => 0));
    const place = fromGiven(small);
    const own = place(0);
    return others.flat().map((candidate, i) => {
      const other = place(i + 1);
      const levels = fields.map((field, f) =>
        field ? compares[f]!(field.cells[own]!, field.cells[other]!) : 0,
      );
      const rarity = this.#rarity(candidate, levels);
      const odds = model.priors.map((prior, relation) =>
        model.factors.reduce((sum, factor, f) => {
          const cell = factor.fields.reduce((at, field, j) => at + factor.strides[j]! * levels[field]!, 0);
          return sum + model.worth[relation]![f]![cell]!;
        }, prior + rarity),
      );
      return { row: candidate, score: odds[0]! - Math.log1p(Math.exp(odds[1]!) + Math.exp(odds[2]!)) };
    });
  }

  // how rare the equal values are, as they were when the model was trained
  #rarity(candidate: number, levels: readonly number[]): number {
    const { records, model } = this.#prepared;
    if (candidate >= records.count) return 0;
    const place = this.#place(candidate);
    return records.fields.reduce((sum, field, f) => {
      const rare = levels[f] === 1 ? model.rarity[f] : undefined;
      return rare === undefined ? sum : sum + rare[field.classes[field.cells[place]!]!]!;
    }, 0);
  }

  // the new links, their probability shared with the rivals of both sides
  #shared(
    number: number,
    scored: readonly { readonly row: number; readonly score: number }[],
  ): readonly Link[] {
    const near = scored.filter(({ score }) => score > lowestScore);
    const rivals = this.#prepared.within ? [] : near.flatMap(({ row }) => this.#links.get(row) ?? []);
    const pairs = [...near.map(({ row, score }) => ({ a: row, b: number, score })), ...rivals];
    const sides = new Map<string, number>();
    const side = (row: number, other: number) => {
      const key = `${row} ${this.#prepared.within ? `${row} ${other}` : other === number ? this.#added.at(-1)!.list : this.#listOf(other)}`;
      const known = sides.get(key) ?? sides.size;
      sides.set(key, known);
      return known;
    };
    const count = pairs.length;
    const ends = {
      count,
      a: Uint32Array.from(pairs, ({ a }) => a),
      b: Uint32Array.from(pairs, ({ b }) => b),
      scores: Float64Array.from(pairs, ({ score }) => score),
    };
    const sideA = Uint32Array.from(pairs, ({ a, b }) => side(a, b));
    const sideB = Uint32Array.from(pairs, ({ a, b }) => side(b, a));
    const shares = marginals(ends, sideA, sideB, Math.max(1, sides.size));
    return near
      .map(
        ({ row, score }, i): Link => ({
          a: row,
          b: number,
          probability: shares[i]!,
          score,
          chosen: shares[i]! >= 0.5,
        }),
      )
      .filter(({ probability }) => probability >= 0.01)
      .toSorted((x, y) => y.probability - x.probability || x.a - y.a);
  }
}
