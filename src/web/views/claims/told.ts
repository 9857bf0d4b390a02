import { officeName, sayClaim } from "#i18n";
import {
  type Act,
  type Claim,
  exchangeHandovers,
  type HandoverView,
  type Happened,
  happenedMs,
  known,
  type Office,
  otherSide,
  parties,
  partyOf,
  partyOrder,
  rangeOf,
  remainsHandovers,
  type Side,
  sideOf,
} from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At } from "../../desk/query.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { happenedOf } from "./figure.ts";

/** One number of one side, with its time, as it is drawn and listed. */
export type Told = {
  /** The act that says it. */
  readonly id: string;
  /** Epoch ms of its first moment. */
  readonly at: number;
  readonly on: When;
  readonly kind: Claim["kind"];
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** The side says that it happened and has not published the number. */
  readonly isWithheld: boolean;
  readonly words: string;
};

/** What one side tells of the handovers in one direction: its own numbers and nobody else's. */
export type ToldBySide = {
  readonly office: Office;
  readonly teller: string;
  /** Its place in the order of the founding act; which pattern and which shape are its own follows from that. */
  readonly place: number;
  readonly told: readonly Told[];
};

/** The numbers of one direction that can be drawn over time. */
export type PlotModel = {
  readonly key: string;
  readonly matter: "persons" | "remains";
  readonly from: string;
  readonly to: string;
  readonly sides: readonly ToldBySide[];
};

/** What can be drawn: persons and the dead, one way and the other; each teller apart. */
export function plotsOf(at: At): readonly PlotModel[] {
  const { state, t } = at;
  const name = (side: Side) => officeName(t, state, partyOf(side));
  const directions = inPartyOrder(at, 0).map((party) => sideOf(party) ?? "a");
  return (["persons", "remains"] as const).flatMap((matter) => {
    const views = matter === "persons" ? exchangeHandovers(state) : remainsHandovers(state);
    return directions.flatMap((from): readonly PlotModel[] => {
      const sides = inPlace(at).map((office, place) => ({
        office,
        teller: officeName(t, state, office),
        place,
        told: toldBy(at, views, matter, from, office),
      }));
      if (sides.every(({ told }) => told.length === 0)) return [];
      return [{ key: `${matter} ${name(from)}`, matter, from: name(from), to: name(otherSide(from)), sides }];
    });
  });
}

// The same on every desk, so that two who compare their screens see the same signs.
function inPlace({ state }: At): readonly Office[] {
  const order = partyOrder(state);
  return [...parties].sort((one, other) => order(one, 0) - order(other, 0));
}

function toldBy(
  at: At,
  views: readonly HandoverView[],
  matter: PlotModel["matter"],
  from: Side,
  office: Office,
): readonly Told[] {
  const isOwn = (by: Office) => sideOf(by) === sideOf(office);
  const counts = views
    .filter((view) => view.from === from)
    .flatMap((view) => {
      // the exchange office speaks for its side as the party does: of one handover the side's latest account holds
      const account = view.accounts.findLast(({ by }) => isOwn(by));
      return account ? [toldOf(at, account.entry.act, account.count, account.entry.act.payload.on)] : [];
    });
  const totals = matter === "persons" ? [] : totalsBy(at, from, isOwn);
  return [...counts, ...totals].toSorted((one, other) => one.at - other.at);
}

function totalsBy(at: At, from: Side, isOwn: (by: Office) => boolean): readonly Told[] {
  return at.state.remains.totals
    .map((id) => known(at.state, id, "remains.total_claimed").act)
    .filter((act) => act.payload.direction.from === from && isOwn(act.by.office))
    .map((act) => toldOf(at, act, act.payload.count, act.payload.count.asOf ?? happenedOf(act)));
}

function toldOf({ t }: At, act: Act, claim: Claim, on: Happened): Told {
  const { min, max } = rangeOf(claim.amount);
  return {
    id: act.id,
    at: happenedMs(on),
    on: whenOf(on),
    kind: claim.kind,
    min,
    max,
    isWithheld: min === undefined && max === undefined,
    words: sayClaim(t, claim),
  };
}
