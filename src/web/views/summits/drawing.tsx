import { curveMonotoneY, line } from "d3-shape";
import { useId } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Scroll } from "../../design/index.ts";
import type { Box, Layout } from "./layout.ts";
import type { ConditionLine } from "./meeting-query.ts";
import { nodeWords } from "./node-words.ts";
import own from "./summits.module.css";
import { wrapped } from "./wrapped.ts";

const curve = line<{ readonly x: number; readonly y: number }>(
  ({ x }) => x,
  ({ y }) => y,
).curve(curveMonotoneY);

/**
 * The conditions that stand, drawn: an arrow from what must come first to what waits for it, with the number of the
 * condition and who set it. A circle is a double line, what is met a dotted one; the table says the same in words.
 */
export function Drawing({
  drawing,
  conditions,
}: {
  readonly drawing: Layout;
  readonly conditions: readonly ConditionLine[];
}) {
  const { t } = useDesk();
  const arrow = useId();
  const byId = new Map(conditions.map((one) => [one.id, one]));
  if (drawing.nodes.length === 0) return null;
  const inCircle = new Set(conditions.flatMap((one) => (one.circle ? [one.node, one.requires] : [])));
  const { width, height } = drawing;
  return (
    <figure className={css.sheet}>
      <Scroll label={t("summits.conditions_drawn")}>
        <svg
          className={own.drawing}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={t("summits.drawing")}
        >
          <defs>
            <marker
              id={arrow}
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="9"
              markerHeight="9"
              orient="auto"
              markerUnits="userSpaceOnUse"
            >
              <path d="M0 0 L10 5 L0 10 z" className={own.arrowHead} />
            </marker>
          </defs>
          {drawing.ways.map(({ id, points }) => {
            const condition = byId.get(id);
            const path = curve(points) ?? "";
            return (
              <g
                key={id}
                data-circle={condition?.circle !== undefined}
                data-met={condition?.met !== undefined}
                className={own.way}
              >
                {condition?.circle !== undefined && <path d={path} className={own.casing} />}
                <path d={path} markerEnd={`url(#${arrow})`} />
              </g>
            );
          })}
          {drawing.nodes.map((box) => (
            <NodeBox key={box.id} box={box} words={nodeWords(t, box.id)} isDouble={inCircle.has(box.id)} />
          ))}
          {drawing.labels.map((box) => {
            const condition = byId.get(box.id);
            return condition && <LabelBox key={box.id} box={box} condition={condition} />;
          })}
        </svg>
      </Scroll>
      <figcaption className={css.small}>
        {inCircle.size > 0 && t("summits.legend_circle")}{" "}
        {conditions.some(({ met, lifted }) => met && !lifted) && t("summits.legend_met")}
      </figcaption>
    </figure>
  );
}

function NodeBox({
  box,
  words,
  isDouble,
}: {
  readonly box: Box;
  readonly words: string;
  readonly isDouble: boolean;
}) {
  const { x, y, width, height } = box;
  return (
    <g className={own.node}>
      <rect x={x} y={y} width={width} height={height} rx="8" />
      {isDouble && (
        <rect x={x + 4} y={y + 4} width={width - 8} height={height - 8} rx="5" className={own.inner} />
      )}
      <Lines box={box} lines={wrapped(words, 20, 2)} step={18} />
    </g>
  );
}

function LabelBox({ box, condition }: { readonly box: Box; readonly condition: ConditionLine }) {
  const { t } = useDesk();
  const { number, said, met, circle } = condition;
  const state = [
    ...(met ? [t("word.met")] : []),
    ...(circle === undefined ? [] : [t("summits.circle_mark", { n: circle })]),
  ].join(", ");
  const lines = [...wrapped(`${number}. ${said.by}`, 21, state ? 1 : 2), ...(state ? [state] : [])];
  return (
    <g className={own.label}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="4" />
      <Lines box={box} lines={lines} step={15} />
    </g>
  );
}

function Lines({
  box,
  lines,
  step,
}: {
  readonly box: Box;
  readonly lines: readonly string[];
  readonly step: number;
}) {
  const middle = box.y + box.height / 2;
  return (
    <text x={box.x + box.width / 2} textAnchor="middle" dominantBaseline="central">
      {lines.map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <tspan key={i} x={box.x + box.width / 2} y={middle + (i - (lines.length - 1) / 2) * step}>
          {words}
        </tspan>
      ))}
    </text>
  );
}
