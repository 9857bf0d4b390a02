import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listHeight, listRoot, sha256, toBase64, toHex } from "#ledger";
import {
  type ActId,
  fold,
  type ListRow,
  listMedia,
  type Office,
  type RecordRef,
  readList,
  rowBytes,
  writeList,
} from "#record";
import { randomHistory, swapParties, World, written } from "#record/testing";
import type { Contents } from "../../desk/contents.ts";
import { deskIn, deskOf } from "../../testing/index.ts";
import { recordList } from "../record/list-query.ts";
import { allLists } from "./all-query.ts";
import { listChanges, listLines, oneList, takeOver, unansweredLines } from "./one-query.ts";
import { onePerson } from "./person-query.ts";

const room = "exchange" as const;
const everything = { answer: "", words: "" } as const;

/** A world with the contents of its lists at hand, and none that is not. */
function scene() {
  const world = World.opened();
  const held = new Map<string, Uint8Array>();
  const contents: Contents = {
    of: (digest) => {
      const bytes = held.get(digest);
      const list = bytes && readList(bytes);
      return list ? { is: "read", list } : { is: bytes ? "unreadable" : "absent" };
    },
  };
  const contentOf = (rows: readonly ListRow[], secret?: string) => {
    const bytes = writeList(rows, secret);
    const digest = toHex(sha256(bytes));
    held.set(digest, bytes);
    return { digest, bytes: bytes.length, mediaType: listMedia, rows: rows.length };
  };
  const submit = (by: Office, rows: readonly ListRow[], replaces?: ActId) =>
    world.must({
      kind: "list.submitted",
      by,
      room,
      payload: { kind: "held", title: "Held", content: contentOf(rows), ...(replaces ? { replaces } : {}) },
    }).id;
  return { world, contentOf, submit, desk: (office: Office) => deskIn(world, office, contents) };
}

const persons: readonly ListRow[] = [
  { surname: "Бондар", given: "Іван", born: { written: "02.03.1990", edtf: "1990-03-02" } },
  { surname: "Коваль", given: "Ольга", rank: "сержант" },
  { written: "Melnyk Petro" },
];

