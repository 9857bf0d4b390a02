import { fillAll } from "./build.ts";
import type { ClassOfPersons } from "./classes.ts";
import { Fill } from "./fill.ts";
import type { Model } from "./model.ts";
import { Placement } from "./placement.ts";

/**
 * The last published plan as far as it still holds: who cannot go is taken out, then whoever stands in the way of a
 * limit, the least harmed and shortest held first; what becomes free is filled. Undefined where no plan comes of it.
 */
export function adapted(model: Model, classes: readonly ClassOfPersons[]): Placement | undefined {
  const placement = new Placement(model);
  const { N, T, prior, ready, fixed } = model;
  placement.begin();
  for (let i = 0; i < N; i++) {
    const unit = model.unitOf.get(i) ?? [i];
    if (unit[0] !== i) continue;
    const lock = unit.map((j) => fixed[j] ?? -1).find((one) => one >= 0);
    const t = lock ?? prior[i] ?? T;
    const holds = unit.every((j) => prior[j] === t && t >= (ready[j] ?? T));
    if (t >= 0 && t < T && (lock !== undefined || holds)) for (const j of unit) placement.move(j, t);
  }
  const fill = new Fill(placement, classes);
  for (let t = 0; t < T && placement.excess > 0; t++) {
    fill.enter(t);
    fill.balance(t, N);
  }
  if (placement.excess > 0) thin(model, placement);
  if (placement.excess > 0) return undefined;
  fillAll(model, placement, fill);
  return placement;
}

// Takes out, one after the other, whose going oversteps a limit.
function thin(model: Model, placement: Placement): void {
  const { N, T, medical, harm, captivity, fixed } = model;
  const spared = (i: number) => ((medical[i] ?? -1) < 0 ? 0 : (harm[(medical[i] ?? 0) * (T + 1) + T] ?? 0));
  const order = Array.from({ length: N }, (_, i) => i)
    .filter((i) => fixed[i] === -1)
    .sort((i, j) => spared(i) - spared(j) || (captivity[i] ?? 0) - (captivity[j] ?? 0) || j - i);
  for (let moved = true; moved && placement.excess > 0; ) {
    moved = false;
    for (const i of order) {
      const t = placement.at[i] ?? T;
      if (t === T) continue;
      const before = placement.excess;
      const unit = model.unitOf.get(i) ?? [i];
      const down = placement.moved;
      for (const j of unit) placement.move(j, T);
      if (placement.excess < before) moved = true;
      else placement.undo(down);
      if (placement.excess === 0) return;
    }
  }
}
