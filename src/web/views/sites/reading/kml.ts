import type { FileSite } from "./row.ts";

// A worker has no parser of XML: of a KML file only placemarks with data and a point are read, and no entity is expanded
// but the five of XML itself. A document type could bring others and is refused.
const placemark = /<Placemark\b[^>]*>([\s\S]*?)<\/Placemark>/g;
const data = /<(?:Data|SimpleData)\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/(?:Data|SimpleData)>/g;

/** Placemarks of a KML file; one that is no point is kept as a row that says so. Undefined: it is no such file. */
export function sitesFromKml(text: string): readonly FileSite[] | undefined {
  if (!/<kml\b/.test(text) || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined;
  return [...text.matchAll(placemark)].map((found) => ({
    line: text.slice(0, found.index).split("\n").length,
    fields: fieldsOf(found[1] ?? ""),
  }));
}

export function sitesToKml(rows: readonly ReadonlyMap<string, string>[]): string {
  const marks = rows.map((row) => {
    const fields = [...row]
      .filter(([name, value]) => name !== "lon" && name !== "lat" && name !== "code" && value !== "")
      .map(([name, value]) => `<Data name="${escaped(name)}"><value>${escaped(value)}</value></Data>`);
    const point = `${row.get("lon")},${row.get("lat")}`;
    return `<Placemark><name>${escaped(row.get("code") ?? "")}</name><ExtendedData>${fields.join("")}</ExtendedData><Point><coordinates>${point}</coordinates></Point></Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${marks.join("\n")}\n</Document></kml>\n`;
}

function fieldsOf(mark: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = "", value = ""] of mark.matchAll(data))
    fields.set(plain(name).toLowerCase(), plain(value.replaceAll(/<\/?value>/g, "")));
  const name = /<name>([\s\S]*?)<\/name>/.exec(mark)?.[1];
  if (name !== undefined && !fields.has("code")) fields.set("code", plain(name));
  const point = /<Point\b[^>]*>[\s\S]*?<coordinates>\s*([^<]*?)\s*<\/coordinates>/.exec(mark)?.[1];
  if (point === undefined) return fields.set("not_a_point", "");
  const [lon = "", lat = ""] = point.split(",").map((one) => one.trim());
  return fields.set("lon", lon).set("lat", lat);
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function plain(text: string): string {
  const bare = text.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1").trim();
  return bare.replaceAll(/&(\w+);/g, (whole, name: string) => entities.get(name) ?? whole);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
