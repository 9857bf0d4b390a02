import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

const clockAllowanceMs = 5 * 60_000;
const longestMs = 14 * 86_400_000;

/** What may be said of a site. Judged by the author's own program: these rooms are sealed. */
export function refuseSites(state: State, act: Act, now: number): Refusal | undefined {
  switch (act.kind) {
    case "site.reported":
      return refuseCode(state, act) ?? refuseBody(act, now);
    case "site.updated":
      return refuseOwn(state, act) ?? refuseBody(act, now);
    case "site.withdrawn":
      return refuseOwn(state, act);
    case "site.viewed":
      return refuseViewed(state, act, now);
    default:
      return undefined;
  }
}

function refuseCode({ sites, entries }: State, { id, room, payload }: Act<"site.reported">) {
  const isTaken = [...sites.sites.values()].some((site) => {
    const other = entries.get(site.id)?.act;
    const isOther = site.id !== id && site.room === room && site.withdrawn === undefined;
    return isOther && other?.kind === "site.reported" && other.payload.code === payload.code;
  });
  return isTaken
    ? refusal("SI1", 'The code "{code}" is another site’s; give this one a code of its own.', {
        code: payload.code,
      })
    : undefined;
}

function refuseBody({ payload }: Act<"site.reported" | "site.updated">, now: number): Refusal | undefined {
  const { reportedAt, validUntil, wounded, remains } = payload;
  const [reported, until] = [epochMs(reportedAt), epochMs(validUntil)];
  if (reported > now + clockAllowanceMs || wounded.some((one) => epochMs(one.lastReport) > reported))
    return refusal("SI2", "A report is not later than now, and no word on a group is later than the report.");
  if (until <= reported || until - reported > longestMs)
    return refusal("SI3", "A report holds for some time after it was made, and for 14 days at most.");
  if (remains && remains.low > remains.high)
    return refusal("SI4", "The lower number of bodies is not above the higher one.");
  if (wounded.length === 0 && (remains === undefined || remains.high === 0))
    return refusal("SI4", "A site has wounded or bodies, or both.");
  return undefined;
}

function refuseOwn(state: State, { payload, room, by }: Act<"site.updated" | "site.withdrawn">) {
  const site = state.sites.sites.get(payload.site);
  if (!site || site.room !== room)
    return refusal("SI5", "It is about a site of this room that its author reads.");
  if (site.author !== by.office) return refusal("SI6", "Who reported a site brings it up to date.");
  return site.withdrawn === undefined
    ? undefined
    : refusal("SI5", "This site was withdrawn; report it anew.");
}

function refuseViewed(state: State, { payload, room }: Act<"site.viewed">, now: number) {
  for (const { site, at } of payload.opened) {
    if (state.sites.sites.get(site)?.room !== room)
      return refusal("SI5", "It is about a site of this room that its author reads.");
    const reported = known(state, site, "site.reported").receivedAt;
    if (epochMs(at) > now + clockAllowanceMs || epochMs(at) < reported - clockAllowanceMs)
      return refusal("SI7", "A site is opened after it was reported and not later than now.");
  }
  return undefined;
}
