import type { Highs } from "highs";
import type { Point, Team, TruceCase } from "../case/case.ts";
import { million, survivalAt } from "../case/reward.ts";
import { usualMinutes } from "../case/travel.ts";

type Solver = Pick<Highs, "solve">;
type Stop = { readonly name: string; readonly at: Point; readonly site?: number; readonly facility?: number };

/**
 * The most lives, in lives, by HiGHS on a mixed-integer model of the cases that `enumerableTruce` invents: which stop comes at
 * which place of a team's order, when, who is taken there, and what each is worth where he is unloaded. Survival is taken
 * as linear between its two points, which it is there but for rounding down to millionths.
 */
export function mostLivesByHighs(highs: Solver, given: TruceCase): number {
  const persons = given.sites.flatMap(({ persons: [group] }, site) =>
    group ? Array.from({ length: group.count }, () => ({ site, group })) : [],
  );
  const goals: string[] = [];
  const rows: string[] = [];
  const free: string[] = [];
  const binary: string[] = [];
  const big = 3 * given.window.minutes;
  const picks = persons.map(() => [] as string[]);
  const most = 2 * persons.length; // every person may be a journey of his own

  given.teams.forEach((team, t) => {
    const end: Stop = { name: "e", at: team.end };
    const stops: readonly Stop[] = [
      ...given.sites.map((at, site) => ({ name: `s${site}`, at, site })),
      ...given.facilities.map((at, facility) => ({ name: `f${facility}`, at, facility })),
      end,
    ];
    for (let p = 1; p <= most; p++) {
      const [is, was] = [`${t}_${p}`, `${t}_${p - 1}`];
      const y = (stop: Stop, at = is) => `y_${at}_${stop.name}`;
      binary.push(...stops.map((stop) => y(stop)));
      rows.push(`${stops.map((stop) => y(stop)).join(" + ")} = 1`);
      rows.push(...arrival(given, team, stops, p, is, was));
      free.push(
        ...stops.flatMap((to) => (p === 1 ? [] : stops.map((from) => `x_${is}_${from.name}_${to.name}`))),
      );
      // who is over stays over, with nobody on board
      if (p > 1) rows.push(`${y(end)} - ${y(end, was)} >= 0`);
      rows.push(`T_${is} + ${big} ${y(end)} <= ${team.duty[1] + big}`);
      persons.forEach(({ site, group }, k) => {
        const [u, b, d] = [`u_${is}_${k}`, `b_${is}_${k}`, `d_${is}_${k}`];
        picks[k]?.push(u);
        binary.push(u);
        free.push(b, d);
        rows.push(`${u} - y_${is}_s${site} <= 0`);
        rows.push(`${b} - ${p > 1 ? `b_${was}_${k} - ` : ""}${u} + ${d} = 0`);
        rows.push(`${b} + ${y(end)} <= 1`);
        const unloaded: string[] = [];
        given.facilities.forEach((facility, f) => {
          const [w, r] = [`w_${is}_${k}_${f}`, `r_${is}_${k}_${f}`];
          binary.push(w);
          unloaded.push(w);
          goals.push(r);
          rows.push(`${w} - y_${is}_f${f} <= 0`, `${b} + y_${is}_f${f} <= 1`);
          const { survival, without, code } =
            given.classes.find((one) => one.code === group.class) ?? never();
          const first = survivalAt(survival, -group.reported);
          const [[, from] = [0, 0], [until, to] = [1, 0]] = survival;
          const care = (facility.care[code] ?? 0) / million / first;
          const worth = (minute: number) =>
            care * (from - ((from - to) * (minute - group.reported)) / until) - without / million;
          const slope = worth(0) - worth(1);
          rows.push(`${r} + ${slope} T_${is} + ${slope * big} ${w} <= ${worth(0) + slope * big}`);
          rows.push(`${r} - ${Math.max(0, worth(0))} ${w} <= 0`);
        });
        rows.push(`${d} - ${unloaded.join(" - ")} = 0`);
      });
      // nobody stops for nothing
      given.sites.forEach((_, n) => {
        const taken = personsOf(given, n).map((k) => `u_${is}_${k}`);
        rows.push(`${taken.join(" + ")} - y_${is}_s${n} >= 0`);
      });
      given.facilities.forEach((_, f) => {
        rows.push(`${persons.map((_, k) => `w_${is}_${k}_${f}`).join(" + ")} - y_${is}_f${f} >= 0`);
      });
      for (const place of ["stretcher", "seat"] as const) {
        const aboard = persons.flatMap(({ group }, k) =>
          given.classes.find((one) => one.code === group.class)?.place === place ? [`b_${is}_${k}`] : [],
        );
        if (aboard.length > 0) rows.push(`${aboard.join(" + ")} <= ${team.places[place]}`);
      }
    }
  });
  rows.push(...picks.map((all) => `${all.join(" + ")} <= 1`));
  // of two alike the first is taken no later than the second
  persons.forEach(({ site }, k) => {
    if (persons[k + 1]?.site !== site) return;
    picks[k]?.forEach((_, n, all) => {
      rows.push(`${all.slice(0, n + 1).join(" + ")} - ${picks[k + 1]?.slice(0, n + 1).join(" - ")} >= 0`);
    });
  });
  const text = [
    "Maximize",
    ` obj: ${goals.join(" + ")}`,
    "Subject To",
    ...rows.map((row, n) => ` c${n}: ${row}`),
    "Bounds",
    ...free.map((one) => ` 0 <= ${one} <= 1`),
    "Binary",
    ` ${binary.join("\n ")}`,
    "End",
    "",
  ].join("\n");
  const { Status, ObjectiveValue } = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 1e-7 });
  if (Status !== "Optimal") throw new Error(`HiGHS says: ${Status}.`);
  return ObjectiveValue;
}

