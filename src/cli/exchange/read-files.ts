import { readFileSync } from "node:fs";
import { text as consumed } from "node:stream/consumers";
import type { z } from "zod";
import { refuse } from "#base";
import type { Case } from "#exchange";
import { caseForm, type PublishedPlan, planForm } from "./case-form.ts";

/** Reads a case, or takes it from `text`. Refuses what is not in its form, and names the first place. */
export function readCase(path: string, text?: string): Case {
  return readForm(path, caseForm, text);
}

/** What comes by standard input, where a path is `-`. */
export async function inputOf(path: string): Promise<string | undefined> {
  return path === "-" ? consumed(process.stdin) : undefined;
}

/** Reads a published plan. */
export function readPlan(path: string): PublishedPlan {
  return readForm(path, planForm);
}

function readForm<T>(path: string, form: z.ZodType<T>, text?: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text ?? readFileSync(path, "utf8"));
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
