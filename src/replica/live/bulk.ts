import type { Client } from "#api";
import { fromBase64, leafHashes, parseBundle, tilePath, tileWidth } from "#ledger";
import type { Room } from "#record";

const inFlight = 6;
const answerMs = 60_000;
/** Fewer than these are asked for one by one: a bundle begins at a multiple of 256. */
const fewEntries = 32;

/** Entries in order, each with its leaf hash. */
export type Batch = readonly { readonly bytes: Uint8Array; readonly leaf: Uint8Array }[];

/** The entries of a room from one place up to another, in order, several requests under way at a time. */
export async function* entriesFrom(
  client: Client,
  room: Room,
  from: number,
  to: number,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  if (from >= to) return;
  if (to - from <= fewEntries) {
    yield await fewFrom(client, room, from, to, signal);
    return;
  }
  const last = Math.ceil(to / tileWidth);
  let index = Math.floor(from / tileWidth);
  const next = () => bundle(client, room, index, Math.min(tileWidth, to - index++ * tileWidth), signal);
  const waiting: Promise<Batch>[] = [];
  let skip = from % tileWidth;
  while (waiting.length < inFlight && index < last) waiting.push(quietly(next()));
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const entries = await first;
    if (index < last) waiting.push(quietly(next()));
    yield entries.slice(skip);
    skip = 0;
  }
}

async function fewFrom(
  client: Client,
  room: Room,
  from: number,
  to: number,
  signal: AbortSignal,
): Promise<Batch> {
  const query = { from, limit: to - from };
  const { entries } = await client.call("readEntries", { params: { room }, query, signal: within(signal) });
  return batchOf(entries.map((entry) => fromBase64(entry) ?? new Uint8Array())); // no entry: reading it says so
}

async function bundle(
  client: Client,
  room: Room,
  index: number,
  width: number,
  signal: AbortSignal,
): Promise<Batch> {
  const path = tilePath({ level: "entries", index, width }).slice("tile/".length);
  const bytes = await client.call("readTile", { params: { room, "*": path }, signal: within(signal) });
  return batchOf(parseBundle(bytes, width));
}

/** Hashes entries while others are being judged. */
export async function batchOf(entries: readonly Uint8Array[]): Promise<Batch> {
  const leaves = await leafHashes(entries);
  return entries.map((bytes, i) => ({ bytes, leaf: leaves[i] ?? new Uint8Array() })); // there is one for each
}

// It is awaited in its turn; until then nobody listens, and a failure is not to end the program.
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** The signal, or the time in which one request is to be answered. */
export function within(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
}
