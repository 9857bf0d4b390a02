import { useId } from "react";
import { useDesk } from "../app/desk-context.tsx";
import { graticuleStep, printAngle, printLength, scaleBar } from "./coordinates.ts";
import own from "./map.module.css";
import { type Camera, type LngLat, project, type Size, unproject } from "./mercator.ts";
import { namePlaces } from "./names.ts";
import { linePatterns, PointShape, routePatterns } from "./patterns.tsx";
import type { Shown } from "./shown.ts";

/** What is shown over the land, each kind by its own pattern; and the graticule and the scale. */
export function Drawing({
  shown,
  camera,
  size,
  isPlane,
}: {
  readonly shown: Shown;
  readonly camera: Camera;
  readonly size: Size;
  readonly isPlane: boolean;
}) {
  const id = useId();
  const at = (point: LngLat) => project(camera, size, point);
  const path = (points: readonly LngLat[], isClosed = false) =>
    points.length === 0
      ? ""
      : `M${points
          .map((point) =>
            at(point)
              .map((one) => one.toFixed(1))
              .join(" "),
          )
          .join("L")}${isClosed ? "Z" : ""}`;
  // what stands still is named before the sites, of which there are many, and the legs of ways after all
  const points = shown.points.toSorted(
    (one, other) => Number(one.kind === "site") - Number(other.kind === "site"),
  );
  const legs = shown.routes.flatMap(({ id: route, label, points: way }) =>
    numbered(way).map(([n, point]) => ({ id: `${route} ${n}`, at: at(point), text: `${label}.${n}` })),
  );
  const names = namePlaces(
    [
      ...points.map((one) => ({ at: at(one.at), text: one.label })),
      ...legs.map((one) => ({ ...one, isLeg: true })),
    ],
    size,
  );
  return (
    <svg
      className={own.drawing}
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      aria-hidden="true"
    >
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="9"
          height="9"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className={own.hatch} d="M0 0V9" />
        </pattern>
        <pattern id={`${id}-dots`} width="10" height="10" patternUnits="userSpaceOnUse">
          <circle className={own.dot} cx="2" cy="2" r="1" />
        </pattern>
      </defs>
      {!isPlane && <Graticule camera={camera} size={size} />}
      {shown.zones.map(({ id: key, ring }) => (
        <path key={key} className={own.zone} fill={`url(#${id}-dots)`} d={path(ring, true)} />
      ))}
      {shown.disputed.map(({ id: key, ring }) => (
        <path key={key} fill={`url(#${id}-hatch)`} fillRule="evenodd" d={path(ring, true)} />
      ))}
      {shown.cells.map(({ id: key, ring }) => (
        <path key={key} className={own.cell} d={path(ring, true)} />
      ))}
      {shown.lines.map(({ id: key, place, pieces }) => (
        <g key={key} className={own.contact}>
          {pieces.map((piece, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
            <g key={i}>
              <path className={own.halo} d={path(piece)} />
              <path strokeDasharray={linePatterns[place]} d={path(piece)} />
            </g>
          ))}
        </g>
      ))}
      {/* after the lines: none crosses out a name; a zone's stands at its upper edge, where what lies in it is not covered */}
      {shown.zones.map(({ id: key, label, ring }) => (
        <Label key={key} at={underEdge(ring.map(at), size)} text={label} />
      ))}
      {shown.cells.map(({ id: key, label, ring }) => (
        <Label key={key} at={at(middleOf(ring))} text={label} />
      ))}
      {shown.routes.map(({ id: key, place, points }) => (
        <g key={key} className={own.route}>
          <path className={own.halo} d={path(points)} />
          <path strokeDasharray={routePatterns[place % routePatterns.length]} d={path(points)} />
        </g>
      ))}
      {legs.map(({ id: key, at: [x, y], text }, n) => {
        const place = names[points.length + n];
        return (
          place && (
            <text key={key} className={own.leg} x={x} y={y} dy="0.32em" textAnchor={place.anchor}>
              {text}
            </text>
          )
        );
      })}
      {points.map(({ id: key, label, kind, at: where, isOpen }, n) => {
        const [x, y] = at(where);
        const place = names[n];
        return (
          <g key={key} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} className={own.point}>
            <PointShape kind={kind} isOpen={isOpen ?? false} />
            {place && (
              <text x={place.dx} y={place.dy} dy="0.32em" textAnchor={place.anchor}>
                {label}
              </text>
            )}
          </g>
        );
      })}
      <Scale camera={camera} size={size} />
    </svg>
  );
}

