import { refuse } from "#base";
import type { Instance, Orienteering } from "./orienteering.ts";

/** Points that an instance may have: a matrix of all pairs still fits into memory. */
const mostPoints = 5_000;
/** Within these every time of a route fits into 32 bits, in hundredths. */
const farthest = 100_000;
const longest = 5_000_000;
const dearest = 1_000_000;

type Point = {
  readonly label: number;
  readonly x: number;
  readonly y: number;
  readonly service: number;
  readonly prize: number;
  readonly open: number;
  readonly close: number;
};

/**
 * Reads an instance of team orienteering with time windows in the form of Righini and Salani: a line `k v N t`, a line
 * that says nothing here, then a point a line, `i x y d S f a list O C`. Distances are cut off after one decimal where
 * all numbers are whole (Solomon), else after two (Cordeau); times are kept in tenths or hundredths accordingly.
 */
export function readToptw(text: string, teams: number): Instance {
  const lines: { readonly number: number; readonly fields: readonly string[] }[] = [];
  let number = 0;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    number++;
    const trimmed = line.trim();
    if (trimmed !== "") lines.push({ number, fields: trimmed.split(/\s+/) });
  }
  const [heading, ...rest] = lines;
  if (!heading) return unreadable(1, "The file is empty.");
  const sites = Number(heading.fields[2]);
  if (heading.fields.length < 3 || !Number.isInteger(sites) || sites < 0)
    return unreadable(heading.number, "The first line is k v N t, and N is the number of sites.");
  if (sites >= mostPoints) return unreadable(heading.number, "An instance has less than 5000 sites.");
  // the second line is left out, and may be missing or empty
  const body = rest.length > sites + 1 ? rest.slice(1) : rest;
  if (body.length !== sites + 1)
    return unreadable(body.at(-1)?.number ?? heading.number, "The file has not N sites and the depot.");
  const points = body.map((line) => pointOf(line.fields, line.number));
  const seen = new Set<number>();
  points.forEach(({ label }, i) => {
    if (seen.has(label)) unreadable(body[i]?.number ?? 0, "Two points have one number.");
    seen.add(label);
  });
  return instanceOf(points, teams);
}

function instanceOf(points: readonly Point[], teams: number): Instance {
  const isWhole = points.every(({ x, y, service, open, close }) =>
    [x, y, service, open, close].every(Number.isInteger),
  );
  const unit = isWhole ? 10 : 100;
  const size = points.length;
  const travel = new Int32Array(size * size);
  points.forEach((from, i) => {
    points.forEach((to, j) => {
      travel[i * size + j] = distance(from, to, unit);
    });
  });
  const column = (of: (point: Point) => number) => Int32Array.from(points, of);
  const given: Orienteering = {
    size,
    teams,
    travel,
    service: column(({ service }) => Math.ceil(service * unit - tiny)),
    prize: column(({ prize }) => prize),
    open: column(({ open }) => Math.ceil(open * unit - tiny)),
    close: column(({ close }) => Math.floor(close * unit + tiny)),
  };
  return { given, unit, labels: points.map(({ label }) => label) };
}

/** What a product of decimals may be off. */
const tiny = 1e-6;

function pointOf(fields: readonly string[], line: number): Point {
  if (fields.length < 8) unreadable(line, "A point is i x y d S f a list O C.");
  const at = (place: number, most: number, isSigned = false) => {
    const field = fields.at(place) ?? "";
    const value = Number(field);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(field)) unreadable(line, "A field is no number.");
    if (value > most || value < (isSigned ? -most : 0))
      unreadable(line, "A number is too great, or below 0.");
    return value;
  };
  const prize = at(4, dearest);
  const label = at(0, dearest);
  if (!Number.isInteger(prize) || !Number.isInteger(label))
    unreadable(line, "Numbers of points and profits are whole.");
  return {
    label,
    x: at(1, farthest, true),
    y: at(2, farthest, true),
    service: at(3, longest),
    prize,
    open: at(-2, longest),
    close: at(-1, longest),
  };
}

// Coordinates of up to three decimals are whole thousandths: then the root of a square is exact, and so is what is cut off.
function distance(from: Point, to: Point, unit: number): number {
  const across = Math.round((to.x - from.x) * 1e6) / 1_000;
  const along = Math.round((to.y - from.y) * 1e6) / 1_000;
  return Math.floor((Math.sqrt(across * across + along * along) * unit) / 1_000 + 1e-9);
}

function unreadable(line: number, reason: string): never {
  return refuse("plan.instance_unreadable", { line, reason });
}
