/** Who lies on board: how many, and how many of them are to be carried past the facility that the trip ends at. */
export type Load = { readonly lie: number; readonly past: number };

/** Every load of a team with so many places; more than `carried` who are carried on count as so many. */
export class Loads {
  readonly all: readonly Load[];
  readonly carried: number;
  private readonly places: number;
  private readonly index: Int32Array;

  constructor(places: number, carried: number) {
    this.places = places;
    this.carried = carried;
    this.all = Array.from({ length: places + 1 }, (_, lie) =>
      Array.from({ length: Math.min(lie, carried) + 1 }, (_, past) => ({ lie, past })),
    ).flat();
    this.index = new Int32Array((places + 1) * (carried + 1)).fill(-1);
    for (const [n, { lie, past }] of this.all.entries()) this.index[lie * (carried + 1) + past] = n;
  }

  /** Which of all it is; below 0 where there is no place. */
  at(lie: number, past: number): number {
    return lie > this.places ? -1 : this.index[lie * (this.carried + 1) + Math.min(this.carried, past)]!;
  }
}
