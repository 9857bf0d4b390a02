import { localPrint, type PayloadOf, partyOf, type TruceTerms } from "#record";
import { founding } from "./founding.ts";
import { depth, height, lineOf, ringOf, type Sector } from "./ground.ts";
import {
  delegateOf,
  end,
  hour,
  instant,
  type Narrator,
  room,
  sides,
  source,
  start,
  truce,
} from "./narrator.ts";

/** From a first text that lacks parts to orders that the units have confirmed. */
export function agreeTerms(tell: Narrator, sectors: readonly Sector[]): void {
  sayLines(tell, 14);
  const whole = termsOf(sectors);
  const { conduct, returnFireLadder, hotline, breachResponse, warningHours, extension, ...first } = whole;
  tell.at("2026-10-21T08:00:00Z");
  tell.say("host-secretary", "truce-first", {
    kind: "truce.tabled",
    room,
    payload: { title: "Pause of 36 hours for the wounded and the dead", terms: first, source },
  });
  tell.later(26 * 60);
  for (const side of sides)
    tell.say(delegateOf[side], `first-answer-${side}`, {
      kind: "truce.answered",
      room,
      payload: { truce: "@truce-first", answer: "agreed_in_principle", source },
    });
  tell.at("2026-10-26T09:00:00Z");
  tell.say("host-secretary", "truce", {
    kind: "truce.tabled",
    room,
    payload: {
      title: "Pause of 36 hours for the wounded and the dead",
      terms: whole,
      retables: "@truce-first",
      source,
    },
  });
  tell.at("2026-10-27T12:00:00Z");
  for (const side of sides) {
    tell.later(90);
    tell.say(delegateOf[side], `accepted-${side}`, {
      kind: "truce.answered",
      room,
      payload: { truce, answer: "accepted", source },
    });
  }
  order(tell);
  sayLines(tell, 4);
}

// Each side says where the line ran, for itself.
function sayLines(tell: Narrator, daysBefore: number): void {
  tell.until(start - daysBefore * 24 * hour);
  for (const side of sides)
    tell.say(delegateOf[side], `line-${daysBefore}-${side}`, {
      kind: "contact.claimed",
      room,
      payload: {
        title: `Line of contact, as ${founding.parties[side].label.en} has it`,
        asOf: instant(tell.now),
        pieces: [lineOf(side, daysBefore)],
        source,
      },
    });
}

// Each side orders its own troops, and says how far the order has come.
function order(tell: Narrator): void {
  tell.at("2026-10-28T06:00:00Z");
  for (const side of sides) {
    tell.say(delegateOf[side], `order-${side}`, {
      kind: "truce.order_issued",
      room,
      payload: {
        truce,
        number: side === "a" ? "36/A" : "36/B",
        signatory: "Chief of the general staff",
        issuedAt: instant(tell.now - hour),
        echelonReached: "command",
      },
    });
    tell.later(40);
  }
  const chain = [
    ["received", "army"],
    ["passed_to_units", "brigade"],
    ["confirmed_by_units", "company"],
  ] as const;
  for (const [step, echelonReached] of chain) {
    tell.later(7 * 60);
    for (const side of sides)
      tell.say(delegateOf[side], `order-${side}-${step.replaceAll("_", "-")}`, {
        kind: "truce.order_acknowledged",
        room,
        payload: { truce, order: `@order-${side}`, step, echelonReached, at: instant(tell.now) },
      });
  }
  tell.later(60);
  for (const side of sides)
    tell.say(delegateOf[side], `guarantee-${side}`, {
      kind: "truce.guarantee_given",
      room,
      payload: {
        truce,
        words:
          "Teams under the emblem are respected and protected in all three sectors, on their way there and back.",
        until: instant(end),
      },
    });
}

/** Go by both parties and the operator, at one of the three hours before the start. */
export function sayGo(
  tell: Narrator,
  checkpoint: PayloadOf<"truce.readiness_said">["checkpoint"],
  reason?: string,
): void {
  for (const member of [delegateOf.b, delegateOf.a, "operator-one"] as const) {
    tell.say(member, `go-${checkpoint}-${member}`, {
      kind: "truce.readiness_said",
      room,
      payload: {
        truce,
        answer: "go",
        ...(checkpoint === undefined ? {} : { checkpoint }),
        ...(reason === undefined || member === "operator-one" ? {} : { reason }),
      },
    });
    tell.later(4);
  }
}

function moment(at: number) {
  const { a, b } = founding.parties;
  return { at: instant(at), localA: localPrint(at, a.zone), localB: localPrint(at, b.zone) };
}

function termsOf(sectors: readonly Sector[]): TruceTerms {
  return {
    label: "Humanitarian pause of 36 hours",
    kind: "humanitarian_pause",
    legalBasis: "Geneva Convention I, art. 15; Additional Protocol I, art. 33(4)",
    purpose: ["evacuate_wounded", "recover_dead"],
    start: moment(start),
    end: moment(end),
    zones: sectors.map((sector) => ({
      name: sector.name,
      ring: ringOf(sector),
      depthMetres: depth,
      altitudeMetres: height,
    })),
    mapEdition: "Demonstration plane, edition 1: metres east and north of 76° S, 62° E",
    forcesBound: sides.map(
      (side) => `All forces of ${founding.parties[side].label.en}, whatever their name (${partyOf(side)})`,
    ),
    prohibited: [
      "Fire of any kind into the sectors",
      "Flights over the sectors below 3,000 m",
      "Laying of mines",
    ],
    permitted: ["Movement of the teams that were notified", "Search, clearance and marking for these teams"],
    conduct: [
      { act: "fire", may: "prohibited", fromCalibreMm: 5 },
      { act: "sniper_fire", may: "prohibited" },
      { act: "uav_strike", may: "prohibited" },
      { act: "uav_reconnaissance", may: "prohibited" },
      { act: "electronic_warfare", may: "prohibited", words: "The teams’ channels are left alone." },
      { act: "movement", may: "as_described", words: "Each stays where it was at the start." },
      { act: "engineering_works", may: "prohibited" },
      { act: "mining", may: "prohibited" },
      { act: "rotation_resupply", may: "as_described", words: "Water, food and care of one’s own wounded." },
    ],
    offensiveMeans: "Fire, advance, and flights that prepare either.",
    returnFire: "Only on order, after the steps that are listed.",
    returnFireLadder: ["take_cover", "report_up", "call_hotline", "ask_monitor", "fire_on_order"],
    longRangeWeapons: "No weapon outside the sectors is used into them.",
    regrouping: "No rotation, no works and no supply of ammunition in the sectors.",
    dutyToWarn: "Who learns of a danger to a team tells the operator at once, whoever made it.",
    hotline: "Channel 36, day and night, at the host",
    monitoring: "The monitor observes from both ends of the line and reports to both at the same time.",
    disputes: "By the hotline first, then the two delegates at the host, within two hours.",
    violationClasses: ["Fire near a team", "Fire elsewhere in a sector", "Flight below the height", "Other"],
    breachEffect: "A breach is reported and answered step by step; the rest of the text goes on.",
    breachResponse: "graduated",
    warningHours: 6,
    extension: "By up to six hours, if both say so before the end.",
    publication: "The hours are public from the start; places never are.",
    withoutPrejudice: "It changes neither the legal status of the parties nor that of any ground.",
  };
}
