import { Bundle } from "./bundle.ts";

/** Whoever takes the best way of his own at given prices. */
export type Player = {
  /** The most that he gains; `usage` grows by what he takes of each thing on the way that gains it. */
  gain(prices: Int32Array, usage: Int32Array): number;
};

export type Market = {
  /** What has a price, as indexes of the rest. */
  readonly priced: readonly number[];
  readonly left: Int32Array;
  /** Nothing is worth more. */
  readonly most: Int32Array;
  /** Where it begins, and where it ends. */
  readonly prices: Int32Array;
};

type Until = {
  readonly rounds: number;
  /** The bound is near enough to the least where nothing below it by this share of it is to be had. */
  readonly near: number;
  readonly stopped?: () => boolean;
};

/** Looks for the prices at which what is left at its price, and the gains of all players, are least together. */
export function lookForPrices(
  players: readonly Player[],
  { priced, left, most, prices }: Market,
  { rounds, near, stopped }: Until,
): void {
  const pick = (list: Int32Array) => Float64Array.from(priced, (n) => list[n]!);
  const bundle = new Bundle(players.length, { start: pick(prices), left: pick(left), most: pick(most) });
  const tried = prices.slice();
  const usage = new Int32Array(prices.length);
  let least = Number.POSITIVE_INFINITY;
  let before = least;
  for (let round = 0; round < rounds && !stopped?.(); round++) {
    let value = 0;
    priced.forEach((n, p) => {
      tried[n] = bundle.next[p] = Math.round(bundle.next[p]!);
      value += tried[n]! * left[n]!;
    });
    for (const [player, one] of players.entries()) {
      usage.fill(0);
      const gain = one.gain(tried, usage);
      value += gain;
      const used = Int32Array.from(priced, (n) => usage[n]!);
      bundle.add(
        player,
        priced.reduce((worth, n, p) => worth + tried[n]! * used[p]!, gain),
        used,
      );
    }
    if (value < least) {
      least = value;
      prices.set(tried);
    }
    if (!bundle.step(value, near * value)) return;
    if (round % looked !== looked - 1) continue;
    if (least > before * (1 - near / 2)) return;
    before = least;
  }
}

/** Where so many rounds have brought half of `near` and no more, the rest takes longer than it is worth. */
const looked = 10;
