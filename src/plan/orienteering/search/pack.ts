import type { Network } from "./network.ts";
import type { Pool } from "./pool.ts";

/**
 * The tours of the pool, one a team, that visit the sites with most prize between them; a site in two of them counts once.
 * Prices on sites (Lagrange) bound what any further tours can add, and the branches that cannot reach `above` are cut off.
 * Answers undefined where none is above it, or none was found within the work allowed, counted in sites looked at.
 */
export function pack(
  network: Network,
  pool: Pool,
  above: number,
  mostWork: number,
): readonly number[][] | undefined {
  const { teams, size, prize } = network;
  const count = pool.sites.length;
  if (teams < 2 || count < teams) return undefined;
  const prices = pricesOf(network, pool);
  let total = 0;
  for (const price of prices) total += price;
  const reduced = new Float64Array(count);
  for (let c = 0; c < count; c++) reduced[c] = netOf(pool, prices, c);
  const order = Array.from(reduced.keys()).sort((a, b) => (reduced[b] ?? 0) - (reduced[a] ?? 0) || a - b);
  const left = Float64Array.from(order, (c) => reduced[c] ?? 0);
  const visited = new Int8Array(size);
  const chosen: number[] = [];
  let best = above;
  let found: number[] | undefined;
  let work = mostWork;
  const branch = (from: number, gained: number, priced: number): void => {
    const missing = teams - chosen.length;
    if (missing === 0) {
      if (gained <= best) return;
      best = gained;
      found = chosen.slice();
      return;
    }
    for (let q = from; q <= count - missing && work > 0; q++) {
      let reach = gained + total - priced;
      for (let k = 0; k < missing; k++) reach += left[q + k] ?? 0;
      if (reach < best + 1 - 1e-6) return;
      const c = order[q] ?? 0;
      const sites = pool.sites[c] ?? [];
      work -= sites.length;
      let gain = 0;
      let price = 0;
      for (const site of sites)
        if (visited[site]!++ === 0) {
          gain += prize[site] ?? 0;
          price += prices[site] ?? 0;
        }
      chosen.push(c);
      // what the tour brings beyond its prices, and what the next ones can at most
      let most = gained + gain + total - priced - price;
      for (let k = 1; k < missing; k++) most += left[q + k] ?? 0;
      if (most >= best + 1 - 1e-6) branch(q + 1, gained + gain, priced + price);
      chosen.pop();
      for (const site of sites) visited[site]!--;
    }
  };
  branch(0, 0, 0);
  return found?.map((c) => pool.sites[c] ?? []);
}

// Prices between 0 and the prize, bettered step by step towards the least bound.
function pricesOf({ teams, size, prize }: Network, pool: Pool): Float64Array {
  const count = pool.sites.length;
  const prices = new Float64Array(size);
  const bestPrices = new Float64Array(size);
  const uses = new Int32Array(size);
  let least = Number.POSITIVE_INFINITY;
  let reach = 1;
  let since = 0;
  const top = new Int32Array(teams);
  const value = new Float64Array(teams);
  for (let round = 0; round < 120; round++) {
    value.fill(Number.NEGATIVE_INFINITY);
    for (let c = 0; c < count; c++) {
      const net = netOf(pool, prices, c);
      if (net <= (value[teams - 1] ?? 0)) continue;
      let k = teams - 1;
      for (; k > 0 && (value[k - 1] ?? 0) < net; k--) {
        value[k] = value[k - 1] ?? 0;
        top[k] = top[k - 1] ?? 0;
      }
      value[k] = net;
      top[k] = c;
    }
    let bound = 0;
    for (const price of prices) bound += price;
    for (const net of value) bound += net;
    since++;
    if (bound < least) {
      least = bound;
      bestPrices.set(prices);
      since = 0;
    } else if (since > 8) {
      reach /= 2;
      since = 0;
      prices.set(bestPrices);
    }
    uses.fill(0);
    for (const c of top) for (const site of pool.sites[c] ?? []) uses[site]!++;
    for (let i = 1; i < size; i++) {
      const price = (prices[i] ?? 0) + reach * 0.2 * (prize[i] ?? 0) * ((uses[i] ?? 0) - 1);
      prices[i] = Math.min(prize[i] ?? 0, Math.max(0, price));
    }
  }
  return bestPrices;
}

function netOf(pool: Pool, prices: Float64Array, c: number): number {
  const sites = pool.sites[c] ?? [];
  let net = pool.prizes[c] ?? 0;
  for (let k = 0; k < sites.length; k++) net -= prices[sites[k] ?? 0] ?? 0;
  return net;
}
