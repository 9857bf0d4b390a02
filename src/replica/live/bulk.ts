import type { Client } from "#api";
import { fromBase64, parseBundle, tilePath, tileWidth } from "#ledger";
import type { Room } from "#record";

const inFlight = 6;
const answerMs = 60_000;
/** Fewer than these are asked for one by one: a bundle begins at a multiple of 256. */
const fewEntries = 32;

/** The entries of a room from one place up to another, in order, several requests under way at a time. */
export async function* entriesFrom(
  client: Client,
  room: Room,
  from: number,
  to: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Uint8Array[]> {
  if (from >= to) return;
  if (to - from <= fewEntries) {
    yield await fewFrom(client, room, from, to, signal);
    return;
  }
  const last = Math.ceil(to / tileWidth);
  let index = Math.floor(from / tileWidth);
  const next = () => bundle(client, room, index, Math.min(tileWidth, to - index++ * tileWidth), signal);
  const waiting: Promise<readonly Uint8Array[]>[] = [];
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
): Promise<readonly Uint8Array[]> {
  const query = { from, limit: to - from };
  const { entries } = await client.call("readEntries", { params: { room }, query, signal: within(signal) });
  return entries.map((entry) => fromBase64(entry) ?? new Uint8Array()); // no entry: reading it says so
}

async function bundle(
  client: Client,
  room: Room,
  index: number,
  width: number,
  signal: AbortSignal,
): Promise<readonly Uint8Array[]> {
  const path = tilePath({ level: "entries", index, width }).slice("tile/".length);
  const bytes = await client.call("readTile", { params: { room, "*": path }, signal: within(signal) });
  return parseBundle(bytes, width);
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
