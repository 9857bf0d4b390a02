import { z } from "zod";
import { type Office, offices, parties, principals } from "./offices.ts";

export const rooms = [
  "process",
  "plenary",
  "host-a",
  "host-b",
  "internal-a",
  "internal-b",
  "internal-host",
  "internal-operator",
  "humanitarian",
  "exchange",
  "medical",
  "wishes",
  "reception-a",
  "reception-b",
  "sites-a",
  "sites-b",
  "forensic",
  "forensic-own-a",
  "forensic-own-b",
  "press-a",
  "press-b",
  "monitoring",
  "public",
] as const;
export type Room = (typeof rooms)[number];
export const room = z.enum(rooms);

type RoomRow = {
  readonly readers: readonly Office[];
  readonly writers: readonly Office[];
  /** Payloads are age files to the room's members: the host keeps bytes that it cannot read. */
  readonly sealed: boolean;
};

const acting = offices.filter((one) => one !== "public");
const exchangeOffices = ["host", "party-a", "party-b", "exchange-a", "exchange-b", "operator"] as const;
const humanitarian = ["host", "party-a", "party-b", "operator", "monitor"] as const;
const open = (readers: readonly Office[], writers = readers): RoomRow => ({
  readers,
  writers,
  sealed: false,
});

const sealed = (members: readonly Office[]): RoomRow => ({
  readers: members,
  writers: members,
  sealed: true,
});

/** Who reads and who writes in each room. What is not listed is refused. */
export const roomTable: { readonly [R in Room]: RoomRow } = {
  process: open(offices, acting),
  plenary: open(["host", "party-a", "party-b"]),
  "host-a": open(["host", "party-a"]),
  "host-b": open(["host", "party-b"]),
  "internal-a": sealed(["party-a"]),
  "internal-b": sealed(["party-b"]),
  "internal-host": open(["host"]),
  /** What the operator works with and neither side may see whole, such as places of both. */
  "internal-operator": sealed(["operator"]),
  humanitarian: open(humanitarian),
  exchange: open(exchangeOffices),
  /** Of a mixed medical commission: both sides' doctors and the operator. A person's own record is not here. */
  medical: sealed(["operator", "reception-a", "reception-b"]),
  // What a person wishes is told to the operator alone (Geneva III art. 109(3)): no side, no doctor of a side.
  wishes: sealed(["operator"]),
  /** Those who came back, in the keeping of their own side's reception alone. */
  "reception-a": sealed(["reception-a"]),
  "reception-b": sealed(["reception-b"]),
  /** Exact places of wounded and dead: one side and the operator. Neither the other side nor the host reads them. */
  "sites-a": sealed(["party-a", "operator"]),
  "sites-b": sealed(["party-b", "operator"]),
  forensic: sealed(["operator", "forensic-a", "forensic-b"]),
  /** What a side's families say and are told, in the keeping of its own forensic office alone. */
  "forensic-own-a": sealed(["forensic-a"]),
  "forensic-own-b": sealed(["forensic-b"]),
  /** Footage before it is released: one side's press office, its party, and the reception that asks who came back. */
  "press-a": sealed(["press-a", "party-a", "reception-a"]),
  "press-b": sealed(["press-b", "party-b", "reception-b"]),
  monitoring: open(["host", "party-a", "party-b", "monitor"]),
  public: open(offices, acting),
};

export function readableRooms(reader: Office): readonly Room[] {
  return rooms.filter((one) => roomTable[one].readers.includes(reader));
}

/**
 * Who is asked in a room: both parties where both read it, and else the party and the host that share it.
 * The host is never asked where both parties are.
 */
export function concernedIn(where: Room): readonly Office[] {
  const readers = roomTable[where].readers;
  const both = parties.filter((party) => readers.includes(party));
  return both.length === 2 ? both : principals.filter((one) => readers.includes(one));
}
