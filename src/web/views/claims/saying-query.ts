import { officeName, roomName, sayClaim, sayDay, titleOf } from "#i18n";
import {
  agreements,
  exchangeHandovers,
  type HandoverView,
  type Kind,
  known,
  otherSide,
  partyOf,
  type Room,
  refusedBy,
  remainsHandovers,
  roomTable,
  type Side,
  sideOf,
  whoMay,
} from "#record";
import type { At, Query } from "../../desk/query.ts";

export type RoomChoice = { readonly value: Room; readonly label: string };

/** A handover of which this office may say something. */
export type HandoverChoice = {
  readonly id: string;
  readonly matter: "persons" | "remains";
  readonly label: string;
  /** This office's side gives or receives; undefined for one that is neither. */
  readonly part: "gives" | "receives" | undefined;
  /** This office's side has given its account already. */
  readonly isTold: boolean;
  readonly isLinked: boolean;
  readonly isAccepted: boolean;
};

/** What this office may say of numbers now: in which rooms, and about what. An empty list means not at all. */
export type SayingModel = {
  readonly side: Side | undefined;
  /** The other side's name. */
  readonly other: string;
  readonly pledge: readonly RoomChoice[];
  readonly account: Readonly<Record<HandoverChoice["matter"], readonly RoomChoice[]>>;
  readonly link: Readonly<Record<HandoverChoice["matter"], readonly RoomChoice[]>>;
  readonly offer: readonly RoomChoice[];
  readonly accept: readonly RoomChoice[];
  readonly total: readonly RoomChoice[];
  readonly agreements: readonly { readonly value: string; readonly label: string }[];
  readonly handovers: readonly HandoverChoice[];
};

export const claimsSaying: Query<undefined, SayingModel> = (at) => {
  const { state, t, office } = at;
  const side = sideOf(office);
  const agreed = agreements(state).map(({ id }) => ({ value: id, label: titleOf(t, state, id) }));
  // what is said of an agreement or a handover needs one to speak of
  const ifAny = <T>(them: readonly unknown[], rooms: readonly T[]) => (them.length > 0 ? rooms : []);
  const handovers = side === undefined && !mayLink(at) ? [] : handoversFor(at);
  const of = (matter: HandoverChoice["matter"]) => handovers.filter((one) => one.matter === matter);
  return {
    side,
    other: side ? officeName(t, state, partyOf(otherSide(side))) : "",
    pledge: ifAny(agreed, roomsFor(at, "pledge.made")),
    account: {
      persons: roomsFor(at, "exchange.handed_over"),
      remains: roomsFor(at, "remains.handed_over"),
    },
    link: {
      persons: ifAny(of("persons"), ifAny(agreed, roomsFor(at, "exchange.linked"))),
      remains: ifAny(of("remains"), ifAny(agreed, roomsFor(at, "remains.linked"))),
    },
    offer: roomsFor(at, "remains.offered"),
    accept: ifAny(
      of("remains").filter((one) => one.part === "receives"),
      roomsFor(at, "remains.accepted"),
    ),
    total: roomsFor(at, "remains.total_claimed"),
    agreements: agreed,
    handovers,
  };
};

function mayLink(at: At): boolean {
  return roomsFor(at, "exchange.linked").length + roomsFor(at, "remains.linked").length > 0;
}

// A sealed room is for papers that one's own side alone reads: numbers for others are not said there.
function roomsFor({ state, t, office }: At, kind: Kind): readonly RoomChoice[] {
  return whoMay[kind].rooms
    .filter((room) => !roomTable[room].sealed && refusedBy(office, kind, room) === undefined)
    .map((room) => ({ value: room, label: roomName(t, state, room) }));
}

function handoversFor(at: At): readonly HandoverChoice[] {
  return [
    ...exchangeHandovers(at.state).map((view) => choiceOf(at, view, "persons")),
    ...remainsHandovers(at.state).map((view) => choiceOf(at, view, "remains")),
  ].reverse();
}

function choiceOf(
  { state, t, office }: At,
  view: HandoverView,
  matter: HandoverChoice["matter"],
): HandoverChoice {
  const side = sideOf(office);
  const first = view.accounts[0];
  const name = (one: Side) => officeName(t, state, partyOf(one));
  const isOurs = (by: HandoverView["accounts"][number]["by"]) =>
    by === office || (side !== undefined && sideOf(by) === side);
  return {
    id: view.id,
    matter,
    label: t("owed.handover", {
      date: sayDay(t, new Date(view.at).toISOString().slice(0, 10)),
      from: name(view.from),
      to: name(view.to),
      count: first ? sayClaim(t, first.count) : "",
    }),
    part: side === undefined ? undefined : side === view.from ? "gives" : "receives",
    isTold: view.accounts.some(({ by }) => isOurs(by)),
    isLinked: view.links.some((link) => isOurs(link.act.by.office)),
    isAccepted: state.remains.accepted.some(
      (id) =>
        state.remains.byAccount.get(known(state, id, "remains.accepted").act.payload.handover) === view.id,
    ),
  };
}
