import { describe, expect, it } from "vitest";
import { sha256, toHex } from "#ledger";
import {
  type ActId,
  type ListRow,
  listMedia,
  type Office,
  type RecordRef,
  readList,
  writeList,
} from "#record";
import { World } from "#record/testing";
import type { Contents } from "../../desk/contents.ts";
import { deskIn } from "../../testing/index.ts";
import { compareLists, inputsOf } from "./compare-query.ts";
import { bandOf } from "./engine/bands.ts";
import { compared } from "./engine/compared.ts";
import type { ToCompare } from "./engine/protocol.ts";
import { engineTable } from "./engine-table.ts";
import { lineText } from "./line-text.ts";

const room = "exchange" as const;

// Invented persons, as two sides spell them.
const surnames = [
  ["Бондаренко", "Бондаренко"],
  ["Ковальчук", "Ковальчук"],
  ["Мельник", "Мельник"],
  ["Шевчук", "Шевчук"],
  ["Лисенко", "Лысенко"],
  ["Приходько", "Приходько"],
  ["Гриценко", "Гриценко"],
  ["Тимошенко", "Тимошенко"],
] as const;
const given = [
  ["Іван", "Иван"],
  ["Олексій", "Алексей"],
  ["Сергій", "Сергей"],
  ["Микола", "Николай"],
  ["Андрій", "Андрей"],
] as const;

const persons = surnames.flatMap((surname, i) =>
  given.map((name, j) => ({ surname, name, written: `${10 + i}.0${j + 1}.19${70 + 2 * i + j}` })),
);
const spelt = (spelling: 0 | 1): readonly ListRow[] =>
  persons.map(({ surname, name, written }) => ({
    surname: surname[spelling],
    given: name[spelling],
    born: { written },
  }));
const ours = spelt(0);
const theirs = [...spelt(1).slice(20), { surname: "Вымышленный", given: "Лев" }, ...spelt(1).slice(0, 20)];

/** A world in which one side holds persons and the other calls some of them missing, or dead. */
function scene(kind: "missing" | "dead" = "missing") {
  const world = World.opened();
  const held = new Map<string, Uint8Array>();
  const contents: Contents = {
    of: (digest) => {
      const bytes = held.get(digest);
      const list = bytes && readList(bytes);
      return list ? { is: "read", list } : { is: bytes ? "unreadable" : "absent" };
    },
  };
  const submit = (by: Office, of: "held" | typeof kind, rows: readonly ListRow[]): ActId => {
    const bytes = writeList(rows);
    const digest = toHex(sha256(bytes));
    held.set(digest, bytes);
    const content = { digest, bytes: bytes.length, mediaType: listMedia, rows: rows.length };
    return world.must({ kind: "list.submitted", by, room, payload: { kind: of, title: of, content } }).id;
  };
  const [left, right] = [submit("exchange-a", "held", ours), submit("exchange-b", kind, theirs)];
  return { world, left, right, desk: (office: Office) => deskIn(world, office, contents) };
}

function inputs(at: Parameters<typeof inputsOf>[0], left: string, right: string) {
  const both = inputsOf(at, { left, right });
  if (!both) throw new Error("Both lists are here.");
  return both;
}

const byRight = (x: { right: number }, y: { right: number }) => x.right - y.right;
const turned = ({ left, right, perMille }: { left: number; right: number; perMille: number }) => ({
  left: right,
  right: left,
  perMille,
});

