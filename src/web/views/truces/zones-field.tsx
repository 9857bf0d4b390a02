import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Field, Group } from "../../design/index.ts";
import { noZone, numberIsWrong, type ZoneDraft, zoneIsWrong } from "./draft.ts";
import { ZoneSketch } from "./sketch.tsx";
import own from "./truces.module.css";
import { cornersIn } from "./zones-text.ts";

/** The zones of a text, typed or pasted as corners, with a sketch of what was read. */
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
  const read = value.flatMap(({ name, corners, depth, height }) => {
    const ring = cornersIn(corners);
    const metres = (text: string) => (text === "" ? undefined : Number(text));
    return ring ? [{ name, ring, depthMetres: metres(depth), altitudeMetres: metres(height) }] : [];
  });
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
            <p>
              <Button look="plain" onPress={() => onChange(value.filter((_, at) => at !== i))}>
                {t("truces.f.remove")}
              </Button>
            </p>
          </div>
        );
      })}
      <p>
        <Button onPress={() => onChange([...value, noZone])}>{t("truces.f.add_zone")}</Button>
      </p>
      {read.length > 0 && <ZoneSketch zones={read} />}
    </Group>
  );
}
