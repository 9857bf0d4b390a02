/** A route as the master problem knows it: how often it visits which sites, and what that brings. */
export type Column = { readonly sites: readonly number[]; readonly prize: number };

/**
 * The linear program over the routes found so far: most prize, each site at most once, at most as many routes as teams.
 * Primal simplex with a dense inverse, kept from one round to the next. Right sides are widened by a little, each by
 * another, so that it does not stand still; whoever takes its prices must not lean on their exactness.
 */
export class Master {
  /** One price a site, and that of a team in place 0. */
  readonly prices: Float64Array;
  private readonly rows: number;
  private readonly inverse: Float64Array;
  private readonly values: Float64Array;
  private readonly basis: Int32Array;
  private readonly gains: Float64Array;
  private readonly columns: Column[] = [];
  private readonly inBasis: boolean[] = [];
  private readonly direction: Float64Array;

  constructor(size: number, teams: number) {
    this.rows = size;
    this.prices = new Float64Array(size);
    this.inverse = new Float64Array(size * size);
    for (let i = 0; i < size; i++) this.inverse[i * size + i] = 1;
    this.values = Float64Array.from(
      { length: size },
      (_, i) => (i === 0 ? teams : 1) + 1e-7 * (1 + ((i * 7919) % 101)),
    );
    // -1 - i stands for the slack of row i
    this.basis = Int32Array.from({ length: size }, (_, i) => -1 - i);
    this.gains = new Float64Array(size);
    this.direction = new Float64Array(size);
  }

  add(column: Column): void {
    this.columns.push(column);
    this.inBasis.push(false);
  }

  /** The routes that take part in the best mixture, each with its share. */
  mixture(): readonly { readonly column: Column; readonly share: number }[] {
    return Array.from(this.basis, (c, row) => ({
      column: this.columns[c],
      share: this.values[row] ?? 0,
    })).flatMap(({ column, share }) => (column && share > 1e-5 ? [{ column, share }] : []));
  }

  get value(): number {
    let sum = 0;
    for (let row = 0; row < this.rows; row++) sum += (this.gains[row] ?? 0) * (this.values[row] ?? 0);
    return sum;
  }

  /** Pivots until no route and no slack betters the mixture; false where the pivots ran out. */
  solve(mostPivots: number): boolean {
    for (let pivots = 0; pivots < mostPivots; pivots++) {
      this.price();
      const entering = this.entering();
      if (entering === undefined) return true;
      if (!this.pivot(entering)) return false;
    }
    return false;
  }

  private price(): void {
    const { rows, inverse, gains, prices } = this;
    prices.fill(0);
    for (let row = 0; row < rows; row++) {
      const gain = gains[row] ?? 0;
      if (gain === 0) continue;
      const from = row * rows;
      for (let i = 0; i < rows; i++) prices[i] = (prices[i] ?? 0) + gain * (inverse[from + i] ?? 0);
    }
  }

  // The column or slack that betters the mixture most for each share of it.
  private entering(): number | undefined {
    const { prices, columns, inBasis, rows } = this;
    let most = 1e-7;
    let best: number | undefined;
    for (let c = 0; c < columns.length; c++) {
      if (inBasis[c]) continue;
      const column = columns[c];
      if (!column) continue;
      let gain = column.prize - (prices[0] ?? 0);
      for (const site of column.sites) gain -= prices[site] ?? 0;
      if (gain > most) {
        most = gain;
        best = c;
      }
    }
    for (let i = 0; i < rows; i++)
      if (-(prices[i] ?? 0) > most) {
        most = -(prices[i] ?? 0);
        best = -1 - i;
      }
    return best;
  }

  private pivot(entering: number): boolean {
    const { rows, inverse, values, basis, direction, gains, inBasis } = this;
    const column = this.columns[entering];
    for (let row = 0; row < rows; row++) {
      const from = row * rows;
      let sum = 0;
      if (column) {
        sum = inverse[from] ?? 0;
        for (const site of column.sites) sum += inverse[from + site] ?? 0;
      } else sum = inverse[from - 1 - entering] ?? 0;
      direction[row] = sum;
    }
    let step = Number.POSITIVE_INFINITY;
    let leaving = -1;
    for (let row = 0; row < rows; row++) {
      const by = direction[row] ?? 0;
      if (by <= 1e-9) continue;
      const ratio = Math.max(0, values[row] ?? 0) / by;
      if (ratio < step) {
        step = ratio;
        leaving = row;
      }
    }
    if (leaving < 0) return false;
    const by = direction[leaving] ?? 1;
    const to = leaving * rows;
    for (let i = 0; i < rows; i++) inverse[to + i] = (inverse[to + i] ?? 0) / by;
    for (let row = 0; row < rows; row++) {
      const factor = direction[row] ?? 0;
      if (row === leaving || factor === 0) continue;
      const from = row * rows;
      for (let i = 0; i < rows; i++)
        inverse[from + i] = (inverse[from + i] ?? 0) - factor * (inverse[to + i] ?? 0);
      values[row] = (values[row] ?? 0) - factor * step;
    }
    values[leaving] = step;
    const out = basis[leaving] ?? 0;
    if (out >= 0) inBasis[out] = false;
    basis[leaving] = entering;
    if (entering >= 0) inBasis[entering] = true;
    gains[leaving] = column?.prize ?? 0;
    return true;
  }
}
