import { officeName, sayAmount, titleOf } from "#i18n";
import { type Claim, type Delivered, type Office, type PledgeView, partyOf, pledgeViews } from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At } from "../../desk/query.ts";
import { type Figure, figureOf } from "./figure.ts";
import { type Chosen, isOfMatter } from "./filter.ts";

/** What one party tells of what was delivered against a pledge: by its own links and its own counts. */
type Telling = {
  readonly office: Office;
  readonly teller: string;
  /** From least to most, in words; never a middle. */
  readonly words: string;
  /** Handovers that it counts towards the agreement. */
  readonly counted: number;
  /** Of those, handovers whose number nobody has published. */
  readonly withheld: number;
  /** Handovers of which it has not said what they count towards. */
  readonly unsaid: number;
};

export type Pledge = {
  readonly id: string;
  readonly from: string;
  readonly pledged: Figure;
  readonly by: string | undefined;
  readonly category: string | undefined;
  readonly tellings: readonly Telling[];
};

/** The pledges made under one agreement, each giving side's own. */
export type AgreementPledges = {
  readonly id: string;
  readonly title: string;
  readonly pledges: readonly Pledge[];
};

/** Pledged against delivered, per agreement and giving side, each party's own telling beside the other's. */
export function pledgesOf(at: At, chosen: Chosen): readonly AgreementPledges[] {
  const { state, t } = at;
  const shown = pledgeViews(state).filter(
    ({ agreement, pledged }) =>
      isOfMatter(chosen, pledged.unit === "bodies" ? "remains" : "persons") &&
      (chosen.agreement === "all" || chosen.agreement === agreement),
  );
  return [...Map.groupBy(shown, (one) => one.agreement)].map(([id, views], turn) => ({
    id,
    title: titleOf(t, state, id),
    pledges: inPartyOrder(at, turn).flatMap((party) =>
      views.filter((one) => partyOf(one.from) === party).map((view) => pledgeOf(at, view, turn)),
    ),
  }));
}

function pledgeOf(at: At, { from, pledge, pledged, delivered }: PledgeView, turn: number): Pledge {
  const { category, by } = pledge.act.payload;
  return {
    id: pledge.act.id,
    from: officeName(at.t, at.state, partyOf(from)),
    pledged: figureOf(at, pledge.act, pledged),
    by,
    category,
    tellings: inPartyOrder(at, turn).flatMap((party) =>
      delivered.filter((one) => one.teller === party).map((one) => tellingOf(at, one, pledged.unit)),
    ),
  };
}

function tellingOf({ state, t }: At, told: Delivered, unit: Claim["unit"]): Telling {
  const { teller, min, max, counted, withheld, unsaid } = told;
  return {
    office: teller,
    teller: officeName(t, state, teller),
    words: sayAmount(t, { min, max }, unit),
    counted,
    withheld,
    unsaid,
  };
}
