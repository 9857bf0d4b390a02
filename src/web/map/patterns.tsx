import own from "./map.module.css";
import type { ShownPoint } from "./shown.ts";

/** Neither side's line is the whole one: long dashes, dash and dot, and dots for whoever is of no side. */
export const linePatterns = ["13 5", "9 3 2 3", "2 4"] as const;

/** Ways of teams, told apart without a colour; their numbers tell them apart as well. */
export const routePatterns = ["none", "8 3", "2 3", "10 3 2 3", "14 5", "5 2 2 2 2 2"] as const;

/** A place by its shape: a site round, a facility square, a team's base a diamond, an exit an arrow. */
export function PointShape({
  kind,
  isOpen,
}: {
  readonly kind: ShownPoint["kind"];
  readonly isOpen: boolean;
}) {
  return (
    <g className={own.shape} data-open={isOpen}>
      {kind === "site" && <circle r={5} />}
      {kind === "facility" && (
        <>
          <rect x={-6} y={-6} width={12} height={12} />
          <path className={own.sign} d="M-3 0H3M0-3V3" />
        </>
      )}
      {kind === "team" && <path d="M0-7 6 0 0 7-6 0Z" />}
      {kind === "exit" && <path d="M-6 5 0-6 6 5Z" />}
    </g>
  );
}
