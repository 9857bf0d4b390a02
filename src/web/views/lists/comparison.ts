import type { Connection } from "../../app/connection.ts";
import { scriptAddress } from "../../app/trusted.ts";
import type { Inputs, TwoLists } from "./compare-query.ts";
import { pairKey } from "./engine/bands.ts";
import type { Compared, FromEngine, Pair, Reasons, ToEngine } from "./engine/protocol.ts";
import address from "./engine/worker.ts?worker&url";

/** What the engine found in two lists. */
export type Found = Compared & Inputs;

type Stand =
  | { readonly is: "none" | "failed" }
  | { readonly is: "running"; readonly done: number }
  | { readonly is: "found"; readonly found: Found };

export type Shown = { readonly held: Stand; readonly reasons: ReadonlyMap<string, Reasons> };

/** One run of the engine over two lists, in a thread of its own that lives until it is ended. Nothing is asked of the network. */
export class Comparison {
  shown: Shown = { held: { is: "none" }, reasons: new Map() };
  readonly #connection: Connection;
  readonly #lists: TwoLists;
  readonly #watchers = new Set<() => void>();
  #worker: Worker | undefined;
  #asked = new Set<string>();

  constructor(connection: Connection, lists: TwoLists) {
    this.#connection = connection;
    this.#lists = lists;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  readonly start = async (): Promise<void> => {
    this.#stand({ is: "running", done: 0 });
    const own = new Worker(scriptAddress(address), { type: "module" });
    this.#worker = own;
    own.addEventListener("error", () => this.#stand({ is: "failed" }));
    const inputs = await this.#connection.call("listsToCompare", this.#lists).catch((error: unknown) => {
      this.#stand({ is: "failed" });
      throw error; // to the console
    });
    if (this.#worker !== own) return;
    if (!inputs) return this.#stand({ is: "failed" });
    own.addEventListener("message", ({ data }: MessageEvent<FromEngine>) => {
      if (this.#worker === own) this.#take(data, inputs);
    });
    const { left, right, isTurned } = inputs;
    this.#say({ kind: "compare", left, right, isTurned });
  };

  readonly end = (): void => this.#stand({ is: "none" });

  /** Asks why, once for each pair. */
  readonly explain = (pairs: readonly Pair[]): void => {
    const open = pairs.filter((pair) => !this.#asked.has(pairKey(pair)));
    for (const pair of open) this.#asked.add(pairKey(pair));
    if (open.length > 0) this.#say({ kind: "explain", pairs: open });
  };

  #take(data: FromEngine, inputs: Inputs): void {
    const { reasons } = this.shown;
    if (data.kind === "progress")
      this.#show({ held: { is: "running", done: data.step + data.share }, reasons });
    else if (data.kind === "failed") this.#stand({ is: "failed" });
    else if (data.kind === "compared")
      this.#show({ held: { is: "found", found: { ...data, ...inputs } }, reasons });
    else {
      const more = data.all.map((one) => [pairKey(one.pair), one.reasons] as const);
      this.#show({ ...this.shown, reasons: new Map([...reasons, ...more]) });
    }
  }

  // What was found goes with the thread that found it.
  #stand(held: Stand): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = new Set();
    this.#show({ held, reasons: new Map() });
  }

  #show(shown: Shown): void {
    this.shown = shown;
    for (const watcher of this.#watchers) watcher();
  }

  #say(message: ToEngine): void {
    this.#worker?.postMessage(message);
  }
}
