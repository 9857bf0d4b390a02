import { seededRandom } from "#base";

export type Shape = {
  readonly seed: number;
  readonly sites: number;
  /** How sites lie: apart, in clusters, or half and half. */
  readonly lie: "random" | "clustered" | "mixed";
  /** When a route must have ended. */
  readonly horizon: number;
  /** The middling width of a window, and which share of the sites has one. */
  readonly window: number;
  readonly windowed: number;
  readonly service: number;
  /** Coordinates with three decimals, as Cordeau's. */
  readonly isFine?: boolean;
};

/** An invented instance as a file in the form of Righini and Salani, in the manner of Solomon's and Cordeau's. */
export function inventedToptw(shape: Shape): string {
  const { seed, sites, lie, horizon, window, windowed, service, isFine = false } = shape;
  const random = seededRandom(seed);
  const grain = isFine ? 1_000 : 1;
  const place = (most: number) => random.below(most * grain) / grain;
  const centres = Array.from(
    { length: Math.max(3, Math.round(sites / 12)) },
    () => [place(80) + 10, place(80) + 10] as const,
  );
  const lines = [`1 ${Math.max(1, sites >> 3)} ${sites} 1`, `${horizon} 200`];
  const depot = [40, 50] as const;
  lines.push(`0 ${depot[0]} ${depot[1]} 0 0 0 0 0 ${horizon}`);
  for (let i = 1; i <= sites; i++) {
    const isClustered = lie === "clustered" || (lie === "mixed" && i % 2 === 0);
    const centre = isClustered ? random.pick(centres) : ([place(100), place(100)] as const);
    const near = () => (isClustered ? place(12) - 6 : 0);
    const [x, y] = [centre[0] + near(), centre[1] + near()].map((each) => Math.round(each * grain) / grain);
    const way = Math.ceil(Math.hypot((x ?? 0) - depot[0], (y ?? 0) - depot[1]));
    const middle = way + random.below(Math.max(1, horizon - service - 2 * way));
    const half = Math.max(5, Math.round(window * (0.25 + random.next() / 2)));
    const isWindowed = random.next() < windowed;
    const open = isWindowed ? Math.max(0, middle - half) : 0;
    const close = isWindowed ? Math.min(horizon - service - way, middle + half) : horizon - service - way;
    const work = isFine ? 1 + random.below(service) : service;
    lines.push(`${i} ${x} ${y} ${work} ${1 + random.below(40)} 1 1 1 ${open} ${Math.max(open, close)}`);
  }
  return `${lines.join("\n")}\n`;
}

/** In the manner of the families that are measured: long horizons and wide windows, and Cordeau's. */
export const shapes: Readonly<Record<string, Omit<Shape, "seed" | "sites">>> = {
  c2: { lie: "clustered", horizon: 3390, window: 320, windowed: 0.75, service: 90 },
  r2: { lie: "random", horizon: 1000, window: 240, windowed: 0.75, service: 10 },
  rc2: { lie: "mixed", horizon: 960, window: 240, windowed: 0.75, service: 10 },
  pr: { lie: "mixed", horizon: 1000, window: 135, windowed: 1, service: 25, isFine: true },
};
