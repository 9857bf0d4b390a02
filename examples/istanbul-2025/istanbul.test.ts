import { describe, expect, it } from "vitest";
import {
  type Act,
  checkAct,
  type Entry,
  epochMs,
  type Office,
  offices,
  owed,
  type PayloadOf,
  type Room,
  rangeOf,
  readableRooms,
  refuseAct,
  refuseInside,
  sideOf,
  View,
} from "#record";
import { diffTerms } from "../../src/record/proposals/diff.ts";
import { circularConditions, summitStatus } from "../../src/record/summits/view.ts";
import { missingParts } from "../../src/record/truces/complete.ts";
import { idOf } from "../ids.ts";
import { istanbul } from "./index.ts";
import { sources } from "./sources.ts";

const key = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)));
const seen = { size: 0, root: key(0) };

function opened(): Act {
  const { saidAt, receivedAt: _, host, parties, ...said } = istanbul.founding;
  const act = {
    v: 1,
    id: idOf(istanbul.process, "process"),
    process: istanbul.process,
    room: "process",
    kind: "process.opened",
    by: { member: "host-secretary", office: "host", capacity: "Demonstration" },
    saidAt,
    refs: [],
    seen,
    payload: {
      ...said,
      host: { ...host, head: key(1) },
      parties: { a: { ...parties.a, head: key(2) }, b: { ...parties.b, head: key(3) } },
      heads: [],
      log: `${said.hostName}+00000000+${key(4)}`,
      witnesses: [],
    },
  };
  const checked = checkAct(act);
  if ("problem" in checked) throw new Error(JSON.stringify(checked.problem));
  return checked.act;
}

/** The example as the entries of a log, with the acts of sealed rooms as their owners read them. */
function entries(): readonly { readonly entry: Entry; readonly sealed: boolean; readonly name: string }[] {
  const sizes = new Map<Room, number>();
  const first = { name: "process", sealed: false, receivedAt: istanbul.founding.receivedAt, act: opened() };
  return [first, ...istanbul.acts].map(({ name, sealed, receivedAt, act }) => {
    const checked = checkAct({ ...act, seen });
    if ("problem" in checked) throw new Error(`${name}: ${JSON.stringify(checked.problem)}`);
    const seq = sizes.get(act.room) ?? 0;
    sizes.set(act.room, seq + 1);
    return {
      name,
      sealed,
      entry: { seq, receivedAt: epochMs(receivedAt), roster: 1, act: checked.act },
    };
  });
}

const log = entries();
const end = epochMs("2025-10-04T00:00:00Z");

function viewOf(office: Office): View {
  const rooms = readableRooms(office);
  const view = new View();
  for (const { entry } of log) if (rooms.includes(entry.act.room)) view.add([entry]);
  return view;
}

function payloadOf<K extends Act["kind"]>(name: string, kind: K): PayloadOf<K> {
  const found = log.find((one) => one.name === name)?.entry.act;
  if (found?.kind !== kind) throw new Error(`"${name}" is not ${kind}.`);
  return found.payload as PayloadOf<K>; // the kind has just been compared
}

const count = (
  name: string,
  kind: "exchange.handed_over" | "exchange.received" | "remains.handed_over" | "remains.received",
) => {
  const { amount } = payloadOf(name, kind).count;
  if (!("value" in amount)) throw new Error(`${name} gives a range.`);
  return amount.value;
};

/** Every source in a payload, as its JSON. */
function sourcesIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  if ("publisher" in value) return [JSON.stringify(value)];
  return Object.values(value).flatMap(sourcesIn);
}

