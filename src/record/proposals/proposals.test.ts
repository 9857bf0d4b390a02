import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { isAgreed } from "../gate/agreement.ts";
import { owed } from "../gate/gate.ts";
import {
  answerIn,
  ownRecord,
  pauseTerm,
  pointIn,
  type Saying,
  tableIn,
  unread,
  World,
} from "../testing/index.ts";
import type { Term } from "./terms.ts";
import { lineageOf, proposalStatus, stancesOf } from "./view.ts";

const source = ownRecord;
const condition: Term = { key: "ready", type: "condition", requires: "the list is whole", of: "b" };

function tabled(
  by: Office,
  more: Partial<PayloadOf<"proposal.tabled">> = {},
  room: "plenary" | "host-a" = "plenary",
): Saying<"proposal.tabled"> {
  return {
    kind: "proposal.tabled",
    by,
    room,
    payload: { title: "x", terms: [pauseTerm()], source, ...more },
  };
}

function answer(by: Office, proposal: ActId, more: Partial<PayloadOf<"proposal.answered">> = {}) {
  return {
    kind: "proposal.answered",
    by,
    room: "plenary",
    payload: { proposal, answer: "accepted", source, ...more },
  } as const;
}

function withdrawn(by: Office, proposal: ActId, room: "plenary" | "host-a" = "plenary") {
  return { kind: "proposal.withdrawn", by, room, payload: { proposal, reason: "x" } } as const;
}

function word(by: Office, proposal: ActId, key: string, room: "plenary" | "host-a" = "plenary") {
  return { kind: "condition.answered", by, room, payload: { proposal, key, met: true, source } } as const;
}

function status(world: World, id: ActId, now = world.now): string {
  const state = world.state("party-b");
  const proposal = state.proposals.tabled.get(id);
  return proposal ? proposalStatus(state, proposal, now) : "unread";
}

function owes(world: World): string[] {
  return owed(world.state("host"), world.now).map((one) => `${one.by} ${one.what}`);
}

