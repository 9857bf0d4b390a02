import { type Office, otherSide, parties, partyOf, sideOf } from "../access/offices.ts";
import { dueMs } from "../act/time.ts";
import { keyOf } from "../eligibility/persons.ts";
import { withheldPersons } from "../eligibility/view.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import type { Tranche } from "./fold.ts";
import { openSubstitutions, personsOf, textOf } from "./persons-of.ts";
import {
  isReceived,
  lockOf,
  readinessOffices,
  sidesGiving,
  stagingOf,
  trancheAnswer,
  trancheReadiness,
  trancheStatus,
} from "./view.ts";

/** What is missing before a tranche can be carried out, and who owes it. */
export function owedOnTranches(state: State): readonly Owed[] {
  const withheld = withheldPersons(state);
  return [...state.tranches.tabled.values()].flatMap((tranche) => owedOn(state, tranche, withheld));
}

function owedOn(state: State, tranche: Tranche, withheld: ReadonlySet<string>): readonly Owed[] {
  const status = trancheStatus(state, tranche);
  if (status === "superseded" || status === "refused" || status === "carried_out") return [];
  const { title, on, place } = textOf(state, tranche);
  const due = dueMs(on);
  const owed: Owed[] = [];
  const owe = (what: Owed["what"], by: Office) =>
    owed.push({ what, subject: tranche.id, title, by, due, detail: {} });
  if (status === "tabled" || status === "agreed_ad_referendum" || status === "agreed") {
    for (const party of parties) {
      const answer = trancheAnswer(state, tranche, party);
      if (answer === "no_answer" || answer === "under_study") owe("tranche_answer", party);
      if (answer === "agreed_ad_referendum") owe("tranche_capital", party);
      if (on === undefined) owe("tranche_day", party);
      if (place === undefined) owe("tranche_place", party);
    }
    if (status === "agreed" && on !== undefined && place !== undefined) owedLocks(state, tranche, owe);
    return owed;
  }
  owedSubstitutions(state, tranche, withheld, owe);
  for (const side of sidesGiving(state, tranche)) {
    if (stagingOf(state, tranche, side) !== "staged") owe("tranche_staging", partyOf(side));
    if (status === "ready" && !isReceived(state, tranche, side))
      owe("tranche_link", partyOf(otherSide(side)));
  }
  for (const office of readinessOffices)
    if (trancheReadiness(state, tranche, office) !== "go") owe("tranche_readiness", office);
  return owed;
}

// Where the two locks differ, each owes its own anew.
function owedLocks(state: State, tranche: Tranche, owe: (what: "tranche_lock", by: Office) => void): void {
  const locks = parties.map((party) => lockOf(state, tranche, party));
  const differ = locks.every((one) => one !== undefined);
  for (const [i, party] of parties.entries())
    if (differ || locks[i] === undefined) owe("tranche_lock", party);
}

function owedSubstitutions(
  state: State,
  tranche: Tranche,
  withheld: ReadonlySet<string>,
  owe: (what: "tranche_substitution" | "tranche_substitution_answer", by: Office) => void,
): void {
  for (const side of sidesGiving(state, tranche)) {
    const gone = personsOf(state, tranche).some(
      ({ ref, returnedBy, isReserve }) => returnedBy === side && !isReserve && withheld.has(keyOf(ref)),
    );
    if (gone) owe("tranche_substitution", partyOf(side));
  }
  const asked = openSubstitutions(state, tranche).map((id) => {
    const proposer = sideOf(known(state, id, "tranche.substitution_proposed").act.by.office) ?? "a";
    return partyOf(otherSide(proposer));
  });
  for (const party of parties) if (asked.includes(party)) owe("tranche_substitution_answer", party);
}
