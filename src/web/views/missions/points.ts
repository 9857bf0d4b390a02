import type { PayloadOf } from "#record";

type Route = PayloadOf<"mission.detailed">["route"];
const million = 1_000_000;

/** Points of a route as lines of latitude and longitude; undefined where one cannot be read. */
export function pointsIn(text: string): Route | undefined {
  const lines = text.split("\n").filter((one) => one.trim() !== "");
  const points = lines.map((line) => {
    const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d+)?)[\s,;]+(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(line) ?? [];
    const point = { lon: Math.round(Number(lon) * million), lat: Math.round(Number(lat) * million) };
    const isInside = Math.abs(point.lon) <= 180 * million && Math.abs(point.lat) <= 85 * million;
    return isInside ? point : undefined;
  });
  return points.length <= 200 && points.every((one) => one !== undefined) ? points : undefined;
}

/** The same as lines: a person says latitude first. */
export function pointsText(route: Route): string {
  return route.map(({ lat, lon }) => `${lat / million}, ${lon / million}`).join("\n");
}
