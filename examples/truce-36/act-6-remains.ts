import { seededRandom } from "#base";
import { cellOf, cellText, codesFrom, otherSide, type Side } from "#record";
import { brought } from "./act-5-closing.ts";
import type { Course } from "./course.ts";
import { positionOf, seed } from "./ground.ts";
import { examinerOf, hour, instant, minuteAt, type Narrator, sides, start } from "./narrator.ts";

const room = "forensic";
/** Of the first handover to each side every bag is told one by one, up to so many; the others are counted. */
const bags = 6;

type Bag = {
  readonly name: `@${string}`;
  readonly seal: string;
  readonly loadedAt: number;
  readonly handedOverAt: number;
};

/** From the place where they lay into bags, and on to the side to which they are said to belong: each handing on in two words. */
export function fillBags(
  tell: Narrator,
  courses: readonly Course[],
): { readonly [S in Side]: readonly Bag[] } {
  const filled = (side: Side): readonly Bag[] => {
    const from = brought(courses, otherSide(side));
    const codes = codesFrom(seededRandom(seed + (side === "a" ? 1 : 2)).bytes(bags * 8), bags);
    const places = from.flatMap((one) => Array.from({ length: one.count }, () => one)).slice(0, bags);
    return places.map((one, n): Bag => {
      const name = `bag-${side}-${n + 1}`;
      const seal = `${side.toUpperCase()}${String(1_000 + 7 * n)}`;
      tell.say("operator-one", name, {
        kind: "forensic.container_recorded",
        room,
        payload: {
          code: codes[n] ?? "",
          tag: `T36 ${side.toUpperCase()} ${n + 1}`,
          at: minuteAt(one.loadedAt),
          where: `Cell ${cellText(cellOf(positionOf(one.site)))}`,
          by: `Recovery team ${one.team}`,
          holds: n === 1 || n === 2 ? "body_parts" : "one_body",
          commingled: n === 1 || n === 2 ? "not_known" : "one_person",
          seals: [seal],
          belongs: side,
        },
      });
      tell.say("operator-one", `${name}-checked`, {
        kind: "forensic.container_checked",
        room,
        payload: {
          container: `@${name}`,
          at: minuteAt(one.loadedAt),
          found: n === 4 ? "made_safe" : "nothing_found",
        },
      });
      return { name: `@${name}`, seal, loadedAt: one.loadedAt, handedOverAt: one.handedOverAt };
    });
  };
  const all = { b: filled("b"), a: filled("a") };
  for (const side of sides) {
    const [first] = all[side];
    if (first) pack(tell, side, first);
  }
  for (const side of sides) for (const bag of all[side]) handOn(tell, side, bag);
  return all;
}

function pack(tell: Narrator, side: Side, bag: Bag): void {
  tell.say("operator-one", `packet-${side}`, {
    kind: "forensic.effects_packed",
    room,
    payload: {
      container: bag.name,
      packet: "P1",
      seal: `${bag.seal}-E`,
      at: minuteAt(bag.loadedAt),
      disc: "half_disc",
      items: [
        { count: 1, what: "Notebook, closed" },
        { count: 1, what: "Watch with a steel band" },
        { count: 2, what: "Keys on a ring" },
      ],
      complete: true,
    },
  });
}

// The fourth seal is found broken by the one who takes it: shown in the chain, and refused by nobody.
function handOn(tell: Narrator, side: Side, { name, seal, handedOverAt }: Bag): void {
  const given = tell.say("operator-one", `${name.slice(1)}-given`, {
    kind: "forensic.custody_given",
    room,
    payload: {
      container: name,
      to: `forensic-${side}`,
      at: minuteAt(handedOverAt),
      place: "The receiving facility",
      seals: "seals_intact",
      numbers: [seal],
    },
  });
  tell.say(examinerOf[side], `${name.slice(1)}-taken`, {
    kind: "forensic.custody_taken",
    room,
    payload: {
      given,
      at: minuteAt(handedOverAt + 20),
      seals: name.endsWith("-4") ? "seals_broken" : "seals_intact",
      numbers: [seal],
    },
  });
}

/** Days later, at each side's own examiners: cases, what belongs together, who it is by the rule, and a family told by a person. */
export function examine(tell: Narrator, all: { readonly [S in Side]: readonly Bag[] }): void {
  for (const side of sides) openCases(tell, side, all[side]);
  tell.later(5 * 24 * 60);
  for (const side of sides) agreeSamples(tell, side);
  tell.later(3 * 24 * 60);
  for (const side of sides) identify(tell, side);
  tell.later(2 * 24 * 60);
  for (const side of sides) answer(tell, side);
  tell.later(24 * 60);
  for (const side of sides) tellFamily(tell, side);
  for (const side of sides) revoke(tell, side);
}

