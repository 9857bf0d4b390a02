import type { Dice } from "./dice.ts";
import type { Network } from "./network.ts";
import { nowhere, type Tours } from "./tours.ts";

/** Inserts sites again, until none fits. */
export class Recreate {
  private readonly tours: Tours;
  private readonly dice: Dice;
  private readonly orders: readonly Int32Array[];
  private readonly squares: Float64Array;
  private readonly waiting: Int32Array;
  private readonly into: Int16Array;
  private readonly weight: Float64Array;
  private readonly worth: Float64Array;

  constructor(tours: Tours, dice: Dice) {
    const { network } = tours;
    this.tours = tours;
    this.dice = dice;
    this.orders = ordersOf(network);
    this.squares = Float64Array.from(network.prize, (prize) => prize * prize);
    this.waiting = new Int32Array(network.sites.length);
    this.into = new Int16Array(network.size);
    this.weight = new Float64Array(network.size);
    this.worth = new Float64Array(network.size);
  }

  run(): void {
    if (this.dice.share() < greedyShare) this.greedy();
    else this.inOrder();
  }

  // The site first whose squared prize for the time that it costs is greatest, as seen through noise.
  private greedy(): void {
    const { tours, dice, waiting, into, weight, worth, squares } = this;
    const { sites } = tours.network;
    let count = 0;
    tours.lookAhead();
    for (let q = 0; q < sites.length; q++) {
      const site = sites[q] ?? 0;
      if ((tours.tourOf[site] ?? 0) >= 0 || !this.isPlaced(site)) continue;
      waiting[count++] = site;
      weight[site] = (squares[site] ?? 0) * (1 - noise * dice.share());
      worth[site] = (weight[site] ?? 0) / this.least;
    }
    while (count > 0) {
      let first = 0;
      let most = -1;
      for (let q = 0; q < count; q++) {
        const value = worth[waiting[q] ?? 0] ?? 0;
        if (value > most) {
          most = value;
          first = q;
        }
      }
      const site = waiting[first] ?? 0;
      const r = into[site] ?? 0;
      waiting[first] = waiting[--count] ?? 0;
      tours.insert(site, r);
      let kept = 0;
      for (let q = 0; q < count; q++) {
        const other = waiting[q] ?? 0;
        if (into[other] === r) {
          if (!this.isPlaced(other)) continue;
          worth[other] = (weight[other] ?? 0) / this.least;
        }
        waiting[kept++] = other;
      }
      count = kept;
    }
  }

  private least = 0;

  // Finds the tour in which the site costs least.
  private isPlaced(site: number): boolean {
    const { tours } = this;
    const teams = tours.stops.length;
    let least = nowhere;
    let into = -1;
    for (let r = 0; r < teams; r++) {
      const cost = tours.costOf(site, r);
      if (cost < least) {
        least = cost;
        into = r;
      }
    }
    this.into[site] = into;
    this.least = least < 1 ? 1 : least + 1;
    return into >= 0;
  }

  private inOrder(): void {
    const { dice, tours } = this;
    let draw = dice.below(100);
    let which = 0;
    while (which < shares.length - 1 && draw >= (shares[which] ?? 0)) draw -= shares[which++] ?? 0;
    const order = this.orders[which] ?? tours.network.sites;
    if (which === 0) shuffle(order, dice);
    else this.go(order, 0.1);
    this.go(order, 0);
  }

  private go(order: Int32Array, skip: number): void {
    const { tours, dice, into } = this;
    for (let q = 0; q < order.length; q++) {
      const site = order[q] ?? 0;
      if ((tours.tourOf[site] ?? 0) >= 0 || !this.isPlaced(site)) continue;
      if (skip > 0 && dice.share() < skip) continue;
      tours.insert(site, into[site] ?? 0);
    }
  }
}

/** How often the greedy way is taken, and how far its noise goes. */
const greedyShare = 0.8;
const noise = 0.7;

// In hundredths: at random, by prize, by width of window, by its end, by prize for time, the far ones first.
const shares = [35, 20, 10, 10, 20, 5];

function ordersOf({ sites, prize, open, close, service, travel }: Network): readonly Int32Array[] {
  const by = (key: (site: number) => number) => {
    const keys = new Map(Array.from(sites, (site) => [site, key(site)]));
    return sites.slice().sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || a - b);
  };
  const at = (of: Int32Array, site: number) => of[site] ?? 0;
  return [
    sites.slice(),
    by((site) => -at(prize, site)),
    by((site) => at(close, site) - at(open, site)),
    by((site) => at(close, site)),
    by((site) => -at(prize, site) / (at(service, site) + at(travel, site) / 4 + 1)),
    by((site) => -at(travel, site)),
  ];
}

function shuffle(order: Int32Array, dice: Dice): void {
  for (let q = order.length - 1; q > 0; q--) {
    const other = dice.below(q + 1);
    const site = order[q] ?? 0;
    order[q] = order[other] ?? 0;
    order[other] = site;
  }
}
