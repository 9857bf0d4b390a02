import { type Problem, problem } from "#base";
import {
  type Act,
  type Entry,
  fold,
  type Office,
  type Room,
  readableRooms,
  roomTable,
  type State,
  View,
} from "#record";
import { readEntry } from "./entry.ts";
import {
  type HandedKey,
  type Inside,
  keysToHand,
  openedPaper,
  openHandedInto,
  type Paper,
} from "./opened.ts";
import type { Source } from "./source.ts";

/** What one office sees of a source, and what it could not read of it. */
export type Reading = {
  readonly state: State;
  /** Every act read, in the order of receipt of each room. */
  readonly entries: readonly Entry[];
  /** Sealed papers to which none of the given keys belongs. */
  readonly closed: number;
  readonly problems: readonly Problem[];
};

/**
 * Reads the rooms of an office from a source and folds them. Sealed papers are opened with the identities given;
 * what stays closed is counted. Nothing is verified here but papers: see verify.ts.
 * Until an instant (epoch ms): what the host received later is left out, as if it had not yet been said.
 */
export async function readAs(
  source: Source,
  office: Office,
  identities: readonly string[] = [],
  until = Number.POSITIVE_INFINITY,
): Promise<Reading> {
  const { problems, ...all } = await taken(source, office);
  const clear = all.clear.filter(({ receivedAt }) => receivedAt <= until);
  const papers = all.papers.filter(({ outer }) => outer.receivedAt <= until);
  const opened = await openAll(papers, identities, clear);
  problems.push(...opened.problems);
  const entries = [...clear, ...opened.entries];
  const view = new View();
  view.add(entries);
  return { state: view.state, entries, closed: opened.closed, problems };
}

// What an office may read of a source: what is said in clear, and the papers.
async function taken(
  source: Source,
  office: Office,
): Promise<{ readonly clear: Entry[]; readonly papers: Paper[]; readonly problems: Problem[] }> {
  const held = new Set((await source.rooms()).map((copy) => copy.room));
  const clear: Entry[] = [];
  const papers: Paper[] = [];
  const problems: Problem[] = [];
  for (const room of readableRooms(office)) {
    if (!held.has(room)) continue;
    let seq = 0;
    for await (const bytes of source.entries(room)) {
      const read = readEntry(seq++, bytes);
      if ("problem" in read) problems.push(read.problem);
      else if (!roomTable[room].sealed) clear.push(read.entry);
      else if (read.entry.act.kind === "paper.sealed") {
        const outer = read.entry as Entry<Act<"paper.sealed">>; // its kind has just been compared
        papers.push({ outer, signedBy: read.head.signatures[0]?.key ?? "" });
      } else problems.push(inClear(read.entry));
    }
  }
  return { clear, papers, problems };
}

function inClear({ act }: Entry): Problem {
  return problem("act.sealed_mismatch", { kind: act.kind, room: act.room });
}

// The seats and ids of what is said in clear are known before any paper is opened: a paper cannot change them.
async function openAll(papers: readonly Paper[], identities: readonly string[], clear: readonly Entry[]) {
  const ids = new Set<string>(clear.map((entry) => entry.act.id));
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  let closed = 0;
  const insides = await insideAll(papers, seatsIn(clear), identities);
  for (const { outer } of papers) {
    const inside = insides.get(outer.act.id);
    if (inside === undefined) closed += 1;
    else if ("problem" in inside) problems.push(inside.problem);
    else if (ids.has(inside.entry.act.id)) {
      const reason = "another act has the id of the act inside";
      problems.push(problem("paper.damaged", { id: outer.act.id, reason }));
    } else {
      ids.add(inside.entry.act.id);
      entries.push(inside.entry);
    }
  }
  return { entries, problems, closed };
}

/**
 * The keys that the holder of these identities can hand on, by room, to those who are seated now: they are said in the
 * room itself, inside papers, as `paper.keys_handed`.
 */
export async function keysByRoom(
  source: Source,
  office: Office,
  identities: readonly string[],
): Promise<ReadonlyMap<Room, readonly HandedKey[]>> {
  const { clear, papers } = await taken(source, office);
  const insides = await insideAll(papers, seatsIn(clear), identities);
  const byRoom = new Map<Room, readonly HandedKey[]>();
  for (const room of readableRooms(office)) {
    const own = papers.filter(({ outer }) => outer.act.room === room);
    const keys = await keysToHand(own, insides, identities);
    if (keys.length > 0) byRoom.set(room, keys);
  }
  return byRoom;
}

function seatsIn(clear: readonly Entry[]): State["people"] {
  return fold(clear.filter((entry) => entry.act.room === "process")).people;
}

// What is in each paper, by its id.
async function insideAll(
  papers: readonly Paper[],
  people: State["people"],
  identities: readonly string[],
): Promise<ReadonlyMap<string, Inside>> {
  const insides = new Map<string, Inside>();
  for (const paper of papers) insides.set(paper.outer.act.id, await openedPaper(paper, people, identities));
  await openHandedInto(insides, papers, people);
  return insides;
}
