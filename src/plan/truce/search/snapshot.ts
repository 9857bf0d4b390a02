import type { Routes } from "./routes.ts";
import { begunMost, width } from "./trial.ts";

/** Routes as they stood, to go back to. Only what has changed since is copied: a version never stands for two routes. */
export class Snapshot {
  private readonly routes: Routes;
  /** Of the routes when they were last as here. */
  private versions: number;
  private readonly rows: readonly (readonly [
    from: Int32Array,
    to: Int32Array,
    stride: number,
    perStop: number,
  ])[];
  private readonly shared: Int32Array;
  private readonly values: Float64Array;
  private readonly version: Int32Array;
  private readonly len: Int32Array;
  private readonly end: Int32Array;
  private readonly uses: Int32Array;
  private readonly usedAt: Int32Array;
  private readonly usedBy: Int32Array;

  constructor(routes: Routes) {
    this.routes = routes;
    this.versions = routes.versions;
    const { N, S } = routes.model;
    const row = (from: Int32Array, stride: number, perStop = 0) =>
      [from, from.slice(), stride, perStop] as const;
    this.rows = [
      ...[
        routes.place,
        routes.arrive,
        routes.start,
        routes.leave,
        routes.lateLeave,
        routes.slack,
        routes.unloaded,
      ].map((one) => row(one, width, 1)),
      row(routes.load, width * S, S),
      row(routes.to, width * S, S),
      row(routes.begunTo, begunMost),
      row(routes.firstStart, N),
      row(routes.lastLeave, N),
    ];
    this.shared = routes.shared.slice();
    this.values = routes.values.slice();
    this.version = routes.version.slice();
    this.len = routes.len.slice();
    this.end = routes.end.slice();
    this.uses = routes.uses.slice();
    this.usedAt = routes.usedAt.slice();
    this.usedBy = routes.usedBy.slice();
  }

  /** The routes as they are now. */
  take(): void {
    if (this.versions === this.routes.versions) return;
    this.versions = this.routes.versions;
    const { routes, version, len, end, values } = this;
    this.shared.set(routes.shared);
    for (let k = 0; k < version.length; k++) {
      if (version[k] === routes.version[k]!) continue;
      version[k] = routes.version[k]!;
      len[k] = routes.len[k]!;
      end[k] = routes.end[k]!;
      values[k] = routes.values[k]!;
      this.uses[k] = routes.uses[k]!;
      copyRow(routes.usedAt, this.usedAt, k * routes.usesMost, this.uses[k]!);
      copyRow(routes.usedBy, this.usedBy, k * routes.usesMost, this.uses[k]!);
      for (const [from, to, stride, perStop] of this.rows)
        copyRow(from, to, k * stride, perStop ? len[k]! * perStop : stride);
    }
  }

  /** The routes become what they were. */
  restore(): void {
    if (this.versions === this.routes.versions) return;
    this.versions = ++this.routes.versions;
    const { routes, version, len, end, values } = this;
    routes.shared.set(this.shared);
    for (let k = 0; k < version.length; k++) {
      if (version[k] === routes.version[k]!) continue;
      routes.version[k] = version[k]!;
      routes.len[k] = len[k]!;
      routes.end[k] = end[k]!;
      routes.values[k] = values[k]!;
      routes.uses[k] = this.uses[k]!;
      copyRow(this.usedAt, routes.usedAt, k * routes.usesMost, this.uses[k]!);
      copyRow(this.usedBy, routes.usedBy, k * routes.usesMost, this.uses[k]!);
      for (const [from, to, stride, perStop] of this.rows)
        copyRow(to, from, k * stride, perStop ? len[k]! * perStop : stride);
    }
  }
}

function copyRow(from: Int32Array, to: Int32Array, at: number, length: number): void {
  for (let q = at; q < at + length; q++) to[q] = from[q]!;
}
