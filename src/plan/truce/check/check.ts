import type { Stop, Team, TruceCase } from "../case/case.ts";
import type { TeamPlan, TruceWorth } from "../plan.ts";
import { quantitiesOverstepped } from "./quantities.ts";
import { timesOverstepped } from "./times.ts";
import { togetherOverstepped } from "./together.ts";
import { worthOf } from "./worth.ts";

/** A limit that a plan oversteps; `where` names team and place. */
export type TruceViolation = {
  readonly constraint:
    | "unknown_team"
    | "unknown_place"
    | "unknown_group"
    | "twice"
    | "frozen"
    | "travel"
    | "duration"
    | "window"
    | "clear_by"
    | "duty"
    | "ground"
    | "kind"
    | "side"
    | "places"
    | "demand"
    | "beds"
    | "remains_room"
    | "intake"
    | "ride"
    | "not_on_board"
    | "driven_past"
    | "not_delivered"
    | "clearance"
    | "liaison";
  readonly where: string;
  readonly value: number;
  readonly limit: number;
};

export type TruceChecked = {
  readonly violations: readonly TruceViolation[];
  readonly worth: TruceWorth;
};

/** A stop of the plan that is being judged, with what is known of its team; `frozen` ones are facts and not judged. */
export type Judged = {
  readonly team: Team;
  readonly stop: Stop;
  readonly frozen: boolean;
  /** The latest that it begins and ends when any `gamma` legs are slow; minutes to clear-by that are left then. */
  readonly late: { readonly start: number; readonly leave: number; readonly slack: number | undefined };
};

/**
 * Judges a plan from the case alone: every limit that it oversteps, and what each level is worth. Shares no code with
 * the search. `previous` is the last agreed plan.
 */
export function checkTruce(
  given: TruceCase,
  plans: readonly TeamPlan[],
  previous?: readonly TeamPlan[],
): TruceChecked {
  const violations: TruceViolation[] = [];
  const judged: Judged[] = [];
  const seen = new Set<string>();
  for (const plan of plans) {
    const team = given.teams.find(({ code }) => code === plan.team);
    if (!team || seen.has(plan.team)) {
      violations.push({
        constraint: team ? "twice" : "unknown_team",
        where: plan.team,
        value: 1,
        limit: 0,
      });
      continue;
    }
    seen.add(plan.team);
    const stray = plan.stops.find((stop) => !isKnown(given, stop));
    if (stray) {
      violations.push({
        constraint: "unknown_place",
        where: `${plan.team}/${stray.place}`,
        value: 1,
        limit: 0,
      });
      continue;
    }
    const times = timesOverstepped(given, team, plan);
    violations.push(...times.violations);
    judged.push(...times.judged);
  }
  for (const { team, stops } of given.progress?.teams ?? [])
    if (stops.length > 0 && !seen.has(team))
      violations.push({ constraint: "frozen", where: team, value: 0, limit: stops.length });
  violations.push(...quantitiesOverstepped(given, judged), ...togetherOverstepped(given, judged));
  return { violations, worth: worthOf(given, judged, plans, previous) };
}

function isKnown({ sites, facilities }: TruceCase, { kind, place }: Stop): boolean {
  return (kind === "site" ? sites : facilities).some(({ code }) => code === place);
}
