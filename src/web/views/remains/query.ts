import { officeName, sayWord } from "#i18n";
import {
  type ActId,
  codeInGroups,
  custodyOf,
  holderOf,
  identificationView,
  known,
  nextFor,
  type Room,
  type Side,
  sideOf,
  standingOf,
} from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type Handover, handoversOf } from "../claims/handovers.ts";
import { type Totals, totalsOf } from "../claims/totals.ts";
import { type Choices, choicesOf } from "./choices.ts";

export type NextShown = { readonly step: string; readonly by: string; readonly isOurs: boolean };

export type ContainerRow = {
  readonly id: string;
  readonly code: string;
  readonly tag: string;
  readonly holder: string;
  readonly belongs: string;
  readonly gaps: number;
  readonly next: NextShown | undefined;
};
type CaseRow = {
  readonly id: string;
  readonly number: string;
  readonly by: string;
  readonly containers: readonly { readonly id: string; readonly code: string }[];
  /** The joint status of the identification that stands; undefined where none does. */
  readonly status: string | undefined;
};
type PersonRow = {
  readonly id: string;
  readonly person: number;
  readonly by: string;
  readonly identified: boolean;
};

/** What only those read who read the forensic room. */
export type ForensicModel = {
  readonly containers: readonly ContainerRow[];
  readonly cases: readonly CaseRow[];
  readonly persons: readonly PersonRow[];
  readonly nextNumber: number;
  readonly isForensicOffice: boolean;
  readonly choices: Choices;
};

export type RemainsModel = {
  /** Counts, each its teller's own: all that a delegation reads of the dead. */
  readonly handovers: readonly Handover[];
  readonly totals: readonly Totals[];
  readonly forensic: ForensicModel | undefined;
};

/** The room of a side's own forensic office; undefined at every other desk. */
export function ownForensicRoom({ office }: Pick<At, "office">): Room | undefined {
  if (office === "forensic-a") return "forensic-own-a";
  return office === "forensic-b" ? "forensic-own-b" : undefined;
}

export function isForensicDesk({ office }: Pick<At, "office">): boolean {
  return office === "operator" || ownForensicRoom({ office }) !== undefined;
}

const remainsOnly = { matter: "remains", agreement: "all" } as const;

/** The dead: for every office the counts that it reads, for the forensic offices and the operator what they work with. */
export const remains: Query<undefined, RemainsModel> = (at) => ({
  handovers: handoversOf(at, remainsOnly),
  totals: totalsOf(at, remainsOnly),
  forensic: isForensicDesk(at) ? forensicOf(at) : undefined,
});

function forensicOf(at: At): ForensicModel {
  const { state, t, office } = at;
  const { containers, cases, persons } = state.forensic;
  const rows = [...containers.values()].map((container): ContainerRow => {
    const { code, tag, belongs } = known(state, container.id, "forensic.container_recorded").act.payload;
    return {
      id: container.id,
      code: codeInGroups(code),
      tag,
      holder: officeName(t, state, holderOf(state, container)),
      belongs: belongingWord(at, belongs),
      gaps: custodyOf(state, container).filter(({ gaps }) => gaps.length > 0).length,
      next: nextShown(at, nextFor(state, container)),
    };
  });
  const numbers = [...persons.keys()].map((id) => known(state, id, "forensic.person_entered").act);
  return {
    // what waits for this office comes first
    containers: [
      ...rows.filter(({ next }) => next?.isOurs),
      ...rows.filter(({ next }) => next && !next.isOurs),
      ...rows.filter(({ next }) => !next),
    ],
    cases: [...cases.values()].map((one): CaseRow => {
      const { by, payload } = known(state, one.id, "forensic.case_opened").act;
      const standing = standingOf(state, one, by.office);
      const found = standing && state.forensic.identifications.get(standing);
      return {
        id: one.id,
        number: payload.number,
        by: officeName(t, state, by.office),
        containers: payload.containers.map((id) => ({ id, code: codeOf(at, id) })),
        status: found && sayWord(t, `identification_${identificationView(state, found).status}`),
      };
    }),
    persons: numbers.map(({ id, by, payload }) => ({
      id,
      person: payload.person,
      by: officeName(t, state, by.office),
      identified: (persons.get(id)?.identifications ?? []).some((one) => !state.forensic.revoked.has(one)),
    })),
    nextNumber:
      Math.max(0, ...numbers.filter((one) => one.by.office === office).map((one) => one.payload.person)) + 1,
    isForensicOffice: ownForensicRoom(at) !== undefined,
    choices: choicesOf(at),
  };
}

export function nextShown({ state, t, office }: At, next: ReturnType<typeof nextFor>): NextShown | undefined {
  return (
    next && {
      step: sayWord(t, `next_${next.step}`),
      by: officeName(t, state, next.by),
      isOurs: next.by === office,
    }
  );
}

export function belongingWord({ state, t }: At, belongs: string): string {
  const isSide = belongs === "a" || belongs === "b";
  return isSide ? officeName(t, state, `party-${belongs as Side}`) : sayWord(t, belongs); // just compared
}

export function codeOf({ state }: At, id: ActId): string {
  return codeInGroups(known(state, id, "forensic.container_recorded").act.payload.code);
}

/** The side whose forensic office this desk is. */
export function sideHere({ office }: At): Side | undefined {
  return ownForensicRoom({ office }) && sideOf(office);
}
