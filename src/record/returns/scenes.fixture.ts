import type { ActId } from "../act/act.ts";
import { instantOf, type Saying, type World } from "../testing/index.ts";

const place = { by: "reception-a", room: "reception-a" } as const;

/** Somebody is received now. */
export function receivedIn(world: World, person = 1): ActId {
  const payload = { person, at: instantOf(world.now), condition: "walking" } as const;
  return world.must({ ...place, kind: "return.received", payload }).id;
}

export function step(
  world: World,
  id: ActId,
  payload: Partial<Saying<"return.step_done">["payload"]> = {},
): Saying<"return.step_done"> {
  const whole = {
    return: id,
    step: "triage",
    at: instantOf(world.now),
    outcome: "done",
    ...payload,
  } as const;
  return { ...place, kind: "return.step_done", payload: whole };
}

export function consent(
  world: World,
  id: ActId,
  payload: Partial<Saying<"consent.given">["payload"]> = {},
): Saying<"consent.given"> {
  const whole = {
    return: id,
    purpose: "protocol_record",
    at: instantOf(world.now),
    words: "What is written down, and who reads it.",
    language: "uk",
    takenBy: "doctor",
    again: true,
    ...payload,
  } as const;
  return { ...place, kind: "consent.given", payload: whole };
}

export function withdrawal(world: World, given: ActId): Saying<"consent.withdrawn"> {
  return { ...place, kind: "consent.withdrawn", payload: { consent: given, at: instantOf(world.now) } };
}

export function finding(
  world: World,
  id: ActId,
  given: ActId,
  payload: Partial<Saying<"return.finding_recorded">["payload"]> = {},
): Saying<"return.finding_recorded"> {
  const whole = {
    return: id,
    consent: given,
    at: instantOf(world.now),
    examiner: "doctor-two",
    independent: true,
    site: "wrist",
    laterality: "both_sides",
    kind: "scar",
    account: "Bound for days.",
    finding: "Pale lines around both wrists.",
    consistency: "highly_consistent",
    ...payload,
  } as const;
  return { ...place, kind: "return.finding_recorded", payload: whole };
}

export function impression(world: World, id: ActId, given: ActId): Saying<"return.impression_recorded"> {
  const payload = {
    return: id,
    consent: given,
    at: instantOf(world.now),
    examiner: "doctor-two",
    independent: true,
    inPrivate: true,
    consistency: "highly_consistent",
    words: "The whole agrees with what is told.",
  } as const;
  return { ...place, kind: "return.impression_recorded", payload };
}
