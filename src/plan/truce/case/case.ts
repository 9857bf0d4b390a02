/** The two parties; a facility may be of neither. */
export type Side = "a" | "b";

/** A point on a local plane, in whole metres. */
export type Point = { readonly x: number; readonly y: number };

/** Degrees east and north. */
export type Anchor = { readonly lon: number; readonly lat: number };

/** How a patient travels. */
export type Place = "stretcher" | "seat";

/** Chance to live, per million, by minutes since the last report; straight lines between, flat after the last. */
export type Survival = readonly (readonly [minute: number, perMillion: number])[];

/** A zone is left by `clearBy` minutes before the window ends, through one of its exits. */
type Zone = { readonly code: string; readonly clearBy: number; readonly exits: readonly Point[] };

/** A class of patients. `without` is the chance, per million, of whoever is not evacuated in this window. */
export type PatientClass = {
  readonly code: string;
  readonly place: Place;
  readonly survival: Survival;
  readonly without: number;
  /** Longest minutes from the site to unloading. */
  readonly ride?: number;
};

/** Where patients or remains are taken. Patients of side a go to facilities of side a or neutral ones. */
export type Facility = Point & {
  readonly code: string;
  readonly side: Side | "neutral";
  /** Patients of a class that it can take in the whole window; a class that is missing has none. */
  readonly beds: Readonly<Record<string, number>>;
  /** Chance, per million, that somebody of a class who comes alive stays so; missing is 0. */
  readonly care: Readonly<Record<string, number>>;
  /** At most so many patients begin to be unloaded in each stretch of `every` minutes. */
  readonly intake?: { readonly every: number; readonly most: number };
  /** Minutes to unload, whatever the load. */
  readonly unload: number;
  /** Remains that it can take. */
  readonly remains: number;
};

/** Patients of one class and side at one site. */
export type Group = {
  readonly code: string;
  readonly class: string;
  readonly of: Side;
  readonly count: number;
  /** Minute of the last report, from the window's start: below 0 before it. */
  readonly reported: number;
  /** Minutes to load each. */
  readonly loading: number;
};

export type Site = Point & {
  readonly code: string;
  readonly zone: string;
  /** Whose ground it lies on. */
  readonly ground: Side;
  /** Agreed times of access; a visit lies in one of them whole. */
  readonly windows: readonly (readonly [from: number, until: number])[];
  /** Minutes before loading at each visit. */
  readonly setup: number;
  /** Minutes of clearance before anybody else comes; without it the site needs none. */
  readonly clearance?: number;
  /** Both sides' liaisons are present whenever somebody is loaded. */
  readonly joint?: boolean;
  readonly persons: readonly Group[];
  readonly remains?: { readonly of: Side; readonly count: number; readonly handling: number };
};

export const teamKinds = ["medical", "recovery", "clearance", "liaison"] as const;
export type TeamKind = (typeof teamKinds)[number];

export type Team = {
  readonly code: string;
  readonly kind: TeamKind;
  readonly side: Side | "neutral";
  readonly start: Point;
  readonly end: Point;
  /** Leaves its start not before, is at its end not after. */
  readonly duty: readonly [from: number, until: number];
  readonly places: { readonly stretcher: number; readonly seat: number; readonly cold: number };
  /** Whose ground it may enter. */
  readonly ground: readonly Side[];
  /** Metres a minute. */
  readonly speed: number;
};

export type Travel = {
  /** Road over straight line, per mille. */
  readonly detour: number;
  /** The slow tenth of journeys over the usual, per mille. */
  readonly slow: number;
  /** A plan holds when any so many legs of a team are slow. */
  readonly gamma: 0 | 1 | 2;
  /** Usual minutes between sites and facilities by code, instead of straight lines. */
  readonly matrix?: {
    readonly places: readonly string[];
    readonly minutes: readonly (readonly number[])[];
  };
};

/** Where a team stops: what it loads at a site, what it unloads at a facility. Minutes from the window's start. */
export type Stop = {
  readonly kind: "site" | "facility";
  readonly place: string;
  readonly arrive: number;
  readonly start: number;
  readonly leave: number;
  readonly persons: readonly { readonly group: string; readonly count: number }[];
  readonly bodies: readonly { readonly site: string; readonly count: number }[];
};

/** What one team has begun or announced: it stays. It leaves its last place not before `free`; lost, it goes nowhere. */
export type TeamProgress = {
  readonly team: string;
  readonly stops: readonly Stop[];
  readonly free: number;
  readonly lost?: boolean;
};

export type TruceCase = {
  readonly format: "parley-plan-case/1";
  readonly window: { readonly from: string; readonly minutes: number };
  readonly zones: readonly Zone[];
  readonly classes: readonly PatientClass[];
  readonly facilities: readonly Facility[];
  readonly sites: readonly Site[];
  readonly teams: readonly Team[];
  readonly travel: Travel;
  /** Where on earth the plane's origin lies, for maps alone: nothing of a plan follows from it. */
  readonly anchor?: Anchor;
  /** Where the window has begun: what has been done by `now`. */
  readonly progress?: { readonly now: number; readonly teams: readonly TeamProgress[] };
};
