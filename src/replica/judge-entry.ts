import { type Problem, problem } from "#base";
import { fromBase64, sameBytes, type Tree } from "#ledger";
import { type Act, epochMs, type Room, refuseAct, refuseAuthority, refusedBy, roomTable } from "#record";
import type { ReadEntry } from "./entry.ts";
import type { Roster } from "./roster.ts";

/** What an entry is judged against: whose copy this is, and the ids that it holds. */
export type Ground = { readonly process: string; readonly ids: { has(id: string): boolean } };

/** What the host said of the entry before. */
export type Before = { readonly receivedAt: number; readonly roster: number };

/** Why an act may not stand in this log at this place; undefined where all is well. */
export function misplaced(act: Act, room: Room, seq: number, ground: Ground): string | undefined {
  if (act.room !== room) return `The act belongs to the room ${act.room}.`;
  if (act.process !== ground.process) return `The act belongs to the process ${act.process}.`;
  if (ground.ids.has(act.id)) return "An act with this id stands in this copy already.";
  if (act.kind === "process.opened" && seq > 0)
    return "There is one founding act, and it is the first entry.";
  const reason = refusedBy(act.by.office, act.kind, room);
  if (reason) return `${act.by.office} may not say "${act.kind}" here: ${reason}.`;
  if (roomTable[room].sealed !== (act.kind === "paper.sealed"))
    return roomTable[room].sealed
      ? `A "${act.kind}" is not said in clear in a sealed room.`
      : `A "${act.kind}" is not said here.`;
  return undefined;
}

/** Why an entry's times cannot be true: the host's words on when it came, and under which seats. */
export function mistimed(
  { entry, head }: ReadEntry,
  room: Room,
  before: Before,
  { state, times }: Pick<Roster, "state" | "times">,
): string | undefined {
  const { act } = entry;
  const { receivedAt, roster } = head;
  if (receivedAt < before.receivedAt) return "It was received before the entry before it.";
  if (roster < before.roster || roster > times.length) return "It names a roster out of order.";
  if (room === "process" && roster !== entry.seq) return "An act on seats names its own place as the roster.";
  // the roster that counts is the one that stood when the act came in
  const isBefore = receivedAt < (times[roster - 1] ?? 0);
  const isAfter = room !== "process" && receivedAt > (times[roster] ?? Number.POSITIVE_INFINITY);
  if (isBefore || isAfter)
    return `It names the seats as of place ${roster} of the process room, which is not what stood when it was received.`;
  // only what runs ahead of the host's clock need be asked
  const late = epochMs(act.saidAt) > receivedAt ? refuseAct(state, act, receivedAt) : undefined;
  if (late?.code === "act.said_in_future") return `It was said after it was received: ${late.detail}`;
  return undefined;
}

/** Compares the heads that authors name as seen with the log's own. */
export class SeenHeads {
  readonly #tree: Tree;
  #last: Act["seen"] | undefined;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** Why the head that an author saw is not one that the log had in its first `limit` entries; undefined where it is. */
  differs({ seen }: Act, limit: number = this.#tree.size): string | undefined {
    const { size, root } = seen;
    if (size === this.#last?.size && root === this.#last.root) return undefined; // as for the act before
    const named = fromBase64(root);
    if (size > limit || !named || !sameBytes(this.#tree.root(size), named))
      return `Its author saw another history at size ${size}.`;
    this.#last = seen;
    return undefined;
  }
}

/** Whether the keys that signed an entry may not sign it; the process room's own acts are judged as its roster is read. */
export function unauthorised(
  { entry, head }: ReadEntry,
  room: Room,
  { state }: Pick<Roster, "state">,
): Problem | undefined {
  if (room === "process") return undefined;
  const keys = head.signatures.map((one) => one.key);
  const refused = refuseAuthority(state.people, entry.act, keys, head.roster);
  if (!refused) return undefined;
  return problem("verify.authority", { room, seq: entry.seq, reason: `${refused.title} ${refused.detail}` });
}
