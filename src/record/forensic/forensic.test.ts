import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Office, offices } from "../access/offices.ts";
import { readableRooms, roomTable } from "../access/rooms.ts";
import { refusedBy } from "../access/table.ts";
import { fitsForm } from "../act/bytes.ts";
import { type Kind, kinds } from "../act/kinds.ts";
import { fold } from "../fold/view.ts";
import { owed } from "../gate/gate.ts";
import { isWithheld } from "../returns/consents.ts";
import { counted, instantOf, randomHistory, unread, World, written } from "../testing/index.ts";
import type { Evidence } from "./acts.ts";
import type { geneMethods } from "./codes.ts";
import { samplesOf } from "./consents.ts";
import { custodyOf, holderOf } from "./custody.ts";
import type { Container } from "./fold.ts";
import { identificationView, lastTold } from "./identification.ts";
import { askedFor, carries } from "./rule.ts";
import {
  consented,
  containerIn,
  given,
  opened,
  personIn,
  receivedIn,
  recorded,
  revoked,
  room,
  stated,
  taken,
  told,
  twoRelatives,
} from "./scenes.fixture.ts";
import { associationsOf, nextFor } from "./view.ts";

const hour = 3_600_000;
const seeds = fc.integer({ min: 1, max: 100_000 });
const ofForensic = kinds.filter((kind) => kind.startsWith("forensic."));

function containerOf(world: World, id: Container["id"]): Container {
  const found = world.state("operator").forensic.containers.get(id);
  if (!found) throw new Error(`${id} is no container.`);
  return found;
}

function gapsOf(world: World, id: Container["id"]) {
  return custodyOf(world.state("operator"), containerOf(world, id)).map(({ gaps }) => gaps);
}

function nextOf(world: World, id: Container["id"]) {
  const next = nextFor(world.state("operator"), containerOf(world, id));
  return next && `${next.by} ${next.step}`;
}

function owes(world: World) {
  return owed(world.state("operator"), world.now)
    .filter(({ what }) => what === "custody_word" || what === "container_check")
    .map(({ by, what }) => `${by} ${what}`);
}

/** A case of remains that were received, and a person who is sought. */
function examined(world: World) {
  const container = receivedIn(world);
  const found = world.must(opened(world, [container])).id;
  return { container, found, person: personIn(world) };
}

function statusOf(world: World, id: Container["id"]) {
  const found = world.state("operator").forensic.identifications.get(id);
  return found && identificationView(world.state("operator"), found).status;
}

