import { seededRandom } from "#base";
import type { TeamKind, TruceCase } from "../case/case.ts";
import type { TeamPlan } from "../plan.ts";
import { candidateOf } from "../search/candidate.ts";
import { Finder } from "../search/finder.ts";
import { putCandidate } from "../search/insert.ts";
import { loadPlans } from "../search/load.ts";
import { clearance, liaison, medical, modelOf, never, recovery } from "../search/model.ts";
import { removeVisits } from "../search/remove.ts";
import { Routes } from "../search/routes.ts";
import { Snapshot } from "../search/snapshot.ts";
import { openSite } from "../search/support.ts";
import { width } from "../search/trial.ts";
import { withOneMoreTeam } from "./one-more-team.ts";

/** Why a team does not come: the first of these that binds. */
export type UnservedReason =
  | "lost"
  | "ground"
  | "places"
  | "beds"
  | "clearance"
  | "liaison"
  | "window"
  | "clear_by"
  | "duty"
  | "worth";

/** Why somebody is left at a site, for each team of the kind that could come for him. */
export type Unserved = {
  readonly site: string;
  readonly kind: TeamKind;
  /** Persons, or remains, that are left. */
  readonly left: number;
  readonly because: readonly { readonly team: string; readonly reason: UnservedReason }[];
  /** Minutes by which the truce, its times of access and the duties would have to be longer; null where a day does not help. */
  readonly minutes: number | null;
  /** Whether one more team, like one of that kind that may go there, would come beside all that stands. */
  readonly oneMoreTeam: boolean;
  /** The visit that would have to go for this one, and what that costs, lives in millionths and bodies as they are. */
  readonly displaces: { readonly team: string; readonly site: string; readonly costs: number } | null;
};

const longer = [15, 30, 60, 120, 240, 480, 1440] as const;

/** Every site where somebody is left, with what stands against him. */
export function unservedOf(given: TruceCase, plans: readonly TeamPlan[]): readonly Unserved[] {
  const here = opened(given, plans);
  const list: { i: number; kind: number }[] = [];
  for (let i = 0; i < here.model.N; i++)
    for (const kind of [medical, recovery]) if (here.finder.isWanted(i, kind)) list.push({ i, kind });
  const more = new Map<string, number>();
  for (const extra of longer) {
    const open = list.filter(({ i, kind }) => !more.has(`${i}/${kind}`));
    if (open.length === 0) break;
    const then = opened(extended(given, extra), plans);
    for (const { i, kind } of open) if (then.fits(i, kind)) more.set(`${i}/${kind}`, extra);
  }
  const larger = new Map<number, ReturnType<typeof opened>>();
  const withAnother = (k: number) => {
    const one = larger.get(k) ?? opened(withOneMoreTeam(given, given.teams[k]!), plans);
    larger.set(k, one);
    return one;
  };
  return list.map(({ i, kind }) => ({
    site: given.sites[i]!.code,
    kind: kind === medical ? "medical" : "recovery",
    left: here.leftAt(i, kind),
    because: here.reasons(i, kind),
    minutes: more.get(`${i}/${kind}`) ?? null,
    oneMoreTeam: here.comers(i, kind).some((k) => withAnother(k).lastComes(i, kind)),
    displaces: here.displaced(i, kind),
  }));
}

/** The case with so many minutes more at the end: of the window, the last time of access of each site, and all duties. */
function extended(given: TruceCase, minutes: number): TruceCase {
  const end = given.window.minutes;
  return {
    ...given,
    window: { ...given.window, minutes: end + minutes },
    sites: given.sites.map((site) => ({
      ...site,
      windows: site.windows.map(([from, until], w) =>
        w === site.windows.length - 1 ? ([from, until + minutes] as const) : ([from, until] as const),
      ),
    })),
    teams: given.teams.map((team) => ({ ...team, duty: [team.duty[0], team.duty[1] + minutes] as const })),
  };
}

