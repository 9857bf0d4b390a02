import { officeName } from "#i18n";
import {
  type Counter,
  countersOf,
  type Debt,
  givingSide,
  type LineDay,
  lineDaysAhead,
  lineDebts,
  manifestOf,
  otherSide,
  partyOf,
  receiptsOf,
  refusedBy,
  sideOf,
  standingDays,
  tellingOf,
} from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type ManifestChoice, manifestChoices } from "./manifest-choices.ts";

/** How one counter tells a day, in numbers. */
export type Told = {
  readonly counter: Counter;
  readonly name: string;
  readonly came: number;
  /** Told of, and not simply come. */
  readonly gone: number;
  readonly open: number;
  readonly owed: number;
  readonly unexpected: number;
};

export type DayLine = {
  readonly id: string;
  readonly day: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly listed: number;
  readonly tellings: readonly Told[];
  readonly receipt: ReceiptStatus;
  readonly isWaiting: boolean;
};
export type ReceiptStatus = ReturnType<typeof receiptsOf>["status"];

type DebtLine = {
  readonly from: string;
  readonly days: number;
  readonly listed: number;
  readonly tellings: readonly Told[];
};

export type DaysModel = {
  readonly days: readonly DayLine[];
  readonly debts: readonly DebtLine[];
  readonly mayMake: boolean;
  /** For what this office could make a manifest. */
  readonly choices: readonly ManifestChoice[];
};

/** All days at the line that this office reads, its own acts on their way among them, and what each counter tells is owed. */
export const days: Query<undefined, DaysModel> = (at) => {
  const state = aheadOf(at);
  const lines = standingDays(state).map((day): DayLine => {
    const { day: on, place, persons } = manifestOf(state, day);
    return {
      id: day.id,
      day: on,
      place,
      from: nameOf(at, day, "giver"),
      to: nameOf(at, day, "receiver"),
      listed: persons.length,
      tellings: inTurn(at, day, countersOf(state, day)).map((counter) => told(at, state, day, counter)),
      receipt: receiptsOf(state, day).status,
      isWaiting: !at.state.entries.has(day.id),
    };
  });
  const mayMake = refusedBy(at.office, "line.manifest_made", "exchange") === undefined;
  return {
    days: lines.toReversed(),
    debts: debtLines(at, state),
    mayMake,
    choices: mayMake ? manifestChoices(at, state) : [],
  };
};

function debtLines(at: At, state: At["state"]): readonly DebtLine[] {
  const debts = lineDebts(state);
  return inPartyOrder(at, 0).flatMap((party): readonly DebtLine[] => {
    const side = sideOf(party) ?? "a";
    const debt: Debt = debts[side];
    if (debt.days === 0) return [];
    const from = officeName(at.t, at.state, party);
    const names = {
      giver: from,
      receiver: officeName(at.t, at.state, partyOf(otherSide(side))),
      operator: officeName(at.t, at.state, "operator"),
    };
    const tellings = debt.tellings
      .filter(({ counter, came, owed }) => counter !== "operator" || came + owed > 0)
      .map(({ counter, came, owed, open, unexpected }) => ({
        counter,
        name: names[counter],
        came,
        gone: debt.listed - came - open,
        open,
        owed,
        unexpected,
      }));
    return [{ from, days: debt.days, listed: debt.listed, tellings }];
  });
}

/** What is recorded and, after it, what this desk has said and is on its way. */
export function aheadOf({ state, replica, now }: At): At["state"] {
  const onTheirWay = replica.queue.filter((one) => one.state !== "refused").map((one) => one.act);
  return lineDaysAhead(state, onTheirWay, now);
}

/** How a counter tells a day, by a state that holds it. */
export function told(at: At, state: At["state"], day: LineDay, counter: Counter): Told {
  const { came, open, owed, outcomes, unexpected } = tellingOf(state, day, counter);
  return {
    counter,
    name: nameOf(at, day, counter),
    came,
    gone: outcomes.size - came - open,
    open,
    owed,
    unexpected: unexpected.length,
  };
}

/** A counter by the name of its side, as the other sides' are: an exchange office speaks for its party at the line. */
export function nameOf({ t, state }: At, day: LineDay, counter: Counter): string {
  if (counter === "operator") return officeName(t, state, "operator");
  const side = givingSide(day);
  return officeName(t, state, partyOf(counter === "giver" ? side : otherSide(side)));
}

/** The counters of a day, one's own side first; for those who are neither, the party that the lot drew. */
export function inTurn(at: At, day: LineDay, all: readonly Counter[]): readonly Counter[] {
  const [first] = inPartyOrder(at, 0);
  const isGiver = first === partyOf(givingSide(day));
  const order: readonly Counter[] = isGiver
    ? ["giver", "receiver", "operator"]
    : ["receiver", "giver", "operator"];
  return order.filter((one) => all.includes(one));
}
