import { officeName, sayWord } from "#i18n";
import { dateStance, happenedMs, known, type Office, principals, roundStatus } from "#record";
import { mayNow } from "../../desk/may.ts";
import { owedOn } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type When, whenOf } from "../../desk/when.ts";

/** A word of the record: its code, by which the page weighs it, and how it is said. */
export type Word = { readonly code: string; readonly words: string };
/** One office's own word on something. */
export type OfficeWord = { readonly office: Office; readonly name: string; readonly word: Word };

/** One round in the list. */
export type RoundLine = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** When it was opened, or else the date that was proposed. */
  readonly when: When;
  /** Epoch ms of the same, for its place on the time line. */
  readonly at: number;
  readonly venue: string | undefined;
  readonly format: Word;
  /** Derived from the acts of host and parties. */
  readonly status: Word;
  /** Each one's own word on the date: host, then the parties in the order of this turn. */
  readonly dates: readonly OfficeWord[];
  readonly points: number;
  readonly owed: number;
};

export type RoundsModel = {
  /** Earliest first. */
  readonly rounds: readonly RoundLine[];
  /** What a round would be called that is proposed now. */
  readonly nextNumber: number;
  readonly mayPropose: boolean;
  readonly now: number;
};

export type Round = At["state"]["talks"]["rounds"] extends Map<infer _, infer R> ? R : never;

/** All rounds that this office reads, by their dates. */
export const rounds: Query<undefined, RoundsModel> = (at) => {
  const { state, now } = at;
  const all = [...state.talks.rounds.values()];
  const numbers = all.map((round) => known(state, round.id, "round.proposed").act.payload.number);
  const nextNumber = Math.max(0, ...numbers) + 1;
  const ordered = all
    .map((round) => ({ round, ...momentOf(at, round) }))
    .sort((one, other) => one.at - other.at);
  return {
    rounds: ordered.map(({ round }, turn) => lineOf(at, round, turn)),
    nextNumber,
    mayPropose: mayNow(at, "plenary", "round.proposed", {
      title: "trial",
      number: nextNumber,
      on: "2025-01-01",
      format: "plenary",
    }),
    now,
  };
};

function lineOf(at: At, round: Round, turn: number): RoundLine {
  const { state, t } = at;
  const { number, title, venue, format } = known(state, round.id, "round.proposed").act.payload;
  const opened = round.opened && known(state, round.opened, "round.opened").act.payload;
  return {
    id: round.id,
    number,
    title,
    ...momentOf(at, round),
    venue: opened?.venue ?? venue,
    format: wordOf(at, format),
    status: wordOf(at, roundStatus(state, round)),
    dates: principalsInOrder(at, turn).map((office) => ({
      office,
      name: officeName(t, state, office),
      word: wordOf(at, dateStance(state, round, office)),
    })),
    points: round.points.length,
    owed: owedOn(at, round.id, round.points).reduce((sum, line) => sum + line.offices.length, 0),
  };
}

/** When a round was opened, or else the date that was proposed for it. */
export function momentOf({ state }: At, round: Round): { readonly when: When; readonly at: number } {
  const opened = round.opened && known(state, round.opened, "round.opened").act.payload.at;
  const said = opened ?? known(state, round.id, "round.proposed").act.payload.on;
  return { when: whenOf(said), at: happenedMs(said) };
}

/** Host first, as the one that asks; the parties in the order of this turn. */
export function principalsInOrder(at: Pick<At, "state" | "office">, turn: number): readonly Office[] {
  return [...principals.filter((one) => one === "host"), ...inPartyOrder(at, turn)];
}

export function wordOf({ t }: Pick<At, "t">, code: string): Word {
  return { code, words: sayWord(t, code) };
}
