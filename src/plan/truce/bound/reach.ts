import { type Model, recovery } from "../search/model.ts";
import { shortest, soonestAt } from "./soonest.ts";

/** Where one team can go and by when, on a clock of `step` minutes. Sites and facilities are numbered anew. */
export type Reach = ReturnType<typeof reachOf>;

/**
 * What it reads of a case is to the good: no leg is slow, others are there as soon as they can be. Exact, everything is
 * rounded down, so that no real way is longer; else to the nearest step, to look for prices.
 */
export function reachOf(model: Model, k: number, step: number, isExact: boolean) {
  const { N, F, P, first } = model;
  const T = Math.floor(model.dutyEnd[k]! / step) + 1;
  // whatever ends after the last step never does
  const slots = (minutes: number) =>
    Math.min(T + 1, isExact ? Math.floor(minutes / step) : Math.round(minutes / step));
  const usual = shortest(model, model.profile[k]!);
  const open = model.open[k]!;
  const isRecovery = model.kind[k] === recovery;
  const mine = (g: number) => (model.place[g] === 2) === isRecovery;
  const hubs = Array.from({ length: F }, (_, h) => h).filter(
    (h) => open[N + h] === 1 && model.groups.some((_, g) => mine(g) && model.curve[g * F + h]! >= 0),
  );
  const wanted = (i: number) =>
    Array.from({ length: first[i + 1]! - first[i]! }, (_, j) => first[i]! + j).filter(
      (g) => mine(g) && hubs.some((h) => model.curve[g * F + h]! >= 0),
    );
  const sites = Array.from({ length: N }, (_, i) => i).filter((i) => open[i] === 1 && wanted(i).length > 0);
  const [n, H] = [sites.length, hubs.length];
  const minutesBetween = (from: number, to: number) => usual[from * P + to]!;
  const stepsAndUnloading = (from: number, to: number) =>
    Math.max(1, slots(minutesBetween(from, N + hubs[to]!) + model.unload[hubs[to]!]!));
  const slowExits = model.slowExits[model.profile[k]!]!;
  return {
    model,
    step,
    isExact,
    T,
    hubs,
    sites,
    groups: sites.map(wanted),
    /** Places on board: of those who lie, or remains; and of those who sit. */
    room: isRecovery ? ([model.caps[k]![2], 0] as const) : ([model.caps[k]![0], model.caps[k]![1]] as const),
    slots,
    legs: Int32Array.from({ length: n * n }, (_, q) =>
      slots(minutesBetween(sites[Math.floor(q / n)]!, sites[q % n]!)),
    ),
    /** By site: where a team goes from there; while prices are looked for, to the nearest alone. */
    onward: sites.map((i) => {
      const others = Array.from({ length: n }, (_, b) => b).filter((b) => sites[b] !== i);
      const nearest = others.toSorted(
        (b, c) => minutesBetween(i, sites[b]!) - minutesBetween(i, sites[c]!) || b - c,
      );
      return Int32Array.from(isExact ? others : nearest.slice(0, 16));
    }),
    /** Minutes to a facility, and steps until it is left again. */
    rideTo: Int32Array.from({ length: n * H }, (_, q) =>
      minutesBetween(sites[Math.floor(q / H)]!, N + hubs[q % H]!),
    ),
    toHub: Int32Array.from({ length: n * H }, (_, q) => stepsAndUnloading(sites[Math.floor(q / H)]!, q % H)),
    fromHub: Int32Array.from({ length: n * H }, (_, q) =>
      slots(minutesBetween(N + hubs[Math.floor(q / n)]!, sites[q % n]!)),
    ),
    /** Minutes from facility to facility. */
    between: Int32Array.from({ length: H * H }, (_, q) =>
      minutesBetween(N + hubs[Math.floor(q / H)]!, N + hubs[q % H]!),
    ),
    /** Steps until another facility is left again. */
    toNext: Int32Array.from({ length: H * H }, (_, q) =>
      stepsAndUnloading(N + hubs[Math.floor(q / H)]!, q % H),
    ),
    fromStart: Int32Array.from(sites, (i) => slots(model.free[k]! + minutesBetween(N + F + k, i))),
    /** The last step in which a facility can be left for the team's end. */
    lastHome: Int32Array.from(hubs, (h) =>
      Math.floor((model.dutyEnd[k]! - minutesBetween(N + h, N + F + model.K + k)) / step),
    ),
    ready: Int32Array.from(sites, (i) =>
      Math.min(T, (isExact ? Math.floor : Math.ceil)(soonestAt(model, i) / step)),
    ),
    /** By site and step: until which minute a visit lasts at most that begins then; below 0 where none can. */
    until: sites.map((i) => {
      const most = new Int32Array(T + 1).fill(-1);
      const times = model.windows[i]!;
      for (let w = 0; w < times.length; w += 2) {
        const last = Math.min(times[w + 1]!, model.clearBy[i]! - slowExits[i]!);
        for (let t = Math.floor(times[w]! / step); t <= T && t * step <= last; t++) most[t] = last;
      }
      return most;
    }),
  };
}
