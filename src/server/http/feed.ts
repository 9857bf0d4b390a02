import { toBase64 } from "#ledger";
import { type Office, offices, type Room, readableRooms, rooms } from "#record";
import type { Store } from "#store";
import { type Part, Parts } from "./parts.ts";

/** Takes one server-sent event; answers false where the reader is too slow and must come again. */
export type Send = (frame: Buffer) => boolean;

type Positions = Map<Room, number>;
type Group = {
  readonly rooms: readonly Room[];
  readonly positions: Positions;
  readonly followers: Set<Send>;
};

const collectMs = 15;
const retryMs = 250;
const entriesInFrame = 64;
const bytesInFrame = 64 * 1_024;
const encoder = new TextEncoder();

/**
 * New entries for everyone who follows, as server-sent events. What an office reads is written once and sent to all of
 * its followers; entries that come in close together go in one event. An event's id says where to go on.
 */
export class Feed {
  readonly #store: Store;
  readonly #process: string;
  readonly #groups: ReadonlyMap<Office, Group>;
  readonly #dirty = new Set<Room>();
  readonly #kept = new Parts();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #flushing: Promise<void> | undefined;
  #stop: (() => Promise<void>) | undefined;

  private constructor(store: Store, process: string, sizes: Positions) {
    this.#store = store;
    this.#process = process;
    this.#groups = new Map(
      offices.map((office) => {
        const readable = readableRooms(office);
        const positions = new Map(readable.map((room) => [room, sizes.get(room) ?? 0]));
        return [office, { rooms: readable, positions, followers: new Set<Send>() }];
      }),
    );
  }

  static async open(store: Store, process: string): Promise<Feed> {
    const sizes: Positions = new Map();
    for (const room of rooms) sizes.set(room, await store.size(`${process}/${room}`));
    const feed = new Feed(store, process, sizes);
    feed.#stop = await store.watch((log) => feed.#noted(log));
    for (const room of rooms) feed.#noted(`${process}/${room}`); // what came in while watching began
    return feed;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#stop?.();
    clearTimeout(this.#timer);
    await this.#flushing;
  }

  /**
   * Sends all after a cursor and then what comes; answers how to leave. What is after the cursor is read only as fast as
   * the reader is ready for it.
   */
  async follow(
    office: Office,
    after: string | undefined,
    send: Send,
    ready: () => Promise<void> = async () => {},
  ): Promise<() => void> {
    const group = this.#group(office);
    const at = parseCursor(after, group.rooms);
    let gone = false;
    const follower: Send = (frame) => {
      const taken = !gone && send(frame);
      if (!taken) group.followers.delete(follower);
      return taken;
    };
    for (;;) {
      const behind = group.rooms.find((room) => (at.get(room) ?? 0) < (group.positions.get(room) ?? 0));
      if (behind === undefined) break;
      const frames = this.#frames(behind, at.get(behind) ?? 0, group.positions.get(behind) ?? 0, at);
      for await (const frame of frames) {
        if (!follower(frame)) return () => {};
        await ready();
      }
    }
    // Nothing was awaited since the last comparison: nothing is missed and nothing comes twice.
    if (!gone) group.followers.add(follower);
    return () => {
      gone = true;
      group.followers.delete(follower);
    };
  }

  get followers(): number {
    return [...this.#groups.values()].reduce((sum, group) => sum + group.followers.size, 0);
  }

  #group(office: Office): Group {
    const group = this.#groups.get(office);
    if (!group) throw new Error(`The feed has no office ${office}.`);
    return group;
  }

  #noted(log: string): void {
    const room = rooms.find((one) => `${this.#process}/${one}` === log);
    if (!room) return;
    this.#dirty.add(room);
    this.#soon(collectMs);
  }

  #soon(afterMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flushing = (this.#flushing ?? Promise.resolve()).then(() => this.#flushOrRetry());
    }, afterMs);
  }

  // A store that is away for a moment is asked again: what was not sent stands behind the positions still.
  async #flushOrRetry(): Promise<void> {
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    try {
      await this.#flush(dirty);
    } catch {
      for (const room of dirty) this.#dirty.add(room);
      if (!this.#isClosed) this.#soon(retryMs);
    }
  }

  async #flush(dirty: readonly Room[]): Promise<void> {
    for (const room of dirty) {
      const size = (await this.#store.latestCheckpoint(`${this.#process}/${room}`))?.size ?? 0;
      const groups = [...this.#groups.values()].filter((group) => group.rooms.includes(room));
      const from = Math.min(...groups.map((group) => group.positions.get(room) ?? 0));
      const isFollowed = groups.some((group) => group.followers.size > 0);
      if (isFollowed) for await (const part of this.#parts(room, from, size)) sendTo(groups, room, part);
      for (const group of groups) group.positions.set(room, size);
    }
  }

  async *#frames(room: Room, from: number, to: number, at: Positions): AsyncIterable<Buffer> {
    for await (const part of this.#parts(room, from, to)) {
      at.set(room, part.next);
      yield frameOf(part.data, at);
    }
  }

  async *#parts(room: Room, from: number, to: number): AsyncIterable<Part> {
    for (let next = from; next < to; ) {
      const kept = this.#kept.find(room, next, to);
      const part = kept ?? (await this.#readPart(room, next, to));
      yield part.next < to ? part : await this.#withHead(room, part);
      next = part.next;
    }
  }

  // The last of some entries carries the signed head over them.
  async #withHead(room: Room, { next, data }: Part): Promise<Part> {
    const head = await this.#store.checkpoint(`${this.#process}/${room}`, next);
    if (!head) return { next, data }; // more is being sent: the head comes with that
    return { next, data: `${data.slice(0, -1)},"checkpoint":${JSON.stringify(head.note)}}` };
  }

  // To the next whole number of entries, so that those who come from different places soon need the same.
  async #readPart(room: Room, from: number, to: number): Promise<Part> {
    const entries: string[] = [];
    let bytes = 0;
    const end = Math.min(to, from - (from % entriesInFrame) + entriesInFrame);
    for await (const row of this.#store.read(`${this.#process}/${room}`, from, end - from)) {
      entries.push(toBase64(row.entry));
      bytes += row.entry.length;
      if (bytes >= bytesInFrame) break;
    }
    const next = from + entries.length;
    if (next === from) throw new Error(`The log of ${room} has no entry ${from}, and should have ${to}.`);
    const part = { next, data: JSON.stringify({ room, from, entries }) };
    if (next % entriesInFrame === 0 || bytes >= bytesInFrame) this.#kept.add(room, from, part);
    return part;
  }
}

function sendTo(groups: readonly Group[], room: Room, { next, data }: Part): void {
  for (const { positions, followers } of groups) {
    positions.set(room, next);
    const frame = frameOf(data, positions);
    for (const follower of followers) follower(frame);
  }
}

function frameOf(data: string, positions: Positions): Buffer {
  return Buffer.from(encoder.encode(`id: ${cursorOf(positions)}\nevent: entries\ndata: ${data}\n\n`));
}

/** `plenary:12,public:40`: how many entries of each room have been sent. */
export function cursorOf(positions: ReadonlyMap<Room, number>): string {
  return [...positions].map(([room, size]) => `${room}:${size}`).join(",");
}

/** Rooms that the cursor does not name begin at 0; what cannot be read is no cursor. */
export function parseCursor(text: string | undefined, readable: readonly Room[]): Positions {
  const at: Positions = new Map(readable.map((room) => [room, 0]));
  for (const part of (text ?? "").split(",")) {
    const [name, size] = part.split(":");
    const room = readable.find((one) => one === name);
    if (room && size !== undefined && /^\d{1,15}$/.test(size)) at.set(room, Number(size));
  }
  return at;
}
