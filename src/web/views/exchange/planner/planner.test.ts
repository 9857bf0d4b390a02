import { describe, expect, it } from "vitest";
import { check, planExchange } from "#exchange";
import { sha256, toHex } from "#ledger";
import { type ActId, type ListRow, listMedia, type Office, readList, type Side, writeList } from "#record";
import { counted, ownRecord, World, written } from "#record/testing";
import { caseForm } from "../../../../cli/exchange/case-form.ts";
import type { Contents } from "../../../desk/contents.ts";
import { deskIn } from "../../../testing/index.ts";
import { board } from "../board-query.ts";
import { partsAreWrong, partsOf } from "../part-draft.ts";
import { tranche } from "../tranche-query.ts";
import { caseOf, caseText, exchangeCase, inputsDigest } from "./case-query.ts";
import { answered } from "./engine/answered.ts";
import type { Plan } from "./engine/protocol.ts";
import { inputIn } from "./input-files.ts";
import { placeInPlan } from "./place-in-plan.ts";
import { planIn } from "./read-plan.ts";
import { sideIsWrong, siteIsWrong, type Terms, usualTerms, wholeIsWrong } from "./terms.ts";

const room = "exchange" as const;
const source = ownRecord;
const nonce = "bm9uY2U=";
const sides = ["a", "b"] as const;
const other = { a: "b", b: "a" } as const;

const rows = (side: Side, n: number): readonly ListRow[] =>
  Array.from({ length: n }, (_, i) => ({
    surname: `Invented-${side}`,
    given: `Person ${i + 1}`,
    number: `${side}-${i + 1}`,
    date: { written: "…", edtf: i % 5 === 0 ? "2022" : `2023-0${1 + (i % 9)}-1${i % 9}` },
  }));

/** Both sides hold persons, and each has answered for all but the last two of those whom the other holds. */
function scene(n = 30) {
  const world = World.opened();
  const held = new Map<string, Uint8Array>();
  const contents: Contents = {
    of: (digest) => {
      const list = held.has(digest) && readList(held.get(digest) ?? new Uint8Array());
      return list ? { is: "read", list } : { is: "absent" };
    },
  };
  const submit = (side: Side, all: readonly ListRow[], replaces?: ActId): ActId => {
    const bytes = writeList(all);
    const digest = toHex(sha256(bytes));
    held.set(digest, bytes);
    const content = { digest, bytes: bytes.length, mediaType: listMedia, rows: all.length };
    const payload = {
      kind: "held",
      title: `Held by ${side}`,
      content,
      ...(replaces ? { replaces } : {}),
    } as const;
    return world.must({ kind: "list.submitted", by: `exchange-${side}`, room, payload }).id;
  };
  const answer = (side: Side, list: ActId, lines: number) =>
    world.must({
      kind: "list.lines_answered",
      by: `exchange-${other[side]}`,
      room,
      payload: {
        list,
        answers: Array.from({ length: lines }, (_, i) => ({ line: i + 1, answer: "acknowledged" as const })),
      },
    });
  const lists = { a: submit("a", rows("a", n)), b: submit("b", rows("b", n)) };
  for (const side of sides) answer(side, lists[side], n - 2);
  const desk = (office: Office) => deskIn(world, office, contents);
  return { world, lists, desk, submit, answer, forget: () => held.clear() };
}

function certified(world: World, heldBy: Side, list: ActId, lines: number[]) {
  const persons = [{ list, lines }];
  const payload = { heldBy, persons, class: "dr1", decidedOn: "2025-07-01" } as const;
  world.must({ kind: "eligibility.certified", by: "operator", room, payload });
}

function proposed(
  world: World,
  by: Office,
  heldBy: Side,
  list: ActId,
  lines: number[],
  category: "nc1" | "women",
) {
  const term = category === "women" ? { term: { version: "1", reference: "agreement" as const } } : {};
  const payload = { heldBy, persons: [{ list, lines }], category, ...term, source };
  world.must({ kind: "eligibility.proposed", by, room, payload });
}

const places = (seat: string): Terms["sides"]["a"] => ({ ...usualTerms(0).sides.a, seat, stretcher: "2" });
const termsAt = (now: number, more: Partial<Terms> = {}): Terms => ({
  ...usualTerms(now),
  sides: { a: places("6"), b: places("6") },
  ...more,
});

function planned(input: Parameters<typeof inputsDigest>[0], seed = 1): Plan {
  const answer = answered({ kind: "plan", seed, ...input });
  if (answer.kind !== "planned") throw new Error(`No plan, but ${answer.kind}.`);
  return answer.plan;
}

