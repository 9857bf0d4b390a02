import { rangeOf } from "../claims/acts.ts";
import type { Term } from "../proposals/terms.ts";

/** What a term lacks before it can be executed: a code for the words, and the key of the term. */
export type OpenTerm = { readonly key: string; readonly lacks: string };

/**
 * What is still open in the terms of an agreement. "Agreed in principle" is not agreed: a range is not a
 * length, "certain areas" is not a zone, "by the end of the month" is not a day.
 */
export function openTerms(terms: readonly Term[]): readonly OpenTerm[] {
  return [...terms.flatMap(openIn), ...missingFor(terms)];
}

function openIn(term: Term): readonly OpenTerm[] {
  const open = (lacks: string): readonly OpenTerm[] => [{ key: term.key, lacks }];
  switch (term.type) {
    case "duration":
      return term.maxHours !== undefined && term.maxHours !== term.minHours ? open("one_length") : [];
    case "zone":
      return term.ring === undefined && term.extent !== "object_classes" ? open("exact_zone") : [];
    case "date_by":
      return open("day");
    case "count_per_side":
    case "count": {
      const { min, max } = rangeOf(term.amount);
      return min === undefined || min !== max ? open("exact_count") : [];
    }
    case "category":
      return term.all ? open("list") : [];
    case "body_to_create":
      return open("members_of_body");
    case "participants":
      return term.persons.length === 0 && term.offices.length === 0 ? open("participants") : [];
    case "purpose":
    case "date_on":
    case "place":
    case "object_list":
    case "condition":
    case "sequence":
    case "reciprocity":
    case "text":
      return [];
    default:
      return term satisfies never;
  }
}

// Whatever moves people or bodies, or stops fire, needs a day and a place, even where no term speaks of one.
function missingFor(terms: readonly Term[]): readonly OpenTerm[] {
  const has = (type: Term["type"]) => terms.some((term) => term.type === type);
  const moves = has("count_per_side") || has("count") || has("category");
  const stops = has("duration") && has("zone");
  const missing: OpenTerm[] = [];
  if ((moves || stops) && !has("date_on") && !has("date_by")) missing.push({ key: "date", lacks: "day" });
  if (moves && !has("place")) missing.push({ key: "place", lacks: "place" });
  if (stops && !has("purpose")) missing.push({ key: "purpose", lacks: "purpose" });
  return missing;
}
