import { fromBase64 } from "#ledger";
import type { Room } from "#record";

type Told = { room: Room; from: number; entries: string[]; checkpoint?: string };

/** A reader of the feed over a real connection: what it was sent, and where it would go on. */
export class Follower {
  readonly entries = new Map<Room, Uint8Array[]>();
  /** The signed head that came last with entries of a room. */
  readonly heads = new Map<Room, string>();
  /** Entries that were sent out of their place. */
  misplaced = 0;
  lastId = "";
  onEntry: (room: Room, seq: number) => void = () => {};
  readonly #abort = new AbortController();
  #done: Promise<void> = Promise.resolve();

  /** Follows until left; `after` is the id at which an earlier connection broke off. */
  static async of(url: string, cookie: string | undefined, after?: string): Promise<Follower> {
    const follower = new Follower();
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...(after === undefined ? {} : { "last-event-id": after }),
    };
    const answer = await fetch(`${url}/api/feed`, { headers, signal: follower.#abort.signal });
    if (!answer.ok || !answer.body) throw new Error(`The feed answered ${answer.status}.`);
    const start = new Map((after ?? "").split(",").map((part) => part.split(":") as [Room, string])); // room:size
    for (const [room, size] of start) follower.#sizes.set(room, Number(size));
    follower.#done = follower.#read(answer.body.pipeThrough(new TextDecoderStream())).catch(() => {}); // left
    return follower;
  }

  readonly #sizes = new Map<Room, number>();

  size(room: Room): number {
    return this.#sizes.get(room) ?? 0;
  }

  /** When the connection is over, whoever ended it. */
  get ended(): Promise<void> {
    return this.#done;
  }

  async leave(): Promise<void> {
    this.#abort.abort();
    await this.#done;
  }

  async #read(text: ReadableStream<string>): Promise<void> {
    let held = "";
    for await (const chunk of text) {
      held += chunk;
      for (let end = held.indexOf("\n\n"); end !== -1; end = held.indexOf("\n\n")) {
        this.#take(held.slice(0, end));
        held = held.slice(end + 2);
      }
    }
  }

  #take(event: string): void {
    const fields = new Map(
      event.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
    );
    const data = fields.get("data");
    if (data === undefined) return; // a heartbeat
    const { room, from, entries, checkpoint } = JSON.parse(data) as Told; // as the feed writes
    if (checkpoint !== undefined) this.heads.set(room, checkpoint);
    if (from !== this.size(room)) this.misplaced += 1;
    const kept = this.entries.get(room) ?? [];
    this.entries.set(room, kept);
    entries.forEach((entry, i) => {
      kept.push(fromBase64(entry) ?? new Uint8Array());
      this.onEntry(room, from + i);
    });
    this.#sizes.set(room, from + entries.length);
    this.lastId = fields.get("id") ?? this.lastId;
  }
}
