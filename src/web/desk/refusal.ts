import { RefusedByServer } from "#api";
import { ProblemError } from "#base";
import { type ProblemToSay, sayProblem, sayReason, type Translate } from "#i18n";
import type { State } from "#record";
import type { Refusal } from "./protocol.ts";

/** A problem as the page shows it: in the reader's words, and by its code and details for a form that knows them. */
export function refusalIn(t: Translate, problem: ProblemToSay, state?: State): Refusal {
  const { code, details = {} } = problem;
  const { path, reason } = details;
  const said = { code, ...sayProblem(t, problem, state) };
  if (typeof path !== "string") return said;
  const why = typeof reason === "string" ? { reason: sayReason(t, reason, state) } : {};
  return { ...said, details: { path, ...why } };
}

/** What went wrong while the desk did what a page asked. A fault of the program is told on the console as well. */
export function refusalOf(t: Translate, error: unknown, state?: State): Refusal {
  if (error instanceof ProblemError) return refusalIn(t, error.problem, state);
  if (error instanceof RefusedByServer) return refusalIn(t, error.wire, state);
  if (error instanceof DOMException && error.name === "AbortError")
    return { code: "stopped", title: t("refusal.stopped"), detail: "" };
  if (error instanceof TypeError && /fetch|network/i.test(error.message))
    return { code: "unreachable", title: t("refusal.unreachable"), detail: "" };
  console.error(error);
  return { code: "bug", title: t("refusal.bug"), detail: String(error) };
}
