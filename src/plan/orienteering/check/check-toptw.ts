/** What is wrong with routes, and where: the team from 1, and the site as the file numbers it. */
export type Fault = {
  readonly kind: "teams" | "unknown" | "twice" | "closed" | "home";
  readonly team: number;
  readonly site: number;
};

export type Judged = { readonly value: number; readonly faults: readonly Fault[] };

type Place = {
  readonly x: bigint;
  readonly y: bigint;
  readonly stay: bigint;
  readonly from: bigint;
  readonly until: bigint;
  readonly profit: number;
};

/**
 * The second opinion on routes through an instance, from the text of its file alone. Shares no code with the reader and
 * the search: whole numbers of any length, in millionths, and an integer root of its own.
 */
export function checkToptw(text: string, teams: number, routes: readonly (readonly number[])[]): Judged {
  const { depot, places, decimals } = placesOf(text);
  const faults: Fault[] = [];
  const been = new Set<number>();
  let value = 0;
  if (routes.length > teams) faults.push({ kind: "teams", team: routes.length, site: 0 });
  routes.forEach((route, index) => {
    const team = index + 1;
    let here = depot;
    let now = depot.from;
    for (const site of route) {
      const next = places.get(site);
      if (!next) {
        faults.push({ kind: "unknown", team, site });
        continue;
      }
      if (been.has(site)) faults.push({ kind: "twice", team, site });
      else value += next.profit;
      been.add(site);
      now += way(here, next, decimals);
      if (now < next.from) now = next.from;
      if (now > next.until) faults.push({ kind: "closed", team, site });
      now += next.stay;
      here = next;
    }
    if (here !== depot && now + way(here, depot, decimals) > depot.until)
      faults.push({ kind: "home", team, site: route.at(-1) ?? 0 });
  });
  return { value, faults };
}

function placesOf(text: string): {
  readonly depot: Place;
  readonly places: ReadonlyMap<number, Place>;
  readonly decimals: bigint;
} {
  const rows = text
    .replace("\uFEFF", "")
    .split(/[\r\n]+/)
    .map((row) => row.split(/[\s]+/).filter((word) => word !== ""))
    .filter((row) => row.length > 0);
  const count = Number(rows[0]?.[2]) + 1;
  const points = rows.slice(rows.length - count).map((row) => {
    const at = (column: number) => BigInt(Math.round(Number(row.at(column)) * 1e6));
    const place: Place = {
      x: at(1),
      y: at(2),
      stay: at(3),
      from: at(-2),
      until: at(-1),
      profit: Number(row[4]),
    };
    return [Number(row[0]), place] as const;
  });
  const isWhole = points.every(([, { x, y, stay, from, until }]) =>
    [x, y, stay, from, until].every((each) => each % 1_000_000n === 0n),
  );
  const [first] = points;
  if (!first) throw new Error("The instance has no depot.");
  return { depot: first[1], places: new Map(points.slice(1)), decimals: isWhole ? 10n : 100n };
}

// The straight line, cut off after one decimal (10) or two (100).
function way(from: Place, to: Place, decimals: bigint): bigint {
  const square = (to.x - from.x) ** 2n + (to.y - from.y) ** 2n;
  const grain = 1_000_000n / decimals;
  return (root(square) / grain) * grain;
}

// The whole part of a square root (Newton).
function root(square: bigint): bigint {
  if (square < 2n) return square;
  let guess = BigInt(Math.ceil(Math.sqrt(Number(square)))) + 1n;
  for (;;) {
    const next = (guess + square / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}
