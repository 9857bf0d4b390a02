import { scaleLinear } from "d3-scale";
import { type KeyboardEvent, useId, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css } from "../../design/index.ts";
import { useWidth } from "../../design/use-width.ts";
import { useClocks } from "./clocks.ts";
import type { PlannedTeam, Stop, TruceCase } from "./engine/protocol.ts";
import { useStopWords } from "./stop-words.ts";
import own from "./window.module.css";

const rowHeight = 30;
const left = 62;
const right = 20;

/** The window as lines of time, one for each team; every stop can be gone to by the arrow keys. */
export function Gantt({
  given,
  teams,
}: {
  readonly given: TruceCase;
  readonly teams: readonly PlannedTeam[];
}) {
  const { t } = useDesk();
  const id = useId();
  const [frame, width] = useWidth<HTMLDivElement>();
  const clocks = useClocks(given.window.from);
  const say = useStopWords(given);
  const [at, setAt] = useState<readonly [team: number, stop: number]>([0, 0]);
  const [isHere, setHere] = useState(false);
  const wide = Math.max(width, 720);
  const { minutes } = given.window;
  const x = scaleLinear([0, minutes], [left, wide - right]);
  const top = 20 * clocks.length + 12;
  const height = top + teams.length * rowHeight + 8;
  const hours = (wide - left) / (minutes / 60) > 34 ? 1 : (wide - left) / (minutes / 60) > 14 ? 3 : 6;
  const ticks = Array.from({ length: Math.floor(minutes / 60 / hours) + 1 }, (_, n) => n * 60 * hours);
  const clearBys = [...new Set(given.zones.map(({ clearBy }) => clearBy))];
  const chosen = teams[at[0]];
  const stop = chosen?.stops[at[1]];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    setAt(([team, n]) => {
      const nextTeam = Math.max(0, Math.min(teams.length - 1, team + step[0]));
      const most = Math.max(0, (teams[nextTeam]?.stops.length ?? 1) - 1);
      return [nextTeam, Math.max(0, Math.min(most, n + step[1]))];
    });
  };
  return (
    <figure className={own.figure}>
      <p className={css.small}>
        {t("window.stops.clocks", { clocks: clocks.map(({ name }) => name).join(" · ") })}
      </p>
      <div ref={frame} className={own.canvas}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a drawing has no element of a form for a group
          <svg
            className={own.gantt}
            viewBox={`0 0 ${wide} ${height}`}
            width={wide}
            height={height}
            role="group"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: its stops are gone to by the arrow keys (WCAG 2.1.1)
            tabIndex={0}
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-keys`}
            onKeyDown={onKeyDown}
            onFocus={() => setHere(true)}
            onBlur={() => setHere(false)}
          >
            <title id={`${id}-title`}>{t("window.gantt")}</title>
            <defs>
              <pattern
                id={`${id}-hatch`}
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <path className={own.hatch} d="M0 0V5" />
              </pattern>
            </defs>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
            <g aria-hidden="true">
              {clocks.map((clock, n) => (
                <g key={clock.zone} className={own.axis}>
                  {ticks.map((tick) => (
                    <text key={tick} x={x(tick)} y={14 + 20 * n} textAnchor="middle">
                      {clock.hour(tick)}
                    </text>
                  ))}
                </g>
              ))}
              {ticks.map((tick) => (
                <line key={tick} className={own.tick} x1={x(tick)} x2={x(tick)} y1={top - 6} y2={height} />
              ))}
              {clearBys.map((clearBy) => (
                <line
                  key={clearBy}
                  className={own.clearBy}
                  x1={x(minutes - clearBy)}
                  x2={x(minutes - clearBy)}
                  y1={top - 8}
                  y2={height}
                />
              ))}
              <line className={own.end} x1={x(minutes)} x2={x(minutes)} y1={top - 8} y2={height} />
              {given.progress && (
                <line
                  className={own.now}
                  x1={x(given.progress.now)}
                  x2={x(given.progress.now)}
                  y1={top - 8}
                  y2={height}
                />
              )}
            </g>
            {teams.map((team, row) => (
              <g key={team.team} transform={`translate(0 ${top + row * rowHeight})`}>
                <text className={own.team} x={0} y={18}>
                  {team.team}
                </text>
                <Bars
                  team={team}
                  x={x}
                  start={given.teams.find(({ code }) => code === team.team)?.duty[0] ?? 0}
                  hatch={`url(#${id}-hatch)`}
                  frozen={given.progress?.teams.find((one) => one.team === team.team)?.stops.length ?? 0}
                  chosen={isHere && at[0] === row ? at[1] : undefined}
                  onChoose={(n) => setAt([row, n])}
                />
              </g>
            ))}
          </svg>
        )}
      </div>
      <figcaption className={own.caption}>
        <p role="status">
          {chosen && stop ? (
            <>
              <strong>{chosen.team}</strong> {say(chosen, stop)}
            </>
          ) : (
            chosen && t("window.gantt.no_stop", { team: chosen.team })
          )}
        </p>
        <p className={css.small} id={`${id}-keys`}>
          {t("window.gantt.keys")}
        </p>
        <ul className={own.legend}>
          <li>
            <svg width="30" height="12" aria-hidden="true">
              <line className={own.travel} x1="0" x2="30" y1="6" y2="6" />
            </svg>
            {t("window.legend.travel")}
          </li>
          <li>
            <svg width="30" height="14" aria-hidden="true">
              <rect className={own.service} x="1" y="1" width="28" height="12" />
            </svg>
            {t("window.legend.service")}
          </li>
          <li>
            <svg width="30" height="14" aria-hidden="true">
              <rect className={own.unload} x="1" y="1" width="28" height="12" fill={`url(#${id}-hatch)`} />
            </svg>
            {t("window.legend.unload")}
          </li>
          <li>
            <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
              <path className={own.abort} d="M0-6 5 4H-5Z" />
            </svg>
            {t("window.legend.abort")}
          </li>
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <line className={own.clearBy} x1="7" x2="7" y1="0" y2="14" />
            </svg>
            {t("window.legend.clear_by")}
          </li>
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <line className={own.end} x1="7" x2="7" y1="0" y2="14" />
            </svg>
            {t("window.legend.end")}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

