import type { TruceCase } from "../case/case.ts";
import type { Fault } from "../case/faults.ts";
import type { TruceEvent } from "./event.ts";

/** What an event tells of that is not in the case, nor brought by a change before it. */
export function faultsOfEvent(given: TruceCase, { changes }: TruceEvent): readonly Fault[] {
  const known = {
    team: new Set(given.teams.map(({ code }) => code)),
    site: new Set(given.sites.map(({ code }) => code)),
    facility: new Set(given.facilities.map(({ code }) => code)),
    group: new Set(given.sites.flatMap(({ persons }) => persons.map(({ code }) => code))),
  };
  return changes.flatMap((change, n) => {
    const strangers = (["team", "site", "facility", "group"] as const).flatMap((name) => {
      const code = (change as Partial<Record<typeof name, unknown>>)[name]; // of which each kind of change has its own
      return typeof code === "string" && !known[name].has(code)
        ? [{ path: `event.changes.${n}.${name}`, reason: `There is no such ${name}.` }]
        : [];
    });
    if (change.kind === "site_added") known.site.add(change.site.code);
    const brought =
      change.kind === "site_added" ? change.site.persons : change.kind === "patients" ? change.persons : [];
    for (const { code } of brought) known.group.add(code);
    return strangers;
  });
}
