import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { bandOf } from "./band.ts";
import { cellOf } from "./cell.ts";
import type { Site } from "./fold.ts";

/** `expired` is derived from the time: nobody says it. */
export type SiteStatus = "stands" | "expired" | "withdrawn";

/** What is said of a site now: the latest report of it, whether it still holds, and how many by the report. */
export type SiteView = {
  readonly id: ActId;
  readonly site: Site;
  readonly code: string;
  readonly report: Omit<PayloadOf<"site.reported">, "code">;
  readonly latest: Entry<Act<"site.reported">> | Entry<Act<"site.updated">>;
  readonly status: SiteStatus;
  /** Epoch ms. */
  readonly validUntil: number;
  readonly litter: number;
  readonly seated: number;
  /** Epoch ms of the oldest last word on a group; undefined where nobody is wounded. */
  readonly oldestWord: number | undefined;
};

export function siteView(state: State, site: Site, now: number): SiteView {
  const first = known(state, site.id, "site.reported");
  const update = site.updates.at(-1);
  const latest = update === undefined ? first : known(state, update, "site.updated");
  const report = latest.act.payload;
  const validUntil = epochMs(report.validUntil);
  const carried = (by: "litter" | "seated") =>
    report.wounded.filter(({ carriage }) => carriage === by).reduce((sum, { count }) => sum + count, 0);
  const words = report.wounded.map(({ lastReport }) => epochMs(lastReport));
  return {
    id: site.id,
    site,
    code: first.act.payload.code,
    report,
    latest,
    status: site.withdrawn !== undefined ? "withdrawn" : now >= validUntil ? "expired" : "stands",
    validUntil,
    litter: carried("litter"),
    seated: carried("seated"),
    oldestWord: words.length === 0 ? undefined : Math.min(...words),
  };
}

const order: readonly SiteStatus[] = ["stands", "expired", "withdrawn"];

/** All sites that this viewer reads: standing ones first, and of these the one that expires first. */
export function sitesByExpiry(state: State, now: number): readonly SiteView[] {
  return [...state.sites.sites.values()]
    .map((site) => siteView(state, site, now))
    .toSorted(
      (one, other) =>
        order.indexOf(one.status) - order.indexOf(other.status) || one.validUntil - other.validUntil,
    );
}

/**
 * What may be passed on of a site: a cell and bands, from the hour that its own report allows, and only while the report
 * holds. Undefined before. It is held by the program of who passes it on: a refusal by the host would tell of the site.
 */
export function coarseNotice(view: SiteView, now: number): PayloadOf<"mission.area_noticed"> | undefined {
  const { report, status, litter, seated } = view;
  if (status !== "stands" || report.noticeFrom === undefined || now < epochMs(report.noticeFrom))
    return undefined;
  return {
    cell: cellOf(report.position),
    wounded: bandOf(litter + seated),
    remains: bandOf(report.remains?.high ?? 0),
    hazards: report.hazards,
    validUntil: report.validUntil,
  };
}

const askedBeforeMs = 6 * 3_600_000;

/** A report that soon holds no more is brought up to date or withdrawn by who made it. */
export function owedOnSites(state: State, now: number): readonly Owed[] {
  return sitesByExpiry(state, now)
    .filter(({ status, validUntil }) => status === "stands" && validUntil - now <= askedBeforeMs)
    .map(({ id, code, site, validUntil }) => ({
      what: "site_report",
      subject: id,
      title: code,
      by: site.author,
      due: validUntil,
      detail: {},
    }));
}
