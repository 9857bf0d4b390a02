import { type Problem, ProblemError } from "#base";
import { type Act, type Entry, type Office, readableRooms, roomTable, type State, View } from "#record";
import { readEntry } from "./entry.ts";
import { openPaper } from "./paper.ts";
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
 * what stays closed is counted. Nothing is verified here: see verify.ts.
 */
export async function readAs(
  source: Source,
  office: Office,
  identities: readonly string[] = [],
): Promise<Reading> {
  const held = new Set((await source.rooms()).map((copy) => copy.room));
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  let closed = 0;
  for (const room of readableRooms(office)) {
    if (!held.has(room)) continue;
    let seq = 0;
    for await (const bytes of source.entries(room)) {
      const read = readEntry(seq++, bytes);
      if ("problem" in read) problems.push(read.problem);
      else if (!roomTable[room].sealed) entries.push(read.entry);
      else {
        const inside = await inner(read.entry, read.head.signatures[0]?.key ?? "", identities);
        if (inside === undefined) closed += 1;
        else if ("problem" in inside) problems.push(inside.problem);
        else entries.push(inside.entry);
      }
    }
  }
  const view = new View();
  view.add(entries);
  return { state: view.state, entries, closed, problems };
}

// undefined where the paper is for others.
async function inner(
  outer: Entry,
  signedBy: string,
  identities: readonly string[],
): Promise<{ readonly entry: Entry } | { readonly problem: Problem } | undefined> {
  if (outer.act.kind !== "paper.sealed" || identities.length === 0) return undefined;
  try {
    return await openPaper(outer as Entry<Act<"paper.sealed">>, signedBy, identities, []); // compared just above
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problem.code === "ledger.seal_not_for_identity" ? undefined : { problem: error.problem };
  }
}
