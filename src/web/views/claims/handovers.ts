import { officeName, sayAmount, sayClaim, sayWord, titleOf } from "#i18n";
import {
  type Act,
  type Entry,
  exchangeHandovers,
  type HandoverView,
  happenedMs,
  known,
  type Office,
  partyOf,
  remainsHandovers,
  sideOf,
} from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At } from "../../desk/query.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { type Figure, figureOf } from "./figure.ts";
import { type Chosen, isOfMatter } from "./filter.ts";

/** One side's account of a handover: its own count, and the parts that it gives. */
export type AccountFigure = Figure & {
  readonly parts: readonly string[];
  readonly place: string | undefined;
  readonly note: string | undefined;
};

/** What one side says a handover counts towards; no links where it has said nothing. */
export type LinksOfSide = {
  readonly office: Office;
  readonly teller: string;
  readonly links: readonly {
    readonly id: string;
    readonly agreement: string;
    readonly title: string;
    readonly stance: string;
    /** How many count, where only a part does. */
    readonly part: string | undefined;
  }[];
};

export type Handover = {
  readonly id: string;
  readonly matter: "persons" | "remains";
  /** The day or days, as the earliest account gives them. */
  readonly on: When;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** The giving side's own accounts; empty where it has given none. */
  readonly given: readonly AccountFigure[];
  readonly received: readonly AccountFigure[];
  /** Two accounts in one unit cannot both be exact. */
  readonly differs: boolean;
  /** Both sides gave a count, in units that are not compared with each other. */
  readonly isUncompared: boolean;
  /** For the dead: how many the receiving side accepts as its own, after examination. */
  readonly accepted: readonly Figure[];
  readonly links: readonly LinksOfSide[];
};

/** Every handover that this office reads, with each side's own account; newest first. */
export function handoversOf(at: At, chosen: Chosen): readonly Handover[] {
  const { state } = at;
  const persons = isOfMatter(chosen, "persons") ? exchangeHandovers(state) : [];
  const remains = isOfMatter(chosen, "remains") ? remainsHandovers(state) : [];
  return [
    ...persons.map((view) => ({ view, matter: "persons" as const })),
    ...remains.map((view) => ({ view, matter: "remains" as const })),
  ]
    .filter(({ view }) => isChosen(view, chosen.agreement))
    .toSorted((one, other) => other.view.at - one.view.at)
    .map(({ view, matter }, turn) => handoverOf(at, view, matter, turn));
}

function isChosen({ links }: HandoverView, agreement: string): boolean {
  if (agreement === "all") return true;
  if (agreement === "none") return links.length === 0;
  return links.some((link) => link.act.payload.agreement === agreement);
}

function handoverOf(at: At, view: HandoverView, matter: Handover["matter"], turn: number): Handover {
  const { state, t } = at;
  const accounts = view.accounts.map(({ entry, by, count }) => ({ entry, side: sideOf(by), count }));
  const days = view.accounts.map(({ entry }) => entry.act.payload.on);
  const earliest = days.toSorted((one, other) => happenedMs(one) - happenedMs(other))[0];
  if (earliest === undefined) throw new Error(`The handover ${view.id} has no account.`);
  const of = (side: HandoverView["from"]) =>
    accounts.filter((one) => one.side === side).map(({ entry, count }) => accountOf(at, entry, count));
  return {
    id: view.id,
    matter,
    on: whenOf(earliest),
    at: view.at,
    from: officeName(t, state, partyOf(view.from)),
    to: officeName(t, state, partyOf(view.to)),
    given: of(view.from),
    received: of(view.to),
    differs: view.differs,
    isUncompared: isUncompared(view),
    accepted: matter === "remains" ? acceptedOf(at, view) : [],
    links: linksOf(at, view, turn),
  };
}

function isUncompared({ accounts }: HandoverView): boolean {
  const published = accounts.filter(({ count }) => !("undisclosed" in count.amount));
  const sides = new Set(published.map(({ by }) => sideOf(by)));
  const units = new Set(published.map(({ count }) => count.unit));
  return sides.size > 1 && units.size === published.length;
}

function accountOf(
  at: At,
  entry: HandoverView["accounts"][number]["entry"],
  count: HandoverView["accounts"][number]["count"],
): AccountFigure {
  const { parts = [], place, note } = entry.act.payload;
  return {
    ...figureOf(at, entry.act, count),
    parts: parts.map((part) => sayClaim(at.t, part)),
    place,
    note,
  };
}

function acceptedOf(at: At, view: HandoverView): readonly Figure[] {
  const { remains } = at.state;
  return remains.accepted
    .map((id) => known(at.state, id, "remains.accepted").act)
    .filter((act) => remains.byAccount.get(act.payload.handover) === view.id)
    .map((act) => figureOf(at, act, act.payload.count));
}

// Each party's word, and that of anybody else who has spoken to it; an office's latest word on an agreement holds.
function linksOf(at: At, { links }: HandoverView, turn: number): readonly LinksOfSide[] {
  const { state, t } = at;
  const others = new Set(links.map((link) => link.act.by.office).filter((one) => sideOf(one) === undefined));
  return [...inPartyOrder(at, turn), ...others].map((office) => {
    const own = links.filter(({ act }) => act.by.office === office || isOfSame(act.by.office, office));
    const latest = new Map(own.map((link) => [link.act.payload.agreement, link]));
    return {
      office,
      teller: officeName(t, state, office),
      links: [...latest.values()].map((link) => linkOf(at, link)),
    };
  });
}

function isOfSame(one: Office, other: Office): boolean {
  return sideOf(one) !== undefined && sideOf(one) === sideOf(other);
}

function linkOf(
  { state, t }: At,
  { act }: Entry<Act<"exchange.linked" | "remains.linked">>,
): LinksOfSide["links"][number] {
  const { agreement, stance, amount } = act.payload;
  const unit = act.kind === "remains.linked" ? "bodies" : "persons";
  return {
    id: act.id,
    agreement,
    title: titleOf(t, state, agreement),
    stance: sayWord(t, stance),
    part: amount && sayAmount(t, amount, unit),
  };
}