describe("two lists compared", () => {
  it("[LV10] give both sides the same pairs under one digest, whichever list they begin with", async () => {
    const { world, left, right, desk } = scene();
    const one = inputs(desk("exchange-a"), left, right);
    const other = inputs(desk("exchange-b"), right, left);
    expect(other.inputs).toBe(one.inputs);
    const [here, there] = [await compared(one), await compared(other)];
    expect(here.engine).toEqual(there.engine);
    expect(here.pairs.length).toBeGreaterThan(30);
    expect(there.pairs.map(turned).toSorted(byRight)).toEqual(here.pairs.toSorted(byRight));
    const [pair] = here.pairs;
    if (!pair) throw new Error("There is a pair.");
    const [why, again] = [here.explain(pair), there.explain(turned(pair))];
    expect(again.reasons.flatMap(({ fields }) => fields).map((field) => [field.right, field.left])).toEqual(
      why.reasons.flatMap(({ fields }) => fields).map((field) => [field.left, field.right]),
    );
    const basis = { type: "engine", ...here.engine, perMille: pair.perMille, inputs: one.inputs } as const;
    world.must({
      kind: "match.proposed",
      by: "exchange-b",
      room,
      payload: {
        records: [
          { list: left, line: pair.left },
          { list: right, line: pair.right },
        ],
        basis,
      },
    });
  });

  it("[LV18] are of an older content once either of them has a later version", () => {
    const { world, left, right, desk } = scene();
    const latest = () => compareLists(desk("exchange-a"), { left, right })?.latest;
    expect(latest()).toBeUndefined();
    const content = { digest: "0".repeat(64), bytes: 1, mediaType: listMedia, rows: 3 };
    const payload = { kind: "held", title: "held", content, replaces: left } as const;
    const later = world.must({ kind: "list.submitted", by: "exchange-a", room, payload }).id;
    expect(latest()).toEqual({ left: later, right });
    expect(compareLists(desk("exchange-b"), { left: right, right: left })?.latest).toEqual({
      left: right,
      right: later,
    });
    expect(compareLists(desk("exchange-a"), { left: later, right })?.latest).toBeUndefined();
  });

  it("[LV10] give what this version gives: another figure is another version", async () => {
    const { left, right, desk } = scene();
    const { engine, pairs } = await compared(inputs(desk("exchange-a"), left, right));
    const likely = pairs.filter((pair) => bandOf(pair) === "likely");
    const correct = likely.filter(
      (pair) => pair.right === (pair.left > 20 ? pair.left - 20 : pair.left + 21),
    );
    expect({ version: engine.version, likely: likely.length, correct: correct.length }).toEqual({
      version: "0.2.0",
      likely: 40,
      correct: 40,
    });
  });

  it("[LV11] are read as written, line by line; what cannot be read moves nobody’s line", () => {
    const table = engineTable("x", [
      { key: "7", surname: "Вигаданий", given: "Остап", born: { written: "02.03.1990", edtf: "1990-03-02" } },
      undefined,
      { written: "NEBUVALA  Solomiia", remark: "dead", rank: "sgt" },
    ]);
    expect(table.rows).toBe(3);
    expect(table.columns.map(({ heading }) => heading)).toEqual(["full", "birth", "rank"]);
    expect([1, 2, 3].map((line) => lineText(table, line))).toEqual([
      { name: "Вигаданий Остап", cells: [{ field: "birth", written: "02.03.1990" }] },
      { name: "", cells: [] },
      { name: "NEBUVALA  Solomiia", cells: [{ field: "rank", written: "sgt" }] },
    ]);
  });

  it("[LV12] are shown by three bands, of which the lowest is not shown", async () => {
    expect([1_000, 900, 899, 100, 99, 0].map((perMille) => bandOf({ perMille }))).toEqual([
      "likely",
      "likely",
      "look",
      "look",
      undefined,
      undefined,
    ]);
    const namesake = { surname: "Ткач", given: "Іван" };
    const namesakes: ToCompare = {
      left: engineTable("a", [...ours, namesake]),
      right: engineTable("b", [...theirs, ...Array.from({ length: 12 }, () => namesake)]),
      isTurned: false,
    };
    const steps: number[] = [];
    const { pairs, below } = await compared(namesakes, (step, share) => steps.push(step + share));
    expect(pairs.every(({ perMille }) => perMille >= 100 && perMille < 1_000)).toBe(true);
    expect(below).toBeGreaterThan(0);
    expect(pairs.map(({ perMille }) => perMille)).toEqual(
      pairs.map(({ perMille }) => perMille).toSorted((x, y) => y - x),
    );
    expect(steps).toEqual(steps.toSorted((x, y) => x - y));
  });

  it("[LV13] bear what people have said of a pair, and change no figure by it", async () => {
    const { world, left, right, desk } = scene();
    const before = await compared(inputs(desk("exchange-a"), left, right));
    const [first, second] = before.pairs;
    if (!first || !second) throw new Error("There are pairs.");
    const propose = (pair: typeof first, isTurned: boolean) => {
      const [one, other] = [
        { list: left, line: pair.left } as const,
        { list: right, line: pair.right } as const,
      ];
      const records: [RecordRef, RecordRef] = isTurned ? [other, one] : [one, other];
      const payload = { records, basis: { type: "words", words: "One card." } } as const;
      return world.must({ kind: "match.proposed", by: "exchange-a", room, payload }).id;
    };
    propose(first, true);
    const match = propose(second, false);
    world.must({ kind: "match.rejected", by: "exchange-b", room, payload: { match, reason: "Two cards." } });
    const standing = (office: Office, from: ActId, to: ActId) =>
      compareLists(desk(office), { left: from, right: to })?.matches.map((one) => [
        one.left,
        one.right,
        one.statusCode,
      ]);
    expect(standing("exchange-a", left, right)).toEqual([
      [first.left, first.right, "proposed"],
      [second.left, second.right, "rejected"],
    ]);
    expect(standing("exchange-b", right, left)).toEqual([
      [first.right, first.left, "proposed"],
      [second.right, second.left, "rejected"],
    ]);
    const after = await compared(inputs(desk("exchange-a"), left, right));
    expect(after.pairs).toEqual(before.pairs);
  });

  it("[LV14] are compared by the offices of the two sides; a list of the dead like any other", () => {
    const { left, right, desk } = scene("dead");
    const model = compareLists(desk("exchange-a"), { left, right });
    expect(model).toMatchObject({ content: "read", mayPropose: true, right: { id: right } });
    expect(model?.choices.map(({ value }) => value)).toEqual([right]);
    expect(inputsOf(desk("exchange-b"), { left, right })?.right.rows).toBe(theirs.length);
    for (const office of ["host", "operator"] as const) {
      expect(compareLists(desk(office), { left, right })).toBeUndefined();
      expect(inputsOf(desk(office), { left, right })).toBeUndefined();
    }
    expect(compareLists(desk("exchange-a"), { left, right: left })?.right).toBeUndefined();
  });
});
