import { anchorAmong, onPlane, originOf } from "#base";
import type { TableName, WindowDraft } from "./draft.ts";
import type { Facility, Group, PatientClass, Site, Team, TruceCase, TruceSide } from "./engine/protocol.ts";

/** A cell in which something is wrong: in which table, on which line of it, under which head. */
export type CellFault = {
  readonly table: TableName | "window";
  readonly line: number;
  readonly column: string;
  readonly wrong: "missing" | "not_a_code" | "not_a_number" | "not_a_word" | "no_rows" | "no_window";
};

export type CaseRead =
  | { readonly is: "case"; readonly given: TruceCase }
  | { readonly is: "faults"; readonly faults: readonly CellFault[] };

/** A row by its heads; what is wrong in it is noted, and the value that is handed on then is of no meaning. */
type Cells = {
  readonly text: (column: string) => string;
  readonly whole: (column: string, otherwise?: number) => number;
  readonly number: (column: string) => number;
  readonly oneOf: <V extends string>(column: string, of: readonly V[], otherwise?: V) => V;
  readonly columns: readonly string[];
};

type Window = { readonly from: string; readonly minutes: number };

/**
 * The case that the tables make, of the window given: coordinates onto a plane around their middle, percents and hours into the
 * planner's units. O(rows).
 */
export function caseOf({ tables, detour, slow, gamma }: WindowDraft, window: Window | undefined): CaseRead {
  const faults: CellFault[] = [];
  const rows = (table: TableName) => rowsOf(table, tables[table], faults);
  const [classRows, zoneRows, facilityRows, siteRows, teamRows] = [
    rows("classes"),
    rows("zones"),
    rows("facilities"),
    rows("sites"),
    rows("teams"),
  ];
  if (!window) faults.push({ table: "window", line: 0, column: "from", wrong: "no_window" });
  const minutes = window?.minutes ?? 0;
  const places = [...facilityRows, ...siteRows, ...teamRows].map((row) => placeOf(row));
  const anchor = anchorAmong(places);
  const at = (row: Cells, lat = "lat", lng = "lng") =>
    onPlane(originOf(anchor), [row.number(lng), row.number(lat)]);
  const classes = classRows.map(classOf);
  const codes = classes.map(({ code }) => code);
  const given: TruceCase = {
    format: "parley-plan-case/1",
    window: window ?? { from: "", minutes: 0 },
    zones: [...Map.groupBy(zoneRows, (row) => row.text("code"))].map(([code, all]) => ({
      code,
      clearBy: all[0]?.whole("clear_by") ?? 0,
      exits: all.map((row) => at(row, "exit_lat", "exit_lng")),
    })),
    classes,
    facilities: facilityRows.map((row) => facilityOf(row, at(row), codes)),
    sites: [...Map.groupBy(siteRows, (row) => row.text("code"))].map(([code, all]) =>
      siteOf(code, all, at(all[0] ?? nowhere), codes, minutes),
    ),
    teams: teamRows.map((row) => teamOf(row, at(row), minutes)),
    travel: {
      detour: Math.round(Number(detour) * 1000),
      slow: Math.round(Number(slow) * 1000),
      gamma: gamma === "0" ? 0 : gamma === "2" ? 2 : 1,
    },
    anchor,
  };
  return faults.length > 0 ? { is: "faults", faults } : { is: "case", given };
}

const sideOrNeutral = ["a", "b", "neutral"] as const;
const sides = ["a", "b"] as const;

function classOf(row: Cells): PatientClass {
  const curve = row.text("curve").split(/\s+/).filter(Boolean);
  return {
    code: row.text("code"),
    place: row.oneOf("place", ["stretcher", "seat"]),
    survival: curve.map((one) => {
      const [minute = "", percent = ""] = one.split(":");
      return [Number(minute), Math.round(Number(percent) * 10_000)] as const;
    }),
    without: Math.round(row.number("without") * 10_000),
    ...(row.text("ride") === "" ? {} : { ride: row.whole("ride") }),
  };
}

function facilityOf(row: Cells, at: { x: number; y: number }, codes: readonly string[]): Facility {
  const each = (prefix: string, times: number) =>
    Object.fromEntries(
      codes
        .filter((code) => row.columns.includes(`${prefix}_${code}`) && row.text(`${prefix}_${code}`) !== "")
        .map((code) => [code, Math.round(row.number(`${prefix}_${code}`) * times)]),
    );
  const most = row.text("intake_most");
  return {
    code: row.text("code"),
    side: row.oneOf("side", sideOrNeutral),
    ...at,
    beds: each("beds", 1),
    care: each("care", 10_000),
    ...(most === ""
      ? {}
      : { intake: { every: row.whole("intake_every", 60), most: row.whole("intake_most") } }),
    unload: row.whole("unload", 15),
    remains: row.whole("remains", 0),
  };
}

