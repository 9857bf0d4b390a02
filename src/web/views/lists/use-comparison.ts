import { useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { scriptAddress } from "../../app/trusted.ts";
import type { Inputs } from "./compare-query.ts";
import { pairKey } from "./engine/bands.ts";
import type { Compared, FromEngine, Pair, Reasons, ToEngine } from "./engine/protocol.ts";
import address from "./engine/worker.ts?worker&url";

/** What the engine found in two lists, for as long as their page is open. */
export type Found = Compared & Inputs;

export type Comparison =
  | { readonly is: "none" | "failed" }
  | { readonly is: "running"; readonly done: number }
  | { readonly is: "found"; readonly found: Found };

/** Runs the engine over two lists in a thread of its own, which ends with the page. Nothing is asked of the network. */
export function useComparison() {
  const { connection } = useDesk();
  const [held, setHeld] = useState<Comparison>({ is: "none" });
  const [reasons, setReasons] = useState<ReadonlyMap<string, Reasons>>(new Map());
  const worker = useRef<Worker>(undefined);
  const asked = useRef(new Set<string>());
  useEffect(() => () => worker.current?.terminate(), []);
  const end = (how: Comparison) => {
    worker.current?.terminate();
    worker.current = undefined;
    setHeld(how);
  };
  const say = (message: ToEngine) => worker.current?.postMessage(message);
  const start = async (left: string, right: string) => {
    end({ is: "running", done: 0 });
    asked.current = new Set();
    setReasons(new Map());
    const own = new Worker(scriptAddress(address), { type: "module" });
    worker.current = own;
    own.addEventListener("error", () => end({ is: "failed" }));
    const inputs = await connection.call("listsToCompare", { left, right }).catch((error: unknown) => {
      end({ is: "failed" });
      throw error; // to the console
    });
    if (worker.current !== own) return;
    if (!inputs) return end({ is: "failed" });
    own.addEventListener("message", ({ data }: MessageEvent<FromEngine>) => {
      if (worker.current !== own) return;
      if (data.kind === "progress") setHeld({ is: "running", done: data.step + data.share });
      else if (data.kind === "failed") end({ is: "failed" });
      else if (data.kind === "compared") setHeld({ is: "found", found: { ...data, ...inputs } });
      else {
        const { all } = data;
        setReasons(
          (before) => new Map([...before, ...all.map((one) => [pairKey(one.pair), one.reasons] as const)]),
        );
      }
    });
    const { left: first, right: second, isTurned } = inputs;
    say({ kind: "compare", left: first, right: second, isTurned });
  };
  /** Asks why, once for each pair. */
  const explain = (pairs: readonly Pair[]) => {
    const open = pairs.filter((pair) => !asked.current.has(pairKey(pair)));
    for (const pair of open) asked.current.add(pairKey(pair));
    if (open.length > 0) say({ kind: "explain", pairs: open });
  };
  return { held, reasons, start, stop: () => end({ is: "none" }), explain };
}
