import type { MarkKind } from "./marks.ts";
import own from "./plot.module.css";

/** The sign of a side: its shape tells whose it is, its filling what it stands for. The same ink for both. */
export function Shape({ place, kind }: { readonly place: number; readonly kind: MarkKind }) {
  const outline = place === 0 ? <circle r={4} /> : <path d="M0-7 7 0 0 7-7 0Z" />;
  return (
    <g className={own.shape} data-kind={kind}>
      {outline}
      {kind === "addition" && <path d="M-2.5 0h5M0-2.5v5" />}
    </g>
  );
}

/** Long dashes for one side, dots for the other: where both lines lie on each other, both are seen. */
export const patterns = ["9 7", "2 6"] as const;
