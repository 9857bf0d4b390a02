import type { Happened } from "#record";

/** An instant in UTC as printed everywhere: 2025-07-23 17:37 UTC. */
export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** When something happened, as exactly as its author knew: a day stays a day. */
export function sayHappened(when: Happened): string {
  if (typeof when === "string") return when.length === 10 ? when : utc(Date.parse(when));
  return `${sayHappened(when.from)} – ${sayHappened(when.to)}`;
}
