import { roomName, sayWord } from "#i18n";
import {
  dueMs,
  epochMs,
  known,
  type Room,
  refusedBy,
  sitesByExpiry,
  type TruceTerms,
  truceStatus,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";

export type ProposedModel = {
  readonly id: string;
  readonly title: string;
  readonly words: string | undefined;
  readonly said: Said;
  readonly isReplaced: boolean;
  /** What of it was filed in sealed rooms that this office reads, the latest of each. */
  readonly filed: readonly { readonly id: string; readonly room: string; readonly said: Said }[];
  readonly plan: {
    readonly engine: string;
    readonly version: string;
    readonly seed: number;
    readonly iterations: number;
    readonly inputs: string;
    readonly digest: string;
  };
};

export type WindowModel = {
  /** Truce texts that say a beginning and an end. */
  readonly truces: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: string;
    readonly from: string;
    readonly minutes: number;
    /** What of it every team must know. */
    readonly rules: Pick<TruceTerms, "hotline" | "dutyToWarn" | "returnFireLadder">;
  }[];
  readonly proposed: readonly ProposedModel[];
  /** Sites that stand and that this office reads. */
  readonly sites: number;
  readonly mayPropose: boolean;
  /** Sealed rooms in which this office may file what a plan was computed from. */
  readonly mayFile: readonly { readonly room: Room; readonly label: string }[];
};

/** Windows that a plan can be for, and the plans that were proposed, as this office reads them. */
export const windowPlans: Query<undefined, WindowModel> = (at) => {
  const { state, now, t } = at;
  return {
    truces: [...state.truces.texts.values()].flatMap((truce) => {
      const { title, terms } = known(state, truce.id, "truce.tabled").act.payload;
      const status = truceStatus(state, truce, now);
      if (!terms.start || !terms.end || status === "superseded" || status === "declined") return [];
      const from = epochMs(terms.start.at);
      const minutes = Math.floor((dueMs(terms.end.at) - from) / 60_000);
      if (minutes <= 0) return [];
      const { hotline, dutyToWarn, returnFireLadder } = terms;
      const rules = {
        ...(hotline === undefined ? {} : { hotline }),
        ...(dutyToWarn === undefined ? {} : { dutyToWarn }),
        ...(returnFireLadder === undefined ? {} : { returnFireLadder }),
      };
      const begins = new Date(from).toISOString();
      return [{ id: truce.id, title, status: sayWord(t, status), from: begins, minutes, rules }];
    }),
    proposed: [...state.plans.proposed.values()].toReversed().map(({ id, replacedBy, filed }) => {
      const entry = known(state, id, "plan.proposed");
      const { title, words, plan } = entry.act.payload;
      const latest = new Map(
        filed.map((one) => known(state, one, "plan.filed")).map((one) => [one.act.room, one]),
      );
      return {
        id,
        title,
        words,
        said: saidOf(at, entry),
        isReplaced: replacedBy !== undefined,
        filed: [...latest].map(([room, one]) => ({
          id: one.act.id,
          room: roomName(t, state, room),
          said: saidOf(at, one),
        })),
        plan,
      };
    }),
    mayFile: roomsToFile(at)
      .filter((room) => refusedBy(at.office, "plan.filed", room) === undefined)
      .map((room) => ({ room, label: roomName(t, state, room) })),
    sites: sitesByExpiry(state, now).filter(({ status }) => status === "stands").length,
    mayPropose: mayNow(at, "humanitarian", "plan.proposed", {
      title: "-",
      plan: { engine: "-", version: "-", seed: 0, iterations: 0, inputs: zero, digest: zero },
    }),
  };
};

function roomsToFile(at: Parameters<typeof windowPlans>[0]): readonly Room[] {
  const ofSides = inPartyOrder(at, 0).map((party) => (party === "party-a" ? "sites-a" : "sites-b"));
  return ["internal-operator", ...ofSides];
}

const zero = `${"A".repeat(43)}=`;
