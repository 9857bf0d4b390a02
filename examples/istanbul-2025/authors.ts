import { seats } from "./founding.ts";

/** Who enters an act: a demonstration seat, never an official. The capacity is the seat's title, which says so. */
function seated(member: (typeof seats)[number]["member"]) {
  const seat = seats.find((one) => one.member === member);
  if (!seat) throw new Error(`No seat of the example is held by "${member}".`);
  return { by: seat.office, member, capacity: seat.title } as const;
}

export const host = seated("host-secretary");
export const partyA = seated("a-negotiator");
export const partyB = seated("b-negotiator");
export const pressA = seated("a-press");
export const pressB = seated("b-press");
export const exchangeA = seated("a-exchange");
export const exchangeB = seated("b-exchange");
export const monitor = seated("monitor-one");
