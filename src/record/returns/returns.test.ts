import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Office, offices } from "../access/offices.ts";
import { readableRooms, rooms, roomTable } from "../access/rooms.ts";
import { refusedBy } from "../access/table.ts";
import { type Kind, kinds } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import { instantOf, randomHistory, unread, World } from "../testing/index.ts";
import { steps } from "./codes.ts";
import { consentStatus, isWithheld, standingConsent } from "./consents.ts";
import type { Return } from "./fold.ts";
import { pathwayOf } from "./pathway.ts";
import { consent, finding, impression, receivedIn, step, withdrawal } from "./scenes.fixture.ts";
import { familyExtract } from "./view.ts";

const hour = 3_600_000;
const own = kinds.filter((kind) => /^(return|consent)\./.test(kind));
const place = { by: "reception-a", room: "reception-a" } as const;

function personIn(world: World, id: Return["id"], office: Office = "reception-a"): Return {
  const person = world.state(office).returns.received.get(id);
  if (!person) throw new Error(`${id} was not received.`);
  return person;
}

function statusIn(world: World, id: Return["id"], later = 0): Readonly<Record<string, string>> {
  const views = pathwayOf(world.state("reception-a"), personIn(world, id), world.now + later);
  return Object.fromEntries(views.map((one) => [one.step, one.status]));
}

function owes(world: World, office: Office = "reception-a"): readonly string[] {
  return owed(world.state(office), world.now)
    .filter((one) => one.what === "return_step")
    .map((one) => `${one.by} ${one.detail.step}`);
}

describe("those who came back", () => {
  it("[RT1] are named by what their author reads", () => {
    const world = World.opened();
    expect(world.refused(step(world, unread))).toBe("RT1");
    expect(world.refused(consent(world, unread))).toBe("RT1");
    expect(world.refused(finding(world, unread, unread))).toBe("RT1");
    expect(world.refused(impression(world, unread, unread))).toBe("RT1");
    expect(world.refused(withdrawal(world, unread))).toBe("RT1");
    const id = receivedIn(world);
    expect(world.refused({ ...step(world, id), by: "reception-b", room: "reception-b" })).toBe("RT1");
  });

  it("[RT2] have each a number of their own at this reception", () => {
    const world = World.opened();
    const first = { person: 7, at: instantOf(world.now), condition: "stretcher" } as const;
    world.must({ ...place, kind: "return.received", payload: first });
    expect(world.refused({ ...place, kind: "return.received", payload: first })).toBe("RT2");
    world.must({ by: "reception-b", room: "reception-b", kind: "return.received", payload: first });
    const other = receivedIn(world, 8);
    const payload = { act: other, reason: "A slip.", payload: { ...first, person: 7 } };
    expect(world.refused({ ...place, kind: "act.corrected", payload })).toBe("RT2");
  });

  it("[RT3] nothing is done with them before they are received, or before it is written down", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const early = instantOf(world.now - hour);
    const late = instantOf(world.now + hour);
    for (const at of [early, late]) {
      expect(world.refused(step(world, id, { at }))).toBe("RT3");
    }
    const given = world.must(consent(world, id)).id;
    expect(world.refused(finding(world, id, given, { at: late }))).toBe("RT3");
    expect(world.refused(consent(world, id, { purpose: "treatment", at: late }))).toBe("RT3");
    expect(
      world.refused({
        ...place,
        kind: "return.received",
        payload: { person: 2, at: late, condition: "critical" },
      }),
    ).toBe("RT3");
  });

  it("[RT4] a step done stays done; what was declined may be done later", () => {
    const world = World.opened();
    const id = receivedIn(world);
    world.must(step(world, id, { outcome: "declined" }));
    expect(statusIn(world, id).triage).toBe("declined");
    const done = world.must(step(world, id)).id;
    for (const outcome of ["done", "declined", "not_needed"] as const)
      expect(world.refused(step(world, id, { outcome }))).toBe("RT4");
    const payload = { ...step(world, id).payload, words: "By the nurse." };
    world.must({ ...place, kind: "act.corrected", payload: { act: done, reason: "A slip.", payload } });
    expect(statusIn(world, id, 9_000 * hour).triage).toBe("done");
  });

  it("[RT5] a postponed step says until when", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const until = instantOf(world.now + 9 * hour);
    expect(world.refused(step(world, id, { outcome: "postponed" }))).toBe("RT5");
    expect(world.refused(step(world, id, { until }))).toBe("RT5");
    expect(world.refused(step(world, id, { outcome: "postponed", until: instantOf(world.now) }))).toBe("RT5");
    world.must(step(world, id, { outcome: "postponed", until }));
    expect(statusIn(world, id, 8 * hour).triage).toBe("postponed");
    expect(statusIn(world, id, 9 * hour).triage).toBe("overdue");
  });

  it("[RT6] have clocks that are functions of now, and no act of their own", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const firstOverdue = (name: string) => {
      let hours = 0;
      while (statusIn(world, id, hours * hour)[name] !== "overdue") hours += 1;
      return hours;
    };
    const day = 24;
    expect(Object.fromEntries(steps.map((name) => [name, firstOverdue(name)]))).toEqual({
      triage: 2,
      isolation_screen: day,
      examination: day,
      call_home: day,
      protocol_record: 3 * day,
      psychological: 3 * day,
      documents: 7 * day,
      discharge_plan: 14 * day,
      follow_up_30: 37 * day,
      follow_up_90: 104 * day,
      follow_up_180: 194 * day,
      follow_up_365: 395 * day,
    });
    expect(statusIn(world, id, 23 * day * hour - 1).follow_up_30).toBe("not_yet");
    expect(statusIn(world, id, 23 * day * hour).follow_up_30).toBe("open");
    expect(statusIn(world, id).call_home).toBe("open");
  });

  it("[RT7] a follow-up is not done before its window", () => {
    const world = World.opened();
    const id = receivedIn(world);
    expect(world.refused(step(world, id, { step: "follow_up_30" }))).toBe("RT7");
    world.must(step(world, id, { step: "follow_up_90", outcome: "declined" }));
    world.pass(23 * 24);
    world.must(step(world, id, { step: "follow_up_30" }));
  });

  it("[RT8] owe nothing and are owed by their own reception, which alone sees it", () => {
    const world = World.opened();
    const id = receivedIn(world);
    expect(owes(world)).toHaveLength(8);
    for (const office of offices.filter((one) => one !== "reception-a"))
      expect(owes(world, office)).toEqual([]);
    world.must(step(world, id));
    world.must(step(world, id, { step: "documents", outcome: "declined" }));
    world.must(step(world, id, { step: "psychological", outcome: "not_needed" }));
    const given = world.must(consent(world, id, { purpose: "treatment" })).id;
    world.must(withdrawal(world, given));
    expect(owes(world)).toEqual([
      "reception-a isolation_screen",
      "reception-a call_home",
      "reception-a protocol_record",
      "reception-a discharge_plan",
    ]);
    expect(world.refused(step(world, id, { step: "examination" }))).toBe("RT16");
  });

  it("[RT8] are spoken of in sealed rooms that one reception alone reads, and in no other", () => {
    for (const kind of own)
      for (const room of rooms)
        for (const office of offices) {
          const isOwn = (office === "reception-a" || office === "reception-b") && room === office;
          expect(refusedBy(office, kind as Kind, room) === undefined, `${kind} ${office} ${room}`).toBe(
            isOwn,
          );
        }
    for (const room of ["reception-a", "reception-b"] as const) {
      expect(roomTable[room]).toEqual({ readers: [room], writers: [room], sealed: true });
      expect(offices.filter((office) => readableRooms(office).includes(room))).toEqual([room]);
    }
  });
});

