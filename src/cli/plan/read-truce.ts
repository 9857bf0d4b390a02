import { readFileSync } from "node:fs";
import type { z } from "zod";
import { refuse } from "#base";

/** Reads a file, or standard input where the path is `-`, in a form; names the first place that is not in it. */
export function readTruce<T>(path: string, form: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path === "-" ? 0 : path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse("plan.unreadable", { path, reason });
  }
  const parsed = form.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const where = first?.path.join(".") ?? "";
  const reason = where === "" ? (first?.message ?? "") : `${where}: ${first?.message}`;
  return refuse("plan.unreadable", { path, reason });
}
