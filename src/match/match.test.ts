import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidateWalk } from "./block/candidates.ts";
import { partsOf } from "./block/parts.ts";
import { budget } from "./block/price.ts";
import {
  explainer,
  idOf,
  joinedPairs,
  keyed,
  type Link,
  MatchIndex,
  matchLists,
  prepare,
  scorePairs,
} from "./index.ts";
import { inventedLists } from "./testing/invented.ts";
import { listOfCsv, listOfRows } from "./testing/list.ts";

const rows = 1500;
const invented = inventedLists({ seed: 11, rows, sharedShare: 0.6 });
const left = listOfCsv(invented.left, "left");
const right = listOfCsv(invented.right, "right");
const lists = [left, right];
const matching = matchLists(lists);
const isRight = ({ a, b }: Link) => invented.same[a] === b - rows;

const headings = [
  "no",
  "surname",
  "given_name",
  "patronymic",
  "date_of_birth",
  "unit",
  "place_last_seen",
  "date_last_seen",
];

describe("matching", () => {
  it("[MA12] is not changed by a column that is left out", async () => {
    const withNote = {
      ...left,
      columns: [
        ...left.columns,
        {
          heading: "cluster",
          cells: Uint32Array.from({ length: rows }, (_, i) => 1 + (i % 7)),
          values: ["", ..."abcdefg"],
        },
      ],
    };
    const { links } = await matchLists([withNote, right], { mapping: { cluster: "ignore" } });
    expect(links.map(({ a, b }) => [a, b])).toEqual((await matching).links.map(({ a, b }) => [a, b]));
  });

  it("[MA13] compares every pair that shares a rare key, once", async () => {
    const { prepared } = await matching;
    const { records, blocks } = prepared;
    const walk = candidateWalk(blocks, records.count, 2000);
    const parts = partsOf(records.fields);
    const born = parts.get("born")!;
    const given = parts.get("given")!;
    const keys = (row: number) => {
      const of = (part: typeof born) => [
        ...part.keys.subarray(part.starts[part.cells[row]!], part.starts[part.cells[row]! + 1]),
      ];
      return of(born).flatMap((day) => of(given).map((name) => `${day} ${name}`));
    };
    const later = Map.groupBy(
      Array.from({ length: rows }, (_, i) => rows + i).flatMap((row) =>
        keys(row).map((key) => ({ key, row })),
      ),
      ({ key }) => key,
    );
    let pairs = 0;
    for (let row = 0; row < rows; row++) {
      const found = [...walk.of(row)];
      expect(new Set(found).size).toBe(found.length);
      for (const key of keys(row))
        for (const other of later.get(key) ?? []) {
          expect(found).toContain(other.row);
          pairs++;
        }
    }
    expect(pairs).toBeGreaterThan(100);
  });

  it("[MA14] is priced before it runs, and keys become rarer for a large list", async () => {
    const { price } = (await matching).prepared;
    expect(price.pairs).toBe(price.sources.reduce((sum, one) => sum + one.pairs, 0));
    expect(price.pairs).toBeLessThan(budget(rows * 2));
    const alike = listOfRows(
      headings,
      Array.from({ length: 4000 }, (_, i) => [
        `${i}`,
        "Дубовенко",
        "Олег",
        "Петрович",
        `01.01.${1960 + (i % 40)}`,
        "",
        "",
        "",
      ]),
    );
    const dear = await prepare([alike]);
    expect(dear.price.pairs).toBeLessThan(budget(4000));
  });

  it("[MA15] finds one person across spellings, and tells brothers and namesakes apart", async () => {
    const { links } = await matching;
    const made = links.filter(({ probability }) => probability >= 0.5);
    const shared = invented.same.filter((one) => one >= 0).length;
    expect(made.filter(isRight).length / shared).toBeGreaterThan(0.97);
    expect(made.filter((link) => !isRight(link)).length / made.length).toBeLessThan(0.01);
    // two brothers of one unit, and two of one name, put in on top
    const brothers = (list: typeof left, start: string, own: readonly (readonly string[])[]) => {
      const order = list.columns.map(({ values, cells }, column) =>
        Array.from(cells, (cell) => values[cell]!).concat(own.map((row) => row[column] ?? "")),
      );
      return listOfRows(
        list.columns.map(({ heading }) => heading),
        order[0]!.map((_, row) => order.map((cells) => cells[row]!)),
        start,
      );
    };
    const held = brothers(left, "left", [
      ["HX1", "Щедроненко", "Игорь", "Павлович", "03.04.1990", "А7777", "", "Нова Дубанка", "2023-05-05"],
      ["HX2", "Тарасевець", "Олег", "Іванович", "03.04.1990", "А5555", "", "", "2022-09-05"],
    ]);
    const missing = brothers(right, "right", [
      ["MX1", "Щедроненко", "Сергій", "Павлович", "17.11.1984", "А7777", "", "Нова Дубанка", "2023-05-05"],
      ["MX2", "Тарасевець", "Олег", "Іванович", "21.12.1971", "А6666", "", "", "2024-02-01"],
    ]);
    const again = await matchLists([held, missing]);
    for (const [a, b] of [
      [rows, rows + 2 + rows],
      [rows + 1, rows + 2 + rows + 1],
    ])
      expect(again.links.find((link) => link.a === a && link.b === b)?.probability ?? 0).toBeLessThan(0.5);
  });

  it("[MA16] lets rivals share one probability, and chooses one to one", async () => {
    const { links } = await matching;
    const sums = new Map<number, number>();
    const chosen = new Set<number>();
    for (const { a, b, probability, chosen: isChosen } of links)
      for (const row of [a, b]) {
        sums.set(row, (sums.get(row) ?? 0) + probability);
        if (isChosen) {
          expect(chosen.has(row)).toBe(false);
          chosen.add(row);
        }
      }
    expect(Math.max(...sums.values())).toBeLessThan(1.02);
  });

  it("[MA19] gives probabilities that hold", async () => {
    const { links } = await matching;
    const bins = Map.groupBy(links, ({ probability }) => Math.min(9, Math.floor(probability * 10)));
    let error = 0;
    for (const own of bins.values())
      error += Math.abs(own.reduce((sum, link) => sum + link.probability - (isRight(link) ? 1 : 0), 0));
    expect(error / links.length).toBeLessThan(0.03);
  });

  it("[MA26] gives probabilities that hold for short lists full of brothers and namesakes", async () => {
    const bins = Array.from({ length: 10 }, () => ({ said: 0, held: 0 }));
    let links = 0;
    let made = 0;
    let differs = 0;
    for (const [round, many] of [10, 30, 60, 100, 10, 30, 60, 100, 10, 30].entries()) {
      const invention = { seed: 900 + round, rows: many, sharedShare: [0, 0.3, 0.7][round % 3] ?? 0 };
      const short = inventedLists({ ...invention, nearShare: 0.5, events: round % 2 === 0 ? 2 : 30 });
      for (const mapping of [
        {},
        { unit: "ignore", place_last_seen: "ignore", date_last_seen: "ignore" },
      ] as const) {
        const found = await matchLists([listOfCsv(short.left), listOfCsv(short.right)], { mapping });
        for (const { a, b, probability } of found.links) {
          const holds = short.same[a] === b - many;
          const bin = bins[Math.min(9, Math.floor(probability * 10))]!;
          bin.said += probability;
          if (holds) bin.held++;
          links++;
          if (probability < 0.5) continue;
          made++;
          if (!holds) differs++;
        }
      }
    }
    const error = bins.reduce((sum, { said, held }) => sum + Math.abs(said - held), 0) / links;
    expect(
      { isCalibrated: error < 0.025, isCareful: differs / made < 0.02 },
      `${error} ${differs}/${made}`,
    ).toEqual({
      isCalibrated: true,
      isCareful: true,
    });
  });

  it("[MA20] gives the same bytes again, at once or range by range", async () => {
    const { links, prepared } = await matching;
    expect(JSON.stringify((await matchLists(lists)).links)).toBe(JSON.stringify(links));
    const whole = await scorePairs(prepared, 0, prepared.records.count);
    const cut = [0, 17, 700, 701, prepared.records.count];
    const ranges = await Promise.all(cut.slice(1).map((to, i) => scorePairs(prepared, cut[i]!, to)));
    expect(joinedPairs(ranges)).toEqual(whole);
  });

  it("[MA21] swaps its links when the lists are swapped", async () => {
    const { links } = await matching;
    const swapped = await matchLists([right, left]);
    const turned = swapped.links
      .map((link) => ({ ...link, a: link.b - rows, b: link.a + rows }))
      .toSorted((x, y) => x.a - y.a || x.b - y.b);
    expect(turned).toEqual(links);
  });

  it("[MA22] explains each link in bits that sum to its score", async () => {
    const { links, prepared } = await matching;
    const explain = explainer(prepared, lists);
    for (const { a, b, score } of links.slice(0, 200)) {
      const { reasons, rarityBits, othersBits, priorBits, keys } = explain(a, b);
      const sum =
        reasons.reduce((bits, reason) => bits + reason.bits, 0) + rarityBits + othersBits + priorBits;
      expect(sum).toBeCloseTo(score / Math.LN2, 6);
      expect(keys.length).toBeGreaterThan(0);
    }
    const sure = links.find(({ probability }) => probability > 0.99)!;
    const family = explain(sure.a, sure.b)
      .reasons.flatMap(({ fields }) => fields)
      .find(({ field }) => field === "family");
    expect(family?.left).toBe(left.columns[1]!.values[left.columns[1]!.cells[sure.a]!]);
    expect(family?.readings?.[0]).toMatch(/^[a-zCSJ]+$/);
    expect(idOf(prepared, lists, sure.a)).toMatch(/^H\d+$/);
    expect(idOf(prepared, lists, sure.b)).toMatch(/^M\d+$/);
  });

  it("[MA23] gives an inserted record the links it would have had, nearly", async () => {
    const held = 150;
    const kept = {
      ...left,
      rows: rows - held,
      columns: left.columns.map((column) => ({ ...column, cells: column.cells.subarray(0, rows - held) })),
    };
    const { links, prepared } = await matchLists([kept, right]);
    const index = new MatchIndex(prepared, keyed([kept, right], {}).parts, [kept, right], links);
    let found = 0;
    let differs = 0;
    let wanted = 0;
    for (let row = rows - held; row < rows; row++) {
      const { links: own } = index.insert(
        0,
        left.columns.map(({ values, cells }) => values[cells[row]!]!),
      );
      const same = invented.same[row]!;
      if (same >= 0) wanted++;
      const best = own[0];
      if (best === undefined || best.probability < 0.5) continue;
      if (best.a - kept.rows === same) found++;
      else differs++;
    }
    expect(found / wanted).toBeGreaterThan(0.95);
    expect(differs).toBeLessThan(3);
  });

  it("[MA24] says how far it is, and stops when it is told to", async () => {
    const steps = new Set<string>();
    await matchLists(lists, { onProgress: ({ step }) => void steps.add(step) });
    expect([...steps]).toEqual(["read", "block", "train", "score"]);
    const stop = new AbortController();
    const stopped = matchLists(lists, {
      signal: stop.signal,
      onProgress: ({ step }) => (step === "score" ? stop.abort() : undefined),
    });
    await expect(stopped).rejects.toThrow();
  });
});