describe("consent", () => {
  it("[RT10] counts only where it was given after the person was received", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const at = instantOf(world.now - hour);
    expect(world.refused(consent(world, id, { at }))).toBe("RT10");
    // a stray one that another program sealed is read, and does not count
    const research = world.must(consent(world, id, { purpose: "research" }));
    world.append({ ...research, id: unread, payload: consent(world, id, { at }).payload });
    expect(consentStatus(world.state("reception-a"), unread)).toBe("not_free");
    expect(
      standingConsent(world.state("reception-a"), personIn(world, id), "protocol_record"),
    ).toBeUndefined();
    expect(world.refused(finding(world, id, unread))).toBe("RT20");
  });

  it("[RT11] is for one purpose, and taken once while it stands", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const given = world.must(consent(world, id)).id;
    world.must(consent(world, id, { purpose: "treatment" }));
    expect(world.refused(consent(world, id))).toBe("RT11");
    world.must(withdrawal(world, given));
    world.must(consent(world, id));
  });

  it("[RT12] to the media is not taken on the first day", () => {
    const world = World.opened();
    const id = receivedIn(world);
    world.pass(23);
    expect(world.refused(consent(world, id, { purpose: "media" }))).toBe("RT12");
    world.pass(1);
    world.must(consent(world, id, { purpose: "media" }));
  });

  it("[RT13] to contact with the family says what may be shared, and no other does", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const purpose = "family_contact";
    expect(world.refused(consent(world, id, { purpose }))).toBe("RT13");
    expect(world.refused(consent(world, id, { shares: ["that_returned"] }))).toBe("RT13");
    expect(world.refused(consent(world, id, { purpose, shares: ["how_to_reach"] }))).toBe("RT13");
    expect(world.refused(consent(world, id, { purpose, shares: ["that_returned"], reach: "x" }))).toBe(
      "RT13",
    );
    world.must(consent(world, id, { purpose, shares: ["that_returned", "how_to_reach"], reach: "Ward 2" }));
  });

  it("[RT14] is withdrawn once, at any time after it was given", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const given = world.must(consent(world, id)).id;
    const early = { consent: given, at: instantOf(world.now - hour) };
    expect(world.refused({ ...place, kind: "consent.withdrawn", payload: early })).toBe("RT14");
    world.must(withdrawal(world, given));
    expect(world.refused(withdrawal(world, given))).toBe("RT14");
  });

  it("[RT15] once withdrawn, withholds what rests on it, corrections as well", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const given = world.must(consent(world, id)).id;
    const found = world.must(finding(world, id, given)).id;
    const words = world.must(impression(world, id, given)).id;
    const record = world.must(step(world, id, { step: "protocol_record", words: "In two sittings." })).id;
    const payload = { ...finding(world, id, given).payload, finding: "Pale lines." };
    const corrected = world.must({
      ...place,
      kind: "act.corrected",
      payload: { act: found, reason: "A slip.", payload },
    }).id;
    const withheld = () => {
      const state = world.state("reception-a");
      return [...state.entries.values()].filter(({ act }) => isWithheld(state, act)).map(({ act }) => act.id);
    };
    expect(withheld()).toEqual([]);
    const taken = world.must(withdrawal(world, given)).id;
    expect(withheld().toSorted()).toEqual([given, found, words, record, corrected].toSorted());
    expect(withheld()).not.toContain(taken);
    expect(statusIn(world, id).protocol_record).toBe("withdrawn");
    // given anew, it does not bring back what rested on the old one
    world.must(consent(world, id));
    expect(withheld().toSorted()).toEqual([given, found, words, corrected].toSorted());
  });

  it("[RT16] once withdrawn, bears nothing new, by way of a correction either", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const given = world.must(consent(world, id)).id;
    const found = world.must(finding(world, id, given));
    world.must(withdrawal(world, given));
    expect(world.refused(finding(world, id, given))).toBe("RT20");
    expect(world.refused(impression(world, id, given))).toBe("RT20");
    expect(world.refused(step(world, id, { step: "protocol_record" }))).toBe("RT16");
    const payload = { act: found.id, reason: "A slip.", payload: { ...found.payload, finding: "x" } };
    expect(world.refused({ ...place, kind: "act.corrected", payload })).toBe("RT16");
  });
});

