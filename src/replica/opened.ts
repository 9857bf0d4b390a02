import { type Problem, ProblemError } from "#base";
import { fileKeyOf, fromBase64, toBase64 } from "#ledger";
import type { Act, Entry, PayloadOf, State } from "#record";
import { openPaper } from "./paper.ts";
import { readerDigests } from "./readers.ts";

/** A sealed paper as it stands in the log, and the key that signed it. */
export type Paper = { readonly outer: Entry<Act<"paper.sealed">>; readonly signedBy: string };
/** What is in a paper: an act, a reason not to believe it, or undefined where it is for others. */
export type Inside = { readonly entry: Entry } | { readonly problem: Problem } | undefined;
/** Keys that were handed on, by the paper that they open: one of several may be wrong. */
type Handed = ReadonlyMap<string, readonly Uint8Array[]>;

/** Opens a paper with identities, or else with a key that was handed on for it. It is believed on the same grounds. */
export async function openedPaper(
  { outer, signedBy }: Paper,
  people: State["people"],
  identities: readonly string[],
  handed: Handed = new Map(),
): Promise<Inside> {
  const readers = readerDigests(people, outer.act.room, outer.roster);
  if (identities.length > 0)
    try {
      return await openPaper(outer, signedBy, identities, readers);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.code !== "ledger.seal_not_for_identity") return { problem: error.problem };
    }
  for (const fileKey of handed.get(outer.act.id) ?? [])
    try {
      return await openPaper(outer, signedBy, { fileKey }, readers);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error; // the key of another file: the paper stays closed
    }
  return undefined;
}

/**
 * Opens what is closed with keys that were handed on, as long as more of them come to light; answers the papers that
 * it opened. It changes `insides`, which has what is in each paper by its id.
 */
export async function openHandedInto(
  insides: Map<string, Inside>,
  papers: readonly Paper[],
  people: State["people"],
): Promise<readonly Paper[]> {
  const opened: Paper[] = [];
  for (let before = -1; before < opened.length; ) {
    before = opened.length;
    const handed = handedIn(papers, insides);
    for (const paper of papers) {
      const { id } = paper.outer.act;
      if (insides.get(id) !== undefined || !handed.has(id)) continue;
      const inside = await openedPaper(paper, people, [], handed);
      if (inside === undefined) continue;
      insides.set(id, inside);
      opened.push(paper);
    }
  }
  return opened;
}

/** The keys that acts inside papers hand on; each counts in its own room alone. */
function handedIn(papers: readonly Paper[], insides: ReadonlyMap<string, Inside>): Handed {
  const rooms = new Map(papers.map(({ outer }) => [outer.act.id as string, outer.act.room]));
  const handed = new Map<string, Uint8Array[]>();
  for (const paper of papers)
    for (const { paper: id, key } of handedBy(insides.get(paper.outer.act.id))) {
      const bytes = fromBase64(key);
      if (!bytes || rooms.get(id) !== paper.outer.act.room) continue;
      handed.set(id, [...(handed.get(id) ?? []), bytes]);
    }
  return handed;
}

export type HandedKey = PayloadOf<"paper.keys_handed">["keys"][number];

function handedBy(inside: Inside): readonly HandedKey[] {
  if (!inside || !("entry" in inside)) return [];
  const { act } = inside.entry;
  return act.kind === "paper.keys_handed" ? act.payload.keys : [];
}

/**
 * The keys that one who reads these papers can hand on to who is seated later: of each that is open and that no
 * earlier act has handed on. Acts that hand on are papers too, so that what they hold is reached through them.
 */
export async function keysToHand(
  papers: readonly Paper[],
  insides: ReadonlyMap<string, Inside>,
  identities: readonly string[],
): Promise<readonly HandedKey[]> {
  const handed = handedIn(papers, insides);
  const keys: HandedKey[] = [];
  for (const paper of papers) {
    const { id, sealed } = paper.outer.act;
    const inside = insides.get(id);
    const file = sealed && fromBase64(sealed.file);
    if (!inside || "problem" in inside || !file || handed.has(id)) continue;
    keys.push({ paper: id, key: toBase64(await fileKeyOf(file, identities)) });
  }
  return keys;
}
