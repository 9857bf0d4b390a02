import type { Side } from "#record";
import type { Said } from "../said.ts";
import { seats } from "./founding.ts";

type Member = (typeof seats)[number]["member"];

/** Tells the acts of the example one after another: each is said and received a little later than the one before. */
export class Narrator {
  readonly said: Said[] = [];
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  get now(): number {
    return this.#now;
  }

  /** Goes on at a later time. */
  at(time: string): void {
    const next = Date.parse(time);
    if (!(next > this.#now)) throw new Error(`${time} is not after ${new Date(this.#now).toISOString()}.`);
    this.#now = next;
  }

  later(minutes: number): void {
    this.#now += minutes * 60_000;
  }

  /** Says an act from a seat; its name is what others refer to it by, as "@name". */
  say(member: Member, name: string, act: Pick<Said, "kind" | "room" | "payload">): `@${string}` {
    const seat = seats.find((one) => one.member === member);
    if (!seat) throw new Error(`No seat of the example is held by "${member}".`);
    const saidAt = new Date(this.#now).toISOString();
    const receivedAt = new Date(this.#now + 2_000).toISOString();
    const by = { by: seat.office, member, capacity: seat.title, saidAt, receivedAt };
    this.said.push({ ...act, ...by, name } as Said); // kind and payload were paired by who called
    this.#now += 5_000;
    return `@${name}`;
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
