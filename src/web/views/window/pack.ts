import { printPlace } from "../../map/coordinates.ts";
import { onEarth, originOf } from "../../map/plane.ts";
import { cell } from "../../map/write-shapes.ts";
import type { PlannedTeam, TruceCase } from "./engine/protocol.ts";

/** What one team needs on its way, and nothing of another's: its stops, where they are, until when it can leave each. */
export function packOf(given: TruceCase, team: PlannedTeam): string {
  const origin = originOf(given.anchor);
  const places = new Map([...given.sites, ...given.facilities].map((one) => [one.code, one]));
  const start = Date.parse(given.window.from);
  const at = (minute: number) => new Date(start + minute * 60_000).toISOString().replace(".000Z", "Z");
  const rows = team.stops.map((stop, n) => {
    const place = places.get(stop.place);
    const abort = team.abort.find((one) => one.place === stop.place && one.leave === stop.leave);
    return [
      team.team,
      String(n + 1),
      stop.kind,
      stop.place,
      place && origin ? printPlace(onEarth(origin, place), 3) : "",
      at(stop.arrive),
      at(stop.start),
      at(stop.leave),
      stop.persons.map(({ group, count }) => `${group} ${count}`).join("; "),
      stop.bodies.map(({ site, count }) => `${site} ${count}`).join("; "),
      abort ? at(abort.last) : "",
      abort && origin ? printPlace(onEarth(origin, abort.exit), 3) : "",
    ];
  });
  const head = [
    "team",
    "stop",
    "kind",
    "place",
    "position",
    "arrive_utc",
    "start_utc",
    "leave_utc",
    "persons",
    "remains",
    "leave_no_later_than_utc",
    "nearest_exit",
  ];
  return `${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
