import { type Problem, problem } from "#base";
import { partyOf, sideOf } from "../access/offices.ts";
import type { Act } from "../act/kinds.ts";
import type { PeopleState } from "./fold.ts";
import { headAt, seatAt } from "./view.ts";

const byHeads: ReadonlySet<string> = new Set([
  "process.opened",
  "seat.granted",
  "seat.revoked",
  "head.replaced",
]);

/**
 * Whether the keys that signed an act may sign it, at a place in the process room's log: acts on seats by the
 * head of the office, the founding act by three heads, all others by one seated device key. The signatures
 * themselves have been verified before. Two verifiers with the same log answer the same.
 */
export function refuseAuthority(
  people: PeopleState,
  act: Act,
  signedBy: readonly string[],
  roster: number,
): Problem | undefined {
  if (new Set(signedBy).size !== signedBy.length)
    return problem("act.unsigned", { reason: "One key signed twice." });
  if (byHeads.has(act.kind)) return refuseHeads(people, act, signedBy, roster);
  const [key, ...more] = signedBy;
  if (key === undefined || more.length > 0)
    return problem("act.unsigned", {
      reason: "This kind of act carries the one signature of its author's device key.",
    });
  const { member, office } = act.by;
  const found = seatAt(people, { key, member, office }, roster);
  if ("seat" in found) return undefined;
  return problem(found.refused === "revoked" ? "act.seat_revoked" : "act.seat_unknown", {
    key,
    member,
    office,
  });
}

function refuseHeads(
  people: PeopleState,
  act: Act,
  signedBy: readonly string[],
  roster: number,
): Problem | undefined {
  const needed = headsNeeded(people, act, roster);
  if (needed.length === signedBy.length && needed.every((key) => key !== undefined && signedBy.includes(key)))
    return undefined;
  return problem("act.unsigned", { reason: neededWords(act) });
}

function headsNeeded(people: PeopleState, act: Act, roster: number): readonly (string | undefined)[] {
  if (act.kind === "process.opened") {
    const { host, parties } = act.payload;
    return [host.head, parties.a.head, parties.b.head];
  }
  const head = headAt(people, act.by.office, roster) ?? sponsorOf(people, act, roster);
  return act.kind === "head.replaced" ? [head, act.payload.head] : [head];
}

// An office without a head gets its first from its side's party, or, of neither side, from the host.
function sponsorOf(people: PeopleState, act: Act, roster: number): string | undefined {
  if (act.kind !== "head.replaced") return undefined;
  const side = sideOf(act.by.office);
  return headAt(people, side ? partyOf(side) : "host", roster);
}

function neededWords(act: Act): string {
  if (act.kind === "process.opened")
    return "The founding act carries three signatures: the host's head and both parties' heads.";
  if (act.kind === "head.replaced")
    return "A new head's key is signed in by the old key, or the sponsor's where there is none, and by itself.";
  return `Acts on the seats of ${act.by.office} carry the signature of that office's head.`;
}
