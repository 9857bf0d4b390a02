import { type Problem, problem } from "#base";
import type { Request } from "./request.ts";

/** What the database holds of the logs and ids that a batch names, read under its locks. */
export type Held = {
  size(log: string): number;
  /** The place of an id that is already in the log. */
  seqOf(log: string, id: string): number | undefined;
};

export type Verdict =
  | { readonly kind: "accepted" }
  | { readonly kind: "moved"; readonly moved: string; readonly size: number }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Judges the requests of one batch in their order, each as if those accepted before it were already written. */
export function decide(requests: readonly Request[], held: Held): Verdict[] {
  const sizes = new Map<string, number>();
  const added = new Map<string, Map<string, number>>();
  const sizeOf = (log: string): number => sizes.get(log) ?? held.size(log);
  const seqOf = (log: string, id: string): number | undefined =>
    added.get(log)?.get(id) ?? held.seqOf(log, id);

  return requests.map((request) => {
    const verdict = judge(request, sizeOf, seqOf);
    if (verdict.kind !== "accepted") return verdict;
    for (const { log, expectedSize, rows } of request.appends) {
      const ids = added.get(log) ?? new Map<string, number>();
      rows.forEach((row, i) => {
        ids.set(row.id, expectedSize + i);
      });
      added.set(log, ids);
      sizes.set(log, expectedSize + rows.length);
    }
    return verdict;
  });
}

function judge(
  { appends, guards }: Request,
  sizeOf: (log: string) => number,
  seqOf: (log: string, id: string) => number | undefined,
): Verdict {
  const expectations = [...appends.map((a) => ({ log: a.log, size: a.expectedSize })), ...guards];
  for (const { log, size } of expectations) {
    const actual = sizeOf(log);
    if (actual !== size) return { kind: "moved", moved: log, size: actual };
  }
  for (const { log, expectedSize, rows } of appends) {
    const own = new Map<string, number>();
    for (const [i, { id }] of rows.entries()) {
      const seq = own.get(id) ?? seqOf(log, id);
      if (seq !== undefined)
        return { kind: "refused", problem: problem("store.id_repeated", { log, id, seq }) };
      own.set(id, expectedSize + i);
    }
  }
  return { kind: "accepted" };
}
