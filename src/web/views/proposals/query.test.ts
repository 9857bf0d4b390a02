import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ActId,
  checkAct,
  type Entry,
  fold,
  type Office,
  type PayloadOf,
  type Room,
  readableRooms,
  type Term,
} from "#record";
import {
  answerIn,
  ownRecord,
  pauseTerm,
  randomHistory,
  swapParties,
  tableIn,
  unread,
  World,
  written,
} from "#record/testing";
import { istanbul } from "../../../../examples/istanbul-2025/index.ts";
import { deskOf } from "../../testing/index.ts";
import { answerStart } from "./answer-query.ts";
import { proposalsDiff, proposalsLiveDiff } from "./diff-query.ts";
import { filtered } from "./filter.ts";
import { paper } from "./paper-query.ts";
import { proposalsTable } from "./table-query.ts";
import { type ProposalModel, proposal } from "./text-query.ts";

const source = ownRecord;

function deskIn(world: World, office: Office) {
  return deskOf(world.state(office), office, world.now);
}

function tableOf(world: World, office: Office) {
  return proposalsTable(deskIn(world, office), undefined);
}

function textOf(world: World, office: Office, id: string): ProposalModel {
  const answer = proposal(deskIn(world, office), { id });
  if (!answer.found) throw new Error(`${office} reads no proposal ${id}.`);
  return answer.proposal;
}

function draftIn(
  world: World,
  by: Office,
  room: Room,
  payload: Partial<PayloadOf<"proposal.drafted">> = {},
): ActId {
  return world.must({
    kind: "proposal.drafted",
    by,
    room,
    payload: { title: "Ours", terms: [pauseTerm()], ...payload },
  }).id;
}

// Ids that a page could ask for, of every text and of nothing.
function idsOf(world: World): readonly string[] {
  const ids = world.log.flatMap(({ act }) => (/^(proposal|point)\./.test(act.kind) ? [act.id] : []));
  return [...ids, unread];
}

