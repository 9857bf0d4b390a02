import { type Problem, ProblemError, problem } from "#base";
import { type Act, type Entry, fold, type Office, readableRooms, roomTable, type State, View } from "#record";
import { readEntry } from "./entry.ts";
import { openPaper } from "./paper.ts";
import { readerDigests } from "./readers.ts";
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

type Paper = { readonly outer: Entry<Act<"paper.sealed">>; readonly signedBy: string };

/**
 * Reads the rooms of an office from a source and folds them. Sealed papers are opened with the identities given;
 * what stays closed is counted. Nothing is verified here but papers: see verify.ts.
 */
export async function readAs(
  source: Source,
  office: Office,
  identities: readonly string[] = [],
): Promise<Reading> {
  const held = new Set((await source.rooms()).map((copy) => copy.room));
  const entries: Entry[] = [];
  const papers: Paper[] = [];
  const problems: Problem[] = [];
  for (const room of readableRooms(office)) {
    if (!held.has(room)) continue;
    let seq = 0;
    for await (const bytes of source.entries(room)) {
      const read = readEntry(seq++, bytes);
      if ("problem" in read) problems.push(read.problem);
      else if (!roomTable[room].sealed) entries.push(read.entry);
      else if (read.entry.act.kind === "paper.sealed") {
        const outer = read.entry as Entry<Act<"paper.sealed">>; // its kind has just been compared
        papers.push({ outer, signedBy: read.head.signatures[0]?.key ?? "" });
      } else problems.push(inClear(read.entry));
    }
  }
  const opened = await openAll(papers, identities, entries);
  problems.push(...opened.problems);
  entries.push(...opened.entries);
  const view = new View();
  view.add(entries);
  return { state: view.state, entries, closed: opened.closed, problems };
}

function inClear({ act }: Entry): Problem {
  return problem("act.sealed_mismatch", { kind: act.kind, room: act.room });
}

// The seats and ids of what is said in clear are known before any paper is opened: a paper cannot change them.
async function openAll(papers: readonly Paper[], identities: readonly string[], clear: readonly Entry[]) {
  const { people } = fold(clear.filter((entry) => entry.act.room === "process"));
  const ids = new Set<string>(clear.map((entry) => entry.act.id));
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  let closed = 0;
  for (const { outer, signedBy } of papers) {
    const readers = readerDigests(people, outer.act.room, outer.roster);
    const inside = await open({ outer, signedBy }, identities, readers);
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

// undefined where the paper is for others.
async function open(
  { outer, signedBy }: Paper,
  identities: readonly string[],
  readers: ReadonlySet<string>,
): Promise<{ readonly entry: Entry } | { readonly problem: Problem } | undefined> {
  if (identities.length === 0) return undefined;
  try {
    return await openPaper(outer, signedBy, identities, readers);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problem.code === "ledger.seal_not_for_identity" ? undefined : { problem: error.problem };
  }
}
