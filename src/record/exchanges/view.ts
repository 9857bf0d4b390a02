import { type Office, type PerSide, parties, partyOf, type Side, sideOf, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { dueMs } from "../act/time.ts";
import {
  type Delivered,
  deliveredUnder,
  type HandoverView,
  handoverViews,
  toldBy,
} from "../claims/accounts.ts";
import { type Claim, rangeOf } from "../claims/acts.ts";
import { known, type State } from "../fold/state.ts";
import { agreements } from "../gate/agreement.ts";
import type { Owed } from "../gate/owed.ts";

/** One side's pledge under an agreement, and how each party tells what was delivered against it. */
export type PledgeView = {
  readonly agreement: ActId;
  readonly from: Side;
  readonly pledge: Entry<Act<"pledge.made">>;
  readonly pledged: Claim;
  /** Told by each party that reads; never merged. */
  readonly delivered: readonly Delivered[];
};

export function exchangeHandovers(state: State): readonly HandoverView[] {
  return handoverViews(state, state.exchanges);
}

/** Persons pledged and persons delivered, per side that gives, each party's own telling. */
export function pledgeViews(state: State): readonly PledgeView[] {
  const handovers = [...exchangeHandovers(state), ...handoverViews(state, state.remains)];
  const [ofBodies, ofPersons] = [true, false].map((bodies) => {
    const matter = handovers.filter((one) => isOfBodies(one) === bodies);
    const from = (side: Side) => parties.map((teller) => toldBy(matter, side, teller));
    return { a: from("a"), b: from("b") } satisfies PerSide<unknown>;
  });
  return state.exchanges.pledges.flatMap((id): PledgeView[] => {
    const pledge = known(state, id, "pledge.made");
    const from = sideOf(pledge.act.by.office);
    if (from === undefined) return [];
    const { agreement, gives } = pledge.act.payload;
    const told = (gives.unit === "bodies" ? ofBodies : ofPersons)?.[from] ?? [];
    const delivered = told.map((telling) => deliveredUnder(telling, agreement, gives.unit));
    return [{ agreement, from, pledge, pledged: gives, delivered }];
  });
}

function isOfBodies(view: HandoverView): boolean {
  return view.accounts[0]?.count.unit === "bodies";
}

/** What is owed between pledge and delivery: the pledge itself, what is left of it, accounts and links unsaid. */
export function owedOnExchanges(state: State): readonly Owed[] {
  return [...owedPledges(state), ...owedDeliveries(state), ...owedAccounts(state)];
}

function owedPledges(state: State): readonly Owed[] {
  const pledged = new Map<ActId, Set<Office>>();
  for (const id of state.exchanges.pledges) {
    const { by, payload } = known(state, id, "pledge.made").act;
    pledged.set(payload.agreement, (pledged.get(payload.agreement) ?? new Set()).add(by.office));
  }
  return agreements(state).flatMap((agreement) => {
    const counted = agreement.terms.find((term) => term.type === "count_per_side");
    if (!counted) return [];
    return sides
      .map(partyOf)
      .filter((party) => !pledged.get(agreement.id)?.has(party))
      .map((by) => owed("pledge", agreement.id, agreement.title, by, undefined, { key: counted.key }));
  });
}

// What the receiving party tells decides whether it is still owed to it; the giver's telling stands beside it.
function tellingsOf(view: PledgeView) {
  const receiver = view.delivered.find((one) => sideOf(one.teller) !== view.from);
  const giver = view.delivered.find((one) => sideOf(one.teller) === view.from);
  if (!receiver || !giver) throw new Error("A pledge is told by both parties.");
  return { receiver, giver, least: rangeOf(view.pledged.amount).min ?? 0 };
}

/** The agreements under which all that was pledged was delivered, in the word of those who were to receive it. */
export function carriedOut(state: State): ReadonlySet<ActId> {
  const views = pledgeViews(state);
  const short = new Set(
    views
      .filter((view) => tellingsOf(view).receiver.min < tellingsOf(view).least)
      .map((one) => one.agreement),
  );
  return new Set(views.map((one) => one.agreement).filter((agreement) => !short.has(agreement)));
}

function owedDeliveries(state: State): readonly Owed[] {
  return pledgeViews(state).flatMap((view) => {
    const { receiver, giver, least } = tellingsOf(view);
    if (receiver.min >= least) return [];
    const { agreement, by, gives } = view.pledge.act.payload;
    return [
      owed("delivery", agreement, titleOf(state, agreement), partyOf(view.from), dueMs(by), {
        pledged: least,
        unit: gives.unit,
        perGiver: giver.max,
        perReceiver: receiver.max,
        unsaid: receiver.unsaid,
      }),
    ];
  });
}

function owedAccounts(state: State): readonly Owed[] {
  const pledging = new Set(
    state.exchanges.pledges.map((id) => sideOf(known(state, id, "pledge.made").act.by.office)),
  );
  return exchangeHandovers(state).flatMap((view) => owedOnHandover(state, view, pledging.has(view.from)));
}

/** The other side's account of a handover, and each party's word which agreement it executes. */
export function owedOnHandover(state: State, view: HandoverView, linkable: boolean): readonly Owed[] {
  const missing: Owed[] = [];
  const title = new Date(view.at).toISOString().slice(0, 10);
  const detail = handoverDetail(view);
  for (const party of [view.from, view.to].map(partyOf)) {
    if (!view.accounts.some((account) => sideOf(account.by) === sideOf(party)))
      missing.push(owed("delivery_account", view.id, title, party, undefined, detail));
    const linked = view.links.some((link) => sideOf(link.act.by.office) === sideOf(party));
    if (linkable && !linked) missing.push(owed("link_word", view.id, title, party, undefined, detail));
  }
  return state.entries.has(view.id) ? missing : [];
}

/** What names a handover besides its day: its direction, and the first count that was given. */
export function handoverDetail({ from, to, accounts }: HandoverView): Owed["detail"] {
  const first = accounts[0]?.count;
  const range = first && rangeOf(first.amount);
  const count = range?.min ?? range?.max;
  return { from, to, ...(first && count !== undefined ? { count, unit: first.unit } : {}) };
}

function titleOf(state: State, agreement: ActId): string {
  const act = state.entries.get(agreement)?.act;
  if (act?.kind === "point.recorded") return act.payload.text;
  return act?.kind === "proposal.tabled" ? act.payload.title : agreement;
}

function owed(
  what: Owed["what"],
  subject: ActId,
  title: string,
  by: Office,
  due: number | undefined,
  detail: Owed["detail"],
): Owed {
  return { what, subject, title, by, due, detail };
}
