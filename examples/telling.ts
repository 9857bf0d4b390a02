import type { SeatOf } from "./example.ts";
import type { Said } from "./said.ts";

/** Tells the acts of the example one after another: each is said and received a little later than the one before. */
export class Telling<Member extends string> {
  readonly said: Said[] = [];
  readonly #seats: readonly SeatOf[];
  #now: number;

  constructor(start: string, seats: readonly (SeatOf & { readonly member: Member })[]) {
    this.#now = Date.parse(start);
    this.#seats = seats;
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
    const seat = this.#seats.find((one) => one.member === member);
    if (!seat) throw new Error(`No seat of the example is held by "${member}".`);
    const saidAt = new Date(this.#now).toISOString();
    const receivedAt = new Date(this.#now + 2_000).toISOString();
    const by = { by: seat.office, member, capacity: seat.title, saidAt, receivedAt };
    this.said.push({ ...act, ...by, name } as Said); // kind and payload were paired by who called
    this.#now += 5_000;
    return `@${name}`;
  }
}
