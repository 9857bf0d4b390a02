import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import type { RecordRef } from "../lists/acts.ts";
import { keyOf, type Saying, unread, World } from "../testing/index.ts";
import { someContent } from "../testing/payloads-lists.ts";
import { mostRequestsADay } from "./rules.ts";
import { assertionsOn, matchable, matchStatus, personOf, recordKey, wordsOn } from "./view.ts";

const room = "exchange" as const;

function listIn(world: World, by: Office, kind: "held" | "missing" | "dead" = "held"): ActId {
  const content = someContent(world.ids, 5);
  return world.must({ kind: "list.submitted", by, room, payload: { kind, title: "A list", content } }).id;
}

function matched(world: World, one: RecordRef, other: RecordRef, by: Office = "exchange-a"): ActId {
  const basis = {
    type: "engine",
    name: "match",
    version: "1",
    perMille: 1_000,
    inputs: keyOf(world.ids),
  } as const;
  return world.must({ kind: "match.proposed", by, room, payload: { records: [one, other], basis } }).id;
}

function confirmed(by: Office, match: ActId, member: string = by): Saying<"match.confirmed"> {
  return { kind: "match.confirmed", by, room, payload: { match }, member };
}

function rejected(by: Office, match: ActId): Saying<"match.rejected"> {
  return { kind: "match.rejected", by, room, payload: { match, reason: "Brothers." }, member: by };
}

function revoked(by: Office, match: ActId): Saying<"match.revoked"> {
  return { kind: "match.revoked", by, room, payload: { match, reason: "A slip." }, member: by };
}

function asserted(
  by: Office,
  record: RecordRef,
  more: Partial<PayloadOf<"assertion.made">> = {},
): Saying<"assertion.made"> {
  const payload = { record, property: "born", value: "1990", precision: "exact", basis: "document", ...more };
  return { kind: "assertion.made", by, room, payload } as Saying<"assertion.made">; // as the partial one says
}

type StanceWord = PayloadOf<"assertion.stance_said">["stance"];

function stance(by: Office, assertion: ActId, said: StanceWord): Saying<"assertion.stance_said"> {
  return { kind: "assertion.stance_said", by, room, payload: { assertion, stance: said } };
}

function asked(by: Office, record: RecordRef): Saying<"match.requested"> {
  return { kind: "match.requested", by, room, payload: { record } };
}

function scene() {
  const world = World.opened();
  const held = listIn(world, "exchange-b");
  const missing = listIn(world, "exchange-a", "missing");
  const status = (match: ActId) => {
    const state = world.state("host");
    const one = state.persons.matches.get(match);
    return one && matchStatus(state, one);
  };
  return { world, held, missing, status };
}

