import type { Random } from "#base";
import { type SigningKey, toBase64 } from "#ledger";
import { type Act, headAt, type Office, roomTable } from "#record";
import { places, randomAct } from "#record/testing";
import { type Envelope, signAct } from "#replica";
import type { Registry } from "../registry.ts";
import { keyFor, type SignedProcess } from "./signed-process.ts";

/** A place in the table of who may say what where. */
export type Seat = (typeof places)[number];

/** Every place at which something reaches the host: in a sealed room it is a sealed paper. */
export const hostPlaces: readonly Seat[] = places.filter(
  ({ kind, room }) => (kind === "paper.sealed") === roomTable[room].sealed,
);

/** What somebody has in front of him. */
export type Read = Pick<Registry, "state" | "head">;

/**
 * A signed act that somebody could try to say at a place, from what he reads; undefined where there is nothing to
 * speak about. The seats of the process itself are left as they are, so that every office can go on speaking.
 */
export function randomEnvelope(
  process: SignedProcess,
  random: Random,
  place: Seat,
  read: Read = process.registry,
): Envelope | undefined {
  const ground = { state: (office: Office) => read.state(office), now: process.now, ids: random };
  const act = randomAct(ground, random, place);
  if (!act || (act.kind === "seat.revoked" && act.payload.member === "m1")) return undefined;
  return signedBy(process, withRealKeys(process, act, random), read);
}

/** Signs an act as it is said by those whose signatures it needs. */
export function signedBy(process: SignedProcess, act: Act, read: Read): Envelope {
  const { size, root } = read.head(act.room);
  const whole = { ...act, seen: { size, root: toBase64(root) } } as Act; // the head that its author has seen
  return signAct(whole, keysFor(process, whole, read));
}

// Only a key that could serve is registered.
function withRealKeys(process: SignedProcess, act: Act, random: Random): Act {
  switch (act.kind) {
    case "process.opened":
      return { ...act, payload: process.founding() };
    case "seat.granted": {
      const key = toBase64(process.device(act.payload.office, act.payload.member).publicKey);
      return { ...act, payload: { ...act.payload, key } };
    }
    case "head.replaced": {
      const next = random.pick(headsOf(process, act.payload.office));
      return { ...act, payload: { ...act.payload, head: toBase64(next.publicKey) } };
    }
    default:
      return act;
  }
}

function keysFor(process: SignedProcess, act: Act, read: Read): readonly SigningKey[] {
  const head = (office: Office) => {
    const named = headAt(read.state("public").people, office, read.head("process").size);
    return headsOf(process, office).find((key) => toBase64(key.publicKey) === named) ?? process.head(office);
  };
  switch (act.kind) {
    case "process.opened":
      return (["host", "party-a", "party-b"] as const).map((office) => process.head(office));
    case "seat.granted":
    case "seat.revoked":
      return [head(act.by.office)];
    case "head.replaced": {
      const { office, head: next } = act.payload;
      const added = headsOf(process, office).filter((key) => toBase64(key.publicKey) === next);
      return [head(act.by.office), ...added];
    }
    default:
      return [process.device(act.by.office, act.by.member)];
  }
}

// The keys that an office's head may have in tests: the first, and some that replace it.
function headsOf(process: SignedProcess, office: Office): readonly SigningKey[] {
  return [process.head(office), ...[1, 2, 3].map((n) => keyFor(`head/${office}/${n}`))];
}
