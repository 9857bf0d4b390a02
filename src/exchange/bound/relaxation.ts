import type { Model } from "../search/model.ts";
import { unlimited } from "../search/model.ts";
import { type Cohorts, type PricedLevel, worthOf } from "./cohorts.ts";

/** A level before the one that is bounded: the bound is one for plans that are worth at least so much to it. */
export type Held = { readonly level: PricedLevel; readonly least: number };

/** How a price may stand: nil or more; of any sign; of any sign, for a sum that is limited both ways; nil. */
export const sign = { upper: 0, any: 1, both: 2, none: 3 } as const;

/**
 * What is priced, in one vector: persons by cohort and places of each side in it; then beds, counted persons of each side,
 * what compares the sides, the lead after each tranche, levels held. `room` is how much there is of each.
 */
export type Relaxation = {
  readonly model: Model;
  readonly cohorts: readonly Cohorts[];
  readonly personAt: readonly number[];
  readonly placeAt: readonly number[];
  readonly bedAt: number;
  readonly limitAt: number;
  readonly rowAt: number;
  readonly leadAt: number;
  readonly heldAt: number;
  readonly room: Float64Array;
  readonly signs: Uint8Array;
  /** Steps are measured by how many there are of each thing: one price does not drown another. */
  readonly scale: Float64Array;
  readonly held: readonly (Held & { readonly worth: readonly Float64Array[] })[];
  readonly wards: readonly (readonly (readonly number[])[])[];
  /** Of each side its cohorts by tranche and site, in an order that the search for prices changes; where each site begins. */
  readonly order: readonly Int32Array[];
  readonly siteFrom: readonly Int32Array[];
};

export type RelaxationOptions = {
  /** Whether the bound is one for plans that return all of whom that is agreed. */
  readonly all: boolean;
  /** Whether comparisons of numbers are priced, or left out. */
  readonly numbers: boolean;
  readonly held?: readonly Held[];
};

export function relaxationOf(
  model: Model,
  cohorts: readonly Cohorts[],
  { all, numbers, held = [] }: RelaxationOptions,
): Relaxation {
  const { T, N, beds, places } = model;
  const [room, signs, scale]: [number[], number[], number[]] = [[], [], []];
  const add = (amount: number, how: number, count: number) => {
    const isNone = amount >= unlimited;
    room.push(isNone ? 0 : amount);
    signs.push(isNone ? sign.none : how);
    scale.push(1 / Math.max(1, count));
  };
  const personAt: number[] = [];
  const placeAt: number[] = [];
  for (const { side, count, size, cover } of cohorts) {
    personAt.push(room.length);
    for (let c = 0; c < count; c++) {
      const persons = size[c] ?? 0;
      add(persons, all && cover[c] === 1 ? sign.any : sign.upper, persons);
    }
    placeAt.push(room.length);
    for (let n = 0; n < T * 3; n++) {
      const seats = places[side * T * 3 + n] ?? 0;
      add(Math.min(seats, unlimited - 1), sign.upper, Math.min(N, seats));
    }
  }
  const bedAt = room.length;
  for (const one of beds) for (let t = 0; t < T; t++) add(one, sign.upper, Math.min(N, one) * T);
  const limitAt = room.length;
  const counted = model.counted.reduce((sum, one) => sum + one, 0);
  for (let s = 0; s < 2; s++) add(numbers ? model.limit : unlimited, sign.upper, counted);
  const rowAt = room.length;
  const weights = new Float64Array(model.rowLimit.length);
  model.rowOf.forEach((r, at) => {
    weights[r] = (weights[r] ?? 0) + (model.rowWeight[at] ?? 0) ** 2;
  });
  model.rowLimit.forEach((most, r) => {
    add(numbers ? most : unlimited, sign.both, weights[r] ?? 1);
  });
  const leadAt = room.length;
  for (let t = 0; t < T; t++) add(numbers ? model.alternation : unlimited, sign.both, counted * T);
  const heldAt = room.length;
  const worths = held.map((one) => ({
    ...one,
    worth: cohorts.map(({ members }) =>
      worthOf(
        model,
        one.level,
        members.map((list) => list[0] ?? 0),
      ),
    ),
  }));
  for (const { least } of held) add(-least, sign.upper, (least * least) / Math.max(1, N));
  return {
    model,
    cohorts,
    personAt,
    placeAt,
    bedAt,
    limitAt,
    rowAt,
    leadAt,
    heldAt,
    room: Float64Array.from(room),
    signs: Uint8Array.from(signs),
    scale: Float64Array.from(scale),
    held: worths,
    wards: cohorts.map(({ side }) => wardsByMode(model, side)),
    order: cohorts.map(({ ofSite }) => {
      const once = ofSite.flatMap((list) => [...list]);
      return Int32Array.from({ length: once.length * T }, (_, n) => once[n % once.length] ?? 0);
    }),
    siteFrom: cohorts.map(({ ofSite }) => {
      let from = 0;
      return Int32Array.from([0, ...ofSite.map((list) => (from += list.length))]);
    }),
  };
}

// The wards of one side, by mode; the same for everybody of that side and mode.
function wardsByMode({ N, side, mode, wardStart, wardOf }: Model, s: number): readonly (readonly number[])[] {
  const lists: number[][] = [[], [], []];
  const seen = [false, false, false];
  for (let i = 0; i < N && seen.includes(false); i++) {
    const m = mode[i] ?? 0;
    if (side[i] !== s || seen[m]) continue;
    seen[m] = true;
    lists[m] = Array.from(wardOf.subarray(wardStart[i], wardStart[i + 1]));
  }
  return lists;
}
