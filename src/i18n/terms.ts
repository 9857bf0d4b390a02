import type { State, Term, TermChange } from "#record";
import { partyOf } from "#record";
import { sayAmount } from "./amounts.ts";
import { officeName } from "./names.ts";
import { isMessageKey, type Translate } from "./translate.ts";

/** A term of a proposal or of an agreed point, in one line. */
export function sayTerm(t: Translate, state: State, term: Term): string {
  switch (term.type) {
    case "duration": {
      const { minHours: min, maxHours: max } = term;
      if (max === undefined) return t("term.duration_least", { min });
      return min === max ? t("term.duration_one", { max }) : t("term.duration", { min, max });
    }
    case "purpose":
      return t("term.purpose", { words: term.purposes.map((one) => sayPurpose(t, one)).join(", ") });
    case "date_by":
      return t("term.date_by", { what: term.what, date: term.by });
    case "date_on":
      return t("term.date_on", { what: term.what, date: term.on });
    case "count_per_side":
      return withCategory(
        t("term.count_per_side", { count: sayAmount(t, term.amount, term.unit) }),
        term.category,
      );
    case "count": {
      const [from, to] = [term.from, term.to].map((one) => officeName(t, state, partyOf(one)));
      const count = sayAmount(t, term.amount, term.unit);
      return withCategory(t("term.count", { count, from: from ?? "", to: to ?? "" }), term.category);
    }
    case "participants":
      return [...term.persons.map((one) => `${one.name}, ${one.capacity}`), ...term.offices].join("; ");
    case "body_to_create":
      return t("term.body_to_create", { words: term.body });
    case "object_list":
      return term.objects.join(", ");
    case "condition":
      return t("term.condition", { words: term.requires });
    case "sequence":
      return t("term.sequence", { first: term.first, next: term.next });
    case "place":
      return t("term.place", { words: term.words });
    case "zone":
    case "category":
    case "reciprocity":
    case "text":
      return term.words;
    default:
      return term satisfies never;
  }
}

/** One line of a comparison of two texts. */
export function sayChange(t: Translate, state: State, change: TermChange): string {
  const before = "before" in change ? sayTerm(t, state, change.before) : "";
  const after = "after" in change ? sayTerm(t, state, change.after) : "";
  return t(`diff.${change.change}`, { key: change.key, before, after });
}

function sayPurpose(t: Translate, purpose: string): string {
  const key = `purpose.${purpose}`;
  return isMessageKey(key) ? t(key) : purpose;
}

function withCategory(words: string, category: string | undefined): string {
  return category ? `${words} (${category})` : words;
}
