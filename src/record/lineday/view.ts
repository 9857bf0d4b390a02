import type { PerSide, Side } from "../access/offices.ts";
import type { State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { type Counter, counters } from "./acts.ts";
import { blocksOf } from "./blocks.ts";
import type { LineDay } from "./fold.ts";
import { countersOf, givingSide, manifestOf, officeOf, standingDays } from "./manifest.ts";
import { receiptsOf } from "./receipts.ts";
import { type Telling, tellingOf } from "./telling.ts";

/** What one counter tells over all days of one giving side. */
type DebtTelling = Pick<Telling, "came" | "counting" | "owed" | "open"> & {
  readonly counter: Counter;
  readonly unexpected: number;
};
export type Debt = {
  readonly days: number;
  readonly listed: number;
  readonly tellings: readonly DebtTelling[];
};

/** Per side that gives: what was listed, and what each counter tells of it. No side's telling is set off by another's. */
export function lineDebts(state: State): PerSide<Debt> {
  const days = standingDays(state);
  const of = (side: Side): Debt => {
    const own = days.filter((day) => givingSide(day) === side);
    return {
      days: own.length,
      listed: own.reduce((sum, day) => sum + manifestOf(state, day).persons.length, 0),
      tellings: counters.map((counter) =>
        summed(
          counter,
          own.map((day) => tellingOf(state, day, counter)),
        ),
      ),
    };
  };
  return { a: of("a"), b: of("b") };
}

function summed(counter: Counter, tellings: readonly Telling[]): DebtTelling {
  const sum = (of: (one: Telling) => number) => tellings.reduce((total, one) => total + of(one), 0);
  return {
    counter,
    came: sum((one) => one.came),
    counting: sum((one) => one.counting),
    owed: sum((one) => one.owed),
    open: sum((one) => one.open),
    unexpected: sum((one) => one.unexpected.length),
  };
}

/** What is missing at the line: counts, own steps, receipts, and persons still owed by the count rule. */
export function owedOnLineDays(state: State): readonly Owed[] {
  return standingDays(state).flatMap((day) => [
    ...owedCounts(state, day),
    ...owedSteps(state, day),
    ...owedReceipts(state, day),
    ...owedPersons(state, day),
  ]);
}

function owedCounts(state: State, day: LineDay): readonly Owed[] {
  const asked = countersOf(state, day);
  return blocksOf(state, day).flatMap(({ number, counts }) =>
    asked
      .filter((counter) => !counts.has(counter))
      .map((counter) => owed(state, day, "line_count", counter, { block: number })),
  );
}

// Of everybody in a block that all have counted, both sides say who it was that passed.
function owedSteps(state: State, day: LineDay): readonly Owed[] {
  const passed = blocksOf(state, day)
    .filter((block) => block.status === "counts_agree")
    .flatMap((block) => block.codes);
  return (["giver", "receiver"] as const).flatMap((counter) => {
    const { outcomes } = tellingOf(state, day, counter);
    const n = passed.filter((code) => outcomes.get(code) === "open").length;
    return n > 0 ? [owed(state, day, "line_step", counter, { n })] : [];
  });
}

function owedReceipts(state: State, day: LineDay): readonly Owed[] {
  const { signed } = receiptsOf(state, day);
  return countersOf(state, day)
    .filter((counter) => !signed.has(counter))
    .filter((counter) => signed.size > 0 || tellingOf(state, day, counter).open === 0)
    .map((counter) => owed(state, day, "line_receipt", counter, {}));
}

// Whether anybody is still owed is the receiving side's word; the giving side's stands beside it.
function owedPersons(state: State, day: LineDay): readonly Owed[] {
  const { signed } = receiptsOf(state, day);
  const receiver = tellingOf(state, day, "receiver");
  if (!signed.has("receiver") || receiver.owed === 0) return [];
  const giver = tellingOf(state, day, "giver");
  return [owed(state, day, "line_debt", "giver", { perReceiver: receiver.owed, perGiver: giver.owed })];
}

function owed(
  state: State,
  day: LineDay,
  what: Owed["what"],
  counter: Counter,
  detail: Owed["detail"],
): Owed {
  const { place } = manifestOf(state, day);
  return { what, subject: day.id, title: place, by: officeOf(day, counter), due: undefined, detail };
}
