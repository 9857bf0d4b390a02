import { sayWord } from "#i18n";
import { dueMs, epochMs, known, sitesByExpiry, type TruceTerms, truceStatus } from "#record";
import { mayNow } from "../../desk/may.ts";
import type { Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";

export type ProposedModel = {
  readonly id: string;
  readonly title: string;
  readonly words: string | undefined;
  readonly said: Said;
  readonly isReplaced: boolean;
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
    proposed: [...state.plans.proposed.values()].toReversed().map(({ id, replacedBy }) => {
      const entry = known(state, id, "plan.proposed");
      const { title, words, plan } = entry.act.payload;
      return { id, title, words, said: saidOf(at, entry), isReplaced: replacedBy !== undefined, plan };
    }),
    sites: sitesByExpiry(state, now).filter(({ status }) => status === "stands").length,
    mayPropose: mayNow(at, "humanitarian", "plan.proposed", {
      title: "-",
      plan: { engine: "-", version: "-", seed: 0, iterations: 0, inputs: zero, digest: zero },
    }),
  };
};

const zero = `${"A".repeat(43)}=`;
