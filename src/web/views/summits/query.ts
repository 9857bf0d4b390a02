import { officeName, sayWord } from "#i18n";
import { type ActId, dueMs, known, type Office, summitStance, summitStatus } from "#record";
import { mayNow } from "../../desk/may.ts";
import { owedOn } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";

/** A word of the record: its code, by which the page weighs it, and how it is said. */
export type Word = { readonly code: string; readonly words: string };
/** One office's own word on something. */
export type OfficeWord = { readonly office: Office; readonly name: string; readonly word: Word };

export type MeetingLine = {
  readonly id: string;
  readonly title: string;
  /** The civil day by which it is to be held. */
  readonly by: string;
  readonly isOverdue: boolean;
  /** Derived from the acts of both parties. */
  readonly status: Word;
  readonly author: string;
  readonly answers: readonly OfficeWord[];
  readonly owed: number;
  /** The same author's earlier proposals that this one replaces, latest first. */
  readonly earlier: readonly { readonly id: string; readonly title: string; readonly by: string }[];
};

export type MeetingsModel = { readonly meetings: readonly MeetingLine[]; readonly mayPropose: boolean };

export type Summit = At["state"]["summits"]["meetings"] extends Map<infer _, infer S> ? S : never;

export const trialSource = { kind: "own_record", publisher: "trial" } as const;

/** All leaders' meetings that this office reads, the latest first, each with those that it replaces. */
export const meetings: Query<undefined, MeetingsModel> = (at) => {
  const { summits } = at.state;
  const latest = [...summits.meetings.values()].filter((summit) => !summit.retabledAs);
  const lines = latest.map((summit, turn) => lineOf(at, summit, turn)).toReversed();
  const person = { name: "trial", capacity: "trial" };
  const trial = {
    title: "trial",
    by: "2025-01-01",
    participants: [person, person],
    purpose: "trial",
    source: trialSource,
  };
  return { meetings: lines, mayPropose: mayNow(at, "plenary", "summit.proposed", trial) };
};

function lineOf(at: At, summit: Summit, turn: number): MeetingLine {
  const { state, t, now } = at;
  const { act } = known(state, summit.id, "summit.proposed");
  const { title, by } = act.payload;
  return {
    id: summit.id,
    title,
    by,
    isOverdue: isOverdue(at, summit, now),
    status: wordOf(at, summitStatus(state, summit)),
    author: officeName(t, state, act.by.office),
    answers: inPartyOrder(at, turn).map((office) => answerOf(at, summit, office)),
    owed: owedOn(at, summit.id).reduce((sum, line) => sum + line.offices.length, 0),
    earlier: earlierThan(at, summit).map((id) => {
      const { payload } = known(state, id, "summit.proposed").act;
      return { id, title: payload.title, by: payload.by };
    }),
  };
}

/** The day has passed and the leaders have not met. */
export function isOverdue({ state }: At, summit: Summit, now: number): boolean {
  return !summit.held && dueMs(known(state, summit.id, "summit.proposed").act.payload.by) <= now;
}

export function answerOf(at: At, summit: Summit, office: Office): OfficeWord {
  const { state, t } = at;
  return {
    office,
    name: officeName(t, state, office),
    word: wordOf(at, summitStance(state, summit, office)),
  };
}

/** The proposals that one replaces, the latest first. */
export function earlierThan({ state }: At, summit: Summit): readonly ActId[] {
  const found: ActId[] = [];
  for (let id = retabledBy(state, summit.id); id && !found.includes(id); id = retabledBy(state, id))
    found.push(id);
  return found;
}

function retabledBy(state: At["state"], id: ActId): ActId | undefined {
  const earlier = known(state, id, "summit.proposed").act.payload.retables;
  return earlier && state.summits.meetings.has(earlier) ? earlier : undefined;
}

export function wordOf({ t }: Pick<At, "t">, code: string): Word {
  return { code, words: sayWord(t, code) };
}
