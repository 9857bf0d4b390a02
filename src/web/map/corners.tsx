import own from "./map.module.css";
import { type Camera, type LngLat, type Pixel, project, type Size, unproject } from "./mercator.ts";

/** The corners of one area while it is drawn. */
export type Corners = {
  readonly ring: readonly LngLat[];
  readonly onChange: (ring: readonly LngLat[]) => void;
};

const reach = 14;

/** What pressing, carrying and the keyboard do to the corners. A corner has five decimals, about a metre. */
export function cornersBy({ ring, onChange }: Corners, camera: Camera, size: Size) {
  const placeOf = (at: Pixel): LngLat => {
    const [lng, lat] = unproject(camera, size, at);
    return [rounded(((lng + 540) % 360) - 180), rounded(lat)];
  };
  return {
    cornerAt: ([x, y]: Pixel): number | undefined => {
      const far = ring.map((one) => {
        const [cx, cy] = project(camera, size, one);
        return Math.hypot(cx - x, cy - y);
      });
      const nearest = Math.min(...far);
      return nearest <= reach ? far.indexOf(nearest) : undefined;
    },
    onPress: (at: Pixel) => onChange([...ring, placeOf(at)]),
    onCarry: (corner: number, to: Pixel) => onChange(ring.with(corner, placeOf(to))),
    /** By a key: a corner where the middle of the map is, or the last one taken back. */
    onKey: (key: string): boolean => {
      if (key === "Enter") onChange([...ring, placeOf([size.width / 2, size.height / 2])]);
      else if (key === "Backspace") onChange(ring.slice(0, -1));
      else return false;
      return true;
    },
  };
}

/** The area that is drawn, its corners by number, and where a key would put the next. */
export function CornersDrawn({
  ring,
  camera,
  size,
}: {
  readonly ring: readonly LngLat[];
  readonly camera: Camera;
  readonly size: Size;
}) {
  const at = ring.map((one) => project(camera, size, one));
  const [x, y] = [size.width / 2, size.height / 2];
  return (
    <svg
      className={own.drawing}
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      aria-hidden="true"
    >
      <path className={own.crosshair} d={`M${x - 9} ${y}H${x + 9}M${x} ${y - 9}V${y + 9}`} />
      <polygon className={own.drawn} points={at.map((one) => one.join(",")).join(" ")} />
      {at.map(([cx, cy], n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a corner has no name but its number
        <g key={n} className={own.corner}>
          <circle cx={cx} cy={cy} r={6} />
          <text x={cx + 9} y={cy - 7}>
            {n + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
