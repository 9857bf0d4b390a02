import { type Office, type Side, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { happenedMs } from "../act/time.ts";
import { addTo } from "../fold/add-to.ts";
import type { State } from "../fold/state.ts";
import { type Claim, rangeOf, type Unit } from "./acts.ts";
import type { Handover, HandoverLedger } from "./handovers.ts";

type AccountKind = "exchange.handed_over" | "exchange.received" | "remains.handed_over" | "remains.received";

type Link = Entry<Act<"exchange.linked" | "remains.linked">>;

/** One side's account of a handover: what it says, never corrected by the other's. */
export type Account = { readonly entry: Entry<Act<AccountKind>>; readonly by: Office; readonly count: Claim };

/** One handover as its tellers tell it, and whether their counts differ. */
export type HandoverView = {
  readonly id: ActId;
  readonly from: Side;
  readonly to: Side;
  /** Epoch ms of the earliest time that an account gives. */
  readonly at: number;
  readonly accounts: readonly Account[];
  /** True where two accounts of the same unit cannot both be exact. */
  readonly differs: boolean;
  readonly links: readonly Link[];
};

export function handoverViews(state: State, ledger: HandoverLedger): readonly HandoverView[] {
  const linksOf = new Map<ActId, Link[]>();
  for (const id of ledger.links) {
    const link = entryIn(state, id, "exchange.linked", "remains.linked");
    const handover = link && ledger.byAccount.get(link.act.payload.handover);
    if (link && handover) addTo(linksOf, handover, link);
  }
  return [...ledger.handovers.values()]
    .map((handover) => handoverView(state, handover, linksOf.get(handover.id) ?? []))
    .toSorted((one, other) => one.at - other.at);
}

function handoverView(state: State, handover: Handover, links: HandoverView["links"]): HandoverView {
  const accounts = handover.accounts.flatMap((id): Account[] => {
    const entry = entryIn(
      state,
      id,
      "exchange.handed_over",
      "exchange.received",
      "remains.handed_over",
      "remains.received",
    );
    return entry ? [{ entry, by: entry.act.by.office, count: entry.act.payload.count }] : [];
  });
  const first = accounts[0];
  if (!first) throw new Error(`The handover ${handover.id} has no account.`);
  const { from, to } = first.entry.act.payload;
  return {
    id: handover.id,
    from,
    to,
    at: Math.min(...accounts.map(({ entry }) => happenedMs(entry.act.payload.on))),
    accounts,
    differs: accounts.some((one, i) =>
      accounts.slice(i + 1).some((other) => claimsDiffer(one.count, other.count)),
    ),
    links,
  };
}

/** Whether two claims in the same unit cannot both hold: their ranges do not meet. */
export function claimsDiffer(one: Claim, other: Claim): boolean {
  if (one.unit !== other.unit) return false;
  const a = rangeOf(one.amount);
  const b = rangeOf(other.amount);
  const least = Math.max(a.min ?? 0, b.min ?? 0);
  const most = Math.min(a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY);
  return least > most;
}

/** How much of a pledge was carried out, as one office tells it: its own counts, and its own links. */
export type Delivered = {
  readonly teller: Office;
  readonly min: number;
  readonly max: number;
  /** Handovers that this office has counted, in whole or in part, and those whose link it has left unsaid. */
  readonly counted: number;
  /** Of those counted, the handovers whose number nobody has published. */
  readonly withheld: number;
  readonly unsaid: number;
};

/** What one office, with its side, has said of the handovers from one side to the other. */
export type Telling = {
  readonly teller: Office;
  /** By agreement, each handover that it has linked to it, with the latest such link. */
  readonly linked: ReadonlyMap<ActId, readonly { readonly view: HandoverView; readonly link: Link }[]>;
  /** Handovers that it has linked to nothing. */
  readonly unsaid: number;
};

/** Reads one office's links. O(accounts + links). */
export function toldBy(views: readonly HandoverView[], from: Side, teller: Office): Telling {
  const linked = new Map<ActId, { view: HandoverView; link: Link }[]>();
  let unsaid = 0;
  for (const view of views) {
    if (view.from !== from) continue;
    const own = view.links.filter((link) => speaksFor(link.act.by.office, teller));
    const latest = new Map(own.map((link) => [link.act.payload.agreement, link]));
    if (latest.size === 0) unsaid += 1;
    for (const [agreement, link] of latest) addTo(linked, agreement, { view, link });
  }
  return { teller, linked, unsaid };
}

/**
 * What was delivered under an agreement, as one office tells it. Another's numbers are used where this side
 * gave a link but no number of its own; nobody's link is used but its own.
 */
export function deliveredUnder({ teller, linked, unsaid }: Telling, agreement: ActId, unit: Unit): Delivered {
  const total = { min: 0, max: 0, counted: 0, withheld: 0 };
  for (const { view, link } of linked.get(agreement) ?? []) {
    const { stance, amount } = link.act.payload;
    if (stance === "does_not_count") continue;
    const own = view.accounts.findLast((account) => speaksFor(account.by, teller)) ?? view.accounts[0];
    const range = amount ? rangeOf(amount) : own && countIn(own, unit);
    if (!range) continue;
    total.counted += 1;
    if (range.min === undefined && range.max === undefined) total.withheld += 1;
    total.min += range.min ?? 0;
    total.max += range.max ?? range.min ?? 0;
  }
  return { teller, ...total, unsaid };
}

/**
 * How much of an account is of the kind that was pledged: all of it where the units agree or persons of any kind
 * were pledged, its parts of that kind where it names them, and else anything from none to all.
 */
function countIn({ count, entry }: Account, unit: Unit): ReturnType<typeof rangeOf> {
  if (count.unit === unit || unit === "persons") return rangeOf(count.amount);
  const parts = (entry.act.payload.parts ?? []).filter((part) => part.unit === unit);
  if (parts.length === 0) return { min: 0, max: count.unit === "persons" ? rangeOf(count.amount).max : 0 };
  const ranges = parts.map((part) => rangeOf(part.amount));
  const sum = (end: "min" | "max") => ranges.reduce((all, range) => all + (range[end] ?? range.min ?? 0), 0);
  return { min: sum("min"), max: sum("max") };
}

// The offices of one side tell one account: its exchange office speaks for it as the party does.
function speaksFor(office: Office, teller: Office): boolean {
  return office === teller || (sideOf(office) !== undefined && sideOf(office) === sideOf(teller));
}

function entryIn<K extends Act["kind"]>(
  state: State,
  id: ActId,
  ...kinds: readonly K[]
): Entry<Act<K>> | undefined {
  const entry = state.entries.get(id);
  const found: readonly string[] = kinds;
  return entry && found.includes(entry.act.kind) ? (entry as Entry<Act<K>>) : undefined; // one of the kinds asked for
}
