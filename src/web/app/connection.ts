import type { Language } from "#i18n/screens";
import type { Actions } from "../desk/actions.ts";
import type { Refusal, ToDesk, ToPage } from "../desk/protocol.ts";
import address from "../desk/worker.ts?worker&url";
import { scriptAddress } from "./trusted.ts";

type Args<A extends keyof Actions> = Parameters<Actions[A]>[1];
type Value<A extends keyof Actions> = Awaited<ReturnType<Actions[A]>>;
type Call = {
  readonly done: (value: unknown) => void;
  readonly refused: (error: Refused) => void;
  readonly onProgress: (done: number, of: number) => void;
};
export type Work = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
};

/** What the desk refused, in words. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.title} ${refusal.detail}`);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

/** The page's line to its desk, which works in a thread of its own. */
export class Connection {
  readonly #worker: Worker;
  readonly #models = new Map<number, (model: unknown) => void>();
  readonly #calls = new Map<number, Call>();
  #next = 1;

  constructor(language: Language) {
    this.#worker = new Worker(scriptAddress(address), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<ToPage>) => this.#take(data));
    this.#say({ kind: "open", base: location.origin, language });
  }

  speak(language: Language): void {
    this.#say({ kind: "language", language });
  }

  /** Calls back with the answer now and whenever it changes, until the returned function is called. */
  watch(query: string, args: unknown, onModel: (model: unknown) => void): () => void {
    const id = this.#next++;
    this.#models.set(id, onModel);
    this.#say({ kind: "watch", id, query, args });
    return () => {
      this.#models.delete(id);
      this.#say({ kind: "unwatch", id });
    };
  }

  /** Throws Refused where the desk or the host refuses. */
  call<A extends keyof Actions & string>(action: A, args: Args<A>, work: Work = {}): Promise<Value<A>> {
    const id = this.#next++;
    work.signal?.addEventListener("abort", () => this.#say({ kind: "stop", id }));
    return new Promise((done, refused) => {
      const onProgress = work.onProgress ?? (() => {});
      this.#calls.set(id, { done: done as (value: unknown) => void, refused, onProgress }); // the desk answers what the action gives
      this.#say({ kind: "call", id, action, args });
    });
  }

  #say(message: ToDesk): void {
    this.#worker.postMessage(message);
  }

  #take(message: ToPage): void {
    const call = this.#calls.get(message.id);
    switch (message.kind) {
      case "model":
        this.#models.get(message.id)?.(message.model);
        return;
      case "progress":
        call?.onProgress(message.done, message.of);
        return;
      case "done":
        this.#calls.delete(message.id);
        call?.done(message.value);
        return;
      case "refused":
        this.#calls.delete(message.id);
        call?.refused(new Refused(message.refusal));
        return;
      default:
        message satisfies never;
    }
  }
}