// Rows of one code are one site: patients of the other side stand in a row of their own.
function siteOf(
  code: string,
  rows: readonly Cells[],
  at: { x: number; y: number },
  codes: readonly string[],
  minutes: number,
): Site {
  const first = rows[0] ?? nowhere;
  const ground = first.oneOf("ground", sides);
  const persons = rows.flatMap((row): Group[] => {
    const of = row.text("of") === "" ? ground : row.oneOf("of", sides);
    return codes
      .filter((one) => row.columns.includes(one) && row.whole(one, 0) > 0)
      .map((one) => ({
        code: `${code}.${one}.${of}`,
        class: one,
        of,
        count: row.whole(one, 0),
        reported: -row.whole("reported", 0),
        loading: row.whole("loading", 5),
      }));
  });
  const dead = rows.find((row) => row.whole("remains", 0) > 0);
  const clearance = first.whole("clearance", 0);
  const access = first.text("access");
  return {
    code,
    zone: first.text("zone"),
    ground,
    ...at,
    windows: access === "" ? [[0, minutes]] : access.split(/\s+/).map((one) => spanOf(one)),
    setup: first.whole("setup", 10),
    ...(clearance > 0 ? { clearance } : {}),
    ...(/^(1|yes|joint)$/i.test(first.text("joint")) ? { joint: true } : {}),
    persons,
    ...(dead
      ? {
          remains: {
            of: dead.text("remains_of") === "" ? ground : dead.oneOf("remains_of", sides),
            count: dead.whole("remains"),
            handling: dead.whole("handling", 10),
          },
        }
      : {}),
  };
}

function spanOf(text: string): readonly [number, number] {
  const [from = "", until = ""] = text.split("-");
  return [Number(from), Number(until)];
}

function teamOf(row: Cells, at: { x: number; y: number }, minutes: number): Team {
  const ground = row
    .text("ground")
    .split(/\s+/)
    .filter((one): one is TruceSide => one === "a" || one === "b");
  return {
    code: row.text("code"),
    kind: row.oneOf("kind", ["medical", "recovery", "clearance", "liaison"]),
    side: row.oneOf("side", sideOrNeutral),
    start: at,
    end: at,
    duty: [0, minutes],
    places: {
      stretcher: row.whole("stretcher", 0),
      seat: row.whole("seat", 0),
      cold: row.whole("cold", 0),
    },
    ground: ground.length > 0 ? ground : sides,
    speed: Math.round((row.number("kmh") * 1000) / 60),
  };
}

// Opaque, so that no name fits in by chance; short enough that a group's code, which has a site's and a class's in it, is one too.
function isCode(text: string): boolean {
  return /^[A-Za-z0-9._:-]{1,18}$/.test(text);
}

function placeOf(row: Cells): readonly [number, number] {
  return [Number(row.text("lng")), Number(row.text("lat"))];
}

function rowsOf(table: TableName, text: string, faults: CellFault[]): readonly Cells[] {
  const [head = "", ...lines] = text.split(/\r?\n/);
  const mark = [";", "\t", ","].find((one) => head.includes(one)) ?? ",";
  const columns = head.split(mark).map((one) => one.trim().toLowerCase());
  const rows = lines.flatMap((line, n) =>
    line.trim() === "" ? [] : [cellsOf(table, n + 2, columns, line.split(mark), faults)],
  );
  if (rows.length === 0) faults.push({ table, line: 0, column: "", wrong: "no_rows" });
  return rows;
}

function cellsOf(
  table: TableName,
  line: number,
  columns: readonly string[],
  cells: readonly string[],
  faults: CellFault[],
): Cells {
  const found = (column: string, wrong: CellFault["wrong"]) => {
    if (!faults.some((one) => one.table === table && one.line === line && one.column === column))
      faults.push({ table, line, column, wrong });
  };
  const text = (column: string) => cells[columns.indexOf(column)]?.trim() ?? "";
  const number = (column: string, isWhole = false, otherwise?: number) => {
    const said = text(column);
    if (said === "" && otherwise !== undefined) return otherwise;
    const read = Number(said);
    if (said === "") found(column, "missing");
    else if (!Number.isFinite(read) || (isWhole && !(Number.isInteger(read) && read >= 0)))
      found(column, "not_a_number");
    return Number.isFinite(read) ? read : 0;
  };
  if (text("code") === "") found("code", "missing");
  else if (!isCode(text("code"))) found("code", "not_a_code");
  return {
    columns,
    text,
    number: (column) => number(column),
    whole: (column, otherwise) => number(column, true, otherwise),
    oneOf: (column, of, otherwise) => {
      const said = text(column).toLowerCase();
      const one = of.find((each) => each === said) ?? (said === "" ? otherwise : undefined);
      if (one === undefined) found(column, said === "" ? "missing" : "not_a_word");
      return one ?? (of[0] as (typeof of)[number]); // of no meaning beside the fault
    },
  };
}

const nowhere: Cells = {
  columns: [],
  text: () => "",
  number: () => 0,
  whole: () => 0,
  oneOf: (_, of) => of[0] as (typeof of)[number], // never of an empty table
};
