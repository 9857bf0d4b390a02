import type { TruceCase } from "./case.ts";
import { million } from "./reward.ts";

/** What makes a case contradict itself: where, and what of its own is missing or not in order. */
export type Fault = { readonly path: string; readonly reason: string };

/** Faults that a form cannot see. Empty where there is none. */
export function faultsOf(given: TruceCase): readonly Fault[] {
  return [
    ...faultsOfCodes(given),
    ...faultsOfClasses(given),
    ...faultsOfFacilities(given),
    ...faultsOfSites(given),
    ...faultsOfTeams(given),
    ...faultsOfTravel(given),
    ...faultsOfProgress(given),
  ];
}

function faultsOfCodes({ zones, classes, facilities, sites, teams }: TruceCase): Fault[] {
  const groups = sites.flatMap(({ persons }, s) =>
    persons.map(({ code }, g) => ({ code, path: `sites.${s}.persons.${g}` })),
  );
  const listed = (name: string, items: readonly { readonly code: string }[]) =>
    items.map(({ code }, n) => ({ code, path: `${name}.${n}` }));
  const lists = [
    listed("zones", zones),
    listed("classes", classes),
    [...listed("facilities", facilities), ...listed("sites", sites)],
    listed("teams", teams),
    groups,
  ];
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return list.flatMap(({ code, path }) => {
      const twice = seen.has(code);
      seen.add(code);
      return twice ? [{ path, reason: "This code stands twice." }] : [];
    });
  });
}

function faultsOfClasses({ classes }: TruceCase): Fault[] {
  return classes.flatMap(({ survival, without }, n) => {
    const path = `classes.${n}`;
    const [first] = survival;
    const found: Fault[] = [];
    if (first?.[0] !== 0 || first[1] !== million)
      found.push({ path, reason: "Survival begins at minute 0 with a million." });
    if (survival.some(([minute, chance], p) => p > 0 && (minute <= at(p - 1)[0] || chance > at(p - 1)[1])))
      found.push({ path, reason: "Minutes rise and survival never does." });
    if (without > million) found.push({ path, reason: "A chance is at most a million." });
    return found;
    function at(p: number): readonly [number, number] {
      return survival[p] ?? [0, 0];
    }
  });
}

function faultsOfFacilities({ facilities, classes }: TruceCase): Fault[] {
  const known = new Set(classes.map(({ code }) => code));
  return facilities.flatMap(({ beds, care }, n) => {
    const path = `facilities.${n}`;
    const found: Fault[] = [];
    if ([...Object.keys(beds), ...Object.keys(care)].some((code) => !known.has(code)))
      found.push({ path, reason: "There is no such class." });
    if (Object.values(care).some((chance) => chance > million))
      found.push({ path, reason: "A chance is at most a million." });
    return found;
  });
}

function faultsOfSites({ sites, zones, classes, window }: TruceCase): Fault[] {
  const known = {
    zones: new Map(zones.map((zone) => [zone.code, zone])),
    classes: new Set(classes.map(({ code }) => code)),
  };
  const found: Fault[] = [];
  zones.forEach(({ exits, clearBy }, n) => {
    if (exits.length === 0) found.push({ path: `zones.${n}.exits`, reason: "A zone has an exit." });
    if (clearBy > window.minutes)
      found.push({ path: `zones.${n}.clearBy`, reason: "It is longer than the window." });
  });
  sites.forEach(({ zone, windows, persons }, n) => {
    if (!known.zones.has(zone)) found.push({ path: `sites.${n}.zone`, reason: "There is no such zone." });
    windows.forEach(([from, until], w) => {
      const before = windows[w - 1];
      if (until <= from || (before && from < before[1]))
        found.push({
          path: `sites.${n}.windows.${w}`,
          reason: "Times of access end after they begin, and rise.",
        });
    });
    persons.forEach((group, g) => {
      if (!known.classes.has(group.class))
        found.push({ path: `sites.${n}.persons.${g}.class`, reason: "There is no such class." });
    });
  });
  return found;
}

function faultsOfTeams({ teams }: TruceCase): Fault[] {
  return teams.flatMap(({ kind, side, duty, ground }, n) => {
    const path = `teams.${n}`;
    const found: Fault[] = [];
    if (duty[1] < duty[0]) found.push({ path, reason: "Duty ends after it begins." });
    if (kind === "liaison" && side === "neutral")
      found.push({ path, reason: "A liaison is of one of the sides." });
    if (new Set(ground).size !== ground.length) found.push({ path, reason: "A side stands twice." });
    return found;
  });
}

function faultsOfTravel({ travel, facilities, sites }: TruceCase): Fault[] {
  const { matrix, slow } = travel;
  const found: Fault[] = [];
  if (slow < 1000)
    found.push({ path: "travel.slow", reason: "A slow journey is not shorter than the usual." });
  if (!matrix) return found;
  const known = new Set([...facilities, ...sites].map(({ code }) => code));
  const path = "travel.matrix";
  if (matrix.places.some((code) => !known.has(code)))
    found.push({ path, reason: "There is no such site or facility." });
  if (new Set(matrix.places).size !== matrix.places.length)
    found.push({ path, reason: "This code stands twice." });
  const size = matrix.places.length;
  if (matrix.minutes.length !== size || matrix.minutes.some((row) => row.length !== size))
    found.push({ path, reason: "There is one row and one column for each place." });
  return found;
}

function faultsOfProgress({ progress, teams, sites, facilities }: TruceCase): Fault[] {
  if (!progress) return [];
  const known = {
    teams: new Set(teams.map(({ code }) => code)),
    site: new Set(sites.map(({ code }) => code)),
    facility: new Set(facilities.map(({ code }) => code)),
    groups: new Set(sites.flatMap(({ persons }) => persons.map(({ code }) => code))),
  };
  const twice = new Set<string>();
  return progress.teams.flatMap(({ team, stops }, n) => {
    const path = `progress.teams.${n}`;
    const found: Fault[] = [];
    if (!known.teams.has(team) || twice.has(team))
      found.push({ path, reason: "There is no such team, or it stands twice." });
    twice.add(team);
    if (stops.some(({ kind, place }) => !known[kind].has(place)))
      found.push({ path, reason: "There is no such site or facility." });
    if (stops.some(({ persons }) => persons.some(({ group }) => !known.groups.has(group))))
      found.push({ path, reason: "There is no such group." });
    return found;
  });
}
