import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Purpose, type Step, steps } from "./codes.ts";
import { isWithdrawnFor } from "./consents.ts";
import type { Return } from "./fold.ts";

const hour = 3_600_000;
const day = 24 * hour;

type Course = { readonly opensMs: number; readonly dueMs: number; readonly needs?: Purpose };

/** From when after a person was received a step can be done, by when it is due, and the purpose of its consent. */
const courses: { readonly [S in Step]: Course } = {
  triage: { opensMs: 0, dueMs: 2 * hour },
  isolation_screen: { opensMs: 0, dueMs: 24 * hour },
  examination: { opensMs: 0, dueMs: 24 * hour, needs: "treatment" },
  call_home: { opensMs: 0, dueMs: 24 * hour, needs: "family_contact" },
  protocol_record: { opensMs: 0, dueMs: 72 * hour, needs: "protocol_record" },
  psychological: { opensMs: 0, dueMs: 72 * hour, needs: "treatment" },
  documents: { opensMs: 0, dueMs: 7 * day, needs: "documents" },
  discharge_plan: { opensMs: 0, dueMs: 14 * day },
  follow_up_30: around(30, 7),
  follow_up_90: around(90, 14),
  follow_up_180: around(180, 14),
  follow_up_365: around(365, 30),
};

function around(days: number, window: number): Course {
  return { opensMs: (days - window) * day, dueMs: (days + window) * day };
}

export function courseOf(step: Step): Course {
  return courses[step];
}

/**
 * `not_yet`: its window has not opened. `open`: it can be done and is not overdue. `withdrawn`: its consent was taken
 * back, and nothing is asked of the person any more.
 */
export type StepStatus =
  | "not_yet"
  | "open"
  | "overdue"
  | "postponed"
  | "done"
  | "declined"
  | "not_needed"
  | "withdrawn";

export type StepView = {
  readonly step: Step;
  readonly status: StepStatus;
  /** Epoch ms. */
  readonly opens: number;
  /** Epoch ms; of a postponed step the time until which it was postponed. */
  readonly due: number;
  /** The latest word on it. */
  readonly latest: Entry<Act<"return.step_done">> | undefined;
};

/** The pathway of one person at a time: each step with its clock. */
export function pathwayOf(state: State, person: Return, now: number): readonly StepView[] {
  const received = epochMs(known(state, person.id, "return.received").act.payload.at);
  return steps.map((step) => {
    const { opensMs, dueMs, needs } = courses[step];
    const latest = latestOf(state, person, step);
    const { outcome, until } = latest?.act.payload ?? {};
    const due = outcome === "postponed" && until !== undefined ? epochMs(until) : received + dueMs;
    const opens = received + opensMs;
    const isWithdrawn = needs !== undefined && isWithdrawnFor(state, person, needs);
    const status = statusOf(step, outcome, isWithdrawn, opens, due, now);
    return { step, status, opens, due, latest };
  });
}

function statusOf(
  step: Step,
  outcome: Act<"return.step_done">["payload"]["outcome"] | undefined,
  isWithdrawn: boolean,
  opens: number,
  due: number,
  now: number,
): StepStatus {
  if (isWithdrawn && (outcome !== "done" || step === "protocol_record")) return "withdrawn";
  if (outcome === "done" || outcome === "declined" || outcome === "not_needed") return outcome;
  if (now >= due) return "overdue";
  if (outcome === "postponed") return "postponed";
  return now < opens ? "not_yet" : "open";
}

/** The latest word on a step; done once, it stays done. */
export function latestOf(state: State, person: Return, step: Step): StepView["latest"] {
  const all = person.steps
    .map((id) => known(state, id, "return.step_done"))
    .filter(({ act }) => act.payload.step === step);
  return all.find(({ act }) => act.payload.outcome === "done") ?? all.at(-1);
}

const asked: ReadonlySet<StepStatus> = new Set(["open", "overdue", "postponed"]);

/** The steps that are still asked for, the one due first before the others. */
export function askedOf(pathway: readonly StepView[]): readonly StepView[] {
  return pathway.filter(({ status }) => asked.has(status)).toSorted((one, other) => one.due - other.due);
}
