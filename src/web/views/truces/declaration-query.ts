import { officeName, roomName, sayClaim } from "#i18n";
import { type ActId, actId, known, type Room, refusedBy, roomTable, type TruceTerms, whoMay } from "#record";
import { mayNow } from "../../desk/may.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { conductSaid, type PartsShown, partsSaid } from "./parts-said.ts";
import { type Word, wordOf } from "./words.ts";

export type DeclarationLine = {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly said: Said;
  readonly window: When;
  readonly answers: readonly {
    readonly name: string;
    readonly answer: Word;
    readonly words: string | undefined;
  }[];
  readonly room: Room;
  readonly mayAnswer: boolean;
};

export type DeclarationModel = DeclarationLine & {
  readonly parts: PartsShown;
  /** What was counted in its window, each office's own. */
  readonly counted: readonly {
    readonly id: string;
    readonly what: string;
    readonly count: string;
    readonly said: Said;
  }[];
  readonly mayCount: boolean;
};

/** What one side declared for itself, with what the other answered; null where this office reads no such declaration. */
export const declaration: Query<{ readonly id: string }, DeclarationModel | null> = (at, { id }) => {
  const { state, t } = at;
  const parsed = actId.safeParse(id);
  const found = parsed.success ? state.truces.declarations.get(parsed.data) : undefined;
  if (!found) return null;
  const { room, payload } = known(state, found.id, "truce.declared").act;
  const { terms } = payload;
  return {
    ...declarationLine(at, found.id),
    parts: { terms, said: partsSaid(at, terms, []), conduct: conductSaid(at, terms) },
    counted: found.counts.map((one) => {
      const entry = known(state, one, "truce.count_claimed");
      const { what, count } = entry.act.payload;
      return { id: one, what, count: sayClaim(t, count), said: saidOf(at, entry) };
    }),
    mayCount: mayNow(at, room, "truce.count_claimed", {
      declaration: found.id,
      what: "trial",
      count: { amount: { value: 0 }, unit: "violations", kind: "single", source: trialSource },
    }),
  };
};

export function declarationLine(at: At, id: ActId): DeclarationLine {
  const { state, t } = at;
  const entry = known(state, id, "truce.declared");
  const { title, window } = entry.act.payload;
  const declaration = state.truces.declarations.get(id);
  const own = declaration?.author;
  return {
    id,
    title,
    by: officeName(t, state, entry.act.by.office),
    said: saidOf(at, entry),
    window: whenOf(window),
    answers: inPartyOrder(at, 0)
      .filter((party) => party !== own)
      .map((party) => {
        const last = declaration?.answers.get(party);
        const said = last && known(state, last, "truce.declaration_answered").act.payload;
        return {
          name: officeName(t, state, party),
          answer: wordOf(at, said?.answer ?? "no_answer"),
          words: said?.words,
        };
      }),
    room: entry.act.room,
    mayAnswer: mayNow(at, entry.act.room, "truce.declaration_answered", {
      declaration: id,
      answer: "reciprocated",
      source: trialSource,
    }),
  };
}

const trialSource = { kind: "own_record", publisher: "trial" } as const;
const noTerms: TruceTerms = {};

/** In which rooms this office may declare something for itself. */
export function declaringRooms(at: At): readonly { readonly value: Room; readonly label: string }[] {
  const { state, t, office } = at;
  const trial = { title: "trial", terms: noTerms, window: "2027-01-01", source: trialSource } as const;
  return whoMay["truce.declared"].rooms
    .filter((room) => !roomTable[room].sealed && refusedBy(office, "truce.declared", room) === undefined)
    .filter((room) => mayNow(at, room, "truce.declared", trial))
    .map((value) => ({ value, label: roomName(t, state, value) }));
}