describe("the record of torture", () => {
  it("[RT20] rests on a standing consent of this very person to it", () => {
    const world = World.opened();
    const [one, other] = [receivedIn(world, 1), receivedIn(world, 2)];
    const treatment = world.must(consent(world, one, { purpose: "treatment" })).id;
    expect(world.refused(finding(world, one, treatment))).toBe("RT20");
    world.pass(1);
    const given = world.must(consent(world, other)).id;
    expect(world.refused(finding(world, one, given))).toBe("RT20");
    expect(world.refused(finding(world, other, given, { at: instantOf(world.now - hour / 2) }))).toBe("RT20");
    world.must(finding(world, other, given));
    world.must(impression(world, other, given));
  });

  it("[RT21] is done only while a consent to it stands", () => {
    const world = World.opened();
    const id = receivedIn(world);
    expect(world.refused(step(world, id, { step: "protocol_record" }))).toBe("RT21");
    world.must(step(world, id, { step: "protocol_record", outcome: "declined" }));
    world.must(consent(world, id));
    world.must(step(world, id, { step: "protocol_record" }));
  });

  it("[RT22] is made by an examiner who questions the person for no other purpose; there is no kind for that", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const given = world.must(consent(world, id)).id;
    expect(world.refused(finding(world, id, given, { independent: false }))).toBe("RT22");
    expect(own.toSorted()).toEqual([
      "consent.given",
      "consent.withdrawn",
      "return.finding_recorded",
      "return.impression_recorded",
      "return.received",
      "return.step_done",
    ]);
  });
});

describe("the extract for the family", () => {
  it("[RT30] has what the person consented to share, while the consent stands, and nothing medical", () => {
    const world = World.opened();
    const id = receivedIn(world);
    const extract = () => familyExtract(world.state("reception-a"), personIn(world, id));
    expect(extract()).toBeUndefined();
    const first = world.must(
      consent(world, id, { purpose: "family_contact", shares: ["that_returned", "when_returned"] }),
    ).id;
    expect(extract()).toEqual({ returned: true, day: "2025-07-01", reach: undefined });
    world.must(withdrawal(world, first));
    expect(extract()).toBeUndefined();
    world.must(consent(world, id, { purpose: "family_contact", shares: ["how_to_reach"], reach: "Ward 2" }));
    const protocol = world.must(consent(world, id)).id;
    world.must(finding(world, id, protocol));
    expect(extract()).toEqual({ returned: false, day: undefined, reach: "Ward 2" });
  });

  it("[RT30] never says more than what was shared, in any history", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { world } = randomHistory(seed, 60);
        for (const office of ["reception-a", "reception-b"] as const) {
          const state = world.state(office);
          for (const person of state.returns.received.values()) {
            const stands = standingConsent(state, person, "family_contact");
            const extract = familyExtract(state, person);
            expect(extract === undefined).toBe(stands === undefined);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
