import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { addTo } from "../fold/add-to.ts";
import type { Handlers } from "../fold/state.ts";
import type { contactActs } from "./acts.ts";

/** The lines of contact that each office has claimed, in the order in which they came. */
export type ContactState = { readonly lines: Map<Office, ActId[]> };

export function emptyContact(): ContactState {
  return { lines: new Map() };
}

export const contactHandlers: Handlers<keyof typeof contactActs> = {
  "contact.claimed": ({ contact }, { act }) => {
    addTo(contact.lines, act.by.office, act.id);
    return undefined;
  },
};