describe("what may be said about proposals", () => {
  it("[PR0] it names a proposal that its author reads", () => {
    const world = World.opened();
    expect(world.refused(answer("party-a", unread))).toBe("PR0");
    expect(world.refused(withdrawn("party-a", unread))).toBe("PR0");
    expect(world.refused(word("party-a", unread, "ready"))).toBe("PR0");
    expect(world.refused(tabled("party-a", { retables: unread }))).toBe("PR0");
    expect(world.refused(tabled("party-a", { counters: unread }))).toBe("PR0");
    const hidden = tableIn(world, "party-b", {}, "host-b");
    expect(world.refused(answer("party-a", hidden))).toBe("PR0");
  });

  it("[PR1] only its author withdraws a proposal, once", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    expect(world.refused(withdrawn("party-b", proposal))).toBe("PR1");
    expect(world.refused(withdrawn("host", proposal))).toBe("PR1");
    expect(world.refused(withdrawn("party-a", proposal))).toBeUndefined();
    expect(world.refused(withdrawn("party-a", proposal))).toBe("PR1");
    expect(status(world, proposal)).toBe("withdrawn");
  });

  it("[PR2] a proposal on the table has a term", () => {
    expect(World.opened().refused(tabled("party-a", { terms: [] }))).toBe("PR2");
  });

  it("[PR3] it has not lapsed before it is said", () => {
    const world = World.opened();
    expect(world.refused(tabled("party-a", { lapsesAt: "2025-06-30" }))).toBe("PR3");
    expect(world.refused(tabled("party-a", { lapsesAt: "2025-07-01T12:00:00Z" }))).toBe("PR3");
    expect(world.refused(tabled("party-a", { lapsesAt: "2025-07-01" }))).toBeUndefined();
  });

  it("[PR4] its round is one that its author reads", () => {
    expect(World.opened().refused(tabled("party-a", { round: unread }))).toBe("PR4");
  });

  it("[PR5] only its author tables a proposal again, and only the latest one", () => {
    const world = World.opened();
    const first = tableIn(world, "party-a");
    expect(world.refused(tabled("party-b", { retables: first }))).toBe("PR5");
    expect(world.refused(tabled("host", { retables: first }))).toBe("PR5");
    const second = tableIn(world, "party-a", { retables: first });
    expect(world.refused(tabled("party-a", { retables: first }))).toBe("PR5");
    const third = tableIn(world, "party-a", { retables: second });
    for (const id of [first, second, third])
      expect(lineageOf(world.state("host"), id)).toEqual([first, second, third]);
    expect([first, second, third].map((id) => status(world, id))).toEqual([
      "superseded",
      "superseded",
      "tabled",
    ]);
  });

  it("[PR6] a counter-proposal answers what is addressed to its author", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    expect(world.refused(tabled("party-a", { counters: proposal }))).toBe("PR6");
    expect(world.refused(tabled("host", { counters: proposal }))).toBe("PR6");
    expect(world.refused(tabled("party-b", { counters: proposal }))).toBeUndefined();
  });

  it("[PR7] what completes an agreement names one, and is said among those who agreed it", () => {
    const world = World.opened();
    expect(world.refused(tabled("party-a", { details: unread }))).toBe("PR7");
    const point = pointIn(world, "host");
    expect(world.refused(tabled("party-a", { details: point }, "host-a"))).toBe("PR7");
    const payload = tabled("party-a", { details: point }).payload;
    expect(world.refused({ kind: "proposal.tabled", by: "party-a", room: "humanitarian", payload })).toBe(
      "PR7",
    );
    expect(world.refused(tabled("party-a", { details: point }))).toBeUndefined();
  });

  it("[PR8] an answer is given by an addressee, for itself alone", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    expect(world.refused(answer("party-a", proposal))).toBe("PR8");
    expect(world.refused(answer("host", proposal))).toBe("PR8");
    world.must(answer("party-b", proposal));
    const state = world.state("party-a");
    const one = state.proposals.tabled.get(proposal);
    expect(one && [...stancesOf(state, one)]).toEqual([["party-b", "accepted"]]);
  });

  it("[PR9] nothing is left to answer in what was withdrawn, tabled again, or has lapsed", () => {
    const world = World.opened();
    const gone = tableIn(world, "party-a");
    world.must(withdrawn("party-a", gone));
    const earlier = tableIn(world, "party-a");
    tableIn(world, "party-a", { retables: earlier });
    const lapsing = tableIn(world, "party-a", { lapsesAt: "2025-07-02" });
    world.pass(36);
    for (const id of [gone, earlier, lapsing]) expect(world.refused(answer("party-b", id))).toBe("PR9");
  });

  it("[PR10] what all have agreed is neither withdrawn nor answered anew", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    world.must(answer("party-b", proposal));
    expect(world.refused(withdrawn("party-a", proposal))).toBe("PR10");
    expect(world.refused(answer("party-b", proposal, { answer: "declined" }))).toBe("PR10");
    tableIn(world, "party-a", { retables: proposal });
    expect(status(world, proposal)).toBe("agreed");
  });

  it("[PR11] a word on a condition names a condition of the proposal", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a", { terms: [pauseTerm(), condition] });
    expect(world.refused(word("party-a", proposal, "duration"))).toBe("PR11");
    expect(world.refused(word("party-a", proposal, "other"))).toBe("PR11");
    expect(world.refused(word("party-a", proposal, "ready"))).toBeUndefined();
  });

  it("[PR12] what is said about a proposal is said in its room", () => {
    const world = World.opened();
    const open = tableIn(world, "party-a", { terms: [pauseTerm(), condition] });
    const shuttled = tableIn(world, "host", {}, "host-a");
    expect(world.refused(answer("party-a", shuttled))).toBe("PR12");
    expect(world.refused(withdrawn("party-a", open, "host-a"))).toBe("PR12");
    expect(world.refused(word("party-a", open, "ready", "host-a"))).toBe("PR12");
    expect(world.refused(tabled("party-a", { retables: open }, "host-a"))).toBe("PR12");
    expect(world.refused(tabled("party-a", { counters: shuttled }))).toBe("PR12");
  });

  it("[PR13] a due date belongs to a study", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    expect(world.refused(answer("party-b", proposal, { due: "2025-07-09" }))).toBe("PR13");
    expect(
      world.refused(answer("party-b", proposal, { answer: "under_study", due: "2025-07-09" })),
    ).toBeUndefined();
  });

  it("[PR14] an answer countered names its author's own counter-proposal, and no other answer does", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    const other = tableIn(world, "party-b");
    const counter = tableIn(world, "party-b", { counters: proposal });
    expect(world.refused(answer("party-b", proposal, { answer: "countered" }))).toBe("PR14");
    expect(world.refused(answer("party-b", proposal, { answer: "countered", counter: other }))).toBe("PR14");
    expect(world.refused(answer("party-b", proposal, { answer: "countered", counter: proposal }))).toBe(
      "PR14",
    );
    expect(world.refused(answer("party-b", proposal, { answer: "countered", counter: unread }))).toBe("PR14");
    expect(world.refused(answer("party-b", proposal, { counter }))).toBe("PR14");
    expect(world.refused(answer("party-b", proposal, { answer: "countered", counter }))).toBeUndefined();
  });

  it("[PR15] a reservation is worded where the answer is reserved, and only there", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    expect(world.refused(answer("party-b", proposal, { answer: "reserved" }))).toBe("PR15");
    expect(world.refused(answer("party-b", proposal, { reservation: "but" }))).toBe("PR15");
    expect(
      world.refused(answer("party-b", proposal, { answer: "reserved", reservation: "The zone." })),
    ).toBeUndefined();
  });

  it("[PR16] answers to single terms name terms of the proposal", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    const termAnswers = (key: string) => [{ key, answer: "reserved" as const }];
    expect(world.refused(answer("party-b", proposal, { termAnswers: termAnswers("zone") }))).toBe("PR16");
    expect(
      world.refused(answer("party-b", proposal, { termAnswers: termAnswers("duration") })),
    ).toBeUndefined();
  });
});

