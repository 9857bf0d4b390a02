import { officeName, sayWord } from "#i18n";
import {
  type ActId,
  type Asked,
  askedFor,
  associationsOf,
  type Case,
  type Evidence,
  entryOf,
  epochMs,
  holderOf,
  identificationView,
  known,
  lastTold,
  newsOwed,
  type Office,
  type Room,
  samplesOf,
  standingOf,
} from "#record";
import { byTurn } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { codeOf, isForensicDesk, ownForensicRoom, sideHere } from "./query.ts";

export type AssociationLine = {
  readonly key: string;
  readonly href: string;
  readonly what: string;
  readonly words: readonly {
    readonly office: string;
    readonly stance: string;
    readonly support: string;
    readonly said: Said;
    readonly changes: number;
  }[];
};

export type IdentificationLine = {
  readonly id: string;
  readonly by: string;
  readonly person: { readonly id: string; readonly number: number; readonly by: string };
  readonly level: string;
  readonly status: "stated" | "agreed" | "differs" | "revoked";
  readonly statusWord: string;
  readonly evidence: readonly string[];
  readonly asked: Asked;
  readonly decidedBy: string;
  readonly at: number;
  readonly words: string | undefined;
  readonly said: Said;
  readonly answers: readonly {
    readonly office: string;
    readonly answer: string;
    readonly words: string | undefined;
  }[];
  readonly revoked: { readonly reason: string; readonly words: string; readonly at: number } | undefined;
  /** Of the side's own families, and read by its own forensic office alone. */
  readonly family:
    | {
        /** A person must still tell the family: that it was identified, or that it was revoked. */
        readonly owes: "identified" | "revoked" | undefined;
        readonly told:
          | {
              readonly news: string;
              readonly at: number;
              readonly by: string;
              readonly place: string;
              readonly furtherParts: string;
            }
          | undefined;
        /** Samples that it rests on and whose consent does not stand. */
        readonly withoutConsent: readonly number[];
      }
    | undefined;
  readonly mayAnswer: boolean;
  readonly mayRevoke: boolean;
};

/** A relative whose sample may be compared, as this side's office has taken it down. */
type SampleChoice = {
  readonly sample: number;
  readonly label: string;
  readonly isClose: boolean;
  readonly hasY: boolean;
};
type Choice = { readonly value: string; readonly label: string };

export type CaseModel = {
  readonly id: string;
  readonly number: string;
  readonly by: string;
  readonly at: number;
  readonly holds: string;
  readonly words: string | undefined;
  readonly said: Said;
  readonly containers: readonly { readonly id: string; readonly code: string }[];
  readonly associations: readonly AssociationLine[];
  readonly identifications: readonly IdentificationLine[];
  readonly returns: readonly {
    readonly id: string;
    readonly to: string;
    readonly cause: string;
    readonly words: string;
    readonly at: number;
  }[];
  readonly others: {
    readonly containers: readonly Choice[];
    readonly cases: readonly Choice[];
    readonly persons: readonly Choice[];
  };
  /** By person, whose samples may be compared. */
  readonly samples: Readonly<Record<string, readonly SampleChoice[]>>;
  readonly ownRoom: Room | undefined;
  readonly other: { readonly side: "a" | "b"; readonly name: string } | undefined;
  readonly mayIdentify: boolean;
  readonly mayReturn: boolean;
  readonly choices: Choices;
};

/** One case; null where this desk reads of none. */
export const caseOf: Query<{ readonly id: string }, CaseModel | null> = (at, args) => {
  const { state, t, office } = at;
  const found = state.forensic.cases.get(args.id as ActId); // any text is looked up
  if (!found || !isForensicDesk(at)) return null;
  const entry = known(state, found.id, "forensic.case_opened");
  const { payload, by } = entry.act;
  const side = sideHere(at);
  const isOwn = by.office === office && side !== undefined;
  const isHeld = payload.containers.every((id) => {
    const container = state.forensic.containers.get(id);
    return container !== undefined && holderOf(state, container) === office;
  });
  const stands = standingOf(state, found, by.office) !== undefined;
  const other = side === "a" ? ("b" as const) : ("a" as const);
  return {
    id: found.id,
    number: payload.number,
    by: officeName(t, state, by.office),
    at: epochMs(payload.at),
    holds: sayWord(t, payload.holds),
    words: payload.words,
    said: saidOf(at, entry),
    containers: payload.containers.map((id) => ({ id, code: codeOf(at, id) })),
    associations: associationsOf(state, found).map((one, turn) => associationLine(at, one, turn)),
    identifications: found.identifications.map((id) => identificationLine(at, id)),
    returns: found.returns.map((id) => {
      const { payload: back } = known(state, id, "forensic.case_returned").act;
      return {
        id,
        to: officeName(t, state, `party-${back.to}`),
        cause: sayWord(t, back.cause),
        words: back.words,
        at: epochMs(back.at),
      };
    }),
    others: othersOf(at, found),
    samples: side ? sampleChoices(at) : {},
    ownRoom: ownForensicRoom(at),
    other: side && { side: other, name: officeName(t, state, `party-${other}`) },
    mayIdentify: isOwn && !stands,
    mayReturn: isOwn && isHeld && !stands,
    choices: choicesOf(at),
  };
};

