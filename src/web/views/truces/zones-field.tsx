import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Field, Group } from "../../design/index.ts";
import { nothingShown } from "../../map/shown.ts";
import { ReadMap } from "../map/read-map.tsx";
import { ShapesFileField } from "../map/shapes-file-field.tsx";
import { noZone, numberIsWrong, type ZoneDraft, zoneIsWrong } from "./draft.ts";
import own from "./truces.module.css";
import { cornersBegun, cornersText } from "./zones-text.ts";

/** The zones of a text: typed or pasted as corners, out of a file, or drawn on the map, which shows what was read. */
export function ZonesField({
  value,
  onChange,
  tried,
}: {
  readonly value: readonly ZoneDraft[];
  readonly onChange: (value: readonly ZoneDraft[]) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  const set = (at: number, part: Partial<ZoneDraft>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const said = (key: ReturnType<typeof numberIsWrong>) => (tried && key ? t(key) : undefined);
  const [drawn, setDrawn] = useState<number>();
  const begun = drawn === undefined ? undefined : value[drawn];
  const rings = value.map(({ name, corners }, i) => ({
    id: `${i}`,
    label: name === "" ? `${i + 1}` : name,
    ring: cornersBegun(corners),
  }));
  return (
    <Group title={t("part.zones")}>
      {value.map((zone, i) => {
        const wrong = zoneIsWrong(zone);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a zone has no identity but its place in the text
          <div key={i} className={own.zoneFields}>
            <Field
              label={t("truces.f.zone_name")}
              value={zone.name}
              onChange={(name) => set(i, { name })}
              wrong={wrong === "forms.fill" ? said(wrong) : undefined}
            />
            <Field
              label={t("truces.f.zone_corners")}
              help={t("truces.f.zone_help")}
              lines
              value={zone.corners}
              onChange={(corners) => set(i, { corners })}
              wrong={wrong === "truces.f.zone_wrong" ? said(wrong) : undefined}
            />
            <div className={css.twoUp}>
              <Field
                label={t("forms.optional", { label: t("truces.f.zone_depth") })}
                type="number"
                value={zone.depth}
                onChange={(depth) => set(i, { depth })}
                wrong={said(numberIsWrong(zone.depth))}
              />
              <Field
                label={t("forms.optional", { label: t("truces.f.zone_height") })}
                type="number"
                value={zone.height}
                onChange={(height) => set(i, { height })}
                wrong={said(numberIsWrong(zone.height))}
              />
            </div>
            <div className={css.row}>
              <Button onPress={() => setDrawn(drawn === i ? undefined : i)}>
                {t(drawn === i ? "truces.f.zone_drawn" : "truces.f.zone_draw")}
              </Button>
              <Button
                look="plain"
                onPress={() => {
                  setDrawn(undefined);
                  onChange(value.filter((_, at) => at !== i));
                }}
              >
                {t("truces.f.remove")}
              </Button>
            </div>
          </div>
        );
      })}
      <p>
        <Button onPress={() => onChange([...value, noZone])}>{t("truces.f.add_zone")}</Button>
      </p>
      <ShapesFileField
        label={t("truces.f.zones_file")}
        onRead={({ areas }) =>
          onChange([
            ...value.filter(isBegun),
            ...areas.map(({ name, ring }) => ({ ...noZone, name, corners: cornersText(ring) })),
          ])
        }
      />
      {value.length > 0 && (
        <ReadMap
          label={t("truces.zones_map")}
          shown={{ ...nothingShown, zones: rings.filter(({ ring }, i) => i !== drawn && ring.length > 2) }}
          {...(begun && drawn !== undefined
            ? {
                draw: {
                  ring: rings[drawn]?.ring ?? [],
                  onChange: (ring) => set(drawn, { corners: cornersText(ring) }),
                },
              }
            : {})}
        />
      )}
    </Group>
  );
}

// Something of it has been said.
function isBegun({ name, corners }: ZoneDraft): boolean {
  return name.trim() !== "" || corners.trim() !== "";
}
