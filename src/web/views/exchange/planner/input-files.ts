import type { Case, PlanInput, Tranche } from "./engine/protocol.ts";

/** What a plan was computed from, out of the files of a case and of the plan before it; undefined where there is no case. */
export function inputIn(texts: readonly string[], seed: number): PlanInput | undefined {
  const read = texts.map(parsed);
  const given = read.find((one) => formatOf(one) === "parley-exchange-case/1") as Case | undefined; // its digest is compared before it is used
  const previous = tranchesIn(read.find((one) => formatOf(one) === "parley-exchange-plan/1"));
  return given && { given, seed, ...(previous ? { previous } : {}) };
}

function tranchesIn(plan: unknown): readonly Tranche[] | undefined {
  const all: unknown =
    typeof plan === "object" && plan !== null && "tranches" in plan ? plan.tranches : undefined;
  const isWhole = Array.isArray(all) && all.every((one) => typeof one === "object" && one !== null);
  return isWhole ? (all as readonly Tranche[]) : undefined; // as above
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
