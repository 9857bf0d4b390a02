import { sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { rangeOf } from "./acts.ts";

type Account = Act<"exchange.handed_over" | "exchange.received" | "remains.handed_over" | "remains.received">;

/** What every account of a handover must hold: the teller speaks for his own side's part in it. */
export function refuseAccount(act: Account): Refusal | undefined {
  const { from, to, count, parts } = act.payload;
  if (from === to) return refusal("CL1", "A handover goes from one side to the other.");
  const own = sideOf(act.by.office);
  const speaksFor = act.kind.endsWith("handed_over") ? from : to;
  if (own !== speaksFor)
    return refusal(
      "CL2",
      "The giving side says what it handed over, and the receiving side what it received.",
    );
  const total = rangeOf(count.amount).max;
  const least = (parts ?? []).reduce((sum, part) => sum + (rangeOf(part.amount).min ?? 0), 0);
  if (total !== undefined && least > total)
    return refusal("CL3", "The parts come to at least {least}, and the whole to at most {total}.", {
      least,
      total,
    });
  return undefined;
}

type Link = Act<"exchange.linked" | "remains.linked">;

/** A part needs its number; only a part has one. */
export function refuseLink(act: Link): Refusal | undefined {
  const { stance, amount } = act.payload;
  if ((stance === "counts_in_part") !== (amount !== undefined))
    return refusal("CL4", "Say how many count where a part of a handover counts, and only there.");
  return undefined;
}

/** Whether an act that a claim refers to is a point or a proposal that this office reads. */
export function knowsAgreement(state: State, id: ActId): boolean {
  return state.talks.points.has(id) || state.proposals.tabled.has(id);
}
