import { million } from "../case/reward.ts";
import type { TeamPlan } from "../plan.ts";
import { bodyWorth, type Model, medical, recovery } from "./model.ts";
import type { Routes } from "./routes.ts";
import { width } from "./trial.ts";

/** Lives, bodies, least shares of the living and the dead, least slack, stops changed, minutes of all ends; less of the last two is better. */
export type Standing = Float64Array;
const levels = 7;

/** Tells where routes stand on the levels by which plans are compared. `previous` is the last agreed plan. */
export class Scale {
  private readonly model: Model;
  private readonly known: readonly [Int32Array, Int32Array];
  private readonly left: readonly [Int32Array, Int32Array] = [new Int32Array(2), new Int32Array(2)];
  // by team and place: stops of the last plan that are still to come
  private readonly before: Int32Array | undefined;
  private readonly tally: Int32Array;

  constructor(model: Model, previous?: readonly TeamPlan[]) {
    this.model = model;
    const { N, F, K, given, groups, base } = model;
    this.known = [new Int32Array(2), new Int32Array(2)];
    for (const { person, of, count } of groups) this.known[person ? 0 : 1][of === "a" ? 0 : 1]! += count;
    this.tally = new Int32Array(K * (N + F));
    if (!previous) return;
    const before = new Int32Array(K * (N + F));
    this.before = before;
    const placeOf = new Map([...given.sites, ...given.facilities].map(({ code }, p) => [code, p]));
    const stopsOf = new Map(previous.map(({ team, stops }) => [team, stops]));
    given.teams.forEach(({ code }, k) => {
      const add = (place: string, by: number) => {
        const p = placeOf.get(place);
        if (p !== undefined) before[k * (N + F) + p]! += by;
      };
      for (const { place } of stopsOf.get(code) ?? []) add(place, 1);
      for (const { place } of base[k]!.stops) add(place, -1);
    });
  }

  read(routes: Routes): Standing {
    const standing = new Float64Array(levels);
    const { model } = this;
    standing[0] = routes.worthOfKind(medical);
    standing[1] = Math.round(routes.worthOfKind(recovery) / bodyWorth);
    this.shares(routes, standing);
    let slack = model.given.window.minutes;
    let ends = 0;
    for (let k = 0; k < model.K; k++) {
      const n = routes.len[k]!;
      if (n > 0) ends += routes.end[k]!;
      for (let at = k * width; at < k * width + n; at++)
        if (routes.place[at]! < model.N) slack = Math.min(slack, routes.slack[at]!);
    }
    standing[4] = slack;
    standing[5] = -this.changes(routes);
    standing[6] = -ends;
    return standing;
  }

  private shares(routes: Routes, into: Standing): void {
    const { groups } = this.model;
    const { known, left } = this;
    for (const list of left) list.fill(0);
    for (let g = 0; g < groups.length; g++)
      left[groups[g]!.person ? 0 : 1][groups[g]!.of === "a" ? 0 : 1]! += routes.left[g]!;
    for (const dead of [0, 1] as const) {
      const share = (side: number) => {
        const all = known[dead][side]!;
        return all === 0 ? million : Math.floor(((all - left[dead][side]!) * million) / all);
      };
      into[2 + dead] = Math.min(share(0), share(1));
    }
  }

  private changes(routes: Routes): number {
    const { before, tally, model } = this;
    if (!before) return 0;
    const { K, N, F } = model;
    tally.set(before);
    for (let k = 0; k < K; k++)
      for (let p = 0; p < routes.len[k]!; p++) tally[k * (N + F) + routes.place[k * width + p]!]! -= 1;
    let sum = 0;
    for (const apart of tally) sum += Math.abs(apart);
    return sum;
  }
}

/** Below 0 where one stands behind the other, above 0 where before it: the first level that differs decides. */
export function compareStanding(one: Standing, other: Standing): number {
  for (let n = 0; n < levels; n++) if (one[n] !== other[n]) return one[n]! - other[n]!;
  return 0;
}
