import { useDesk } from "../../app/desk-context.tsx";
import { css } from "../../design/index.ts";
import { layOut, printLength } from "./laid-out.ts";
import own from "./truces.module.css";

type Zone = {
  readonly name: string;
  readonly ring: readonly (readonly [number, number])[];
  readonly depthMetres?: number | undefined;
  readonly altitudeMetres?: number | undefined;
};

/** The zones as a small drawing with no ground below, and their corners as a list that says the same. */
export function ZoneSketch({ zones }: { readonly zones: readonly Zone[] }) {
  const { t } = useDesk();
  const drawn = layOut(zones.map(({ ring }) => ring));
  return (
    <div className={own.zones}>
      {drawn && (
        <svg
          className={own.sketch}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          role="img"
          aria-label={t("truces.zones_sketch")}
        >
          {drawn.rings.map((ring, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a zone has no identity but its place in the text
            <g key={i}>
              <polygon points={ring.map(([x, y]) => `${x},${y}`).join(" ")} data-zone={i % 4} />
              <text x={drawn.middles[i]?.[0]} y={drawn.middles[i]?.[1]}>
                {i + 1}
              </text>
            </g>
          ))}
          <path className={own.north} d={`M${drawn.width - 8} 18V4m-3 4l3-4l3 4`} />
          <path className={own.north} d={`M6 ${drawn.height - 4}h${drawn.scale.width}`} />
          <text x={8 + drawn.scale.width} y={drawn.height - 2} data-look="scale">
            {printLength(drawn.scale.metres, t.language)}
          </text>
        </svg>
      )}
      <ol className={own.zoneList}>
        {zones.map(({ name, ring, depthMetres, altitudeMetres }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={i}>
            {i + 1}. {name}
            <span className={css.small}>
              {[
                depthMetres === undefined ? [] : t("truces.zone_depth", { n: depthMetres }),
                altitudeMetres === undefined ? [] : t("truces.zone_height", { n: altitudeMetres }),
              ]
                .flat()
                .map((words) => ` · ${words}`)}
            </span>
            <details>
              <summary>{t("truces.corners", { n: ring.length })}</summary>
              <ul className={css.small}>
                {ring.map(([lon, lat], at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <li key={at}>{t("field.corner", { lat, lon })}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </div>
  );
}