describe("containers and custody", () => {
  it("[FR1] are named by what their author reads", () => {
    const world = World.opened();
    expect(world.refused(given(world, unread))).toBe("FR1");
    expect(world.refused(taken(world, unread))).toBe("FR1");
    expect(world.refused(opened(world, [unread]))).toBe("FR1");
    expect(world.refused(stated(world, unread, unread))).toBe("FR1");
    expect(world.refused(revoked(world, unread))).toBe("FR1");
    expect(world.refused(consented(world, unread))).toBe("FR1");
    expect(world.refused(told(world, unread))).toBe("FR1");
  });

  it("[FR2] have a code each, whose slip is noticed", () => {
    const world = World.opened();
    const first = recorded(world);
    world.must(first);
    expect(world.refused({ ...recorded(world), payload: first.payload })).toBe("FR2");
    const other = world.must(recorded(world)).id;
    const payload = { act: other, reason: "A slip.", payload: { ...first.payload } };
    expect(world.refused({ kind: "act.corrected", by: "forensic-b", room, payload })).toBe("FR2");
    const code = first.payload.code.slice(0, 7) + (first.payload.code.endsWith("0") ? "1" : "0");
    expect(fitsForm("forensic.container_recorded", { ...first.payload, code })).toBe(false);
  });

  it("[FR3] are handled after they were filled and before it is written down", () => {
    const world = World.opened();
    const id = containerIn(world);
    expect(world.refused(given(world, id, { at: instantOf(world.now - hour) }))).toBe("FR3");
    expect(world.refused(given(world, id, { at: instantOf(world.now + hour) }))).toBe("FR3");
    expect(world.refused(recorded(world, { at: instantOf(world.now + hour) }))).toBe("FR3");
  });

  it("[FR4] are handed on once somebody has looked for ammunition", () => {
    const world = World.opened();
    const { id } = world.must(recorded(world));
    expect(owes(world)).toEqual(["forensic-b container_check"]);
    expect(world.refused(given(world, id))).toBe("FR4");
    const check = (found: "not_safe" | "made_safe") =>
      world.must({
        kind: "forensic.container_checked",
        by: "forensic-b",
        room,
        payload: { container: id, at: instantOf(world.now), found },
      });
    check("not_safe");
    expect(world.refused(given(world, id))).toBe("FR4");
    check("made_safe");
    expect(world.refused(given(world, id))).toBeUndefined();
  });

  it("[FR5] pass from one office to another", () => {
    const world = World.opened();
    expect(world.refused(given(world, containerIn(world), { to: "forensic-b" }))).toBe("FR5");
  });

  it("[FR6] are taken over once, by the office to which they were given", () => {
    const world = World.opened();
    const id = containerIn(world);
    const giving = world.must(given(world, id)).id;
    expect(holderOf(world.state("operator"), containerOf(world, id))).toBe("forensic-b");
    expect(owes(world)).toEqual(["forensic-a custody_word"]);
    expect(world.refused(taken(world, giving, {}, "operator"))).toBe("FR6");
    expect(world.refused(taken(world, giving))).toBeUndefined();
    expect(world.refused(taken(world, giving))).toBe("FR6");
    expect(owes(world)).toEqual([]);
    expect(holderOf(world.state("operator"), containerOf(world, id))).toBe("forensic-a");
  });

  it("[FR7] show every gap of their custody and refuse none", () => {
    const world = World.opened();
    const id = containerIn(world);
    world.must(given(world, id));
    expect(gapsOf(world, id)).toEqual([["not_taken"]]);
    world.must(given(world, id, { to: "forensic-a", numbers: ["S9"], seals: "seals_broken" }, "operator"));
    expect(gapsOf(world, id)[1]).toEqual(["not_taken", "not_from_holder", "seals_broken", "numbers_differ"]);
    const other = containerIn(world);
    world.pass(2);
    const giving = world.must(given(world, other)).id;
    world.must(taken(world, giving, { at: instantOf(world.now - hour) }));
    expect(gapsOf(world, other)).toEqual([["times_cross"]]);
    expect(gapsOf(world, receivedIn(world))).toEqual([[]]);
  });

  it("[FR8] have packets of effects with an inventory, and no field for a value", () => {
    const world = World.opened();
    const container = containerIn(world);
    const payload = {
      container,
      packet: "P1",
      seal: "E1",
      at: instantOf(world.now),
      disc: "half_disc" as const,
      items: [{ count: 2, what: "Photographs" }],
      complete: false,
    };
    const saying = { kind: "forensic.effects_packed", by: "forensic-b", room, payload } as const;
    world.must(saying);
    expect(world.refused(saying)).toBe("FR8");
    for (const field of ["value", "worth", "currency"]) {
      const items = [{ count: 1, what: "A ring", [field]: 9 }];
      expect(fitsForm("forensic.effects_packed", { ...payload, items })).toBe(false);
    }
  });

  it("[FR26] say what comes next, and who does it", () => {
    const world = World.opened();
    const { id } = world.must(recorded(world));
    expect(nextOf(world, id)).toBe("forensic-b check");
    const container = containerIn(world);
    expect(nextOf(world, container)).toBe("forensic-b give");
    const giving = world.must(given(world, container)).id;
    expect(nextOf(world, container)).toBe("forensic-a take");
    world.must(taken(world, giving));
    expect(nextOf(world, container)).toBe("forensic-a open_case");
    const found = world.must(opened(world, [container])).id;
    expect(nextOf(world, container)).toBe("forensic-a identify");
    world.must(stated(world, found, personIn(world)));
    expect(nextOf(world, container)).toBeUndefined();
  });
});

