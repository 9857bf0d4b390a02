import { officeName, roomName } from "#i18n";
import {
  type ActId,
  canonicalBytes,
  entryOf,
  known,
  type Office,
  offices,
  processOf,
  type Room,
  readableRooms,
  refusedBy,
  rooms,
  roomTable,
  type State,
  seatedNow,
} from "#record";
import { fingerprintOf } from "#replica";
import { keyFingerprint, keyWords } from "../../desk/fingerprint.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";

/** A device's time in a seat. Nobody is named: titles and handles only. */
export type SeatLine = {
  /** The act that granted it. */
  readonly granted: string;
  readonly member: string;
  readonly title: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly canReadSealed: boolean;
  /** Places in the log of the process room. */
  readonly since: number;
  readonly revoked:
    | { readonly id: string | undefined; readonly at: number; readonly reason: string }
    | undefined;
};

export type OfficeLine = {
  readonly office: Office;
  readonly name: string;
  readonly isOurs: boolean;
  readonly head: { readonly fingerprint: string; readonly since: number; readonly times: number } | undefined;
  readonly seats: readonly SeatLine[];
};

type PowersLine = {
  readonly id: string;
  readonly office: string;
  readonly authority: string;
  readonly reference: string;
  readonly persons: readonly { readonly name: string; readonly capacity: string }[];
  readonly extent: readonly string[];
  readonly at: number;
};

/** What an office does in a room. */
type Access = "writes" | "reads" | "none";
type RoomLine = {
  readonly room: Room;
  readonly name: string;
  readonly sealed: boolean;
  /** In the order of the offices of the table. */
  readonly access: readonly Access[];
};

/** The key of this browser, and the seat that it holds. */
type DeviceLine = {
  readonly fingerprint: string;
  readonly words: readonly string[];
  readonly seat: SeatLine | undefined;
  /** The key of the head of this office is kept here too: seats can be granted and revoked. */
  readonly isHead: boolean;
};

export type PeopleModel = {
  readonly office: Office;
  readonly fingerprint: string;
  readonly founding: string;
  readonly hostName: string;
  readonly offices: readonly OfficeLine[];
  readonly powers: readonly PowersLine[];
  /** Undefined where this desk does not read the room in which they are presented. */
  readonly readsPowers: boolean;
  readonly table: {
    readonly offices: readonly { readonly office: Office; readonly name: string; readonly isOurs: boolean }[];
    readonly rooms: readonly RoomLine[];
  };
  readonly witnesses: readonly {
    readonly office: string;
    readonly name: string;
    readonly fingerprint: string;
  }[];
  readonly device: DeviceLine | undefined;
  /** Sealed rooms that this office reads and in which something was said: keys can be handed on by who has a seat. */
  readonly earlier: readonly { readonly room: Room; readonly name: string; readonly papers: number }[];
  /** This office may speak of its own seats, as every office but the public. */
  readonly hasSeats: boolean;
};

/** Offices, seats, keys and rooms: who may read and say what, and by which keys it is known. */
export const people: Query<undefined, PeopleModel | null> = (at) => {
  const { state, t, office } = at;
  const founding = processOf(state);
  const { opened } = state.people;
  if (!founding || !opened) return null;
  const ordered = inOfficeOrder(at);
  const revocations = revocationsOf(state);
  return {
    office,
    fingerprint: fingerprintOf(canonicalBytes(known(state, opened, "process.opened").act)),
    founding: opened,
    hostName: founding.hostName,
    offices: ordered
      .map((one) => officeLine(at, one, revocations))
      .filter(({ head, seats }) => head !== undefined || seats.length > 0),
    powers: powersOf(at),
    readsPowers: roomTable.plenary.readers.includes(office),
    table: {
      offices: ordered.map((one) => ({
        office: one,
        name: officeName(t, state, one),
        isOurs: one === office,
      })),
      rooms: rooms.map((room) => ({
        room,
        name: roomName(t, state, room),
        sealed: roomTable[room].sealed,
        access: ordered.map((one) => accessOf(one, room)),
      })),
    },
    witnesses: founding.witnesses.map(({ office: runs, key }) => ({
      office: officeName(t, state, runs),
      name: key.split("+")[0] ?? key,
      fingerprint: key.split("+")[1] ?? "",
    })),
    device: deviceOf(at, revocations),
    earlier: earlierIn(at),
    hasSeats: refusedBy(office, "seat.granted", "process") === undefined,
  };
};

