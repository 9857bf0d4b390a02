import { randomBytes, sha256, toHex } from "#ledger";
import type { Office } from "#record";
import type { Store } from "#store";

/** Half an hour without use, twelve hours in all (trust 1, stolen laptop). */
export const idleMs = 30 * 60_000;
export const longestMs = 12 * 3_600_000;

export type Session = { readonly office: Office; readonly member: string | undefined };

/** Sessions by an opaque token of 256 bits, of which only the hash is kept. */
export class Sessions {
  readonly #store: Store;
  readonly #process: string;
  readonly #now: () => number;

  constructor(store: Store, process: string, now: () => number) {
    this.#store = store;
    this.#process = process;
    this.#now = now;
  }

  /** Starts a session and answers its token. */
  async start(office: Office, member: string | undefined): Promise<string> {
    const token = toHex(randomBytes(32));
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

  /** The session of a token; undefined where it never was, has ended, or has lain idle. */
  async find(token: string): Promise<Session | undefined> {
    const tokenHash = hashOf(token);
    const found = await this.#store.session(tokenHash);
    const at = this.#now();
    if (!found || found.process !== this.#process) return undefined;
    if (at >= found.expiresAt || at - found.lastUsedAt >= idleMs) {
      await this.#store.endSession(tokenHash);
      return undefined;
    }
    if (at - found.lastUsedAt > 60_000) await this.#store.touchSession(tokenHash, at);
    return { office: found.office as Office, member: found.member }; // put there by start
  }

  async end(token: string): Promise<void> {
    await this.#store.endSession(hashOf(token));
  }
}

function hashOf(token: string): string {
  return toHex(sha256(new TextEncoder().encode(token)));
}
