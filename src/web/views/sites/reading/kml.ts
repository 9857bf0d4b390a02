import { elements, hasDocumentType, plainText } from "../../../map/xml-elements.ts";
import type { FileSite } from "./row.ts";

// A worker has no parser of XML: of a KML file only placemarks with data and a point are read.
/** Placemarks of a KML file; one that is no point is kept as a row that says so. Undefined: it is no such file. */
export function sitesFromKml(text: string): readonly FileSite[] | undefined {
  if (!/<kml\b/.test(text) || hasDocumentType(text)) return undefined;
  let [line, counted] = [1, 0];
  return [...elements(text, "Placemark")].map(({ at, inner }) => {
    for (let end = text.indexOf("\n", counted); end >= 0 && end < at; end = text.indexOf("\n", counted)) {
      line++;
      counted = end + 1;
    }
    return { line, fields: fieldsOf(inner) };
  });
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
  for (const tag of ["Data", "SimpleData"])
    for (const { attributes, inner } of elements(mark, tag)) {
      const name = /\bname="([^"]*)"/.exec(attributes)?.[1] ?? "";
      fields.set(plainText(name).toLowerCase(), plainText(inner.replaceAll(/<\/?value>/g, "")));
    }
  const [name] = elements(mark, "name");
  if (name && !fields.has("code")) fields.set("code", plainText(name.inner));
  const [point] = elements(mark, "Point");
  const [coordinates] = elements(point?.inner ?? "", "coordinates");
  if (!coordinates) return fields.set("not_a_point", "");
  const [lon = "", lat = ""] = coordinates.inner.split(",").map((one) => one.trim());
  return fields.set("lon", lon).set("lat", lat);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
