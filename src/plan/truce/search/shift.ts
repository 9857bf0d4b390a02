import type { Routes } from "./routes.ts";
import { Snapshot } from "./snapshot.ts";

/** So many routes are timed anew after one change, at most. */
const most = 30;

/**
 * A change after which liaisons stay at a site for longer than they could: they come later where they go next, who waits for them
 * there begins later, and so on over as many routes as it takes.
 */
export class Shift {
  /** While it goes on, no liaison is held back by when others begin: they are timed anew. */
  isOn = false;
  private readonly routes: Routes;
  private readonly before: Snapshot;
  private left = 0;
  private failed = false;

  constructor(routes: Routes) {
    this.routes = routes;
    this.before = new Snapshot(routes);
  }

  /** Makes a change; false, and all is as it was, where somebody would be too late, or nothing is gained. */
  run(change: () => void): boolean {
    const { routes, before } = this;
    const { worth } = routes;
    before.take();
    this.isOn = true;
    this.failed = false;
    this.left = most;
    change();
    this.isOn = false;
    if (!this.failed && routes.worth > worth) return true;
    before.restore();
    return false;
  }

  /** Whether one route more can be timed anew. */
  next(): boolean {
    if (this.left-- <= 0) this.fail();
    return !this.failed;
  }

  fail(): void {
    this.failed = true;
  }
}
