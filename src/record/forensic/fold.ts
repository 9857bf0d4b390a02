import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { forensicActs } from "./acts.ts";

/** A bag, and what was written down of it, in the order of receipt. */
export type Container = {
  readonly id: ActId;
  readonly checks: ActId[];
  /** Each giving, with the taking that answers it. */
  readonly given: ActId[];
  readonly packets: ActId[];
  readonly cases: ActId[];
};
/** A set of remains, or a part. */
export type Case = {
  readonly id: ActId;
  readonly associations: ActId[];
  readonly identifications: ActId[];
  readonly returns: ActId[];
};
export type Sought = { readonly id: ActId; readonly identifications: ActId[]; readonly consents: ActId[] };
export type Identification = { readonly id: ActId; readonly answers: ActId[]; readonly told: ActId[] };

export type ForensicState = {
  readonly containers: Map<ActId, Container>;
  readonly cases: Map<ActId, Case>;
  readonly persons: Map<ActId, Sought>;
  readonly identifications: Map<ActId, Identification>;
  /** The taking over of each giving that was answered. */
  readonly taken: Map<ActId, ActId>;
  readonly revoked: Map<ActId, ActId>;
  /** The withdrawal of each consent that was withdrawn. */
  readonly withdrawals: Map<ActId, ActId>;
};

export function emptyForensic(): ForensicState {
  return {
    containers: new Map(),
    cases: new Map(),
    persons: new Map(),
    identifications: new Map(),
    taken: new Map(),
    revoked: new Map(),
    withdrawals: new Map(),
  };
}

export const forensicHandlers: Handlers<keyof typeof forensicActs> = {
  "forensic.container_recorded": ({ forensic }, { act }) => {
    forensic.containers.set(act.id, { id: act.id, checks: [], given: [], packets: [], cases: [] });
    return undefined;
  },
  "forensic.container_checked": ({ forensic }, { act }) =>
    addToContainer(forensic, act.payload.container, "checks", act.id),
  "forensic.custody_given": ({ forensic }, { act }) =>
    addToContainer(forensic, act.payload.container, "given", act.id),
  "forensic.custody_taken": ({ forensic, entries }, { act }) => {
    const { given } = act.payload;
    if (entries.get(given)?.act.kind !== "forensic.custody_given") return given;
    if (!forensic.taken.has(given)) forensic.taken.set(given, act.id);
    return undefined;
  },
  "forensic.effects_packed": ({ forensic }, { act }) =>
    addToContainer(forensic, act.payload.container, "packets", act.id),
  "forensic.case_opened": ({ forensic }, { act }) => {
    const missing = act.payload.containers.find((one) => !forensic.containers.has(one));
    if (missing) return missing;
    forensic.cases.set(act.id, { id: act.id, associations: [], identifications: [], returns: [] });
    for (const one of new Set(act.payload.containers)) forensic.containers.get(one)?.cases.push(act.id);
    return undefined;
  },
  "forensic.case_associated": ({ forensic, entries }, { act }) => {
    const { case: id, with: other } = act.payload;
    const found = forensic.cases.get(id);
    if (!found) return id;
    const named =
      other.type === "container" ? other.container : other.type === "case" ? other.other : other.person;
    if (!entries.has(named)) return named;
    found.associations.push(act.id);
    return undefined;
  },
  "forensic.person_entered": ({ forensic }, { act }) => {
    forensic.persons.set(act.id, { id: act.id, identifications: [], consents: [] });
    return undefined;
  },
  "forensic.identification_stated": ({ forensic }, { act }) => {
    const found = forensic.cases.get(act.payload.case);
    const person = forensic.persons.get(act.payload.person);
    if (!found) return act.payload.case;
    if (!person) return act.payload.person;
    forensic.identifications.set(act.id, { id: act.id, answers: [], told: [] });
    found.identifications.push(act.id);
    person.identifications.push(act.id);
    return undefined;
  },
  "forensic.identification_answered": ({ forensic }, { act }) => {
    const found = forensic.identifications.get(act.payload.identification);
    if (!found) return act.payload.identification;
    found.answers.push(act.id);
    return undefined;
  },
  "forensic.identification_revoked": ({ forensic }, { act }) => {
    const { identification } = act.payload;
    if (!forensic.identifications.has(identification)) return identification;
    if (!forensic.revoked.has(identification)) forensic.revoked.set(identification, act.id);
    return undefined;
  },
  "forensic.case_returned": ({ forensic }, { act }) => {
    const found = forensic.cases.get(act.payload.case);
    if (!found) return act.payload.case;
    found.returns.push(act.id);
    return undefined;
  },
  "forensic.sample_consented": ({ forensic }, { act }) => {
    const person = forensic.persons.get(act.payload.person);
    if (!person) return act.payload.person;
    person.consents.push(act.id);
    return undefined;
  },
  "forensic.sample_withdrawn": ({ forensic, entries }, { act }) => {
    const { consent } = act.payload;
    if (entries.get(consent)?.act.kind !== "forensic.sample_consented") return consent;
    if (!forensic.withdrawals.has(consent)) forensic.withdrawals.set(consent, act.id);
    return undefined;
  },
  "forensic.family_told": ({ forensic }, { act }) => {
    const found = forensic.identifications.get(act.payload.identification);
    if (!found) return act.payload.identification;
    found.told.push(act.id);
    return undefined;
  },
};

function addToContainer(
  { containers }: ForensicState,
  id: ActId,
  list: "checks" | "given" | "packets",
  act: ActId,
): ActId | undefined {
  const found = containers.get(id);
  if (!found) return id;
  found[list].push(act);
  return undefined;
}
