import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { summitActs, tracks } from "./acts.ts";

export type Track = (typeof tracks)[number];

/** One proposed leaders' meeting, with each side's answers, conditions and preparation. */
export type Summit = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId>;
  readonly conditions: ActId[];
  readonly tracks: Map<Track, Map<Office, ActId>>;
  retabledAs: ActId | undefined;
  held: ActId | undefined;
};

export type SummitsState = {
  readonly meetings: Map<ActId, Summit>;
  /** Per condition the act that lifted it, and each office's word that it is met. */
  readonly lifted: Map<ActId, ActId>;
  readonly met: Map<ActId, Map<Office, ActId>>;
};

export function emptySummits(): SummitsState {
  return { meetings: new Map(), lifted: new Map(), met: new Map() };
}

export const summitHandlers: Handlers<keyof typeof summitActs> = {
  "summit.proposed": ({ summits }, { act }) => {
    const { retables } = act.payload;
    if (retables) {
      const earlier = summits.meetings.get(retables);
      if (!earlier) return retables;
      if (earlier.author === act.by.office) earlier.retabledAs ??= act.id;
    }
    summits.meetings.set(act.id, {
      id: act.id,
      author: act.by.office,
      answers: new Map(),
      conditions: [],
      tracks: new Map(),
      retabledAs: undefined,
      held: undefined,
    });
    return undefined;
  },
  "summit.answered": ({ summits }, { act }) =>
    within(summits, act.payload.summit, (summit) => summit.answers.set(act.by.office, act.id)),
  "summit.condition_set": ({ summits }, { act }) =>
    within(summits, act.payload.summit, (summit) => summit.conditions.push(act.id)),
  "summit.condition_lifted": ({ summits, entries }, { act }) => {
    const condition = entries.get(act.payload.condition);
    if (!condition) return act.payload.condition;
    if (condition.act.by.office === act.by.office) summits.lifted.set(act.payload.condition, act.id);
    return undefined;
  },
  "summit.condition_met": ({ summits, entries }, { act }) => {
    if (!entries.has(act.payload.condition)) return act.payload.condition;
    const met = summits.met.get(act.payload.condition) ?? new Map<Office, ActId>();
    summits.met.set(act.payload.condition, met.set(act.by.office, act.id));
    return undefined;
  },
  "summit.track_set": ({ summits }, { act }) =>
    within(summits, act.payload.summit, (summit) => {
      const track = summit.tracks.get(act.payload.track) ?? new Map<Office, ActId>();
      summit.tracks.set(act.payload.track, track.set(act.by.office, act.id));
    }),
  "summit.held": ({ summits }, { act }) =>
    within(summits, act.payload.summit, (summit) => {
      summit.held ??= act.id;
    }),
};

function within(summits: SummitsState, id: ActId, change: (summit: Summit) => unknown): ActId | undefined {
  const summit = summits.meetings.get(id);
  if (!summit) return id;
  change(summit);
  return undefined;
}