describe("the table of proposals", () => {
  it("[PV1] shows a lineage by its current text, the latest first, the earlier ones under it", () => {
    const world = World.opened();
    const first = tableIn(world, "party-a", { title: "First" });
    const other = tableIn(world, "party-b", { title: "Other" });
    const second = tableIn(world, "party-a", { title: "Second", retables: first });
    const third = tableIn(world, "party-a", { title: "Third", retables: second });
    const { rows } = tableOf(world, "host");
    expect(rows.map((row) => [row.id, row.earlier.map((one) => one.id)])).toEqual([
      [third, [second, first]],
      [other, []],
    ]);
  });

  it("[PV2] shows each one's own answer, and no answer where there is none", () => {
    const world = World.opened();
    const ofHost = tableIn(world, "host");
    answerIn(world, "party-b", ofHost, "declined");
    const [row] = tableOf(world, "party-a").rows;
    expect(row?.answers.map(({ office, stance }) => `${office} ${stance}`)).toEqual([
      "party-a no_answer",
      "party-b declined",
    ]);
    expect(tableOf(world, "party-b").rows[0]?.answers[0]?.office).toBe("party-b");
  });

  it("[PV3] names who owes what, and whose yes is missing while it is on the table", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a");
    const row = () => tableOf(world, "party-b").rows[0];
    expect(row()).toMatchObject({
      isOurs: true,
      withoutYes: ["Southbank"],
      missing: [{ what: "an answer", offices: ["Southbank"] }],
    });
    answerIn(world, "party-b", text, "declined");
    expect(row()).toMatchObject({ isOurs: false, withoutYes: ["Southbank"], missing: [] });
    answerIn(world, "party-b", text, "accepted");
    expect(row()?.withoutYes).toEqual([]);
    expect(row()?.missing.map(({ what }) => what)).toEqual(["one length within the range (term duration)"]);
    expect(row()?.missing[0]?.offices.toSorted()).toEqual(["Northbank", "Southbank"]);
  });

  it("[PV3] tells before anybody answers what would stay open", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a");
    expect(textOf(world, "party-b", text).wouldLack).toEqual(["one length within the range (term duration)"]);
    answerIn(world, "party-b", text, "accepted");
    expect(textOf(world, "party-b", text).wouldLack).toEqual([]);
  });

  it("[PV4] tells open from settled", () => {
    const world = World.opened();
    const whole = [{ key: "words", type: "text", words: "as before" }] as const satisfies readonly Term[];
    const waits = tableIn(world, "party-a");
    const lapsing = tableIn(world, "party-a", { lapsesAt: "2025-07-02" });
    const declined = tableIn(world, "party-a");
    const agreed = tableIn(world, "party-a", { terms: [...whole] });
    const toComplete = tableIn(world, "party-a");
    const withdrawn = tableIn(world, "party-a");
    answerIn(world, "party-b", declined, "declined");
    answerIn(world, "party-b", agreed, "accepted");
    answerIn(world, "party-b", toComplete, "accepted");
    world.must({
      kind: "proposal.withdrawn",
      by: "party-a",
      room: "plenary",
      payload: { proposal: withdrawn, reason: "x" },
    });
    world.pass(72);
    const open = tableOf(world, "host").rows.filter((row) => row.isOpen);
    expect(open.map(({ id }) => id)).toEqual([toComplete, waits]);
    expect([lapsing, declined, agreed, withdrawn].every((id) => !open.some((row) => row.id === id))).toBe(
      true,
    );
  });

  it("[PV5] finds by every word, in any text of a lineage, together with the other filters", () => {
    const world = World.opened();
    const first = tableIn(world, "party-a", { title: "Pause at the Old Bridge" });
    const second = tableIn(world, "party-a", { title: "Pause along the bank", retables: first });
    const other = tableIn(world, "party-b", { title: "Working groups", rationale: "By the bridge" });
    const { rows } = tableOf(world, "host");
    const found = (text: string, author = "") =>
      filtered(rows, { show: "all", author, text }, "en").map(({ id }) => id);
    expect(found("bridge")).toEqual([other, second]);
    expect(found("BRIDGE  old")).toEqual([second]);
    expect(found("bridge", "party-b")).toEqual([other]);
    expect(found("24 to 48 hours bank")).toEqual([second]);
    expect(found("nowhere")).toEqual([]);
    expect(filtered(rows, { show: "settled", author: "", text: "" }, "en")).toEqual([]);
  });

  it("[PV6] shows nothing of rooms that the office does not read", () => {
    const world = World.opened();
    const mine = draftIn(world, "party-a", "internal-a");
    const apart = tableIn(world, "host", {}, "host-a");
    expect(tableOf(world, "party-a")).toMatchObject({
      drafts: [{ id: mine }],
      rows: [{ id: apart }],
      ownRoom: { isSealed: true },
    });
    for (const office of ["party-b", "operator", "public"] as const) {
      const { rows, drafts, authors } = tableOf(world, office);
      expect({ rows, drafts, authors }).toEqual({ rows: [], drafts: [], authors: [] });
      for (const id of [mine, apart, unread])
        expect(proposal(deskIn(world, office), { id })).toEqual({ found: false, isOnItsWay: false });
    }
    expect(tableOf(world, "host").drafts).toEqual([]);
    expect(tableOf(world, "public").ownRoom).toBeUndefined();
  });

  it("[PV6] answers the same whatever is said where the office does not read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { world } = randomHistory(seed, 50);
        for (const office of ["party-a", "public"] as const) {
          const rooms = readableRooms(office);
          const read = world.log.filter(({ act }) => rooms.includes(act.room));
          const alone = deskOf(fold(read), office, world.now);
          expect(tableOf(world, office)).toEqual(proposalsTable(alone, undefined));
          for (const id of idsOf(world))
            expect(proposal(deskIn(world, office), { id })).toEqual(proposal(alone, { id }));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("one proposal", () => {
  it("[PV7] names its relatives and compares with the nearest", () => {
    const world = World.opened();
    const first = tableIn(world, "party-a", { title: "First" });
    const second = tableIn(world, "party-a", { title: "Second", retables: first });
    const counter = tableIn(world, "party-b", { title: "Counter", counters: second });
    const relations = (id: ActId) =>
      textOf(world, "host", id).relatives.map((one) => `${one.relation} ${one.title}`);
    expect(relations(first)).toEqual(["later Second"]);
    expect(relations(second)).toEqual(["earlier First", "counter Counter"]);
    expect(relations(counter)).toEqual(["countered Second"]);
    expect([first, second, counter].map((id) => textOf(world, "host", id).compareWith)).toEqual([
      second,
      first,
      second,
    ]);
    answerIn(world, "party-b", second, "accepted");
    const detail = tableIn(world, "party-b", { title: "Detail", details: second });
    expect(relations(second)).toContain("completing Detail");
    expect(relations(detail)).toEqual(["completed Second"]);
  });

  it("[PV8] compares two texts the earlier one first, whichever is asked for", () => {
    const world = World.opened();
    const first = tableIn(world, "party-a", {
      terms: [{ ...pauseTerm(), minHours: 48, maxHours: 72 } as Term],
    });
    const place: Term = { key: "place", type: "place", words: "the bridge" };
    const second = tableIn(world, "party-a", { retables: first, terms: [pauseTerm(), place] });
    const at = deskIn(world, "party-b");
    const diff = proposalsDiff(at, { one: first, other: second });
    expect(diff).toEqual(proposalsDiff(at, { one: second, other: first }));
    expect(diff?.earlier.id).toBe(first);
    expect(diff?.rows.map((row) => [row.key, row.change, row.earlier?.words, row.later?.words])).toEqual([
      ["duration", "changed", "48 to 72 hours", "24 to 48 hours"],
      ["place", "added", undefined, "at the bridge"],
    ]);
    expect(diff?.rows[0]?.moves).toEqual([
      { of: "least", unit: "hours", before: 48, after: 24 },
      { of: "most", unit: "hours", before: 72, after: 48 },
    ]);
    expect(proposalsDiff(at, { one: first, other: unread })).toBeUndefined();
  });

  it("[PV8] leaves the other terms of an agreement as they are where a text completes it", () => {
    const world = World.opened();
    const place: Term = { key: "place", type: "place", words: "the bridge" };
    const agreed = tableIn(world, "party-a", { terms: [pauseTerm(), place] });
    answerIn(world, "party-b", agreed, "accepted");
    const length: Term = { key: "duration", type: "duration", minHours: 36, maxHours: 36 };
    const detail = tableIn(world, "party-b", { details: agreed, terms: [length] });
    const at = deskIn(world, "host");
    const changes = ["duration changed", "place same"];
    const said = (rows: readonly { key: string; change: string }[] = []) =>
      rows.map((row) => `${row.key} ${row.change}`);
    expect(said(proposalsDiff(at, { one: agreed, other: detail })?.rows)).toEqual(changes);
    expect(
      said(proposalsLiveDiff(at, { against: agreed, terms: [length], isCompleting: true })?.rows),
    ).toEqual(changes);
    expect(
      said(proposalsLiveDiff(at, { against: agreed, terms: [length], isCompleting: false })?.rows),
    ).toEqual(["duration changed", "place removed"]);
    answerIn(world, "party-a", detail, "accepted");
    expect(textOf(world, "host", agreed).completed).toMatchObject({
      by: [{ id: detail }],
      terms: [{ words: "36 hours" }, { words: "at the bridge" }],
    });
  });

  it("[PV9] accepted ad referendum is not agreed; an agreement names the act of each yes", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a");
    answerIn(world, "party-b", text, "accepted_ad_referendum");
    expect(textOf(world, "host", text)).toMatchObject({
      status: "agreed_ad_referendum",
      agreedIn: undefined,
    });
    const yes = answerIn(world, "party-b", text, "accepted");
    const agreed = textOf(world, "host", text);
    expect(agreed.agreedIn?.map(({ id, office }) => [id, office])).toEqual([
      [text, "party-a"],
      [yes, "party-b"],
    ]);
    expect(agreed.addressees[0]?.earlier.map(({ answer }) => answer)).toEqual(["accepted_ad_referendum"]);
  });

  it("[PV17] leads from a counter-proposal to the answer that names it", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a");
    expect(textOf(world, "party-b", text).counterToName).toBeUndefined();
    const counter = tableIn(world, "party-b", { counters: text });
    expect(textOf(world, "party-b", text).counterToName).toBe(counter);
    expect(textOf(world, "party-a", text).counterToName).toBeUndefined();
    const start = answerStart(deskIn(world, "party-b"), { id: text });
    expect(start).toMatchObject({ may: true, start: { counters: [{ id: counter }] } });
    const payload = { proposal: text, answer: "countered", counter, source } as const;
    world.must({ kind: "proposal.answered", by: "party-b", room: "plenary", payload });
    expect(textOf(world, "party-b", text).counterToName).toBeUndefined();
  });
});

