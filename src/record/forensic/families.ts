import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { lastTold } from "./identification.ts";

type News = "identified" | "revoked";

/**
 * What a person must still tell the family of an identification, as its own office reads it; undefined where nothing.
 * Of what was revoked before anybody was told nothing is asked.
 */
export function newsOwed(state: State, id: ActId): News | undefined {
  const found = state.forensic.identifications.get(id);
  const { payload } = known(state, id, "forensic.identification_stated").act;
  if (!found || payload.level !== "confirmed") return undefined;
  const told = lastTold(state, found)?.act.payload.news;
  const news = state.forensic.revoked.has(id) ? "revoked" : "identified";
  if (news === told || (news === "revoked" && told === undefined)) return undefined;
  return news;
}

/** What families wait to hear, for the office that stated it: whoever does not read what they were told owes and sees nothing. */
export function owedToFamilies(state: State, reader: Office): readonly Owed[] {
  if (reader !== "forensic-a" && reader !== "forensic-b") return [];
  return [...state.forensic.identifications.keys()].flatMap((id): readonly Owed[] => {
    const { by, payload } = known(state, id, "forensic.identification_stated").act;
    const news = by.office === reader ? newsOwed(state, id) : undefined;
    if (news === undefined) return [];
    const { number } = known(state, payload.case, "forensic.case_opened").act.payload;
    const what = news === "revoked" ? "family_revocation" : "family_word";
    return [{ what, subject: payload.case, title: number, by: reader, due: undefined, detail: {} }];
  });
}
