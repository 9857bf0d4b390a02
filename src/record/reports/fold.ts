import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { reportActs } from "./acts.ts";

/** What reports were said to say, in the order of the log, each with the act that took it back. */
export type ReportsState = { readonly entries: Map<ActId, NotedEntry> };
type NotedEntry = { readonly id: ActId; withdrawnBy: ActId | undefined };

export function emptyReports(): ReportsState {
  return { entries: new Map() };
}

export const reportHandlers: Handlers<keyof typeof reportActs> = {
  "report.entry_noted": ({ reports }, { act }) => {
    reports.entries.set(act.id, { id: act.id, withdrawnBy: undefined });
    return undefined;
  },
  "report.entry_withdrawn": ({ reports }, { act }) => {
    const noted = reports.entries.get(act.payload.entry);
    if (!noted) return act.payload.entry;
    noted.withdrawnBy ??= act.id;
    return undefined;
  },
};
