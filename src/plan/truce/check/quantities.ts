import type { Group, PatientClass, Site, TruceCase } from "../case/case.ts";
import type { Judged, TruceViolation } from "./check.ts";

type OnBoard = { readonly count: number; readonly leave: number; readonly frozen: boolean };

/** What is loaded and unloaded, and by whom: places, demand, beds, intake, sides, rides. */
export function quantitiesOverstepped(given: TruceCase, judged: readonly Judged[]): TruceViolation[] {
  const violations: TruceViolation[] = [];
  const found = (constraint: TruceViolation["constraint"], where: string, value: number, limit: number) =>
    violations.push({ constraint, where, value, limit });
  const groups = groupsOf(given);
  const lost = new Set(given.progress?.teams.flatMap(({ team, lost: gone }) => (gone ? [team] : [])));
  const taken = new Map<string, number>();
  const add = (tally: Map<string, number>, key: string, count: number) =>
    tally.set(key, (tally.get(key) ?? 0) + count);
  const beds = new Map<string, number>();
  const buckets = new Map<string, number>();
  const judgedNow = new Set<string>();

  for (const team of given.teams) {
    const persons = new Map<string, OnBoard[]>();
    const bodies = new Map<string, number>();
    for (const { stop, late, frozen } of judged.filter((one) => one.team === team)) {
      const where = `${team.code}/${stop.place}`;
      if (stop.persons.length > 0 && team.kind !== "medical") found("kind", where, 1, 0);
      if (stop.bodies.length > 0 && team.kind !== "recovery") found("kind", where, 1, 0);
      if ([...stop.persons, ...stop.bodies].some(({ count }) => !Number.isInteger(count) || count < 1))
        found("demand", where, 0, 1);
      const site = stop.kind === "site" ? given.sites.find(({ code }) => code === stop.place) : undefined;
      if (site) {
        for (const { group, count } of stop.persons) {
          if (groups.get(group)?.site !== site) found("unknown_group", `${where}/${group}`, 1, 0);
          add(taken, group, count);
          persons.set(group, [...(persons.get(group) ?? []), { count, leave: stop.leave, frozen }]);
        }
        for (const { site: code, count } of stop.bodies) {
          if (code !== site.code) found("unknown_group", `${where}/${code}`, 1, 0);
          add(taken, `remains of ${code}`, count);
          add(bodies, code, count);
        }
        if (!frozen) placesTaken(where, team.places, persons, bodies);
        continue;
      }
      const facility = given.facilities.find(({ code }) => code === stop.place);
      if (!facility) continue;
      for (const { group, count } of stop.persons) {
        const known = groups.get(group);
        if (!known) {
          found("unknown_group", `${where}/${group}`, 1, 0);
          continue;
        }
        unload(where, persons, known, count, frozen ? undefined : late.start);
        add(beds, `${facility.code}/${known.class.code}`, count);
        if (frozen) continue;
        judgedNow.add(`${facility.code}/${known.class.code}`);
        if (facility.side !== "neutral" && facility.side !== known.group.of) found("side", where, 1, 0);
        if (!facility.care[known.class.code]) found("side", `${where}/${group}`, 0, 1);
      }
      // nobody is driven past a facility that treats him
      if (!frozen) {
        for (const [group, loads] of persons) {
          const known = groups.get(group);
          const left = loads.reduce((sum, { count }) => sum + count, 0);
          if (!known || left === 0 || !facility.beds[known.class.code] || !facility.care[known.class.code])
            continue;
          if (facility.side === "neutral" || facility.side === known.group.of)
            found("driven_past", `${where}/${group}`, left, 0);
        }
      }
      if (facility.intake) {
        const bucket = `${facility.code}/${Math.floor(stop.start / facility.intake.every)}`;
        add(
          buckets,
          bucket,
          stop.persons.reduce((sum, { count }) => sum + count, 0),
        );
        if (!frozen && stop.persons.length > 0) judgedNow.add(bucket);
      }
      for (const { site: code, count } of stop.bodies) {
        const of = given.sites.find((one) => one.code === code)?.remains?.of;
        if ((bodies.get(code) ?? 0) < count)
          found("not_on_board", `${where}/${code}`, count, bodies.get(code) ?? 0);
        bodies.set(code, (bodies.get(code) ?? 0) - count);
        add(beds, `${facility.code} remains`, count);
        if (frozen) continue;
        judgedNow.add(`${facility.code} remains`);
        if (facility.side !== "neutral" && facility.side !== of) found("side", where, 1, 0);
      }
      if (!frozen && facility.remains > 0)
        for (const [code, count] of bodies) {
          const of = given.sites.find((one) => one.code === code)?.remains?.of;
          if (count > 0 && (facility.side === "neutral" || facility.side === of))
            found("driven_past", `${where}/remains of ${code}`, count, 0);
        }
    }
    if (lost.has(team.code)) continue;
    for (const [group, loads] of persons)
      for (const { count } of loads) if (count > 0) found("not_delivered", `${team.code}/${group}`, count, 0);
    for (const [site, count] of bodies)
      if (count > 0) found("not_delivered", `${team.code}/remains of ${site}`, count, 0);
  }
  for (const { group } of groups.values()) overTally(taken, group.code, group.count, "demand");
  for (const { code, remains } of given.sites)
    overTally(taken, `remains of ${code}`, remains?.count ?? 0, "demand");
  for (const facility of given.facilities) {
    for (const { code } of given.classes) {
      const key = `${facility.code}/${code}`;
      if (judgedNow.has(key)) overTally(beds, key, facility.beds[code] ?? 0, "beds");
    }
    if (judgedNow.has(`${facility.code} remains`))
      overTally(beds, `${facility.code} remains`, facility.remains, "remains_room");
    for (const bucket of buckets.keys())
      if (bucket.startsWith(`${facility.code}/`) && judgedNow.has(bucket))
        overTally(buckets, bucket, facility.intake?.most ?? 0, "intake");
  }
  return violations;

  function overTally(
    tally: ReadonlyMap<string, number>,
    key: string,
    limit: number,
    constraint: TruceViolation["constraint"],
  ): void {
    const value = tally.get(key) ?? 0;
    if (value > limit) found(constraint, key, value, limit);
  }

  function placesTaken(
    where: string,
    places: { readonly stretcher: number; readonly seat: number; readonly cold: number },
    persons: ReadonlyMap<string, readonly OnBoard[]>,
    bodies: ReadonlyMap<string, number>,
  ): void {
    const load = { stretcher: 0, seat: 0, cold: 0 };
    for (const [group, loads] of persons)
      for (const { count } of loads) load[groups.get(group)?.class.place ?? "seat"] += count;
    for (const count of bodies.values()) load.cold += count;
    for (const place of ["stretcher", "seat", "cold"] as const)
      if (load[place] > places[place]) found("places", `${where}/${place}`, load[place], places[place]);
  }

  // Those who were loaded first are unloaded first. Whoever was on board when it was planned on is brought home, however long that takes by now.
  function unload(
    where: string,
    persons: Map<string, OnBoard[]>,
    { group, class: of }: Known,
    count: number,
    minute: number | undefined,
  ): void {
    let left = count;
    const rest: OnBoard[] = [];
    for (const load of persons.get(group.code) ?? []) {
      const out = Math.min(left, load.count);
      left -= out;
      if (
        out > 0 &&
        of.ride !== undefined &&
        minute !== undefined &&
        !load.frozen &&
        minute - load.leave > of.ride
      )
        found("ride", `${where}/${group.code}`, minute - load.leave, of.ride);
      if (load.count > out) rest.push({ ...load, count: load.count - out });
    }
    persons.set(group.code, rest);
    if (left > 0) found("not_on_board", `${where}/${group.code}`, count, count - left);
  }
}

type Known = { readonly group: Group; readonly class: PatientClass; readonly site: Site };

function groupsOf({ sites, classes }: TruceCase): ReadonlyMap<string, Known> {
  const ofClass = new Map(classes.map((one) => [one.code, one]));
  return new Map(
    sites.flatMap((site) =>
      site.persons.flatMap((group): [string, Known][] => {
        const found = ofClass.get(group.class);
        return found ? [[group.code, { group, class: found, site }]] : [];
      }),
    ),
  );
}
