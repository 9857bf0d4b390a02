import { clearance, liaison, type Model, recovery } from "../search/model.ts";

/** No way. */
const none = -2_000_000_000;

/**
 * The most that one team can gain on any way of its own, at prices of the groups, in steps of `step` minutes. A trip
 * goes from a facility over sites to a facility that is chosen when it begins. What is relaxed, always to the good:
 * others are there as soon as they can be; whoever waits on board loses what the least falling of his class would, who sits
 * loses nothing; a site can be visited again; no leg is slow. With `detail` 0 seats are counted by visit alone, not by trip.
 * With a step of one minute it is exact otherwise.
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
  private readonly states: readonly State[];
  // of each group: which of the counts on board it is in, 2 for seats
  private readonly rank: Int32Array;
  // by hub and count: what one person on board loses from a minute of unloading to the last
  private readonly losses: readonly (readonly Int32Array[])[];
  private readonly rideTo: Int32Array;
  // by hub, site and slot: the worth of so many persons of each count
  private readonly picked: Int32Array;
  private readonly most0: number;
  // by hub and group, at the prices of now: what a person costs, and whose bed that is
  private readonly cost: Int32Array;
  private readonly bedOf: Int32Array;

  constructor(model: Model, k: number, step: number, isExact: boolean, detail: 0 | 1) {
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

    this.rideTo = Int32Array.from(
      { length: n * H },
      (_, q) => usual[this.sites[Math.floor(q / H)]! * P + N + this.hubs[q % H]!]!,
    );
    const classesOn = [
      ...new Set(
        this.groups
          .flat()
          .filter((g) => model.place[g] !== 1)
          .map((g) => model.cls[g]!),
      ),
    ];
    this.rank = Int32Array.from({ length: model.G }, (_, g) =>
      model.place[g] === 1 ? 2 : model.cls[g] === classesOn[0] ? 0 : 1,
    );

    // worth of a person by the minute of coming to a hub: unloaded there, or carried on from there
    const worthAt = this.hubs.map((h) =>
      Array.from({ length: model.G }, (_, g) => {
        if (!mine(g)) return undefined;
        const table = new Int32Array(horizon + 1).fill(-1);
        // who is treated at the hub is unloaded there; others can only be carried on
        for (const other of model.curve[g * F + h]! >= 0 ? [h] : this.hubs) {
          const c = model.curve[g * F + other]!;
          if (c < 0) continue;
          const on = other === h ? 0 : model.unload[h]! + usual[(N + h) * P + N + other]!;
          for (let minute = 0; minute + on < horizon; minute++)
            table[minute] = Math.max(table[minute]!, model.curves[c]![minute + on]!);
        }
        return table;
      }),
    );
    this.worth = this.hubs.map((_, e) => {
      const table = new Int32Array(model.G * (T + 1)).fill(-1);
      this.sites.forEach((_, a) => {
        for (const g of this.groups[a]!)
          for (let t = 0; t <= T; t++)
            table[g * (T + 1) + t] = worthAt[e]![g]![Math.min(horizon, t * step + this.rideTo[a * H + e]!)]!;
      });
      return table;
    });
    this.losses = this.hubs.map((_, e) =>
      [0, 1].map((rank) => {
        const list = this.groups.flat().filter((g) => this.rank[g] === rank);
        const sum = new Int32Array(horizon + 1);
        for (let minute = horizon - 2; minute >= 0; minute--) {
          let least = 2_000_000_000;
          for (const g of list) {
            const table = worthAt[e]![g]!;
            if (table[minute]! >= 0)
              least = Math.min(least, table[minute + 1]! < 0 ? 0 : table[minute]! - table[minute + 1]!);
          }
          sum[minute] = sum[minute + 1]! + (least === 2_000_000_000 ? 0 : Math.max(0, least));
        }
        return sum;
      }),
    );
    const seatsOn = detail === 1 ? this.seats : 0;
    const states: State[] = [];
    for (let x0 = 0; x0 <= this.cap; x0++)
      for (let x1 = 0; x1 <= (classesOn.length > 1 ? this.cap - x0 : 0); x1++)
        for (let y = 0; y <= seatsOn; y++) states.push({ x0, x1, y });
    this.states = states;
    const stateAt = new Map(states.map(({ x0, x1, y }, s) => [`${x0} ${x1} ${y}`, s]));
    const moves = new Map<string, Int32Array>();
    const movesOf = (x0: number, x1: number, y: number): Int32Array => {
      const key = `${x0} ${x1} ${y}`;
      const known = moves.get(key);
      if (known) return known;
      const list = states.flatMap((from, s) => {
        const to = stateAt.get(`${from.x0 + x0} ${from.x1 + x1} ${detail === 1 ? from.y + y : 0}`);
        return to === undefined ? [] : [s, to];
      });
      const made = Int32Array.from(list);
      moves.set(key, made);
      return made;
    };
    this.options = this.sites.map((i, a) => {
      const loads = (rank: number) => {
        let sum = 0;
        const list = this.groups[a]!.flatMap((g) =>
          this.rank[g] === rank ? Array.from({ length: model.count[g]! }, () => model.loading[g]!) : [],
        ).toSorted((x, y) => x - y);
        return [
          0,
          ...list.map((one) => {
            sum += one;
            return sum;
          }),
        ];
      };
      const [first0, first1, seat] = [loads(0), loads(1), loads(2)];
      const list: Option[] = [];
      for (let x0 = 0; x0 <= Math.min(this.cap, first0.length - 1); x0++)
        for (let x1 = 0; x1 <= Math.min(this.cap - x0, first1.length - 1); x1++)
          for (let y = 0; y <= Math.min(this.seats, seat.length - 1); y++) {
            if (x0 + x1 + y === 0) continue;
            const minutes = model.setup[i]! + first0[x0]! + first1[x1]! + seat[y]!;
            const whole = isExact ? Math.floor(minutes / step) : Math.round(minutes / step);
            list.push({ x0, x1, y, minutes, slots: Math.max(1, whole), moves: movesOf(x0, x1, y) });
          }
      return list;
    });
    const L = states.length;
    this.cost = new Int32Array(H * model.G);
    this.bedOf = new Int32Array(H * model.G);
    this.most0 = Math.max(this.cap, this.seats) + 1;
    this.picked = new Int32Array(H * n * (T + 2) * 3 * this.most0);
    this.at = new Int32Array(H * n * (T + 2) * L);
    this.off = new Int32Array(H * n * (T + 2) * L);
    this.hub = new Int32Array(H * (T + 2));
  }

  /**
   * The most at these prices, of groups and then of beds; `usage` grows by what is taken of each on the way that gains it.
   */
  most(prices: Int32Array, usage: Int32Array | undefined): number {
    const { model, T, hubs, sites, states, legs, toHub, fromHub, at, off, hub, losses } = this;
    const [n, H, L] = [sites.length, hubs.length, states.length];
    if (n === 0 || H === 0) return 0;
    const { F, N, P, horizon } = model;
    const usual = model.usual[model.profile[this.k]!]!;
    const home = N + F + model.K + this.k;
    const row = (T + 2) * L;
    const on0 = Int32Array.from(states, ({ x0 }) => x0);
    const on1 = Int32Array.from(states, ({ x1 }) => x1);
    this.priceAll(prices);
    at.fill(none);
    off.fill(none);
    hub.fill(none);
    // what stands here is the value and what those on board would lose until the last minute: so waiting and driving change nothing
    for (let t = T; t >= 0; t--) {
      for (let a = 0; a < n; a++)
        for (let e = 0; e < H; e++) {
          const cell = (e * n + a) * row + t * L;
          for (let s = 0; s < L; s++) at[cell + s] = at[cell + L + s]!;
          if (this.openAt[a]![t] === 0) continue;
          this.pickAll(e, a, t);
          if (t >= this.ready[a]!) this.serve(e, a, t);
        }
      for (let e = 0; e < H; e++)
        for (let a = 0; a < n; a++) {
          if (this.openAt[a]![t] === 0) continue;
          const cell = (e * n + a) * row + t * L;
          const arrive = t + toHub[a * H + e]!;
          const done = arrive <= T ? hub[e * (T + 2) + arrive]! : none;
          const minute = Math.min(horizon, t * this.step + this.rideTo[a * H + e]!);
          const [loss0, loss1] = [losses[e]![0]![minute]!, losses[e]![1]![minute]!];
          if (done > none)
            for (let s = 0; s < L; s++) off[cell + s] = done + on0[s]! * loss0 + on1[s]! * loss1;
          const ways = e * n * row;
          for (let b = 0; b < n; b++) {
            if (b === a) continue;
            const there = t + legs[a * n + b]!;
            if (there > T) continue;
            const next = ways + b * row + there * L;
            if (at[next]! === none) continue;
            for (let s = 0; s < L; s++) if (at[next + s]! > off[cell + s]!) off[cell + s] = at[next + s]!;
          }
        }
      for (let e = 0; e < H; e++) {
        let best = t * this.step + usual[(N + hubs[e]!) * P + home]! <= model.dutyEnd[this.k]! ? 0 : none;
        for (let to = 0; to < H; to++)
          for (let b = 0; b < n; b++) {
            const there = t + fromHub[e * n + b]!;
            if (there > T) continue;
            const value = at[(to * n + b) * row + there * L]!;
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
        const value = at[(e * n + a) * row + there * L]!;
        if (value > best) {
          best = value;
          to = e;
          from = a;
        }
      }
    if (usage && to >= 0) this.walk(to, from, usage);
    return best;
  }

  private priceAll(prices: Int32Array): void {
    const { model, hubs, cost, bedOf } = this;
    const { F, G, C, cls } = model;
    const bed = (h: number, g: number) => G + h * (C + 1) + cls[g]!;
    hubs.forEach((h, e) => {
      for (let g = 0; g < G; g++) {
        let least = -1;
        // whoever is carried on has the cheapest bed of all
        for (const other of model.curve[g * F + h]! >= 0 ? [h] : hubs)
          if (model.curve[g * F + other]! >= 0 && (least < 0 || prices[bed(other, g)]! < prices[least]!))
            least = bed(other, g);
        bedOf[e * G + g] = least;
        cost[e * G + g] = prices[g]! + (least < 0 ? 0 : prices[least]!);
      }
    });
  }

  // What every number of persons is worth that leaves a site then, less what is added back when they are unloaded.
  private pickAll(e: number, a: number, t: number): void {
    const { most0, picked, losses, model } = this;
    const base = ((e * this.sites.length + a) * (this.T + 2) + t) * 3 * most0;
    const minute = Math.min(model.horizon, t * this.step + this.rideTo[a * this.hubs.length + e]!);
    for (let rank = 0; rank < 3; rank++) {
      const loss = rank < 2 ? losses[e]![rank]![minute]! : 0;
      picked[base + rank * most0] = 0;
      let isEnough = true;
      for (let many = 1; many < most0; many++) {
        const sum: number = isEnough ? this.pick(e, a, t, many, rank, undefined) : -1;
        isEnough = sum >= 0;
        picked[base + rank * most0 + many] = isEnough ? sum - many * loss : none;
      }
    }
  }

  // At a site at a time of access: every number of persons that it can leave with.
  private serve(e: number, a: number, t: number): void {
    const { T, at, off } = this;
    const L = this.states.length;
    const cells = (e * this.sites.length + a) * (T + 2);
    const cell = (cells + t) * L;
    for (const option of this.options[a]!) {
      const leaves = t + option.slots;
      if (!this.fits(a, t, option)) continue;
      const gain = this.gain(cells + leaves, option);
      if (gain === none) continue;
      const next = (cells + leaves) * L;
      const { moves } = option;
      for (let q = 0; q < moves.length; q += 2) {
        const rest = off[next + moves[q + 1]!]!;
        if (rest > none && rest + gain > at[cell + moves[q]!]!) at[cell + moves[q]!] = rest + gain;
      }
    }
  }

  private fits(a: number, t: number, { slots, minutes }: Option): boolean {
    const leaves = t + slots;
    return leaves <= this.T && t * this.step + minutes <= this.lastLeave[a]! && this.openAt[a]![leaves] === 1;
  }

  private gain(cell: number, { x0, x1, y }: Option): number {
    const { most0, picked } = this;
    const base = cell * 3 * most0;
    const [one, two, three] = [picked[base + x0]!, picked[base + most0 + x1]!, picked[base + 2 * most0 + y]!];
    return one === none || two === none || three === none ? none : one + two + three;
  }

  // The best so many of a rank, at these prices; below 0 where there are not so many worth it.
  private pick(
    e: number,
    a: number,
    t: number,
    many: number,
    rank: number,
    usage: Int32Array | undefined,
  ): number {
    if (many === 0) return 0;
    const { model, worth, T, cost } = this;
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
        if (this.rank[g] !== rank) continue;
        const worthIt = table[g * (T + 1) + t]!;
        if (worthIt < 0) continue;
        const net = worthIt - cost[e * model.G + g]!;
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
      if (!usage) continue;
      usage[chosen]! += count;
      usage[this.bedOf[e * model.G + chosen]!]! += count;
    }
    return sum;
  }

  // Goes the way that gains most once more, and counts whom it takes.
  private walk(to: number, from: number, usage: Int32Array): void {
    const { T, hubs, sites, states, legs, toHub, fromHub, at, off, hub } = this;
    const [n, H, L] = [sites.length, hubs.length, states.length];
    const row = (T + 2) * L;
    let [e, a, s] = [to, from, 0];
    let t = this.fromStart[a]!;
    for (let guard = 0; guard < 10_000; guard++) {
      const cell = (e * n + a) * row;
      const cells = (e * n + a) * (T + 2);
      const value = at[cell + t * L + s]!;
      while (t < T && at[cell + (t + 1) * L + s]! === value) t++;
      let then = -1;
      const chosen = this.options[a]!.find((option) => {
        if (!this.fits(a, t, option)) return false;
        const gain = this.gain(cells + t + option.slots, option);
        if (gain === none) return false;
        const { moves } = option;
        for (let q = 0; q < moves.length; q += 2)
          if (moves[q] === s && off[cell + (t + option.slots) * L + moves[q + 1]!]! + gain === value)
            then = moves[q + 1]!;
        return then >= 0;
      });
      if (!chosen) return;
      t += chosen.slots;
      this.pick(e, a, t, chosen.x0, 0, usage);
      this.pick(e, a, t, chosen.x1, 1, usage);
      this.pick(e, a, t, chosen.y, 2, usage);
      s = then;
      const rest = off[cell + t * L + s]!;
      let moved = false;
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
          if (there > T || at[(other * n + b) * row + there * L]! !== value2) continue;
          e = other;
          a = b;
          t = there;
          s = 0;
          moved = true;
        }
      if (!moved) return;
    }
  }
}

