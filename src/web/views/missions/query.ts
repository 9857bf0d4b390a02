import { officeName, sayCell, sayWord } from "#i18n";
import {
  type ActId,
  cellText,
  echelonOf,
  epochMs,
  guaranteeOf,
  hazardWords,
  isOver,
  type Missing,
  type Mission,
  type MissionStatus,
  missingOn,
  missionCodes,
  missionStatus,
  missionsAhead,
  nextRadioCheck,
  notifiedAt,
  type Office,
  partyOf,
  planOf,
  refusedBy,
  sideOf,
  teamsOf,
} from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { cellRing } from "../../map/cell-ring.ts";
import type { Shown } from "../../map/shown.ts";
import { type Coded, noticeWords, type Word } from "../sites/query.ts";

/** What one side has been told and says of itself. */
export type SideWord = {
  readonly office: Office;
  readonly name: string;
  /** Epoch ms; undefined where it was not told. */
  readonly notified: number | undefined;
  readonly echelon: Word;
  readonly guarantee: { readonly startsAt: number; readonly endsAt: number } | undefined;
};

/** What is missing, in codes that the page says: by whom, and to whom or how far where that differs. */
export type MissingLine = {
  readonly what: Missing["what"];
  readonly by: string;
  readonly to: string | undefined;
  readonly echelon: string;
  readonly isOurs: boolean;
};

export type MissionLine = {
  readonly id: ActId;
  readonly code: string;
  readonly task: string;
  readonly isEmergency: boolean;
  readonly status: Word;
  readonly cells: readonly string[];
  /** Its cells on the map, named by who is out there. */
  readonly places: Shown["cells"];
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly sides: readonly SideWord[];
  readonly hazard: readonly { readonly by: string; readonly state: Word }[];
  readonly missing: readonly MissingLine[];
  /** When the first team that is out turns back. */
  readonly abortAt: number | undefined;
  readonly radio: { readonly at: number; readonly isMissed: boolean } | undefined;
  readonly isWaiting: boolean;
};

const columns = ["preparing", "decided", "out", "handed_over", "ended"] as const;
type Column = (typeof columns)[number];

export type BoardModel = {
  readonly columns: readonly { readonly column: Column; readonly missions: readonly MissionLine[] }[];
  readonly areas: readonly {
    readonly id: ActId;
    readonly words: string;
    readonly by: string;
    readonly validUntil: number;
  }[];
  readonly mayPlan: boolean;
  readonly reads: boolean;
  readonly choices: MissionChoices;
};

const columnOf: { readonly [S in MissionStatus]: Column | undefined } = {
  replaced: undefined,
  planned: "preparing",
  notified: "preparing",
  go: "decided",
  no_go: "decided",
  en_route: "out",
  on_site: "out",
  loaded: "out",
  turned_back: "out",
  handed_over: "handed_over",
  closed: "ended",
  aborted: "ended",
  not_completed: "ended",
};

/** All missions by where they are; of those that have not ended, the one with most missing and the earliest start first. */
export const missions: Query<undefined, BoardModel> = (at) => {
  const state = aheadOf(at);
  const ahead = { ...at, state };
  const all = [...state.missions.missions.values()].map((mission, turn) => ({
    column: columnOf[missionStatus(state, mission)],
    line: missionLine(ahead, at, mission, turn),
  }));
  return {
    columns: columns.map((column) => ({
      column,
      missions: all
        .filter((one) => one.column === column)
        .map(({ line }) => line)
        .toSorted((one, other) => other.missing.length - one.missing.length || one.startsAt - other.startsAt),
    })),
    areas: areasOf(ahead),
    mayPlan: refusedBy(at.office, "mission.planned", "humanitarian") === undefined,
    reads: at.office !== "public" && refusedBy(at.office, "act.corrected", "humanitarian") === undefined,
    choices: choicesOf(at),
  };
};

/** What is recorded and, after it, what this desk has said and is on its way. */
export function aheadOf({ state, replica, now }: At): At["state"] {
  const onTheirWay = replica.queue.filter((one) => one.state !== "refused").map((one) => one.act);
  return missionsAhead(state, onTheirWay, now);
}

