import { type ActId, type Site, type State, sitesByExpiry } from "#record";
import type { Shown } from "../map/shown.ts";
import { type FileRead, readSiteFile, sitesToCsv } from "../views/sites/reading/file.ts";
import { sitesToGeoJson } from "../views/sites/reading/geojson.ts";
import { sitesToKml } from "../views/sites/reading/kml.ts";
import { type RowFault, reportOf, rowOf } from "../views/sites/reading/row.ts";
import { siteRoomsOf } from "../views/sites/rooms.ts";
import { composeShown } from "./act-actions.ts";
import type { Action } from "./action.ts";
import { remember, remembered } from "./memory.ts";
import type { Preview } from "./preview.ts";

/** One row of a file: what would be signed, or why it is not. */
export type SiteRow = { readonly line: number; readonly code: string; readonly isOdd: boolean } & (
  | { readonly preview: Preview; readonly fault: undefined }
  | { readonly preview: undefined; readonly fault: RowFault }
);
type SitesLookedAt = { readonly format: FileRead["format"]; readonly rows: readonly SiteRow[] };

/** Reads a file of sites on this device and shows row by row what would be signed; nothing leaves it. */
const lookAtSites: Action<
  { readonly name: string; readonly bytes: Uint8Array; readonly room: string },
  SitesLookedAt
> = async (desk, { name, bytes, room }) => {
  const at = desk.at();
  const where = at && siteRoomsOf(at.office).find((one) => one === room);
  if (!where) throw new Error(`This desk does not write in the room ${room}.`);
  const { format, sites, odd } = await readSiteFile(name, bytes);
  const rows: SiteRow[] = [];
  const seen = new Set<string>();
  for (const site of sites) {
    const read = reportOf(site);
    const code = site.fields.get("code")?.trim() ?? "";
    const about = { line: site.line, code, isOdd: odd.includes(site.line) };
    const isAgain = seen.has(code);
    seen.add(code);
    if ("fault" in read) rows.push({ ...about, preview: undefined, fault: read.fault });
    else if (isAgain) rows.push({ ...about, preview: undefined, fault: { reason: "same_code", text: code } });
    else {
      const draft = { room: where, kind: "site.reported", payload: read.report };
      rows.push({ ...about, preview: await composeShown(desk, draft), fault: undefined });
    }
  }
  return { format, rows };
};

/** The sites that this office itself reported and that stand, as a file of one of the formats that are read. */
const exportSites: Action<
  { readonly format: "geojson" | "kml" | "csv"; readonly room: string },
  string
> = async (desk, { format, room }) => {
  const at = desk.at();
  if (!at) throw new Error("Nothing can be kept before the record has been read.");
  const rows = sitesByExpiry(at.state, at.now)
    .filter(({ site, status }) => site.room === room && site.author === at.office && status === "stands")
    .map(({ code, report }) => rowOf({ ...report, code }));
  if (format === "geojson") return sitesToGeoJson(rows);
  return format === "kml" ? sitesToKml(rows) : sitesToCsv(rows);
};

type Opened = { readonly site: string; readonly room: string; readonly at: string };
const batchMs = 60_000;

/**
 * An exact position was opened: it is noted on this device, and said in the site's own sealed room once a minute has
 * passed or somebody opens another later. The page shows nothing of it.
 */
const noteOpened: Action<string, void> = async (desk, id) => {
  const at = desk.at();
  const site = at && siteSaidIn(at.state, id);
  if (!at || !site || !at.replica.device) return;
  const key = `opened sites ${at.office}`;
  const before = openedIn(await remembered(key));
  const isNoted = before.some((one) => one.site === site.id && at.now - Date.parse(one.at) < 10 * batchMs);
  const now = new Date(at.now).toISOString();
  const all = isNoted ? before : [...before, { site: site.id, room: site.room, at: now }];
  await remember(key, all);
  setTimeout(() => void sayOpened(desk, key), batchMs);
};

// The site that an act tells of: its report, what brought it up to date, or a correction of either.
function siteSaidIn(state: State, id: string): Site | undefined {
  const act = state.entries.get(id as ActId)?.act; // any text is looked up
  if (act?.kind === "site.reported") return state.sites.sites.get(act.id);
  if (act?.kind === "site.updated") return state.sites.sites.get(act.payload.site);
  return act?.kind === "act.corrected" ? siteSaidIn(state, act.payload.act) : undefined;
}

async function sayOpened(desk: Parameters<typeof noteOpened>[0], key: string): Promise<void> {
  const all = openedIn(await remembered(key));
  const at = desk.at();
  if (!at || all.length === 0 || key !== `opened sites ${at.office}`) return;
  await remember(key, []);
  for (const [room, opened] of Map.groupBy(all, (one) => one.room)) {
    const where = siteRoomsOf(at.office).find((one) => one === room);
    if (!where) continue;
    const payload = { opened: opened.slice(-200).map(({ site, at: when }) => ({ site, at: when })) };
    const draft = { room: where, kind: "site.viewed", payload };
    const { id, problem } = await composeShown(desk, draft);
    const act = desk.previews.get(id);
    desk.previews.delete(id);
    if (act && problem === undefined) await desk.replica().say(act);
  }
}

function openedIn(value: unknown): readonly Opened[] {
  return Array.isArray(value) ? (value as readonly Opened[]) : []; // as noteOpened remembered it
}

/** Where sites lie exactly, of those that this office reads; each is noted as opened. */
const openPlaces: Action<readonly string[], Shown["points"]> = async (desk, ids, work) => {
  const at = desk.at();
  if (!at) throw new Error("No copy of the record is open.");
  const wanted = sitesByExpiry(at.state, at.now).filter(({ id }) => ids.includes(id));
  for (const { id } of wanted) await noteOpened(desk, id, work);
  return wanted.map(({ id, code, report: { position } }) => ({
    id,
    label: code,
    kind: "site",
    at: [position.lon / 1e6, position.lat / 1e6],
  }));
};

export const siteActions = { lookAtSites, exportSites, noteOpened, openPlaces } as const;
