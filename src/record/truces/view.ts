import { type Office, parties } from "../access/offices.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { dueMs, epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { type Checkpoint, checkpoints, hoursBefore, orderSteps } from "./acts.ts";
import { missingParts } from "./complete.ts";
import type { Declaration, Extension, Suspension, Truce } from "./fold.ts";
import type { TruceMoment } from "./terms.ts";

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
  /** In effect beyond its first end, as both have said. */
  | "extended"
  /** In effect, and at least one zone taken out for a time by one side. */
  | "suspended_locally"
  | "ended"
  /** Over, and each party has reported what was done. */
  | "closed";

/** The hours in which a truce holds, whatever has become of one zone or of its end. */
export const inEffect: ReadonlySet<TruceStatus> = new Set(["in_effect", "extended", "suspended_locally"]);

export function truceAnswer(state: State, truce: Truce, office: Office): TruceAnswer {
  const last = truce.answers.get(office);
  if (last) return known(state, last, "truce.answered").act.payload.answer;
  return truce.author === office ? "tabled_it" : "no_answer";
}

/** Both parties' yes does not make a truce: the text must be whole and both orders issued. */
export function truceStatus(state: State, truce: Truce, now: number): TruceStatus {
  const { terms } = known(state, truce.id, "truce.tabled").act.payload;
  const end = endOf(state, truce);
  if (truce.retabledAs && (!isAccepted(state, truce) || isReplaced(state, truce))) return "superseded";
  for (const id of truce.denounced.values()) {
    const effective = epochMs(known(state, id, "truce.denounced").act.payload.effectiveAt);
    const isOver = end !== undefined && epochMs(end.at) <= effective;
    if (effective <= now && !isOver) return isClosed(truce) ? "closed" : "denounced";
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
  if (missingParts(terms).length > 0 || !terms.start || !end) return "terms_incomplete";
  if (!parties.every((party) => truce.orders.has(party))) return "accepted";
  if (parties.some((party) => readinessOf(state, truce, party) === "no_go")) return "no_go";
  if (now < epochMs(terms.start.at)) return "orders_issued";
  if (now >= epochMs(end.at)) return isClosed(truce) ? "closed" : "ended";
  if (standingSuspensions(state, truce, now).length > 0) return "suspended_locally";
  return end === terms.end ? "in_effect" : "extended";
}

function isClosed(truce: Truce): boolean {
  return parties.every((party) => truce.closings.has(party));
}

/** What a party has said of a later end; who proposes it says yes to it. */
export function extensionAnswer(
  state: State,
  extension: Extension,
  party: Office,
): "proposed_it" | "accepted" | "declined" | "no_answer" {
  const last = extension.answers.get(party);
  if (last) return known(state, last, "truce.extension_answered").act.payload.answer;
  return extension.author === party ? "proposed_it" : "no_answer";
}

export function isExtended(state: State, extension: Extension): boolean {
  return parties.every((party) => {
    const answer = extensionAnswer(state, extension, party);
    return answer === "accepted" || answer === "proposed_it";
  });
}

/** The end that stands: the text's own, or the latest to which both have said yes. */
export function endOf(state: State, truce: Truce): TruceMoment | undefined {
  let end = known(state, truce.id, "truce.tabled").act.payload.terms.end;
  for (const extension of truce.extensions.values()) {
    if (!isExtended(state, extension)) continue;
    const later = known(state, extension.id, "truce.extension_proposed").act.payload.end;
    if (end === undefined || epochMs(later.at) > epochMs(end.at)) end = later;
  }
  return end;
}

/** Zones taken out and not resumed, as far as it has come to their hour. */
export function standingSuspensions(state: State, truce: Truce, now: number): readonly Suspension[] {
  return [...truce.suspensions.values()].filter(({ id, resumed }) => {
    if (resumed && epochMs(known(state, resumed, "truce.resumed").act.payload.at) <= now) return false;
    return epochMs(known(state, id, "truce.suspended_locally").act.payload.from) <= now;
  });
}

/** The first denunciation that takes effect before the end, and when (epoch ms): a warning until then. */
export function denunciationOf(
  state: State,
  truce: Truce,
): { readonly by: Office; readonly effective: number } | undefined {
  const end = endOf(state, truce);
  const all = [...truce.denounced].map(([by, id]) => ({
    by,
    effective: epochMs(known(state, id, "truce.denounced").act.payload.effectiveAt),
  }));
  return all
    .filter(({ effective }) => end === undefined || effective < epochMs(end.at))
    .toSorted((one, other) => one.effective - other.effective)[0];
}

export type OrderStep = (typeof orderSteps)[number];

/** The step that the latest order of a party has reached, in its own words; undefined before the first. */
export function orderStep(state: State, truce: Truce, party: Office): OrderStep | undefined {
  const order = truce.orders.get(party)?.at(-1);
  const said = (truce.steps.get(party) ?? []).map(
    (id) => known(state, id, "truce.order_acknowledged").act.payload,
  );
  return orderSteps.findLast((step) => said.some((one) => one.order === order && one.step === step));
}

/** A party's word at one of the hours before the start. */
export function checkpointWord(
  state: State,
  truce: Truce,
  party: Office,
  checkpoint: Checkpoint,
): "go" | "no_go" | "no_answer" {
  const last = truce.checkpoints.get(party)?.get(checkpoint);
  return last ? known(state, last, "truce.readiness_said").act.payload.answer : "no_answer";
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
  if (status === "superseded" || status === "declined" || status === "closed") return [];
  const { title, terms } = known(state, truce.id, "truce.tabled").act.payload;
  const start = terms.start && epochMs(terms.start.at);
  const owed: Owed[] = [];
  const owe = (what: Owed["what"], by: Office, detail: Owed["detail"] = {}, due = start) =>
    owed.push({ what, subject: truce.id, title, by, due, detail });
  if (status === "ended" || status === "denounced") {
    // a text that never came into effect leaves nothing to report
    if (hasBegun(truce) && start !== undefined && start <= now)
      for (const party of parties) if (!truce.closings.has(party)) owe("truce_closing", party, {}, undefined);
    return owed;
  }
  for (const party of parties) {
    const answer = truceAnswer(state, truce, party);
    if (answer === "no_answer" || answer === "under_study" || answer === "agreed_in_principle")
      owe("truce_answer", party);
    for (const part of missingParts(terms)) owe("truce_part", party, { part });
  }
  if (status === "accepted" || status === "orders_issued" || status === "no_go")
    for (const party of parties) {
      if (!truce.orders.has(party)) owe("truce_order", party);
      else if (orderStep(state, truce, party) !== "confirmed_by_units") owe("truce_order_chain", party);
      if (!truce.guarantees.has(party)) owe("truce_guarantee", party);
      for (const checkpoint of checkpoints) {
        if (checkpointWord(state, truce, party, checkpoint) === "go") continue;
        const hours = hoursBefore(checkpoint);
        owe("truce_readiness", party, { hours }, start === undefined ? start : start - hours * 3_600_000);
      }
    }
  if (inEffect.has(status))
    for (const party of parties)
      if (orderStep(state, truce, party) !== "confirmed_by_units") owe("truce_order_chain", party);
  if (isAccepted(state, truce)) owed.push(...owedOnExtensions(state, truce, title, now));
  return owed;
}

function hasBegun(truce: Truce): boolean {
  return parties.every((party) => truce.orders.has(party));
}

function owedOnExtensions(state: State, truce: Truce, title: string, now: number): readonly Owed[] {
  const end = endOf(state, truce);
  const due = end && epochMs(end.at);
  if (due === undefined || due <= now) return [];
  return [...truce.extensions.values()].flatMap((extension) => {
    const later = epochMs(known(state, extension.id, "truce.extension_proposed").act.payload.end.at);
    if (later <= due) return [];
    return parties
      .filter((party) => extensionAnswer(state, extension, party) === "no_answer")
      .map((by): Owed => ({ what: "truce_extension", subject: truce.id, title, by, due, detail: {} }));
  });
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
