import type { Mode, Side } from "../case/case.ts";
import type { Model } from "../search/model.ts";
import type { Placement } from "../search/placement.ts";

/** Who stands ready to go instead of somebody of the same side, tranche, mode and categories. */
export type Reserve = {
  readonly tranche: number;
  readonly to: Side;
  readonly mode: Mode;
  readonly categories: readonly string[];
  readonly counted: boolean;
  /** How many of the kind go, and how many of them will not come at most, in 99 of 100 cases. */
  readonly planned: number;
  readonly needed: number;
  readonly persons: readonly string[];
};

/** The smallest k with P(X <= k) >= share for X binomial of n persons who each stay away with chance p. */
export function binomialQuantile(n: number, p: number, share = 0.99): number {
  if (p <= 0 || n === 0) return 0;
  if (p >= 1) return n;
  let log = n * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let k = 0; k < n; k++) {
    if (sum >= share) return k;
    log += Math.log(((n - k) / (k + 1)) * (p / (1 - p)));
    sum += Math.exp(log);
  }
  return n;
}

/** What somebody's substitute must have in common with him. */
export function substituteKey({ side, mode, counted, persons }: Model, i: number): string {
  const categories = (persons[i]?.categories ?? []).toSorted().join();
  return `${side[i]}/${mode[i]}/${counted[i]}/${categories}`;
}

/** Reserves for each side, tranche, mode and categories, from those who stay: the medical first, then the longest held. */
export function reservesOf(model: Model, placement: Placement): readonly Reserve[] {
  const { N, T, ready, fixed, captivity, medical, harm, given, persons, site } = model;
  const staying = new Map<string, number[]>();
  for (let i = 0; i < N; i++)
    if (placement.at[i] === T && fixed[i] === -1 && !model.unitOf.has(i) && (ready[i] ?? T) < T)
      push(staying, substituteKey(model, i), i);
  const spared = (i: number) => ((medical[i] ?? -1) < 0 ? 0 : (harm[(medical[i] ?? 0) * (T + 1) + T] ?? 0));
  for (const list of staying.values())
    list.sort((i, j) => spared(j) - spared(i) || (captivity[j] ?? 0) - (captivity[i] ?? 0) || i - j);
  const found: Reserve[] = [];
  for (let t = 0; t < T; t++) {
    const going = new Map<string, number[]>();
    for (let i = 0; i < N; i++) if (placement.at[i] === t) push(going, substituteKey(model, i), i);
    for (const [key, list] of going) {
      const first = persons[list[0] ?? 0];
      if (!first) continue;
      const needed = binomialQuantile(list.length, given.sides[first.to].noShow ?? 0);
      const free = (staying.get(key) ?? []).filter((i) => {
        const f = site[i] ?? -1;
        return (ready[i] ?? T) <= t && (f < 0 || (placement.siteDay[f * T + t] ?? 0) > 0);
      });
      const { to, mode, categories = [] } = first;
      const counted = model.counted[list[0] ?? 0] === 1;
      const codes = free.slice(0, needed).map((i) => persons[i]?.code ?? "");
      if (needed > 0)
        found.push({
          tranche: t + 1,
          to,
          mode,
          categories,
          counted,
          planned: list.length,
          needed,
          persons: codes,
        });
    }
  }
  return found;
}

function push(into: Map<string, number[]>, key: string, i: number): void {
  const list = into.get(key);
  if (list) list.push(i);
  else into.set(key, [i]);
}
