import pg from "pg";
import { channelOf } from "./postgres-append.ts";
import type { Listener, LogSize } from "./store.ts";

const AGAIN_AFTER_MS = 500;

/**
 * One connection that listens, made again when it breaks. After each new connection every log that has moved since
 * it was last heard of is told, so that nothing is missed while nobody listened.
 */
export class PostgresWatch {
  readonly #config: pg.ClientConfig;
  readonly #channel: string;
  readonly #logs: () => Promise<LogSize[]>;
  readonly #listeners = new Set<Listener>();
  readonly #seen = new Map<string, number>();
  #client: pg.Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: { config: pg.ClientConfig; schema: string; logs: () => Promise<LogSize[]> }) {
    this.#config = options.config;
    this.#channel = channelOf(options.schema);
    this.#logs = options.logs;
  }

  async add(listener: Listener): Promise<() => Promise<void>> {
    if (this.#client === undefined && this.#again === undefined) await this.#connect(false);
    this.#listeners.add(listener);
    return async () => {
      this.#listeners.delete(listener);
    };
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #connect(tellsMissed: boolean): Promise<void> {
    const client = new pg.Client(this.#config);
    client.on("notification", ({ channel, payload }) => {
      if (channel === this.#channel && payload !== undefined) this.#heard(payload);
    });
    // an error is followed by the end of the connection, which makes a new one
    client.on("error", () => {});
    client.on("end", () => this.#lost(client));
    await client.connect();
    this.#client = client;
    await client.query(`listen ${this.#channel}`);
    for (const { log, size } of await this.#logs()) {
      if (tellsMissed) this.#tell(log, size);
      else this.#seen.set(log, size);
    }
  }

  #lost(client: pg.Client): void {
    if (this.#isStopped || this.#client !== client) return;
    this.#client = undefined;
    this.#tryAgain();
  }

  #tryAgain(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(async () => {
      this.#again = undefined;
      try {
        await this.#connect(true);
      } catch {
        // the server is still away: appends and reads report that, listening only waits for it
        if (!this.#isStopped && this.#client === undefined) this.#tryAgain();
      }
    }, AGAIN_AFTER_MS);
    this.#again.unref();
  }

  /** The payload is what postgres-append.ts wrote. */
  #heard(payload: string): void {
    const [log, size]: unknown[] = JSON.parse(payload);
    if (typeof log !== "string" || typeof size !== "number") {
      throw new Error(`The notification ${payload} does not name a log and its size.`);
    }
    this.#tell(log, size);
  }

  #tell(log: string, size: number): void {
    if ((this.#seen.get(log) ?? 0) >= size) return;
    this.#seen.set(log, size);
    for (const listener of this.#listeners) listener(log, size);
  }
}
