import { type Office, parties } from "../access/offices.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { dueMs, epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { missingParts } from "./complete.ts";
import type { Declaration, Truce } from "./fold.ts";

export type TruceAnswer = PayloadOf<"truce.answered">["answer"] | "no_answer" | "tabled_it";

/** A text's joint status, derived from each party's own acts and the time. */
export type TruceStatus =
  | "superseded"
  | "denounced"
  | "declined"
  | "tabled"
  | "agreed_in_principle"
  | "terms_incomplete"
  | "accepted"
  | "orders_issued"
  /** A party has said no-go, and not gone back on it: the hour may come, the truce does not. */
  | "no_go"
  | "in_effect"
  | "ended";

export function truceAnswer(state: State, truce: Truce, office: Office): TruceAnswer {
  const last = truce.answers.get(office);
  if (last) return known(state, last, "truce.answered").act.payload.answer;
  return truce.author === office ? "tabled_it" : "no_answer";
}

/** Both parties' yes does not make a truce: the text must be whole and both orders issued. */
export function truceStatus(state: State, truce: Truce, now: number): TruceStatus {
  const { terms } = known(state, truce.id, "truce.tabled").act.payload;
  if (truce.retabledAs && (!isAccepted(state, truce) || isReplaced(state, truce))) return "superseded";
  for (const id of truce.denounced.values()) {
    const effective = epochMs(known(state, id, "truce.denounced").act.payload.effectiveAt);
    const isOver = terms.end !== undefined && epochMs(terms.end.at) <= effective;
    if (effective <= now && !isOver) return "denounced";
  }
  const answers = parties.map((party) => truceAnswer(state, truce, party));
  if (answers.includes("declined")) return "declined";
  const yes = answers.every((one) => one === "accepted" || one === "tabled_it");
  if (!yes) {
    const inPrinciple = answers.every(
      (one) => one === "accepted" || one === "tabled_it" || one === "agreed_in_principle",
    );
    return inPrinciple ? "agreed_in_principle" : "tabled";
  }
  if (missingParts(terms).length > 0 || !terms.start || !terms.end) return "terms_incomplete";
  if (!parties.every((party) => truce.orders.has(party))) return "accepted";
  if (parties.some((party) => readinessOf(state, truce, party) === "no_go")) return "no_go";
  if (now < epochMs(terms.start.at)) return "orders_issued";
  return now < epochMs(terms.end.at) ? "in_effect" : "ended";
}

/** A whole text to which each party has said yes, for itself. */
function isAccepted(state: State, truce: Truce): boolean {
  const answers = parties.map((party) => truceAnswer(state, truce, party));
  if (!answers.every((one) => one === "accepted" || one === "tabled_it")) return false;
  return missingParts(known(state, truce.id, "truce.tabled").act.payload.terms).length === 0;
}

// An accepted text stands until both have accepted a later one: nobody ends a truce by tabling another text.
function isReplaced(state: State, truce: Truce): boolean {
  for (let later = next(state, truce); later; later = next(state, later))
    if (isAccepted(state, later)) return true;
  return false;
}

function next(state: State, truce: Truce): Truce | undefined {
  return truce.retabledAs && state.truces.texts.get(truce.retabledAs);
}

/** A party's latest word before the start. */
export function readinessOf(state: State, truce: Truce, party: Office): "go" | "no_go" | "no_answer" {
  const last = truce.readiness.get(party);
  return last ? known(state, last, "truce.readiness_said").act.payload.answer : "no_answer";
}

/** What is missing before a text on which the parties are working can be executed. */
export function owedOnTruces(state: State, now: number): readonly Owed[] {
  return [
    ...[...state.truces.texts.values()].flatMap((truce) => owedOn(state, truce, now)),
    ...[...state.truces.declarations.values()].flatMap((declaration) =>
      owedOnDeclaration(state, declaration, now),
    ),
  ];
}

function owedOn(state: State, truce: Truce, now: number): readonly Owed[] {
  const status = truceStatus(state, truce, now);
  if (status === "superseded" || status === "denounced" || status === "declined" || status === "ended")
    return [];
  const { title, terms } = known(state, truce.id, "truce.tabled").act.payload;
  const due = terms.start && epochMs(terms.start.at);
  const owed: Owed[] = [];
  const owe = (what: Owed["what"], by: Office, detail: Owed["detail"] = {}) =>
    owed.push({ what, subject: truce.id, title, by, due, detail });
  for (const party of parties) {
    const answer = truceAnswer(state, truce, party);
    if (answer === "no_answer" || answer === "under_study" || answer === "agreed_in_principle")
      owe("truce_answer", party);
    for (const part of missingParts(terms)) owe("truce_part", party, { part });
  }
  if (status === "accepted" || status === "orders_issued" || status === "no_go")
    for (const party of parties) {
      if (!truce.orders.has(party)) owe("truce_order", party);
      if (!truce.guarantees.has(party)) owe("truce_guarantee", party);
      if (readinessOf(state, truce, party) !== "go") owe("truce_readiness", party);
    }
  return owed;
}

function owedOnDeclaration(state: State, declaration: Declaration, now: number): readonly Owed[] {
  const { title, window } = known(state, declaration.id, "truce.declared").act.payload;
  const end = dueMs(typeof window === "string" ? window : window.to);
  if (end <= now) return [];
  return parties
    .filter((party) => party !== declaration.author && !declaration.answers.has(party))
    .map(
      (by) =>
        ({ what: "declaration_answer", subject: declaration.id, title, by, due: end, detail: {} }) as const,
    );
}
