import type { Stop } from "../case/case.ts";
import type { TeamPlan } from "../plan.ts";
import type { Routes } from "./routes.ts";
import { begunMost, width } from "./trial.ts";

/** The routes as plans of the teams, in the case's order: what was begun first, then what was found. */
export function plansOf(routes: Routes): readonly TeamPlan[] {
  return routes.model.given.teams.map(({ code }, k) => {
    const begun = routes.model.base[k]!.stops;
    const stops: Stop[] = [...begun];
    for (let p = 0; p < routes.len[k]!; p++) stops.push(stopOf(routes, k, p));
    const idle = begun.at(-1)?.leave ?? routes.model.free[k]!;
    return { team: code, stops, end: routes.len[k]! > 0 ? routes.end[k]! : idle };
  });
}

function stopOf(routes: Routes, k: number, p: number): Stop {
  const { model } = routes;
  const { N, given } = model;
  const at = k * width + p;
  const place = routes.place[at]!;
  const counts = new Map<number, number>();
  const add = (g: number, count: number) => counts.set(g, (counts.get(g) ?? 0) + count);
  if (place < N) eachLoad(routes, k, p, (g, count) => add(g, count));
  else {
    for (let q = 0; q < p; q++)
      eachLoad(routes, k, q, (g, count, to) => {
        if (to === p) add(g, count);
      });
    model.base[k]!.board.forEach(({ g, n }, b) => {
      if (routes.begunTo[k * begunMost + b] === p) add(g, n);
    });
  }
  const loads = [...counts].toSorted(([g], [other]) => g - other);
  return {
    kind: place < N ? "site" : "facility",
    place: (place < N ? given.sites[place] : given.facilities[place - N])!.code,
    arrive: routes.arrive[at]!,
    start: routes.start[at]!,
    leave: routes.leave[at]!,
    persons: loads.flatMap(([g, count]) => {
      const { person } = model.groups[g]!;
      return person ? [{ group: person.code, count }] : [];
    }),
    bodies: loads.flatMap(([g, count]) => {
      const { person, site } = model.groups[g]!;
      return person ? [] : [{ site: given.sites[site]!.code, count }];
    }),
  };
}

function eachLoad(
  routes: Routes,
  k: number,
  p: number,
  tell: (g: number, count: number, to: number) => void,
): void {
  const { N, S, first } = routes.model;
  const at = k * width + p;
  const i = routes.place[at]!;
  if (i >= N) return;
  for (let j = 0; j < first[i + 1]! - first[i]!; j++)
    if (routes.load[at * S + j]! > 0) tell(first[i]! + j, routes.load[at * S + j]!, routes.to[at * S + j]!);
}
