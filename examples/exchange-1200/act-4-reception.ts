import type { Side } from "#record";
import type { KeptList } from "./act-1-lists.ts";
import type { Arrived } from "./act-3-line-day.ts";
import { type Course, courses, type Noted } from "./courses.ts";
import { type Narrator, receptionOf } from "./narrator.ts";

const hour = 3_600_000;
const sides = ["b", "a"] as const;

type Due = { readonly at: number; readonly say: () => void };

/** Those who came back, in the sealed room of their own side's reception: as it was said, in the order of time. */
export function receive(tell: Narrator, arrived: { readonly [S in Side]: Arrived }): void {
  const first = Math.ceil(tell.now / hour) * hour + 2 * hour;
  const due = sides.flatMap((side) =>
    courses.flatMap((course, i) => {
      const bands = course.condition === "walking" ? arrived[side].others : arrived[side].wounded;
      const at = course.at === undefined ? first + i * (hour / 6) : Date.parse(course.at);
      return personOf(tell, side, i + 1, course, at, course.at === undefined ? bands[i] : undefined);
    }),
  );
  for (const { at, say } of due.toSorted((one, other) => one.at - other.at)) {
    // those who came back before this process are taken over from paper on the day of the first tranche
    if (at > tell.now) tell.at(new Date(at).toISOString());
    say();
  }
}

function personOf(
  tell: Narrator,
  side: Side,
  person: number,
  { condition, notes }: Course,
  at: number,
  wristband: string | undefined,
): readonly Due[] {
  const name = `person-${side}-${person}`;
  const room = `reception-${side}` as const;
  const member = receptionOf[side];
  const received = (): void => {
    tell.say(member, name, {
      kind: "return.received",
      room,
      payload: { person, at: instant(at), condition, ...(wristband === undefined ? {} : { wristband }) },
    });
  };
  const noted = notes.toSorted((one, other) => one.hours - other.hours);
  const later = noted.map((note, i) => {
    const when = at + note.hours * hour;
    return { at: when, say: () => write(tell, { side, name, index: i + 1 }, note, instant(when)) };
  });
  return [{ at, say: received }, ...later];
}

type Of = { readonly side: Side; readonly name: string; readonly index: number };

function write(tell: Narrator, { side, name, index }: Of, note: Noted, at: string): void {
  const room = `reception-${side}` as const;
  const member = receptionOf[side];
  const returned = `@${name}` as const;
  if ("step" in note) {
    const { step, outcome, until } = note;
    const payload = { return: returned, step, at, outcome, ...(until === undefined ? {} : { until }) };
    tell.say(member, `${name}-${index}`, { kind: "return.step_done", room, payload });
  } else if ("consent" in note) {
    const { consent: purpose, again = false, shares } = note;
    const reach = shares?.includes("how_to_reach") ? { reach: "The reception’s own line, after six." } : {};
    tell.say(member, consentName(name, purpose), {
      kind: "consent.given",
      room,
      payload: {
        return: returned,
        purpose,
        at,
        words: wordsFor[purpose],
        language: "en",
        takenBy: purpose === "documents" ? "social_worker" : "doctor",
        again,
        ...(shares === undefined ? {} : { shares: [...shares] }),
        ...reach,
      },
    });
  } else if ("withdrawn" in note) {
    const consent = `@${consentName(name, note.withdrawn)}` as const;
    tell.say(member, `${name}-${index}`, { kind: "consent.withdrawn", room, payload: { consent, at } });
  } else {
    const examined = {
      return: returned,
      consent: `@${consentName(name, "protocol_record")}`,
      at,
      examiner: `${side}-physician`,
      independent: true,
    } as const;
    if ("finding" in note)
      tell.say(member, `${name}-${index}`, {
        kind: "return.finding_recorded",
        room,
        payload: { ...examined, ...note.finding },
      });
    else
      tell.say(member, `${name}-${index}`, {
        kind: "return.impression_recorded",
        room,
        payload: { ...examined, inPrivate: true, consistency: "highly_consistent", words: note.opinion },
      });
  }
}

type Purpose = Extract<Noted, { consent: unknown }>["consent"];

function consentName(name: string, purpose: Purpose): string {
  return `${name}-${purpose.replaceAll("_", "-")}`;
}

const wordsFor: { readonly [P in Purpose]: string } = {
  treatment: "Told what is examined and why, and that he can stop at any time. He agrees.",
  protocol_record: "Told what is written down, who reads it, and what it may be used for. He agrees.",
  family_contact: "Told that the family hears what he shares and nothing else. He says what that is.",
  documents: "Told which papers are applied for in his name. He agrees.",
  prosecution_evidence: "Told who asks for it, and that treatment does not depend on it. He agrees.",
  research: "Told that no name and no date go into it. He agrees.",
  media: "Told that nobody needs to speak, and that others are still held. He agrees to one conversation.",
};

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/**
 * One whom side b misses and side a holds is reported dead. The other side has no word on it; the record is matched
 * like any other, and the person stays looked for.
 */
export function reportDeath(tell: Narrator, held: KeptList, missing: KeptList): void {
  const person = missing.truth.findLast((one) => held.truth.includes(one)) ?? 0;
  const record = { list: `@${held.name}`, line: held.truth.indexOf(person) + 1 } as const;
  const sought = { list: `@${missing.name}`, line: missing.truth.indexOf(person) + 1 } as const;
  const room = "exchange";
  tell.at("2026-11-10T09:00:00Z");
  const death = tell.say("a-exchange", "assertion-death", {
    kind: "assertion.made",
    room,
    payload: {
      record,
      property: "fate",
      value: "Died in hospital on 28 October 2026",
      precision: "exact",
      basis: "document",
    },
  });
  tell.later(180);
  tell.say("b-exchange", "assertion-death-b", {
    kind: "assertion.stance_said",
    room,
    payload: { assertion: death, stance: "no_information", reason: "No certificate has been seen." },
  });
  const match = tell.say("b-exchange", "match-dead", {
    kind: "match.proposed",
    room,
    payload: {
      records: [record, sought],
      basis: {
        type: "words",
        words: "The same name, unit and year of birth. He is looked for until he is found.",
      },
    },
  });
  for (const member of ["b-exchange", "a-exchange"] as const) {
    tell.later(60);
    tell.say(member, `match-dead-${member}`, { kind: "match.confirmed", room, payload: { match } });
  }
}
