import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import { type Act, kinds } from "../act/kinds.ts";
import {
  acceptTruceIn,
  answerIn,
  counted,
  idOf,
  openRoundIn,
  ownRecord,
  pauseTerm,
  randomHistory,
  said,
  tableIn,
  truceIn,
  truceTermsIn,
  unread,
  World,
  written,
} from "../testing/index.ts";
import { isCorrectable } from "./correct.ts";
import { fold } from "./view.ts";

const source = ownRecord;

function correction(
  by: Office,
  act: ActId,
  payload: object,
  room: "plenary" | "exchange" | "humanitarian" = "plenary",
) {
  return {
    kind: "act.corrected",
    by,
    room,
    payload: { act, reason: "A slip.", payload: payload as Record<string, unknown> },
  } as const;
}

const right = { title: "A short pause", terms: [pauseTerm()], source };

describe("corrections", () => {
  it("[RC1] a correction names an act that its author reads", () => {
    expect(World.opened().refused(correction("party-a", unread, right))).toBe("RC1");
  });

  it("[RC2] an office corrects its own acts", () => {
    const world = World.opened();
    expect(world.refused(correction("party-b", tableIn(world, "party-a"), right))).toBe("RC2");
  });

  it("[RC3] an act is corrected in its own room", () => {
    const world = World.opened();
    expect(world.refused(correction("party-a", tableIn(world, "party-a"), right, "humanitarian"))).toBe(
      "RC3",
    );
  });

  it("[RC4] a stance is followed by another, not corrected", () => {
    const world = World.opened();
    const answer = answerIn(world, "party-b", tableIn(world, "party-a"), "accepted");
    expect(world.refused(correction("party-b", answer, {}))).toBe("RC4");
    const stances = kinds.filter((kind) =>
      /answered|withdrawn|denounced|readiness|lifted|_met|track_set|accepted$/.test(kind),
    );
    for (const kind of stances)
      expect(`${kind} ${isCorrectable(kind)}`).toBe(`${kind} ${kind === "remains.accepted"}`);
    for (const kind of ["act.corrected", "process.opened", "seat.granted", "paper.sealed"])
      expect(isCorrectable(kind)).toBe(false);
  });

  it("[RC5] the corrected wording fits the form of its kind", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    expect(world.refused(correction("party-a", proposal, { title: "x" }))).toBe("RC5");
    expect(world.refused(correction("party-a", proposal, { ...right, extra: 1 }))).toBe("RC5");
    expect(world.refused(correction("party-a", proposal, { ...right, title: "Pa\u200buse" }))).toBe("RC5");
    const hidden = JSON.parse(JSON.stringify(right).replace('"kind"', '"__proto__":1,"kind"'));
    expect(world.refused(correction("party-a", proposal, hidden))).toBe("RC5");
  });

  it("[RC6] a correction keeps what the act refers to, each in its field", () => {
    const world = World.opened();
    const round = openRoundIn(world);
    const first = tableIn(world, "party-b");
    const counter = tableIn(world, "party-a", { counters: first, round });
    expect(world.refused(correction("party-a", counter, right))).toBe("RC6");
    expect(world.refused(correction("party-a", counter, { ...right, counters: first }))).toBe("RC6");
    expect(world.refused(correction("party-a", counter, { ...right, counters: round, round: first }))).toBe(
      "RC6",
    );
    expect(
      world.refused(correction("party-a", counter, { ...right, counters: first, round, title: "y" })),
    ).toBeUndefined();
  });

  it("[RC6] a correction that no rule let in cannot close a lineage into a ring", () => {
    const world = World.opened();
    const first = tableIn(world, "party-a");
    const second = tableIn(world, "party-a", { retables: first });
    world.append(said(world, correction("party-a", first, { ...right, retables: second })) as Act);
    expect(world.state("host").corrections.size).toBe(0);
  });

  it("[RC7] the corrected wording could have been said at its place", () => {
    const world = World.opened();
    const account = { from: "a", to: "b", on: "2025-07-01", count: counted(90) } as const;
    const { id } = world.must({
      kind: "exchange.handed_over",
      by: "exchange-a",
      room: "exchange",
      payload: account,
    });
    const turned = { ...account, from: "b", to: "a" };
    expect(world.refused(correction("exchange-a", id, turned, "exchange"))).toBe("RC7");
    expect(
      world.refused(correction("exchange-a", id, { ...account, parts: [counted(91)] }, "exchange")),
    ).toBe("RC7");
    expect(
      world.refused(correction("exchange-a", id, { ...account, count: counted(91) }, "exchange")),
    ).toBeUndefined();
    const round = { title: "x", number: 3, on: "2025-07-23", format: "plenary" } as const;
    world.must({ kind: "round.proposed", by: "host", room: "plenary", payload: round });
    const other = world.must({
      kind: "round.proposed",
      by: "host",
      room: "plenary",
      payload: { ...round, number: 4 },
    });
    expect(world.refused(correction("host", other.id, { ...round, number: 3 }))).toBe("RC7");
    const issue = world.must({
      kind: "issue.opened",
      by: "host",
      room: "plenary",
      payload: { title: "x", words: "y" },
    }).id;
    const position = { issue, side: "a", position: "x", dated: "2025-07-01", source } as const;
    const cited = world.must({ kind: "position.cited", by: "party-a", room: "plenary", payload: position });
    expect(world.refused(correction("party-a", cited.id, { ...position, side: "b" }))).toBe("RC7");
  });

  it("[RC7] a lineage that has gone on does not bar a correction", () => {
    const world = World.opened();
    const first = tableIn(world, "party-a");
    const second = tableIn(world, "party-a", { retables: first });
    tableIn(world, "party-a", { retables: second });
    expect(
      world.refused(correction("party-a", second, { ...right, retables: first, title: "y" })),
    ).toBeUndefined();
  });

  it("[RC8] what another has answered is not corrected under his answer", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a");
    answerIn(world, "party-b", proposal, "accepted");
    expect(world.refused(correction("party-a", proposal, { ...right, title: "y" }))).toBe("RC8");
    const truce = truceIn(world, "party-a");
    acceptTruceIn(world, truce, "party-b");
    const text = { title: "A pause", terms: truceTermsIn(world, 72), source };
    expect(world.refused(correction("party-a", truce, text, "humanitarian"))).toBe("RC8");
    const statement = {
      speaker: { name: "Ada", capacity: "x" },
      occasion: "x",
      verbatim: "We propose.",
      language: "en",
      original: true,
      source,
    };
    const said = world.must({
      kind: "statement.captured",
      by: "host",
      room: "plenary",
      payload: statement,
    }).id;
    world.must({
      kind: "statement.claim_noted",
      by: "host",
      room: "plenary",
      payload: { statement: said, type: "proposes", span: { from: 0, to: 11 } },
    });
    expect(world.refused(correction("host", said, { ...statement, verbatim: "We." }))).toBe("RC8");
  });

  it("[RC8] a claim noted in a narrower room neither bars a correction nor is let out by it", () => {
    const world = World.opened();
    const speaker = { name: "Ada", capacity: "x" };
    const words = { speaker, occasion: "x", verbatim: "We propose.", language: "en", original: true, source };
    const statement = world.must({
      kind: "statement.captured",
      by: "party-a",
      room: "plenary",
      payload: words,
    }).id;
    const noted = { statement, type: "proposes", span: { from: 0, to: 2 } } as const;
    world.must({ kind: "statement.claim_noted", by: "party-a", room: "internal-a", payload: noted });
    const better = { ...words, verbatim: "We again propose." };
    expect(world.refused(correction("party-a", statement, better))).toBeUndefined();
  });

  it("[RC9] both wordings stay readable, and who replaced which", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a", { title: "wrong" });
    const by = world.must(correction("party-a", proposal, right)).id;
    const later = world.must(correction("party-a", proposal, { ...right, title: "better" })).id;
    const state = world.state("party-b");
    expect(state.entries.get(proposal)?.act.payload).toMatchObject({ title: "better" });
    expect(state.corrections.get(proposal)).toMatchObject([
      { by, before: { title: "wrong" } },
      { by: later, before: { title: "A short pause" } },
    ]);
  });

  it("[RC9] the state is the one in which the first wording had been right", () => {
    let corrected = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { world } = randomHistory(seed, 90);
        const entries = world.entriesFor("host");
        const last = new Map<ActId, unknown>();
        for (const { act } of entries)
          if (act.kind === "act.corrected") last.set(act.payload.act, act.payload.payload);
        corrected += last.size;
        const righted = entries.map((entry) =>
          last.has(entry.act.id)
            ? ({ ...entry, act: { ...entry.act, payload: last.get(entry.act.id) } } as Entry)
            : entry,
        );
        // What waits for an unread act waits with its first wording.
        const { corrections: trail, waiting: _, ...state } = fold(entries);
        const { corrections: __, waiting: ___, ...other } = fold(righted);
        expect(written(state)).toBe(written(other));
        for (const id of trail.keys()) expect(last.has(id)).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(corrected).toBeGreaterThan(100);
  });

  it("[RC9] a stray correction of an act not read, or by another, changes nothing", () => {
    const world = World.opened();
    const proposal = tableIn(world, "party-a", { title: "mine" });
    const id = idOf(world.ids);
    world.append({ ...(said(world, correction("party-b", proposal, right)) as Act), id });
    expect(world.state("host").entries.get(proposal)?.act.payload).toMatchObject({ title: "mine" });
  });
});