describe("cases", () => {
  it("[FR9] are opened by the office that holds the containers", () => {
    const world = World.opened();
    const container = receivedIn(world);
    expect(world.refused(opened(world, [container], "C1", "forensic-b"))).toBe("FR9");
    expect(world.refused(opened(world, [container]))).toBeUndefined();
    expect(world.refused(opened(world, [container]))).toBe("FR9");
    expect(world.refused(opened(world, [container], "C2"))).toBeUndefined();
  });

  it("[FR10] are held against containers, cases and persons, in each one's own words side by side", () => {
    const world = World.opened();
    const { found, person, container } = examined(world);
    const second = world.must(opened(world, [receivedIn(world)], "C2")).id;
    const say = (by: "forensic-a" | "forensic-b", stance: "possible" | "belongs_together" | "excluded") =>
      world.must({
        kind: "forensic.case_associated",
        by,
        room,
        payload: { case: found, with: { type: "case", other: second }, stance, support: "The bones fit." },
      });
    say("forensic-a", "possible");
    say("forensic-b", "excluded");
    say("forensic-a", "belongs_together");
    const self = { case: found, with: { type: "case" as const, other: found }, stance: "possible" as const };
    const wrong = { ...self, support: "x" };
    expect(world.refused({ kind: "forensic.case_associated", by: "forensic-a", room, payload: wrong })).toBe(
      "FR10",
    );
    for (const other of [
      { type: "container" as const, container },
      { type: "person" as const, person },
    ])
      world.must({
        kind: "forensic.case_associated",
        by: "operator",
        room,
        payload: { case: found, with: other, stance: "possible", support: "Clothing." },
      });
    const state = world.state("operator");
    for (const id of [found, second]) {
      const one = state.forensic.cases.get(id);
      const [first] = one ? associationsOf(state, one) : [];
      expect(
        first?.words.map(({ office, latest, changes }) => [office, latest.act.payload.stance, changes]),
      ).toEqual([
        ["forensic-a", "belongs_together", 1],
        ["forensic-b", "excluded", 0],
      ]);
    }
    const one = state.forensic.cases.get(found);
    expect(one && associationsOf(state, one)).toHaveLength(3);
  });

  it("[FR11] look for persons who are numbers, and no act has a name", () => {
    const world = World.opened();
    const first = personIn(world, 7);
    expect(
      world.refused({ kind: "forensic.person_entered", by: "forensic-a", room, payload: { person: 7 } }),
    ).toBe("FR11");
    personIn(world, 7, "forensic-b");
    personIn(world, 8);
    const payload = { act: first, reason: "A slip.", payload: { person: 8 } };
    expect(world.refused({ kind: "act.corrected", by: "forensic-a", room, payload })).toBe("FR11");
    expect(fitsForm("forensic.person_entered", { person: 9, name: "N. N." })).toBe(false);
  });
});

