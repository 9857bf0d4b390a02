import type { Finder } from "./finder.ts";
import { never } from "./model.ts";
import { facilitiesTried, minuteCost } from "./shortlist.ts";
import type { Spot } from "./spot.ts";
import { width } from "./trial.ts";

/** Estimates a visit of a team at stop `p` on the way to the facility at `q`, after another one where those who are on board can be left. */
export function lookRelieved(
  finder: Finder,
  { k, i, p, q, isRecovery, ready, before, next, oldStart, last, lastLate, rate, usual, slow }: Spot,
): void {
  const { routes, list, free, facilitiesOf } = finder;
  const { take } = list;
  const { model } = routes;
  const { N, F, P, S, first, place, curve, curves, horizon, windows } = model;
  const at = k * width;
  const row = k * (width + 1);
  const [g0, many] = [first[i]!, first[i + 1]! - first[i]!];
  const times = windows[i]!;
  const leaves = routes.leave[at + p - 1]!;
  const lateLeaves = routes.lateLeave[at + p - 1]!;
  const to = routes.place[at + q]! - N;
  const hubs = facilitiesOf[i]!;
  for (let r = 0; r < Math.min(3, hubs.length); r++) {
    const h = hubs[r]!;
    if (model.open[k]![N + h] === 0 || N + h === before) continue;
    const there = leaves + usual[before * P + N + h]!;
    if (there >= horizon) continue;
    finder.makeFree(k, row + q);
    let gain = 0;
    let unloaded = 0;
    for (let s = p - 1; s >= 0 && routes.place[at + s]! < N; s--) {
      const of = first[routes.place[at + s]!]!;
      const groups = first[routes.place[at + s]! + 1]! - of;
      for (let j = 0; j < groups; j++) {
        const count = routes.load[(at + s) * S + j]!;
        if (count === 0) continue;
        const better = curve[(of + j) * F + h]!;
        if (better < 0) continue;
        const later = routes.to[(at + s) * S + j]!;
        const worth = curves[curve[(of + j) * F + routes.place[at + later]! - N]!]!;
        gain += count * (curves[better]![there]! - worth[routes.start[at + later]!]!);
        free[place[of + j]!]! += count;
        unloaded += count;
      }
    }
    if (unloaded === 0) continue;
    const lateThere = Math.max(lateLeaves + usual[before * P + N + h]!, leaves + slow[before * P + N + h]!);
    const stayThere = model.unload[h]!;
    const arrive = there + stayThere + usual[(N + h) * P + i]!;
    const late = Math.max(lateThere + usual[(N + h) * P + i]!, there + slow[(N + h) * P + i]!) + stayThere;
    const stay = finder.fill(i, to, isRecovery);
    if (stay < 0) continue;
    let begin = never;
    for (let w = 0; w < times.length && begin === never; w += 2) {
      const s = Math.max(arrive, ready, times[w]!);
      if (Math.max(late, s) + stay <= times[w + 1]!) begin = s;
    }
    if (begin === never) continue;
    const arriveNext = begin + stay + usual[i * P + next]!;
    const lateNext =
      Math.max(Math.max(late, begin) + usual[i * P + next]!, begin + slow[i * P + next]!) + stay;
    if (arriveNext > last || lateNext > lastLate) continue;
    const shift = Math.max(0, arriveNext - oldStart);
    gain -= rate * shift;
    const minute = Math.min(horizon - 1, routes.start[at + q]! + shift);
    for (let j = 0; j < many; j++)
      if (take[j]! > 0) gain += take[j]! * curves[curve[(g0 + j) * F + to]!]![minute]!;
    list.keep(k, i, p, 2, h, gain);
  }
}

/** Estimates a visit of a team at stop `p` on the way to the facility at `q`, with all on board for another one. */
export function lookDiverted(
  finder: Finder,
  { k, i, p, q, isRecovery, begin, lateBegin, longest, usual, slow }: Spot,
): void {
  const { routes, outlook, list, facilitiesOf } = finder;
  const { take } = list;
  const { model } = routes;
  const { N, F, K, P, S, C, first, curve, curves, horizon, cls, beds } = model;
  const { bedUsed } = routes;
  const { lossRate, latest, lateLatest } = outlook;
  const at = k * width;
  const row = k * (width + 1);
  const n = routes.len[k]!;
  const [g0, many] = [first[i]!, first[i + 1]! - first[i]!];
  const old = routes.place[at + q]! - N;
  const after = q + 1 === n ? N + F + K + k : routes.place[at + q + 1]!;
  const oldAfter = routes.leave[at + q]! + usual[(N + old) * P + after]!;
  const before = p === q ? i : routes.place[at + q - 1]!;
  const hubs = facilitiesOf[i]!;
  let tried = 0;
  for (let r = 0; r < hubs.length && tried < facilitiesTried; r++) {
    const h = hubs[r]!;
    if (h === old || model.open[k]![N + h] === 0) continue;
    finder.makeFree(k, row + q);
    const stay = finder.fill(i, h, isRecovery);
    if (stay < 0) continue;
    tried++;
    if (stay > longest) continue;
    let leaves = begin + stay;
    let lateLeaves = lateBegin + stay;
    if (p < q) {
      const next = routes.place[at + p]!;
      const shift = leaves + usual[i * P + next]! - routes.start[at + p]!;
      if (leaves + usual[i * P + next]! > latest[row + p]!) continue;
      leaves = routes.leave[at + q - 1]! + Math.max(0, shift);
      lateLeaves = routes.lateLeave[at + q - 1]! + Math.max(0, shift);
    }
    const there = leaves + usual[before * P + N + h]!;
    if (there >= horizon) continue;
    const lateThere = Math.max(lateLeaves + usual[before * P + N + h]!, leaves + slow[before * P + N + h]!);
    const arriveAfter = there + model.unload[h]! + usual[(N + h) * P + after]!;
    const lateAfter =
      Math.max(lateThere + usual[(N + h) * P + after]!, there + slow[(N + h) * P + after]!) +
      model.unload[h]!;
    if (arriveAfter > latest[row + q + 1]! || lateAfter > lateLatest[row + q + 1]!) continue;
    let gain =
      -lossRate[row + q + 1]! * Math.max(0, arriveAfter - oldAfter) -
      minuteCost * Math.max(0, arriveAfter - oldAfter);
    let isSuited = true;
    for (let s = q - 1; s >= 0 && routes.place[at + s]! < N && isSuited; s--) {
      const of = first[routes.place[at + s]!]!;
      const groups = first[routes.place[at + s]! + 1]! - of;
      for (let j = 0; j < groups; j++) {
        const count = routes.load[(at + s) * S + j]!;
        if (count === 0 || routes.to[(at + s) * S + j] !== q) continue;
        const other = curve[(of + j) * F + h]!;
        const bed = h * (C + 1) + cls[of + j]!;
        if (other < 0 || bedUsed[bed]! + count > beds[bed]!) {
          isSuited = false;
          break;
        }
        gain +=
          count * (curves[other]![there]! - curves[curve[(of + j) * F + old]!]![routes.start[at + q]!]!);
      }
    }
    if (!isSuited) continue;
    for (let j = 0; j < many; j++)
      if (take[j]! > 0) gain += take[j]! * curves[curve[(g0 + j) * F + h]!]![there]!;
    list.keep(k, i, p, 4, h, gain);
  }
}
