import type { Orienteering, Routes } from "../orienteering.ts";
import { Dice } from "./dice.ts";
import { Neighbours } from "./neighbours.ts";
import { networkOf } from "./network.ts";
import { pack } from "./pack.ts";
import { Pool } from "./pool.ts";
import { Recreate } from "./recreate.ts";
import { ruin } from "./ruin.ts";
import { Tours } from "./tours.ts";

export type Found = { readonly routes: Routes; readonly value: number; readonly iterations: number };
const T = () => (globalThis as any).TUNE ?? {};

export function search(given: Orienteering, seed: number, shareAt: (iteration: number) => number): Found {
  const network = networkOf(given);
  if (network.sites.length === 0)
    return { routes: Array.from({ length: given.teams }, () => []), value: 0, iterations: 0 };
  const tours = new Tours(network);
  const dice = new Dice(seed);
  const neighbours = new Neighbours(network);
  const recreate = new Recreate(tours, dice);
  const pool = new Pool(network.size, T().pool ?? 2000);
  recreate.run();
  let best = tours.gained;
  let bestEnds = tours.ends();
  let routes = tours.routes();
  let gained = best;
  let ends = bestEnds;
  const legs = T().legs ?? 1;
  const near = T().near ?? 0.97;
  const restart = T().restart ?? 0;
  const perTime = (0.5 * network.meanPrize) / ((given.close[0] ?? 1) * given.teams);
  let iteration = 0;
  let done = false;
  for (let leg = 0; leg < legs && !done; leg++) {
    const from = leg / legs,
      to = (leg + 1) / legs;
    const last = leg === legs - 1;
    const cold = (T().cold ?? 0.05) * network.meanPrize;
    let hot = network.meanPrize * (T().hot ?? 1);
    if (leg > 0) {
      if (restart && !last) {
        tours.begin();
        tours.set(tours.routes().map(() => []));
        recreate.run();
      } else {
        hot = network.meanPrize * (T().warm ?? 0.3);
      }
      gained = tours.gained;
      ends = tours.ends();
    }
    let share = -1;
    let temperature = hot;
    for (; ; iteration++) {
      const now = shareAt(iteration);
      if (now !== share) {
        if (now >= to) {
          done = now >= 1;
          break;
        }
        share = now;
        temperature = hot * Math.exp(Math.log(cold / hot) * ((share - from) / (to - from)));
      }
      tours.begin();
      ruin(tours, dice, neighbours);
      recreate.run();
      const endsNow = tours.ends();
      const change = tours.gained - gained - perTime * (endsNow - ends);
      if (change >= 0 || dice.share() < Math.exp(change / temperature)) {
        gained = tours.gained;
        ends = endsNow;
        if (given.teams > 1 && gained > best * near) pool.add(tours);
        if (gained > best || (gained === best && ends < bestEnds)) {
          best = gained;
          bestEnds = ends;
          routes = tours.routes();
        }
      } else tours.undo();
    }
    const t0 = performance.now();
    pool.thin();
    const packed = pack(network, pool, best);
    tours.begin();
    if (packed) {
      tours.set(packed);
      recreate.run();
    } else if (!restart || leg >= legs - 2) tours.set(routes);
    if (T().log)
      console.log(
        leg,
        "best",
        best,
        "pool",
        pool.sites.length,
        "packed",
        packed && tours.gained,
        (performance.now() - t0).toFixed(0),
      );
    if (tours.gained > best) {
      best = tours.gained;
      bestEnds = tours.ends();
      routes = tours.routes();
    }
  }
  return { routes, value: best, iterations: iteration };
}
