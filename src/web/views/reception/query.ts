import { sayWord } from "#i18n";
import { askedOf, epochMs, known, pathwayOf, type Return, type Room, type StepView } from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type Choices, choicesOf } from "./choices.ts";

/** One person in the list: a number, and what is due next. */
export type WardRow = {
  readonly id: string;
  readonly person: number;
  readonly condition: string;
  /** Epoch ms. */
  readonly received: number;
  /** The step asked for first; undefined where nothing is asked now. */
  readonly next: { readonly word: string; readonly due: number; readonly isOverdue: boolean } | undefined;
  /** How many more steps are asked for now. */
  readonly more: number;
  /** The next window that has not opened; undefined once all have. */
  readonly later: { readonly word: string; readonly opens: number } | undefined;
};

export type WardModel = {
  readonly room: Room;
  readonly people: readonly WardRow[];
  /** How many have a step whose date has passed. */
  readonly overdue: number;
  /** A number that nobody here has yet. */
  readonly nextNumber: number;
  readonly choices: Choices;
};

/** The room of a reception's own desk; undefined at every other desk. */
export function receptionRoom({ office }: Pick<At, "office">): Room | undefined {
  return office === "reception-a" || office === "reception-b" ? office : undefined;
}

/** Those who are in this reception's care, by what is due next; null at the desk of any other office. */
export const ward: Query<undefined, WardModel | null> = (at) => {
  const room = receptionRoom(at);
  if (!room) return null;
  const people = [...at.state.returns.received.values()].map((person) => rowOf(at, person)).toSorted(byDue);
  return {
    room,
    people,
    overdue: people.filter(({ next }) => next?.isOverdue).length,
    nextNumber: Math.max(0, ...people.map(({ person }) => person), ...numbersOnTheirWay(at)) + 1,
    choices: choicesOf(at),
  };
};

// Without a network several may be received before the first of them stands in the record.
function numbersOnTheirWay({ replica }: At): readonly number[] {
  return replica.queue.flatMap(({ act }) => (act.kind === "return.received" ? [act.payload.person] : []));
}

function rowOf({ state, t, now }: At, person: Return): WardRow {
  const { payload } = known(state, person.id, "return.received").act;
  const pathway = pathwayOf(state, person, now);
  const [first, ...more] = askedOf(pathway);
  const later = pathway.find(({ status }) => status === "not_yet");
  return {
    id: person.id,
    person: payload.person,
    condition: sayWord(t, payload.condition),
    received: epochMs(payload.at),
    next: first && { word: sayWord(t, first.step), due: first.due, isOverdue: isOverdue(first) },
    more: more.length,
    later: later && { word: sayWord(t, later.step), opens: later.opens },
  };
}

function isOverdue({ status }: StepView): boolean {
  return status === "overdue";
}

function byDue(one: WardRow, other: WardRow): number {
  const nothing = Number(one.next === undefined) - Number(other.next === undefined);
  if (nothing !== 0) return nothing;
  const time = (row: WardRow) => row.next?.due ?? row.later?.opens ?? Number.POSITIVE_INFINITY;
  const [mine, theirs] = [time(one), time(other)];
  return mine === theirs ? one.person - other.person : mine < theirs ? -1 : 1;
}
