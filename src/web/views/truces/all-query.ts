import { officeName, roomName } from "#i18n";
import {
  endOf,
  inEffect,
  known,
  missingParts,
  type Office,
  type Room,
  truceAnswer,
  truceStatus,
  truceTerms,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type DeclarationLine, declarationLine, declaringRooms } from "./declaration-query.ts";
import { type CheckLine, checkLines, partName } from "./weigh.ts";
import { type Word, wordOf } from "./words.ts";

export type PartyWord = { readonly office: Office; readonly name: string; readonly answer: Word };

export type TruceLine = {
  readonly id: string;
  readonly title: string;
  readonly status: Word;
  readonly isOpen: boolean;
  /** Epoch ms. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly parties: readonly PartyWord[];
  /** The needed parts that it lacks, by name. */
  readonly missing: readonly string[];
  readonly owed: readonly OwedLine[];
};

export type TrucesModel = {
  readonly reads: boolean;
  /** What is under way first, then what is open, then what is over; the latest first. */
  readonly texts: readonly TruceLine[];
  readonly earlier: readonly { readonly id: string; readonly title: string }[];
  readonly declarations: readonly DeclarationLine[];
  readonly rooms: readonly { readonly value: string; readonly label: string }[];
  readonly agreements: readonly { readonly value: string; readonly label: string }[];
  /** Where this office may declare something for itself. */
  readonly declaringIn: readonly { readonly value: Room; readonly label: string }[];
  readonly may: { readonly table: boolean };
};

type Truce = At["state"]["truces"]["texts"] extends Map<infer _, infer T> ? T : never;

const truceRooms = ["humanitarian", "plenary"] as const;
const source = { kind: "own_record", publisher: "trial" } as const;

/** All texts of truces that this office reads, the latest of each lineage, and what each side declared for itself. */
export const truces: Query<undefined, TrucesModel> = (at) => {
  const { state, office, t, now } = at;
  const all = [...state.truces.texts.values()];
  const statusOf = new Map(all.map((one) => [one.id, truceStatus(state, one, now)]));
  const shown = all.filter(({ id }) => statusOf.get(id) !== "superseded").toReversed();
  const rank = ({ id }: Truce) => {
    const status = statusOf.get(id) ?? "tabled";
    if (inEffect.has(status)) return 0;
    return ["declined", "denounced", "ended", "closed"].includes(status) ? 2 : 1;
  };
  const rooms = truceRooms.filter((room) =>
    mayNow(at, room, "truce.tabled", { title: "trial", terms: {}, source }),
  );
  return {
    reads: ["host", "party-a", "party-b", "operator", "monitor"].includes(office),
    texts: shown.toSorted((one, other) => rank(one) - rank(other)).map((one) => lineOf(at, one)),
    earlier: all
      .filter(({ id }) => statusOf.get(id) === "superseded")
      .map(({ id }) => ({ id, title: known(state, id, "truce.tabled").act.payload.title }))
      .toReversed(),
    declarations: [...state.truces.declarations.values()]
      .map((one) => declarationLine(at, one.id))
      .toReversed(),
    rooms: rooms.map((value) => ({ value, label: roomName(t, state, value) })),
    agreements: agreementsIn(at),
    declaringIn: declaringRooms(at),
    may: { table: rooms.length > 0 },
  };
};

function lineOf(at: At, truce: Truce): TruceLine {
  const { state, t, now } = at;
  const { title, terms } = known(state, truce.id, "truce.tabled").act.payload;
  const status = truceStatus(state, truce, now);
  const end = endOf(state, truce);
  return {
    id: truce.id,
    title,
    status: wordOf(at, status),
    isOpen: !["declined", "closed"].includes(status),
    start: terms.start && Date.parse(terms.start.at),
    end: end && Date.parse(end.at),
    parties: partyWords(at, truce),
    missing: missingParts(terms).map((part) => partName(t, part)),
    owed: owedOn(at, truce.id),
  };
}

/** Each party's own answer, in the order of the parties at this text's turn. */
export function partyWords(at: At, truce: Truce): readonly PartyWord[] {
  const { state, t } = at;
  const turn = [...state.truces.texts.keys()].indexOf(truce.id);
  return inPartyOrder(at, turn).map((office) => ({
    office,
    name: officeName(t, state, office),
    answer: wordOf(at, truceAnswer(state, truce, office)),
  }));
}

function agreementsIn({ state }: At): TrucesModel["agreements"] {
  const points = [...state.talks.points.keys()].map((id) => ({
    value: id,
    label: known(state, id, "point.recorded").act.payload.text,
  }));
  const texts = [...state.proposals.tabled.keys()].map((id) => ({
    value: id,
    label: known(state, id, "proposal.tabled").act.payload.title,
  }));
  return [...points, ...texts];
}

export type Weighed = {
  readonly missing: readonly string[];
  readonly checks: readonly CheckLine[];
};

/** A draft as it is being written: what it lacks and what in it deserves a second look. Nothing of it is kept. */
export const weigh: Query<{ readonly terms: unknown }, Weighed | undefined> = (at, { terms }) => {
  const read = truceTerms.safeParse(terms);
  if (!read.success) return undefined;
  return {
    missing: missingParts(read.data).map((part) => partName(at.t, part)),
    checks: checkLines(at, read.data),
  };
};
