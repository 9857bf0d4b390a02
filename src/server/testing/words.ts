import type { Words } from "./signed-process.ts";

const source = { kind: "own_record", publisher: "Secretariat" } as const;

/** Something that either party may say at any time, as often as it likes: bodies handed over. */
export function bodies(value = 7, from: "a" | "b" = "a"): Words {
  const count = { amount: { value }, unit: "bodies", kind: "single", source };
  const payload = { from, to: from === "a" ? "b" : "a", on: "2025-07-01", count };
  return { room: "humanitarian", kind: "remains.handed_over", payload };
}

/** An issue that an office opens, with words of its own: in the plenary or in its internal room. */
export function issue(words: string, room: Words["room"] = "plenary"): Words {
  return { room, kind: "issue.opened", payload: { title: "An issue", words } };
}

/** A round, which has a number that no other round may have. */
export function round(number: number): Words {
  const payload = { title: "A round", number, on: "2025-07-23", format: "plenary" };
  return { room: "plenary", kind: "round.proposed", payload };
}
