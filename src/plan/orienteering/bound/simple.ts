import type { Orienteering } from "../orienteering.ts";

/** The sites that bring anything. */
export function prized({ prize }: Orienteering): number[] {
  return Array.from(prize.keys()).filter((site) => site > 0 && (prize[site] ?? 0) > 0);
}

/** The sites that a team can visit at all, on the shortest ways. */
export function reachable(relaxed: Orienteering): number[] {
  const { size, travel, service, open, close } = relaxed;
  return prized(relaxed).filter((site) => {
    const begin = Math.max(open[site] ?? 0, (open[0] ?? 0) + (travel[site] ?? 0));
    const home = begin + (service[site] ?? 0) + (travel[site * size] ?? 0);
    return begin <= (close[site] ?? 0) && home <= (close[0] ?? 0);
  });
}

/** As if sites could be visited in parts: each takes its service and the shortest way to it, and all teams share the time. */
export function simpleBound(
  { size, teams, travel, service, open, close, prize }: Orienteering,
  sites: readonly number[],
): number {
  const cost = (site: number) => {
    let nearest = travel[site] ?? 0;
    for (const other of sites)
      if (other !== site) nearest = Math.min(nearest, travel[other * size + site] ?? 0);
    return (service[site] ?? 0) + nearest;
  };
  const items = sites.map((site) => ({ prize: prize[site] ?? 0, cost: cost(site) }));
  items.sort((a, b) => b.prize * a.cost - a.prize * b.cost);
  let time = teams * Math.max(0, (close[0] ?? 0) - (open[0] ?? 0));
  let sum = 0;
  for (const item of items) {
    if (item.cost > time) return Math.floor(sum + (item.prize * time) / item.cost);
    sum += item.prize;
    time -= item.cost;
  }
  return sum;
}
