import { type Client, RefusedByServer } from "#api";
import { sha256, toHex } from "#ledger";
import { type ListContent, readList } from "#record";
import { remember, remembered } from "./memory.ts";

/**
 * The content of a list by its digest: read, on its way, not to be had now, or no list. The host cannot give another
 * content for a digest: what does not fit it is not taken.
 */
export type Content =
  | { readonly is: "read"; readonly list: ListContent }
  | { readonly is: "loading" | "absent" | "unreadable" };

/** What a question asks of contents. */
export type Contents = { of(digest: string): Content };

/** Keeps the contents of lists in this browser, so that they are worked on without a network; one for each office. */
export class ListContents implements Contents {
  readonly #place: string;
  readonly #client: Client;
  readonly #changed: () => void;
  readonly #held = new Map<string, Content>();
  #unsent: Promise<readonly string[]>;

  constructor(place: string, client: Client, changed: () => void) {
    this.#place = place;
    this.#client = client;
    this.#changed = changed;
    this.#unsent = remembered(this.#key("unsent")).then((all) => (Array.isArray(all) ? all : []));
    void this.send();
  }

  of(digest: string): Content {
    const held = this.#held.get(digest);
    if (held) return held;
    this.#held.set(digest, { is: "loading" });
    void this.#load(digest);
    return { is: "loading" };
  }

  /** Keeps bytes here, and at the host as soon as it can be reached; answers their digest. */
  async put(bytes: Uint8Array): Promise<string> {
    const digest = toHex(sha256(bytes));
    await remember(this.#key(digest), bytes);
    const unsent = [...(await this.#unsent), digest];
    this.#unsent = Promise.resolve(unsent);
    await remember(this.#key("unsent"), unsent);
    this.#take(digest, bytes);
    await this.send();
    return digest;
  }

  /** Sends what the host has not, and asks again for what could not be had. */
  async send(): Promise<void> {
    for (const [digest, { is }] of this.#held) if (is === "absent") this.#held.delete(digest);
    for (const digest of await this.#unsent) {
      const bytes = await remembered(this.#key(digest));
      if (!(bytes instanceof Uint8Array)) continue;
      try {
        await this.#client.call("putBlob", { params: { digest }, bytes });
      } catch (error) {
        if (error instanceof TypeError || error instanceof RefusedByServer) return; // later, when the host can be reached
        throw error;
      }
      const rest = (await this.#unsent).filter((one) => one !== digest);
      this.#unsent = Promise.resolve(rest);
      await remember(this.#key("unsent"), rest);
    }
  }

  async #load(digest: string): Promise<void> {
    const kept = await remembered(this.#key(digest));
    const bytes = kept instanceof Uint8Array ? kept : await this.#fetched(digest);
    if (bytes) this.#take(digest, bytes);
    else this.#held.set(digest, { is: "absent" });
    this.#changed();
  }

  async #fetched(digest: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await this.#client.call("readBlob", { params: { digest } });
      if (toHex(sha256(bytes)) !== digest) return undefined;
      await remember(this.#key(digest), bytes);
      return bytes;
    } catch (error) {
      if (error instanceof TypeError || error instanceof RefusedByServer) return undefined; // asked again later
      throw error;
    }
  }

  #take(digest: string, bytes: Uint8Array): void {
    const list = readList(bytes);
    this.#held.set(digest, list ? { is: "read", list } : { is: "unreadable" });
  }

  #key(name: string): string {
    return `list content ${this.#place} ${name}`;
  }
}
