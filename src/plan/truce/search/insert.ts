import type { Candidate } from "./candidate.ts";
import { dropIdle } from "./remove.ts";
import type { Routes } from "./routes.ts";
import type { Trial } from "./trial.ts";

/** Puts a candidate in; false where it does not fit any more. */
export function putCandidate(routes: Routes, one: Candidate): boolean {
  const { first } = routes.model;
  const k = one.team;
  const g0 = first[one.site]!;
  const many = first[one.site + 1]! - g0;
  for (let j = 0; j < many; j++) if (one.take[j]! > routes.left[g0 + j]!) return false;
  routes.count(k, -1);
  buildTrial(routes, one);
  const value = one.shifts ? routes.runShifting(k) : routes.run(k);
  routes.count(k, 1);
  if (value < 0) return false;
  const put = () => {
    routes.count(k, -1);
    for (let j = 0; j < many; j++) routes.left[g0 + j]! -= one.take[j]!;
    routes.put(k, value);
  };
  if (!routes.trial.shifts) put();
  else if (!routes.shift.run(put)) return false;
  dropIdle(routes, k);
  return true;
}

/** Writes a candidate into the trial; answers the place of its visit. */
export function buildTrial(routes: Routes, { team, site, position, way, facility, take }: Candidate): number {
  const { N, S } = routes.model;
  const trial = routes.toTrial(team);
  if (way === 3) {
    for (let j = 0; j < S; j++) trial.load[position * S + j]! += take[j]!;
    return position;
  }
  const more = way === 0 || way === 4 ? 1 : 2;
  makeRoom(trial, position, more, S);
  const here = way === 2 ? position + 1 : position;
  trial.place[here] = site;
  for (let j = 0; j < S; j++) trial.load[here * S + j] = take[j]!;
  if (way === 4) {
    let hub = here + 1;
    while (trial.place[hub]! < N) hub++;
    trial.place[hub] = N + facility;
  }
  if (more === 2) trial.place[way === 2 ? position : position + 1] = N + facility;
  return here;
}

/** Makes room for so many stops. */
export function makeRoom(trial: Trial, position: number, more: number, S: number): void {
  for (let p = trial.n - 1; p >= position; p--) {
    trial.place[p + more] = trial.place[p]!;
    for (let j = 0; j < S; j++) trial.load[(p + more) * S + j] = trial.load[p * S + j]!;
  }
  trial.n += more;
  for (let q = position * S; q < (position + more) * S; q++) trial.load[q] = 0;
}
