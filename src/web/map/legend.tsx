import { useDesk } from "../app/desk-context.tsx";
import own from "./map.module.css";
import { linePatterns, PointShape, routePatterns } from "./patterns.tsx";
import type { Shown, ShownPoint } from "./shown.ts";

const kinds: readonly ShownPoint["kind"][] = ["site", "facility", "team", "exit"];

/** What the signs on a map mean; of what is not there nothing is said. */
export function Legend({ shown }: { readonly shown: Shown }) {
  const { t } = useDesk();
  const { lines, disputed, zones, cells, points, routes } = shown;
  return (
    <ul className={own.legend}>
      {lines.map(({ id, label, place }) => (
        <li key={id}>
          <svg width="44" height="12" aria-hidden="true" className={own.contact}>
            <path strokeDasharray={linePatterns[place]} d="M2 6H42" />
          </svg>
          {t("map.line_of", { teller: label })}
        </li>
      ))}
      {disputed.length > 0 && (
        <li>
          <svg width="44" height="14" aria-hidden="true">
            <path className={own.hatch} d="M2 14 12 2M12 14 22 2M22 14 32 2M32 14 42 2" />
          </svg>
          {t("map.disputed")}
        </li>
      )}
      {zones.length > 0 && (
        <li>
          <svg width="44" height="14" aria-hidden="true">
            <rect className={own.zone} x="2" y="2" width="40" height="10" fill="none" />
          </svg>
          {t("map.zone")}
        </li>
      )}
      {cells.length > 0 && (
        <li>
          <svg width="20" height="16" aria-hidden="true">
            <rect className={own.cell} x="2" y="2" width="14" height="12" />
          </svg>
          {t("map.cell")}
        </li>
      )}
      {kinds
        .filter((kind) => points.some((one) => one.kind === kind))
        .map((kind) => (
          <li key={kind}>
            <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" className={own.point}>
              <PointShape kind={kind} isOpen={false} />
            </svg>
            {t(`map.point.${kind}`)}
          </li>
        ))}
      {points.some(({ isOpen }) => isOpen) && (
        <li>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" className={own.point}>
            <PointShape kind="site" isOpen />
          </svg>
          {t("map.point.open")}
        </li>
      )}
      {routes.map(({ id, label, place }) => (
        <li key={id}>
          <svg width="44" height="12" aria-hidden="true" className={own.route}>
            <path strokeDasharray={routePatterns[place % routePatterns.length]} d="M2 6H42" />
          </svg>
          {t("map.route_of", { team: label })}
        </li>
      ))}
    </ul>
  );
}
