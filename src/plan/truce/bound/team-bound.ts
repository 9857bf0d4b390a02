import { clearance, liaison, type Model, recovery } from "../search/model.ts";

/** No way. */
const none = -2_000_000_000;

/**
 * The most that one team can gain on any way of its own, at prices of the groups, in steps of `step` minutes. A trip
 * goes from a facility over sites to a facility that is chosen when it begins. What is relaxed, always to the good:
 * others are there as soon as they can be; each person is unloaded after his direct ride; a site can be visited
 * again; of what a patient sits on only each visit knows the limit; no leg is slow. With a step of one minute it is exact otherwise.
 */
export class TeamBound {
  private readonly model: Model;
  private readonly k: number;
  private readonly step: number;
  private readonly T: number;
  /** Facilities it may go to. */
  private readonly hubs: readonly number[];
  private readonly sites: readonly number[];
  private readonly cap: number;
  private readonly seats: number;
  // by hub, group and slot of leaving: worth of one person
  private readonly worth: readonly Int32Array[];
  private readonly groups: readonly (readonly number[])[];
  private readonly legs: Int32Array;
  private readonly toHub: Int32Array;
  private readonly fromHub: Int32Array;
  private readonly fromStart: Int32Array;
  private readonly ready: Int32Array;
  private readonly lastLeave: Int32Array;
  private readonly openAt: readonly Uint8Array[];
  // B: at a site, D: ready to leave it, V: empty at a hub
  private readonly at: Int32Array;
  private readonly off: Int32Array;
  private readonly hub: Int32Array;
  private readonly options: readonly (readonly Option[])[];