describe("identification", () => {
  it("[FR12] is stated by the office that received the remains, after the examination", () => {
    const world = World.opened();
    const mine = containerIn(world);
    const early = world.must(opened(world, [mine], "B1", "forensic-b")).id;
    const person = personIn(world);
    expect(world.refused(stated(world, early, person, {}, "forensic-b"))).toBe("FR12");
    const own = containerIn(world, { belongs: "b" });
    const ownCase = world.must(opened(world, [own], "B2", "forensic-b")).id;
    expect(world.refused(stated(world, ownCase, person, {}, "forensic-b"))).toBeUndefined();
    world.pass(1);
    const found = world.must(opened(world, [receivedIn(world)])).id;
    expect(world.refused(stated(world, found, person, { at: instantOf(world.now - hour) }))).toBe("FR12");
    expect(world.refused(stated(world, found, person, {}, "operator"))).toBe("act.not_permitted");
    expect(world.refused(stated(world, found, person))).toBeUndefined();
  });

  it("[FR13] is confirmed by the rule, and by nothing less", () => {
    const relative = (sample: number, genes: (typeof geneMethods)[number] = "autosomal", close = true) =>
      ({ type: "relative", sample, genes, close }) as const;
    const enough: readonly (readonly Evidence[])[] = [
      [{ type: "lifetime_sample" }],
      twoRelatives,
      [relative(1), relative(1, "mitochondrial")],
    ];
    const less: readonly (readonly Evidence[])[] = [
      [relative(1)],
      [relative(1), relative(1)],
      [relative(1), relative(2, "y_line", false)],
      [{ type: "dental" }, { type: "fingerprint" }, relative(1)],
      [{ type: "disc" }, { type: "effects" }, { type: "visual" }],
    ];
    for (const one of enough) expect(carries(one, "confirmed")).toBe(true);
    for (const one of less) expect(carries(one, "confirmed")).toBe(false);
    expect(carries([{ type: "visual" }], "presumptive")).toBe(false);
    expect(carries([{ type: "visual" }, { type: "visual" }], "presumptive")).toBe(false);
    expect(carries([{ type: "disc" }, { type: "effects" }], "presumptive")).toBe(true);
    expect(carries([relative(1)], "presumptive")).toBe(true);
    expect(askedFor([relative(1)])).toMatchObject({ isEnough: false, closeRelatives: 1, methodsOfOne: 1 });
    const world = World.opened();
    const { found, person } = examined(world);
    expect(world.refused(stated(world, found, person, { evidence: [relative(1)] }))).toBe("FR13");
    expect(
      world.refused(stated(world, found, person, { level: "presumptive", evidence: [{ type: "visual" }] })),
    ).toBe("FR13");
  });

  it("[FR14] stands once for a case", () => {
    const world = World.opened();
    const { found, person } = examined(world);
    const first = world.must(stated(world, found, person)).id;
    expect(world.refused(stated(world, found, personIn(world, 2)))).toBe("FR14");
    world.must(revoked(world, first));
    expect(world.refused(stated(world, found, personIn(world, 3)))).toBeUndefined();
  });

  it("[FR15] is always revocable, by its own office, with the reason", () => {
    const world = World.opened();
    const { found, person } = examined(world);
    const id = world.must(stated(world, found, person)).id;
    expect(world.refused(revoked(world, id, {}, "forensic-b"))).toBe("FR15");
    expect(world.refused(revoked(world, id, { at: instantOf(world.now - hour) }))).toBe("FR15");
    world.pass(24 * 900);
    expect(world.refused(revoked(world, id))).toBeUndefined();
    expect(world.refused(revoked(world, id))).toBe("FR15");
  });

  it("[FR16] is answered by the others while it stands", () => {
    const world = World.opened();
    const { found, person } = examined(world);
    const identification = world.must(stated(world, found, person)).id;
    const answer = (by: "forensic-a" | "forensic-b") =>
      world.refused({
        kind: "forensic.identification_answered",
        by,
        room,
        payload: { identification, answer: "agrees" },
      });
    expect(answer("forensic-a")).toBe("FR16");
    expect(answer("forensic-b")).toBeUndefined();
    world.must(revoked(world, identification));
    expect(answer("forensic-b")).toBe("FR16");
  });

  it("[FR17] has a joint status from each one's word, and silence is no yes", () => {
    const world = World.opened();
    const { found, person } = examined(world);
    const identification = world.must(stated(world, found, person)).id;
    const answer = (by: "operator" | "forensic-b", word: "agrees" | "differs" | "no_information") =>
      world.must({
        kind: "forensic.identification_answered",
        by,
        room,
        payload: { identification, answer: word },
      });
    world.pass(24 * 400);
    expect(statusOf(world, identification)).toBe("stated");
    answer("operator", "agrees");
    expect(statusOf(world, identification)).toBe("stated");
    answer("forensic-b", "differs");
    expect(statusOf(world, identification)).toBe("differs");
    answer("forensic-b", "agrees");
    expect(statusOf(world, identification)).toBe("agreed");
    world.must(revoked(world, identification));
    expect(statusOf(world, identification)).toBe("revoked");
  });

  it("[FR18] is never made from counts", () => {
    let identified = 0;
    const views = (entries: ReturnType<World["entriesFor"]>) => {
      const state = fold(entries);
      return [...state.forensic.identifications.values()].map((one) => identificationView(state, one));
    };
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 80);
        const entries = world.entriesFor("forensic-a");
        const isCount = (kind: Kind) => kind.startsWith("remains.") || kind.startsWith("exchange.");
        const without = entries.filter(({ act }) => !isCount(act.kind));
        const found = views(entries);
        identified += found.length;
        const bare = (all: typeof found) => all.map(({ id, status }) => [id, status]);
        expect(bare(views(without))).toEqual(bare(found));
      }),
      { numRuns: 60 },
    );
    expect(identified).toBeGreaterThan(0);
    const world = World.opened();
    const count = counted(6_060, "bodies");
    const payload = { from: "b", to: "a", on: "2025-07-01", count } as const;
    world.must({ kind: "remains.handed_over", by: "forensic-b", room: "forensic", payload });
    world.must({
      kind: "remains.received",
      by: "forensic-a",
      room: "forensic",
      payload: { ...payload, count: counted(6_057, "bodies") },
    });
    expect(world.state("operator").forensic.cases.size).toBe(0);
  });

  it("[FR19] bars a return while it stands, and a return asks for the handing on", () => {
    const world = World.opened();
    const { found, person, container } = examined(world);
    const back = {
      kind: "forensic.case_returned",
      by: "forensic-a",
      room,
      payload: {
        case: found,
        to: "b",
        cause: "of_the_other_side",
        at: instantOf(world.now),
        words: "The disc and the clothing.",
      },
    } as const;
    const id = world.must(stated(world, found, person)).id;
    expect(world.refused(back)).toBe("FR20");
    world.must(revoked(world, id, { reason: "associated_anew" }));
    world.must(back);
    expect(nextOf(world, container)).toBe("forensic-a give");
  });

  it("[FR20] is not asked of what goes back: an office returns its own case to the other side", () => {
    const world = World.opened();
    const { found } = examined(world);
    const back = (to: "a" | "b", by: "forensic-a" | "forensic-b", at = world.now) =>
      world.refused({
        kind: "forensic.case_returned",
        by,
        room,
        payload: { case: found, to, cause: "of_the_other_side", at: instantOf(at), words: "The disc." },
      });
    expect(back("a", "forensic-a")).toBe("FR20");
    expect(back("a", "forensic-b")).toBe("FR20");
    expect(back("b", "forensic-a", world.now - hour)).toBe("FR20");
    expect(back("b", "forensic-a")).toBeUndefined();
  });
});

