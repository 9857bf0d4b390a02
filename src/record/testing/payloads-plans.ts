import type { contactActs } from "../contact/acts.ts";
import type { planActs } from "../plans/acts.ts";
import { instantOf, keyOf, ownRecord } from "./builders.ts";
import { anyOf, chance, maybe, type Payloads } from "./context.ts";

export const planPayloads: Payloads<keyof typeof contactActs | keyof typeof planActs> = {
  "contact.claimed": ({ now, random }) => ({
    title: "Line of contact",
    asOf: instantOf(now + (chance(random, 0.1) ? 3_600_000 : -3_600_000 * random.below(48))),
    pieces: [
      Array.from({ length: 2 + random.below(3) }, (_, n) => [
        (1000 + n * 10 + random.below(9)) / 100,
        (2000 + random.below(50)) / 100,
      ]),
    ] as [number, number][][], // pairs, as written above
    source: ownRecord,
  }),
  "plan.proposed": ({ state, random }) => ({
    title: "Window plan",
    ...maybe("truce", chance(random, 0.5) ? anyOf(random, state.truces.texts.keys()) : undefined),
    plan: {
      engine: "parley-plan",
      version: "0.1.0",
      seed: random.below(100),
      iterations: 6000,
      inputs: keyOf(random),
      digest: keyOf(random),
    },
    ...maybe("replaces", chance(random, 0.4) ? anyOf(random, state.plans.proposed.keys()) : undefined),
  }),
  "plan.filed": ({ state, random }) => {
    const plan = anyOf(random, state.plans.proposed.keys());
    return plan && { plan, content: keyOf(random) };
  },
};
