import "../../desk/no-eval.ts";
import { truceCaseForm, trucePlanForm } from "#plan/files";
import type { TeamPlan, TruceCase } from "./engine/protocol.ts";

export type InputFiles = {
  readonly given: TruceCase | undefined;
  /** The first thing in the case that is in no form: where, and why. */
  readonly wrong: { readonly path: string; readonly reason: string } | undefined;
  readonly previous: readonly TeamPlan[] | undefined;
};

/** A case, and the plan before it, out of the texts of files. */
export function inputIn(texts: readonly string[]): InputFiles {
  const read = texts.map(parsed);
  const given = read.find((one) => formatOf(one) === "parley-plan-case/1");
  const before = trucePlanForm.safeParse(read.find((one) => formatOf(one) === "parley-plan/1"));
  const judged = truceCaseForm.safeParse(given);
  const issue = judged.error?.issues[0];
  return {
    given: judged.data,
    wrong: issue && given !== undefined ? { path: issue.path.join("."), reason: issue.message } : undefined,
    previous: before.success ? before.data.teams : undefined,
  };
}

function formatOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // another file was chosen
  }
}
