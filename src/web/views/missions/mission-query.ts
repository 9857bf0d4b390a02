import { describeAct, officeName, sayWord } from "#i18n";
import {
  type ActId,
  bands,
  courseOf,
  decisionOf,
  epochMs,
  isOver,
  known,
  missionStatus,
  outcomeOf,
  type PayloadOf,
  partyOf,
  planOf,
  type Side,
  sitesByExpiry,
  teamsOf,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import type { Coded } from "../sites/query.ts";
import { type SiteRoom, siteRoomsOf } from "../sites/rooms.ts";
import { pointsText } from "./points.ts";
import { aheadOf, choicesOf, type MissionChoices, type MissionLine, missionLine } from "./query.ts";

type TeamLine = {
  readonly team: string;
  readonly type: string;
  readonly vehicles: number;
  readonly crew: number;
  readonly step: string | undefined;
  readonly heardAt: number | undefined;
  readonly abortAt: number;
};

type DetailLine = {
  readonly id: ActId;
  readonly of: string;
  readonly payload: PayloadOf<"mission.detailed">;
  readonly sites: readonly { readonly id: ActId; readonly code: string }[];
  readonly vehicles: readonly string[];
  /** The points of the route, a line for each. */
  readonly points: string;
  readonly room: SiteRoom;
  /** The latest of its side: an earlier one is kept and does not stand. */
  readonly stands: boolean;
};

export type MissionModel = MissionLine & {
  readonly plan: PayloadOf<"mission.planned">;
  readonly decision: "go" | "no_go" | undefined;
  readonly teams: readonly TeamLine[];
  readonly course: readonly {
    readonly id: ActId;
    readonly at: number;
    readonly words: string;
    readonly isWaiting: boolean;
  }[];
  readonly details: readonly DetailLine[];
  readonly outcome:
    | { readonly words: string; readonly why: string | undefined; readonly left: string | undefined }
    | undefined;
  readonly replacedBy: ActId | undefined;
  /** This office may put another plan in its place. */
  readonly mayReplace: boolean;
  readonly isOver: boolean;
  /** What this office may say here. */
  readonly isOperator: boolean;
  readonly isParty: boolean;
  readonly mayNote: boolean;
  readonly isNotified: boolean;
  /** Own acts on this mission that are not recorded yet, and those that the host has refused. */
  readonly waiting: number;
  readonly refused: number;
  readonly sidesToName: readonly Coded<Side>[];
  readonly bands: readonly Coded[];
  readonly siteChoices: readonly {
    readonly room: SiteRoom;
    readonly of: string;
    readonly sites: readonly Coded[];
  }[];
  readonly choices: MissionChoices;
};

/** One mission as this office reads and has noted it; undefined where it is not read. */
export const mission: Query<{ readonly id: string }, MissionModel | undefined> = (recorded, { id }) => {
  const state = aheadOf(recorded);
  const at = { ...recorded, state };
  const { office, t } = at;
  const found = state.missions.missions.get(id as ActId); // any text is looked up
  if (!found) return undefined;
  const isParty = office === "party-a" || office === "party-b";
  const line = missionLine(at, recorded, found, 0);
  const ended = outcomeOf(state, found)?.act.payload;
  return {
    ...line,
    plan: planOf(state, found),
    decision: decisionOf(state, found),
    teams: teamsOf(state, found).map((one) => ({
      ...one,
      type: sayWord(t, one.type),
      step: one.step && sayWord(t, one.step),
      abortAt: epochMs(one.abortAt),
    })),
    course: courseOf(state, found).flatMap((one) => {
      const act = state.entries.get(one.id)?.act;
      if (!act) return [];
      const note =
        "words" in (act.payload ?? {}) ? (act.payload as { readonly words?: string }).words : undefined; // a text in each of these kinds
      const words = describeAct(t, state, act);
      return [
        {
          id: one.id,
          at: one.at,
          words: note === undefined ? words : `${words}. ${note}`,
          isWaiting: !recorded.state.entries.has(one.id),
        },
      ];
    }),
    details: detailLines(at, found.details),
    outcome: ended && {
      words: sayWord(t, ended.outcome),
      why: ended.words,
      left:
        ended.left &&
        `${t("field.wounded")}: ${sayWord(t, ended.left.wounded)} · ${t("field.remains")}: ${sayWord(t, ended.left.remains)}`,
    },
    replacedBy: found.replacedBy.at(-1),
    mayReplace: mayNow(at, "humanitarian", "mission.planned", {
      ...planOf(state, found),
      replaces: found.id,
    }),
    isOver: isOver(missionStatus(state, found)),
    isOperator: office === "operator",
    isParty,
    mayNote: isParty || office === "operator" || office === "monitor",
    isNotified: line.sides.some((one) => one.office === office && one.notified !== undefined),
    waiting: queuedOn(recorded, found.id, false),
    refused: queuedOn(recorded, found.id, true),
    sidesToName: inPartyOrder(at, 0).map((party) => ({
      value: party === "party-a" ? "a" : "b",
      label: officeName(t, state, party),
    })),
    bands: bands.map((value) => ({ value, label: sayWord(t, value) })),
    siteChoices: siteRoomsOf(office).map((room) => ({
      room,
      of: officeName(t, state, partyOf(room === "sites-a" ? "a" : "b")),
      sites: sitesByExpiry(state, at.now)
        .filter(({ site, status }) => site.room === room && status === "stands")
        .map(({ id: value, code }) => ({ value, label: code })),
    })),
    choices: choicesOf(at),
  };
};

function queuedOn({ replica }: At, id: ActId, isRefused: boolean): number {
  return replica.queue.filter(
    ({ act, state }) => (state === "refused") === isRefused && JSON.stringify(act.payload).includes(id),
  ).length;
}

function detailLines({ state, t }: At, ids: readonly ActId[]): readonly DetailLine[] {
  const acts = ids.map((id) => known(state, id, "mission.detailed").act);
  const last = new Map(acts.map(({ id, room }) => [room, id]));
  return acts.map(({ id, payload, room }) => ({
    id,
    of: officeName(t, state, partyOf(room === "sites-a" ? "a" : "b")),
    payload,
    sites: payload.sites.map((one) => ({ id: one, code: codeOf(state, one) })),
    vehicles: payload.vehicles.map((one) =>
      [one.team, one.description, one.plate, sayWord(t, one.emblem)].join(" · "),
    ),
    points: pointsText(payload.route),
    room: room === "sites-a" ? room : "sites-b",
    stands: last.get(room) === id,
  }));
}

function codeOf(state: At["state"], id: ActId): string {
  const act = state.entries.get(id)?.act;
  return act?.kind === "site.reported" ? act.payload.code : "—";
}