  constructor(model: Model, k: number, step: number, isExact: boolean) {
    this.model = model;
    this.k = k;
    this.step = step;
    const { N, F, P, first, horizon } = model;
    const slots = (minutes: number) => (isExact ? Math.floor(minutes / step) : Math.round(minutes / step));
    this.T = Math.floor(model.dutyEnd[k]! / step) + 1;
    const T = this.T;
    const usual = closed(model, model.profile[k]!);
    const open = model.open[k]!;
    const isRecovery = model.kind[k] === recovery;
    this.cap = isRecovery ? model.caps[k]![2] : model.caps[k]![0];
    this.seats = isRecovery ? 0 : model.caps[k]![1];
    const mine = (g: number) => (model.place[g] === 2) === isRecovery;
    this.hubs = Array.from({ length: F }, (_, h) => h).filter(
      (h) => open[N + h] === 1 && model.groups.some((_, g) => mine(g) && model.curve[g * F + h]! >= 0),
    );
    const wanted = (i: number) => {
      const list: number[] = [];
      for (let g = first[i]!; g < first[i + 1]!; g++)
        if (mine(g) && this.hubs.some((h) => model.curve[g * F + h]! >= 0)) list.push(g);
      return list;
    };
    this.sites = Array.from({ length: N }, (_, i) => i).filter((i) => open[i] === 1 && wanted(i).length > 0);
    this.groups = this.sites.map(wanted);
    const [n, H] = [this.sites.length, this.hubs.length];
    const leg = (from: number, to: number) => slots(usual[from * P + to]!);
    this.legs = Int32Array.from({ length: n * n }, (_, q) =>
      leg(this.sites[Math.floor(q / n)]!, this.sites[q % n]!),
    );
    this.toHub = Int32Array.from({ length: n * H }, (_, q) =>
      slots(
        usual[this.sites[Math.floor(q / H)]! * P + N + this.hubs[q % H]!]! + model.unload[this.hubs[q % H]!]!,
      ),
    );
    this.fromHub = Int32Array.from({ length: n * H }, (_, q) =>
      leg(N + this.hubs[Math.floor(q / n)]!, this.sites[q % n]!),
    );
    const begin = N + F + k;
    this.fromStart = Int32Array.from(this.sites, (i) => slots(model.free[k]! + usual[begin * P + i]!));
    this.ready = Int32Array.from(this.sites, (i) => Math.min(T, Math.ceil(readyAt(model, i) / step)));
    if (isExact)
      this.ready = Int32Array.from(this.sites, (i) => Math.min(T, Math.floor(readyAt(model, i) / step)));
    const slowExits = model.slowExits[model.profile[k]!]!;
    this.lastLeave = Int32Array.from(this.sites, (i) => {
      const times = model.windows[i]!;
      return Math.min(times[times.length - 1]!, model.clearBy[i]! - slowExits[i]!);
    });
    this.openAt = this.sites.map((i) => {
      const slotsOpen = new Uint8Array(T + 1);
      const times = model.windows[i]!;
      for (let w = 0; w < times.length; w += 2)
        for (let t = Math.floor(times[w]! / step); t <= T && t * step <= times[w + 1]!; t++) slotsOpen[t] = 1;
      return slotsOpen;
    });

    // worth of a person by the minute of leaving: at the hub of the trip, or carried on from there
    this.worth = this.hubs.map((h) => {
      const table = new Int32Array(model.G * (T + 1)).fill(-1);
      this.sites.forEach((i, a) => {
        for (const g of this.groups[a]!)
          for (let t = 0; t <= T; t++) {
            let best = -1;
            // who is treated at the hub is unloaded there; others can only be carried on
            const isTreated = model.curve[g * F + h]! >= 0;
            for (const other of isTreated ? [h] : this.hubs) {
              const c = model.curve[g * F + other]!;
              if (c < 0) continue;
              const ride =
                usual[i * P + N + h]! +
                (other === h ? 0 : model.unload[h]! + usual[(N + h) * P + N + other]!);
              const minute = t * step + ride;
              if (minute < horizon) best = Math.max(best, model.curves[c]![minute]!);
            }
            table[g * (T + 1) + t] = best;
          }
      });
      return table;
    });
    this.options = this.sites.map((i, a) => {
      const loads = (isSeat: boolean) =>
        this.groups[a]!.flatMap((g) =>
          (model.place[g] === 1) === isSeat
            ? Array.from({ length: model.count[g]! }, () => model.loading[g]!)
            : [],
        ).toSorted((x, y) => x - y);
      const [main, seat] = [loads(false), loads(true)];
      const list: Option[] = [];
      let mainMinutes = 0;
      for (let x = 0; x <= Math.min(this.cap, main.length); x++) {
        if (x > 0) mainMinutes += main[x - 1]!;
        let minutes = model.setup[i]! + mainMinutes;
        for (let y = 0; y <= Math.min(this.seats, seat.length); y++) {
          if (y > 0) minutes += seat[y - 1]!;
          if (x + y > 0)
            list.push({
              x,
              y,
              minutes,
              slots: isExact
                ? Math.max(1, Math.floor(minutes / step))
                : Math.max(1, Math.round(minutes / step)),
            });
        }
      }
      return list;
    });
    const L = this.cap + 1;
    this.at = new Int32Array(H * n * (T + 2) * L);
    this.off = new Int32Array(H * n * (T + 2) * L);
    this.hub = new Int32Array(H * (T + 2));
  }

