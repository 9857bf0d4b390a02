import { ProblemError } from "#base";
import { fromBase64 } from "#ledger";
import { type Deposited, dueDeposits } from "#record";
import type { Registry } from "./registry.ts";

const everyMs = 1_000;
const anotherWasFirst: ReadonlySet<string> = new Set(["act.refused_by_rule", "act.replayed"]);

/**
 * Publishes joint texts whose release was signed ahead, at their time (rule CQ9). They are admitted like any act, so
 * several servers of one process may all do it: one of them is the first.
 */
export class Releases {
  readonly #registry: Registry;
  readonly #now: () => number;
  readonly #failed: (error: unknown) => void;
  /** What can never be admitted, as where the seat of who signed it was revoked: said once. */
  readonly #refused = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(registry: Registry, now: () => number, failed: (error: unknown) => void) {
    this.#registry = registry;
    this.#now = now;
    this.#failed = failed;
  }

  /** Looks once a second, and does not keep the program alive. */
  start(): void {
    this.#timer = setInterval(() => {
      this.#turn = this.#turn.then(() => this.releaseDue());
    }, everyMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn;
  }

  /** Hands in what is due now. */
  async releaseDue(): Promise<void> {
    for (const deposited of dueDeposits(this.#registry.state("host"), this.#now()))
      if (!this.#refused.has(deposited.signature)) await this.#release(deposited);
  }

  async #release({ act, key, signature }: Deposited): Promise<void> {
    try {
      const bytes = fromBase64(act) ?? new Uint8Array();
      await this.#registry.submit({ act: bytes, signatures: [{ key, signature }] });
    } catch (error) {
      if (error instanceof ProblemError && !error.problem.code.startsWith("store.")) {
        this.#refused.add(signature);
        if (anotherWasFirst.has(error.problem.code)) return;
      }
      this.#failed(error);
    }
  }
}