describe("the family", () => {
  it("[FR21] consents to one use of one sample at a time", () => {
    const world = World.opened();
    const person = personIn(world);
    world.must(consented(world, person));
    expect(world.refused(consented(world, person))).toBe("FR21");
    expect(world.refused(consented(world, person, { relation: "father", purpose: "keeping" }))).toBe("FR21");
    expect(world.refused(consented(world, personIn(world, 2), { purpose: "keeping" }))).toBe("FR21");
    expect(world.refused(consented(world, person, { purpose: "sharing" }))).toBeUndefined();
  });

  it("[FR22] withdraws a consent once, and the sample is not compared any more", () => {
    const world = World.opened();
    const person = personIn(world);
    const consent = world.must(consented(world, person)).id;
    const mayBeCompared = () => {
      const state = world.state("forensic-a");
      const found = state.forensic.persons.get(person);
      return found && samplesOf(state, found).map((one) => one.mayBeCompared);
    };
    expect(mayBeCompared()).toEqual([true]);
    const withdraw = (at = world.now) =>
      world.refused({
        kind: "forensic.sample_withdrawn",
        by: "forensic-a",
        room: "forensic-own-a",
        payload: { consent, at: instantOf(at) },
      });
    expect(withdraw(world.now - hour)).toBe("FR22");
    expect(withdraw()).toBeUndefined();
    expect(withdraw()).toBe("FR22");
    expect(mayBeCompared()).toEqual([false]);
  });

  it("[FR23] has no word of a withdrawn consent shown any more", () => {
    const world = World.opened();
    const { id } = world.must(consented(world, personIn(world)));
    const isHidden = () => {
      const act = world.state("forensic-a").entries.get(id)?.act;
      return act && isWithheld(world.state("forensic-a"), act);
    };
    expect(isHidden()).toBe(false);
    const payload = { consent: id, at: instantOf(world.now) };
    world.must({ kind: "forensic.sample_withdrawn", by: "forensic-a", room: "forensic-own-a", payload });
    expect(isHidden()).toBe(true);
  });

  it("[FR24] is read by its own side's forensic office alone, and changes nothing for anybody else", () => {
    const own = ["forensic.sample_consented", "forensic.sample_withdrawn", "forensic.family_told"] as const;
    for (const kind of ofForensic) {
      const isOwn = (own as readonly Kind[]).includes(kind);
      for (const office of offices)
        for (const where of ["forensic", "forensic-own-a", "forensic-own-b"] as const)
          if (refusedBy(office, kind, where) === undefined) expect(where !== "forensic").toBe(isOwn);
    }
    expect(roomTable["forensic-own-a"].readers).toEqual(["forensic-a"]);
    for (const office of offices.filter((one) => one !== "forensic-a"))
      expect(readableRooms(office)).not.toContain("forensic-own-a");
    for (const office of ["host", "party-a", "party-b", "exchange-a", "monitor"] as const)
      expect(readableRooms(office)).not.toContain("forensic");
    const world = World.opened();
    const { found, person } = examined(world);
    const id = world.must(stated(world, found, person)).id;
    const before = written(world.state("forensic-b"));
    world.must(consented(world, person));
    world.must(told(world, id));
    expect(written(world.state("forensic-b"))).toBe(before);
  });

  it("[FR25] is told by a person, face to face, of what its own side has confirmed", () => {
    const world = World.opened();
    const { found, person } = examined(world);
    const weak = world.must(
      stated(world, found, person, { level: "presumptive", evidence: [{ type: "dental" }] }),
    ).id;
    expect(world.refused(told(world, weak))).toBe("FR25");
    world.must(revoked(world, weak, { reason: "method_at_fault" }));
    const id = world.must(stated(world, found, person)).id;
    expect(world.refused(told(world, id, { news: "revoked" }))).toBe("FR25");
    expect(world.refused(told(world, id, { at: instantOf(world.now - hour) }))).toBe("FR25");
    expect(world.refused(told(world, id, {}, "forensic-b"))).toBe("FR25");
    world.must(told(world, id));
    world.must(revoked(world, id));
    expect(world.refused(told(world, id))).toBe("FR25");
    world.must(told(world, id, { news: "revoked" }));
    const state = world.state("forensic-a");
    const stands = state.forensic.identifications.get(id);
    expect(stands && lastTold(state, stands)?.act.payload.news).toBe("revoked");
    const { payload } = told(world, id);
    for (const more of [{ place: "by_telephone" }, { telephone: "1" }, { message: "x" }])
      expect(fitsForm("forensic.family_told", { ...payload, ...more })).toBe(false);
  });

  it("[FR27] is owed its word at the desk of its own side’s office alone, and what goes back is owed by who holds it", () => {
    const world = World.opened();
    const { container, found, person } = examined(world);
    const id = world.must(stated(world, found, person)).id;
    const owedAt = (office: Office) =>
      owed(world.state(office), world.now, office)
        .filter(({ what }) => /^(family_|case_return)/.test(what))
        .map(({ what, by, subject }) => `${what} ${by} ${subject}`);
    expect(owedAt("forensic-a")).toEqual([`family_word forensic-a ${found}`]);
    for (const office of offices.filter((one) => one !== "forensic-a")) expect(owedAt(office)).toEqual([]);
    world.must(told(world, id));
    expect(owedAt("forensic-a")).toEqual([]);
    world.must(revoked(world, id));
    expect(owedAt("forensic-a")).toEqual([`family_revocation forensic-a ${found}`]);
    world.must(told(world, id, { news: "revoked" }));
    const payload = {
      case: found,
      to: "b" as const,
      cause: "of_the_other_side" as const,
      at: instantOf(world.now),
      words: "Not ours.",
    };
    world.must({ kind: "forensic.case_returned", by: "forensic-a", room, payload });
    for (const office of ["forensic-a", "forensic-b", "operator"] as const)
      expect(owedAt(office)).toEqual([`case_return forensic-a ${container}`]);
    world.must(given(world, container, { to: "forensic-b" }, "forensic-a"));
    expect(owedAt("forensic-a")).toEqual([]);
  });
});