  /** The most at these prices; `usage` grows by what is taken of each group on the way that gains it. */
  most(prices: Int32Array, usage: Int32Array | undefined): number {
    const { model, T, hubs, sites, cap, legs, toHub, fromHub, at, off, hub } = this;
    const [n, H, L] = [sites.length, hubs.length, cap + 1];
    if (n === 0 || H === 0) return 0;
    const { F, N, P } = model;
    const usual = model.usual[model.profile[this.k]!]!;
    const home = N + F + model.K + this.k;
    const row = (T + 2) * L;
    at.fill(none);
    off.fill(none);
    hub.fill(none);
    for (let t = T; t >= 0; t--) {
      for (let a = 0; a < n; a++)
        for (let e = 0; e < H; e++) {
          const cell = (e * n + a) * row + t * L;
          for (let s = 0; s < L; s++) at[cell + s] = at[cell + L + s]!;
          if (t < this.ready[a]! || this.openAt[a]![t] === 0) continue;
          this.serve(e, a, t, prices);
        }
      for (let e = 0; e < H; e++)
        for (let a = 0; a < n; a++) {
          const cell = (e * n + a) * row + t * L;
          const arrive = t + toHub[a * H + e]!;
          const done = arrive <= T ? hub[e * (T + 2) + arrive]! : none;
          for (let s = 0; s < L; s++) off[cell + s] = done;
          const ways = e * n * row;
          for (let b = 0; b < n; b++) {
            if (b === a) continue;
            const there = t + legs[a * n + b]!;
            if (there > T) continue;
            const next = ways + b * row + there * L;
            for (let s = 1; s < L; s++) if (at[next + s]! > off[cell + s]!) off[cell + s] = at[next + s]!;
            if (this.seats > 0 && at[next]! > off[cell]!) off[cell] = at[next]!;
          }
        }
      for (let e = 0; e < H; e++) {
        let best = t * this.step + usual[(N + hubs[e]!) * P + home]! <= model.dutyEnd[this.k]! ? 0 : none;
        for (let to = 0; to < H; to++)
          for (let b = 0; b < n; b++) {
            const there = t + fromHub[e * n + b]!;
            if (there > T) continue;
            const value = at[(to * n + b) * row + there * L + cap]!;
            if (value > best) best = value;
          }
        hub[e * (T + 2) + t] = best;
      }
    }
    let best = 0;
    let [to, from] = [-1, -1];
    for (let e = 0; e < H; e++)
      for (let a = 0; a < n; a++) {
        const there = this.fromStart[a]!;
        if (there > T) continue;
        const value = at[(e * n + a) * row + there * L + cap]!;
        if (value > best) {
          best = value;
          to = e;
          from = a;
        }
      }
    if (usage && to >= 0) this.walk(to, from, prices, usage);
    return best;
  }

  // At a site at a time of access: every number of persons that it can leave with.
  private serve(e: number, a: number, t: number, prices: Int32Array): void {
    const { T, cap, at, off } = this;
    const L = cap + 1;
    const row = (T + 2) * L;
    const n = this.sites.length;
    const cell = (e * n + a) * row + t * L;
    for (const { x, y, minutes, slots } of this.options[a]!) {
      const leaves = t + slots;
      if (leaves > T || t * this.step + minutes > this.lastLeave[a]! || this.openAt[a]![leaves] === 0)
        continue;
      const gain = this.gain(e, a, leaves, x, y, prices);
      if (gain <= 0) continue;
      const next = (e * n + a) * row + leaves * L;
      for (let s = x; s < L; s++) {
        const value = off[next + s - x]! + gain;
        if (value > at[cell + s]!) at[cell + s] = value;
      }
    }
  }

  // The best x of those on stretchers (or remains) and y seated, at these prices; below 0 where there are not so many worth it.
  private gain(e: number, a: number, t: number, x: number, y: number, prices: Int32Array): number {
    const sum = this.pick(e, a, t, x, false, prices, undefined);
    return sum < 0 ? sum : y === 0 ? sum : addIf(sum, this.pick(e, a, t, y, true, prices, undefined));
  }

  private pick(
    e: number,
    a: number,
    t: number,
    many: number,
    isSeat: boolean,
    prices: Int32Array,
    usage: Int32Array | undefined,
  ): number {
    if (many === 0) return 0;
    const { model, worth, T } = this;
    const list = this.groups[a]!;
    const table = worth[e]!;
    let left = many;
    let sum = 0;
    let below = 2_000_000_000;
    let last = -1;
    // groups by worth, the greatest first; few, so each time the next is looked for
    while (left > 0) {
      let [best, chosen] = [0, -1];
      for (const g of list) {
        if ((model.place[g] === 1) !== isSeat) continue;
        const worthIt = table[g * (T + 1) + t]!;
        if (worthIt < 0) continue;
        const net = worthIt - prices[g]!;
        if (net <= best || net > below || (net === below && g <= last)) continue;
        best = net;
        chosen = g;
      }
      if (chosen < 0) return -1;
      const count = Math.min(left, model.count[chosen]!);
      sum += count * best;
      left -= count;
      below = best;
      last = chosen;
      if (usage) usage[chosen]! += count;
    }
    return sum;
  }

