import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css, Section } from "../../design/index.ts";
import { useWidth } from "../../design/use-width.ts";
import { marksOf, type PlotMark, seriesOf } from "./marks.ts";
import own from "./plot.module.css";
import { Drawing } from "./plot-drawing.tsx";
import { patterns, Shape } from "./plot-shapes.tsx";
import { PlotTable } from "./plot-table.tsx";
import { sayMark } from "./plot-words.ts";
import type { PlotModel } from "./told.ts";

/** Numbers over time, one direction at a time: a drawing, and below it the table with exactly the same rows. */
export function Plot({ plots }: { readonly plots: readonly PlotModel[] }) {
  const { t } = useDesk();
  const [key, setKey] = useState(plots[0]?.key ?? "");
  const [isTable, setIsTable] = useState(false);
  const [shown, setShown] = useState<PlotMark>();
  const [canvas, width] = useWidth<HTMLDivElement>();
  const model = plots.find((one) => one.key === key) ?? plots[0];
  if (!model) return null;
  const series = model.sides.filter(({ told }) => told.length > 0).map(seriesOf);
  const marks = marksOf(series);
  const titleOf = ({ matter, from, to }: PlotModel) => t(`claims.plot.title.${matter}`, { from, to });
  return (
    <Section title={t("claims.plot")}>
      <div className={own.figure}>
        <div className={own.choices}>
          <Choose
            label={t("claims.plot.what")}
            value={model.key}
            choices={plots.map((one) => ({ value: one.key, label: titleOf(one) }))}
            onChange={(chosen) => {
              setKey(chosen);
              setShown(undefined);
            }}
          />
        </div>
        <p className={css.small}>{t("claims.plot.how")}</p>
        <ul className={own.legend} aria-label={t("claims.plot.legend")}>
          {series.map(({ teller, place }) => (
            <li key={teller}>
              <svg width={54} height={16} aria-hidden="true">
                <path className={own.line} strokeDasharray={patterns[place]} d="M0 8H54" />
                <g transform="translate(27 8)">
                  <Shape place={place} kind="count" />
                </g>
              </svg>
              <span>{t("claims.plot.sum_of", { teller })}</span>
            </li>
          ))}
          {series
            .flatMap(({ place, marks: own }) =>
              [...new Set(own.map(({ kind }) => kind))].map((kind) => ({ place, kind })),
            )
            .filter(({ kind }) => kind !== "count")
            .toSorted((one, other) => one.kind.localeCompare(other.kind) || one.place - other.place)
            .map(({ place, kind }) => (
              <li key={`${kind} ${place}`}>
                <svg width={16} height={16} aria-hidden="true">
                  <g transform="translate(8 8)">
                    <Shape place={place} kind={kind} />
                  </g>
                </svg>
                <span>
                  {series.find((one) => one.place === place)?.teller}: {t(`claims.mark.${kind}`)}
                </span>
              </li>
            ))}
        </ul>
        <div ref={canvas} className={own.canvas}>
          {width > 0 && (
            <Drawing key={model.key} model={model} series={series} width={width} onShow={setShown} />
          )}
        </div>
        <p className={`${css.small} ${own.caption}`} aria-hidden="true">
          {shown ? sayMark(t, shown, model.matter) : t("claims.plot.point")}
        </p>
        <div className={`${css.row} ${own.tools}`}>
          <Button aria-expanded={isTable} onPress={() => setIsTable(!isTable)}>
            {t(isTable ? "claims.plot.hide_table" : "claims.plot.show_table")}
          </Button>
        </div>
        <div className={own.table} data-open={isTable}>
          <PlotTable model={model} marks={marks} title={titleOf(model)} />
        </div>
      </div>
    </Section>
  );
}
