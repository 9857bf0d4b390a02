import { type Client, RefusedByServer } from "#api";
import { fromBase64, sameBytes, toBase64, unwrapSecret, wrapSecret } from "#ledger";
import { type Act, parseAct, type State } from "#record";
import { type Envelope, sealAct, signActWith } from "../compose.ts";
import { readEntry } from "../entry.ts";
import { within } from "./bulk.ts";
import type { Copy } from "./copy.ts";
import { type Device, signerFor } from "./device.ts";
import type { Queued, QueuedAct, QueueProblem } from "./keep.ts";
import { backOff, wait } from "./wait.ts";

/** A queued act in memory. */
type Item = {
  readonly queued: Queued;
  /** What was said; undefined where it is sealed and this device cannot unwrap it. */
  readonly act: Act | undefined;
  /** The id under which it will stand in its room's log. */
  readonly logId: string;
  /** Under way, or taken by the host and not yet back with the log. */
  isSending: boolean;
};

const draftUse = "parley/draft";

export type OutboxOptions = {
  readonly client: Client;
  readonly copy: Copy;
  readonly now: () => number;
  readonly onChange: () => void;
  /** The host answers and takes nothing now. */
  readonly onTrouble: (trouble: QueueProblem) => void;
};

/** The acts that were said here and do not stand in the record yet: kept before they are sent, sent in their order. */
export class Outbox {
  readonly #client: Client;
  readonly #copy: Copy;
  readonly #now: () => number;
  readonly #onChange: () => void;
  readonly #onTrouble: OutboxOptions["onTrouble"];
  #items: Item[] = [];
  #isSending = false;

  constructor({ client, copy, now, onChange, onTrouble }: OutboxOptions) {
    this.#client = client;
    this.#copy = copy;
    this.#now = now;
    this.#onChange = onChange;
    this.#onTrouble = onTrouble;
  }