// When a team is at its p-th stop: after its last one and the way from there; at a site inside its window and in time for its way out.
function arrival(
  given: TruceCase,
  team: Team,
  stops: readonly Stop[],
  p: number,
  is: string,
  was: string,
): readonly string[] {
  const rows: string[] = [];
  const minutes = (from: Point, to: Point) =>
    usualMinutes(given.travel, team.speed, { x: from.x, y: from.y }, { x: to.x, y: to.y });
  const big = 3 * given.window.minutes;
  const y = (stop: Stop, at = is) => `y_${at}_${stop.name}`;
  // what a stop takes: its setting up, and who is loaded or the unloading
  const stay = (at: string): readonly string[] => [
    ...given.sites.flatMap(({ setup, persons: [group] }, site) => [
      `${setup} y_${at}_s${site}`,
      ...personsOf(given, site).map((k) => `${group?.loading ?? 0} u_${at}_${k}`),
    ]),
    ...given.facilities.map(({ unload }, f) => `${unload} y_${at}_f${f}`),
  ];
  if (p === 1) {
    const ways = stops.map((stop) => `${minutes(team.start, stop.at)} ${y(stop)}`);
    rows.push(`T_${is} - ${ways.join(" - ")} >= ${team.duty[0]}`);
  } else {
    const ways = stops.flatMap((from) =>
      stops.map((to) => ({
        way: `x_${is}_${from.name}_${to.name}`,
        minutes: from.name === "e" && to.name === "e" ? 0 : minutes(from.at, to.at),
        from,
        to,
      })),
    );
    for (const stop of stops) {
      rows.push(
        `${ways.flatMap(({ way, from }) => (from === stop ? [way] : [])).join(" + ")} - ${y(stop, was)} = 0`,
      );
      rows.push(`${ways.flatMap(({ way, to }) => (to === stop ? [way] : [])).join(" + ")} - ${y(stop)} = 0`);
    }
    const driven = ways.map(({ way, minutes: n }) => `${n} ${way}`);
    rows.push(`T_${is} - T_${was} - ${stay(was).join(" - ")} - ${driven.join(" - ")} >= 0`);
  }
  given.sites.forEach((site, n) => {
    const [from = 0, until = 0] = site.windows[0] ?? [];
    const zone = given.zones.find(({ code }) => code === site.zone) ?? never();
    const out = Math.min(...zone.exits.map((exit) => minutes(site, exit)));
    const last = Math.min(until, given.window.minutes - zone.clearBy - out);
    rows.push(`T_${is} - ${from} y_${is}_s${n} >= 0`);
    rows.push(`T_${is} + ${stay(is).join(" + ")} + ${big} y_${is}_s${n} <= ${last + big}`);
  });
  given.facilities.forEach((_, f) => {
    rows.push(`T_${is} + ${big} y_${is}_f${f} <= ${team.duty[1] + big}`);
  });
  return rows;
}

// The numbers of the persons of a site among all.
function personsOf({ sites }: TruceCase, site: number): readonly number[] {
  const before = sites.slice(0, site).reduce((sum, { persons: [group] }) => sum + (group?.count ?? 0), 0);
  return Array.from({ length: sites[site]?.persons[0]?.count ?? 0 }, (_, n) => before + n);
}

function never(): never {
  throw new Error("The case names what it does not hold.");
}