function openCases(tell: Narrator, side: Side, own: readonly Bag[]): void {
  const examiner = examinerOf[side];
  own.slice(0, 5).forEach(({ name }, n) => {
    tell.say(examiner, `case-${side}-${n + 1}`, {
      kind: "forensic.case_opened",
      room,
      payload: {
        number: `36-${n + 1}`,
        containers: [name],
        at: instant(tell.now),
        holds: n === 1 || n === 2 ? "body_parts" : "one_body",
      },
    });
  });
  if (own.length < 5) return;
  tell.say(examiner, `associated-${side}`, {
    kind: "forensic.case_associated",
    room,
    payload: {
      case: `@case-${side}-2`,
      with: { type: "case", other: `@case-${side}-3` },
      stance: "belongs_together",
      support: "The break surfaces fit each other.",
    },
  });
  for (const person of [1, 2] as const)
    tell.say(examiner, `sought-${side}-${person}`, {
      kind: "forensic.person_entered",
      room,
      payload: { person: 3600 + person },
    });
  tell.say(examiner, `associated-person-${side}`, {
    kind: "forensic.case_associated",
    room,
    payload: {
      case: `@case-${side}-1`,
      with: { type: "person", person: `@sought-${side}-1` },
      stance: "possible",
      support: "The half disc and the notebook; both only support it.",
    },
  });
  tell.say(examiner, `returned-${side}`, {
    kind: "forensic.case_returned",
    room,
    payload: {
      case: `@case-${side}-5`,
      to: otherSide(side),
      cause: "of_the_other_side",
      at: instant(tell.now),
      words: "Clothing and documents are of the other side. Custody passes as at every handover.",
    },
  });
  const bag = own[4];
  if (!bag) return;
  const given = tell.say(examiner, `${bag.name.slice(1)}-given-on`, {
    kind: "forensic.custody_given",
    room,
    payload: {
      container: bag.name,
      to: `forensic-${otherSide(side)}`,
      at: instant(tell.now),
      place: "The meeting point at the line",
      seals: "seals_intact",
      numbers: [bag.seal],
    },
  });
  tell.say(examinerOf[otherSide(side)], `${bag.name.slice(1)}-taken-on`, {
    kind: "forensic.custody_taken",
    room,
    payload: { given, at: instant(tell.now), seals: "seals_intact", numbers: [bag.seal] },
  });
}

// What a family consents to is read by its own side's examiners alone.
function agreeSamples(tell: Narrator, side: Side): void {
  const relatives = [
    [41, "mother"],
    [42, "sibling"],
  ] as const;
  for (const [sample, relation] of relatives)
    tell.say(examinerOf[side], `sample-${side}-${sample}`, {
      kind: "forensic.sample_consented",
      room: `forensic-own-${side}`,
      payload: {
        person: `@sought-${side}-1`,
        sample,
        relation,
        purpose: "this_person",
        at: instant(tell.now),
        words: "Told what the sample is compared with, and that it can be taken back. Agrees.",
        language: side === "a" ? "ru" : "uk",
        takenBy: "family_officer",
      },
    });
}

// Two close relatives carry one identification; the other rests on a disc and effects, which make it presumptive at most.
function identify(tell: Narrator, side: Side): void {
  tell.say(examinerOf[side], `identified-${side}-1`, {
    kind: "forensic.identification_stated",
    room,
    payload: {
      case: `@case-${side}-1`,
      person: `@sought-${side}-1`,
      level: "confirmed",
      evidence: [
        { type: "relative", sample: 41, genes: "autosomal", close: true },
        { type: "relative", sample: 42, genes: "autosomal", close: true },
        { type: "disc" },
      ],
      decidedBy: examinerOf[side],
      at: instant(tell.now),
    },
  });
  tell.say(examinerOf[side], `identified-${side}-2`, {
    kind: "forensic.identification_stated",
    room,
    payload: {
      case: `@case-${side}-4`,
      person: `@sought-${side}-2`,
      level: "presumptive",
      evidence: [{ type: "document" }, { type: "effects" }],
      decidedBy: examinerOf[side],
      at: instant(tell.now),
      words: "The seal of this bag was broken; nothing more is said before a sample is compared.",
    },
  });
}

function answer(tell: Narrator, side: Side): void {
  tell.say(examinerOf[otherSide(side)], `identified-${side}-1-answered`, {
    kind: "forensic.identification_answered",
    room,
    payload: { identification: `@identified-${side}-1`, answer: "agrees" },
  });
}

function tellFamily(tell: Narrator, side: Side): void {
  tell.say(examinerOf[side], `told-${side}`, {
    kind: "forensic.family_told",
    room: `forensic-own-${side}`,
    payload: {
      identification: `@identified-${side}-1`,
      news: "identified",
      at: instant(tell.now - 2 * hour),
      teller: `${side}-family-officer`,
      capacity: "family_officer",
      place: "at_home",
      language: side === "a" ? "ru" : "uk",
      furtherParts: "once_at_the_end",
    },
  });
}

function revoke(tell: Narrator, side: Side): void {
  tell.say(examinerOf[side], `identified-${side}-2-revoked`, {
    kind: "forensic.identification_revoked",
    room,
    payload: {
      identification: `@identified-${side}-2`,
      reason: "associated_anew",
      at: instant(tell.now),
      words: "The document was another’s. The case stays open.",
    },
  });
}

/** The hour at which the bags are written into the record: the evening after the truce, from the teams' own sheets. */
export const writtenAt = start + 40 * hour;
