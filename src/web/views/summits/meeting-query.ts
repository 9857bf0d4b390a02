import { officeName } from "#i18n";
import {
  type ActId,
  actId,
  circularConditions,
  dueMs,
  known,
  type Office,
  parties,
  principals,
  summitStatus,
  trackStatus,
  tracks,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Sourced, sourced } from "../../desk/said.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { type Layout, layoutOf } from "./layout.ts";
import {
  answerOf,
  earlierThan,
  isOverdue,
  type OfficeWord,
  type Summit,
  trialSource,
  type Word,
  wordOf,
} from "./query.ts";

/** One office's words on a condition that another or it itself has set. */
export type Words = Sourced & { readonly words: string };

export type ConditionLine = Words & {
  readonly id: string;
  /** Its number in the drawing and in the table. */
  readonly number: number;
  /** As its author named them; "meeting" is the meeting itself. */
  readonly node: string;
  readonly requires: string;
  /** Met in the word of the office that set it; nobody else's word meets it. */
  readonly met: Words | undefined;
  /** What others say of it being met. */
  readonly others: readonly Words[];
  readonly lifted: Words | undefined;
  /** The number of the circle that it is part of, from 1. */
  readonly circle: number | undefined;
  readonly mayLift: boolean;
  readonly maySayMet: boolean;
};

export type TrackCell = { readonly word: Word; readonly value: string | undefined } & Sourced;
export type TrackRow = {
  readonly track: Word;
  /** In the order of the table's columns; undefined where an office has said nothing. */
  readonly cells: readonly (TrackCell | null)[];
  /** Derived: agreed where both parties say so with the same value. */
  readonly status: Word;
  /** Both say agreed, and each another value. */
  readonly differs: boolean;
};

export type MeetingModel = {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  /** Epoch ms of the end of that day in UTC. */
  readonly due: number;
  readonly isOverdue: boolean;
  readonly participants: readonly { readonly name: string; readonly capacity: string }[];
  readonly venue: string | undefined;
  readonly purpose: string;
  readonly status: Word;
  readonly proposed: Sourced;
  readonly round: { readonly id: string; readonly title: string } | undefined;
  readonly earlier: readonly { readonly id: string; readonly title: string; readonly by: string }[];
  readonly later: { readonly id: string; readonly title: string } | undefined;
  readonly owed: readonly OwedLine[];
  readonly answers: readonly (OfficeWord & Partial<Sourced> & { readonly words: string | undefined })[];
  readonly conditions: readonly ConditionLine[];
  /** Those that wait for each other, so that nobody can move first. */
  readonly circles: readonly { readonly nodes: readonly string[]; readonly conditions: readonly number[] }[];
  readonly drawing: Layout;
  readonly columns: readonly { readonly office: Office; readonly name: string }[];
  readonly tracks: readonly TrackRow[];
  readonly held: (Sourced & { readonly on: When; readonly outcome: string }) | undefined;
  /** What this office may say of the meeting now. */
  readonly may: {
    readonly answer: boolean;
    readonly setCondition: boolean;
    readonly setTrack: boolean;
    readonly proposeAgain: boolean;
    readonly recordHeld: boolean;
  };
};

/** One leaders' meeting with everything said of it; null where this office reads no such meeting. */
export const meeting: Query<{ readonly id: string }, MeetingModel | null> = (at, { id }) => {
  const parsed = actId.safeParse(id);
  const found = parsed.success ? at.state.summits.meetings.get(parsed.data) : undefined;
  return found ? meetingModel(at, found) : null;
};

function meetingModel(at: At, summit: Summit): MeetingModel {
  const { state, now } = at;
  const proposed = known(state, summit.id, "summit.proposed");
  const { title, by, participants, venue, purpose, round } = proposed.act.payload;
  const turn = [...state.summits.meetings.keys()].indexOf(summit.id);
  const columns = [...principals.filter((one) => one === "host"), ...inPartyOrder(at, turn)];
  const conditions = conditionsOf(at, summit);
  const inRound = round && state.talks.rounds.has(round) ? known(state, round, "round.proposed") : undefined;
  const held = summit.held && known(state, summit.held, "summit.held");
  return {
    id: summit.id,
    title,
    by,
    due: dueMs(by),
    isOverdue: isOverdue(at, summit, now),
    participants,
    venue,
    purpose,
    status: wordOf(at, summitStatus(state, summit)),
    proposed: sourced(at, proposed),
    round: inRound && { id: inRound.act.id, title: inRound.act.payload.title },
    earlier: earlierThan(at, summit).map((one) => lineageItem(at, one)),
    later: summit.retabledAs && lineageItem(at, summit.retabledAs),
    owed: owedOn(at, summit.id),
    answers: inPartyOrder(at, turn).map((office) => answer(at, summit, office)),
    conditions,
    circles: circularConditions(state, summit).map((circle) => ({
      nodes: circle.nodes,
      conditions: conditions.flatMap((one) =>
        circle.conditions.some(({ id }) => id === one.id) ? one.number : [],
      ),
    })),
    drawing: layoutOf(conditions.filter(({ lifted }) => !lifted)),
    columns: columns.map((office) => ({ office, name: officeName(at.t, state, office) })),
    tracks: tracks.map((track) => trackRow(at, summit, track, columns)),
    held: held && {
      ...sourced(at, held),
      on: whenOf(held.act.payload.on),
      outcome: held.act.payload.outcome,
    },
    may: mayOf(at, summit, proposed.act.by.office),
  };
}

