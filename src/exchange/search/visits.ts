import type { Random } from "#base";
import type { Cohorts } from "../bound/cohorts.ts";
import type { Model } from "./model.ts";
import type { Placement } from "./placement.ts";
import { newRound, type Round, runFrom } from "./round.ts";

/** How many of each cohort go in each tranche, `going[c * T + t]`, and the harm that this averts. */
export type Visits = { readonly going: Int32Array; readonly averted: number };

export type VisitOptions = {
  readonly random: Random;
  readonly steps: number;
  readonly stopped: () => boolean;
};

/**
 * Chooses each tranche's pick-ups so that the most harm is averted, by annealing over the pick-ups (S. Kirkpatrick et al.
 * 1983); for given pick-ups those go first whose waiting for the next one would do the most harm.
 */
export function chooseVisits(
  model: Model,
  cohorts: Cohorts,
  placed: Placement,
  options: VisitOptions,
): Visits {
  const { T } = model;
  const round = newRound(model, cohorts, placed);
  for (let t = 0; t < T; t++) openBest(round, t);
  let value = runFrom(round, 0);
  let most = value;
  const best = { open: round.open.slice(), list: round.openList.slice() };
  const choosable = Array.from({ length: T }, (_, t) => t).filter(
    (t) => (round.openCount[t] ?? 0) > 0 && (round.openCount[t] ?? 0) < round.sites,
  );

  const { random } = options;
  const steps = choosable.length === 0 ? 0 : options.steps;
  const hot = value * 0.0008;
  const cold = value * 0.00001;
  let heat = hot;
  for (let step = 0; step < steps; step++) {
    if ((step & 255) === 0) {
      if (options.stopped()) break;
      heat = hot * (cold / hot) ** (step / steps);
    }
    const t = choosable[random.below(choosable.length)] ?? 0;
    const day = random.below(2) === 0 ? t : (choosable[random.below(choosable.length)] ?? 0);
    const from = day === t ? replaceOne(round, random, t) : crossTwo(round, random, t, day);
    if (from < 0) continue;
    const next = runFrom(round, from);
    if (next >= value || random.next() < Math.exp((next - value) / heat)) {
      value = next;
      if (value > most) {
        most = value;
        best.open.set(round.open);
        best.list.set(round.openList);
      }
    } else {
      takeBack(round);
    }
  }
  round.open.set(best.open);
  round.openList.set(best.list);
  round.recording = true;
  return { averted: runFrom(round, 0), going: round.going };
}

// One open site of a tranche gives its pick-up to one that is closed; answers the first tranche that this touches, or -1.
function replaceOne(round: Round, random: Random, t: number): number {
  const n = random.below(round.openCount[t] ?? 0);
  const f = round.openList[t * round.sites + n] ?? 0;
  const g = random.below(round.sites);
  if (round.open[g * round.T + t] || round.held[f * round.T + t]) return -1;
  round.changes.length = 0;
  replace(round, t, f, g);
  return Math.min(before(round, f, t), before(round, g, t));
}

// A site of one tranche and a site of another change places.
function crossTwo(round: Round, random: Random, t: number, day: number): number {
  const f = round.openList[t * round.sites + random.below(round.openCount[t] ?? 0)] ?? 0;
  const g = round.openList[day * round.sites + random.below(round.openCount[day] ?? 0)] ?? 0;
  const { open, held, T } = round;
  if (f === g || open[f * T + day] || open[g * T + t] || held[f * T + t] || held[g * T + day]) return -1;
  round.changes.length = 0;
  replace(round, t, f, g);
  replace(round, day, g, f);
  return Math.min(before(round, f, t), before(round, g, t), before(round, f, day), before(round, g, day));
}

function replace(round: Round, t: number, f: number, g: number): void {
  const { open, openList, openCount, sites, T } = round;
  open[f * T + t] = 0;
  open[g * T + t] = 1;
  for (let n = 0; n < (openCount[t] ?? 0); n++)
    if (openList[t * sites + n] === f) openList[t * sites + n] = g;
  round.changes.push(t, f, g);
}

function takeBack(round: Round): void {
  const changes = round.changes.splice(0);
  for (let at = changes.length - 3; at >= 0; at -= 3)
    replace(round, changes[at] ?? 0, changes[at + 2] ?? 0, changes[at + 1] ?? 0);
  round.changes.length = 0;
}

// The last tranche before t in which a site is open, or t: from there on its persons may choose differently.
function before({ open, T }: Round, f: number, t: number): number {
  for (let day = t - 1; day >= 0; day--) if (open[f * T + day]) return day;
  return t;
}

// Opens the sites whose persons gain most in this tranche, for those who are still there.
function openBest(round: Round, t: number): void {
  const { sites, T, open, held, openList, openCount } = round;
  runFrom(round, 0, t);
  const gain = Float64Array.from({ length: sites }, (_, f) => {
    let sum = held[f * T + t] ? Number.MAX_SAFE_INTEGER : 0;
    for (const c of round.cohorts.ofSite[f] ?? [])
      sum += Math.max(0, round.cohorts.worth[c * T + t] ?? 0) * (round.left[c] ?? 0);
    return sum;
  });
  const order = Int32Array.from({ length: sites }, (_, f) => f).sort(
    (f, g) => (gain[g] ?? 0) - (gain[f] ?? 0),
  );
  const most = round.most[t] ?? 0;
  for (let n = 0; n < most; n++) {
    open[(order[n] ?? 0) * T + t] = 1;
    openList[t * sites + n] = order[n] ?? 0;
  }
  openCount[t] = most;
}