describe("lists on screen", () => {
  it("[LV3] are narrowed by words on one’s own side alone", () => {
    const { submit, desk } = scene();
    const list = submit("exchange-a", persons);
    const found = (office: Office, words: string) =>
      listLines(desk(office), { list, filter: { ...everything, words }, from: 0, count: 10 })?.total;
    expect(found("exchange-a", "бондар")).toBe(1);
    expect(found("party-a", "nobody")).toBe(0);
    for (const office of ["exchange-b", "party-b", "host", "operator"] as const)
      for (const words of ["бондар", "nobody"]) expect(found(office, words)).toBe(3);
  });

  it("[LV3] are not searched by way of the record", () => {
    const { world, submit, desk } = scene();
    const list = submit("exchange-a", persons);
    world.must({
      kind: "assertion.made",
      by: "exchange-a",
      room,
      payload: {
        record: { list, line: 1 },
        property: "surname",
        value: "Бондаренко",
        precision: "exact",
        basis: "document",
      },
    });
    const searched = (office: Office) => {
      const at = {
        ...desk(office),
        replica: { queue: [], entries: () => world.entriesFor(office) } as never,
      };
      const filter = { room: "", office: "", kind: "", text: "бондаренко", from: "", to: "" };
      return (recordList as never as (at: unknown, args: unknown) => { rows: unknown[]; total: number })(
        { ...at, replica: { queue: [], entries: () => world.entriesFor(office), standing: () => undefined } },
        { filter, from: 0, count: 0 },
      ).total;
    };
    expect([searched("party-a"), searched("exchange-b"), searched("host"), searched("operator")]).toEqual([
      1, 0, 0, 0,
    ]);
  });

  it("[LV4] show lines as written, with the latest answer or none, and what stood in the version before", () => {
    const { world, submit, desk } = scene();
    const first = submit("exchange-a", persons);
    const answer = (list: ActId, line: number, word: "acknowledged" | "no_information") =>
      world.must({
        kind: "list.lines_answered",
        by: "exchange-b",
        room,
        payload: { list, answers: [{ line, answer: word }] },
      });
    answer(first, 1, "no_information");
    answer(first, 1, "acknowledged");
    const second = submit("exchange-a", [...persons.slice(1), persons[0] ?? {}, { surname: "Ткач" }], first);
    const rows = (list: string) =>
      listLines(desk("exchange-b"), { list, filter: everything, from: 0, count: 9 })?.rows;
    expect(rows(first)?.map((one) => [one.name, one.answer])).toEqual([
      ["Бондар Іван", "acknowledged"],
      ["Коваль Ольга", undefined],
      ["Melnyk Petro", undefined],
    ]);
    expect(rows(second)?.map((one) => [one.name, one.answer, one.before])).toEqual([
      ["Коваль Ольга", undefined, undefined],
      ["Melnyk Petro", undefined, undefined],
      ["Бондар Іван", undefined, { answer: "acknowledged", version: 1, line: 1, isChanged: false }],
      ["Ткач", undefined, undefined],
    ]);
    expect(unansweredLines(desk("exchange-b"), second)).toEqual([1, 2, 3, 4]);
    expect(listChanges(desk("host"), second)?.changes.map((one) => [one.kind, one.name])).toEqual([
      ["added", "Ткач"],
    ]);
    const closed = deskIn(world, "exchange-b");
    expect(oneList(closed, second)?.content).toBe("absent");
    expect(listLines(closed, { list: second, filter: everything, from: 0, count: 9 })?.total).toBe(4);
  });

  it("[LV17] show what was said of the same line in earlier versions, and take it over by an act alone", () => {
    const { world, submit, desk } = scene();
    const first = submit("exchange-a", persons);
    const other = submit("exchange-b", [{ surname: "Бондарь", given: "Иван" }]);
    const answers = [1, 2, 3].map((line) => ({ line, answer: "acknowledged" as const }));
    world.must({ kind: "list.lines_answered", by: "exchange-b", room, payload: { list: first, answers } });
    const records: [RecordRef, RecordRef] = [
      { list: first, line: 1 },
      { list: other, line: 1 },
    ];
    const basis = { type: "words", words: "The same card." } as const;
    const match = world.must({
      kind: "match.proposed",
      by: "exchange-a",
      room,
      payload: { records, basis },
    }).id;
    for (const by of ["exchange-a", "exchange-b"] as const)
      world.must({ kind: "match.confirmed", by, room, payload: { match }, member: by });
    const fact = { property: "born", value: "1990", precision: "exact", basis: "document" } as const;
    world.must({
      kind: "assertion.made",
      by: "exchange-a",
      room,
      payload: { record: { list: first, line: 1 }, ...fact },
    });
    const [one = {}, two = {}, three = {}] = persons;
    const second = submit(
      "exchange-a",
      [three, { ...two, rank: "лейтенант" }, { surname: "Ткач" }, one],
      first,
    );
    const rows = () =>
      listLines(desk("exchange-b"), { list: second, filter: everything, from: 0, count: 9 })?.rows;
    expect(rows()?.map(({ answer, before }) => [answer, before?.line, before?.isChanged])).toEqual([
      [undefined, 3, false],
      [undefined, 2, true],
      [undefined, undefined, undefined],
      [undefined, 1, false],
    ]);
    const over = (lines: readonly number[]) => takeOver(desk("exchange-b"), { list: second, lines });
    expect(over([2, 3])).toEqual({ n: 1, runs: [{ from: 2, line: 2, lines: 1 }] });
    const all = over([]);
    expect(all).toEqual({
      n: 2,
      runs: [
        { from: 3, line: 1, lines: 1 },
        { from: 1, line: 4, lines: 1 },
      ],
    });
    const payload = { list: second, answers: [], takenOver: [...all.runs] };
    world.must({ kind: "list.lines_answered", by: "exchange-b", room, payload });
    expect(rows()?.map(({ answer, takenFrom }) => [answer, takenFrom])).toEqual([
      ["acknowledged", 3],
      [undefined, undefined],
      [undefined, undefined],
      ["acknowledged", 1],
    ]);
    expect(over([]).n).toBe(0);

    const seen = (office: Office) => onePerson(desk(office), { list: second, line: 4 });
    const later = { list: second, line: 4 };
    expect(seen("host")?.records).toHaveLength(1); // nothing is carried by itself
    for (const office of ["exchange-a", "exchange-b", "party-a"] as const) {
      const [shown] = seen(office)?.matches ?? [];
      expect(shown?.earlier).toEqual({ version: 1, line: 1 });
      expect(shown?.again).toEqual(office === "party-a" ? undefined : [later, records[1]]);
      const [said] = seen(office)?.properties[0]?.assertions ?? [];
      expect(said?.earlier).toEqual({ version: 1, line: 1 });
      expect(said?.again).toEqual(office === "exchange-b" ? undefined : { record: later, ...fact });
    }
    const again = { records: [later, records[1]], basis: { type: "earlier", match } } as const;
    const taken = world.must({
      kind: "match.proposed",
      by: "exchange-b",
      room,
      payload: { records: [...again.records], basis: again.basis },
    }).id;
    expect(seen("exchange-a")?.matches.map((each) => [each.id, each.statusCode, each.again])).toEqual([
      [taken, "proposed", undefined],
      [match, "confirmed", undefined],
    ]);
  });

  it("[LV5] are compared with their commitments by this copy itself", () => {
    const { world, contentOf, desk } = scene();
    const secret = new Uint8Array(32).fill(3);
    const rows = persons.map(rowBytes);
    const commit = (side: "a" | "b", boundTo: "a" | "b") => {
      const binding = { process: "two-rivers", side: boundTo, kind: "held", round: "June" };
      const root = toBase64(
        listRoot(binding, boundTo === side ? secret : secret.map((one) => one + 1), rows),
      );
      const payload = { kind: "held", title: "Held", round: "June", root, height: listHeight(3) } as const;
      return world.must({ kind: "list.committed", by: `exchange-${side}`, room, payload }).id;
    };
    const [a, b] = [commit("a", "a"), commit("b", "a")]; // b has bound itself to what it cannot open as its own
    const opens = (office: Office) =>
      allLists(desk(office), undefined)
        .rounds[0]?.sides.toSorted((one, other) => one.office.localeCompare(other.office))
        .map((one) => one.opens);
    expect(opens("host")).toEqual([undefined, undefined]);
    const content = contentOf(persons, toBase64(secret));
    for (const [by, commitment] of [
      ["exchange-a", a],
      ["exchange-b", b],
    ] as const)
      world.must({ kind: "list.revealed", by, room, payload: { commitment, content } });
    expect(opens("host")).toEqual(["yes", "no"]);
    const closed = deskIn(world, "host");
    expect(allLists(closed, undefined).rounds[0]?.sides.map((one) => one.opens)).toEqual([
      "not_known",
      "not_known",
    ]);
  });

  it("[LV6] lead to persons whose records and statements stand side by side, unmerged", () => {
    const { world, submit, desk } = scene();
    const held = submit("exchange-a", persons);
    const wanted = submit("exchange-b", [{ surname: "Бондарь", given: "Иван" }]);
    const [one, other] = [
      { list: held, line: 1 },
      { list: wanted, line: 1 },
    ] as const;
    const match = world.must({
      kind: "match.proposed",
      by: "exchange-a",
      room,
      payload: { records: [one, other], basis: { type: "words", words: "The same card." } },
    }).id;
    for (const by of ["exchange-a", "exchange-b"] as const)
      world.must({ kind: "match.confirmed", by, room, payload: { match }, member: by });
    for (const [by, value] of [
      ["exchange-a", "Бондар"],
      ["exchange-b", "Бондарь"],
    ] as const)
      world.must({
        kind: "assertion.made",
        by,
        room,
        payload: { record: one, property: "surname", value, precision: "exact", basis: "document" },
      });
    const person = onePerson(desk("exchange-b"), one);
    expect(person?.records.map((each) => each.name)).toEqual(["Бондар Іван", "Бондарь Иван"]);
    expect(
      person?.properties[0]?.assertions.map((each) => [each.value, each.stances.map((s) => s.stance)]),
    ).toEqual([
      ["Бондар", ["no answer", "states it"]],
      ["Бондарь", ["states it", "no answer"]],
    ]);
    expect(person?.matches[0]).toMatchObject({
      statusCode: "confirmed",
      words: [{ word: "confirmed" }, { word: "confirmed" }],
    });
    expect(onePerson(desk("exchange-b"), { list: held, line: 9 })).toBeUndefined();
  });

  it("[LV7] are swapped where the parties are", () => {
    const seeds = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 60);
        for (const office of ["host", "party-a", "exchange-b"] as const) {
          const entries = world.entriesFor(office);
          const at = deskOf(fold(entries), office, world.now);
          const swapped = deskOf(fold(swapParties(entries)), swapParties(office), world.now);
          expect(written(allLists(swapped, undefined))).toBe(written(swapParties(allLists(at, undefined))));
          for (const id of at.state.lists.lists.keys()) {
            expect(written(oneList(swapped, id))).toBe(written(swapParties(oneList(at, id))));
            const record = { list: id, line: 1 };
            expect(written(onePerson(swapped, record))).toBe(written(swapParties(onePerson(at, record))));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("[LV8] offer an office what it may say now, and nothing else", () => {
    const { submit, desk } = scene();
    const list = submit("exchange-a", persons);
    const may = (office: Office) => {
      const { mayAnswer, maySign, mayReplace } = oneList(desk(office), list) ?? {};
      return [mayAnswer, maySign, mayReplace];
    };
    expect(may("exchange-a")).toEqual([false, true, true]);
    expect(may("party-b")).toEqual([true, true, false]);
    expect(may("host")).toEqual([false, false, false]);
    expect(may("operator")).toEqual([false, false, false]);
    expect([
      allLists(desk("host"), undefined).maySubmit,
      onePerson(desk("host"), { list, line: 1 })?.mayRequest,
    ]).toEqual([false, false]);
  });
});