describe("the Istanbul talks of 2025", () => {
  it("has between 120 and 320 acts, each under its own name and id", () => {
    expect(istanbul.acts.length).toBeGreaterThanOrEqual(120);
    expect(istanbul.acts.length).toBeLessThanOrEqual(320);
    expect(new Set(istanbul.acts.map((one) => one.name)).size).toBe(istanbul.acts.length);
    expect(new Set(log.map((one) => one.entry.act.id)).size).toBe(log.length);
  });

  it("is in order of receipt, and nothing is received before it was said or happened", () => {
    let before = epochMs(istanbul.founding.receivedAt);
    for (const { name, receivedAt, act } of istanbul.acts) {
      expect(receivedAt, name).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const at = epochMs(receivedAt);
      expect(at, name).toBeGreaterThan(before);
      expect(at - epochMs(act.saidAt), name).toBeGreaterThan(0);
      expect(at - epochMs(act.saidAt), name).toBeLessThan(6 * 3_600_000);
      const { happenedAt } = act;
      if (happenedAt !== undefined)
        expect(epochMs(typeof happenedAt === "string" ? happenedAt : happenedAt.from), name).toBeLessThan(at);
      before = at;
    }
  });

  it("is said by seats that the founding lists, and parses act by act", () => {
    for (const { name, act } of istanbul.acts) {
      const seat = istanbul.seats.some((one) => one.office === act.by.office && one.member === act.by.member);
      expect(seat, name).toBe(true);
    }
    for (const office of ["party-a", "party-b"])
      expect(istanbul.seats.filter((one) => one.office === office)).toHaveLength(2);
  });

  it("is let through by every rule, on what its author reads when it is received", () => {
    const views = new Map(offices.map((office) => [office, new View()]));
    for (const { entry, sealed, name } of log) {
      const { act } = entry;
      const view = views.get(act.by.office);
      if (!view) throw new Error(`No view of ${act.by.office}.`);
      const refuse = sealed ? refuseInside : refuseAct;
      expect(refuse(view.state, act, entry.receivedAt), name).toBeUndefined();
      for (const office of offices)
        if (readableRooms(office).includes(act.room)) views.get(office)?.add([entry]);
    }
    for (const office of offices) expect(viewOf(office).state.waiting.size, office).toBe(0);
  });

  it("holds the figures by addition", () => {
    for (const [giver, receiver] of [
      ["ab", "ab"],
      ["ba", "ba"],
    ]) {
      const days = ["0523", "0524", "0525"];
      const given = days.map((day) => count(`exchange-${day}-${giver}-given`, "exchange.handed_over"));
      const got = days.map((day) => count(`exchange-${day}-${receiver}-received`, "exchange.received"));
      expect(given).toEqual([390, 307, 303]);
      expect(got).toEqual([390, 307, 303]);
      expect(given.reduce((sum, one) => sum + one, 0)).toBe(1000);
    }
    const days = ["0611", "0613", "0614", "0615", "0616"];
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
    expect(sum(days.map((day) => count(`bodies-${day}-ab-received`, "remains.received")))).toBe(6057);
    expect(sum(days.map((day) => count(`bodies-${day}-ab-given`, "remains.handed_over")))).toBe(6060);
    expect(sum(["0611", "0616"].map((day) => count(`bodies-${day}-ba-received`, "remains.received")))).toBe(
      78,
    );
    for (const [name, total] of [
      ["bodies-total-0615-b", 1212 + 3 * 1200],
      ["bodies-total-0616-b", 6057],
      ["bodies-total-0616-a", 6060],
      ["bodies-total-0616-ba-a", 78],
    ] as const)
      expect(payloadOf(name, "remains.total_claimed").count.amount).toEqual({ value: total });
  });

  it("shows the re-tabled truce by a typed diff", () => {
    const changes = diffTerms(
      payloadOf("short-truce-1", "proposal.tabled").terms,
      payloadOf("short-truce-2", "proposal.tabled").terms,
    );
    const moves = changes.flatMap((one) => (one.change === "changed" ? one.moves : []));
    expect(changes.map((one) => [one.key, one.change])).toEqual([
      ["duration", "changed"],
      ["zone", "changed"],
      ["purpose", "changed"],
    ]);
    expect(moves).toContainEqual({ of: "least", unit: "hours", before: 48, after: 24 });
    expect(moves).toContainEqual({ of: "most", unit: "hours", before: 72, after: 48 });
    expect(moves).toContainEqual({
      of: "words",
      field: "extent",
      before: "certain_areas",
      after: "line_of_contact",
    });
    expect(moves).toContainEqual({
      of: "entries",
      field: "purposes",
      added: ["evacuate_wounded"],
      removed: [],
    });
  });

  it("exposes the circle on the leaders' meeting: text before meeting, meeting before text", () => {
    const { state } = viewOf("host");
    const summit = state.summits.meetings.get(idOf(istanbul.process, "summit-2"));
    if (!summit) throw new Error("The host does not read the proposed meeting.");
    expect(summitStatus(state, summit)).toBe("conditional");
    const [circle, ...more] = circularConditions(state, summit);
    expect(more).toEqual([]);
    expect(circle?.nodes.toSorted()).toEqual(["agreed_text", "meeting"]);
    expect(circle?.conditions.map((one) => one.by).toSorted()).toEqual(["party-a", "party-b"]);
  });

  it("owes the open parts of the truce, of both parties alike", () => {
    const all = owed(viewOf("host").state, end).filter(
      (one) => one.subject === idOf(istanbul.process, "truce-sheet"),
    );
    const missing = missingParts(payloadOf("truce-sheet", "truce.tabled").terms);
    expect(missing).toEqual(expect.arrayContaining(["start", "end", "zones", "prohibited", "monitoring"]));
    for (const party of ["party-a", "party-b"]) {
      const parts = all.filter((one) => one.by === party && one.what === "truce_part");
      expect(parts.map((one) => one.detail.part)).toEqual(missing);
      expect(all.some((one) => one.by === party && one.what === "truce_answer")).toBe(true);
    }
  });

  it("owes on 23 July a day, a place and an exact number, and what was not yet delivered", () => {
    const all = owed(viewOf("host").state, end);
    const open = all.filter(
      (one) => one.what === "open_term" && one.subject === idOf(istanbul.process, "point-3-exchange"),
    );
    for (const party of ["party-a", "party-b"])
      expect(open.filter((one) => one.by === party).map((one) => one.detail.lacks)).toEqual([
        "exact_count",
        "day",
        "place",
      ]);
    const delivery = all.filter((one) => one.what === "delivery");
    expect(delivery.some((one) => one.subject === idOf(istanbul.process, "point-1-exchange"))).toBe(false);
    // Each side's telling of 2 October in the unit pledged: of 205 persons, 185 servicemen.
    const third = delivery.filter((one) => one.subject === idOf(istanbul.process, "point-3-exchange"));
    const told = third.map(({ by, detail }) => [by, detail.unit, detail.perGiver, detail.perReceiver]);
    expect(told.toSorted()).toEqual([
      ["party-a", "servicemen", 185, 0],
      ["party-b", "servicemen", 0, 185],
    ]);
  });

  it("holds what was withheld as withheld, each side in its own word", () => {
    const withheld = istanbul.acts.filter(({ act }) =>
      JSON.stringify(act.payload).includes('"undisclosed":true'),
    );
    expect(withheld.map(({ name }) => name)).toEqual([
      "exchange-0609-ba-received",
      "exchange-0609-ab-given",
      "exchange-0609-ab-received",
      "exchange-0723-ab-received",
      "exchange-0824-ab-received",
    ]);
    for (const { act } of istanbul.acts)
      if (act.kind === "exchange.handed_over" || act.kind === "exchange.received")
        expect(["exchange-a", "exchange-b"]).toContain(act.by.office);
  });

  it("gives the public a picture with nothing that it cannot resolve", () => {
    const { state } = viewOf("public");
    expect(state.statements.size).toBeGreaterThan(40);
    expect(state.exchanges.handovers.size).toBeGreaterThan(8);
    expect(state.remains.handovers.size).toBeGreaterThan(8);
    expect(state.truces.declarations.size).toBe(2);
    for (const { act } of istanbul.acts) if (act.room === "public") expect(act.refs, act.id).toEqual([]);
  });

  it("marks claims at words that stand there, and numbers at their digits", () => {
    for (const { act, name } of istanbul.acts) {
      if (act.kind !== "statement.claim_noted") continue;
      const said = log.find((one) => one.entry.act.id === act.payload.statement)?.entry.act;
      if (said?.kind !== "statement.captured") throw new Error(`${name} marks nothing.`);
      const { from, to } = act.payload.span;
      const words = said.payload.verbatim.slice(from, to);
      expect(words.trim().length, name).toBe(to - from);
      if (!act.payload.claim) continue;
      const { min, max } = rangeOf(act.payload.claim.amount);
      const number = min ?? max ?? Number.NaN;
      // "over 1,200" starts at 1,201
      const said1 = [number, number - 1].some((one) => words.replace(/[,.\s]/g, "").includes(String(one)));
      expect(said1, `${name}: ${words}`).toBe(true);
    }
  });

  it("names a source on every act, except on the kinds that have no room for one", () => {
    // A marked claim rests on its statement, an issue on the positions cited; a draft and a box are the office's own.
    const without: ReadonlySet<Act["kind"]> = new Set([
      "statement.claim_noted",
      "issue.opened",
      "issue.classified",
      "proposal.drafted",
    ]);
    const bare = istanbul.acts.filter(({ act }) => sourcesIn(act.payload).length === 0);
    expect(bare.filter(({ act }) => !without.has(act.kind)).map(({ name }) => name)).toEqual([]);
    expect(new Set(bare.map(({ act }) => act.kind))).toEqual(without);
  });

  it("uses every source, and none beside them", () => {
    const used = new Set(istanbul.acts.flatMap(({ act }) => sourcesIn(act.payload)));
    expect(used).toEqual(new Set(Object.values(sources).map((one) => JSON.stringify(one))));
  });

  it("lets each side speak for itself", () => {
    for (const { act, name } of istanbul.acts) {
      if (act.kind !== "statement.captured") continue;
      const { onBehalfOf } = act.payload;
      if (!onBehalfOf) throw new Error(`${name} speaks for nobody.`);
      expect(sideOf(onBehalfOf), name).toBe(sideOf(act.by.office));
    }
  });

  it("uses no word that is never used on screen, outside what others said verbatim", () => {
    const never =
      /\b(wins?|winning|won|concessions?|scores?|enem(y|ies)|targets?|deals?|ignored|false|approved by|guaranteed by)\b/i;
    const verbatim = new Set(["verbatim", "openingWords", "translations"]);
    const texts = (value: unknown): readonly string[] => {
      if (typeof value === "string") return [value];
      if (value === null || typeof value !== "object") return [];
      return Object.entries(value).flatMap(([field, inner]) =>
        verbatim.has(field) || field === "url" ? [] : texts(inner),
      );
    };
    const said = [istanbul.founding, istanbul.seats, istanbul.acts.map((one) => one.act)];
    // Words between quotation marks are verbatim too.
    const own = said.flatMap(texts).map((text) => text.replace(/“[^”]*”/g, ""));
    expect(own.filter((text) => never.test(text))).toEqual([]);
  });

  it("marks invented papers as invented, and keeps them out of the rooms of the process", () => {
    const internal = istanbul.acts.filter(({ act }) => act.room.startsWith("internal"));
    expect(internal.length).toBeGreaterThanOrEqual(3);
    for (const { act } of internal) expect(JSON.stringify(act.payload), act.id).toContain("Invented");
    for (const { act } of istanbul.acts)
      if (!act.room.startsWith("internal"))
        expect(JSON.stringify(act.payload), act.id).not.toContain("Invented");
  });
});