  // Goes the way that gains most once more, and counts whom it takes.
  private walk(to: number, from: number, prices: Int32Array, usage: Int32Array): void {
    const { T, hubs, sites, cap, legs, toHub, fromHub, at, off, hub } = this;
    const [n, H, L] = [sites.length, hubs.length, cap + 1];
    const row = (T + 2) * L;
    let [e, a, s] = [to, from, cap];
    let t = this.fromStart[a]!;
    for (let guard = 0; guard < 10_000; guard++) {
      const cell = (e * n + a) * row;
      const value = at[cell + t * L + s]!;
      while (t < T && at[cell + (t + 1) * L + s]! === value) t++;
      const chosen = this.options[a]!.find(({ x, y, minutes, slots }) => {
        const leaves = t + slots;
        if (
          x > s ||
          leaves > T ||
          t * this.step + minutes > this.lastLeave[a]! ||
          this.openAt[a]![leaves] === 0
        )
          return false;
        const gain = this.gain(e, a, leaves, x, y, prices);
        return gain > 0 && off[cell + leaves * L + s - x]! + gain === value;
      });
      if (!chosen) return;
      t += chosen.slots;
      this.pick(e, a, t, chosen.x, false, prices, usage);
      this.pick(e, a, t, chosen.y, true, prices, usage);
      s -= chosen.x;
      const rest = off[cell + t * L + s]!;
      let moved = false;
      if (s > 0 || this.seats > 0)
        for (let b = 0; b < n && !moved; b++) {
          const there = t + legs[a * n + b]!;
          if (b === a || there > T || at[(e * n + b) * row + there * L + s]! !== rest) continue;
          a = b;
          t = there;
          moved = true;
        }
      if (moved) continue;
      t += toHub[a * H + e]!;
      const value2 = hub[e * (T + 2) + t]!;
      if (value2 <= 0) return;
      for (let other = 0; other < H && !moved; other++)
        for (let b = 0; b < n && !moved; b++) {
          const there = t + fromHub[e * n + b]!;
          if (there > T || at[(other * n + b) * row + there * L + cap]! !== value2) continue;
          e = other;
          a = b;
          t = there;
          s = cap;
          moved = true;
        }
      if (!moved) return;
    }
  }
}

type Option = { readonly x: number; readonly y: number; readonly minutes: number; readonly slots: number };

const addIf = (sum: number, more: number): number => (more < 0 ? more : sum + more);

/** The earliest that anybody can load at a site: cleared, and both liaisons there, as if they went nowhere else. */
function readyAt(model: Model, i: number): number {
  const { K, N, F, P, given } = model;
  // two legs with one slow among them can be shorter than a slow one alone: usual minutes are counted
  const soonLeg = (k: number) => closed(model, model.profile[k]!)[(N + F + k) * P + i]!;
  let ready = 0;
  const done = given.progress?.teams ?? [];
  if (model.clear[i]! >= 0) {
    const code = given.sites[i]!.code;
    const cleared = done.flatMap(({ team, stops }) =>
      given.teams.find((one) => one.code === team)?.kind === "clearance"
        ? stops.filter(({ place }) => place === code).map(({ leave }) => leave)
        : [],
    );
    let soonest = Math.min(...cleared);
    for (let k = 0; k < K; k++)
      if (model.kind[k] === clearance && model.usable[k] && model.open[k]![i] === 1)
        soonest = Math.min(
          soonest,
          Math.max(model.free[k]! + soonLeg(k), model.windows[i]![0]!) + model.clear[i]!,
        );
    ready = soonest;
  }
  if (model.joint[i] === 1)
    for (const s of [0, 1]) {
      let soonest = Number.POSITIVE_INFINITY;
      for (let k = 0; k < K; k++)
        if (model.kind[k] === liaison && model.side[k] === s && model.usable[k] && model.open[k]![i] === 1)
          soonest = Math.min(soonest, model.free[k]! + soonLeg(k));
      ready = Math.max(ready, soonest);
    }
  return Math.min(ready, 1_000_000);
}

/** Shortest minutes over other places: an explicit table need not have them. */
function closed(model: Model, profile: number): Int32Array {
  const table = model.usual[profile]!;
  if (!model.given.travel.matrix) return table;
  const { P } = model;
  const all = table.slice();
  for (let over = 0; over < P; over++)
    for (let from = 0; from < P; from++) {
      const first = all[from * P + over]!;
      for (let to = 0; to < P; to++)
        if (first + all[over * P + to]! < all[from * P + to]!)
          all[from * P + to] = first + all[over * P + to]!;
    }
  return all;
}
