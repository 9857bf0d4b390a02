import type { Act, ActId } from "#record";
import { before } from "./acts/01-before-the-talks.ts";
import { roundOfMay } from "./acts/02-round-16-may.ts";
import { exchangeOfMay } from "./acts/03-exchange-1000.ts";
import { roundOfJune } from "./acts/04-round-2-june.ts";
import { bodies } from "./acts/05-bodies-june-july.ts";
import { roundOfJuly } from "./acts/06-round-23-july.ts";
import { afterJuly } from "./acts/07-after-july.ts";
import { founding, seats } from "./founding.ts";
import { idOf } from "./ids.ts";
import type { Said } from "./said.ts";

/** An act of the example with all that its author says of it; the loader adds what the log makes: `seen`. */
export type ExampleAct = {
  readonly name: string;
  /** In the internal rooms the act inside a sealed paper; the loader seals it. */
  readonly sealed: boolean;
  readonly receivedAt: string;
  readonly act: { [K in Act["kind"]]: Omit<Act<K>, "seen" | "sealed"> }[Act["kind"]];
};

const process = "istanbul-2025";
const reference = /^@([a-z0-9-]+)$/;

const said: readonly Said[] = [
  ...before,
  ...roundOfMay,
  ...exchangeOfMay,
  ...roundOfJune,
  ...bodies,
  ...roundOfJuly,
  ...afterJuly,
];

const ids = new Map(said.map((one) => [one.name, idOf(one.name)]));
const rooms = new Map(said.map((one) => [one.name, one.room]));

/** The Istanbul talks of 2025 as acts of a process, in the order in which they were received. */
export const istanbul: {
  readonly process: string;
  readonly founding: typeof founding;
  readonly seats: typeof seats;
  readonly acts: readonly ExampleAct[];
} = { process, founding, seats, acts: said.map(resolved) };

function resolved(one: Said): ExampleAct {
  const { name, room, kind, by, member, capacity, saidAt, happenedAt, receivedAt, payload } = one;
  const elsewhere = namesIn(payload).filter((other) => rooms.get(other) !== room);
  const act = {
    v: 1,
    id: idNamed(name),
    process,
    room,
    kind,
    by: { member, office: by, capacity },
    saidAt,
    ...(happenedAt === undefined ? {} : { happenedAt }),
    refs: [...new Set(elsewhere)].map((other) => ({ room: rooms.get(other), id: idNamed(other) })),
    payload: withIds(payload),
  } as ExampleAct["act"]; // Said pairs each kind with its payload; only the names have become ids
  return { name, sealed: room === "internal-a" || room === "internal-b", receivedAt, act };
}

function idNamed(name: string): ActId {
  const id = ids.get(name);
  if (!id) throw new Error(`No act of the example is named "${name}".`);
  return id;
}

function namesIn(payload: unknown): readonly string[] {
  if (typeof payload === "string") return reference.exec(payload)?.slice(1) ?? [];
  if (payload === null || typeof payload !== "object") return [];
  return Object.values(payload).flatMap(namesIn);
}

function withIds(payload: unknown): unknown {
  if (typeof payload === "string") {
    const name = reference.exec(payload)?.[1];
    return name === undefined ? payload : idNamed(name);
  }
  if (Array.isArray(payload)) return payload.map(withIds);
  if (payload === null || typeof payload !== "object") return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, withIds(value)]));
}
