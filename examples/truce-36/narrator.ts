import type { Side } from "#record";
import { Telling } from "../telling.ts";
import { seats } from "./founding.ts";

type Member = (typeof seats)[number]["member"];

/** Tells the acts of this example, from its seats. */
export class Narrator extends Telling<Member> {
  constructor(start: string) {
    super(start, seats);
  }

  /** Goes on at a time that has come, or stays where it is later already. */
  until(epochMs: number): void {
    if (epochMs > this.now) this.at(new Date(epochMs).toISOString());
  }
}

export const delegateOf = { a: "a-delegate", b: "b-delegate" } as const satisfies { [S in Side]: Member };
export const examinerOf = { a: "a-forensic", b: "b-forensic" } as const satisfies { [S in Side]: Member };
/** Neither side is always first: in this example b stands before a. */
export const sides = ["b", "a"] as const;
export const source = { kind: "own_record", publisher: "Demonstration" } as const;
export const room = "humanitarian";
export const truce = "@truce";

/** The truce's own hours. */
export const start = Date.parse("2026-11-03T04:00:00Z");
export const minutes = 36 * 60;
export const end = start + minutes * 60_000;
export const hour = 3_600_000;

/** A minute of the window as an instant. */
export function minuteAt(minute: number): string {
  return instant(start + minute * 60_000);
}

export function instant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, "Z");
}
