import { type Room, roomTable, type State, seatedNow } from "#record";
import { recipientsDigest } from "./paper.ts";

type People = State["people"];
type Seat = People["seats"][number];

/** The age recipients of everyone who reads a sealed room now. */
export function readersOf(state: State, room: Room): readonly string[] {
  return recipientsOf(seatedNow(state.people), room);
}

/**
 * The digests of those who read a sealed room at any size of the process room's log up to `roster`: a paper is
 * sealed to the readers whom its author knew of, which may be a few acts before it is admitted.
 */
export function readerDigests(people: People, room: Room, roster: number): ReadonlySet<string> {
  const changes = people.seats.flatMap(({ from, until }) => [from + 1, (until ?? from) + 1]);
  const sizes = new Set(changes.filter((size) => size <= roster));
  const sets = [...sizes].map((size) => recipientsOf(seatedAt(people, size), room));
  return new Set(sets.filter((recipients) => recipients.length > 0).map(recipientsDigest));
}

function seatedAt(people: People, size: number): readonly Seat[] {
  return people.seats.filter(({ from, until }) => from < size && (until === undefined || until >= size));
}

function recipientsOf(seats: readonly Seat[], room: Room): readonly string[] {
  const reading = seats.filter((seat) => roomTable[room].readers.includes(seat.office));
  return [...new Set(reading.flatMap((seat) => (seat.recipient ? [seat.recipient] : [])))];
}
