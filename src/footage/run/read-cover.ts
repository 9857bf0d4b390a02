import { refuse } from "#base";
import { type CoverPlan, coverPlan } from "#record";

/** A plan of what is to be covered, as it was written to a file. */
export function readCover(text: string, path = "the file"): CoverPlan {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse("footage.cover_unreadable", { path, reason: "It is no JSON." });
  }
  const parsed = coverPlan.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuse("footage.cover_unreadable", {
    path: [path, ...(issue?.path ?? [])].join(" · "),
    reason: issue?.message ?? "It does not fit its form.",
  });
}
