import { onEarth, originOf } from "#base";
import type { LngLat } from "../../map/mercator.ts";
import { nothingShown, type Shown } from "../../map/shown.ts";
import type { Point, TruceCase, TrucePlan } from "./engine/protocol.ts";
import type { OwnPart } from "./filed.ts";

/** A plan on the map, on its plane where nobody has said where that lies: sites and facilities of the case, exits of zones, and each team's way in the order of its stops. */
export function mapOfPlan(
  { sites, facilities, teams, zones, anchor }: TruceCase,
  plan: Pick<TrucePlan, "teams"> | undefined,
): Shown {
  const origin = originOf(anchor) ?? [0, 0];
  const at = (point: Point): LngLat => onEarth(origin, point);
  const places = new Map<string, Point>([...sites, ...facilities].map((one) => [one.code, one]));
  const visited = new Set(plan?.teams.flatMap(({ stops }) => stops.map(({ place }) => place)));
  return {
    ...nothingShown,
    points: [
      ...sites.map((one) => ({
        id: `site ${one.code}`,
        label: one.code,
        kind: "site" as const,
        at: at(one),
        isOpen: plan !== undefined && !visited.has(one.code),
      })),
      ...facilities.map((one) => ({
        id: `facility ${one.code}`,
        label: one.code,
        kind: "facility" as const,
        at: at(one),
      })),
      ...zones.flatMap(({ code, exits }) =>
        exits.map((exit, n) => ({
          id: `exit ${code} ${n}`,
          label: code,
          kind: "exit" as const,
          at: at(exit),
        })),
      ),
      ...(plan
        ? []
        : teams.map((one) => ({
            id: `team ${one.code}`,
            label: one.code,
            kind: "team" as const,
            at: at(one.start),
          }))),
    ],
    routes: (plan?.teams ?? []).flatMap(({ team: code, stops }, place) => {
      const team = teams.find((one) => one.code === code);
      if (!team || stops.length === 0) return [];
      const way = stops.flatMap((stop) => places.get(stop.place) ?? []);
      return [{ id: code, label: code, place, points: [team.start, ...way, team.end].map(at) }];
    }),
  };
}

/** One side's part on the map: its sites, and the ways between stops that it may read; what lies between is not said. */
export function mapOfOwnPart({ sites, facilities, teams, anchor }: OwnPart): Shown {
  const at = (point: Point): LngLat => onEarth(originOf(anchor), point);
  const places = new Map<string, Point>([...sites, ...facilities].map((one) => [one.code, one]));
  const visited = new Set(teams.flatMap(({ stops }) => stops.map(({ place }) => place)));
  const points = (kind: "site" | "facility", all: OwnPart["sites"]) =>
    all.map((one) => ({
      id: `${kind} ${one.code}`,
      label: one.code,
      kind,
      at: at(one),
      isOpen: kind === "site" && !visited.has(one.code),
    }));
  return {
    ...nothingShown,
    points: [...points("site", sites), ...points("facility", facilities)],
    routes: teams.map(({ team, stops }, place) => ({
      id: team,
      label: team,
      place,
      points: stops.flatMap((stop) => places.get(stop.place) ?? []).map(at),
    })),
  };
}