type State = { readonly x0: number; readonly x1: number; readonly y: number };
type Option = State & { readonly minutes: number; readonly slots: number; readonly moves: Int32Array };

/** The earliest that anybody can load at a site: cleared, and both liaisons there, as if they went nowhere else. */
function readyAt(model: Model, i: number): number {
  const { K, N, F, P, given } = model;
  // two legs with one slow among them can be shorter than a slow one alone: usual minutes are counted
  const soonLeg = (k: number) => closed(model, model.profile[k]!)[(N + F + k) * P + i]!;
  let ready = 0;
  const code = given.sites[i]!.code;
  const begun = (given.progress?.teams ?? []).flatMap(({ team, stops }) => {
    const of = given.teams.find((one) => one.code === team);
    return of ? stops.filter(({ place }) => place === code).map((stop) => ({ ...stop, of })) : [];
  });
  if (model.clear[i]! >= 0) {
    let soonest = Math.min(...begun.filter(({ of }) => of.kind === "clearance").map(({ leave }) => leave));
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
      // who is there already, or on the way there
      const sides = given.teams.filter((_, k) => model.side[k] === s);
      let soonest = Math.min(
        ...begun.filter(({ of }) => of.kind === "liaison" && sides.includes(of)).map(({ arrive }) => arrive),
      );
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
