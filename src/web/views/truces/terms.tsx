import type { ReactNode } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Facts, Mark, Section, Sheet, Unbroken } from "../../design/index.ts";
import { nothingShown } from "../../map/shown.ts";
import { ReadMap } from "../map/read-map.tsx";
import type { TruceModel } from "./one-query.ts";
import { textParts } from "./parts.ts";
import type { PartsShown } from "./parts-said.ts";
import { ZoneSketch } from "./sketch.tsx";
import own from "./truces.module.css";

/** The text itself, under calm headings; a needed part that is missing is named where it would stand. */
export function TermsShown({ truce }: { readonly truce: PartsShown }) {
  const { t } = useDesk();
  const { said } = truce;
  return (
    <Section title={t("truces.terms")}>
      {textParts.map(({ key, parts }) => {
        const rows = parts.flatMap((part): readonly (readonly [string, ReactNode])[] => {
          const one = said[part];
          return one ? [[one.label, <Part key={part} part={part} truce={truce} words={one.words} />]] : [];
        });
        return (
          rows.length > 0 && (
            <Sheet key={key}>
              <h3 className={own.partHead}>{t(`truces.part.${key}`)}</h3>
              <Facts rows={rows} />
            </Sheet>
          )
        );
      })}
    </Section>
  );
}

function Part({
  part,
  truce,
  words,
}: {
  readonly part: string;
  readonly truce: PartsShown;
  readonly words: string | undefined;
}) {
  const { t } = useDesk();
  if (words === undefined) return <Mark weight="attention">{t("truces.part_missing")}</Mark>;
  if (part === "conduct")
    return (
      <ul className={own.conduct}>
        {truce.conduct.map(({ act, may, calibre, words: more }) => (
          <li key={`${act} ${calibre}`}>
            {act}
            {calibre !== undefined && `, ${t("truces.calibre", { mm: calibre })}`}: <Mark>{may.words}</Mark>{" "}
            {more}
          </li>
        ))}
      </ul>
    );
  if (part === "zones") return <Zones zones={truce.terms.zones ?? []} />;
  return (
    <div className={css.quote}>
      <Unbroken>{words}</Unbroken>
    </div>
  );
}

// The drawing stands in print too; the map shows the same over the land.
function Zones({ zones }: { readonly zones: TruceModel["terms"]["zones"] & {} }) {
  const { t } = useDesk();
  const shown = {
    ...nothingShown,
    zones: zones.map(({ name, ring }, n) => ({ id: `${n}`, label: name, ring })),
  };
  return (
    <>
      <ZoneSketch zones={zones} />
      <details>
        <summary>{t("truces.zones_map")}</summary>
        <ReadMap label={t("truces.zones_map")} shown={shown} />
      </details>
    </>
  );
}