function associationLine(
  at: At,
  { with: other, words }: ReturnType<typeof associationsOf>[number],
  turn: number,
): AssociationLine {
  const { state, t } = at;
  const [href, what] =
    other.type === "container"
      ? [`/remains/container/${other.container}`, codeOf(at, other.container)]
      : other.type === "case"
        ? [`/remains/case/${other.other}`, caseNumber(at, other.other)]
        : [`/remains/person/${other.person}`, personNumber(at, other.person)];
  const order = forensicTurn(at, turn);
  return {
    key: `${other.type} ${href}`,
    href,
    what: `${sayWord(t, other.type)} ${what}`,
    words: words
      .toSorted((x, y) => order.indexOf(x.office) - order.indexOf(y.office))
      .map(({ office, latest, changes }) => ({
        office: officeName(t, state, office),
        stance: sayWord(t, latest.act.payload.stance),
        support: latest.act.payload.support,
        said: saidOf(at, latest),
        changes,
      })),
  };
}

// The two forensic offices in the order of their parties at this turn, then the operator.
function forensicTurn(at: At, turn: number): readonly Office[] {
  const parties = byTurn(at, turn, ["party-a", "party-b"]);
  return [...parties.map((one): Office => (one === "party-a" ? "forensic-a" : "forensic-b")), "operator"];
}

function identificationLine(at: At, id: ActId): IdentificationLine {
  const { state, t, office } = at;
  const found = state.forensic.identifications.get(id);
  if (!found) throw new Error(`The case names the identification ${id}, which the fold has not.`);
  const { stated, status, answers, revoked } = identificationView(state, found);
  const { payload, by } = stated.act;
  const person = known(state, payload.person, "forensic.person_entered").act;
  const isOurs = by.office === office;
  const isRevoked = status === "revoked";
  return {
    id,
    by: officeName(t, state, by.office),
    person: {
      id: person.id,
      number: person.payload.person,
      by: officeName(t, state, person.by.office),
    },
    level: sayWord(t, payload.level),
    status,
    statusWord: sayWord(t, status === "revoked" ? "revoked" : `identification_${status}`),
    evidence: payload.evidence.map((one) => evidenceWords(at, one)),
    asked: askedFor(payload.evidence),
    decidedBy: payload.decidedBy,
    at: epochMs(payload.at),
    words: payload.words,
    said: saidOf(at, stated),
    answers: [...answers].map(([who, { act }]) => ({
      office: officeName(t, state, who),
      answer: sayWord(t, act.payload.answer),
      words: act.payload.words,
    })),
    revoked: revoked && {
      reason: sayWord(t, revoked.act.payload.reason),
      words: revoked.act.payload.words,
      at: epochMs(revoked.act.payload.at),
    },
    family: isOurs && ownForensicRoom(at) ? familyOf(at, id) : undefined,
    mayAnswer: !isOurs && !isRevoked,
    mayRevoke: isOurs && !isRevoked,
  };
}

function familyOf(at: At, id: ActId): IdentificationLine["family"] {
  const { state, t } = at;
  const found = state.forensic.identifications.get(id);
  const { payload } = known(state, id, "forensic.identification_stated").act;
  const told = found && lastTold(state, found)?.act.payload;
  const person = state.forensic.persons.get(payload.person);
  const samples = new Map((person ? samplesOf(state, person) : []).map((one) => [one.sample, one]));
  const compared = payload.evidence.flatMap((one) => (one.type === "relative" ? [one.sample] : []));
  return {
    owes: newsOwed(state, id),
    told: told && {
      news: sayWord(t, told.news),
      at: epochMs(told.at),
      by: `${told.teller}, ${sayWord(t, told.capacity)}`,
      place: sayWord(t, told.place),
      furtherParts: sayWord(t, told.furtherParts),
    },
    withoutConsent: [...new Set(compared)].filter((one) => !samples.get(one)?.mayBeCompared),
  };
}

function evidenceWords({ t }: Pick<At, "t">, one: Evidence): string {
  if (one.type !== "relative") return sayWord(t, one.type);
  const parts = [`${sayWord(t, "relative")} ${one.sample}`, sayWord(t, one.genes)];
  return [...parts, ...(one.close ? [t("field.close")] : [])].join(", ");
}

function othersOf(at: At, { id }: Case): CaseModel["others"] {
  const { containers, cases, persons } = at.state.forensic;
  return {
    containers: [...containers.keys()].map((one) => ({ value: one, label: codeOf(at, one) })),
    cases: [...cases.keys()]
      .filter((one) => one !== id)
      .map((one) => ({ value: one, label: caseNumber(at, one) })),
    persons: [...persons.keys()].map((one) => ({ value: one, label: personNumber(at, one) })),
  };
}

function sampleChoices(at: At): CaseModel["samples"] {
  const { state, t } = at;
  return Object.fromEntries(
    [...state.forensic.persons.values()].map((person) => [
      person.id,
      samplesOf(state, person)
        .filter(({ mayBeCompared }) => mayBeCompared)
        .map(({ sample, relation, isClose }) => ({
          sample,
          label: `${sample}: ${sayWord(t, relation)}`,
          isClose,
          // a mother has no male line to compare
          hasY: relation !== "mother",
        })),
    ]),
  );
}

function caseNumber({ state, t }: At, id: ActId): string {
  const act = entryOf(state, id, "forensic.case_opened")?.act;
  return act ? `${act.payload.number} · ${officeName(t, state, act.by.office)}` : id;
}

function personNumber({ state, t }: At, id: ActId): string {
  const act = entryOf(state, id, "forensic.person_entered")?.act;
  return act ? `${act.payload.person} · ${officeName(t, state, act.by.office)}` : id;
}

/** What the rule still asks, of evidence as it is being written down. */
export const asked: Query<{ readonly evidence: readonly Evidence[] }, Asked> = (_at, { evidence }) =>
  askedFor(evidence);
