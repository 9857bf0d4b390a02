import type { Desk } from "./desk.ts";

type Work = { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void };

/** Something that a page asks its desk to do; throws a problem where it is refused. */
export type Action<A, V> = (desk: Desk, args: A, work: Work) => Promise<V>;
