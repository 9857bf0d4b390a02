import { officeName } from "#i18n";
import { actId, dateStance, entryOf, known, type Office, parties, roundStatus } from "#record";
import { mayNow } from "../../desk/may.ts";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, type Sourced, type SourceLine, saidOf, sourced, sourceLine } from "../../desk/said.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { type PointModel, pointModel } from "./point-query.ts";
import { momentOf, type OfficeWord, principalsInOrder, type Round, type Word, wordOf } from "./query.ts";

type Person = { readonly name: string; readonly capacity: string };

export type DateAnswer = OfficeWord & {
  readonly said: Said | undefined;
  readonly source: SourceLine | undefined;
  readonly otherDate: When | undefined;
  readonly reason: string | undefined;
};
export type Delegation = {
  readonly office: Office;
  readonly name: string;
  /** Undefined where it has not listed its delegation. */
  readonly list:
    | (Sourced & {
        readonly head: Person;
        readonly members: readonly Person[];
        readonly mandate: string | undefined;
      })
    | undefined;
};
export type Readout = Sourced & {
  readonly speaker: Person;
  readonly text: string;
  readonly language: string;
  readonly points: readonly string[];
};
export type ReadoutColumn = {
  readonly office: Office;
  readonly name: string;
  readonly readouts: readonly Readout[];
};
export type Acceptance = {
  readonly office: Office;
  readonly name: string;
  readonly said: Said | undefined;
  readonly reservation: string | undefined;
};

export type RoundModel = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly when: When;
  readonly venue: string | undefined;
  readonly format: Word;
  readonly status: Word;
  readonly proposed: Sourced;
  readonly owed: readonly OwedLine[];
  readonly dates: readonly DateAnswer[];
  readonly delegations: readonly Delegation[];
  readonly preparatory: readonly (Sourced & {
    readonly format: Word;
    readonly with: readonly string[];
    readonly on: When;
    readonly subject: string | undefined;
  })[];
  readonly agenda: (Sourced & { readonly items: readonly string[] }) | undefined;
  readonly opened:
    | (Sourced & { readonly at: When; readonly chair: Person; readonly words: string | undefined })
    | undefined;
  readonly documents: readonly (Sourced & {
    readonly title: string;
    readonly to: readonly string[];
    readonly at: When;
    readonly language: string | undefined;
  })[];
  readonly points: readonly PointModel[];
  readonly readouts: readonly ReadoutColumn[];
  readonly closed: (Sourced & { readonly at: When; readonly nextContact: string | undefined }) | undefined;
  readonly acceptances: readonly Acceptance[];
  /** What this office may say of the round now. */
  readonly may: {
    readonly answerDate: boolean;
    readonly list: boolean;
    readonly setAgenda: boolean;
    readonly open: boolean;
    readonly close: boolean;
    readonly recordPoint: boolean;
    readonly readOut: boolean;
    readonly accept: boolean;
  };
};

/** One round with everything said of it; null where this office reads no such round. */
export const round: Query<{ readonly id: string }, RoundModel | null> = (at, { id }) => {
  const parsed = actId.safeParse(id);
  const found = parsed.success ? at.state.talks.rounds.get(parsed.data) : undefined;
  return found ? roundModel(at, found) : null;
};

function roundModel(at: At, round: Round): RoundModel {
  const { state } = at;
  const proposed = known(state, round.id, "round.proposed");
  const { number, title, venue, format } = proposed.act.payload;
  const opened = round.opened && known(state, round.opened, "round.opened");
  const closed = round.closed && known(state, round.closed, "round.closed");
  const agenda = round.agenda && known(state, round.agenda, "agenda.set");
  return {
    id: round.id,
    number,
    title,
    when: momentOf(at, round).when,
    venue: opened?.act.payload.venue ?? venue,
    format: wordOf(at, format),
    status: wordOf(at, roundStatus(state, round)),
    proposed: sourced(at, proposed),
    owed: owedOn(at, round.id, round.points),
    dates: principalsInOrder(at, number).map((office) => dateAnswer(at, round, office)),
    delegations: inPartyOrder(at, number).map((office) => delegation(at, round, office)),
    preparatory: round.preparatory.map((id) => {
      const entry = known(state, id, "preparatory.held");
      const { format: how, with: whom, on, subject } = entry.act.payload;
      return { ...sourced(at, entry), format: wordOf(at, how), with: whom, on: whenOf(on), subject };
    }),
    agenda: agenda && { ...sourced(at, agenda), items: agenda.act.payload.items },
    opened: opened && {
      ...sourced(at, opened),
      at: whenOf(opened.act.payload.at),
      chair: opened.act.payload.chair,
      words: opened.act.payload.openingWords,
    },
    documents: round.documents.map((id) => {
      const entry = known(state, id, "document.handed_over");
      const { title: name, to, at: when, language } = entry.act.payload;
      const names = to.map((office) => officeName(at.t, state, office));
      return { ...sourced(at, entry), title: name, to: names, at: whenOf(when), language };
    }),
    points: round.points.flatMap((id, turn) => pointModel(at, id, number + turn)),
    readouts: principalsInOrder(at, number).map((office) => readoutColumn(at, round, office)),
    closed: closed && {
      ...sourced(at, closed),
      at: whenOf(closed.act.payload.at),
      nextContact: closed.act.payload.nextContact,
    },
    acceptances: inPartyOrder(at, number).map((office) => acceptance(at, round, office)),
    may: mayOf(at, round),
  };
}

