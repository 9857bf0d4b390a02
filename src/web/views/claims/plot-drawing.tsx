import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { type MouseEvent, useId } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { extentOf, marksOf, type PlotMark, type Series } from "./marks.ts";
import own from "./plot.module.css";
import { patterns, Shape } from "./plot-shapes.tsx";
import { sayMark } from "./plot-words.ts";
import type { PlotModel } from "./told.ts";

const margin = { top: 14, right: 18, left: 56 } as const;
const height = 280;
const lane = 26;
const axisRoom = 30;
const openEnd = 18;
/** Half of the gap where a number is not published. */
const gap = 7;

/** The numbers of one direction over time, each side's own; every point is a link to the act that says it. */
export function Drawing({
  model,
  series,
  width,
  onShow,
}: {
  readonly model: PlotModel;
  readonly series: readonly Series[];
  readonly width: number;
  /** Called with the mark that is pointed at or has the focus. */
  readonly onShow: (mark: PlotMark | undefined) => void;
}) {
  const { t } = useDesk();
  const id = useId();
  const marks = marksOf(series);
  const lanes = series.filter((one) => one.marks.some(({ least }) => least === undefined));
  const { from, to, most } = extentOf(marks);
  const margins = Math.max(1, to - from) * 0.03;
  const x = scaleUtc([from - margins, to + margins], [margin.left, width - margin.right]);
  const y = scaleLinear([0, most], [height, margin.top]).nice(5);
  const laneOf = (place: number) =>
    height + axisRoom + lane * (lanes.findIndex((one) => one.place === place) + 1.4);
  const days = new Intl.DateTimeFormat(t.language === "en" ? "en-GB" : t.language, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
  });
  const whole = height + axisRoom + (lanes.length > 0 ? lane * (lanes.length + 1) : 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no element of a form for a group
    <svg
      className={own.drawing}
      viewBox={`0 0 ${width} ${whole}`}
      width={width}
      height={whole}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>
        {t(`claims.plot.title.${model.matter}`, { from: model.from, to: model.to })}
      </title>
      <desc id={`${id}-desc`}>{t("claims.plot.desc", { n: marks.length })}</desc>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g className={own.axis} aria-hidden="true">
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
            <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
              {new Intl.NumberFormat(t.language).format(tick)}
            </text>
          </g>
        ))}
        {x.ticks(Math.max(2, Math.floor(width / 110))).map((tick) => (
          <text key={tick.getTime()} x={x(tick)} y={height + 20} textAnchor="middle">
            {days.format(tick)}
          </text>
        ))}
        {lanes.length > 0 && (
          <text x={margin.left} y={height + axisRoom + lane * 0.6}>
            {t("claims.plot.below")}
          </text>
        )}
        {lanes.map(({ place, teller }) => (
          <line
            key={teller}
            x1={margin.left}
            x2={width - margin.right}
            y1={laneOf(place)}
            y2={laneOf(place)}
          />
        ))}
      </g>
      {series.map(({ place, stretches }) =>
        stretches.map((stretch, i) => {
          const across = ({ at }: (typeof stretch)[number]) => {
            if (i < stretches.length - 1 && at === stretch.at(-1)?.at) return x(at) - gap;
            return i > 0 && at === stretch[0]?.at ? x(at) + gap : x(at);
          };
          const span = area<(typeof stretch)[number]>()
            .curve(curveStepAfter)
            .defined((one) => one.most !== undefined && one.most !== one.least)
            .x(across)
            .y0((one) => y(one.least))
            .y1((one) => y(one.most ?? one.least));
          const steps = line<(typeof stretch)[number]>()
            .curve(curveStepAfter)
            .x(across)
            .y((one) => y(one.least));
          return (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
            <g key={`${place} ${stretch[0]?.at}`} aria-hidden="true">
              <path className={own.span} d={span([...stretch]) ?? ""} />
              <path className={own.line} strokeDasharray={patterns[place]} d={steps([...stretch]) ?? ""} />
            </g>
          );
        }),
      )}
      {marks.map((mark) => (
        <Point
          key={mark.told.id}
          mark={mark}
          words={sayMark(t, mark, model.matter)}
          x={x(mark.told.at)}
          y={mark.least === undefined ? laneOf(mark.place) : y(mark.least)}
          top={mark.most === undefined ? undefined : y(mark.most)}
          onShow={onShow}
        />
      ))}
    </svg>
  );
}

function Point({
  mark,
  words,
  x,
  y,
  top,
  onShow,
}: {
  readonly mark: PlotMark;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Where the range ends; undefined where its end is open. */
  readonly top: number | undefined;
  readonly onShow: (mark: PlotMark | undefined) => void;
}) {
  const { go } = usePlace();
  const href = `/record/${mark.told.id}`;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  const show = () => onShow(mark);
  const hide = () => onShow(undefined);
  return (
    <a
      className={own.point}
      href={href}
      aria-label={words}
      onClick={follow}
      onFocus={show}
      onBlur={hide}
      onMouseEnter={show}
      onMouseLeave={hide}
    >
      <g transform={`translate(${x} ${y})`}>
        {mark.least !== undefined && <Range height={top === undefined ? undefined : y - top} />}
        <circle className={own.reach} r={11} />
        <Shape place={mark.place} kind={mark.kind} />
      </g>
    </a>
  );
}

// A range from its least upward: closed by a bar, or left open.
function Range({ height: up }: { readonly height: number | undefined }) {
  if (up === undefined) return <path className={own.range} strokeDasharray="3 3" d={`M0 0V${-openEnd}`} />;
  return up < 0.5 ? null : <path className={own.range} d={`M0 0V${-up}M-5 ${-up}H5`} />;
}
