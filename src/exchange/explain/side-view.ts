import { type Case, type Mode, otherSide, type Side } from "../case/case.ts";
import type { Reserve } from "../line/reserves.ts";
import type { Block, Tranche } from "../plan.ts";

/** Somebody whom this side hands over: who, from where, how; nothing of why. */
type HandedOver = { readonly code: string; readonly site?: string; readonly mode: Mode };

export type SideView = {
  readonly format: "parley-exchange-view/1";
  readonly side: Side;
  readonly tranches: readonly {
    readonly tranche: number;
    readonly date: string;
    /** Its own persons, in the plan's order. */
    readonly returning: readonly string[];
    /** The other side's persons, whom it holds, by code. */
    readonly handing: readonly HandedOver[];
    /** The other side's persons of a block stand by code. */
    readonly blocks: readonly Block[];
  }[];
  readonly reserves: readonly Reserve[];
  /** Whom it is to keep ready, by tranche, by code. */
  readonly ready: readonly { readonly tranche: number; readonly persons: readonly HandedOver[] }[];
};

type Shown = {
  readonly tranches: readonly (Tranche & { readonly blocks: readonly Block[] })[];
  readonly reserves: readonly Reserve[];
};

/**
 * A plan as one side may see it. Of the other side's persons it holds only what handing over takes: code, site, mode,
 * tranche and block, in the order of codes. Nothing of it comes from the other side's medical classes, groups, captivity,
 * ranks or categories: a wish made known raises a prisoner's price.
 */
export function sideView(given: Case, plan: Shown, side: Side): SideView {
  const persons = new Map(given.persons.map((person) => [person.code, person]));
  const handed = (codes: readonly string[]): readonly HandedOver[] =>
    codes.toSorted().map((code) => {
      const { site, mode = "seat" } = persons.get(code) ?? {};
      return { code, ...(site === undefined ? {} : { site }), mode };
    });
  const other = otherSide(side);
  const ofOther = plan.reserves.filter(({ to }) => to === other);
  return {
    format: "parley-exchange-view/1",
    side,
    tranches: plan.tranches.map((one) => ({
      tranche: one.tranche,
      date: one.date,
      returning: one[side],
      handing: handed(one[other]),
      blocks: one.blocks.map((block) =>
        block.to === side ? block : { ...block, persons: block.persons.toSorted() },
      ),
    })),
    reserves: plan.reserves.filter(({ to }) => to === side),
    ready: plan.tranches.flatMap(({ tranche }) => {
      const codes = ofOther
        .filter((reserve) => reserve.tranche === tranche)
        .flatMap((reserve) => reserve.persons);
      return codes.length === 0 ? [] : [{ tranche, persons: handed([...new Set(codes)]) }];
    }),
  };
}
