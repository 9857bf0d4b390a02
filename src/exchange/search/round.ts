import type { Cohorts } from "../bound/cohorts.ts";
import { type Model, unlimited } from "./model.ts";
import type { Placement } from "./placement.ts";

/** Pick-ups of one side, and what comes of them; kept by tranche, so that a change is counted from where it begins. */
export type Round = ReturnType<typeof newRound>;

/** Nothing open yet but the sites from which locked persons go. */
export function newRound(model: Model, cohorts: Cohorts, placed: Placement) {
  const { T, places, beds, pickups } = model;
  const s = cohorts.side;
  const sites = cohorts.bus.length;
  const wards: number[][] = [[], [], []];
  cohorts.members.forEach((list, c) => {
    const i = list[0] ?? 0;
    wards[cohorts.mode[c] ?? 0] = Array.from(
      model.wardOf.subarray(model.wardStart[i], model.wardStart[i + 1]),
    );
  });
  const held = Uint8Array.from({ length: sites * T }, (_, n) =>
    (placed.siteDay[(cohorts.siteOf[(n / T) | 0] ?? 0) * T + (n % T)] ?? 0) > 0 ? 1 : 0,
  );
  const most = Int32Array.from({ length: T }, (_, t) => {
    let own = 0;
    for (let f = 0; f < sites; f++) own += held[f * T + t] ?? 0;
    const left = (pickups[s * T + t] ?? 0) - (placed.openSites[s * T + t] ?? 0);
    return Math.max(0, Math.min(sites, left + own));
  });
  return {
    cohorts,
    T,
    sites,
    held,
    most,
    wards,
    wardEnd: model.wardEnd,
    beds: beds.length,
    room: Int32Array.from(
      { length: T * 3 },
      (_, n) => (places[s * T * 3 + n] ?? 0) - (placed.used[s * T * 3 + n] ?? 0),
    ),
    seats: Int32Array.from({ length: sites * T }, (_, n) => {
      const f = cohorts.siteOf[(n / T) | 0] ?? 0;
      return (model.bus[f] ?? unlimited) - (placed.siteDay[f * T + (n % T)] ?? 0);
    }),
    bedRoom: Int32Array.from(
      { length: beds.length * T },
      (_, n) => (beds[(n / T) | 0] ?? 0) - (placed.inBeds[n] ?? 0),
    ),
    open: held.slice(),
    openList: new Int32Array(sites * T),
    openCount: new Int32Array(T),
    /** Replacements since the last answer, as tranche, closed, opened. */
    changes: [] as number[],
    left: new Int32Array(cohorts.count),
    leftAt: new Int32Array((T + 1) * cohorts.count),
    bedsLeft: new Int32Array(beds.length * T),
    bedsAt: new Int32Array((T + 1) * beds.length * T),
    avertedAt: new Float64Array(T + 1),
    /** Filled while `recording` alone. */
    going: new Int32Array(cohorts.count * T),
    recording: false,
    candidate: new Int32Array(cohorts.count),
    regret: new Float64Array(cohorts.count),
    roomLeft: new Int32Array(3),
    asked: new Int32Array(3),
    ...laidOut(cohorts, sites, T),
    warded: Uint8Array.from(wards, (list) => (list.length > 0 ? 1 : 0)),
    seatsLeft: new Int32Array(sites + 1),
    siteAsked: new Int32Array(sites + 1),
  };
}

// The cohorts site by site, those of no site last, and their worth tranche by tranche.
function laidOut({ ofSite, count, worth, mode, site }: Cohorts, sites: number, T: number) {
  const start = new Int32Array(sites + 2);
  ofSite.forEach((own, f) => {
    start[f + 1] = (start[f] ?? 0) + own.length;
  });
  const worthAt = new Float64Array(count * T);
  for (let c = 0; c < count; c++) for (let t = 0; t < T; t++) worthAt[t * count + c] = worth[c * T + t] ?? -1;
  return {
    start,
    list: Int32Array.from(ofSite.flatMap((own) => [...own])),
    worthAt,
    modeAt: mode,
    siteAt: Int32Array.from(site, (f) => (f < 0 ? sites : f)),
  };
}

/** Fills the tranches from one on, as the pick-ups stand, up to `until` (not included); answers the harm averted by all. */
export function runFrom(round: Round, from: number, until = round.T): number {
  const { left, leftAt, bedsLeft, bedsAt, avertedAt, cohorts, T, beds } = round;
  const { count } = cohorts;
  if (from === 0) {
    left.set(cohorts.size);
    bedsLeft.set(round.bedRoom);
  } else {
    left.set(leftAt.subarray(from * count, (from + 1) * count));
    if (beds > 0) bedsLeft.set(bedsAt.subarray(from * beds * T, (from + 1) * beds * T));
  }
  let averted = from === 0 ? 0 : (avertedAt[from] ?? 0);
  for (let t = from; t < until; t++) {
    averted += fillTranche(round, t);
    avertedAt[t + 1] = averted;
    leftAt.set(left, (t + 1) * count);
    if (beds > 0) bedsAt.set(bedsLeft, (t + 1) * beds * T);
  }
  return averted;
}