function dateAnswer(at: At, round: Round, office: Office): DateAnswer {
  const { state, t } = at;
  const id = round.dateAnswers.get(office);
  const answer = id && known(state, id, "round.date_answered");
  const proposed = known(state, round.id, "round.proposed");
  // to propose a date is to agree to it
  const entry = answer ?? (proposed.act.by.office === office ? proposed : undefined);
  const { otherDate, reason } = answer?.act.payload ?? {};
  return {
    office,
    name: officeName(t, state, office),
    word: wordOf(at, dateStance(state, round, office)),
    said: entry && saidOf(at, entry),
    source: entry && sourceLine(entry.act.payload.source),
    otherDate: otherDate === undefined ? undefined : whenOf(otherDate),
    reason,
  };
}

function delegation(at: At, round: Round, office: Office): Delegation {
  const { state, t } = at;
  const id = round.compositions.get(office);
  const entry = id && known(state, id, "composition.listed");
  const list = entry && {
    ...sourced(at, entry),
    head: entry.act.payload.head,
    members: entry.act.payload.members,
    mandate: entry.act.payload.mandate,
  };
  return { office, name: officeName(t, state, office), list };
}

function readoutColumn(at: At, round: Round, office: Office): ReadoutColumn {
  const { state, t } = at;
  const readouts = round.readouts.flatMap((id) => {
    const entry = entryOf(state, id, "readout.given");
    if (entry?.act.by.office !== office) return [];
    const { speaker, text, language, points } = entry.act.payload;
    return [{ ...sourced(at, entry), speaker, text, language, points }];
  });
  return { office, name: officeName(t, state, office), readouts };
}

function acceptance(at: At, round: Round, office: Office): Acceptance {
  const { state, t } = at;
  const id = round.acceptances.get(office);
  const entry = id && known(state, id, "record.accepted");
  return {
    office,
    name: officeName(t, state, office),
    said: entry && saidOf(at, entry),
    reservation: entry?.act.payload.reservation,
  };
}

const trialSource = { kind: "own_record", publisher: "trial" } as const;
const trialPerson = { name: "trial", capacity: "trial" };
const trialDay = "2025-01-01";

// By the rules, and only where it still makes sense: a date is not answered once the round is open.
function mayOf(at: At, { id, opened, closed, acceptances }: Round): RoundModel["may"] {
  const source = trialSource;
  const isAccepted = parties.every((party) => acceptances.has(party));
  const chair = trialPerson;
  return {
    answerDate: !opened && mayNow(at, "plenary", "round.date_answered", { round: id, answer: "agreed" }),
    list:
      !isAccepted &&
      mayNow(at, "plenary", "composition.listed", { round: id, head: trialPerson, members: [], source }),
    setAgenda: !closed && mayNow(at, "plenary", "agenda.set", { round: id, items: ["trial"] }),
    open: mayNow(at, "plenary", "round.opened", { round: id, at: trialDay, chair, venue: "trial" }),
    close: mayNow(at, "plenary", "round.closed", { round: id, at: trialDay }),
    recordPoint:
      !isAccepted && mayNow(at, "plenary", "point.recorded", { round: id, text: "trial", terms: [], source }),
    readOut:
      opened !== undefined &&
      mayNow(at, "plenary", "readout.given", {
        round: id,
        speaker: trialPerson,
        text: "trial",
        language: "en",
        points: [],
        source,
      }),
    accept: !acceptances.has(at.office) && mayNow(at, "plenary", "record.accepted", { round: id }),
  };
}