// The legs of a way by number, in the middle of each; legs that go nowhere have none.
function numbered(points: readonly LngLat[]): readonly (readonly [number, LngLat])[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i];
    if (!from || (from[0] === to[0] && from[1] === to[1])) return [];
    return [[i + 1, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]] as const];
  });
}

// In the middle of an area, just under its upper edge there, or under the map's where that is lower.
function underEdge(ring: readonly (readonly [number, number])[], size: Size): readonly [number, number] {
  const across = ring.map(([x]) => x);
  const x = (Math.min(...across) + Math.max(...across)) / 2;
  const edges = ring.flatMap(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    return x1 <= x !== x2 <= x ? [y1 + ((x - x1) / (x2 - x1)) * (y2 - y1)] : [];
  });
  const [top, bottom] = [Math.min(...edges), Math.max(...edges)];
  return [x, (bottom > 0 ? Math.max(0, Math.min(top, size.height)) : top) + 16];
}

function middleOf(ring: readonly LngLat[]): LngLat {
  const sum = ring.reduce(([x, y], [lng, lat]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / Math.max(1, ring.length), sum[1] / Math.max(1, ring.length)];
}

function Label({ at: [x, y], text }: { readonly at: readonly [number, number]; readonly text: string }) {
  return (
    <text className={own.label} x={x} y={y} textAnchor="middle">
      {text}
    </text>
  );
}

function Graticule({ camera, size }: { readonly camera: Camera; readonly size: Size }) {
  const step = graticuleStep(camera, 110) / 60;
  const [west, north] = unproject(camera, size, [0, 0]);
  const [east, south] = unproject(camera, size, [size.width, size.height]);
  const every = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    const count = Math.min(60, Math.max(0, Math.floor(to / step) - first + 1));
    return Array.from({ length: count }, (_, n) => (first + n) * step);
  };
  const decimals = step < 1 / 60 ? 1 : 0;
  return (
    <g className={own.graticule}>
      {every(west, east).map((lng) => {
        const [x] = project(camera, size, [lng, camera.lat]);
        return (
          <g key={lng}>
            <line x1={x} x2={x} y1={0} y2={size.height} />
            <text x={x + 3} y={12}>
              {printAngle(((lng + 540) % 360) - 180, "E", "W", decimals)}
            </text>
          </g>
        );
      })}
      {every(south, north).map((lat) => {
        const [, y] = project(camera, size, [camera.lng, lat]);
        return (
          <g key={lat}>
            <line x1={0} x2={size.width} y1={y} y2={y} />
            {y > 24 && (
              <text x={4} y={y - 3}>
                {printAngle(lat, "N", "S", decimals)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Scale({ camera, size }: { readonly camera: Camera; readonly size: Size }) {
  const { t } = useDesk();
  const { metres, pixels } = scaleBar(camera, Math.min(160, size.width / 3));
  const [x, y] = [size.width - pixels - 14, size.height - 14];
  return (
    <g className={own.scale}>
      <rect x={x - 8} y={y - 22} width={pixels + 16} height={30} />
      <path d={`M${x} ${y - 5}V${y}H${x + pixels}V${y - 5}`} />
      <text x={x + pixels / 2} y={y - 7} textAnchor="middle">
        {printLength(metres, t.language)}
      </text>
    </g>
  );
}
