import type { Orienteering } from "../orienteering.ts";

/** An instance as the search reads it: what a site's neighbours are to it lies in rows of its own. */
export type Network = Orienteering & {
  /** `travel` turned over: row j holds the times from every i to j. The same array where it makes no difference. */
  readonly back: Int32Array;
  /** The sites that a team can visit at all, alone; which can be left soonest comes first. */
  readonly sites: Int32Array;
  /** Of the sites' prizes. */
  readonly meanPrize: number;
};

export function networkOf(given: Orienteering): Network {
  const { size, travel, service, open, close, prize } = given;
  const sites: number[] = [];
  let total = 0;
  for (let i = 1; i < size; i++) {
    const begin = Math.max(open[i] ?? 0, (open[0] ?? 0) + (travel[i] ?? 0));
    const home = begin + (service[i] ?? 0) + (travel[i * size] ?? 0);
    if (begin > (close[i] ?? 0) || home > (close[0] ?? 0) || (prize[i] ?? 0) <= 0) continue;
    sites.push(i);
    total += prize[i] ?? 0;
  }
  const ready = (site: number) => (open[site] ?? 0) + (service[site] ?? 0);
  sites.sort((a, b) => ready(a) - ready(b) || a - b);
  return {
    ...given,
    back: isSymmetric(given) ? travel : turned(given),
    sites: Int32Array.from(sites),
    meanPrize: total / Math.max(1, sites.length),
  };
}

function isSymmetric({ size, travel }: Orienteering): boolean {
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) if (travel[i * size + j] !== travel[j * size + i]) return false;
  return true;
}

function turned({ size, travel }: Orienteering): Int32Array {
  const back = new Int32Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) back[j * size + i] = travel[i * size + j] ?? 0;
  return back;
}
