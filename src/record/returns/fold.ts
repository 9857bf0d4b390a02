import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { consentActs, returnActs } from "./acts.ts";

/** One returned person, as the reception that received him has written down; each list in the order of receipt. */
export type Return = {
  readonly id: ActId;
  readonly steps: ActId[];
  readonly findings: ActId[];
  readonly impressions: ActId[];
  readonly consents: ActId[];
};

export type ReturnsState = {
  readonly received: Map<ActId, Return>;
  /** The withdrawal of each consent that was withdrawn. */
  readonly withdrawals: Map<ActId, ActId>;
};

export function emptyReturns(): ReturnsState {
  return { received: new Map(), withdrawals: new Map() };
}

export const returnHandlers: Handlers<keyof typeof returnActs | keyof typeof consentActs> = {
  "return.received": ({ returns }, { act }) => {
    returns.received.set(act.id, { id: act.id, steps: [], findings: [], impressions: [], consents: [] });
    return undefined;
  },
  "return.step_done": ({ returns }, { act }) => {
    const person = returns.received.get(act.payload.return);
    if (!person) return act.payload.return;
    person.steps.push(act.id);
    return undefined;
  },
  "return.finding_recorded": ({ returns, entries }, { act }) => {
    const person = returns.received.get(act.payload.return);
    if (!person) return act.payload.return;
    if (!entries.has(act.payload.consent)) return act.payload.consent;
    person.findings.push(act.id);
    return undefined;
  },
  "return.impression_recorded": ({ returns, entries }, { act }) => {
    const person = returns.received.get(act.payload.return);
    if (!person) return act.payload.return;
    if (!entries.has(act.payload.consent)) return act.payload.consent;
    person.impressions.push(act.id);
    return undefined;
  },
  "consent.given": ({ returns }, { act }) => {
    const person = returns.received.get(act.payload.return);
    if (!person) return act.payload.return;
    person.consents.push(act.id);
    return undefined;
  },
  "consent.withdrawn": ({ returns, entries }, { act }) => {
    const { consent } = act.payload;
    if (entries.get(consent)?.act.kind !== "consent.given") return consent;
    if (!returns.withdrawals.has(consent)) returns.withdrawals.set(consent, act.id);
    return undefined;
  },
};
