import type { Office } from "../access/offices.ts";
import type { Room } from "../access/rooms.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import type { Answer } from "../proposals/acts.ts";
import type { Term } from "../proposals/terms.ts";
import type { TruceTerms } from "../truces/terms.ts";
import { counted, instantOf, opening, ownRecord } from "./builders.ts";
import { wholeTruce } from "./terms.ts";
import type { World } from "./world.ts";

const source = ownRecord;

/** A proposed round; three days after the world's clock at the latest test of it. */
export function roundIn(world: World, number = 3): ActId {
  const payload = { title: "A round", number, on: "2025-07-23", format: "plenary" } as const;
  return world.must({ kind: "round.proposed", by: "host", room: "plenary", payload }).id;
}

export function openRoundIn(world: World, number = 3): ActId {
  const round = roundIn(world, number);
  const chair = { name: "Ada Lind", capacity: "chair" };
  const payload = { round, at: instantOf(world.now), chair, venue: "The hall" };
  world.must({ kind: "round.opened", by: "host", room: "plenary", payload });
  return round;
}

export function pointIn(
  world: World,
  by: "host" | "party-a" | "party-b",
  terms: readonly Term[] = [],
): ActId {
  const round = [...world.state("host").talks.rounds.keys()].at(-1) ?? openRoundIn(world);
  const payload = { round, text: "1,200 from each side", terms: [...terms], source };
  return world.must({ kind: "point.recorded", by, room: "plenary", payload }).id;
}

export function confirmIn(world: World, point: ActId, ...by: readonly Office[]): void {
  const payload = { point, answer: "confirmed", source } as const;
  for (const one of by) world.must({ kind: "point.answered", by: one, room: "plenary", payload });
}

/** A list in the exchange room, of whose lines the tests speak. */
export function listIn(world: World, by: Office = "exchange-a"): ActId {
  const payload = { count: counted(300), title: "List 1" };
  return world.must({ kind: "list.handed_over", by, room: "exchange", payload }).id;
}

/** A tranche on the table: three from each side in one category, and a reserve for each. */
export function trancheIn(
  world: World,
  by: Office,
  list: ActId,
  more: Partial<PayloadOf<"tranche.tabled">> = {},
): ActId {
  const part = (returnedBy: "a" | "b", lines: number[]): PayloadOf<"tranche.tabled">["parts"][number] => ({
    returnedBy,
    category: "number",
    persons: [{ list, lines }],
  });
  const payload = {
    title: "First tranche",
    on: "2025-07-20",
    place: "The bridge",
    parts: [part("a", [1, 2, 3]), part("b", [11, 12, 13])],
    reserves: [part("a", [4]), part("b", [14])],
    source,
    ...more,
  };
  return world.must({ kind: "tranche.tabled", by, room: "exchange", payload }).id;
}

/** Both parties agree to a tranche and lock it under one digest. */
export function lockIn(world: World, tranche: ActId): void {
  for (const by of ["party-a", "party-b"] as const)
    world.must({
      kind: "tranche.answered",
      by,
      room: "exchange",
      payload: { tranche, answer: "agreed", source },
    });
  for (const by of ["party-b", "party-a"] as const)
    world.must({
      kind: "tranche.locked",
      by,
      room: "exchange",
      payload: { tranche, digest: "ab".repeat(32) },
    });
}

export function pauseTerm(): Term {
  return { key: "duration", type: "duration", minHours: 24, maxHours: 48 };
}

/** A proposal on the table, of a pause of 24 to 48 hours where nothing else is said. */
export function tableIn(
  world: World,
  by: Office,
  more: Partial<PayloadOf<"proposal.tabled">> = {},
  room: Room = "plenary",
): ActId {
  const payload = { title: "A short pause", terms: [pauseTerm()], source, ...more };
  return world.must({ kind: "proposal.tabled", by, room, payload }).id;
}

export function answerIn(
  world: World,
  by: Office,
  proposal: ActId,
  answer: Answer,
  room: Room = "plenary",
): ActId {
  return world.must({ kind: "proposal.answered", by, room, payload: { proposal, answer, source } }).id;
}

/** Whole terms of a truce that starts some hours from now and lasts a day. */
export function truceTermsIn(world: World, inHours = 48): TruceTerms {
  const { a, b } = opening().parties;
  return wholeTruce(world.now + inHours * 3_600_000, 24, { a: a.zone, b: b.zone });
}

export function truceIn(
  world: World,
  by: Office,
  more: Partial<PayloadOf<"truce.tabled">> = {},
  room: Room = "humanitarian",
): ActId {
  const payload = { title: "A pause", terms: truceTermsIn(world), source, ...more };
  return world.must({ kind: "truce.tabled", by, room, payload }).id;
}

export function acceptTruceIn(world: World, truce: ActId, ...by: readonly Office[]): void {
  for (const one of by)
    world.must({
      kind: "truce.answered",
      by: one,
      room: "humanitarian",
      payload: { truce, answer: "accepted", source },
    });
}

export function orderIn(world: World, truce: ActId, by: Office): void {
  const payload = {
    truce,
    number: "order 7",
    signatory: "the commander",
    issuedAt: instantOf(world.now),
    echelonReached: "brigade",
  } as const;
  world.must({ kind: "truce.order_issued", by, room: "humanitarian", payload });
}

/** An id of the right form of which nobody has read. */
export const unread = "a".repeat(26) as ActId; // the form of an id, of no act
