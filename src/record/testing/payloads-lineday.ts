import type { PayloadOf } from "../act/kinds.ts";
import { type Exception, exceptionTypes, type lineActs, steps } from "../lineday/acts.ts";
import { codesFrom } from "../lineday/code.ts";
import type { LineDay } from "../lineday/fold.ts";
import { counterOf, manifestOf } from "../lineday/manifest.ts";
import { receiptFrom } from "../lineday/receipts.ts";
import { dayOf, idOf, instantOf } from "./builders.ts";
import { anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";

/** A manifest of a few invented persons, with the wristbands that it needs. */
export function manifestOver(
  { random, now }: Pick<Context, "random" | "now">,
  {
    persons = 3,
    spares = 2,
    ...rest
  }: Partial<{ persons: number; spares: number }> & Record<string, unknown> = {},
): PayloadOf<"line.manifest_made"> {
  const codes = codesFrom(random.bytes((persons + spares) * 8), persons + spares);
  const list = idOf(random);
  return {
    tranche: idOf(random),
    day: dayOf(now),
    place: "The bridge",
    largestBlock: 20,
    operatorCounts: true,
    countRule: { diedBefore: "counts", diedAfter: "counts" },
    persons: codes.slice(0, persons).map((code, i) => ({ code, record: { list, line: i + 1 } })),
    spares: [...codes.slice(persons)],
    ...rest,
  };
}

const heads = (random: Context["random"]) => (chance(random, 0.7) ? 2 : random.below(4));

export const linePayloads: Payloads<keyof typeof lineActs> = {
  "line.manifest_made": (context) => {
    const { state, random } = context;
    const counts = () => random.pick(["counts", "does_not_count"] as const);
    const replaced = chance(random, 0.3) ? anyOf(random, state.lineday.manifests.keys()) : undefined;
    return {
      ...manifestOver(context),
      operatorCounts: chance(random, 0.5),
      countRule: { diedBefore: counts(), diedAfter: counts() },
      ...maybe("replaces", replaced),
    };
  },
  "line.steps_noted": (context) =>
    withDay(context, (day, codes) => ({
      manifest: day.id,
      steps: codes.map((code) => ({
        code,
        step: context.random.pick(ownSteps(context, day)),
        at: instantOf(context.now - context.random.below(2) * 60_000),
      })),
    })),
  "line.block_opened": (context) =>
    withDay(context, (day, codes) => ({
      manifest: day.id,
      block: 1 + context.random.below(3),
      codes: [...codes],
      told: chance(context.random, 0.5)
        ? (["giver", "receiver", "operator"] as const).map((counter) => ({
            counter,
            heads: heads(context.random),
          }))
        : [],
    })),
  "line.counted": (context) =>
    withDay(context, (day) => ({
      manifest: day.id,
      block: 1 + context.random.below(2),
      heads: heads(context.random),
    })),
  "line.exception_noted": (context) =>
    withDay(context, (day, [code = ""]) => ({
      manifest: day.id,
      exception: someException(context, day, code),
    })),
  "line.receipt_signed": (context) =>
    withDay(context, (day) => {
      const own = counterOf(day, context.by) ?? "operator";
      const { persons } = manifestOf(context.state, day);
      const all = persons.map((one) => one.code);
      const [last = "", ...others] = all.toReversed();
      const came = chance(context.random, 0.7) ? all : others;
      const rest =
        came.length < all.length ? [{ type: context.random.pick(exceptionTypes), codes: [last] }] : [];
      return (
        receiptFrom(context.state, day, own) ?? {
          manifest: day.id,
          came,
          exceptions: rest,
          unexpected: [],
          firstAt: instantOf(context.now),
          lastAt: instantOf(context.now),
        }
      );
    }),
};

// A day that the author reads, and some of its wristbands.
function withDay<P>(
  { state, random }: Context,
  make: (day: LineDay, codes: readonly string[]) => P,
): P | undefined {
  const day = anyOf(random, state.lineday.manifests.values());
  if (!day) return undefined;
  const { persons, spares } = manifestOf(state, day);
  const codes = [...persons.map((one) => one.code), ...spares].filter(() => chance(random, 0.6));
  return make(day, codes.length > 0 ? codes : persons.slice(0, 1).map((one) => one.code));
}

function ownSteps({ by, random }: Context, day: LineDay) {
  if (chance(random, 0.1)) return steps;
  return counterOf(day, by) === "giver"
    ? (["boarded", "arrived", "counted_out"] as const)
    : (["identity_checked", "counted_in"] as const);
}

function someException({ state, random }: Context, day: LineDay, code: string): Exception {
  const { spares } = manifestOf(state, day);
  const came = random.pick(spares);
  if (spares.includes(code)) return { type: "unexpected_person", code };
  return random.pick([
    { type: "no_show", code, cause: random.pick(["not_said", "ill", "escaped"] as const) },
    { type: "died_in_transit", code },
    { type: "substituted", code, came },
    { type: "not_available", code },
    { type: "misidentified", code },
    { type: "unexpected_person", code: came },
  ] as const);
}
