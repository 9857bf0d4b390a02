import type { Side } from "#record";
import { Telling } from "../telling.ts";
import { seats } from "./founding.ts";

type Member = (typeof seats)[number]["member"];

/** Tells the acts of this example, from its seats. */
export class Narrator extends Telling<Member> {
  constructor(start: string) {
    super(start, seats);
  }
}

/** Each side's exchange officer and negotiator. */
export const exchangeOf = { a: "a-exchange", b: "b-exchange" } as const satisfies { [S in Side]: Member };
export const negotiatorOf = { a: "a-negotiator", b: "b-negotiator" } as const satisfies {
  [S in Side]: Member;
};
/** Each side's reception, which alone reads what it says. */
export const receptionOf = { a: "a-reception", b: "b-reception" } as const satisfies { [S in Side]: Member };
export const other = { a: "b", b: "a" } as const satisfies { [S in Side]: Side };
export const source = { kind: "own_record", publisher: "Demonstration" } as const;
