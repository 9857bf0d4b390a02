import type { ActId } from "../act/act.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { consentActs, returnActs } from "../returns/acts.ts";
import { conditions, consistencies, outcomes, purposes, sites, steps, takers } from "../returns/codes.ts";
import { standingConsent } from "../returns/consents.ts";
import type { Return } from "../returns/fold.ts";
import { idOf, instantOf } from "./builders.ts";
import { anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";

type Areas = typeof returnActs & typeof consentActs;

function anyPerson({ state, random }: Context): Return | undefined {
  return anyOf(random, state.returns.received.values());
}

function receivedAt(state: State, { id }: Return): number {
  return epochMs(known(state, id, "return.received").act.payload.at);
}

// Mostly between the arrival and now; sometimes before, so that the rules have something to refuse.
function since({ state, now, random }: Context, person: Return): string {
  const from = receivedAt(state, person) - (chance(random, 0.05) ? 7_200_000 : 0);
  return instantOf(from + random.below(Math.max(1, now - from)));
}

/** What a finding or an impression rests on, mostly a consent that stands. */
function examined(context: Context) {
  const { state, random } = context;
  const withConsent = [...state.returns.received.values()].filter((one) =>
    standingConsent(state, one, "protocol_record"),
  );
  const person = anyOf(random, withConsent) ?? anyPerson(context);
  const consent: ActId | undefined =
    person && (standingConsent(state, person, "protocol_record") ?? anyOf(random, person.consents));
  return (
    person &&
    consent && {
      return: person.id,
      consent,
      at: instantOf(context.now),
      examiner: "doctor-two",
      independent: !chance(random, 0.05),
    }
  );
}

export const returnPayloads: Payloads<keyof Areas> = {
  "return.received": ({ now, random }) => ({
    person: 1 + random.below(500),
    at: instantOf(now - random.below(3) * 3_600_000),
    condition: random.pick(conditions),
    ...maybe("wristband", chance(random, 0.3) ? "K7-QX2M" : undefined),
    ...maybe("record", chance(random, 0.3) ? { list: idOf(random), line: 1 + random.below(900) } : undefined),
  }),
  "return.step_done": (context) => {
    const { now, random } = context;
    const person = anyPerson(context);
    const outcome = random.pick(outcomes);
    const until = outcome === "postponed" ? instantOf(now + (1 + random.below(48)) * 3_600_000) : undefined;
    return (
      person && {
        return: person.id,
        step: random.pick(steps),
        at: since(context, person),
        outcome,
        ...maybe("until", until),
        ...maybe("words", chance(random, 0.3) ? "As he wished." : undefined),
      }
    );
  },
  "return.finding_recorded": (context) => {
    const ground = examined(context);
    const { random } = context;
    return (
      ground && {
        ...ground,
        site: random.pick(sites),
        ...maybe("laterality", chance(random, 0.5) ? ("left" as const) : undefined),
        kind: "scar" as const,
        finding: "A pale line of four centimetres.",
        consistency: random.pick(consistencies),
      }
    );
  },
  "return.impression_recorded": (context) => {
    const ground = examined(context);
    return (
      ground && {
        ...ground,
        inPrivate: true,
        consistency: context.random.pick(consistencies),
        words: "The whole agrees with what is told.",
      }
    );
  },
  "consent.given": (context) => {
    const { random } = context;
    const person = anyPerson(context);
    const purpose = chance(random, 0.4) ? "protocol_record" : random.pick(purposes);
    const forFamily = {
      shares: ["that_returned" as const, "how_to_reach" as const],
      reach: "Ward 2, by the reception's telephone.",
    };
    return (
      person && {
        return: person.id,
        purpose,
        at: since(context, person),
        words: "He was told what is written down and who reads it.",
        language: "en",
        takenBy: random.pick(takers),
        again: chance(random, 0.5),
        ...(purpose === "family_contact" ? forFamily : {}),
      }
    );
  },
  "consent.withdrawn": ({ state, now, random }) => {
    const consents = [...state.returns.received.values()].flatMap((one) => one.consents);
    const consent = anyOf(random, consents);
    return consent && { consent, at: instantOf(now) };
  },
};
