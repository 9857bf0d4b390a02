import { readFileSync } from "node:fs";
import type { z } from "zod";
import { refuse } from "#base";
import type { Case } from "#exchange";
import { caseForm, type PublishedPlan, planForm } from "./case-form.ts";

/** Reads a case; `-` is standard input. Refuses what is not in its form, and names the first place. */
export function readCase(path: string): Case {
  return readForm(path, caseForm);
}

/** Reads a published plan. */
export function readPlan(path: string): PublishedPlan {
  return readForm(path, planForm);
}

function readForm<T>(path: string, form: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path === "-" ? 0 : path, "utf8"));
  } catch (error) {
    return refuse("exchange.unreadable", {
      path,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  const parsed = form.safeParse(value);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const where = first ? first.path.join(".") : "";
  return refuse("exchange.unreadable", {
    path,
    reason: where === "" ? (first?.message ?? "") : `${where}: ${first?.message}`,
  });
}
