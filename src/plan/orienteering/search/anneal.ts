import type { Routes } from "../orienteering.ts";
import { Dice } from "./dice.ts";
import { Neighbours } from "./neighbours.ts";
import type { Network } from "./network.ts";
import { pack } from "./pack.ts";
import { Pool } from "./pool.ts";
import { Recreate } from "./recreate.ts";
import { ruin } from "./ruin.ts";
import { Tours } from "./tours.ts";

/** In prizes of a middling site: what may be lost at first, and in the end, as a rule. */
const hot = 1;
const cold = 0.05;
/** Tours are kept from plans that reach this part of the best. */
const keptFrom = 0.97;
/** Tours that are kept at a time; twice as many before they are thinned. */
const keptTours = 2_000;

/**
 * Simulated annealing over plans: ruins a plan in one place, recreates it, and goes on from it where it is better, or not
 * much worse by how far the search is. Of two plans of one value the one that ends earlier is better: time left is where
 * further sites fit in.
 */
export class Annealing {
  best = 0;
  routes: Routes = [];
  iterations = 0;
  private readonly network: Network;
  private readonly tours: Tours;
  private readonly dice: Dice;
  private readonly neighbours: Neighbours;
  private readonly recreate: Recreate;
  private readonly pool: Pool;
  private readonly perTime: number;
  private bestEnds = 0;
  private gained = 0;
  private ends = 0;

  constructor(network: Network, seed: number) {
    const { size, teams, meanPrize, close } = network;
    this.network = network;
    this.tours = new Tours(network);
    this.dice = new Dice(seed);
    this.neighbours = new Neighbours(network);
    this.recreate = new Recreate(this.tours, this.dice);
    this.pool = new Pool(size, keptTours);
    this.perTime = (0.5 * meanPrize) / (Math.max(1, close[0] ?? 1) * teams);
    this.recreate.run();
    this.stand();
  }

  /** Goes on until so large a part of the work is done; false where all of it is. */
  run(until: number, shareAt: (iteration: number) => number): boolean {
    const { tours, dice, neighbours, recreate, network } = this;
    const isPacked = network.teams > 1;
    let share = -1;
    let temperature = 0;
    for (;;) {
      const now = shareAt(this.iterations);
      if (now !== share) {
        if (now >= until) return now < 1;
        share = now;
        temperature = hot * network.meanPrize * Math.exp(Math.log(cold / hot) * share);
      }
      this.iterations++;
      tours.begin();
      ruin(tours, dice, neighbours);
      recreate.run();
      const change = tours.gained - this.gained - this.perTime * (tours.ends() - this.ends);
      if (change >= 0 || dice.share() < Math.exp(change / temperature)) {
        this.stand();
        if (isPacked && this.gained > this.best * keptFrom) this.pool.add(tours);
      } else tours.undo();
    }
  }

  /** Puts tours of several good plans together, and goes on from there where that is better than the best. */
  repack(): void {
    const { tours, network, pool, recreate } = this;
    pool.thin();
    const packed = pack(network, pool, this.best, Math.min(3_000_000, 200 * this.iterations));
    if (!packed) return;
    tours.begin();
    tours.set(packed);
    recreate.run();
    this.stand();
  }

  // What the tours are now is where the search stands.
  private stand(): void {
    const { tours } = this;
    this.gained = tours.gained;
    this.ends = tours.ends();
    if (this.gained < this.best || (this.gained === this.best && this.ends >= this.bestEnds)) return;
    this.best = this.gained;
    this.bestEnds = this.ends;
    this.routes = tours.routes();
  }
}