function lineageItem({ state }: At, id: ActId) {
  const { title, by } = known(state, id, "summit.proposed").act.payload;
  return { id, title, by };
}

function answer(at: At, summit: Summit, office: Office): MeetingModel["answers"][number] {
  const id = summit.answers.get(office);
  const given = id && known(at.state, id, "summit.answered");
  const entry = summit.author === office ? known(at.state, summit.id, "summit.proposed") : given;
  return {
    ...answerOf(at, summit, office),
    words: given?.act.payload.words,
    ...(entry ? sourced(at, entry) : {}),
  };
}

function conditionsOf(at: At, summit: Summit): readonly ConditionLine[] {
  const { state } = at;
  const circles = circularConditions(state, summit);
  return summit.conditions.map((id, i): ConditionLine => {
    const entry = known(state, id, "summit.condition_set");
    const { node, requires, words } = entry.act.payload;
    const setter = entry.act.by.office;
    const lifting = state.summits.lifted.get(id);
    const said = [...(state.summits.met.get(id) ?? [])].map(([office, act]) => ({
      office,
      words: wordsOf(at, known(state, act, "summit.condition_met")),
    }));
    const circle = circles.findIndex(({ conditions }) => conditions.some((one) => one.id === id));
    const trial = { condition: id, words: "trial", source: trialSource };
    const met = said.find(({ office }) => office === setter)?.words;
    return {
      ...sourced(at, entry),
      id,
      number: i + 1,
      node,
      requires,
      words,
      met,
      others: said.filter(({ office }) => office !== setter).map((one) => one.words),
      lifted: lifting && wordsOf(at, known(state, lifting, "summit.condition_lifted")),
      circle: circle === -1 ? undefined : circle + 1,
      mayLift: isOpen(summit) && mayNow(at, "plenary", "summit.condition_lifted", trial),
      maySayMet:
        isOpen(summit) &&
        !said.some(({ office }) => office === at.office) &&
        mayNow(at, "plenary", "summit.condition_met", trial),
    };
  });
}

function wordsOf(
  at: At,
  entry: Parameters<typeof sourced>[1] & { readonly act: { readonly payload: { readonly words: string } } },
): Words {
  return { ...sourced(at, entry), words: entry.act.payload.words };
}

function trackRow(
  at: At,
  summit: Summit,
  track: (typeof tracks)[number],
  columns: readonly Office[],
): TrackRow {
  const { state } = at;
  const cells = columns.map((office): TrackCell | null => {
    const id = summit.tracks.get(track)?.get(office);
    const entry = id && known(state, id, "summit.track_set");
    return entry
      ? { ...sourced(at, entry), word: wordOf(at, entry.act.payload.state), value: entry.act.payload.value }
      : null;
  });
  const own = cells.filter((_, i) => parties.some((party) => party === columns[i]));
  const status = trackStatus(state, summit, track);
  return {
    track: wordOf(at, track),
    cells,
    status: wordOf(at, status),
    differs: status !== "agreed" && own.every((cell) => cell?.word.code === "agreed"),
  };
}

// Nothing more is said of a meeting that was held or proposed anew.
function isOpen({ held, retabledAs }: Summit): boolean {
  return held === undefined && retabledAs === undefined;
}

function mayOf(at: At, summit: Summit, author: Office): MeetingModel["may"] {
  const { id } = summit;
  const source = trialSource;
  const open = isOpen(summit);
  const track = { summit: id, track: "agenda", state: "open", source } as const;
  const condition = { summit: id, node: "meeting", requires: "trial", words: "trial", source };
  return {
    answer: open && mayNow(at, "plenary", "summit.answered", { summit: id, answer: "agreed", source }),
    setCondition: open && mayNow(at, "plenary", "summit.condition_set", condition),
    setTrack: open && mayNow(at, "plenary", "summit.track_set", track),
    proposeAgain: open && author === at.office,
    recordHeld:
      open && mayNow(at, "plenary", "summit.held", { summit: id, on: "2025-01-01", outcome: "x", source }),
  };
}
