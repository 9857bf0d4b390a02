import { ProblemError, problem } from "#base";
import { openCheckpoint, sameBytes } from "#ledger";
import { type Office, offices, type Room } from "#record";
import { roomVerifier, witnessesOf } from "../trust.ts";
import type { Held } from "./held.ts";
import type { Cosigned } from "./keep.ts";

/** A signed head, and the offices whose witnesses have cosigned it. */
export type Head = Cosigned & { readonly root: Uint8Array };

/** What a signed head says; throws where the log's key has not signed it for this room, or a witness's cosignature is false. */
export function openHead(held: Held, room: Room, note: string): Head {
  const { founding, process } = held;
  if (!founding)
    throw new ProblemError(
      problem("verify.no_founding", { reason: "The host shows a head and no founding act." }),
    );
  const known = witnessesOf(founding);
  try {
    const log = roomVerifier(founding, process, room);
    const witnesses = known.map((one) => one.verifier);
    const opened = openCheckpoint(new TextEncoder().encode(note), { log, witnesses });
    const cosigned = new Set(opened.cosignatures.map((one) => one.witness));
    const whose = known.filter((one) => cosigned.has(one.verifier.name)).map((one) => one.office);
    return { note, offices: whose, ...opened.checkpoint };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw wrongHead(room, `${error.problem.title} ${error.problem.detail}`);
  }
}

/** A head of a log that is held already at that size must be of the same log. */
export function checkHead(held: Held, room: Room, { size, root }: Head): void {
  if (!sameBytes(held.room(room).tree.root(size), root))
    throw wrongHistory(room, size, "The host shows another root than that of the entries held here.");
}

/** For each office the newest of these heads that its witness has cosigned; those that say nothing new are left out. */
export function newestOf(heads: readonly Cosigned[]): readonly Cosigned[] {
  const newest = new Set<Cosigned>();
  for (const office of offices) {
    const own = heads.filter((head) => head.offices.includes(office));
    const [last] = own.toSorted((one, other) => other.size - one.size);
    if (last) newest.add(last);
  }
  return [...newest].map(({ note, size, offices: whose }) => ({ note, size, offices: whose }));
}

/** The offices whose witnesses have cosigned a head with the entry at this place in it. */
export function witnessesAt(heads: readonly Cosigned[], seq: number): readonly Office[] {
  return offices.filter((office) => heads.some((head) => head.size > seq && head.offices.includes(office)));
}

export function wrongHead(room: Room, reason: string): ProblemError {
  return new ProblemError(problem("verify.checkpoint", { room, reason }));
}

export function wrongHistory(room: Room, size: number, reason: string): ProblemError {
  return new ProblemError(problem("verify.history", { room, size, reason }));
}

export function wrongEntry(room: Room, seq: number, reason: string): ProblemError {
  return new ProblemError(problem("verify.entry", { room, seq, reason }));
}
