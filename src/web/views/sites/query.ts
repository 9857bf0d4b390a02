import { officeName, sayCell, sayWord } from "#i18n";
import {
  type ActId,
  cellOf,
  coarseNotice,
  epochMs,
  type PayloadOf,
  partyOf,
  type SiteView,
  sideOf,
  siteCodes,
  sitesByExpiry,
  siteView,
} from "#record";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { cellRing } from "../../map/cell-ring.ts";
import type { LngLat } from "../../map/mercator.ts";
import { type SiteRoom, siteRoomsOf } from "./rooms.ts";

export type Coded<V extends string = string> = { readonly value: V; readonly label: string };
export type Word = { readonly code: string; readonly words: string };

/** A site in the register: everything but where exactly it is. */
export type SiteLine = {
  readonly id: ActId;
  readonly code: string;
  /** Whose room it stands in, and who reported it, by name. */
  readonly of: string;
  readonly by: string;
  readonly status: Word;
  readonly ground: string;
  readonly cell: string;
  /** The cell's corners: what a register may show of a place before somebody opens it. */
  readonly ring: readonly LngLat[];
  /** Epoch ms. */
  readonly validUntil: number;
  readonly isSoon: boolean;
  readonly litter: number;
  readonly seated: number;
  readonly urgent: number;
  readonly remains: { readonly low: number; readonly high: number } | undefined;
  readonly hazards: readonly string[];
};

export type SitesModel = {
  readonly rooms: readonly { readonly value: SiteRoom; readonly label: string }[];
  readonly sites: readonly SiteLine[];
  readonly standing: number;
  readonly choices: SiteChoices;
};

/** The exact position, for who holds it; that it was opened is noted in the same room. */
export type SiteModel = SiteLine & {
  readonly room: SiteRoom;
  readonly report: PayloadOf<"site.reported">;
  readonly position: string;
  readonly at: LngLat;
  readonly accuracy: number;
  readonly reportedAt: number;
  readonly noticeFrom: number | undefined;
  readonly groups: readonly {
    readonly precedence: string;
    readonly carriage: string;
    readonly count: number;
    readonly whose: string;
    readonly isAdverse: boolean;
    readonly lastReport: number;
  }[];
  /** What could be passed on now; undefined before its hour and after it has expired. */
  readonly notice: PayloadOf<"mission.area_noticed"> | undefined;
  readonly noticeWords: string | undefined;
  readonly opened: readonly { readonly by: string; readonly at: number }[];
  readonly said: Said;
  readonly owed: readonly OwedLine[];
  readonly isOwn: boolean;
  readonly choices: SiteChoices;
};

const soonMs = 6 * 3_600_000;

/** All sites that this office reads, the one that expires first at the top; null at a desk that reads none. */
export const sites: Query<undefined, SitesModel | null> = (at) => {
  const rooms = siteRoomsOf(at.office);
  if (rooms.length === 0) return null;
  const order = inPartyOrder(at, 0);
  const inTurn = rooms.toSorted((one, other) => order.indexOf(ownerOf(one)) - order.indexOf(ownerOf(other)));
  const all = sitesByExpiry(at.state, at.now).map((view) => lineOf(at, view));
  return {
    rooms: inTurn.map((value) => ({ value, label: officeName(at.t, at.state, ownerOf(value)) })),
    sites: all,
    standing: all.filter(({ status }) => status.code === "stands").length,
    choices: choicesOf(at),
  };
};

/** One site with its exact position; null where this desk does not read it. */
export const site: Query<{ readonly id: string }, SiteModel | null> = (at, { id }) => {
  const { state, t, now, office } = at;
  const found = state.sites.sites.get(id as ActId); // any text is looked up
  const rooms = siteRoomsOf(office);
  const room = rooms.find((one) => one === found?.room);
  if (!found || !room) return null;
  const view = siteView(state, found, now);
  const { report } = view;
  const notice = coarseNotice(view, now);
  const { lat, lon, accuracyMetres } = report.position;
  return {
    ...lineOf(at, view),
    room,
    report: { ...reportOnly(report), code: view.code },
    position: t("field.corner", { lat: degrees(lat), lon: degrees(lon) }),
    at: [lon / 1e6, lat / 1e6],
    accuracy: accuracyMetres,
    reportedAt: epochMs(report.reportedAt),
    noticeFrom: report.noticeFrom === undefined ? undefined : epochMs(report.noticeFrom),
    groups: report.wounded.map((one) => ({
      precedence: sayWord(t, one.precedence),
      carriage: sayWord(t, one.carriage),
      count: one.count,
      whose: sayWord(t, one.whose),
      isAdverse: one.whose === "adverse",
      lastReport: epochMs(one.lastReport),
    })),
    notice,
    noticeWords: notice && noticeWords(at, notice),
    opened: openedOf(at, found.id),
    said: saidOf(at, view.latest),
    owed: owedOn(at, found.id),
    isOwn: found.author === office && found.withdrawn === undefined,
    choices: choicesOf(at),
  };
};

