/** A visit of team `k` at site `i` as its stop `p`, on the way to the facility at its stop `q`; minutes and worth are estimates. */
export type Spot = {
  k: number;
  i: number;
  p: number;
  /** Below 0 where none comes after. */
  q: number;
  isRecovery: boolean;
  /** The places before and after, and when the one after began until now. */
  before: number;
  next: number;
  oldStart: number;
  /** From when the site can be visited. */
  ready: number;
  /** When the visit begins, the latest with slow legs before it, and how long it can last then. */
  begin: number;
  lateBegin: number;
  longest: number;
  /** The latest arrival at the place after, and with slow legs before it. */
  last: number;
  lastLate: number;
  /** What a minute's delay of the rest costs. */
  rate: number;
  /** The most that is gained at the site. */
  most: number;
  /** Nobody of the site has a place on the way to that facility. */
  isFull: boolean;
  /** Somebody of the site is not taken there. */
  isUnsuited: boolean;
  /** Minutes of the team's legs, the usual and the slow. */
  usual: Int32Array;
  slow: Int32Array;
};

export function spotOf(): Spot {
  const none = new Int32Array(0);
  return {
    k: 0,
    i: 0,
    p: 0,
    q: -1,
    isRecovery: false,
    before: 0,
    next: 0,
    oldStart: 0,
    ready: 0,
    begin: 0,
    lateBegin: 0,
    longest: 0,
    last: 0,
    lastLate: 0,
    rate: 0,
    most: 0,
    isFull: false,
    isUnsuited: false,
    usual: none,
    slow: none,
  };
}