const steps: Readonly<Record<string, readonly [team: number, stop: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -1000],
  End: [0, 1000],
};

function Bars({
  team,
  x,
  start,
  hatch,
  frozen,
  chosen,
  onChoose,
}: {
  readonly team: PlannedTeam;
  readonly x: (minute: number) => number;
  readonly start: number;
  readonly hatch: string;
  readonly frozen: number;
  readonly chosen: number | undefined;
  readonly onChoose: (n: number) => void;
}) {
  const leaves = [start, ...team.stops.map(({ leave }) => leave)];
  const arrives = [...team.stops.map(({ arrive }) => arrive), team.end];
  return (
    <>
      {team.stops.length > 0 &&
        leaves.map((leave, n) => (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: legs have no other name than their place
            key={n}
            className={own.travel}
            x1={x(leave)}
            x2={x(Math.max(leave, arrives[n] ?? leave))}
            y1={13}
            y2={13}
          />
        ))}
      {team.stops.map((stop: Stop, n) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the same is reached by the arrow keys of the drawing
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: stops have no other name than their place
          key={n}
          className={stop.kind === "site" ? own.service : own.unload}
          data-chosen={chosen === n}
          data-frozen={n < frozen}
          {...(stop.kind === "facility" ? { fill: hatch } : {})}
          x={x(stop.start)}
          width={Math.max(3, x(stop.leave) - x(stop.start))}
          y={5}
          height={16}
          onClick={() => onChoose(n)}
        />
      ))}
      {team.abort.map(({ place, last }) => (
        <path
          key={place}
          className={own.abort}
          d="M0-3 4 4H-4Z"
          transform={`translate(${x(Math.max(0, last))} 24)`}
        />
      ))}
    </>
  );
}
