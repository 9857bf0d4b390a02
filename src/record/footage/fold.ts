import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import type { Handlers, State } from "../fold/state.ts";
import type { footageActs } from "./acts.ts";

/** One piece of footage as its press room knows it; by person the latest word, with the act that said it. */
export type Footage = {
  readonly id: ActId;
  readonly persons: Map<number, ActId>;
  viewed: ActId | undefined;
  readonly held: Map<number, ActId>;
  /** The latest consent or withdrawal of each person. */
  readonly consents: Map<number, ActId>;
  readonly redactions: ActId[];
  readonly interests: ActId[];
};

export type FootageState = {
  readonly registered: Map<ActId, Footage>;
  /** Each stated interest with who stated it, and the act of another person of another office that signed it too. */
  readonly interests: Map<ActId, { readonly by: Act["by"]; signedBy: ActId | undefined }>;
  /** Each release with the act that recalled it. */
  readonly released: Map<ActId, { recalledBy: ActId | undefined }>;
};

export function emptyFootage(): FootageState {
  return { registered: new Map(), interests: new Map(), released: new Map() };
}

export const footageHandlers: Handlers<keyof typeof footageActs> = {
  "footage.registered": ({ footage }, { act }) => {
    footage.registered.set(act.id, {
      id: act.id,
      persons: new Map(),
      viewed: undefined,
      held: new Map(),
      consents: new Map(),
      redactions: [],
      interests: [],
    });
    return undefined;
  },
  "footage.person_marked": (state, { act }) =>
    within(state, act.payload.footage, (one) => one.persons.set(act.payload.person, act.id)),
  "footage.viewed": (state, { act }) =>
    within(state, act.payload.footage, (one) => {
      one.viewed = act.id;
    }),
  "footage.held_checked": (state, { act }) =>
    within(state, act.payload.footage, (one) => one.held.set(act.payload.person, act.id)),
  "footage.consent_given": (state, { act }) =>
    within(state, act.payload.footage, (one) => one.consents.set(act.payload.person, act.id)),
  "footage.consent_withdrawn": (state, { act }) =>
    within(state, act.payload.footage, (one) => one.consents.set(act.payload.person, act.id)),
  "footage.redacted": (state, { act }) =>
    within(state, act.payload.footage, (one) => one.redactions.push(act.id)),
  "footage.interest_stated": (state, { act }) =>
    within(state, act.payload.footage, (one) => {
      one.interests.push(act.id);
      state.footage.interests.set(act.id, { by: act.by, signedBy: undefined });
    }),
  "footage.interest_signed": ({ footage }, { act }) => {
    const stated = footage.interests.get(act.payload.interest);
    if (!stated) return act.payload.interest;
    if (isSecondPerson(stated.by, act.by)) stated.signedBy ??= act.id;
    return undefined;
  },
  "footage.released": ({ footage }, { act }) => {
    footage.released.set(act.id, { recalledBy: undefined });
    return undefined;
  },
  "footage.recalled": ({ footage }, { act }) => {
    const released = footage.released.get(act.payload.release);
    if (!released) return act.payload.release;
    released.recalledBy ??= act.id;
    return undefined;
  },
};

/** Whether one who signs after another is another person, in another office: a member's handle is one person's. */
export function isSecondPerson(first: Act["by"], by: Pick<Act["by"], "office" | "member">): boolean {
  return first.office !== by.office && first.member !== by.member;
}

function within({ footage }: State, id: ActId, take: (one: Footage) => unknown): ActId | undefined {
  const one = footage.registered.get(id);
  if (!one) return id;
  take(one);
  return undefined;
}
