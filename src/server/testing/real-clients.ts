import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "#api";
import {
  emptyRoot,
  fromBase64,
  parseCheckpoint,
  parseReceipt,
  type SigningKey,
  signingKeyFromSeed,
  toBase64,
} from "#ledger";
import type { Office, Room } from "#record";
import { type Author, composeAct, type Head, hostSource, type Source, signAct } from "#replica";
import { Follower } from "./follower.ts";
import type { Words } from "./signed-process.ts";
import { issue } from "./words.ts";

/** What the host answered to a post. */
export type Posted = {
  readonly id: string;
  readonly room: Room;
  readonly seq: number;
  readonly entry: Uint8Array;
  readonly receipt: Uint8Array;
};

/** Somebody with a device key of the demonstration and a session, who says the same until it is answered. */
export class RealAuthor {
  readonly author: Author;
  readonly #key: SigningKey;
  readonly #cookie: string;
  readonly #heads = new Map<Room, Head>();
  readonly acknowledged: Posted[] = [];
  /** Acts whose answer was lost: they stood in the log when they were sent again. */
  readonly replayed: { readonly id: string; readonly room: Room; readonly seq: number }[] = [];

  constructor(folder: string, member: string, process: string, cookie: string) {
    const file = readFileSync(join(folder, "keys", `${member}.key.json`), "utf8");
    const { office, secret } = JSON.parse(file) as { office: Office; secret: string }; // a key file
    this.author = { process, office, member };
    this.#key = signingKeyFromSeed(fromBase64(secret) ?? new Uint8Array());
    this.#cookie = cookie;
  }

  /** Says one act, at whichever address answers; `address` is asked before each attempt. */
  async say(words: Words, address: () => string): Promise<void> {
    const { id, body } = this.signed(words);
    while (!(await this.#post(body, words.room, id, address()))) await pause(15);
  }

  /** The body of a post: the act with its signature, and its id. */
  signed(words: Words): { readonly id: string; readonly body: string } {
    const head = this.#heads.get(words.room) ?? { size: 0, root: emptyRoot() };
    const draft = { capacity: "delegate", saidAt: new Date().toISOString(), ...words };
    const composed = composeAct(draft, this.author, head);
    if ("problem" in composed) throw new Error(composed.problem.detail);
    const { act, signatures } = signAct(composed.act, [this.#key]);
    return { id: composed.act.id, body: JSON.stringify({ act: toBase64(act), signatures }) };
  }

  // Answers false where the act is to be sent again: nobody answered, or too many acts were sent.
  async #post(body: string, room: Room, id: string, url: string): Promise<boolean> {
    const answer = await this.send(body, url).catch(() => undefined); // killed before or while it answered
    if (!answer || answer.status === 429) return false;
    const { status, json } = answer;
    if (status === 200) this.#take(json);
    else if (json.code === "act.replayed") this.replayed.push({ id, room, seq: json.details.seq });
    else throw new Error(`${this.author.member} was answered ${status}: ${JSON.stringify(json)}`);
    return true;
  }

  /** Posts a body once. */
  async send(body: string, url: string): Promise<{ readonly status: number; readonly json: Answer }> {
    const headers = { cookie: this.#cookie, "content-type": "application/json" };
    const answer = await fetch(`${url}/api/acts`, { method: "POST", headers, body });
    return { status: answer.status, json: (await answer.json()) as Answer }; // as the contract says
  }

  #take({ id, room, seq, entry, receipt }: Answer): void {
    const bytes = new TextEncoder().encode(receipt);
    const { checkpoint: note } = parseReceipt(bytes);
    const text = new TextDecoder().decode(note);
    const { size, root } = parseCheckpoint(text.slice(0, text.indexOf("\n\n") + 1));
    if (size > (this.#heads.get(room)?.size ?? 0)) this.#heads.set(room, { size, root });
    this.acknowledged.push({ id, room, seq, entry: fromBase64(entry) ?? new Uint8Array(), receipt: bytes });
  }
}

type Answer = {
  readonly id: string;
  readonly room: Room;
  readonly seq: number;
  readonly entry: string;
  readonly receipt: string;
  readonly code?: string;
  readonly details: { readonly seq: number };
};

/** Something that an office of the demonstration may say at any time. */
export function anything(office: Office, n: number): Words {
  if (office === "host") return issue(`Of the host, ${n}.`, n % 2 ? "internal-host" : "plenary");
  if (office === "party-a" || office === "party-b") return issue(`Of a party, ${n}.`);
  const source = { kind: "own_record", publisher: "Secretariat" } as const;
  const payload = {
    speaker: { name: "N. N.", capacity: "Speaker" },
    occasion: "Briefing",
    verbatim: `Words ${n}.`,
    language: "en",
    original: true,
    source,
  };
  return { room: "public", kind: "statement.captured", payload };
}

/** Follows the feed for as long as it is wanted, coming again where it broke off; keeps every entry that it is sent. */
export class LastingFollower {
  readonly office: Office;
  readonly entries = new Map<Room, Uint8Array[]>();
  misplaced = 0;
  connections = 0;
  readonly #address: () => string;
  readonly #cookie: string | undefined;
  #current: Follower | undefined;
  #lastId: string | undefined;
  #isLeft = false;
  readonly #done: Promise<void>;

  constructor(office: Office, cookie: string | undefined, address: () => string) {
    this.office = office;
    this.#cookie = cookie;
    this.#address = address;
    this.#done = this.#follow();
  }

  size(room: Room): number {
    const now = this.#current?.entries.get(room)?.length ?? 0;
    return (this.entries.get(room)?.length ?? 0) + now;
  }

  async leave(): Promise<void> {
    this.#isLeft = true;
    await this.#current?.leave();
    await this.#done;
  }

  async #follow(): Promise<void> {
    while (!this.#isLeft) {
      try {
        this.#current = await Follower.of(this.#address(), this.#cookie, this.#lastId);
        this.connections += 1;
        await this.#current.ended;
      } catch {
        await pause(15); // nobody listens there now
      }
      this.#keep();
    }
  }

  #keep(): void {
    const { entries, misplaced, lastId } = this.#current ?? {};
    this.#current = undefined;
    for (const [room, more] of entries ?? [])
      this.entries.set(room, [...(this.entries.get(room) ?? []), ...more]);
    this.misplaced += misplaced ?? 0;
    if (lastId) this.#lastId = lastId;
  }
}

/** What a server serves to a session, as a source to read and verify. */
export function sourceOf(url: string, cookie: string | undefined): Promise<Source> {
  const fetching: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...init?.headers, ...(cookie ? { cookie } : {}) } });
  return hostSource(new Client(url, fetching));
}
