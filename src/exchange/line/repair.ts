import { refuse } from "#base";
import type { Case, Side } from "../case/case.ts";
import type { Block, Tranche } from "../plan.ts";
import type { Model } from "../search/model.ts";
import { placementOf } from "../search/placed.ts";
import type { Placement } from "../search/placement.ts";
import { blocksOf } from "./blocks.ts";
import { substituteKey } from "./reserves.ts";

/** What happened to one who does not come: somebody goes instead, or somebody of the other side waits with him. */
export type Substitution = {
  readonly absent: string;
  readonly to: Side;
  readonly instead: string | null;
  readonly waiting: readonly string[];
};

export type Repair = {
  readonly tranche: number;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly substitutions: readonly Substitution[];
  /** The order of passing for those who have not passed. */
  readonly blocks: readonly Block[];
};

/** The day at the line: tells who does not come, one by one, and keeps the rest of the plan as it was. */
export type LineDay = {
  strike(code: string): Substitution;
  repaired(): Repair;
};

/**
 * Opens the day of one tranche. `passed` have gone and stay as they are; `unavailable` do not stand in. A place that
 * becomes free goes to a reserve of the same side, mode and categories whose site sends persons anyway: the medical
 * first, then the longest held, then by lottery. Where nobody is left, as few as possible of the other side wait, so that
 * the numbers agreed hold.
 */
export function openLineDay(
  given: Case,
  plan: readonly Tranche[],
  tranche: number,
  {
    passed = [],
    unavailable = [],
    seed = 1,
  }: { passed?: readonly string[]; unavailable?: readonly string[]; seed?: number } = {},
): LineDay {
  const { model, placement } = placementOf(given, plan, seed);
  const t = tranche - 1;
  const place = new Map(model.persons.map(({ code }, i) => [code, i]));
  const find = (code: string) => place.get(code) ?? refuse("exchange.unknown_person", { person: code });
  const gone = new Set(passed.map(find));
  const out = new Set(unavailable.map(find));
  const done: Substitution[] = [];
  return {
    strike(code) {
      const i = find(code);
      if (placement.at[i] !== t || gone.has(i)) return refuse("exchange.plan_differs", { person: code });
      const one = strikeInto(model, placement, t, i, gone, out);
      done.push(one);
      return one;
    },
    repaired() {
      const here: number[] = [];
      for (let i = 0; i < model.N; i++) if (placement.at[i] === t) here.push(i);
      const codes = (side: Side) =>
        here.flatMap((i) => {
          const person = model.persons[i];
          return person?.to === side ? [person.code] : [];
        });
      const before = t === 0 ? 0 : (placement.ahead[t - 1] ?? 0);
      let lead = before;
      for (const i of gone)
        if (placement.at[i] === t && model.counted[i]) lead += model.side[i] === 0 ? 1 : -1;
      const waiting = here.filter((i) => !gone.has(i));
      return {
        tranche,
        a: codes("a"),
        b: codes("b"),
        substitutions: done,
        blocks: blocksOf(model, waiting, lead),
      };
    },
  };
}

function strikeInto(
  model: Model,
  placement: Placement,
  t: number,
  i: number,
  gone: ReadonlySet<number>,
  out: Set<number>,
): Substitution {
  const { T, persons } = model;
  const code = (j: number) => persons[j]?.code ?? "";
  const unit = model.unitOf.get(i) ?? [i];
  placement.begin();
  for (const j of unit) placement.move(j, T);
  out.add(i);
  const to = persons[i]?.to ?? "a";
  const others = unit.filter((j) => j !== i).map(code);
  const instead = bestStandIn(model, placement, t, i, out);
  if (instead >= 0) {
    placement.move(instead, t);
    return { absent: code(i), to, instead: code(instead), waiting: others };
  }
  const waiting: number[] = [];
  while (placement.excess > 0) {
    const j = leastUrgent(model, placement, t, gone);
    if (j < 0) break; // nobody is left who could wait: the numbers are owed, and the record says so
    for (const k of model.unitOf.get(j) ?? [j]) {
      placement.move(k, T);
      waiting.push(k);
    }
  }
  return { absent: code(i), to, instead: null, waiting: [...others, ...waiting.map(code)] };
}

// Who comes in for somebody: of the same kind, from a site that sends persons today, and within all limits.
function bestStandIn(
  model: Model,
  placement: Placement,
  t: number,
  i: number,
  out: ReadonlySet<number>,
): number {
  const { N, T, ready, fixed, site, captivity } = model;
  const key = substituteKey(model, i);
  let best = -1;
  const better = (j: number) => {
    if (best < 0) return true;
    const spared = sparedAt(model, j) - sparedAt(model, best);
    if (spared !== 0) return spared > 0;
    const longer = (captivity[j] ?? 0) - (captivity[best] ?? 0);
    return longer > 0; // of equals the first that the lottery drew
  };
  for (let j = 0; j < N; j++) {
    if (placement.at[j] !== T || (ready[j] ?? T) > t || fixed[j] !== -1 || out.has(j) || model.unitOf.has(j))
      continue;
    if (model.side[j] !== model.side[i] || model.mode[j] !== model.mode[i] || !better(j)) continue;
    const f = site[j] ?? -1;
    if (f >= 0 && f !== site[i] && (placement.siteDay[f * T + t] ?? 0) === 0) continue;
    if (substituteKey(model, j) !== key || !placement.hasRoom(j, t)) continue;
    const down = placement.moved;
    placement.move(j, t);
    if (placement.excess === 0) best = j;
    placement.undo(down);
  }
  return best;
}

// Of those whose waiting brings the numbers nearer, who is least harmed by it and was held shortest.
function leastUrgent(model: Model, placement: Placement, t: number, gone: ReadonlySet<number>): number {
  const { N, T, captivity, fixed } = model;
  let best = -1;
  let lowest = placement.excess;
  for (let j = 0; j < N; j++) {
    if (placement.at[j] !== t || gone.has(j)) continue;
    const down = placement.moved;
    for (const k of model.unitOf.get(j) ?? [j]) placement.move(k, T);
    const excess = placement.excess;
    placement.undo(down);
    if (excess > lowest || (best < 0 && excess === lowest)) continue;
    const harms =
      best < 0 ? -1 : sparedAt(model, j) - sparedAt(model, best) || (fixed[j] ?? 0) - (fixed[best] ?? 0);
    const held = best < 0 ? -1 : (captivity[j] ?? 0) - (captivity[best] ?? 0);
    if (excess < lowest || harms < 0 || (harms === 0 && held < 0)) [best, lowest] = [j, excess];
  }
  return best;
}

function sparedAt({ medical, harm, T }: Model, i: number): number {
  return (medical[i] ?? -1) < 0 ? 0 : (harm[(medical[i] ?? 0) * (T + 1) + T] ?? 0);
}