describe("persons", () => {
  it("[PS1] are spoken of by lines and assertions that the author reads", () => {
    const { world, held } = scene();
    const known = { list: held, line: 1 };
    for (const record of [
      { list: unread, line: 1 },
      { list: held, line: 6 },
    ]) {
      const basis = { type: "words", words: "Alike." } as const;
      const pair: Saying<"match.proposed"> = {
        kind: "match.proposed",
        by: "exchange-a",
        room,
        payload: { records: [known, record], basis },
      };
      expect(world.refused(pair)).toBe("PS1");
      expect(world.refused(asserted("exchange-a", record))).toBe("PS1");
      expect(world.refused(asked("exchange-b", record))).toBe("PS1");
    }
    expect(world.refused(stance("exchange-a", unread, "confirms"))).toBe("PS1");
  });

  it("[PS2] are matched between two records, once for a pair", () => {
    const { world, held, missing } = scene();
    const [one, other] = [
      { list: held, line: 1 },
      { list: missing, line: 1 },
    ];
    matched(world, one, other);
    const basis = { type: "words", words: "Alike." } as const;
    const say = (records: [RecordRef, RecordRef]) =>
      world.refused({ kind: "match.proposed", by: "exchange-b", room, payload: { records, basis } });
    expect(say([other, one])).toBe("PS2");
    expect(say([one, one])).toBe("PS2");
  });

  it("[PS3] have matches of which each office’s latest word counts", () => {
    const { world, held, missing, status } = scene();
    expect(world.refused(confirmed("exchange-a", unread))).toBe("PS3");
    expect(world.refused(rejected("exchange-a", unread))).toBe("PS3");
    expect(world.refused(revoked("exchange-a", unread))).toBe("PS3");
    const match = matched(world, { list: held, line: 1 }, { list: missing, line: 1 });
    world.must(rejected("exchange-a", match));
    expect(status(match)).toBe("rejected");
    world.must(confirmed("exchange-a", match));
    expect(status(match)).toBe("proposed");
    const state = world.state("operator");
    const one = state.persons.matches.get(match);
    expect(one && wordsOn(state, one)).toEqual([["exchange-a", "confirmed"]]);
  });

  it("[PS4] are not confirmed by one person for two offices", () => {
    const { world, held, missing, status } = scene();
    const match = matched(world, { list: held, line: 1 }, { list: missing, line: 1 });
    world.must(confirmed("exchange-a", match, "ann"));
    expect(world.refused(confirmed("party-a", match, "ann"))).toBe("PS4");
    expect(status(match)).toBe("proposed");
    world.must(confirmed("party-a", match, "bo"));
    expect(status(match)).toBe("confirmed");
  });

  it("[PS5] have words that only their own office takes back", () => {
    const { world, held, missing } = scene();
    const match = matched(world, { list: held, line: 1 }, { list: missing, line: 1 });
    world.must(confirmed("exchange-a", match));
    expect(world.refused(revoked("exchange-b", match))).toBe("PS5");
    world.must(revoked("exchange-a", match));
    expect(world.refused(revoked("exchange-a", match))).toBe("PS5");
  });

  it("[PS6] are one where two people of two offices say so, until one takes it back; no engine decides", () => {
    const { world, held, missing, status } = scene();
    const [one, other] = [
      { list: held, line: 1 },
      { list: missing, line: 1 },
    ];
    const match = matched(world, one, other);
    const together = () => personOf(world.state("host"), one).records.map(recordKey);
    expect([status(match), together()]).toEqual(["proposed", [recordKey(one)]]);
    world.must(confirmed("exchange-a", match));
    expect(status(match)).toBe("proposed");
    world.must(confirmed("exchange-b", match));
    expect([status(match), together()]).toEqual(["confirmed", [recordKey(one), recordKey(other)]]);
    world.must(rejected("party-b", match));
    expect([status(match), together()]).toEqual(["contested", [recordKey(one)]]);
    world.must(revoked("party-b", match));
    expect(status(match)).toBe("confirmed");
    world.must(revoked("exchange-a", match));
    expect(status(match)).toBe("proposed");
    world.must(revoked("exchange-b", match));
    expect(status(match)).toBe("revoked");
  });

  it("[PS7] hold no rejected pair unseen: a contradiction is pointed out, and people resolve it", () => {
    const { world, held, missing, status } = scene();
    const [a, b, c] = [1, 2, 3].map((line) => ({ list: line === 2 ? missing : held, line })) as never as [
      RecordRef,
      RecordRef,
      RecordRef,
    ];
    const both = (match: ActId) => {
      for (const by of ["exchange-a", "exchange-b"] as const) world.must(confirmed(by, match));
      return match;
    };
    const [ab, bc] = [both(matched(world, a, b)), both(matched(world, b, c))];
    expect(personOf(world.state("host"), a).contradictions).toEqual([]);
    const ac = matched(world, a, c);
    world.must(rejected("exchange-b", ac));
    const person = personOf(world.state("host"), a);
    expect(person.contradictions.map((one) => one.id)).toEqual([ac]);
    expect([person.records.length, status(ab), status(bc)]).toEqual([3, "confirmed", "confirmed"]);
    const [, inMissing] = [a, b];
    expect(matchable(world.state("host"), inMissing).find((one) => one.list === held)?.except).toEqual([]);
  });

  it("[PS8] are looked for among the dead and as the dead, as any other", () => {
    const { world, held, missing, status } = scene();
    const dead = listIn(world, "exchange-b", "dead");
    const [sought, buried] = [
      { list: missing, line: 1 },
      { list: dead, line: 2 },
    ];
    const lists = () => matchable(world.state("exchange-a"), sought).map((one) => one.list);
    expect(lists()).toEqual([held, dead]);
    world.must(asserted("party-b", sought, { property: "fate", value: "died" }));
    world.must(asserted("party-b", buried, { property: "fate", value: "buried 2023" }));
    expect(lists()).toEqual([held, dead]);
    expect(matchable(world.state("exchange-a"), buried).map((one) => one.list)).toEqual([held, missing]);
    const match = matched(world, sought, buried);
    const alive = matched(world, sought, { list: held, line: 4 });
    for (const by of ["exchange-a", "exchange-b"] as const) world.must(confirmed(by, alive));
    expect(status(alive)).toBe("confirmed");
    world.must(rejected("exchange-a", match));
    expect(matchable(world.state("exchange-a"), sought).map((one) => [one.list, one.except])).toEqual([
      [held, []],
      [dead, [2]],
    ]);
  });

  it("[PS9] are spoken of by assertions that supersede their own side’s, and stay readable", () => {
    const { world, held, missing } = scene();
    const record = { list: held, line: 1 };
    expect(world.refused(asserted("exchange-a", record, { value: undefined }))).toBe("PS9");
    expect(world.refused(asserted("exchange-a", record, { precision: "not_given" }))).toBe("PS9");
    const first = world.must(asserted("exchange-a", record)).id;
    for (const wrong of [
      asserted("exchange-b", record, { supersedes: first }),
      asserted("exchange-a", record, { supersedes: first, property: "rank" }),
      asserted("exchange-a", { list: missing, line: 1 }, { supersedes: first }),
    ])
      expect(world.refused(wrong)).toBe("PS9");
    world.must(asserted("party-a", record, { supersedes: first, value: "1991" }));
    expect(world.refused(asserted("exchange-a", record, { supersedes: first }))).toBe("PS9");
    const shown = assertionsOn(world.state("host"), [record]).get("born");
    expect(shown?.map((one) => one.entry.act.payload.value)).toEqual(["1990", "1991"]);
  });

  it("[PS10] are spoken of by assertions of which each side says what it knows", () => {
    const { world, held } = scene();
    const record = { list: held, line: 1 };
    const one = world.must(asserted("exchange-a", record)).id;
    expect(world.refused(stance("party-a", one, "confirms"))).toBe("PS10");
    expect(world.refused(stance("party-b", one, "withdrawn"))).toBe("PS10");
    world.must(stance("party-b", one, "disputes"));
    world.must(stance("exchange-b", one, "no_information"));
    world.must(stance("exchange-a", one, "withdrawn"));
    const [shown] = assertionsOn(world.state("host"), [record]).get("born") ?? [];
    expect(shown?.stances).toEqual({ a: "withdrawn", b: "no_information" });
  });

  it("[PS11] are seen with all that is said of them, side by side, in its spelling", () => {
    const { world, held, missing } = scene();
    const [one, other] = [
      { list: held, line: 1 },
      { list: missing, line: 1 },
    ];
    const match = matched(world, one, other);
    for (const by of ["exchange-a", "exchange-b"] as const) world.must(confirmed(by, match));
    world.must(asserted("exchange-b", one, { property: "surname", value: "Бондарь" }));
    world.must(
      asserted("exchange-a", other, { property: "surname", value: "Бондар", observedAt: "2024-05-01" }),
    );
    world.must(asserted("exchange-a", other, { property: "surname", value: "Бондар" }));
    const state = world.state("exchange-a");
    const shown = assertionsOn(state, personOf(state, one).records);
    expect(shown.get("surname")?.map(({ entry: { act } }) => [act.by.office, act.payload.value])).toEqual([
      ["exchange-b", "Бондарь"],
      ["exchange-a", "Бондар"],
      ["exchange-a", "Бондар"],
    ]);
    expect([...shown.keys()]).toEqual(["surname"]);
  });

  it("[PS12] are asked about from one’s own lists", () => {
    const { world, held, missing } = scene();
    expect(world.refused(asked("exchange-a", { list: held, line: 1 }))).toBe("PS12");
    world.must(asked("exchange-a", { list: missing, line: 1 }));
  });

  it("[PS13] are asked about at most fifty times within a day by one side", () => {
    const { world, held, missing } = scene();
    const ask = (i: number) => asked(i % 2 ? "exchange-a" : "party-a", { list: missing, line: 1 + (i % 5) });
    for (let i = 0; i < mostRequestsADay; i++) world.must(ask(i));
    expect(world.refused(ask(1))).toBe("PS13");
    world.must(asked("exchange-b", { list: held, line: 1 })); // each side has its own count
    expect(world.state("host").persons.requests.size).toBe(mostRequestsADay + 1);
    world.pass(24);
    world.must(ask(1));
  });

  it("[PS14] are asked about until the other side answers for itself", () => {
    const { world, held, missing } = scene();
    const request = world.must(asked("exchange-a", { list: missing, line: 1 })).id;
    const open = () => owed(world.state("host"), world.now).filter((one) => one.what === "request_answer");
    expect(open().map((one) => one.by)).toEqual(["exchange-b"]);
    const answer = (
      by: Office,
      more: Partial<PayloadOf<"match.request_answered">> = {},
    ): Saying<"match.request_answered"> => ({
      kind: "match.request_answered",
      by,
      room,
      payload: { request, answer: "on_our_list", ...more },
    });
    expect(world.refused(answer("party-a"))).toBe("PS14");
    expect(world.refused(answer("exchange-b", { request: unread }))).toBe("PS14");
    expect(world.refused(answer("exchange-b", { record: { list: missing, line: 1 } }))).toBe("PS14");
    const record = { list: held, line: 2 };
    expect(world.refused(answer("exchange-b", { record, answer: "no_information" }))).toBe("PS14");
    world.must(answer("exchange-b", { record }));
    expect(open()).toEqual([]);
  });

  it("[PS15] a match goes into later versions by each office’s own act, and by none of itself", () => {
    const { world, held, missing, status } = scene();
    const [one, other] = [
      { list: held, line: 1 },
      { list: missing, line: 2 },
    ];
    const first = matched(world, one, other);
    world.must(confirmed("exchange-a", first));
    world.must(confirmed("exchange-b", first));
    const content = someContent(world.ids, 5);
    const payload = { kind: "held", title: "A list", content, replaces: held } as const;
    const later = world.must({ kind: "list.submitted", by: "exchange-b", room, payload }).id;
    const now = { list: later, line: 3 };
    expect(personOf(world.state("host"), now).records).toEqual([now]);
    const again = (
      by: Office,
      match: ActId,
      records: PayloadOf<"match.proposed">["records"] = [other, now],
    ): Saying<"match.proposed"> => ({
      kind: "match.proposed",
      by,
      room,
      payload: { records, basis: { type: "earlier", match } },
      member: by,
    });
    expect(world.refused(again("party-a", first))).toBe("PS15"); // it has confirmed nothing
    expect(world.refused(again("exchange-a", unread))).toBe("PS3");
    expect(world.refused(again("exchange-a", first, [now, { list: missing, line: 1 }]))).toBe("PS15");
    expect(
      world.refused(again("exchange-a", first, [now, { list: listIn(world, "exchange-a"), line: 2 }])),
    ).toBe("PS15");
    const second = world.must(again("exchange-a", first)).id;
    expect(status(second)).toBe("proposed");
    expect(world.refused(confirmed("exchange-b", second, "exchange-a"))).toBe("PS4");
    world.must(confirmed("exchange-b", second));
    expect(status(second)).toBe("confirmed");
    expect(status(first)).toBe("confirmed");
    world.must(revoked("exchange-a", second));
    expect(status(second)).toBe("proposed");
    world.must(rejected("exchange-a", first));
    expect(world.refused(again("exchange-a", first, [now, { list: held, line: 1 }]))).toBe("PS15");
  });
});
