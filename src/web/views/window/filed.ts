import { onEarth, originOf } from "#base";
import type { ActId, SiteView } from "#record";
import { type LngLat, metresApart } from "../../map/mercator.ts";
import type {
  PlanInput,
  PlannedTeam,
  Point,
  Stop,
  TruceCase,
  TrucePlan,
  TruceSide,
} from "./engine/protocol.ts";
import { plain } from "./sites-table.ts";

/** All that a plan was computed from and what came out: who opens it computes the same bytes. */
export type Whole = {
  readonly format: "parley-window-whole/1";
  readonly given: TruceCase;
  readonly previous?: PlanInput["previous"];
  readonly plan: TrucePlan;
};

/** Of a plan for both sides what one of them may read: its own sites, and who comes there when. It cannot be computed again. */
export type OwnPart = {
  readonly format: "parley-window-own/1";
  readonly side: TruceSide;
  readonly window: TruceCase["window"];
  readonly anchor: NonNullable<TruceCase["anchor"]>;
  readonly sites: readonly Placed[];
  /** Those that are its own or of neither side. */
  readonly facilities: readonly Placed[];
  readonly teams: readonly {
    readonly team: string;
    readonly kind: string;
    readonly side: TruceSide | "neutral";
    readonly stops: readonly Stop[];
    /** Until when it can stay at each of these sites; it is told by the site and the way out alone. */
    readonly abort: readonly LastLeave[];
  }[];
};
type LastLeave = Pick<PlannedTeam["abort"][number], "place" | "leave" | "last">;
type Placed = Point & { readonly code: string };

export type FiledPlan = Pick<Whole, "given" | "previous" | "plan">;

/** What of a register tells which place is meant. */
type Registered = Pick<SiteView, "id" | "code" | "status"> & {
  readonly report: { readonly position: { readonly lon: number; readonly lat: number } };
};

/** A report is to a tenth of a metre, a plane to a metre, its anchor to a thousandth of a degree beside it. */
const sameMetres = 3;

/**
 * The sites of a case that a room's register holds too, by code and place. What is not found there is nobody's to pass on: it was
 * reported by the other side, by nobody, or its report was moved or withdrawn since.
 */
export function sitesOfRegister(
  { sites, anchor }: { readonly sites: readonly Placed[]; readonly anchor?: TruceCase["anchor"] | undefined },
  register: readonly Registered[],
): ReadonlyMap<string, ActId> {
  const origin = originOf(anchor);
  if (!origin) return new Map();
  const standing = register.filter(({ status }) => status !== "withdrawn");
  return new Map(
    sites.flatMap((site) => {
      const place = onEarth(origin, site);
      const found = standing.find(
        ({ code, report }) =>
          isCodeOf(site.code, plain(code).slice(0, 16)) &&
          metresApart(place, placeOf(report.position)) <= sameMetres,
      );
      return found ? [[site.code, found.id] as const] : [];
    }),
  );
}

/**
 * What is filed for one side: the whole where nothing in it is the other's, else its own part; undefined where nothing is its own.
 * What both have reported at one place is in nobody's part: by it each would learn of the other's report.
 */
export function filedFor(
  side: TruceSide,
  filed: FiledPlan,
  register: readonly Registered[],
  others: readonly Registered[],
): Whole | OwnPart | undefined {
  const { given, plan } = filed;
  const theirs = sitesOfRegister(given, others);
  const own = new Map([...sitesOfRegister(given, register)].filter(([code]) => !theirs.has(code)));
  if (!given.anchor || own.size === 0) return undefined;
  if (isAllOf(side, filed, own)) return { format: "parley-window-whole/1", ...filed };
  const groups = new Set(
    given.sites.filter(({ code }) => own.has(code)).flatMap(({ persons }) => persons.map(({ code }) => code)),
  );
  const isOthers = (one: { readonly side: TruceSide | "neutral" }) =>
    one.side !== side && one.side !== "neutral";
  const kinds = new Map(given.teams.map((one) => [one.code, one]));
  const teams = plan.teams.flatMap(({ team, stops, abort }) => {
    const about = kinds.get(team);
    const shown = stops.flatMap((stop) => {
      if (stop.kind === "site") return own.has(stop.place) ? [stop] : [];
      const persons = stop.persons.filter(({ group }) => groups.has(group));
      const bodies = stop.bodies.filter(({ site }) => own.has(site));
      return persons.length + bodies.length > 0 ? [{ ...stop, persons, bodies }] : [];
    });
    if (!about || shown.length === 0) return [];
    const last = abort.filter(({ place }) => own.has(place));
    return [
      {
        team,
        kind: about.kind,
        side: about.side,
        stops: shown,
        abort: last.map(({ place, leave, last }) => ({ place, leave, last })),
      },
    ];
  });
  const placed = ({ code, x, y }: Placed): Placed => ({ code, x, y });
  return {
    format: "parley-window-own/1",
    side,
    window: given.window,
    anchor: given.anchor,
    sites: given.sites.filter(({ code }) => own.has(code)).map(placed),
    facilities: given.facilities.filter((one) => !isOthers(one)).map(placed),
    teams,
  };
}

// Not one place and not one team of the other side's is in it.
function isAllOf(side: TruceSide, { given, previous }: FiledPlan, own: ReadonlyMap<string, ActId>): boolean {
  const isOurs = (one: { readonly side: TruceSide | "neutral" }) =>
    one.side === side || one.side === "neutral";
  const places = new Set([...given.sites, ...given.facilities].map(({ code }) => code));
  const stops = [...(previous ?? []), ...(given.progress?.teams ?? [])].flatMap((one) => one.stops);
  return (
    given.sites.every(({ code }) => own.has(code)) &&
    [...given.facilities, ...given.teams].every(isOurs) &&
    stops.every(({ place }) => places.has(place)) &&
    (given.travel.matrix?.places ?? []).every((place) => places.has(place))
  );
}

// Two sites that would have one code in a case are told apart by a number.
function isCodeOf(code: string, of: string): boolean {
  return code === of || (code.startsWith(`${of}.`) && /^\d+$/.test(code.slice(of.length + 1)));
}

function placeOf({ lon, lat }: { readonly lon: number; readonly lat: number }): LngLat {
  return [lon / 1e6, lat / 1e6];
}
