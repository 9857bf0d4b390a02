import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { Button, css, Section } from "../../design/index.ts";
import type { SitesModel } from "./query.ts";

const formats = [
  ["geojson", "GeoJSON", "application/geo+json"],
  ["csv", "CSV", "text/csv"],
  ["kml", "KML", "application/vnd.google-earth.kml+xml"],
] as const;

/** One's own standing sites as a file on this device, in the formats that are read. */
export function Keep({ rooms }: { readonly rooms: SitesModel["rooms"] }) {
  const { t, connection } = useDesk();
  return (
    <Section title={t("sites.keep")}>
      <p className={css.soft}>{t("sites.keep_words")}</p>
      {rooms.map(({ value, label }) => (
        <div key={value} className={css.row}>
          {rooms.length > 1 && <span>{label}</span>}
          {formats.map(([format, name, type]) => (
            <Button
              key={format}
              aria-label={t("sites.keep_as", { format: name, label })}
              onPress={() =>
                void connection
                  .call("exportSites", { format, room: value })
                  .then((text) => saveFile(`sites.${format}`, new Blob([text], { type })))
              }
            >
              {name}
            </Button>
          ))}
        </div>
      ))}
    </Section>
  );
}
