import { fromBase64 } from "#ledger";
import { type Room, rooms } from "#record";

/** New entries of one room, as the feed tells them. */
export type FeedPart = {
  readonly room: Room;
  readonly from: number;
  readonly entries: readonly Uint8Array[];
  /** The signed head over them; absent where more of the same comes. */
  readonly checkpoint: string | undefined;
};

/** The parts that a stream of server-sent events carries; undefined for each heartbeat. Ends with the stream or the signal. */
export async function* feedParts(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<FeedPart | undefined> {
  const reader = stream.getReader();
  const leave = () => void reader.cancel().catch(() => {}); // it has ended already, or broke
  signal.addEventListener("abort", leave);
  const decoder = new TextDecoder();
  let held = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      held += decoder.decode(value, { stream: true });
      const events = held.split("\n\n");
      held = events.pop() ?? "";
      for (const event of events) yield partOf(event);
    }
  } finally {
    signal.removeEventListener("abort", leave);
    leave();
  }
}

function partOf(event: string): FeedPart | undefined {
  const line = event.split("\n").find((one) => one.startsWith("data: "));
  if (line === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(line.slice("data: ".length));
  } catch {
    throw new TypeError("The feed sent something that is not JSON."); // not the host's: come again
  }
  if (!isPart(data)) throw new TypeError("The feed sent an event in another form.");
  const { room, from, entries, checkpoint } = data;
  // what is not base64 is no entry: reading it says so
  return { room, from, entries: entries.map((one) => fromBase64(one) ?? new Uint8Array()), checkpoint };
}

function isPart(
  data: unknown,
): data is { room: Room; from: number; entries: string[]; checkpoint: string | undefined } {
  if (data === null || typeof data !== "object") return false;
  if (!("room" in data && "from" in data && "entries" in data)) return false;
  const { room, from, entries } = data;
  const checkpoint = "checkpoint" in data ? data.checkpoint : undefined;
  return (
    rooms.some((one) => one === room) &&
    Number.isSafeInteger(from) &&
    Array.isArray(entries) &&
    entries.every((one) => typeof one === "string") &&
    (checkpoint === undefined || typeof checkpoint === "string")
  );
}

/** Where to go on: how many entries of each room are held. */
export function cursorOf(sizes: Iterable<readonly [Room, number]>): string {
  return [...sizes].map(([room, size]) => `${room}:${size}`).join(",");
}