function earlierIn({ state, t, office, replica }: At): PeopleModel["earlier"] {
  const isSeated = seatedNow(state.people).some((one) => one.key === replica.device?.publicKey);
  const sealed = readableRooms(office).filter((room) => roomTable[room].sealed);
  const counted = sealed.map((room) => ({
    room,
    name: roomName(t, state, room),
    papers: replica.papersIn(room),
  }));
  return isSeated ? counted.filter(({ papers }) => papers > 0) : [];
}

// The host, then both parties' offices by turns, so that neither is always before the other, then the others.
function inOfficeOrder(at: At): readonly Office[] {
  const pairs = ["party", "exchange", "reception", "forensic", "press"].flatMap((stem, turn) =>
    inPartyOrder(at, turn).flatMap((party) => offices.filter((one) => one === `${stem}-${party.slice(-1)}`)),
  );
  return ["host", ...pairs, "operator", "monitor", "public"];
}

function accessOf(office: Office, room: Room): Access {
  const { readers, writers } = roomTable[room];
  if (writers.includes(office)) return "writes";
  return readers.includes(office) ? "reads" : "none";
}

type Revocation = { readonly id: ActId; readonly reason: string };
type Revocations = ReadonlyMap<number, Revocation>;

// By their places in the log of the process room.
function revocationsOf(state: State): Revocations {
  const found = new Map<number, Revocation>();
  if (state.people.seats.every((seat) => seat.until === undefined)) return found;
  for (const id of state.entries.keys()) {
    const entry = entryOf(state, id, "seat.revoked");
    if (entry) found.set(entry.seq, { id, reason: entry.act.payload.reason });
  }
  return found;
}

function officeLine(at: At, office: Office, revocations: Revocations): OfficeLine {
  const { state, t } = at;
  const heads = state.people.heads.get(office) ?? [];
  const head = heads.at(-1);
  return {
    office,
    name: officeName(t, state, office),
    isOurs: office === at.office,
    head: head && { fingerprint: keyFingerprint(head.key), since: head.from, times: heads.length },
    seats: state.people.seats.filter((one) => one.office === office).map((one) => seatLine(one, revocations)),
  };
}

function seatLine(seat: State["people"]["seats"][number], revocations: Revocations): SeatLine {
  const { granted, member, title, key, recipient, from, until } = seat;
  const revocation = until === undefined ? undefined : revocations.get(until);
  return {
    granted,
    member,
    title,
    key,
    fingerprint: keyFingerprint(key),
    canReadSealed: recipient !== undefined,
    since: from,
    revoked:
      until === undefined ? undefined : { id: revocation?.id, at: until, reason: revocation?.reason ?? "" },
  };
}

function powersOf({ state, t }: At): readonly PowersLine[] {
  return state.people.powers.map((id) => {
    const { act, receivedAt } = known(state, id, "powers.presented");
    const { authority, reference, persons, extent } = act.payload;
    return {
      id,
      office: officeName(t, state, act.by.office),
      authority,
      reference,
      persons,
      extent: extent.map((one) => t(`word.${one}`)),
      at: receivedAt,
    };
  });
}

function deviceOf({ replica, waiting, state, t }: At, revocations: Revocations): DeviceLine | undefined {
  const device = waiting ?? replica.device;
  if (!device) return undefined;
  const { office } = device;
  const seats = state.people.seats.filter((one) => one.key === device.publicKey && one.office === office);
  const seat = seats.find((one) => one.until === undefined) ?? seats.at(-1);
  return {
    fingerprint: keyFingerprint(device.publicKey),
    words: keyWords(t.language, device.publicKey),
    seat: seat && seatLine(seat, revocations),
    isHead:
      device.headPublicKey !== undefined &&
      state.people.heads.get(office)?.at(-1)?.key === device.headPublicKey,
  };
}
