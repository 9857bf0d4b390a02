import { type Act, type ActId, type Office, type PayloadOf, roomTable } from "#record";
import { idOf } from "./ids.ts";
import type { Said } from "./said.ts";

/** What the founding act says; the loader adds the keys, the log and the witnesses. */
type Opened = PayloadOf<"process.opened">;
export type Founding = Omit<Opened, "host" | "parties" | "heads" | "log" | "witnesses"> & {
  readonly saidAt: string;
  readonly receivedAt: string;
  readonly host: Omit<Opened["host"], "head">;
  readonly parties: { readonly [S in "a" | "b"]: Omit<Opened["host"], "head"> };
};

export type SeatOf = { readonly office: Office; readonly member: string; readonly title: string };

/** An act of an example with all that its author says of it; the loader adds what the log makes: `seen`. */
export type ExampleAct = {
  readonly name: string;
  /** In the internal rooms the act inside a sealed paper; the loader seals it. */
  readonly sealed: boolean;
  readonly receivedAt: string;
  readonly act: { [K in Act["kind"]]: Omit<Act<K>, "seen" | "sealed"> }[Act["kind"]];
};

/** A process that can be built from its facts, in the order in which its acts were received. */
export type Example = {
  readonly process: string;
  readonly founding: Founding;
  /** The public holds no seat: it only reads. */
  readonly seats: readonly SeatOf[];
  readonly acts: readonly ExampleAct[];
  /** What acts name by digest, as the bytes of lists. */
  readonly blobs: readonly Uint8Array[];
};

const reference = /^@([a-z0-9-]+)$/;

/** Acts in which others stand by their names, with ids in their places. */
export function withIds(process: string, said: readonly Said[]): readonly ExampleAct[] {
  const rooms = new Map(said.map((one) => [one.name, one.room]));
  const twice = said.find((one, i) => said.findIndex(({ name }) => name === one.name) !== i);
  if (twice) throw new Error(`Two acts of the example are named "${twice.name}".`);
  const idNamed = (name: string): ActId => {
    if (!rooms.has(name)) throw new Error(`No act of the example is named "${name}".`);
    return idOf(process, name);
  };
  return said.map((one) => {
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
      payload: replaced(payload, idNamed),
    } as ExampleAct["act"]; // Said pairs each kind with its payload; only the names have become ids
    return { name, sealed: roomTable[room].sealed, receivedAt, act };
  });
}

function namesIn(payload: unknown): readonly string[] {
  if (typeof payload === "string") return reference.exec(payload)?.slice(1) ?? [];
  if (payload === null || typeof payload !== "object") return [];
  return Object.values(payload).flatMap(namesIn);
}

function replaced(payload: unknown, idNamed: (name: string) => ActId): unknown {
  if (typeof payload === "string") {
    const name = reference.exec(payload)?.[1];
    return name === undefined ? payload : idNamed(name);
  }
  if (Array.isArray(payload)) return payload.map((one) => replaced(one, idNamed));
  if (payload === null || typeof payload !== "object") return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, replaced(value, idNamed)]));
}
