import { type Candidate, candidateOf, type Way } from "./candidate.ts";

/** What a minute later at a team's end costs, in millionths. */
export const minuteCost = 1;
/** So many facilities are looked at for each place. */
export const facilitiesTried = 4;
/** So many of the visits that look best are worked out exactly. */
const tries = 3;

/** The few visits that look best, the best first. */
export class Shortlist {
  readonly top: readonly Candidate[];
  found = 0;
  /** Whom the visit takes that is being looked at. */
  readonly take: Int32Array;
  private readonly places: Candidate[];

  constructor(S: number) {
    this.take = new Int32Array(S);
    this.places = Array.from({ length: tries }, () => candidateOf(S));
    this.top = this.places;
  }

  /** What a visit has to gain to be kept. */
  get threshold(): number {
    return this.found < tries ? 0 : this.top[tries - 1]!.gain;
  }

  keep(team: number, site: number, position: number, way: Way, facility: number, estimate: number): void {
    if (estimate <= this.threshold) return;
    const { places, take } = this;
    let slot = this.found < tries ? this.found++ : tries - 1;
    const one = places[slot]!;
    for (; slot > 0 && places[slot - 1]!.gain < estimate; slot--) places[slot] = places[slot - 1]!;
    places[slot] = one;
    one.gain = estimate;
    one.team = team;
    one.site = site;
    one.position = position;
    one.way = way;
    one.facility = facility;
    for (let j = 0; j < take.length; j++) one.take[j] = take[j]!;
  }
}
