import type { State } from "../fold/state.ts";
import type { Counter, ExceptionType, Step } from "./acts.ts";
import type { LineDay } from "./fold.ts";
import { manifestOf } from "./manifest.ts";
import { type NotedException, type Notes, notesOf } from "./notes.ts";

/** What became of a listed person in one counter's word; `open` where it has not said. */
export type Outcome = "came" | ExceptionType | "open";

/** How one counter tells the day. No two are ever merged. */
export type Telling = {
  readonly counter: Counter;
  /** Of every listed person, exactly one. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Spare wristbands that came and stand for nobody on the list. */
  readonly unexpected: readonly string[];
  readonly came: number;
  readonly open: number;
  /** Persons who count as delivered by the rule of the manifest. */
  readonly counting: number;
  /** Listed, told of, and not delivered by the rule. */
  readonly owed: number;
  /** Epoch ms of the first and last step noted. */
  readonly first: number | undefined;
  readonly last: number | undefined;
};

/** The step by which a person passes, in a counter's own word. */
export function passing(counter: Counter): Step {
  return counter === "giver" ? "counted_out" : "counted_in";
}

/** The day in the word of one counter, from what its own side noted and nothing else. */
export function tellingOf(state: State, day: LineDay, counter: Counter): Telling {
  const { persons, countRule, spares } = manifestOf(state, day);
  const notes = notesOf(state, day, counter);
  const step = passing(counter);
  const passed = (code: string) => notes.steps.get(code)?.get(step);
  const outcomes = new Map(persons.map(({ code }) => [code, outcomeOf(notes, code, passed(code))]));
  const stands = (code: string) => notes.exceptions.get(code)?.at(-1)?.exception;
  const substitutes = new Set<string>();
  const counting = [...outcomes].filter(([code, outcome]) => {
    if (outcome === "came") return true;
    if (outcome === "died_before_delivery") return countRule.diedBefore === "counts";
    if (outcome === "died_after_delivery") return countRule.diedAfter === "counts";
    const exception = stands(code);
    if (outcome !== "substituted" || exception?.type !== "substituted") return false;
    // one who came instead stands for one person, and for no second
    if (passed(exception.came) === undefined || substitutes.has(exception.came)) return false;
    substitutes.add(exception.came);
    return true;
  }).length;
  const unexpected = spares.filter(
    (code) =>
      !substitutes.has(code) && (passed(code) !== undefined || stands(code)?.type === "unexpected_person"),
  );
  const all = [...outcomes.values()];
  const open = all.filter((one) => one === "open").length;
  const times = [...notes.steps.values()].flatMap((one) => [...one.values()]);
  return {
    counter,
    outcomes,
    unexpected,
    came: all.filter((one) => one === "came").length,
    open,
    counting,
    owed: outcomes.size - counting - open,
    first: times.length > 0 ? times.reduce((least, one) => Math.min(least, one)) : undefined,
    last: times.length > 0 ? times.reduce((most, one) => Math.max(most, one)) : undefined,
  };
}

// What was said last stands: who was thought lost and is counted after all has come. Of the dead, when they died
// is told from whether they had passed; they stay on the manifest.
function outcomeOf({ exceptions }: Notes, code: string, passed: number | undefined): Outcome {
  const noted = exceptions.get(code)?.at(-1);
  if (!noted) return passed === undefined ? "open" : "came";
  const { type } = noted.exception;
  if (type === "died_in_transit")
    return passed !== undefined && passed <= noted.at ? "died_after_delivery" : "died_before_delivery";
  if (passed !== undefined && passed > noted.at) return "came";
  return type === "unexpected_person" ? "open" : type; // of a listed person no rule lets it be said
}

/** Persons of whom two notes of one side say different things: which of its tablets is right, its officers settle. */
export function twoWords({ exceptions }: Notes): readonly string[] {
  const differs = (all: readonly NotedException[]) => new Set(all.map((one) => one.exception.type)).size > 1;
  return [...exceptions].flatMap(([code, all]) => (differs(all) ? [code] : [])).toSorted();
}
