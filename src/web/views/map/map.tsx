import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import {
  Button,
  Clock,
  css,
  Empty,
  FormButton,
  Mark,
  Page,
  Rows,
  Section,
  SourceWords,
  ToRecord,
} from "../../design/index.ts";
import { printPlace } from "../../map/coordinates.ts";
import { GroundMap } from "../../map/map.tsx";
import { type Format, formats, shapesText, type Written } from "../../map/write-shapes.ts";
import { ClaimForm } from "./claim-form.tsx";
import type { MapModel } from "./query.ts";
import { shownOf } from "./shown-of.ts";

/** Land, each one's own line of contact, and zones of truces. */
export default function MapPage() {
  const { t } = useDesk();
  const model = useQuery("map.lines", undefined);
  return (
    <Page
      title={t("map.title")}
      intro={t("map.intro")}
      actions={
        model &&
        model.rooms.length > 0 && (
          <FormButton label={t("map.do.claim")} look="main">
            {(close) => <ClaimForm rooms={model.rooms} onDone={close} />}
          </FormButton>
        )
      }
    >
      {!model && <p className={css.soft}>{t("shell.loading")}</p>}
      {model && (
        <>
          <GroundMap label={t("map.label")} shown={shownOf(model)} />
          <Lines model={model} />
          <Zones model={model} />
          <Cells model={model} />
          <Export model={model} />
        </>
      )}
    </Page>
  );
}

function Lines({ model: { lines } }: { readonly model: MapModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("map.lines")}>
      {lines.length === 0 && <Empty>{t("map.lines_none")}</Empty>}
      {lines.length > 0 && (
        <Rows
          label={t("map.table", { title: t("map.lines") })}
          heads={[
            t("map.col.teller"),
            t("map.col.title"),
            t("map.col.as_of"),
            { number: t("map.col.points") },
            t("map.col.from_to"),
            t("map.col.source"),
          ]}
        >
          <tbody>
            {lines.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.teller}
                  {!one.stands && (
                    <>
                      {" "}
                      <Mark weight="waiting">{t("map.earlier")}</Mark>
                    </>
                  )}
                </th>
                <td>{one.title}</td>
                <td>
                  <Clock at={one.asOf} />
                </td>
                <td className={css.number}>{one.pieces.flat().length}</td>
                <td>
                  {one.pieces.map((piece, n) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
                    <div key={n}>
                      {printPlace(piece[0] ?? [0, 0])} – {printPlace(piece.at(-1) ?? [0, 0])}
                    </div>
                  ))}
                </td>
                <td>
                  {one.source && <SourceWords source={one.source} />} <ToRecord id={one.id} />
                </td>
              </tr>
            ))}
          </tbody>
        </Rows>
      )}
    </Section>
  );
}

function Zones({ model: { zones } }: { readonly model: MapModel }) {
  const { t } = useDesk();
  if (zones.length === 0) return null;
  return (
    <Section title={t("map.zones")}>
      <Rows
        label={t("map.table", { title: t("map.zones") })}
        heads={[t("map.col.zone"), t("map.col.truce"), t("map.col.window"), t("map.col.corners")]}
      >
        <tbody>
          {zones.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td>
                {one.title} <Mark>{one.status}</Mark>
              </td>
              <td>
                {one.from !== undefined && <Clock at={one.from} />}
                {one.to !== undefined && (
                  <>
                    {" – "}
                    <Clock at={one.to} />
                  </>
                )}
              </td>
              <td>{one.ring.map((corner) => printPlace(corner)).join("; ")}</td>
            </tr>
          ))}
        </tbody>
      </Rows>
    </Section>
  );
}

function Cells({ model: { cells } }: { readonly model: MapModel }) {
  const { t } = useDesk();
  if (cells.length === 0) return null;
  return (
    <Section title={t("map.cells")}>
      <Rows
        label={t("map.table", { title: t("map.cells") })}
        heads={[t("map.col.cell"), t("map.col.teller"), t("map.col.notice"), t("map.col.until")]}
      >
        <tbody>
          {cells.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.label}</th>
              <td>{one.teller}</td>
              <td>
                {one.words} <ToRecord id={one.id} />
              </td>
              <td>
                <Clock at={one.until} />
              </td>
            </tr>
          ))}
        </tbody>
      </Rows>
    </Section>
  );
}

const media: Readonly<Record<Format, string>> = {
  geojson: "application/geo+json",
  csv: "text/csv",
  kml: "application/vnd.google-earth.kml+xml",
};

const names: Readonly<Record<Format, string>> = { geojson: "GeoJSON", csv: "CSV", kml: "KML" };

function Export({ model: { lines, zones } }: { readonly model: MapModel }) {
  const { t } = useDesk();
  if (lines.length + zones.length === 0) return null;
  const shapes: readonly Written[] = [
    ...lines
      .filter(({ stands }) => stands)
      .flatMap(({ title, teller, asOf, pieces }) =>
        pieces.map((points) => ({
          name: title,
          teller,
          asOf: new Date(asOf).toISOString(),
          kind: "line" as const,
          points,
        })),
      ),
    ...zones.map(({ name, title, from, ring }) => ({
      name,
      teller: title,
      asOf: from === undefined ? "" : new Date(from).toISOString(),
      kind: "area" as const,
      points: ring,
    })),
  ];
  return (
    <Section title={t("map.export")}>
      <p className={css.small}>{t("map.export_words")}</p>
      <div className={css.row}>
        {formats.map((format) => (
          <Button
            key={format}
            onPress={() =>
              saveFile(`lines.${format}`, new Blob([shapesText(format, shapes)], { type: media[format] }))
            }
          >
            {t("map.export.as", { format: names[format] })}
          </Button>
        ))}
      </div>
    </Section>
  );
}
