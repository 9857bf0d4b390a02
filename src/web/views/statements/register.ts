import { officeName, sayClaim, sayWord } from "#i18n";
import { type Act, type ActId, type Entry, happenedMs, known, sideOf } from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type SourceLine, sourceLine } from "../../desk/said.ts";
import { type When, whenOf } from "../../desk/when.ts";
import type { Sought } from "./filter.ts";

/** One statement in the register. */
export type StatementRow = {
  readonly id: string;
  readonly speaker: string;
  readonly capacity: string;
  /** The office on whose behalf it was said, by name; undefined for those outside the process. */
  readonly onBehalfOf: string | undefined;
  readonly occasion: string;
  readonly on: When;
  /** The words as they were said, or their beginning where they are long. */
  readonly words: string;
  readonly isCut: boolean;
  readonly language: string;
  /** False where only a translation or a report of the words is at hand. */
  readonly isOriginal: boolean;
  readonly claims: readonly string[];
  readonly answers: readonly string[];
  readonly isCorrected: boolean;
  readonly source: SourceLine | undefined;
};

export type RegisterModel = {
  /** All that this office reads, before anything is narrowed. */
  readonly all: number;
  /** Newest first. */
  readonly rows: readonly StatementRow[];
  /** The sides on whose behalf something was said, each party in its turn. */
  readonly sides: readonly { readonly value: string; readonly label: string }[];
  readonly hasOthers: boolean;
  readonly languages: readonly string[];
};

const longest = 900;

/** The register of words said in public, as this office reads it. */
export const register: Query<Sought, RegisterModel> = (at, sought) => {
  const { state, t } = at;
  const all = [...state.statements.values()].map((one) => ({
    ...one,
    entry: known(state, one.id, "statement.captured"),
  }));
  const spoken = new Set(all.map(({ entry }) => sideIn(entry)));
  const named = [...inPartyOrder(at, 0), "host" as const].filter((one) => spoken.has(one));
  return {
    all: all.length,
    rows: all
      .filter((one) => isSought(at, one, sought))
      .toSorted((one, other) => timeOf(other.entry) - timeOf(one.entry))
      .map((one) => rowOf(at, one)),
    sides: named.map((office) => ({ value: office, label: officeName(t, state, office) })),
    hasOthers: spoken.has("others"),
    languages: [...new Set(all.map(({ entry }) => entry.act.payload.language))].toSorted(),
  };
};

type Captured = Entry<Act<"statement.captured">>;
type Held = {
  readonly claims: readonly ActId[];
  readonly answers: readonly ActId[];
  readonly entry: Captured;
};

function timeOf({ act }: Captured): number {
  return happenedMs(act.happenedAt ?? act.saidAt);
}

// The press office of a side speaks on that side's behalf.
function sideIn({ act }: Captured): Sought["side"] {
  const { onBehalfOf } = act.payload;
  if (onBehalfOf === undefined) return "others";
  const side = sideOf(onBehalfOf);
  return side ? `party-${side}` : onBehalfOf;
}

function isSought({ state }: At, { entry, claims }: Held, sought: Sought): boolean {
  const { payload } = entry.act;
  if (sought.side !== "all" && sideIn(entry) !== sought.side) return false;
  if (sought.language !== "all" && payload.language !== sought.language) return false;
  const types = claims.map((id) => known(state, id, "statement.claim_noted").act.payload.type);
  if (sought.type !== "all" && !types.includes(sought.type)) return false;
  const day = new Date(timeOf(entry)).toISOString().slice(0, 10);
  if (sought.from !== "" && day < sought.from) return false;
  if (sought.to !== "" && day > sought.to) return false;
  const text = sought.text.trim().toLocaleLowerCase();
  if (text === "") return true;
  const { speaker, occasion, verbatim, translations = [], source } = payload;
  const searched = [speaker.name, speaker.capacity, occasion, verbatim, source.publisher];
  return [...searched, ...translations.map((one) => one.text)].some((words) =>
    words.toLocaleLowerCase().includes(text),
  );
}

function rowOf({ state, t }: At, { entry, claims, answers }: Held): StatementRow {
  const { act } = entry;
  const { speaker, onBehalfOf, occasion, verbatim, language, original, source } = act.payload;
  return {
    id: act.id,
    speaker: speaker.name,
    capacity: speaker.capacity,
    onBehalfOf: onBehalfOf && officeName(t, state, onBehalfOf),
    occasion,
    on: whenOf(act.happenedAt ?? act.saidAt),
    words: verbatim.slice(0, longest),
    isCut: verbatim.length > longest,
    language,
    isOriginal: original,
    claims: claims.map((id) => {
      const { type, claim } = known(state, id, "statement.claim_noted").act.payload;
      return claim ? `${sayWord(t, type)}: ${sayClaim(t, claim)}` : sayWord(t, type);
    }),
    answers: answers.map((id) => {
      const { by, payload } = known(state, id, "statement.answered").act;
      return `${officeName(t, state, by.office)}: ${sayWord(t, payload.answer)}`;
    }),
    isCorrected: state.corrections.has(act.id),
    source: sourceLine(source),
  };
}