describe("within one list", () => {
  const cells = fc.sample(fc.integer({ min: 0, max: 1e6 }), { numRuns: 400, seed: 5 });
  const people = cells.map((number, i) => [
    `${i}`,
    `Дуб${"аоеиу"[number % 5]}${"влнмртк"[number % 7]}енко`,
    "Олег",
    "Петрович",
    `0${1 + (number % 9)}.0${1 + (number % 8)}.${1960 + (number % 40)}`,
    `А${1000 + (number % 300)}`,
    "",
    "",
  ]);
  const repeated = people.slice(0, 120).map(([, ...rest], i) => [`${1000 + i}`, ...rest]);
  const list = listOfRows(headings, [...people, ...repeated]);

  it("[MA18] keeps apart what a human decision holds apart", async () => {
    const free = await matchLists([list]);
    const linked = free.links.filter(({ probability }) => probability >= 0.5);
    expect(linked.length).toBeGreaterThan(100);
    const { a, b } = linked[0]!;
    const { links } = await matchLists([list], { cannotLinks: [[b, a]] });
    expect(links.find((link) => link.a === a && link.b === b)).toBeUndefined();
    const group = (start: number) =>
      new Set([
        start,
        ...links
          .filter(({ chosen }) => chosen)
          .flatMap((link) => (link.a === start ? [link.b] : link.b === start ? [link.a] : [])),
      ]);
    expect([...group(a)].filter((row) => group(b).has(row))).toEqual([]);
  });
});
