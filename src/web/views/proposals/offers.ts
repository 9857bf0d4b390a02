import { officeName, roomName } from "#i18n";
import {
  isAgreed,
  known,
  type Office,
  offices,
  type PayloadOf,
  proposalStatus,
  type Room,
  refusedBy,
  rooms,
  roomTable,
  sideOf,
  stancesOf,
  whoMay,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At } from "../../desk/query.ts";
import type { Tabled } from "./facts.ts";
import { isParty } from "./missing.ts";

/** What this office may say of a proposal now. */
export type Offers = {
  /** Where all that is said of it is said. */
  readonly room: Room;
  readonly answer: boolean;
  readonly counter: boolean;
  readonly retable: boolean;
  readonly complete: boolean;
  readonly withdraw: boolean;
  /** The keys of the conditions of which it may say whether they are met. */
  readonly conditions: readonly string[];
  /** It is asked, and there is nothing left to answer: the status that closed it. */
  readonly closedBy: string | undefined;
};

/** How a new text hangs on another. */
export type Links = Pick<PayloadOf<"proposal.tabled">, "retables" | "counters" | "details">;

/** A room into which a paper can go, and what it becomes there. */
export type RoomChoice = {
  readonly room: Room;
  readonly name: string;
  readonly kind: "proposal.drafted" | "proposal.tabled";
  readonly readers: readonly string[];
  readonly isSealed: boolean;
};

const source = { kind: "own_record", publisher: "trial" } as const;
const terms = [{ key: "trial", type: "text", words: "trial" }] as const;

/** What this office may say of a proposal now, by the table and the rules; the forms are offered accordingly. */
export function offersOf(at: At, proposal: Tabled): Offers {
  const { state, office, now } = at;
  const { id } = proposal;
  const { act } = known(state, id, "proposal.tabled");
  const { room } = act;
  const answer = mayNow(at, room, "proposal.answered", { proposal: id, answer: "declined", source });
  const status = proposalStatus(state, proposal, now);
  const isOwn = office === proposal.author;
  const isAsked = stancesOf(state, proposal).has(office);
  return {
    room,
    answer,
    counter: answer && mayTable(at, room, { counters: id }),
    retable: isOwn && !isAgreed(state, id) && mayTable(at, room, { retables: id }),
    complete: isAgreed(state, id) && roomsFor(at, { details: id }).length > 0,
    withdraw: mayNow(at, room, "proposal.withdrawn", { proposal: id, reason: "trial" }),
    conditions: act.payload.terms.flatMap((term) => {
      if (term.type !== "condition" || !isOwn || !isParty(office)) return [];
      const payload = { proposal: id, key: term.key, met: true, source };
      return mayNow(at, room, "condition.answered", payload) ? [term.key] : [];
    }),
    closedBy: isAsked && !answer ? status : undefined,
  };
}

function mayTable(at: At, room: Room, links: Links): boolean {
  return mayNow(at, room, "proposal.tabled", { title: "trial", terms: [...terms], source, ...links });
}

/** The rooms in which this office may put such a text on the table now. */
function roomsFor(at: At, links: Links): readonly Room[] {
  return whoMay["proposal.tabled"].rooms.filter((room) => mayTable(at, room, links));
}

/** Where a paper can go: its own internal room as a draft, or on the table; the parties' rooms in their turn. */
export function roomChoices(at: At, links: Links): readonly RoomChoice[] {
  const { t, state, office } = at;
  const own = rooms.filter((room) => !refusedBy(office, "proposal.drafted", room));
  const side = (room: Room): Office | undefined =>
    room === "host-a" ? "party-a" : room === "host-b" ? "party-b" : undefined;
  const place = (room: Room) => placeOf(at, side(room));
  const table = [...roomsFor(at, links)].sort((one, other) => place(one) - place(other));
  const choice = (room: Room, kind: RoomChoice["kind"]): RoomChoice => ({
    room,
    name: roomName(t, state, room),
    kind,
    readers: inTurn(at, roomTable[room].readers).map((reader) => officeName(t, state, reader)),
    isSealed: roomTable[room].sealed,
  });
  return [
    ...own.map((room) => choice(room, "proposal.drafted")),
    ...table.map((room) => choice(room, "proposal.tabled")),
  ];
}

// The offices of both sides in the turn of this desk; who belongs to neither stands where the table has it.
function inTurn(at: At, some: readonly Office[]): readonly Office[] {
  const pair = (one: Office) => offices.findIndex((other) => base(other) === base(one));
  return [...some].sort((one, other) => pair(one) - pair(other) || placeOf(at, one) - placeOf(at, other));
}

function base(office: Office): string {
  return sideOf(office) === undefined ? office : office.slice(0, -2);
}

function placeOf(at: At, office: Office | undefined): number {
  return 1 + inPartyOrder(at, 0).findIndex((party) => office && sideOf(party) === sideOf(office));
}
