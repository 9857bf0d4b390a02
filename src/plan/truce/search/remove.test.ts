import { expect, it } from "vitest";
import type { Site, TruceCase } from "../case/case.ts";
import { tinyTruce } from "../testing/tiny-truce.ts";
import { loadPlans } from "./load.ts";
import { modelOf } from "./model.ts";
import { removeVisits } from "./remove.ts";
import { Routes } from "./routes.ts";

it("[PL24] whoever is loaded sooner when a visit goes, and would ride too long then, goes too, and nobody else", () => {
  const { sites, teams, classes, facilities } = tinyTruce();
  const site = (code: string, loading: number, opens: number): Site => ({
    ...(sites[0] as Site),
    code,
    windows: [[opens, 600]],
    persons: [{ code: `${code}.g`, class: "c1", of: "a", count: 1, reported: -60, loading }],
  });
  const given: TruceCase = {
    ...tinyTruce(),
    classes: classes.map((one) => ({ ...one, ride: 100 })),
    facilities: facilities.map((one) => ({ ...one, unload: 1 })),
    sites: [site("long", 150, 0), site("early", 5, 0), site("late", 5, 240)],
    teams: teams
      .filter(({ kind }) => kind === "medical")
      .map((one) => ({ ...one, places: { ...one.places, stretcher: 3 }, speed: 2000 })),
  };
  const stop = (place: string) => ({
    kind: place === "H1" ? ("facility" as const) : ("site" as const),
    place,
    arrive: 0,
    start: 0,
    leave: 0,
    persons: place === "H1" ? [] : [{ group: `${place}.g`, count: 1 }],
    bodies: [],
  });
  const routes = new Routes(modelOf(given));
  loadPlans(routes, [
    { team: given.teams[0]?.code ?? "", stops: ["long", "early", "late", "H1"].map(stop), end: 0 },
  ]);
  const visited = () =>
    Array.from(routes.place.subarray(0, routes.len[0]), (place) =>
      place < routes.model.N ? given.sites[place]?.code : "H1",
    );
  expect(visited()).toEqual(["long", "early", "late", "H1"]);
  const gone: number[] = [];
  expect(removeVisits(routes, 0, (place) => place === 0, gone)).toBe(true);
  expect(visited()).toEqual(["late", "H1"]);
  expect(gone).toEqual([0, 1]);
  expect(Array.from(routes.left)).toEqual([1, 1, 0]);
});
