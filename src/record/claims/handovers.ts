import type { ActId } from "../act/act.ts";

/** One handover: the accounts that its tellers say speak of the same event. The first account names it. */
export type Handover = { readonly id: ActId; readonly accounts: ActId[] };

/** Handovers of persons or of remains, and who says which agreement they execute. */
export type HandoverLedger = {
  readonly handovers: Map<ActId, Handover>;
  /** The handover that an account belongs to. */
  readonly byAccount: Map<ActId, ActId>;
  readonly links: ActId[];
};

export function emptyLedger(): HandoverLedger {
  return { handovers: new Map(), byAccount: new Map(), links: [] };
}

/** Takes one account in; answers the other account's id where it is not there yet. */
export function addAccount(ledger: HandoverLedger, id: ActId, same: ActId | undefined): ActId | undefined {
  if (same === undefined) {
    ledger.handovers.set(id, { id, accounts: [id] });
    ledger.byAccount.set(id, id);
    return undefined;
  }
  const first = ledger.byAccount.get(same);
  const handover = first && ledger.handovers.get(first);
  if (!handover) return same;
  handover.accounts.push(id);
  ledger.byAccount.set(id, handover.id);
  return undefined;
}

/** Takes one claimed link in; answers the handover's id where no account of it is there yet. */
export function addLink(ledger: HandoverLedger, id: ActId, handover: ActId): ActId | undefined {
  if (!ledger.byAccount.has(handover)) return handover;
  ledger.links.push(id);
  return undefined;
}
