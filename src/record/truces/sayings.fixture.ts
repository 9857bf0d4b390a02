import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import { instantOf, ownRecord, truceTermsIn, type World } from "../testing/index.ts";
import { truceStatus } from "./view.ts";

const source = ownRecord;
const room = "humanitarian";

export function tabled(
  world: World,
  by: Office,
  more: Partial<PayloadOf<"truce.tabled">>,
  where: "plenary" | "humanitarian" = room,
) {
  return {
    kind: "truce.tabled",
    by,
    room: where,
    payload: { title: "x", terms: truceTermsIn(world), source, ...more },
  } as const;
}

export function answered(
  by: Office,
  truce: ActId,
  answer: PayloadOf<"truce.answered">["answer"] = "accepted",
) {
  return { kind: "truce.answered", by, room, payload: { truce, answer, source } } as const;
}

export function ordered(world: World, by: Office, truce: ActId) {
  const payload = {
    truce,
    number: "7",
    signatory: "x",
    issuedAt: instantOf(world.now),
    echelonReached: "company",
  } as const;
  return { kind: "truce.order_issued", by, room, payload } as const;
}

export function ready(by: Office, truce: ActId, answer: "go" | "no_go" = "go") {
  return { kind: "truce.readiness_said", by, room, payload: { truce, answer } } as const;
}

export function guaranteed(world: World, by: Office, truce: ActId) {
  return {
    kind: "truce.guarantee_given",
    by,
    room,
    payload: { truce, words: "x", until: instantOf(world.now) },
  } as const;
}

export function denounced(world: World, by: Office, truce: ActId, inHours: number) {
  const effectiveAt = instantOf(world.now + inHours * 3_600_000);
  return { kind: "truce.denounced", by, room, payload: { truce, reason: "x", effectiveAt } } as const;
}

export function declared(
  by: Office,
  window: PayloadOf<"truce.declared">["window"],
  where: "plenary" | "public" = "plenary",
) {
  return {
    kind: "truce.declared",
    by,
    room: where,
    payload: { title: "x", terms: {}, window, source },
  } as const;
}

export function reciprocated(by: Office, declaration: ActId) {
  return {
    kind: "truce.declaration_answered",
    by,
    room: "plenary",
    payload: { declaration, answer: "reciprocated", source },
  } as const;
}

export function status(world: World, id: ActId, now = world.now, reader: Office = "operator"): string {
  const state = world.state(reader);
  const truce = state.truces.texts.get(id);
  return truce ? truceStatus(state, truce, now) : "unread";
}

export function owes(world: World, by: Office, what: string): number {
  return owed(world.state("host"), world.now).filter((one) => one.by === by && one.what === what).length;
}