  get queue(): readonly QueuedAct[] {
    return this.#items.flatMap(({ queued, act, isSending }): readonly QueuedAct[] => {
      if (!act) return [];
      const { at, refused } = queued;
      if (refused) return [{ act, at, state: "refused", problem: refused }];
      return [{ act, at, state: isSending ? "sending" : "waiting" }];
    });
  }

  /** Reads what is kept: acts of an earlier visit, and those said in another tab. */
  async load(device: Device | undefined): Promise<void> {
    const kept = await this.#copy.keep.queue();
    const held = new Map(this.#items.map((item) => [item.queued.id, item]));
    this.#items = await Promise.all(
      kept.map(async (queued) => held.get(queued.id) ?? itemOf(queued, device)),
    );
    for (const item of this.#items) await this.#settle(item);
    this.#onChange();
  }

  /** Signs an act, seals it where its room is sealed, and keeps it; when this answers it is on the disk. */
  async say(act: Act, state: State, device: Device, isSealed: boolean): Promise<void> {
    if (this.#items.some(({ queued }) => queued.id === act.id)) return; // said already
    const signer = await signerFor(act, device);
    const envelope: Envelope = isSealed
      ? await sealAct(act, state, signer)
      : await signActWith(act, [signer]);
    const queued: Queued = {
      id: act.id,
      room: act.room,
      at: this.#now(),
      envelope,
      ...(isSealed ? { sealed: await wrapSecret(device.wrapping, JSON.stringify(act), draftUse) } : {}),
    };
    await this.#copy.keep.enqueue(queued);
    this.#items.push({ queued, act, logId: logIdOf(queued), isSending: false });
    this.#onChange();
  }

  /** Of acts that wait or were refused; what is under way may be recorded already. */
  async discard(id: string): Promise<void> {
    const item = this.#items.find(({ queued }) => queued.id === id);
    if (!item || item.isSending) return;
    await this.#drop(item);
  }

  /** Looks whether acts that have just come in are of this queue. */
  async noteTaken(): Promise<void> {
    for (const item of [...this.#items]) await this.#settle(item);
  }

  /** What the host has taken and is still not in its log after a sync is sent again. */
  noteSynced(): void {
    for (const item of this.#items) item.isSending = false;
  }

  /** Sends what waits, in order, until nothing does or the host cannot take it now. */
  async send(device: Device | undefined, signal: AbortSignal): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      await this.load(device);
      let failures = 0;
      for (let next = this.#next(); next && !signal.aborted; next = this.#next())
        if (await this.#sendOne(next, signal)) failures = 0;
        else await wait(backOff(failures++, Math.random()), signal);
    } finally {
      this.#isSending = false;
    }
  }

  #next(): Item | undefined {
    return this.#items.find(({ queued, isSending }) => !isSending && !queued.refused);
  }

  // Answers false where it is to be tried again.
  async #sendOne(item: Item, signal: AbortSignal): Promise<boolean> {
    const { act, signatures } = item.queued.envelope;
    this.#mark(item, true);
    try {
      const body = { act: toBase64(act), signatures: [...signatures] };
      await this.#client.call("postAct", { body, signal: within(signal) });
      return true; // it leaves the queue when it is back with the log
    } catch (error) {
      if (error instanceof RefusedByServer) return this.#refused(item, error, signal);
      this.#mark(item, false);
      throw error; // no answer: whether it was taken shows when the line is back
    }
  }

  async #refused(item: Item, error: RefusedByServer, signal: AbortSignal): Promise<boolean> {
    const { status, code, title, detail, details } = error.wire;
    // the answer to an earlier sending was lost: the act is there
    if (code === "act.replayed" && (await this.#isOurs(item, details.seq, signal))) return true;
    // signed out, too many at once, the host in trouble: nothing of it is about the act
    if (status >= 500 || (code.startsWith("api.") && code !== "api.malformed")) {
      this.#mark(item, false);
      this.#onTrouble({ code, title, detail });
      return false;
    }
    await this.#refuse(item, { code, title, detail });
    return true;
  }

  async #isOurs({ queued }: Item, seq: unknown, signal: AbortSignal): Promise<boolean> {
    if (typeof seq !== "number") return false;
    const query = { from: seq, limit: 1 };
    const { entries } = await this.#client.call("readEntries", {
      params: { room: queued.room },
      query,
      signal: within(signal),
    });
    const read = readEntry(seq, fromBase64(entries[0] ?? "") ?? new Uint8Array());
    return !("problem" in read) && sameBytes(read.actBytes, queued.envelope.act);
  }

  // What stands in the log under this id is this act, or another that took its id.
  async #settle(item: Item): Promise<void> {
    const place = this.#copy.held.places.get(item.logId);
    if (!place || item.queued.refused) return;
    const entry = await this.#copy.entryAt(place.room, place.seq);
    if (entry && sameBytes(entry.actBytes, item.queued.envelope.act)) return this.#drop(item);
    await this.#refuse(item, {
      code: "act.id_taken",
      title: "The id of the act is taken.",
      detail: `Another act of this process has the id ${item.logId}. Say it again under a new one.`,
    });
  }

  async #refuse(item: Item, refused: QueueProblem): Promise<void> {
    const queued = { ...item.queued, refused };
    await this.#copy.keep.enqueue(queued);
    this.#items = this.#items.map((one) => (one === item ? { ...item, queued, isSending: false } : one));
    this.#onChange();
  }

  async #drop(item: Item): Promise<void> {
    await this.#copy.keep.dequeue(item.queued.id);
    this.#items = this.#items.filter(({ queued }) => queued.id !== item.queued.id);
    this.#onChange();
  }

  #mark(item: Item, isSending: boolean): void {
    item.isSending = isSending;
    this.#onChange();
  }
}

async function itemOf(queued: Queued, device: Device | undefined): Promise<Item> {
  return { queued, act: await actOf(queued, device), logId: logIdOf(queued), isSending: false };
}

async function actOf({ envelope, sealed }: Queued, device: Device | undefined): Promise<Act | undefined> {
  if (!sealed) {
    const read = parseAct(envelope.act);
    return "act" in read ? read.act : undefined;
  }
  const text = device && (await unwrapSecret(device.wrapping, sealed, draftUse));
  return text === undefined ? undefined : (JSON.parse(text) as Act); // as it was wrapped here
}

function logIdOf({ envelope }: Queued): string {
  const read = parseAct(envelope.act);
  if ("problem" in read) throw new Error(`A queued act cannot be read: ${read.problem.detail}`);
  return read.act.id;
}
