import type { Master } from "./master.ts";
import type { Nearness } from "./relaxation.ts";

/** Makes a site near to every site between two visits to it in the mixture; false where nothing was left to forbid. */
export function forbid(master: Master, nearness: Nearness): boolean {
  let isChanged = false;
  for (const { column } of master.mixture()) {
    const last = new Map<number, number>();
    column.sites.forEach((site, at) => {
      const before = last.get(site);
      if (before !== undefined)
        for (let k = before + 1; k < at; k++)
          isChanged = nearness.add(column.sites[k] ?? 0, site) || isChanged;
      last.set(site, at);
    });
  }
  return isChanged;
}

/** Whether a route comes back to no site that is still near. */
export function isAllowed(route: readonly number[], nearness: Nearness): boolean {
  const last = new Map<number, number>();
  return route.every((site, at) => {
    const before = last.get(site);
    last.set(site, at);
    if (before === undefined) return true;
    for (let k = before + 1; k < at; k++) if (nearness.placeAt(route[k] ?? 0, site) < 0) return true;
    return false;
  });
}