/** A coarse notice in words: where, how many, until when it is said apart. */
export function noticeWords({ t }: Pick<At, "t">, notice: PayloadOf<"mission.area_noticed">): string {
  return [
    sayCell(t, notice.cell),
    `${t("field.wounded")}: ${sayWord(t, notice.wounded)}`,
    `${t("field.remains")}: ${sayWord(t, notice.remains)}`,
    ...notice.hazards.map((one) => sayWord(t, one)),
  ].join(" · ");
}

function ownerOf(room: SiteRoom) {
  return partyOf(room === "sites-a" ? "a" : "b");
}

function lineOf({ state, t, now }: At, view: SiteView): SiteLine {
  const { report, site: of, status } = view;
  const isUrgent = (one: (typeof report.wounded)[number]) => one.precedence.startsWith("urgent");
  return {
    id: view.id,
    code: view.code,
    of: officeName(t, state, partyOf(sideOf(of.room === "sites-a" ? "party-a" : "party-b") ?? "a")),
    by: officeName(t, state, of.author),
    status: { code: status, words: sayWord(t, status) },
    ground: sayWord(t, report.ground),
    cell: sayCell(t, cellOf(report.position)),
    ring: cellRing(cellOf(report.position)),
    validUntil: view.validUntil,
    isSoon: status === "stands" && view.validUntil - now <= soonMs,
    litter: view.litter,
    seated: view.seated,
    urgent: report.wounded.filter(isUrgent).reduce((sum, { count }) => sum + count, 0),
    remains: report.remains,
    hazards: report.hazards.map((one) => sayWord(t, one)),
  };
}

// An update names its site; what is left is the report itself.
function reportOnly(report: SiteView["report"]): SiteView["report"] {
  const { position, zone, ground, reportedAt, validUntil, noticeFrom } = report;
  const { wounded, remains, hazards, hazardWords, access } = report;
  return {
    position,
    ground,
    reportedAt,
    validUntil,
    wounded,
    hazards,
    ...(zone === undefined ? {} : { zone }),
    ...(noticeFrom === undefined ? {} : { noticeFrom }),
    ...(remains === undefined ? {} : { remains }),
    ...(hazardWords === undefined ? {} : { hazardWords }),
    ...(access === undefined ? {} : { access }),
  };
}

function openedOf({ state, t }: At, id: ActId): SiteModel["opened"] {
  return (state.sites.views.get(id) ?? [])
    .flatMap((act) => {
      const entry = state.entries.get(act);
      if (entry?.act.kind !== "site.viewed") return [];
      const by = officeName(t, state, entry.act.by.office);
      return entry.act.payload.opened
        .filter((one) => one.site === id)
        .map((one) => ({ by, at: epochMs(one.at) }));
    })
    .toSorted((one, other) => other.at - one.at);
}

function degrees(micro: number): string {
  return (micro / 1_000_000).toFixed(6);
}

function choicesOf({ t }: Pick<At, "t">) {
  const worded = <V extends string>(codes: readonly V[]): readonly Coded<V>[] =>
    codes.map((value) => ({ value, label: sayWord(t, value) }));
  const { grounds, precedences, carriages, belongings, hazards, withdrawals } = siteCodes;
  return {
    grounds: worded(grounds),
    precedences: worded(precedences),
    carriages: worded(carriages),
    belongings: worded(belongings),
    hazards: worded(hazards),
    withdrawals: worded(withdrawals),
  };
}
export type SiteChoices = ReturnType<typeof choicesOf>;
