/** A visit that can be put in: where, with which facility, whom it takes, and what the team's route gains by it. */
export type Candidate = {
  gain: number;
  /** Minutes by which the team's end moves. */
  minutes: number;
  team: number;
  site: number;
  position: number;
  way: Way;
  facility: number;
  readonly take: Int32Array;
  /** When it is at the site, and the latest that it leaves. */
  start: number;
  late: number;
  /** Others' routes have to shift for it. */
  shifts: boolean;
};

/** 0 on the way to a facility, 1 with a facility after, 2 with one before, 3 more at a visit that is there, 4 with all for another facility. */
export type Way = 0 | 1 | 2 | 3 | 4;

export function candidateOf(S: number): Candidate {
  return {
    gain: -1,
    minutes: 0,
    team: -1,
    site: -1,
    position: 0,
    way: 0,
    facility: -1,
    take: new Int32Array(S),
    start: 0,
    late: 0,
    shifts: false,
  };
}

export function copyCandidate(from: Candidate, to: Candidate): void {
  to.gain = from.gain;
  to.minutes = from.minutes;
  to.team = from.team;
  to.site = from.site;
  to.position = from.position;
  to.way = from.way;
  to.facility = from.facility;
  for (let j = 0; j < from.take.length; j++) to.take[j] = from.take[j]!;
  to.start = from.start;
  to.late = from.late;
  to.shifts = from.shifts;
}
