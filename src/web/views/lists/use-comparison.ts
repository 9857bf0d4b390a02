import { useSyncExternalStore } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { useKept } from "../../app/kept.tsx";
import type { TwoLists } from "./compare-query.ts";
import { Comparison } from "./comparison.ts";

/** Each holds both lists and the engine's tables: the one that was begun first goes when another is begun. */
const mostKept = 4;

/** The comparison of two lists, kept while this desk is open: whoever leaves its page and comes back finds it. */
export function useComparison({ left, right }: TwoLists) {
  const { connection } = useDesk();
  const kept = useKept();
  const name = `comparison ${left} ${right}`;
  const found = kept.get(name);
  const one = found instanceof Comparison ? found : new Comparison(connection, { left, right });
  if (one !== found) kept.set(name, one);
  const { held, reasons } = useSyncExternalStore(one.watch, () => one.shown);
  const start = () => {
    const begun = [...kept].filter(([, each]) => each instanceof Comparison && each !== one);
    for (const [first, each] of begun.slice(0, Math.max(0, begun.length - mostKept + 1))) {
      each.end();
      kept.delete(first);
    }
    return one.start();
  };
  return { held, reasons, start, stop: one.end, explain: one.explain };
}