describe("an office's own planning", () => {
  it("[WX12] a case is made of lines that were acknowledged or named here, who have not returned, each once", () => {
    const { world, lists, desk } = scene();
    const at = desk("party-a");
    const codes = (office: Office) => {
      const of = desk(office);
      return caseOf(of, termsAt(of.now), nonce).persons.map(({ code, to }) => `${to} ${code}`);
    };
    const all = sides.flatMap((side) =>
      Array.from({ length: 28 }, (_, i) => `${other[side]} ${lists[side]}:${i + 1}`),
    );
    expect(codes("party-a").toSorted()).toEqual(all.toSorted());
    expect(exchangeCase(at, undefined).missing).toEqual([{ what: "unanswered", n: 4 }]);
    // an answer to a list is in no form a list
    expect(board(at, undefined).lists.map(({ value }) => value)).toEqual([lists.a, lists.b]);
    proposed(world, "exchange-a", "b", lists.b, [30], "women");
    expect(codes("party-a")).toContain(`a ${lists.b}:30`);
    const text = caseText(caseOf(at, termsAt(at.now), nonce));
    expect(text).not.toMatch(/Invented|Person \d|a-\d/);
    for (const office of ["host", "operator", "public"] as const)
      expect(exchangeCase(desk(office), undefined)).toMatchObject({ mayPlan: false, categoryOf: {} });
  });

  it("[WX12] who has returned stays out, also in a later version of the list, and whose match is confirmed stands once", () => {
    const { world, lists, desk, submit, answer } = scene();
    const part = (side: Side, lines: number[]) => {
      const persons = [{ list: lists[side], lines }];
      return { returnedBy: side, category: "number", persons } as const;
    };
    const id = world.must({
      kind: "tranche.tabled",
      by: "party-a",
      room,
      payload: {
        title: "First",
        on: "2025-07-20",
        place: "The bridge",
        parts: [part("a", [1, 2]), part("b", [3])],
        source,
      },
    }).id;
    const agreed = { tranche: id, answer: "agreed", source } as const;
    world.must({ kind: "tranche.answered", by: "party-b", room, payload: agreed });
    expect(exchangeCase(desk("party-b"), undefined).missing).toContainEqual({ what: "going", n: 3 });
    const digest = tranche(desk("party-a"), { id })?.digest ?? "";
    for (const by of ["party-a", "party-b"] as const)
      world.must({ kind: "tranche.locked", by, room, payload: { tranche: id, digest } });
    for (const from of sides) {
      const payload = { from, to: other[from], on: "2025-07-20", count: counted(2) } as const;
      const handover = world.must({ kind: "exchange.handed_over", by: `exchange-${from}`, room, payload }).id;
      const link = { tranche: id, handover, source } as const;
      world.must({ kind: "tranche.linked", by: `exchange-${other[from]}`, room, payload: link });
    }
    expect(exchangeCase(desk("party-a"), undefined).missing).toContainEqual({ what: "returned", n: 3 });
    // side a's list comes anew, in another order, without the last
    const [first, ...rest] = rows("a", 30);
    const later = submit("a", [...rest.slice(0, 28), first ?? {}], lists.a);
    answer("a", later, 29);
    const left = exchangeCase(desk("party-a"), undefined);
    expect(left.missing).toContainEqual({ what: "returned", n: 3 });
    expect(left.categoryOf[`${later}:29`]).toBeUndefined();
    expect(left.categoryOf[`${later}:2`]).toBe("number");
    const pair = {
      records: [
        { list: later, line: 5 },
        { list: later, line: 6 },
      ],
    } as const;
    const words = { type: "words", words: "The same person in two lines." } as const;
    const match = world.must({
      kind: "match.proposed",
      by: "exchange-a",
      room,
      payload: { records: [...pair.records], basis: words },
    }).id;
    for (const by of ["exchange-a", "exchange-b"] as const)
      world.must({ kind: "match.confirmed", by, room, payload: { match }, member: by });
    expect(exchangeCase(desk("party-b"), undefined).missing).toContainEqual({ what: "twice", n: 1 });
  });

  it("[WX13] what the other side has proposed changes nothing in a case; a commission's word and “not available” do", () => {
    const { world, lists, desk } = scene();
    const bytes = (office: Office) => caseText(caseOf(desk(office), termsAt(desk(office).now), nonce));
    const before = bytes("party-a");
    proposed(world, "exchange-b", "a", lists.a, [29], "women");
    proposed(world, "party-b", "a", lists.a, [4], "nc1");
    proposed(world, "party-b", "b", lists.b, [5], "women");
    expect(bytes("party-a")).toBe(before);
    expect(bytes("party-b")).not.toBe(before);
    certified(world, "a", lists.a, [4]);
    proposed(world, "exchange-a", "b", lists.b, [7], "nc1");
    const persons = [{ list: lists.b, lines: [9] }];
    const withheld = { heldBy: "b", persons, reason: "not_available" } as const;
    world.must({ kind: "eligibility.withheld", by: "operator", room, payload: withheld });
    const given = caseOf(desk("party-a"), termsAt(desk("party-a").now), nonce);
    const of = (code: string) => given.persons.find((one) => one.code === code);
    expect(of(`${lists.a}:4`)).toMatchObject({ lane: true, medical: "dr1", categories: ["dr1"] });
    // nobody has certified this one: he is in no lane, and stands by number
    expect(of(`${lists.b}:7`)).toEqual({
      code: `${lists.b}:7`,
      to: "a",
      mode: "seat",
      medical: "nc1",
      captivityDays: expect.any(Number),
    });
    expect(of(`${lists.b}:9`)).toMatchObject({ barred: "not_available" });
  });

  it("[WX14] what is missing stands first, and a case that contradicts itself is refused with its place", () => {
    const none = World.opened();
    expect(exchangeCase(deskIn(none, "party-b"), undefined)).toMatchObject({
      isWhole: false,
      missing: [
        { what: "list", side: "Southbank" },
        { what: "list", side: "Northbank" },
      ],
    });
    const { lists, desk, forget } = scene();
    const at = desk("party-a");
    const fault = (more: Partial<Terms>) =>
      answered({ kind: "plan", given: caseOf(at, termsAt(at.now, more), nonce), seed: 1 });
    expect(fault({ days: ["2025-08-02", "2025-08-01"] })).toMatchObject({
      kind: "refused",
      problem: {
        code: "exchange.contradictory",
        details: { path: "tranches.1.date", reason: "Dates rise." },
      },
    });
    expect(fault({ locks: [{ person: `${lists.a}:30`, tranche: 1 }] })).toMatchObject({
      problem: { details: { path: "locks.0", reason: "There is no such person." } },
    });
    for (const wrong of ["", "x", "1.5", "-1", "1234567"]) expect(wholeIsWrong(wrong)).toBeDefined();
    expect([wholeIsWrong("0"), wholeIsWrong("", true), wholeIsWrong("0", true, 1)]).toEqual([
      undefined,
      undefined,
      "exchange.case.whole_wrong",
    ]);
    const site = { code: "S-1", list: lists.a, lines: "1-4", bus: "" };
    expect(siteIsWrong(site)).toBeUndefined();
    expect(siteIsWrong({ ...site, code: "Prison No. 1" })).toBe("exchange.case.site_wrong");
    expect(sideIsWrong({ ...places("6"), noShow: "101" })).toBe("exchange.case.share_wrong");
    forget();
    expect(exchangeCase(at, undefined)).toMatchObject({ isWhole: false });
    expect(exchangeCase(at, undefined).missing[0]?.what).toBe("content");
  });

  it("[WX15] the page's case is in the command's form, and both make the same plan of the same bytes", () => {
    const { world, lists, desk } = scene();
    certified(world, "a", lists.a, [2, 3]);
    certified(world, "b", lists.b, [11]);
    proposed(world, "exchange-a", "b", lists.b, [7, 8], "women");
    const at = desk("exchange-a");
    const sites = [
      { code: "S1", list: lists.b, lines: "1-14", bus: "5" },
      { code: "S2", list: lists.b, lines: "15-28", bus: "" },
    ];
    const terms = termsAt(at.now, {
      sides: { a: { ...places("6"), pickups: "1", sites }, b: places("6") },
      categories: { women: { kind: "coverage", delta: "0", a: "1", b: "1" } },
    });
    const given = caseOf(at, terms, nonce);
    const read = caseForm.parse(JSON.parse(caseText(given)));
    expect(caseText(read)).toBe(caseText(given));
    const plan = planned({ given }, 5);
    expect(JSON.stringify(planExchange(read, { seed: 5 }))).toBe(JSON.stringify(plan));
    expect(check(given, plan.tranches).violations).toEqual([]);
    const goes = new Set(plan.tranches.flatMap(({ a, b }) => [...a, ...b]));
    for (const code of [`${lists.a}:2`, `${lists.a}:3`, `${lists.b}:11`, `${lists.b}:7`, `${lists.b}:8`])
      expect(goes.has(code)).toBe(true);
    const shown = planIn(plan, (code) => exchangeCase(at, undefined).categoryOf[code] ?? "number");
    expect(shown?.figures.map(({ name }) => name)).toHaveLength(10);
  });

  it("[WX15] every tranche is answered for, and a new plan keeps to the last one but for what was fixed", () => {
    const { lists, desk } = scene();
    const at = desk("party-b");
    const given = caseOf(at, termsAt(at.now), nonce);
    const first = planned({ given });
    const goes = new Set(first.tranches.flatMap(({ a, b }) => [...a, ...b]));
    const staying = given.persons.find(({ code }) => !goes.has(code))?.code ?? "";
    const why = answered({ kind: "why", given, tranches: first.tranches, seed: 1, person: staying });
    if (why.kind !== "why") throw new Error("It is answered.");
    expect(why.why.answers.map(({ because }) => because.length > 0)).toEqual([true, true, true, true]);
    const locks = [{ person: staying, tranche: 2 }];
    const previous = first.tranches;
    const next = planned({ given: caseOf(at, termsAt(at.now, { locks }), nonce), previous });
    const second = next.tranches[1];
    expect([...(second?.a ?? []), ...(second?.b ?? [])]).toContain(staying);
    expect(next.levels.find(({ name }) => name === "change")?.value).toBeLessThanOrEqual(4);
    expect(
      answered({ kind: "why", given, tranches: previous, seed: 1, person: `${lists.a}:999` }),
    ).toMatchObject({
      kind: "refused",
      problem: { code: "exchange.unknown_person" },
    });
  });

  it("[WX16] what is tabled from a plan is computed again by who holds its case, and by nobody who tries", () => {
    const { world, lists, desk } = scene();
    certified(world, "a", lists.a, [2, 3]);
    const at = desk("exchange-a");
    const given = caseOf(at, termsAt(at.now), nonce);
    const plan = planned({ given });
    const { categoryOf } = exchangeCase(at, undefined);
    const shown = planIn(plan, (code) => categoryOf[code] ?? "number");
    const drafts = shown?.tranches[1]?.drafts ?? [];
    expect(partsAreWrong(drafts)).toBeUndefined();
    const reserves = partsOf(drafts, true);
    const inputs = inputsDigest({ given });
    const behind = { engine: "parley-exchange", version: "0.1.0", seed: 1, inputs };
    const id = world.must({
      kind: "tranche.tabled",
      by: "exchange-a",
      room,
      payload: {
        title: "Second",
        parts: [...partsOf(drafts, false)],
        ...(reserves.length > 0 ? { reserves: [...reserves] } : {}),
        plan: behind,
        source,
      },
    }).id;
    const there = tranche(desk("party-b"), { id });
    if (!there?.plan) throw new Error("It bears its plan.");
    const handed = inputIn([caseText(given)], there.plan.seed);
    if (!handed) throw new Error("The case was handed over.");
    expect(inputsDigest(handed)).toBe(there.plan.inputs);
    expect(placeInPlan(there.text, planned(handed, there.plan.seed))).toBe(2);
    expect(placeInPlan({ parts: there.text.parts.slice(1) }, plan)).toBeUndefined();
    expect(planned({ given: { ...given, nonce: "b3RoZXI=" } })).toEqual(plan);
    // the same terms and record with another random number have another digest; so has a plan that keeps to another
    expect(inputsDigest({ given: { ...given, nonce: "b3RoZXI=" } })).not.toBe(inputs);
    const kept = { given, previous: plan.tranches };
    expect(inputsDigest(kept)).not.toBe(inputs);
    const files = [JSON.stringify(plan), caseText(given), "{"];
    expect(inputsDigest(inputIn(files, 1) ?? { given })).toBe(inputsDigest(kept));
    expect(inputIn(["{", "[]", "null"], 1)).toBeUndefined();
    const odd = '{"format":"parley-exchange-plan/1","tranches":[null]}';
    expect(inputIn([caseText(given), odd], 1)).toEqual({ given: JSON.parse(caseText(given)), seed: 1 });
  });

  it("[WX17] with the parties swapped a case is swapped, and the other side's copy holds nothing of a plan", () => {
    const { world, lists, desk } = scene();
    certified(world, "a", lists.a, [2]);
    certified(world, "b", lists.b, [2]);
    proposed(world, "exchange-a", "b", lists.b, [7], "women");
    proposed(world, "exchange-b", "a", lists.a, [7], "women");
    const swap = (text: string) =>
      text
        .replaceAll(/"to":"([ab])"/g, (_, side: Side) => `"to":"${other[side]}"`)
        .replaceAll(lists.a, "A")
        .replaceAll(lists.b, lists.a)
        .replaceAll("A", lists.b);
    const persons = (office: Office) =>
      caseOf(desk(office), termsAt(world.now), nonce).persons.map((one) => JSON.stringify(one));
    expect(persons("party-b").map(swap).toSorted()).toEqual(persons("party-a").toSorted());
    const counts = (office: Office) =>
      exchangeCase(desk(office), undefined).sides.map((one) => [one.persons, one.outside]);
    expect(counts("party-b")).toEqual(counts("party-a"));
    const before = written([board(desk("party-b"), undefined), exchangeCase(desk("party-b"), undefined)]);
    planned({ given: caseOf(desk("party-a"), termsAt(world.now), nonce) });
    const after = written([board(desk("party-b"), undefined), exchangeCase(desk("party-b"), undefined)]);
    expect(after).toBe(before);
  });
});
