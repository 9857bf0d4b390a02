import { readTable } from "#sheets";
import { sitesFromGeoJson } from "./geojson.ts";
import { sitesFromKml } from "./kml.ts";
import { type FileSite, siteColumns } from "./row.ts";

/** What a file holds: its sites, and the lines that could not be read as rows at all. */
export type FileRead = {
  readonly format: "geojson" | "kml" | "table";
  readonly sites: readonly FileSite[];
  /** Lines of a table that are not as they should be; they stand among the sites as far as they could be read. */
  readonly odd: readonly number[];
};

/** Reads a GeoJSON, KML, CSV or XLSX file by what is in it, not by its name. Nothing is dropped. */
export async function readSiteFile(name: string, bytes: Uint8Array): Promise<FileRead> {
  const text = new TextDecoder().decode(bytes);
  const start = text.trimStart().slice(0, 1);
  const geojson = start === "{" ? sitesFromGeoJson(text) : undefined;
  if (geojson) return { format: "geojson", sites: geojson, odd: [] };
  const kml = start === "<" ? sitesFromKml(text) : undefined;
  if (kml) return { format: "kml", sites: kml, odd: [] };
  const table = await readTable(name, bytes);
  const sites = Array.from(
    { length: table.rows },
    (_, row): FileSite => ({
      line: table.lines[row] ?? 0,
      fields: new Map(
        table.columns.map(({ heading, cells, values }) => [
          heading.trim().toLowerCase(),
          values[cells[row] ?? 0] ?? "",
        ]),
      ),
    }),
  );
  return { format: "table", sites, odd: table.problems.map(({ line }) => line) };
}

/** The same columns as are read, for a spreadsheet; a cell that a spreadsheet would compute is kept as text. */
export function sitesToCsv(rows: readonly ReadonlyMap<string, string>[]): string {
  const cell = (text: string) => `"${(/^[=+@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const line = (row: ReadonlyMap<string, string>) =>
    siteColumns.map((name) => cell(row.get(name) ?? "")).join(",");
  return `${[siteColumns.join(","), ...rows.map(line)].join("\r\n")}\r\n`;
}
