import { officeName } from "#i18n";
import { type Act, happenedMs, known } from "#record";
import type { At } from "../../desk/query.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { type Figure, figureOf, happenedOf } from "./figure.ts";
import { type Chosen, isOfMatter } from "./filter.ts";

/** A number that is no account of a handover: given in a statement, counted in the days of a truce, or of a list. */
export type OtherNumber = {
  readonly figure: Figure;
  readonly at: number;
  readonly on: When;
  readonly what: "statement" | "truce" | "list";
  /** Who said it: the speaker with his capacity, or the office. */
  readonly said: string;
  /** On whose behalf, for a statement. */
  readonly onBehalfOf: string | undefined;
  /** The words that hold the number, or what was counted. */
  readonly words: string;
  /** The language of the words, where they are a speaker's own. */
  readonly language: string | undefined;
  readonly href: string;
};

/** Numbers outside the handovers, newest first. */
export function otherNumbersOf(at: At, chosen: Chosen): readonly OtherNumber[] {
  if (!isOfMatter(chosen, "other")) return [];
  const all = [...inStatements(at, chosen), ...(chosen.agreement === "all" ? counts(at) : [])];
  return all.toSorted((one, other) => other.at - one.at);
}

function inStatements(at: At, { agreement }: Chosen): readonly OtherNumber[] {
  const { state, t } = at;
  return [...state.statements.values()].flatMap(({ id, claims }) => {
    const { act } = known(state, id, "statement.captured");
    const { speaker, onBehalfOf, verbatim, language, about = [] } = act.payload;
    if (agreement !== "all" && !about.some((one) => one === agreement)) return [];
    return claims.flatMap((noted): readonly OtherNumber[] => {
      const note = known(state, noted, "statement.claim_noted").act;
      const { claim, span } = note.payload;
      if (!claim) return [];
      return [
        {
          figure: figureOf(at, note, claim),
          ...timeOf(act),
          what: "statement",
          said: `${speaker.name}, ${speaker.capacity}`,
          onBehalfOf: onBehalfOf && officeName(t, state, onBehalfOf),
          words: verbatim.slice(span.from, span.to),
          language,
          href: `/statements/${id}`,
        },
      ];
    });
  });
}

function counts(at: At): readonly OtherNumber[] {
  const { state } = at;
  const ofTruces = [...state.truces.declarations.values()].flatMap((declaration) => {
    const { title } = known(state, declaration.id, "truce.declared").act.payload;
    return declaration.counts.map((id) => {
      const { act } = known(state, id, "truce.count_claimed");
      return {
        act,
        claim: act.payload.count,
        what: "truce" as const,
        words: `${title}: ${act.payload.what}`,
      };
    });
  });
  const ofLists = state.exchanges.lists.map((id) => {
    const { act } = known(state, id, "list.handed_over");
    return { act, claim: act.payload.count, what: "list" as const, words: act.payload.title };
  });
  return [...ofTruces, ...ofLists].map(({ act, claim, what, words }) => {
    const figure = figureOf(at, act, claim);
    return {
      figure,
      ...timeOf(act),
      what,
      said: figure.teller,
      onBehalfOf: undefined,
      words,
      language: undefined,
      href: `/record/${act.id}`,
    };
  });
}

function timeOf(act: Act): Pick<OtherNumber, "at" | "on"> {
  const happened = happenedOf(act);
  return { at: happenedMs(happened), on: whenOf(happened) };
}
