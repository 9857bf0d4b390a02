/** What is typed before a case can be made; kept on the device. Tables are CSV, with the heads of `heads`. */
export type WindowDraft = {
  /** The truce text whose window holds; empty where the window is typed. */
  readonly truce: string;
  /** An instant in UTC, `YYYY-MM-DDTHH:MM`. */
  readonly from: string;
  readonly hours: string;
  readonly tables: Readonly<Record<TableName, string>>;
  /** Road over straight line; the slow tenth of journeys over the usual. */
  readonly detour: string;
  readonly slow: string;
  /** How many legs of a team may be slow. */
  readonly gamma: string;
  readonly seed: string;
  readonly iterations: string;
};

export const tableNames = ["classes", "zones", "facilities", "sites", "teams"] as const;
export type TableName = (typeof tableNames)[number];

export const heads: Readonly<Record<TableName, string>> = {
  classes: "code,place,curve,without,ride",
  zones: "code,clear_by,exit_lat,exit_lng",
  facilities: "code,side,lat,lng,unload,intake_every,intake_most,remains,beds_c1,care_c1",
  sites:
    "code,zone,ground,lat,lng,setup,clearance,joint,access,of,reported,loading,c1,remains,remains_of,handling",
  teams: "code,kind,side,lat,lng,stretcher,seat,cold,kmh,ground",
};

export const usualDraft: WindowDraft = {
  truce: "",
  from: "",
  hours: "36",
  tables: heads,
  detour: "1.35",
  slow: "1.4",
  gamma: "1",
  seed: "1",
  iterations: "6000",
};