function opened(given: TruceCase, plans: readonly TeamPlan[]) {
  const model = modelOf(given);
  const routes = new Routes(model);
  const finder = new Finder(routes);
  const random = seededRandom(1);
  loadPlans(routes, plans);
  const one = candidateOf(model.S);
  const kept = new Snapshot(routes);
  const before = routes.worth;
  const left = routes.left.slice();
  const fits = (i: number, kind: number): boolean => {
    const came = openSite(finder, random, i, [kind], one);
    const found = came && (routes.worth > before || finder.bestOfAll(i, [kind], one));
    kept.restore();
    return found;
  };
  return { model, finder, fits, leftAt, reasons, comers, lastComes, displaced };

  function leftAt(i: number, kind: number): number {
    let sum = 0;
    for (let g = model.first[i]!; g < model.first[i + 1]!; g++)
      if ((model.place[g] === 2) === (kind === recovery)) sum += routes.left[g]!;
    return sum;
  }

  function reasons(i: number, kind: number): Unserved["because"] {
    return teamsOf(kind).map((k) => ({ team: given.teams[k]!.code, reason: reasonOf(k, i) }));
  }

  function teamsOf(kind: number): number[] {
    return Array.from({ length: model.K }, (_, k) => k).filter((k) => model.kind[k] === kind);
  }

  function reasonOf(k: number, i: number): UnservedReason {
    if (!model.usable[k]) return "lost";
    if (model.open[k]![i] === 0) return "ground";
    const groups = wantedGroups(i, model.kind[k]!);
    if (groups.every((g) => model.caps[k]![model.place[g]!]! === 0)) return "places";
    const { F, N, C } = model;
    const hasBed = (g: number) =>
      Array.from({ length: F }, (_, h) => h).some(
        (h) =>
          model.open[k]![N + h] === 1 &&
          model.curve[g * F + h]! >= 0 &&
          routes.bedUsed[h * (C + 1) + model.cls[g]!]! < model.beds[h * (C + 1) + model.cls[g]!]!,
      );
    if (!groups.some(hasBed)) return "beds";
    if (model.clear[i]! >= 0 && routes.clearedBy[i]! < 0 && !canBring(i, clearance, 2)) return "clearance";
    if (model.joint[i] === 1)
      for (const s of [0, 1])
        if (routes.presentBy[2 * i + s]! < 0 && !canBring(i, liaison, s)) return "liaison";
    return alone(k, i);
  }

  function wantedGroups(i: number, kind: number): number[] {
    const list: number[] = [];
    for (let g = model.first[i]!; g < model.first[i + 1]!; g++)
      if (routes.left[g]! > 0 && (model.place[g] === 2) === (kind === recovery)) list.push(g);
    return list;
  }

  // Whether clearance or a liaison could still come in between.
  function canBring(i: number, kind: number, side: number): boolean {
    for (const k of teamsOf(kind)) {
      if (!model.usable[k] || model.open[k]![i] === 0 || (kind === liaison && model.side[k] !== side))
        continue;
      for (let p = 0; p <= routes.len[k]!; p++) {
        const trial = routes.toTrial(k);
        for (let q = trial.n; q > p; q--) trial.place[q] = trial.place[q - 1]!;
        trial.place[p] = i;
        trial.n++;
        if (routes.run(k) >= 0) return true;
      }
    }
    return false;
  }

  // What binds a team that goes there first of all and nowhere else.
  function alone(k: number, i: number): UnservedReason {
    const { N, F, P } = model;
    const usual = model.usual[model.profile[k]!]!;
    const arrive = Math.max(
      model.free[k]! + usual[(N + F + k) * P + i]!,
      model.clear[i]! >= 0 && routes.clearedAt[i]! < never ? routes.clearedAt[i]! : 0,
    );
    const times = model.windows[i]!;
    const stay = model.setup[i]!;
    let start = never;
    for (let w = 0; w < times.length && start === never; w += 2)
      if (Math.max(arrive, times[w]!) + stay <= times[w + 1]!) start = Math.max(arrive, times[w]!);
    if (start === never) return "window";
    if (start + stay + model.slowExits[model.profile[k]!]![i]! > model.clearBy[i]!) return "clear_by";
    if (start + stay + usual[i * P + N + F + model.K + k]! > model.dutyEnd[k]!) return "duty";
    return "worth";
  }

  // Teams of the kind that could go there at all.
  function comers(i: number, kind: number): number[] {
    return teamsOf(kind).filter((k) => model.usable[k] && model.open[k]![i] !== 0);
  }

  // Whether the last team of the case comes, and the others stay as they are.
  function lastComes(i: number, kind: number): boolean {
    const k = model.K - 1;
    const came = openSite(finder, random, i, [kind], one);
    const found = came && (routes.len[k]! > 0 || finder.best(k, i, one));
    kept.restore();
    return found;
  }

  // The visit of such a team whose place it could take at least cost.
  function displaced(i: number, kind: number): Unserved["displaces"] {
    let best: Unserved["displaces"] = null;
    for (const k of comers(i, kind)) {
      const n = routes.len[k]!;
      for (let p = 0; p < n; p++) {
        const place = routes.place[k * width + p]!;
        if (place >= model.N || place === i) continue;
        removeVisits(routes, k, (_, position) => position === p);
        const came = openSite(finder, random, i, [kind], one);
        if (came && finder.isWanted(i, kind) && finder.bestOfAll(i, [kind], one)) putCandidate(routes, one);
        const costs = before - routes.worth;
        const isIn = leftAt(i, kind) < leftBefore(i, kind);
        kept.restore();
        if (isIn && (!best || costs < best.costs))
          best = { team: given.teams[k]!.code, site: given.sites[place]!.code, costs: Math.max(0, costs) };
      }
    }
    return best;
  }

  function leftBefore(i: number, kind: number): number {
    let sum = 0;
    for (let g = model.first[i]!; g < model.first[i + 1]!; g++)
      if ((model.place[g] === 2) === (kind === recovery)) sum += left[g]!;
    return sum;
  }
}
