import type { Model } from "./model.ts";

/** Persons who are alike in all but captivity, longest held first; `pool` numbers what they weigh in every comparison. */
export type ClassOfPersons = {
  readonly side: number;
  readonly group: number;
  readonly pool: number;
  readonly members: readonly number[];
};

/** All who can be moved alone: not barred, not locked, in no pair. */
export function classesOf(model: Model): readonly ClassOfPersons[] {
  const { N, T, side, site, mode, medical, cover, counted, group, ready, captivity, fixed } = model;
  const found = new Map<string, { side: number; group: number; pool: number; members: number[] }>();
  const pools = new Map<string, number>();
  for (let i = 0; i < N; i++) {
    if (!isFree(model, i) || (ready[i] ?? T) >= T || fixed[i] !== -1) continue;
    const weights: (number | undefined)[] = [side[i], counted[i]];
    for (let at = model.rowStart[i] ?? 0; at < (model.rowStart[i + 1] ?? 0); at++)
      weights.push(model.rowOf[at], model.rowWeight[at]);
    const signature = weights.join();
    const pool = pools.get(signature) ?? pools.size;
    pools.set(signature, pool);
    const key = `${pool}/${site[i]}/${mode[i]}/${medical[i]}/${cover[i]}/${group[i]}/${ready[i]}`;
    const one = found.get(key) ?? { side: side[i] ?? 0, group: group[i] ?? -1, pool, members: [] };
    one.members.push(i);
    found.set(key, one);
  }
  for (const { members } of found.values())
    members.sort((i, j) => (captivity[j] ?? 0) - (captivity[i] ?? 0) || i - j);
  return [...found.values()];
}

/** Whether somebody can be moved without another: neither locked nor in a pair. */
export function isFree(model: Model, i: number): boolean {
  return model.fixed[i] === -1 && !model.unitOf.has(i) && !model.apartOf.has(i);
}
