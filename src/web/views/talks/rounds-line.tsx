import { useMemo } from "react";
import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css } from "../../design/index.ts";
import type { RoundLine } from "./query.ts";
import own from "./talks.module.css";
import { timeLine } from "./timeline.ts";

// Rows are counted for a narrow screen; on a wide one the marks only stand further apart.
const narrowest = { width: 320, mark: 34 };

/** The rounds on a line by their dates: each a link with its number; a line says when, and nothing of how far. */
export function RoundsLine({ rounds }: { readonly rounds: readonly RoundLine[] }) {
  const { t } = useDesk();
  const { placed, ticks, rows } = useMemo(() => timeLine(rounds, narrowest), [rounds]);
  const byId = new Map(rounds.map((one) => [one.id, one]));
  const isLong = ticks.length > 1 && (ticks.at(-1)?.at ?? 0) - (ticks[0]?.at ?? 0) > 300 * 86_400_000;
  return (
    <nav className={css.sheet} aria-label={t("talks.line")}>
      <div className={own.line} style={{ blockSize: `${2 + rows * 2.4}rem` }}>
        <svg className={own.axis} aria-hidden="true" focusable="false">
          <line x1="0" x2="100%" y1="22" y2="22" className={own.rule} />
          {ticks.map(({ x, at }, i) => (
            <g key={at} data-thin={i % Math.ceil(ticks.length / narrowLabels) > 0}>
              <line x1={`${x * 100}%`} x2={`${x * 100}%`} y1="18" y2="26" className={own.rule} />
              <text x={`${x * 100}%`} y="12" textAnchor="middle" className={own.tick}>
                {tickPrint(at, t.language, isLong || i === 0, !isLong)}
              </text>
            </g>
          ))}
          {placed.map(({ id, x, row }) => (
            <line
              key={id}
              x1={`${x * 100}%`}
              x2={`${x * 100}%`}
              y1="22"
              y2={`${2.1 + row * 2.4}rem`}
              className={own.stem}
            />
          ))}
        </svg>
        <ol>
          {placed.map(({ id, x, row }) => {
            const round = byId.get(id);
            return (
              round && (
                <li
                  key={id}
                  style={{ insetInlineStart: `${x * 100}%`, insetBlockStart: `${2.1 + row * 2.4}rem` }}
                >
                  <Link
                    href={`/talks/${id}`}
                    aria-label={t("talks.line_round", {
                      n: round.number,
                      title: round.title,
                      date: tickPrint(round.at, t.language, true, true),
                      status: round.status.words,
                    })}
                  >
                    {round.number}
                  </Link>
                </li>
              )
            );
          })}
        </ol>
      </div>
    </nav>
  );
}

/** Labels that a phone has room for beside each other. */
const narrowLabels = 3;

function tickPrint(at: number, language: string, withYear: boolean, withDay: boolean): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone: "UTC",
    month: "short",
    ...(withDay ? { day: "numeric" } : {}),
    ...(withYear ? { year: "numeric" } : {}),
  }).format(at);
}
