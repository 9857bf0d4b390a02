import type { Random } from "#base";
import { anneal } from "./anneal.ts";
import { fillAll } from "./build.ts";
import type { ClassOfPersons } from "./classes.ts";
import { Fill } from "./fill.ts";
import { improve } from "./improve.ts";
import { Placement } from "./placement.ts";
import { isBetter } from "./standing.ts";

export type OscillateOptions = {
  readonly random: Random;
  readonly rounds: number;
  /** Harm below which no plan comes that covers as many. */
  readonly leastHarm: number;
  readonly stopped: () => boolean;
};

// Of one round: annealing, and exchanges in what it finds.
const annealSteps = 1200; // for each person
const improveSteps = 10_000;
// Where no plan can harm less, so many rounds look for what is better further down.
const enough = 6;

/** Anneals from anew several times, and takes over what is better at all levels after some exchanges. */
export function oscillate(
  placement: Placement,
  classes: readonly ClassOfPersons[],
  { random, rounds, leastHarm, stopped }: OscillateOptions,
): void {
  const { model, at } = placement;
  for (let round = 0; round < rounds && !stopped(); round++) {
    if (round >= enough && placement.uncovered === 0 && placement.harm <= leastHarm) break;
    const trial = new Placement(model);
    for (let i = 0; i < at.length; i++) trial.move(i, at[i] ?? model.T);
    const coverWeight = [3, 1, 12][round % 3] ?? 3;
    if (
      !anneal(trial, { random, steps: annealSteps * model.N, coverWeight, fills: round % 2 === 0, stopped })
    )
      continue;
    if (trial.uncovered > placement.uncovered) continue;
    if (trial.uncovered === placement.uncovered && trial.harm > placement.harm) continue;
    fillAll(model, trial, new Fill(trial, classes));
    improve(trial, classes, { random, steps: improveSteps, stopped });
    if (!isBetter(trial, placement)) continue;
    placement.begin();
    for (let i = 0; i < at.length; i++) placement.move(i, trial.at[i] ?? model.T);
  }
}
