/** A way of one player: what it is worth without prices, and how much it uses of what has a price. */
type Way = {
  readonly worth: number;
  readonly at: Int32Array;
  readonly many: Int32Array;
  /** Its part in the mixture of the player's ways. */
  share: number;
  /** For how many prices it has had none. */
  idle: number;
};

export type BundleOptions = {
  /** Where it begins, by what has a price. */
  readonly start: Float64Array;
  /** How much there is of each. */
  readonly left: Float64Array;
  /** The highest price of each that can be of use. */
  readonly most: Float64Array;
};

/**
 * Looks for the prices at which a Lagrangian bound is least: the proximal bundle method, with the ways of each player apart
 * (K. Kiwiel 1990). The ways that are known say what the bound cannot be below at any price; the next prices are the
 * least by them, held near the best so far. Where those hold it no longer, nothing better is to be had.
 */
export class Bundle {
  /** The prices to be tried next. */
  readonly next: Float64Array;
  private readonly center: Float64Array;
  private readonly left: Float64Array;
  private readonly most: Float64Array;
  private readonly ways: Way[][];
  private readonly used: Float64Array;
  // what an exchange moves, and by how much
  private readonly moved: Int32Array;
  private readonly by: Float64Array;
  /** The bound at the best prices so far, and what the known ways say of it at the next. */
  private value = Number.POSITIVE_INFINITY;
  private promised = Number.NEGATIVE_INFINITY;
  /** How far prices go from the best. */
  private stride = 0;
  private failed = 0;

  constructor(players: number, { start, left, most }: BundleOptions) {
    this.center = start.slice();
    this.next = start.slice();
    this.left = left;
    this.most = most;
    this.used = new Float64Array(left.length);
    this.moved = new Int32Array(2 * left.length);
    this.by = new Float64Array(left.length);
    this.ways = Array.from({ length: players }, () => []);
  }

  /** A way that gains most at the prices tried. */
  add(player: number, worth: number, usage: Int32Array): void {
    const ways = this.ways[player]!;
    const at = Int32Array.from(usage.keys()).filter((n) => usage[n] !== 0);
    ways.push({ worth, at, many: at.map((n) => usage[n]!), share: ways.length === 0 ? 1 : 0, idle: 0 });
  }

  /** Told what the bound is at the prices tried, finds the next; false where none is better by more than `enough`. */
  step(value: number, enough: number): boolean {
    const hoped = this.value - this.promised;
    const gained = this.value - value;
    if (this.stride === 0 || gained >= 0.1 * hoped) {
      if (gained > 0.5 * hoped) this.stride *= 2;
      this.failed = 0;
      this.value = value;
      this.center.set(this.next);
    } else if (++this.failed === 5) {
      this.failed = 0;
      this.stride *= 0.6;
    }
    if (this.stride === 0) this.stride = this.firstStride();
    for (let tried = 0; ; tried++) {
      this.mix();
      this.forget();
      if (this.value - this.promised > enough) return true;
      // held too near the best, it may only seem that nothing is to be had
      if (tried === 3) return false;
      this.stride *= 8;
    }
  }

  // So far that, were the bound to fall as it does at first, it would fall by about a third.
  private firstStride(): number {
    let square = 0;
    this.use();
    for (let n = 0; n < this.left.length; n++) square += (this.left[n]! - this.used[n]!) ** 2;
    return (0.3 * this.value) / Math.max(1, square);
  }

  private use(): void {
    this.used.fill(0);
    for (const ways of this.ways)
      for (const { at, many, share } of ways)
        if (share > 0) for (let q = 0; q < at.length; q++) this.used[at[q]!]! += share * many[q]!;
  }

  private priceAt(n: number, used: number): number {
    return Math.min(this.most[n]!, Math.max(0, this.center[n]! - this.stride * (this.left[n]! - used)));
  }

  // The mixture of known ways at whose use the prices are the next, by exchanging the shares of pairs.
  private mix(): void {
    const { ways, next, left, used } = this;
    this.use();
    for (let n = 0; n < left.length; n++) next[n] = this.priceAt(n, used[n]!);
    for (let [tried, settled] = [0, 0]; tried < exchanges && settled < ways.length; tried++) {
      const list = ways[tried % ways.length]!;
      let [high, low] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      let [best, worst] = [list[0], list[0]];
      for (const one of list) {
        const gain = this.gainOf(one);
        if (gain > high) [high, best] = [gain, one];
        if (one.share > 0 && gain < low) [low, worst] = [gain, one];
      }
      if (!best || !worst || high - low < exact * this.value) settled++;
      else {
        settled = 0;
        this.exchange(best, worst, high - low);
      }
    }
    this.promised = 0;
    for (let n = 0; n < left.length; n++) this.promised += next[n]! * left[n]!;
    for (const list of ways)
      this.promised += list.reduce((most, one) => Math.max(most, this.gainOf(one)), Number.NEGATIVE_INFINITY);
  }

  private gainOf({ worth, at, many }: Way): number {
    let gain = worth;
    for (let q = 0; q < at.length; q++) gain -= this.next[at[q]!]! * many[q]!;
    return gain;
  }

  // As much of one way's share goes to another as brings their gains together: `apart` is how far they are from it.
  private exchange(into: Way, from: Way, apart: number): void {
    const { next, used, moved, by } = this;
    let many = 0;
    for (const [one, sign] of [
      [into, 1],
      [from, -1],
    ] as const)
      for (let q = 0; q < one.at.length; q++) {
        const n = one.at[q]!;
        if (!by[n]) moved[many++] = n;
        by[n]! += sign * one.many[q]!;
      }
    const apartAt = (share: number) => {
      let still = apart;
      for (let m = 0; m < many; m++) {
        const n = moved[m]!;
        still -= by[n]! * (this.priceAt(n, used[n]! + share * by[n]!) - next[n]!);
      }
      return still;
    };
    let [low, high, share] = [0, from.share, from.share];
    let [more, less] = [apart, apartAt(share)];
    for (let tried = 0; less < 0 && tried < 12; tried++) {
      share = low + ((high - low) * more) / (more - less);
      const still = apartAt(share);
      if (Math.abs(still) < 1e-3 * apart) break;
      // the end that stays counts for half, or the other would come near too slowly
      if (still > 0) [low, more, less] = [share, still, less / 2];
      else [high, less, more] = [share, still, more / 2];
    }
    into.share += share;
    from.share = share === from.share ? 0 : from.share - share;
    for (let m = 0; m < many; m++) {
      const n = moved[m]!;
      used[n]! += share * by[n]!;
      next[n] = this.priceAt(n, used[n]!);
      by[n] = 0;
    }
  }

  private forget(): void {
    for (const [player, ways] of this.ways.entries())
      this.ways[player] = ways.filter((one) => {
        one.idle = one.share > 0 ? 0 : one.idle + 1;
        return one.idle < keptIdle;
      });
  }
}

/** Exchanges of shares before prices are tried, at most. */
const exchanges = 2000;
/** Gains that are no farther apart, as a share of the bound, are equal. */
const exact = 1e-7;
/** Prices after which a way without a share is forgotten. */
const keptIdle = 30;
