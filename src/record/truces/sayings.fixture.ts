import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import { instantOf, ownRecord, truceTermsIn, type World } from "../testing/index.ts";
import type { Checkpoint } from "./acts.ts";
import type { TruceMoment } from "./terms.ts";
import { truceStatus } from "./view.ts";

const source = ownRecord;
const room = "humanitarian";

// Whole terms end a day after they start.
function wholeTruceAt(world: World, hours: number): { readonly end: TruceMoment } {
  const { end } = truceTermsIn(world, hours - 24);
  if (!end) throw new Error("Whole terms have an end.");
  return { end };
}

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

export function ready(by: Office, truce: ActId, answer: "go" | "no_go" = "go", checkpoint?: Checkpoint) {
  const payload = { truce, answer, ...(checkpoint ? { checkpoint } : {}) };
  return { kind: "truce.readiness_said", by, room, payload } as const;
}

/** The order that a party issued last. */
function orderOf(world: World, by: Office, truce: ActId): ActId {
  const order = world.state(by).truces.texts.get(truce)?.orders.get(by)?.at(-1);
  if (!order) throw new Error(`${by} has issued no order on ${truce}.`);
  return order;
}

export function acknowledged(
  world: World,
  by: Office,
  truce: ActId,
  step: PayloadOf<"truce.order_acknowledged">["step"],
  more: Partial<PayloadOf<"truce.order_acknowledged">> = {},
) {
  const order = more.order ?? orderOf(world, by, truce);
  const payload = {
    truce,
    step,
    echelonReached: "company",
    at: instantOf(world.now),
    ...more,
    order,
  } as const;
  return { kind: "truce.order_acknowledged", by, room, payload } as const;
}

/** A later end, `hours` after now. */
export function extended(world: World, by: Office, truce: ActId, hours: number) {
  const { end } = wholeTruceAt(world, hours);
  return { kind: "truce.extension_proposed", by, room, payload: { truce, end } } as const;
}

export function extensionAnswered(
  by: Office,
  truce: ActId,
  extension: ActId,
  answer: "accepted" | "declined" = "accepted",
) {
  return { kind: "truce.extension_answered", by, room, payload: { truce, extension, answer } } as const;
}

export function suspended(world: World, by: Office, truce: ActId, zone = "the bank", inHours = 0) {
  const from = instantOf(world.now + inHours * 3_600_000);
  return {
    kind: "truce.suspended_locally",
    by,
    room,
    payload: { truce, zone, reason: "x", from },
  } as const;
}

export function resumed(world: World, by: Office, truce: ActId, suspension: ActId) {
  const payload = { truce, suspension, at: instantOf(world.now) };
  return { kind: "truce.resumed", by, room, payload } as const;
}

export function reported(by: Office, truce: ActId) {
  return { kind: "truce.closing_reported", by, room, payload: { truce, words: "x" } } as const;
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
