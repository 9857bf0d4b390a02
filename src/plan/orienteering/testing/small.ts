import { seededRandom } from "#base";
import type { Orienteering } from "../orienteering.ts";

/** A random instance of a few sites; `isCrooked` ways are one-way streets, and the straight one is not always the shortest. */
export function smallInstance(seed: number, { isCrooked = false, sites = 8 } = {}): Orienteering {
  const random = seededRandom(seed);
  const size = 2 + random.below(sites);
  const teams = 1 + random.below(3);
  const places = Array.from({ length: size }, () => [random.below(100), random.below(100)] as const);
  const horizon = 100 + random.below(300);
  const travel = new Int32Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const [from, to] = [places[i], places[j]];
      const straight = from && to ? Math.floor(Math.hypot(from[0] - to[0], from[1] - to[1])) : 0;
      travel[i * size + j] = i === j ? 0 : isCrooked ? random.below(2 * straight + 5) : straight;
    }
  const open = new Int32Array(size);
  const close = new Int32Array(size).fill(horizon);
  for (let i = 1; i < size; i++) {
    if (random.below(4) === 0) continue;
    open[i] = random.below(horizon);
    close[i] = (open[i] ?? 0) + random.below(120);
  }
  return {
    size,
    teams,
    travel,
    service: Int32Array.from({ length: size }, (_, i) => (i === 0 ? 0 : random.below(25))),
    prize: Int32Array.from({ length: size }, (_, i) => (i === 0 ? 0 : random.below(20))),
    open,
    close,
  };
}

/** The most that any plan of a small instance reaches: every set of sites, every order, every split between teams. */
export function exactValue({ size, teams, travel, service, prize, open, close }: Orienteering): number {
  const sites = size - 1;
  const sets = 1 << sites;
  // the soonest that a team can have left the last site of a set
  const leave = new Float64Array(sets * sites).fill(Number.POSITIVE_INFINITY);
  const prizeOf = new Float64Array(sets);
  const isRoute = new Uint8Array(sets);
  isRoute[0] = 1;
  for (let set = 1; set < sets; set++)
    for (let last = 0; last < sites; last++) {
      if ((set & (1 << last)) === 0) continue;
      const rest = set ^ (1 << last);
      prizeOf[set] = prizeOf[rest]! + prize[last + 1]!;
      let arrive = rest === 0 ? open[0]! + travel[last + 1]! : Number.POSITIVE_INFINITY;
      for (let before = 0; before < sites; before++)
        if (rest & (1 << before))
          arrive = Math.min(arrive, leave[rest * sites + before]! + travel[(before + 1) * size + last + 1]!);
      if (arrive > close[last + 1]!) continue;
      const left = Math.max(arrive, open[last + 1]!) + service[last + 1]!;
      leave[set * sites + last] = left;
      if (left + travel[(last + 1) * size]! <= close[0]!) isRoute[set] = 1;
    }
  let best = new Float64Array(sets);
  for (let team = 0; team < teams; team++) {
    const next = best.slice();
    for (let set = 0; set < sets; set++)
      for (let part = set; part > 0; part = (part - 1) & set)
        if (isRoute[part]) next[set] = Math.max(next[set]!, best[set ^ part]! + prizeOf[part]!);
    best = next;
  }
  return best[sets - 1] ?? 0;
}

/** Times of a route counted again, for instances without a file: the prize of the plan, or undefined where it is none. */
export function valueOf(given: Orienteering, routes: readonly (readonly number[])[]): number | undefined {
  const { size, teams, travel, service, prize, open, close } = given;
  const visits = routes.flat();
  if (routes.length > teams || new Set(visits).size < visits.length) return undefined;
  for (const route of routes) {
    if (route.length === 0) continue;
    let [at, time] = [0, open[0]!];
    for (const site of route) {
      time = Math.max(time + travel[at * size + site]!, open[site]!);
      if (time > close[site]!) return undefined;
      time += service[site]!;
      at = site;
    }
    if (time + travel[at * size]! > close[0]!) return undefined;
  }
  return visits.reduce((sum, site) => sum + prize[site]!, 0);
}
