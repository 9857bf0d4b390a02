/** Who lies on board: how many, and how many of them are to be carried past the facility that the trip ends at. */
export type Load = { readonly lie: number; readonly past: number };

/** Every load of a team with so many places; more than `carried` who are carried on count as so many. */
export class Loads {
  /** First those that a trip can begin with: of whom a facility did not treat all are carried past the next, or none. */
  readonly all: readonly Load[];
  readonly carried: number;
  private readonly places: number;
  private readonly index: Int32Array;

  constructor(places: number, carried: number) {
    this.places = places;
    this.carried = carried;
    const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n);
    const all = upTo(places).flatMap((lie) => upTo(Math.min(lie, carried)).map((past) => ({ lie, past })));
    const isFirst = ({ lie, past }: Load) => lie <= carried && (past === 0 || past === lie);
    this.all = [...all.filter(isFirst), ...all.filter((load) => !isFirst(load))];
    this.index = new Int32Array((places + 1) * (carried + 1)).fill(-1);
    for (const [n, { lie, past }] of this.all.entries()) this.index[lie * (carried + 1) + past] = n;
  }

  /** Which of all it is; below 0 where there is no place. */
  at(lie: number, past: number): number {
    return lie > this.places ? -1 : this.index[lie * (this.carried + 1) + Math.min(this.carried, past)]!;
  }
}