describe("what is offered", () => {
  it("[PV10] is what the rules admit, and what is closed says by which status", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a");
    const offers = (office: Office) => textOf(world, office, text).offers;
    expect(offers("party-a")).toMatchObject({ answer: false, counter: false, retable: true, withdraw: true });
    expect(offers("party-b")).toMatchObject({ answer: true, counter: true, retable: false, withdraw: false });
    expect(offers("host")).toMatchObject({ answer: false, counter: false, retable: false, withdraw: false });
    answerIn(world, "party-b", text, "accepted");
    expect(offers("party-b")).toMatchObject({
      answer: false,
      counter: false,
      complete: true,
      closedBy: "agreed",
    });
    expect(offers("party-a")).toMatchObject({ retable: false, withdraw: false, complete: true });
  });

  it("[PV10] in any history each offered act is admitted, and an answer that is not offered is refused", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom("party-a", "party-b", "host"),
        (seed, office) => {
          const { world } = randomHistory(seed, 40);
          for (const id of world.state(office as Office).proposals.tabled.keys()) {
            const { offers } = textOf(world, office as Office, id);
            const payload = { proposal: id, answer: "declined", source } as const;
            const refused = world.refused({
              kind: "proposal.answered",
              by: office as Office,
              room: offers.room,
              payload,
            });
            expect(refused === undefined).toBe(offers.answer);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("[PV11] a paper begins from its text and goes where it may be said", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a", { title: "First", rationale: "Because" });
    const start = (office: Office, from: "counter" | "retable" | "complete" | "draft", id: string) => {
      const answer = paper(deskIn(world, office), { from, id });
      return answer.may ? answer.start : undefined;
    };
    const counter = start("party-b", "counter", text);
    expect(counter).toMatchObject({
      title: "",
      rationale: "",
      links: { counters: text },
      terms: [pauseTerm()],
    });
    expect(counter?.rooms.map(({ room, kind }) => `${room} ${kind}`)).toEqual([
      "internal-b proposal.drafted",
      "plenary proposal.tabled",
    ]);
    expect(start("party-a", "retable", text)).toMatchObject({
      title: "First",
      rationale: "Because",
      links: { retables: text },
    });
    expect(start("party-a", "counter", text)).toBeUndefined();
    expect(start("party-b", "retable", text)).toBeUndefined();
    expect(start("party-b", "complete", text)).toBeUndefined();
    answerIn(world, "party-b", text, "accepted");
    expect(start("party-b", "complete", text)?.open).toEqual([
      {
        key: "duration",
        words: "one length within the range (term duration)",
        type: "duration",
        term: pauseTerm(),
      },
    ]);
    expect(paper(deskIn(world, "party-b"), { from: "counter", id: text })).toEqual({
      may: false,
      status: "agreed",
    });
    expect(paper(deskIn(world, "public"), { from: "nothing" })).toEqual({ may: false, status: undefined });
  });

  it("[PV11] what goes on the table from a draft does not name it", () => {
    const world = World.opened();
    const draft = draftIn(world, "party-a", "internal-a", { rationale: "To ourselves" });
    const answer = paper(deskIn(world, "party-a"), { from: "draft", id: draft });
    expect(answer).toMatchObject({
      may: true,
      start: { title: "Ours", rationale: "To ourselves", links: {} },
    });
    expect(JSON.stringify(answer)).not.toContain(draft);
    expect(paper(deskIn(world, "party-b"), { from: "draft", id: draft })).toEqual({
      may: false,
      status: undefined,
    });
    const rooms = answer.may ? answer.start.rooms.map(({ room }) => room) : [];
    expect(rooms).toEqual(["internal-a", "plenary", "humanitarian", "host-a"]);
  });
});

describe("the two parties", () => {
  it("[PV16] in each other's place make the swapped models", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { world } = randomHistory(seed, 50);
        for (const office of ["party-a", "host", "public"] as const) {
          const entries = world.entriesFor(office);
          const here = deskOf(fold(entries), office, world.now);
          const there = deskOf(fold(swapParties(entries)), swapParties(office), world.now);
          const same = (mine: unknown, others: unknown) =>
            expect(written(others)).toBe(written(swapParties(mine)));
          same(proposalsTable(here, undefined), proposalsTable(there, undefined));
          same(paper(here, { from: "nothing" }), paper(there, { from: "nothing" }));
          for (const id of idsOf(world)) {
            same(proposal(here, { id }), proposal(there, { id }));
            for (const from of ["counter", "retable", "complete", "draft"] as const)
              same(paper(here, { from, id }), paper(there, { from, id }));
            same(answerStart(here, { id }), answerStart(there, { id }));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the talks of 2025", () => {
  // As the entries of each room's log; who the offices are named after is not asked here.
  const entries = istanbul.acts.map(({ act, receivedAt }, seq): Entry => {
    const checked = checkAct({ ...act, seen: { size: 0, root: btoa("\0".repeat(32)) } });
    if ("problem" in checked) throw new Error(JSON.stringify(checked.problem));
    return { seq, receivedAt: Date.parse(receivedAt), roster: 1, act: checked.act };
  });
  const read = (office: Office) =>
    deskOf(
      fold(entries.filter(({ act }) => readableRooms(office).includes(act.room))),
      office,
      Date.parse("2025-10-04"),
    );

  it("[PV1] the short truce of July stands once, with that of June under it, each with its own answer", () => {
    const { rows, truces, declarations } = proposalsTable(read("party-b"), undefined);
    const truce = rows.find((row) => row.title.startsWith("Short truces"));
    expect(truce).toMatchObject({
      author: { office: "party-a" },
      answers: [{ office: "party-b", stance: "reserved" }],
    });
    expect(truce?.earlier.map(({ title }) => title)).toEqual([
      "Ceasefire of two to three days in certain areas of the front",
    ]);
    expect(truces[0]?.lacks).toHaveLength(20);
    expect(declarations.map(({ title }) => title)).toEqual([
      "Ceasefire of 8 to 11 May, 72 hours",
      "Easter truce, 30 hours",
    ]);
  });

  it("[PV8] what moved between June and July: hours, place and purposes", () => {
    const at = read("host");
    const [earlier, later] = proposalsTable(at, undefined).rows.flatMap((row) =>
      row.title.startsWith("Short truces") ? [row.earlier[0]?.id ?? "", row.id] : [],
    );
    const diff = proposalsDiff(at, { one: later ?? "", other: earlier ?? "" });
    expect(diff?.rows.map((row) => `${row.key} ${row.change}`)).toEqual([
      "duration changed",
      "zone changed",
      "purpose changed",
    ]);
    expect(diff?.rows[2]?.moves).toEqual([
      { of: "entries", field: "purposes", added: ["evacuate_wounded"], removed: [] },
    ]);
  });
});
