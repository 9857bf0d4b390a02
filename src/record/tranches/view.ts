import { type Office, otherSide, parties, partyOf, type Side, sideOf, sides } from "../access/offices.ts";
import { canonicalBytes } from "../act/bytes.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { keyOf, refsOf } from "../eligibility/persons.ts";
import { exchangeHandovers } from "../exchanges/view.ts";
import { known, type State } from "../fold/state.ts";
import type { Tranche } from "./fold.ts";
import { personsOf, textOf } from "./persons-of.ts";

export type TrancheAnswer =
  | PayloadOf<"tranche.answered">["answer"]
  | "no_answer"
  | "tabled_it"
  /** It has tabled a text in place of the other side's. */
  | "countered";

/** Where a tranche stands, derived from each one's own acts. */
export type TrancheStatus =
  | "superseded"
  | "refused"
  | "tabled"
  | "agreed_ad_referendum"
  | "agreed"
  | "locked"
  | "no_go"
  | "ready"
  | "carried_out";

/** Who says go or no-go. */
export const readinessOffices = ["party-a", "party-b", "operator"] as const satisfies readonly Office[];

/** A party's own word on a text. What its exchange office tables is not yet the party's yes. */
export function trancheAnswer(state: State, tranche: Tranche, party: Office): TrancheAnswer {
  const last = tranche.answers.get(party);
  if (last) return known(state, last, "tranche.answered").act.payload.answer;
  if (tranche.author === party) return "tabled_it";
  const later = tranche.replacedBy && state.tranches.tabled.get(tranche.replacedBy);
  if (later && later.author === party && sideOf(tranche.author) !== sideOf(party)) return "countered";
  return "no_answer";
}

export function isAgreedByBoth(state: State, tranche: Tranche): boolean {
  return parties.every((party) => isYes(trancheAnswer(state, tranche, party)));
}

function isYes(answer: TrancheAnswer): boolean {
  return answer === "agreed" || answer === "tabled_it";
}

/** The digest under which a party has locked a text. */
export function lockOf(state: State, tranche: Tranche, party: Office): string | undefined {
  const last = tranche.locks.get(party);
  return last && known(state, last, "tranche.locked").act.payload.digest;
}

/** The bytes of which a lock names the digest. */
export function lockedBytes(state: State, tranche: Tranche): Uint8Array {
  return canonicalBytes(textOf(state, tranche));
}

/** Locked by both, each for itself, under the same digest. */
export function isLocked(state: State, tranche: Tranche): boolean {
  const [one, other] = parties.map((party) => lockOf(state, tranche, party));
  return one !== undefined && one === other && isAgreedByBoth(state, tranche);
}

export function trancheStatus(state: State, tranche: Tranche): TrancheStatus {
  if (isLocked(state, tranche)) return statusOfLocked(state, tranche);
  const isAgreed = isAgreedByBoth(state, tranche);
  if (tranche.replacedBy && (!isAgreed || isReplaced(state, tranche))) return "superseded";
  if (isAgreed) return "agreed";
  const answers = parties.map((party) => trancheAnswer(state, tranche, party));
  if (answers.includes("refused")) return "refused";
  return answers.every((one) => isYes(one) || one === "agreed_ad_referendum")
    ? "agreed_ad_referendum"
    : "tabled";
}

// An agreed text stands until both have agreed to a later one: nobody ends it by tabling another.
function isReplaced(state: State, tranche: Tranche): boolean {
  const seen = new Set<Tranche>();
  for (let later = next(state, tranche); later && !seen.has(later); later = next(state, later)) {
    if (isAgreedByBoth(state, later)) return true;
    seen.add(later);
  }
  return false;
}

function next(state: State, { replacedBy }: Tranche): Tranche | undefined {
  return replacedBy && state.tranches.tabled.get(replacedBy);
}

function statusOfLocked(state: State, tranche: Tranche): TrancheStatus {
  const giving = sidesGiving(state, tranche);
  if (giving.length > 0 && giving.every((side) => isReceived(state, tranche, side))) return "carried_out";
  const words = readinessOffices.map((office) => trancheReadiness(state, tranche, office));
  if (words.includes("no_go")) return "no_go";
  const isReady =
    words.every((one) => one === "go") &&
    giving.every((side) => stagingOf(state, tranche, side) === "staged");
  return isReady ? "ready" : "locked";
}

/** The sides that return anybody under a tranche. */
export function sidesGiving(state: State, tranche: Tranche): readonly Side[] {
  const persons = personsOf(state, tranche).filter(({ isReserve }) => !isReserve);
  return sides.filter((side) => persons.some(({ returnedBy }) => returnedBy === side));
}

/** A giving side's last word on those whom it returns, from any of its offices. */
export function stagingOf(
  state: State,
  tranche: Tranche,
  side: Side,
): "staged" | "staged_in_part" | "no_answer" {
  const ids = [...tranche.staged].filter(([office]) => sideOf(office) === side).map(([, id]) => id);
  const said = ids
    .map((id) => known(state, id, "tranche.staged"))
    .toSorted((x, y) => x.receivedAt - y.receivedAt);
  const last = said.at(-1)?.act.payload;
  if (!last) return "no_answer";
  return last.custodyConfirmed && last.fitToTravel ? "staged" : "staged_in_part";
}

export function trancheReadiness(
  state: State,
  tranche: Tranche,
  office: Office,
): "go" | "no_go" | "no_answer" {
  const last = tranche.readiness.get(office);
  return last ? known(state, last, "tranche.readiness_said").act.payload.answer : "no_answer";
}

/** Whether the receiving side has said which handover brought those whom a side returned. */
export function isReceived(state: State, tranche: Tranche, from: Side): boolean {
  return linksOf(state, tranche, from, partyOf(otherSide(from))).length > 0;
}

/** One side's own links of a tranche to handovers from a side. */
export function linksOf(state: State, tranche: Tranche, from: Side, teller: Office) {
  const handovers = new Map(
    exchangeHandovers(state).flatMap((view) =>
      view.accounts.map(({ entry }) => [entry.act.id, view] as const),
    ),
  );
  return tranche.links.flatMap((id) => {
    const { act } = known(state, id, "tranche.linked");
    const view = handovers.get(act.payload.handover);
    const isOwn = sideOf(act.by.office) === sideOf(teller);
    return view?.from === from && isOwn ? [{ act, view }] : [];
  });
}

/** Who came back under any tranche, in the word of those who received them. */
export function returnedPersons(state: State): ReadonlySet<string> {
  const found = new Set<string>();
  for (const tranche of state.tranches.tabled.values()) {
    if (tranche.links.length === 0) continue;
    for (const from of sides) {
      const links = linksOf(state, tranche, from, partyOf(otherSide(from)));
      if (links.length === 0) continue;
      const missing = new Set(links.flatMap(({ act }) => refsOf(act.payload.notCome ?? []).map(keyOf)));
      for (const { ref, returnedBy, isReserve } of personsOf(state, tranche))
        if (returnedBy === from && !isReserve && !missing.has(keyOf(ref))) found.add(keyOf(ref));
    }
  }
  return found;
}
