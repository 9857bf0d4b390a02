import type { Orienteering } from "../orienteering.ts";

/**
 * The instance on its shortest ways: a team may drive past a site without a visit, so that leaving a site out of a route
 * never makes a later one late. Every route of the instance is one here.
 */
export function closed(given: Orienteering): Orienteering {
  const { size } = given;
  const travel = given.travel.slice();
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++) {
      const first = travel[i * size + k] ?? 0;
      const row = i * size;
      const via = k * size;
      for (let j = 0; j < size; j++) {
        const time = first + (travel[via + j] ?? 0);
        if (time < (travel[row + j] ?? 0)) travel[row + j] = time;
      }
    }
  return { ...given, travel };
}

/** Which sites count as near to which: a route may come back to a site only after it was where the site is not near. */
export class Nearness {
  readonly lists: number[][];
  private readonly size: number;
  private readonly places: Int8Array;

  constructor({ size, travel }: Orienteering, sites: readonly number[], count: number) {
    this.size = size;
    this.places = new Int8Array(size * size).fill(-1);
    this.lists = Array.from({ length: size }, () => []);
    for (const site of sites) {
      const at = (other: number) =>
        other === site ? -1 : (travel[site * size + other] ?? 0) + (travel[other * size + site] ?? 0);
      const near = sites.toSorted((a, b) => at(a) - at(b) || a - b).slice(0, count);
      for (const other of near) this.add(site, other);
    }
  }

  /** The bit of `other` at `site`, or -1 where it is not near. */
  placeAt(site: number, other: number): number {
    return this.places[site * this.size + other] ?? -1;
  }

  /** Makes `other` near to `site`; false where it was, or there is no room. */
  add(site: number, other: number): boolean {
    const list = this.lists[site];
    if (!list || list.length >= 31 || this.placeAt(site, other) >= 0) return false;
    this.places[site * this.size + other] = list.length;
    list.push(other);
    return true;
  }
}
