import { randomBytes, sha256, toHex } from "#ledger";
import type { Office } from "#record";
import type { Session as Kept, Store } from "#store";

/** Half an hour without use, twelve hours in all (trust 1, stolen laptop). */
export const idleMs = 30 * 60_000;
export const longestMs = 12 * 3_600_000;
/** What is over is swept so often at most, by whoever signs in. */
const sweepMs = 10 * 60_000;

/** What began with a sign-in. It says who somebody is; what he reads is said by the record. */
export type Session = {
  readonly office: Office;
  readonly member: string | undefined;
  /** Epoch ms; however much it is used. */
  readonly expiresAt: number;
};

type Holder = Pick<Session, "office" | "member">;
type Watcher = Holder & { readonly listener: () => void };

/** Sessions by an opaque token of 256 bits, of which only the hash is kept. */
export class Sessions {
  readonly #store: Store;
  readonly #process: string;
  readonly #now: () => number;
  readonly #watchers = new Set<Watcher>();
  #sweptAt = 0;

  constructor(store: Store, process: string, now: () => number) {
    this.#store = store;
    this.#process = process;
    this.#now = now;
  }

  /** Starts a session and answers its token; the one that it replaces in the browser ends. */
  async start(office: Office, member: string | undefined, replaced?: string): Promise<string> {
    if (replaced !== undefined) await this.end(replaced);
    const token = toHex(randomBytes(32));
    await this.sweep();
    const at = this.#now();
    await this.#store.putSession({
      tokenHash: hashOf(token),
      process: this.#process,
      office,
      member,
      createdAt: at,
      lastUsedAt: at,
      expiresAt: at + longestMs,
    });
    return token;
  }

  /** The session of a token, and notes its use; undefined where it never was, has ended, or has lain idle. */
  async find(token: string): Promise<Session | undefined> {
    const found = await this.#live(token);
    if (!found) return undefined;
    const at = this.#now();
    if (at - found.lastUsedAt > 60_000) await this.#store.touchSession(found.tokenHash, at);
    return { ...holderOf(found), expiresAt: found.expiresAt };
  }

  /** Whether the session of a token goes on; asking is no use of it. */
  async goesOn(token: string): Promise<boolean> {
    return (await this.#live(token)) !== undefined;
  }

  async end(token: string): Promise<void> {
    const ended = await this.#live(token);
    if (!ended) return;
    await this.#store.endSession(ended.tokenHash);
    this.#tell(holderOf(ended));
  }

  /** Ends every session of a member of an office. */
  async endAllOf(holder: Holder): Promise<void> {
    await this.#store.endSessionsOf(this.#process, holder.office, holder.member);
    this.#tell(holder);
  }

  /** Calls back when a session of the same holder was ended here, be it this one or another; answers how to stop. */
  watch({ office, member }: Holder, listener: () => void): () => void {
    const watcher = { office, member, listener };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Ends every other session of the same seat; answers how many. */
  async endOthers(token: string): Promise<number> {
    const own = await this.#live(token);
    if (!own) return 0;
    const ended = await this.#store.endSessionsOf(own.process, own.office, own.member);
    await this.#store.putSession(own); // as it was: its twelve hours do not begin anew
    this.#tell(holderOf(own));
    return ended - 1;
  }

  /** Deletes the sessions, invitations and challenges that are over. */
  async sweep(): Promise<void> {
    const at = this.#now();
    if (at - this.#sweptAt < sweepMs) return;
    this.#sweptAt = at;
    await this.#store.sweepSessions(at, idleMs);
    await this.#store.sweepUntaken(at);
  }

  #tell({ office, member }: Holder): void {
    for (const watcher of this.#watchers)
      if (watcher.office === office && watcher.member === member) watcher.listener();
  }

  async #live(token: string): Promise<Kept | undefined> {
    const tokenHash = hashOf(token);
    const found = await this.#store.session(tokenHash);
    const at = this.#now();
    if (!found || found.process !== this.#process) return undefined;
    if (at < found.expiresAt && at - found.lastUsedAt < idleMs) return found;
    await this.#store.endSession(tokenHash);
    return undefined;
  }
}

function holderOf({ office, member }: Kept): Holder {
  return { office: office as Office, member }; // put there by start
}

function hashOf(token: string): string {
  return toHex(sha256(new TextEncoder().encode(token)));
}