describe("where a proposal stands", () => {
  it("[PR17] the joint status is derived from each addressee's own latest answer", () => {
    const world = World.opened();
    const proposal = tableIn(world, "host");
    expect(status(world, proposal)).toBe("tabled");
    answerIn(world, "party-a", proposal, "accepted");
    expect(status(world, proposal)).toBe("under_discussion");
    answerIn(world, "party-b", proposal, "declined");
    expect(status(world, proposal)).toBe("not_agreed");
    answerIn(world, "party-b", proposal, "accepted");
    expect(status(world, proposal)).toBe("agreed");
  });

  it("[PR18] silence is never assent: a proposal lapses, and is owed an answer until then", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a", { lapsesAt: "2025-07-03" });
    const end = Date.parse("2025-07-04T00:00:00Z");
    expect(status(world, proposal, end - 1)).toBe("tabled");
    expect(status(world, proposal, end)).toBe("lapsed");
    expect(owes(world)).toEqual(["party-b answer"]);
    world.now = end;
    expect(owes(world)).toEqual([]);
    expect(status(world, tableIn(world, "party-a"), end * 2)).toBe("tabled");
  });

  it("[PR19] accepted ad referendum is not agreed; the capital's confirmation is owed", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a", { lapsesAt: "2025-07-03" });
    answerIn(world, "party-b", proposal, "accepted_ad_referendum");
    expect(status(world, proposal)).toBe("agreed_ad_referendum");
    expect(isAgreed(world.state("host"), proposal)).toBe(false);
    expect(owes(world)).toEqual(["party-b confirmation_by_capital"]);
    expect(status(world, proposal, Date.parse("2025-08-01"))).toBe("agreed_ad_referendum");
    answerIn(world, "party-b", proposal, "accepted");
    expect(status(world, proposal)).toBe("agreed");
  });

  it("[PR20] a study is owed by the day that its office set, and overdue only as time passes", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    world.must(answer("party-b", proposal, { answer: "under_study", due: "2025-07-05" }));
    const [one] = owed(world.state("host"), world.now);
    expect(one).toMatchObject({ what: "study_result", by: "party-b", due: Date.parse("2025-07-06") });
    expect(owed(world.state("host"), world.now + 1e10)).toEqual([one]);
  });

  it("[PR21] in a room with the host, the host and that party are asked, and nobody else hears", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a", {}, "host-a");
    expect(owes(world)).toEqual(["host answer"]);
    expect(world.state("party-b").proposals.tabled.size).toBe(0);
    answerIn(world, "host", proposal, "accepted", "host-a");
    expect(isAgreed(world.state("host"), proposal)).toBe(true);
    expect(owes(world)).toEqual([]);
  });

  it("[PR22] a draft commits nobody: it is not on the table and owes nothing", () => {
    const world = World.opened();
    const payload = { title: "A thought", terms: [] };
    world.must({ kind: "proposal.drafted", by: "party-a", room: "internal-a", payload });
    expect(world.state("party-a").proposals.drafts).toHaveLength(1);
    expect(owed(world.state("party-a"), world.now)).toEqual([]);
    expect(world.state("host").proposals.drafts).toHaveLength(0);
  });
});
