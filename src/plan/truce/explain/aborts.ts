import type { TruceCase } from "../case/case.ts";
import { slowMinutes, usualMinutes } from "../case/travel.ts";
import type { Abort, TeamPlan } from "../plan.ts";

/** How a team leaves the zone from each of its sites, and until when it can stay there. */
export function abortsOf(given: TruceCase, { team: code, stops }: TeamPlan): readonly Abort[] {
  const team = given.teams.find((one) => one.code === code);
  if (!team) return [];
  return stops.flatMap(({ kind, place, leave }) => {
    const site = given.sites.find((one) => kind === "site" && one.code === place);
    const zone = given.zones.find((one) => one.code === site?.zone);
    if (!site || !zone) return [];
    const ways = zone.exits.map((exit) => {
      const usual = usualMinutes(given.travel, team.speed, site, exit);
      return { exit, minutes: given.travel.gamma === 0 ? usual : slowMinutes(given.travel, usual) };
    });
    const way = ways.reduce((best, one) => (one.minutes < best.minutes ? one : best));
    return [
      {
        place,
        leave,
        exit: { x: way.exit.x, y: way.exit.y },
        minutes: way.minutes,
        last: given.window.minutes - zone.clearBy - way.minutes,
      },
    ];
  });
}
