import { packed, type Strings } from "../compare/edit.ts";
import { soundNumber } from "../names/dictionary.ts";
import { earOf, skeletonOf } from "../names/sounds.ts";

/** Distinct readings with what is compared of them: numbers from 1, and hashes of what is heard of them; 0 is none. */
export type Sounds = Strings & {
  readonly ears: Uint32Array;
  readonly skeletons: Uint32Array;
};

/** Collects readings of names; `done` makes them fit for comparing. */
export class SoundBook {
  readonly #numbers = new Map<string, number>([["", 0]]);
  readonly list: string[] = [""];

  number(reading: string): number {
    let known = this.#numbers.get(reading);
    if (known === undefined) {
      known = this.list.length;
      this.list.push(reading);
      this.#numbers.set(reading, known);
    }
    return known;
  }

  done(): Sounds {
    const ears = Uint32Array.from(this.list, earOf);
    const skeletons = Uint32Array.from(this.list, skeletonOf);
    return {
      ...packed(this.list.map((reading) => Array.from(reading.slice(0, 31), soundNumber))),
      ears,
      skeletons,
    };
  }
}
