import type { Finder } from "./finder.ts";
import { never } from "./model.ts";
import { facilitiesTried } from "./shortlist.ts";
import type { Spot } from "./spot.ts";
import { width } from "./trial.ts";

/** What one whom a later facility takes counts in an estimate. */
const takenLater = 100_000;

/** Estimates a visit on the way to the facility that comes next, and tells whether that has room, and suits everybody. */
export function lookOnTheWay(finder: Finder, spot: Spot): void {
  const { routes, list } = finder;
  const { take } = list;
  const { k, i, p, q, next, begin, lateBegin, usual, slow } = spot;
  const { N, F, P, first, curve, curves, horizon } = routes.model;
  const stay = board(finder, spot);
  if (stay < 0) return;
  const arriveNext = begin + stay + usual[i * P + next]!;
  const lateNext = Math.max(lateBegin + usual[i * P + next]!, begin + slow[i * P + next]!) + stay;
  if (stay > spot.longest || arriveNext > spot.last || lateNext > spot.lastLate) return;
  const shift = Math.max(0, arriveNext - spot.oldStart);
  let gain = -spot.rate * shift;
  const h = routes.place[k * width + q]! - N;
  const minute = Math.min(horizon - 1, routes.start[k * width + q]! + shift);
  for (let g = first[i]!, j = 0; g < first[i + 1]!; g++, j++)
    if (take[j]! > 0) {
      const c = curve[g * F + h]!;
      gain += take[j]! * (c >= 0 ? curves[c]![minute]! : takenLater);
    }
  list.keep(k, i, p, 0, -1, gain);
  if (spot.before === i || next === i) list.keep(k, i, next === i ? p : p - 1, 3, -1, gain + 1);
}

// Takes as many as there is room for, each to the first facility that treats him; the minutes of the visit, below 0 where it takes nobody.
function board(finder: Finder, spot: Spot): number {
  const { routes, outlook, list, free } = finder;
  const { take } = list;
  const { k, i, q, isRecovery } = spot;
  const { N, F, C, first, place, cls, curve, beds, loading, setup } = routes.model;
  const [most, only] = isRecovery ? [never, -1] : [finder.most, finder.only];
  const caps = routes.model.caps[k]!;
  const at = k * width;
  const row = k * (width + 1);
  const n = routes.len[k]!;
  finder.makeFree(k, row + q);
  let stay = setup[i]!;
  let taken = 0;
  spot.isFull = true;
  for (let g = first[i]!, j = 0; g < first[i + 1]!; g++, j++) {
    take[j] = 0;
    if ((place[g] === 2) !== isRecovery || routes.left[g]! === 0 || (only >= 0 && cls[g] !== only)) continue;
    const room = free[place[g]!]!;
    if (room <= 0) continue;
    spot.isFull = false;
    const hub = routes.place[at + q]! - N;
    const bed = hub * (C + 1) + cls[g]!;
    if (curve[g * F + hub]! < 0 || routes.bedUsed[bed]! >= beds[bed]!) spot.isUnsuited = true;
    let to = q;
    let space = room;
    while (to < n && (routes.place[at + to]! < N || curve[g * F + routes.place[at + to]! - N]! < 0)) {
      to++;
      space = Math.min(space, caps[place[g]!]! - outlook.held[(row + to) * 3 + place[g]!]!);
    }
    if (to >= n || space <= 0) continue;
    const last = (routes.place[at + to]! - N) * (C + 1) + cls[g]!;
    const count = Math.min(most, routes.left[g]!, space, beds[last]! - routes.bedUsed[last]!);
    if (count <= 0) continue;
    take[j] = count;
    taken += count;
    free[place[g]!]! -= count;
    stay += count * loading[g]!;
  }
  return taken === 0 ? -1 : stay;
}

/** Estimates a visit with a facility of its own after it. */
export function lookWithFacility(finder: Finder, spot: Spot): void {
  const { routes, list, facilitiesOf } = finder;
  const { take } = list;
  const { model } = routes;
  const { k, i, p, next, oldStart, begin, lateBegin, last, rate, usual, slow } = spot;
  const { N, F, P, first, curve, curves, horizon, unload } = model;
  const least = begin + model.setup[i]!;
  const hubs = facilitiesOf[i]!;
  let tried = 0;
  for (let r = 0; r < hubs.length && tried < facilitiesTried; r++) {
    const h = hubs[r]!;
    if (model.open[k]![N + h] === 0) continue;
    const soonest = least + usual[i * P + N + h]! + unload[h]! + usual[(N + h) * P + next]!;
    if (soonest > last || spot.most - rate * Math.max(0, soonest - oldStart) <= list.threshold) continue;
    finder.makeFree(k, k * (width + 1) + p);
    const stay = finder.fill(i, h, spot.isRecovery);
    if (stay < 0) continue;
    tried++;
    const there = begin + stay + usual[i * P + N + h]!;
    const arriveNext = there + unload[h]! + usual[(N + h) * P + next]!;
    if (stay > spot.longest || arriveNext > last || there >= horizon) continue;
    const lateThere = Math.max(lateBegin + usual[i * P + N + h]!, begin + slow[i * P + N + h]!) + stay;
    const lateNext =
      Math.max(lateThere + usual[(N + h) * P + next]!, there + slow[(N + h) * P + next]!) + unload[h]!;
    if (lateNext > spot.lastLate) continue;
    let gain = -rate * Math.max(0, arriveNext - oldStart);
    for (let g = first[i]!, j = 0; g < first[i + 1]!; g++, j++)
      if (take[j]! > 0) gain += take[j]! * curves[curve[g * F + h]!]![there]!;
    list.keep(k, i, p, 1, h, gain);
  }
}
