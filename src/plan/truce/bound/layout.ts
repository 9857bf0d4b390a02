import { lanesOf } from "#plan/lanes";
import type { Lanes } from "./lanes.ts";

/** What will stand in the lanes of a bound, one part after the other. */
export class Layout {
  private size = 0;
  private readonly lists: { readonly at: number; readonly list: ArrayLike<number> }[] = [];

  /** Where so many numbers begin. */
  part(length: number): number {
    const at = this.size;
    this.size += 4 * Math.ceil(length / 4);
    return at;
  }

  /** Where a list begins that stands there from the start. */
  put(list: ArrayLike<number>): number {
    const at = this.part(list.length);
    this.lists.push({ at, list });
    return at;
  }

  lanes(): Lanes {
    const lanes = lanesOf(this.size);
    for (const { at, list } of this.lists) lanes.numbers.set(list, at);
    return lanes;
  }
}
