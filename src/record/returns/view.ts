import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { standingConsent } from "./consents.ts";
import type { Return } from "./fold.ts";
import { askedOf, pathwayOf } from "./pathway.ts";

/** What the family may be told, as the person consented to it; undefined where nothing. Nothing medical is in it. */
export type FamilyExtract = {
  readonly returned: boolean;
  /** The civil day, by the clock of the reception as it wrote it down. */
  readonly day: string | undefined;
  readonly reach: string | undefined;
};

export function familyExtract(state: State, person: Return): FamilyExtract | undefined {
  const id = standingConsent(state, person, "family_contact");
  if (!id) return undefined;
  const { shares = [], reach } = known(state, id, "consent.given").act.payload;
  const received = known(state, person.id, "return.received").act.payload.at;
  return {
    returned: shares.includes("that_returned"),
    day: shares.includes("when_returned") ? received.slice(0, 10) : undefined,
    reach: shares.includes("how_to_reach") ? reach : undefined,
  };
}

/** The steps that each reception still owes to those whom it received; read by nobody else. */
export function owedOnReturns(state: State, now: number): readonly Owed[] {
  return [...state.returns.received.values()].flatMap((person) => {
    const { by, payload } = known(state, person.id, "return.received").act;
    return askedOf(pathwayOf(state, person, now)).map(
      ({ step, due }): Owed => ({
        what: "return_step",
        subject: person.id,
        title: String(payload.person),
        by: by.office,
        due,
        detail: { step, person: payload.person },
      }),
    );
  });
}
