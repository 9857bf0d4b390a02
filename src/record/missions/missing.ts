import { type Office, parties, partyOf, type Side, sides } from "../access/offices.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import type { Mission } from "./fold.ts";
import {
  decisionOf,
  echelonOf,
  guaranteeOf,
  hazardWords,
  isOver,
  missionStatus,
  notifiedAt,
  planOf,
} from "./view.ts";

const hour = 3_600_000;
/** How long before its start a mission is notified in practice (OCHA, HNS): two days, in an emergency one. */
export const noticeHours = { planned: 48, emergency: 24 } as const;

/** What is missing, shown beside the operator's decision. None of it makes or bars that decision. */
export type Missing = {
  readonly what:
    | "mission_notice"
    | "mission_short_notice"
    | "mission_acknowledgement"
    | "mission_guarantee"
    | "mission_hazard"
    | "mission_decision"
    | "mission_receipt"
    | "mission_record"
    | "mission_outcome";
  readonly by: Office;
  /** To which side, of a notice. */
  readonly to?: Side;
  /** How far the side says that it has come, where that is not the end. */
  readonly echelon?: string;
};

export function missingOn(state: State, mission: Mission, now: number): readonly Missing[] {
  const status = missionStatus(state, mission);
  if (isOver(status)) return missingRecords(state, mission);
  const plan = planOf(state, mission);
  const isOut = mission.steps.length > 0;
  const before = isOut
    ? []
    : [...sides.flatMap((side) => missingOf(state, mission, side)), ...hazard(state, mission)];
  return [
    ...before,
    ...(decisionOf(state, mission) === undefined
      ? [{ what: "mission_decision", by: "operator" } as const]
      : []),
    ...missingReceipts(state, mission),
    ...missingRecords(state, mission),
    ...(now >= epochMs(plan.endsAt) ? [{ what: "mission_outcome", by: "operator" } as const] : []),
  ];
}

function missingOf(state: State, mission: Mission, side: Side): readonly Missing[] {
  const by = partyOf(side);
  const told = notifiedAt(state, mission, side);
  const plan = planOf(state, mission);
  const guarantee = guaranteeOf(state, mission, by);
  const isWhole =
    guarantee !== undefined &&
    epochMs(guarantee.startsAt) <= epochMs(plan.startsAt) &&
    epochMs(guarantee.endsAt) >= epochMs(plan.endsAt);
  const missing: Missing[] = [];
  if (told === undefined) missing.push({ what: "mission_notice", by: "operator", to: side });
  else {
    const hours = plan.emergency ? noticeHours.emergency : noticeHours.planned;
    if (epochMs(plan.startsAt) - told < hours * hour)
      missing.push({ what: "mission_short_notice", by: "operator", to: side });
    const echelon = echelonOf(state, mission, by);
    if (echelon !== "confirmed_by_units")
      missing.push({ what: "mission_acknowledgement", by, echelon: echelon ?? "no_answer" });
  }
  if (!isWhole) missing.push({ what: "mission_guarantee", by });
  return missing;
}

function hazard(state: State, mission: Mission): readonly Missing[] {
  const words = hazardWords(state, mission);
  const isClear = words.length > 0 && words.every((one) => one.state === "cleared");
  return isClear ? [] : [{ what: "mission_hazard", by: "operator" }];
}

// Whoever was handed over to a side is acknowledged by that side's own receipt.
function missingReceipts(state: State, mission: Mission): readonly Missing[] {
  const handed = new Set(
    mission.steps.flatMap((id) => known(state, id, "mission.step_noted").act.payload.to ?? []),
  );
  return parties.flatMap((by) => {
    const side = by === "party-a" ? "a" : "b";
    return handed.has(side) && !mission.receipts.has(by) ? [{ what: "mission_receipt", by } as const] : [];
  });
}

// Of wounded and dead of the adverse party a record is made as soon as possible (Geneva I art. 16).
function missingRecords(state: State, mission: Mission): readonly Missing[] {
  return [...mission.receipts].flatMap(([by, ids]) => {
    const last = ids.at(-1);
    const adverse = last && known(state, last, "mission.received").act.payload.adverse;
    return adverse && adverse.count > 0 && !adverse.recordMade
      ? [{ what: "mission_record", by } as const]
      : [];
  });
}

/** A short notice is pointed out and owed by nobody: it cannot be made good. Notice to both sides is one thing owed. */
export function owedOnMissions(state: State, now: number): readonly Owed[] {
  return [...state.missions.missions.values()].flatMap((mission) => {
    const { code, startsAt, endsAt } = planOf(state, mission);
    const missing = missingOn(state, mission, now);
    const firstNotice = missing.findIndex(({ what }) => what === "mission_notice");
    return missing.flatMap(({ what, by, echelon }, i): readonly Owed[] => {
      if (what === "mission_short_notice" || (what === "mission_notice" && i !== firstNotice)) return [];
      const isAfter = what === "mission_receipt" || what === "mission_outcome";
      const due = what === "mission_record" ? undefined : epochMs(isAfter ? endsAt : startsAt);
      const detail = echelon === undefined ? {} : { echelon };
      return [{ what, subject: mission.id, title: code, by, due, detail }];
    });
  });
}
