import { describeAct, kindName, officeName, roomName } from "#i18n";
import {
  type Act,
  type Entry,
  epochMs,
  type Kind,
  kinds,
  type Office,
  offices,
  type Room,
  sideOf,
} from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type StandingWord, standingOf } from "./standing.ts";

/** What the list is narrowed to; an empty text narrows nothing. Days are civil days in UTC. */
export type RecordFilter = {
  readonly room: string;
  readonly office: string;
  readonly kind: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
};

/** One act in the list. */
export type RecordRow = {
  readonly id: string;
  readonly room: string;
  /** Its place in the room; undefined while it is on its way. */
  readonly seq: number | undefined;
  /** Epoch ms of its receipt; of when it was said, while it is on its way. */
  readonly at: number;
  readonly who: string;
  readonly words: string;
  readonly standing: StandingWord;
  readonly isCorrected: boolean;
};

export type RecordListArgs = { readonly filter: RecordFilter; readonly from: number; readonly count: number };
/** A window of the list, the newest first, and how long the whole is. */
export type RecordListModel = {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly RecordRow[];
};

const longestWindow = 200;

/** The acts that this desk reads, and its own that are on their way: a window of those that the filter lets through. */
export const recordList: Query<RecordListArgs, RecordListModel> = (at, { filter, from, count }) => {
  const waiting = at.replica.queue.filter(({ act }) => passes(at, act, filter)).toReversed();
  const listed = listedOf(at, filter);
  const end = Math.min(from + Math.min(count, longestWindow), waiting.length + listed.length);
  const rows: RecordRow[] = [];
  for (let i = Math.max(0, from); i < end; i++) {
    const queued = waiting[i];
    if (queued) rows.push({ ...rowOf(at, queued.act), seq: undefined, at: queued.at });
    else {
      const entry = listed[listed.length - 1 - (i - waiting.length)];
      if (entry) rows.push({ ...rowOf(at, entry.act), seq: entry.seq, at: entry.receivedAt });
    }
  }
  return { total: waiting.length + listed.length, from, rows };
};

function rowOf(at: At, act: Act): Omit<RecordRow, "seq" | "at"> {
  const { t, state } = at;
  return {
    id: act.id,
    room: roomName(t, state, act.room),
    who: `${officeName(t, state, act.by.office)}, ${act.by.capacity}`,
    words: describeAct(t, state, act),
    standing: standingOf(at, act.id),
    isCorrected: state.corrections.has(act.id),
  };
}

type Listed = { readonly key: string; readonly entries: readonly Entry[] };
const lastListed = new WeakMap<readonly Entry[], Listed>();

// Asked for window after window: the copy answers the same entries until something is new.
function listedOf(at: At, filter: RecordFilter): readonly Entry[] {
  const all = at.replica.entries();
  if (Object.values(filter).every((one) => one === "")) return all;
  const key = `${at.t.language} ${at.state.corrections.size} ${JSON.stringify(filter)}`;
  const held = lastListed.get(all);
  if (held?.key === key) return held.entries;
  const [first, last] = [filter.from && epochMs(filter.from), filter.to && epochMs(filter.to) + 86_400_000];
  const entries = all.filter(
    ({ act, receivedAt }) =>
      (first === "" || receivedAt >= first) && (last === "" || receivedAt < last) && passes(at, act, filter),
  );
  lastListed.set(all, { key, entries });
  return entries;
}

function passes(at: At, act: Act, { room, office, kind, text }: RecordFilter): boolean {
  if (room !== "" && act.room !== room) return false;
  if (office !== "" && act.by.office !== office) return false;
  if (kind !== "" && act.kind !== kind) return false;
  return text === "" || textOf(at, act).includes(text.toLocaleLowerCase(at.t.language));
}

const texts = new Map<string, WeakMap<Act, string>>();

// Names that another office gave of persons are read act by act and not searched for: search is no oracle.
function namesPersonsOf({ kind }: Act): boolean {
  return kind.startsWith("list.") || kind.startsWith("match.") || kind.startsWith("assertion.");
}

// What is searched: its line, and all that its author wrote.
function textOf({ t, state, office }: At, act: Act): string {
  if (namesPersonsOf(act) && sideOf(act.by.office) !== sideOf(office))
    return kindName(t, act.kind).toLocaleLowerCase(t.language);
  const ofLanguage = texts.get(t.language) ?? new WeakMap<Act, string>();
  texts.set(t.language, ofLanguage);
  const held = ofLanguage.get(act);
  if (held !== undefined) return held;
  const said = [describeAct(t, state, act), JSON.stringify(act.payload ?? ""), act.by.capacity, act.id].join(
    "\n",
  );
  const text = said.toLocaleLowerCase(t.language);
  ofLanguage.set(act, text);
  return text;
}

type Choice<V extends string> = { readonly value: V; readonly label: string };

/** What the list can be narrowed by: only what this desk has read. */
export type RecordChoices = {
  readonly rooms: readonly Choice<Room>[];
  readonly offices: readonly Choice<Office>[];
  readonly kinds: readonly Choice<Kind>[];
  readonly acts: number;
};

type Found = { readonly rooms: Set<Room>; readonly offices: Set<Office>; readonly kinds: Set<Kind> };
const lastFound = new WeakMap<readonly Entry[], Found>();

export const recordChoices: Query<undefined, RecordChoices> = ({ t, state, replica }) => {
  const all = replica.entries();
  const found = lastFound.get(all) ?? foundIn(all);
  lastFound.set(all, found);
  return {
    rooms: replica
      .rooms()
      .filter((room) => found.rooms.has(room))
      .map((value) => ({ value, label: roomName(t, state, value) })),
    offices: offices
      .filter((office) => found.offices.has(office))
      .map((value) => ({ value, label: officeName(t, state, value) })),
    kinds: kinds
      .filter((kind) => found.kinds.has(kind))
      .map((value) => ({ value, label: kindName(t, value) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, t.language)),
    acts: all.length,
  };
};

function foundIn(entries: readonly Entry[]): Found {
  const found: Found = { rooms: new Set(), offices: new Set(), kinds: new Set() };
  for (const { act } of entries) {
    found.rooms.add(act.room);
    found.offices.add(act.by.office);
    found.kinds.add(act.kind);
  }
  return found;
}
