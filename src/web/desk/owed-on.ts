import { officeName, sayOwed } from "#i18n";
import { type ActId, type Owed, owed } from "#record";
import type { At } from "./query.ts";

/** By when something is owed. */
export type Due = {
  /** Epoch ms; undefined where nobody has set a time. */
  readonly due: number | undefined;
  /** The civil day, where the time is the end of one. */
  readonly dueDay: string | undefined;
  readonly isOverdue: boolean;
};

/** What is due at the end of a civil day is named by the day. */
export function dueAt(due: number | undefined, now: number): Due {
  const isDay = due !== undefined && due % 86_400_000 === 0;
  const dueDay = isDay ? new Date(due - 1).toISOString().slice(0, 10) : undefined;
  return { due, dueDay, isOverdue: due !== undefined && due <= now };
}

/** One thing that is missing, by the offices that owe the same. */
export type OwedLine = Due & {
  readonly what: string;
  readonly why: string;
  readonly offices: readonly string[];
  /** This desk is one of them. */
  readonly isOurs: boolean;
  /** What it is owed on, where that is a part of the matter shown. */
  readonly on: string | undefined;
};

/** What is still owed on some acts; `whole` is the one that is shown, the others are its parts. */
export function owedOn(at: At, whole: ActId, parts: readonly ActId[] = []): readonly OwedLine[] {
  const subjects = new Set([whole, ...parts]);
  const all = owed(at.state, at.now, at.office).filter((one) => subjects.has(one.subject));
  return owedLines(at, all, whole);
}

/** The same where what is owed has been asked before, as for a whole table. */
export function owedLines(at: At, all: readonly Owed[], whole: ActId): readonly OwedLine[] {
  const alike = Map.groupBy(all, (one) => `${one.subject} ${one.due} ${sayOwed(at.t, one).what}`);
  return [...alike.values()].map((same) => lineOf(at, same, whole));
}

function lineOf({ state, t, office, now }: At, same: readonly Owed[], whole: ActId): OwedLine {
  const [first] = same;
  if (!first) throw new Error("A group without anything owed is no group.");
  const { due, subject, title } = first;
  return {
    ...sayOwed(t, first),
    offices: same.map((one) => officeName(t, state, one.by)),
    isOurs: same.some((one) => one.by === office),
    ...dueAt(due, now),
    on: subject === whole ? undefined : title,
  };
}