// Everybody of the open sites goes for whom there is room; where there is not, those whom waiting would harm most. One
// loop without calls: it is run some hundred thousand times. `as number`: every index is within its array by construction,
// and a test for each would cost a third of the time.
function fillTranche(round: Round, t: number): number {
  const {
    T,
    sites,
    open,
    openList,
    openCount,
    candidate,
    regret,
    left,
    roomLeft,
    asked,
    seatsLeft,
    siteAsked,
  } = round;
  const { room, seats, start, list, worthAt, modeAt, siteAt, warded, going, recording } = round;
  const total = round.cohorts.count;
  const base = t * total;
  for (let m = 0; m < 3; m++) {
    roomLeft[m] = room[t * 3 + m] as number;
    asked[m] = 0;
  }
  let found = 0;
  const openHere = openCount[t] as number;
  for (let n = 0; n <= openHere; n++) {
    const f = n < openHere ? (openList[t * sites + n] as number) : sites;
    let later = t + 1;
    if (f < sites) while (later < T && open[f * T + later] === 0) later++;
    seatsLeft[f] = f < sites ? (seats[f * T + t] as number) : unlimited;
    let persons = 0;
    for (let k = start[f] as number; k < (start[f + 1] as number); k++) {
      const c = list[k] as number;
      const many = left[c] as number;
      if (many === 0) continue;
      const now = worthAt[base + c] as number;
      if (now <= 0) continue;
      const waiting = later < T ? (worthAt[later * total + c] as number) : 0;
      candidate[found] = c;
      regret[found] = waiting > 0 ? now - waiting : now;
      found++;
      asked[modeAt[c] as number] = (asked[modeAt[c] as number] as number) + many;
      persons += many;
    }
    siteAsked[f] = persons;
  }
  let averted = 0;
  let contested = 0;
  for (let m = 0; m < 3; m++) if (warded[m] || (asked[m] as number) > (roomLeft[m] as number)) asked[m] = -1;
  for (let n = 0; n < found; n++) {
    const c = candidate[n] as number;
    const m = modeAt[c] as number;
    const f = siteAt[c] as number;
    if ((asked[m] as number) < 0 || (siteAsked[f] as number) > (seatsLeft[f] as number)) {
      candidate[contested] = c;
      regret[contested++] = regret[n] as number;
      continue;
    }
    // nobody competes with these: all of them go
    const many = left[c] as number;
    left[c] = 0;
    roomLeft[m] = (roomLeft[m] as number) - many;
    seatsLeft[f] = (seatsLeft[f] as number) - many;
    siteAsked[f] = (siteAsked[f] as number) - many;
    averted += many * (worthAt[base + c] as number);
    if (recording) going[c * T + t] = many;
  }
  if (contested === 0) return averted;
  sortByRegret(candidate, regret, contested);
  for (let n = 0; n < contested; n++) {
    const c = candidate[n] as number;
    const m = modeAt[c] as number;
    const f = siteAt[c] as number;
    let many = Math.min(left[c] as number, roomLeft[m] as number, seatsLeft[f] as number);
    if (warded[m]) many = takeBeds(round, m, t, many);
    if (many <= 0) continue;
    left[c] = (left[c] as number) - many;
    roomLeft[m] = (roomLeft[m] as number) - many;
    seatsLeft[f] = (seatsLeft[f] as number) - many;
    averted += many * (worthAt[base + c] as number);
    if (recording) going[c * T + t] = many;
  }
  return averted;
}

// Takes beds in every ward of a mode for up to `many` persons; answers for how many there are.
function takeBeds({ wards, wardEnd, bedsLeft, T }: Round, m: number, t: number, many: number): number {
  let found = many;
  for (const w of wards[m] ?? [])
    for (let day = t; day < (wardEnd[w * T + t] ?? T); day++)
      found = Math.min(found, bedsLeft[w * T + day] ?? 0);
  if (found <= 0) return 0;
  for (const w of wards[m] ?? [])
    for (let day = t; day < (wardEnd[w * T + t] ?? T); day++)
      bedsLeft[w * T + day] = (bedsLeft[w * T + day] ?? 0) - found;
  return found;
}

function sortByRegret(candidate: Int32Array, regret: Float64Array, count: number): void {
  for (let n = 1; n < count; n++) {
    const [c, r] = [candidate[n] ?? 0, regret[n] ?? 0];
    let at = n - 1;
    while (at >= 0 && (regret[at] ?? 0) < r) {
      candidate[at + 1] = candidate[at] ?? 0;
      regret[at + 1] = regret[at] ?? 0;
      at--;
    }
    candidate[at + 1] = c;
    regret[at + 1] = r;
  }
}
