import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { codesFrom } from "../lineday/code.ts";
import { instantOf, type Saying, type World } from "../testing/index.ts";
import type { Evidence } from "./acts.ts";

export const room = "forensic";

export const twoRelatives: readonly Evidence[] = [
  { type: "relative", sample: 1, genes: "autosomal", close: true },
  { type: "relative", sample: 2, genes: "autosomal", close: true },
];

export function recorded(
  world: World,
  payload: Partial<Saying<"forensic.container_recorded">["payload"]> = {},
  by: Office = "forensic-b",
): Saying<"forensic.container_recorded"> {
  const [code = ""] = codesFrom(world.ids.bytes(8), 1);
  const whole = {
    code,
    tag: "Tag 7",
    at: instantOf(world.now),
    where: "Square 12",
    by: "Recovery team two",
    holds: "one_body" as const,
    commingled: "not_known" as const,
    seals: ["S1"],
    belongs: "a" as const,
    ...payload,
  };
  return { kind: "forensic.container_recorded", by, room, payload: whole };
}

/** A container that was recovered by one side as the other's, and is safe to carry. */
export function containerIn(world: World, payload = {}, by: Office = "forensic-b"): ActId {
  const { id } = world.must(recorded(world, payload, by));
  world.must({
    kind: "forensic.container_checked",
    by,
    room,
    payload: { container: id, at: instantOf(world.now), found: "nothing_found" },
  });
  return id;
}

export function given(
  world: World,
  container: ActId,
  payload: Partial<Saying<"forensic.custody_given">["payload"]> = {},
  by: Office = "forensic-b",
): Saying<"forensic.custody_given"> {
  const whole = {
    container,
    to: "forensic-a" as const,
    at: instantOf(world.now),
    place: "The crossing",
    seals: "seals_intact" as const,
    numbers: ["S1"],
    ...payload,
  };
  return { kind: "forensic.custody_given", by, room, payload: whole };
}

export function taken(
  world: World,
  id: ActId,
  payload: Partial<Saying<"forensic.custody_taken">["payload"]> = {},
  by: Office = "forensic-a",
): Saying<"forensic.custody_taken"> {
  const whole = {
    given: id,
    at: instantOf(world.now),
    seals: "seals_intact" as const,
    numbers: ["S1"],
    ...payload,
  };
  return { kind: "forensic.custody_taken", by, room, payload: whole };
}

/** Recovered by one side, handed over, and taken over by the other. */
export function receivedIn(world: World, payload = {}): ActId {
  const container = containerIn(world, payload);
  world.must(taken(world, world.must(given(world, container)).id));
  return container;
}

export function opened(
  world: World,
  containers: readonly ActId[],
  number = "C1",
  by: Office = "forensic-a",
): Saying<"forensic.case_opened"> {
  const payload = {
    number,
    containers: [...containers],
    at: instantOf(world.now),
    holds: "one_body" as const,
  };
  return { kind: "forensic.case_opened", by, room, payload };
}

export function personIn(world: World, person = 1, by: Office = "forensic-a"): ActId {
  return world.must({ kind: "forensic.person_entered", by, room, payload: { person } }).id;
}

export function stated(
  world: World,
  found: ActId,
  person: ActId,
  payload: Partial<Saying<"forensic.identification_stated">["payload"]> = {},
  by: Office = "forensic-a",
): Saying<"forensic.identification_stated"> {
  const whole = {
    case: found,
    person,
    level: "confirmed" as const,
    evidence: [...twoRelatives],
    decidedBy: "investigator-one",
    at: instantOf(world.now),
    ...payload,
  };
  return { kind: "forensic.identification_stated", by, room, payload: whole };
}

export function revoked(
  world: World,
  identification: ActId,
  payload: Partial<Saying<"forensic.identification_revoked">["payload"]> = {},
  by: Office = "forensic-a",
): Saying<"forensic.identification_revoked"> {
  const whole = {
    identification,
    reason: "returned_alive" as const,
    at: instantOf(world.now),
    words: "The person came back.",
    ...payload,
  };
  return { kind: "forensic.identification_revoked", by, room, payload: whole };
}

export function consented(
  world: World,
  person: ActId,
  payload: Partial<Saying<"forensic.sample_consented">["payload"]> = {},
  by: "forensic-a" | "forensic-b" = "forensic-a",
): Saying<"forensic.sample_consented"> {
  const whole = {
    person,
    sample: 1,
    relation: "mother" as const,
    purpose: "this_person" as const,
    at: instantOf(world.now),
    words: "Quiet words of a relative.",
    language: "uk",
    takenBy: "doctor" as const,
    ...payload,
  };
  return { kind: "forensic.sample_consented", by, room: ownRoom(by), payload: whole };
}

export function told(
  world: World,
  identification: ActId,
  payload: Partial<Saying<"forensic.family_told">["payload"]> = {},
  by: "forensic-a" | "forensic-b" = "forensic-a",
): Saying<"forensic.family_told"> {
  const whole = {
    identification,
    news: "identified" as const,
    at: instantOf(world.now),
    teller: "officer-four",
    capacity: "family_officer" as const,
    place: "at_home" as const,
    language: "uk",
    furtherParts: "not_asked" as const,
    ...payload,
  };
  return { kind: "forensic.family_told", by, room: ownRoom(by), payload: whole };
}

function ownRoom(by: "forensic-a" | "forensic-b"): "forensic-own-a" | "forensic-own-b" {
  return by === "forensic-a" ? "forensic-own-a" : "forensic-own-b";
}
