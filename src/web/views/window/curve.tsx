import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Rows } from "../../design/index.ts";
import { useWidth } from "../../design/use-width.ts";
import { printMinute, useClocks } from "./clocks.ts";
import type { CurvePoint, TruceCase } from "./engine/protocol.ts";
import own from "./window.module.css";

const height = 180;
const margin = { left: 48, right: 48, top: 12, bottom: 26 };

/** What is saved by a minute, if the truce ends there. */
export function savedAt(curve: readonly CurvePoint[], minute: number): CurvePoint {
  return curve.findLast((one) => one.minute <= minute) ?? { minute: 0, lives: 0, remains: 0 };
}

/** What is saved if the truce ends early, and what its last hour is worth. */
export function Curve({
  given,
  curve,
}: {
  readonly given: TruceCase;
  readonly curve: readonly CurvePoint[];
}) {
  const { t } = useDesk();
  const [frame, width] = useWidth<HTMLDivElement>();
  const clocks = useClocks(given.window.from);
  const { minutes } = given.window;
  const end = savedAt(curve, minutes);
  const before = savedAt(curve, minutes - 60);
  const number = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 });
  const x = scaleLinear([0, minutes], [margin.left, Math.max(320, width) - margin.right]);
  const y = (most: number) => scaleLinear([0, Math.max(1, most)], [height - margin.bottom, margin.top]);
  const steps = (of: (one: CurvePoint) => number) =>
    line<CurvePoint>()
      .curve(curveStepAfter)
      .x((one) => x(one.minute))
      .y((one) => y(of(end))(of(one)))([...curve, { ...end, minute: minutes }]) ?? "";
  const every = Math.max(60, Math.ceil(minutes / 12 / 60) * 60);
  const rows = Array.from({ length: Math.floor(minutes / every) }, (_, n) => (n + 1) * every);
  return (
    <figure className={own.figure}>
      <p>
        {t("window.curve.last_hour", {
          lives: number.format((end.lives - before.lives) / 1e6),
          remains: end.remains - before.remains,
        })}
      </p>
      <div ref={frame} className={own.canvas}>
        {width > 0 && (
          <svg
            viewBox={`0 0 ${Math.max(320, width)} ${height}`}
            width={Math.max(320, width)}
            height={height}
            aria-hidden="true"
          >
            <g className={own.axis}>
              {[0, 0.5, 1].map((share) => (
                <g key={share}>
                  <line
                    className={own.tick}
                    x1={margin.left}
                    x2={x(minutes)}
                    y1={y(1)(share)}
                    y2={y(1)(share)}
                  />
                  <text x={margin.left - 6} y={y(1)(share)} dy="0.32em" textAnchor="end">
                    {number.format((end.lives / 1e6) * share)}
                  </text>
                  <text x={x(minutes) + 6} y={y(1)(share)} dy="0.32em">
                    {number.format(end.remains * share)}
                  </text>
                </g>
              ))}
              {rows
                .filter((_, n) => n % 2 === 1)
                .map((minute) => (
                  <text key={minute} x={x(minute)} y={height - 8} textAnchor="middle">
                    {clocks[0]?.hour(minute)}
                  </text>
                ))}
            </g>
            <path className={own.lives} d={steps(({ lives }) => lives)} />
            <path className={own.remains} d={steps(({ remains }) => remains)} />
          </svg>
        )}
      </div>
      <ul className={own.legend}>
        <li>
          <svg width="30" height="12" aria-hidden="true">
            <line className={own.lives} x1="0" x2="30" y1="6" y2="6" />
          </svg>
          {t("window.curve.lives")}
        </li>
        <li>
          <svg width="30" height="12" aria-hidden="true">
            <line className={own.remains} x1="0" x2="30" y1="6" y2="6" />
          </svg>
          {t("window.curve.remains")}
        </li>
      </ul>
      <details>
        <summary>{t("window.curve.table")}</summary>
        <Rows
          label={t("window.curve.table")}
          heads={[t("window.curve.ends"), t("window.level.lives"), t("window.level.remains")]}
        >
          <tbody>
            {rows.map((minute) => {
              const saved = savedAt(curve, minute);
              return (
                <tr key={minute}>
                  <th scope="row">{printMinute(clocks, minute)}</th>
                  <td className={css.number}>{number.format(saved.lives / 1e6)}</td>
                  <td className={css.number}>{saved.remains}</td>
                </tr>
              );
            })}
          </tbody>
        </Rows>
      </details>
    </figure>
  );
}
