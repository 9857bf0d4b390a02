import { epochMs, type SiteView } from "#record";
import { heads } from "./draft.ts";

/** The tables that the record fills: sites, and the classes that stand in them, whose curves are left to enter. */
export type SiteTables = { readonly sites: string; readonly classes: string };

/**
 * Sites that this office reads, as rows to be looked through: whose ground it is and whose remains, the record does not say, so
 * the side stands whose room it is; of remains the higher number. A class is a precedence and how one is carried.
 */
export function siteTables(views: readonly SiteView[], fromMs: number): SiteTables {
  const standing = views.filter(({ status }) => status === "stands");
  const classes = [
    ...new Set(standing.flatMap(({ report }) => report.wounded.map((one) => classOf(one)))),
  ].toSorted();
  const head = heads.sites.split(",").flatMap((one) => (one === "c1" ? classes : [one]));
  const codes = plainCodes(standing.map(({ code }) => code));
  const rows = standing.flatMap((view, n) =>
    rowsOf(view, codes[n] ?? "", fromMs).map((row) => head.map((one) => row[one] ?? "")),
  );
  return {
    sites: [head, ...rows].map((row) => row.join(",")).join("\n"),
    classes: [
      heads.classes,
      ...classes.map((code) => `${code},${code.endsWith("-litter") ? "stretcher" : "seat"},,,`),
    ].join("\n"),
  };
}

type Row = Readonly<Record<string, string>>;
type Wounded = SiteView["report"]["wounded"][number];

// One row for each side whose wounded are there.
function rowsOf({ site, report }: SiteView, code: string, fromMs: number): readonly Row[] {
  const own = site.room === "sites-a" ? "a" : "b";
  const other = own === "a" ? "b" : "a";
  const common = {
    code,
    zone: plain(report.zone ?? ""),
    ground: own,
    lat: String(report.position.lat / 1e6),
    lng: String(report.position.lon / 1e6),
  };
  const of = (side: string, isFirst: boolean): Row[] => {
    const wounded = report.wounded.filter(({ whose }) => (whose === "adverse" ? other : own) === side);
    if (wounded.length === 0 && !isFirst) return [];
    const counts = Map.groupBy(wounded, classOf);
    const oldest = Math.min(fromMs, ...wounded.map(({ lastReport }) => epochMs(lastReport)));
    const remains = isFirst ? (report.remains?.high ?? 0) : 0;
    return [
      {
        ...common,
        of: side,
        reported: String(Math.floor((fromMs - oldest) / 60_000)),
        ...Object.fromEntries(
          [...counts].map(([name, all]) => [name, String(all.reduce((sum, { count }) => sum + count, 0))]),
        ),
        ...(remains > 0 ? { remains: String(remains), remains_of: own } : {}),
      },
    ];
  };
  return [...of(own, true), ...of(other, false)];
}

function classOf({ precedence, carriage }: Pick<Wounded, "precedence" | "carriage">): string {
  return `${precedence.split("_")[0]}-${carriage}`;
}

// What is left of two codes in plain letters may be the same: they stay two sites.
function plainCodes(codes: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return codes.map((code) => {
    const own = plain(code).slice(0, 16);
    let free = own;
    for (let n = 2; taken.has(free); n++) free = `${own}.${n}`;
    taken.add(free);
    return free;
  });
}

// A code of the planner has no spaces and no marks of a table.
export function plain(text: string): string {
  return text.trim().replaceAll(/[^A-Za-z0-9._:-]+/g, "-");
}