export function missionLine(at: At, recorded: At, mission: Mission, turn: number): MissionLine {
  const { state, t, now } = at;
  const plan = planOf(state, mission);
  const status = missionStatus(state, mission);
  const out = teamsOf(state, mission).filter(
    ({ step }) => step !== undefined && step !== "turned_back" && step !== "handed_over",
  );
  const aborts = out.map(({ abortAt }) => epochMs(abortAt));
  const radio = nextRadioCheck(state, mission);
  return {
    id: mission.id,
    code: plan.code,
    task: sayWord(t, plan.task),
    isEmergency: plan.emergency,
    status: { code: status, words: sayWord(t, status) },
    cells: plan.cells.map((cell) => sayCell(t, cell)),
    places: plan.cells.map((cell) => ({
      id: `${mission.id} ${cellText(cell)}`,
      label: [plan.code, ...out.map(({ team, step }) => `${team}: ${step && sayWord(t, step)}`)].join(" · "),
      ring: cellRing(cell),
    })),
    startsAt: epochMs(plan.startsAt),
    endsAt: epochMs(plan.endsAt),
    sides: inPartyOrder(at, turn).map((party) => sideWord(at, mission, party)),
    hazard: hazardWords(state, mission).map((one) => ({
      by: officeName(t, state, one.office),
      state: { code: one.state, words: sayWord(t, one.state) },
    })),
    missing: missingLines(at, mission, turn),
    abortAt: aborts.length === 0 || isOver(status) ? undefined : Math.min(...aborts),
    radio: radio === undefined ? undefined : { at: radio, isMissed: radio <= now },
    isWaiting: !recorded.state.entries.has(mission.id),
  };
}

function sideWord({ state, t }: At, mission: Mission, office: Office): SideWord {
  const guarantee = guaranteeOf(state, mission, office);
  const echelon = echelonOf(state, mission, office) ?? "no_answer";
  return {
    office,
    name: officeName(t, state, office),
    notified: notifiedAt(state, mission, sideOf(office) ?? "a"),
    echelon: { code: echelon, words: sayWord(t, echelon) },
    guarantee: guarantee && {
      startsAt: epochMs(guarantee.startsAt),
      endsAt: epochMs(guarantee.endsAt),
    },
  };
}

const kinds: readonly Missing["what"][] = [
  "mission_notice",
  "mission_short_notice",
  "mission_acknowledgement",
  "mission_guarantee",
  "mission_hazard",
  "mission_decision",
  "mission_receipt",
  "mission_record",
  "mission_outcome",
];

// Each kind in its place, so that neither side's comes first; within it the sides stand in the order of this turn.
function missingLines(at: At, mission: Mission, turn: number): readonly MissingLine[] {
  const { state, t, office, now } = at;
  const order = inPartyOrder(at, turn);
  const place = ({ by, to }: Missing) => {
    const party = to ? partyOf(to) : by;
    return order.includes(party) ? order.indexOf(party) : order.length;
  };
  const all = missingOn(state, mission, now);
  return all
    .toSorted(
      (one, other) => kinds.indexOf(one.what) - kinds.indexOf(other.what) || place(one) - place(other),
    )
    .map(({ what, by, to, echelon }) => ({
      what,
      by: officeName(t, state, by),
      to: to && officeName(t, state, partyOf(to)),
      echelon: echelon === undefined ? "" : sayWord(t, echelon),
      isOurs: by === office,
    }));
}

function areasOf(at: At): BoardModel["areas"] {
  const { state, t, now } = at;
  return state.missions.notices
    .flatMap((id) => {
      const act = state.entries.get(id)?.act;
      if (act?.kind !== "mission.area_noticed" || epochMs(act.payload.validUntil) <= now) return [];
      return [
        {
          id,
          words: noticeWords(at, act.payload),
          by: officeName(t, state, act.by.office),
          validUntil: epochMs(act.payload.validUntil),
        },
      ];
    })
    .toSorted((one, other) => one.validUntil - other.validUntil);
}

export function choicesOf({ t }: Pick<At, "t">) {
  const worded = <V extends string>(codes: readonly V[]): readonly Coded<V>[] =>
    codes.map((value) => ({ value, label: sayWord(t, value) }));
  const { tasks, teamTypes, echelons, hazardStates, teamSteps, events, outcomes, emblems } = missionCodes;
  return {
    tasks: worded(tasks),
    teamTypes: worded(teamTypes),
    echelons: worded([...echelons, "recalled"] as const),
    hazardStates: worded(hazardStates),
    steps: worded(teamSteps),
    events: worded(events),
    outcomes: worded(outcomes),
    emblems: worded(emblems),
    decisions: worded(["go", "no_go"] as const),
  };
}
export type MissionChoices = ReturnType<typeof choicesOf>;
