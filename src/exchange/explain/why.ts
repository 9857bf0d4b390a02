import { refuse } from "#base";
import type { BarReason, Case } from "../case/case.ts";
import { type LevelName, levels, type Tranche } from "../plan.ts";
import { compareService, standingInto } from "../search/compare.ts";
import { Envy } from "../search/envy.ts";
import type { Model } from "../search/model.ts";
import { placementOf } from "../search/placed.ts";
import type { Placement } from "../search/placement.ts";
import { type Overstep, overstepsOf } from "./oversteps.ts";

/** One thing that stands against somebody's going in a tranche. */
export type Because =
  | { readonly kind: "goes" }
  | { readonly kind: "barred"; readonly reason: BarReason }
  | { readonly kind: "not_ready"; readonly from: number }
  | { readonly kind: "locked"; readonly tranche: number | null }
  | { readonly kind: "with"; readonly person: string }
  | { readonly kind: "apart"; readonly person: string }
  | { readonly kind: "nobody_opposite" }
  | { readonly kind: "instead"; readonly level: LevelName | "lottery"; readonly count: number }
  | { readonly kind: "goes_earlier"; readonly tranche: number }
  | { readonly kind: "room" }
  | Overstep;

export type Why = {
  readonly person: string;
  /** Where he goes in the plan; `null` for none. */
  readonly goes: number | null;
  readonly answers: readonly { readonly tranche: number; readonly because: readonly Because[] }[];
};

/**
 * Why somebody is not in a tranche, or in none of them: the limits that his going would overstep, and by which level
 * those who go come before him. Tranches from 1.
 */
export function whyNot(given: Case, tranches: readonly Tranche[], person: string, seed = 1): Why {
  const { model, placement } = placementOf(given, tranches, seed);
  const i = model.persons.findIndex(({ code }) => code === person);
  if (i < 0) return refuse("exchange.unknown_person", { person });
  const at = placement.at[i] ?? model.T;
  const answers = Array.from({ length: model.T }, (_, t) => ({
    tranche: t + 1,
    because: t === at ? ([{ kind: "goes" }] satisfies Because[]) : becauseOf(model, placement, i, t),
  }));
  return { person, goes: at === model.T ? null : at + 1, answers };
}

function becauseOf(model: Model, placement: Placement, i: number, t: number): readonly Because[] {
  const { T, persons, ready, fixed } = model;
  const barred = persons[i]?.barred;
  if (barred) return [{ kind: "barred", reason: barred }];
  const lock = fixed[i] ?? -1;
  if (lock !== -1) return [{ kind: "locked", tranche: lock === T ? null : lock + 1 }];
  if (t < (ready[i] ?? T)) return [{ kind: "not_ready", from: (ready[i] ?? T) + 1 }];
  const found: Because[] = [];
  const unit = model.unitOf.get(i) ?? [i];
  for (const j of unit) if (j !== i) found.push({ kind: "with", person: persons[j]?.code ?? "" });
  for (const j of model.apartOf.get(i) ?? [])
    if (placement.at[j] === t) found.push({ kind: "apart", person: persons[j]?.code ?? "" });
  const at = placement.at[i] ?? T;
  placement.begin();
  for (const j of unit) placement.move(j, t);
  const steps = overstepsOf(placement);
  found.push(...steps);
  const comparing = steps.some(
    ({ kind }) => kind === "parity" || kind === "alternation" || kind === "category" || kind === "ladder",
  );
  const physical = steps.some(
    ({ kind }) => kind === "places" || kind === "bus" || kind === "pickups" || kind === "beds",
  );
  if (comparing && !physical) found.push({ kind: "nobody_opposite" });
  const fits = placement.excess === 0;
  placement.undo();
  if (fits) found.push(at < t ? { kind: "goes_earlier", tranche: at + 1 } : { kind: "room" });
  if (!fits && unit.length === 1) found.push(...comingBefore(model, placement, i, t));
  return found;
}

// For each who goes in the tranche by the same mode: at which level the plan would be worse if he stayed instead.
function comingBefore(model: Model, placement: Placement, i: number, t: number): readonly Because[] {
  const before = standingInto(new Float64Array(levels.length), placement);
  const after = new Float64Array(levels.length);
  const counts = new Map<LevelName | "lottery", number>();
  const from = placement.at[i] ?? model.T;
  const envy = new Envy(model, placement.at);
  for (let j = 0; j < model.N; j++) {
    if (placement.at[j] !== t || model.side[j] !== model.side[i] || model.mode[j] !== model.mode[i]) continue;
    if (model.fixed[j] !== -1 || model.unitOf.has(j)) continue;
    placement.begin();
    placement.move(j, from);
    placement.move(i, t);
    if (placement.excess === 0) {
      standingInto(after, placement);
      const level = levels.find((name, n) =>
        name === "service"
          ? serviceWorse(placement)
          : name === "envy"
            ? envyWorse(envy, placement, i, j, from, t)
            : (after[n] ?? 0) > (before[n] ?? 0),
      );
      const key = level ?? "lottery";
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    placement.undo();
  }
  const order: readonly (LevelName | "lottery")[] = [...levels, "lottery"];
  return order.flatMap((level) => {
    const count = counts.get(level);
    return count === undefined ? [] : [{ kind: "instead", level, count } as const];
  });
}

function serviceWorse({ model, groupReturned, groupBefore }: Placement): boolean {
  const shares = (counts: Int32Array) =>
    Array.from(counts, (n, g) => n / Math.max(1, model.groupSize[g] ?? 1));
  return compareService(shares(groupReturned), shares(groupBefore)) < 0;
}

function envyWorse(envy: Envy, placement: Placement, i: number, j: number, from: number, t: number): boolean {
  let change = 0;
  for (const [person, leaves, comes] of [
    [j, t, from],
    [i, from, t],
  ] as const) {
    envy.add(person, leaves, -1);
    change += envy.pairsOf(person, comes) - envy.pairsOf(person, leaves);
    envy.add(person, comes, 1);
  }
  for (const [person, leaves, comes] of [
    [j, from, t],
    [i, t, from],
  ] as const) {
    envy.add(person, leaves, -1);
    envy.add(person, comes, 1);
  }
  return change > 0 && placement.excess === 0;
}
