import { useEffect, useRef, useState } from "react";
import type { Actions } from "../desk/actions.ts";
import type { Refusal } from "../desk/protocol.ts";
import { useDesk } from "./desk-context.tsx";
import { refusalOf } from "./signing.tsx";

type Args<A extends keyof Actions> = Parameters<Actions[A]>[1];
type Value<A extends keyof Actions> = Awaited<ReturnType<Actions[A]>>;

/** How far long work is, and what came of it. */
export type Work<A extends keyof Actions> = {
  readonly isRunning: boolean;
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  readonly value: Value<A> | undefined;
  readonly refusal: Refusal | undefined;
  readonly start: (args: Args<A>) => Promise<Value<A> | undefined>;
  readonly stop: () => void;
};

type Held<A extends keyof Actions> = Pick<Work<A>, "isRunning" | "progress" | "value" | "refusal">;

/** Lets the desk do something that takes time; it is stopped when its view is left. */
export function useWork<A extends keyof Actions & string>(action: A): Work<A> {
  const { connection } = useDesk();
  const [held, setHeld] = useState<Held<A>>(idle);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const stop = () => {
    abort.current?.abort();
    setHeld(idle);
  };
  const start = async (args: Args<A>): Promise<Value<A> | undefined> => {
    abort.current?.abort();
    const own = new AbortController();
    abort.current = own;
    const set = (next: Held<A>) => {
      if (!own.signal.aborted) setHeld(next);
    };
    set({ ...idle, isRunning: true });
    try {
      const onProgress = (done: number, of: number) =>
        set({ ...idle, isRunning: true, progress: { done, of } });
      const value: Value<A> = await connection.call(action, args, { signal: own.signal, onProgress });
      set({ ...idle, value });
      return own.signal.aborted ? undefined : value;
    } catch (error) {
      set({ ...idle, refusal: refusalOf(error) });
      return undefined;
    }
  };
  return { ...held, start, stop };
}

const idle = { isRunning: false, progress: undefined, value: undefined, refusal: undefined } as const;
