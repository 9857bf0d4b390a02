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
    const ears = hashes(this.list, earOf);
    const skeletons = hashes(this.list, skeletonOf);
    return {
      ...packed(this.list.map((reading) => Array.from(reading.slice(0, 31), soundNumber))),
      ears,
      skeletons,
    };
  }
}

// FNV-1a, for what is heard: it must be the same in every run, so that records that come later meet those that are there
function hashes(readings: readonly string[], heard: (reading: string) => string): Uint32Array {
  return Uint32Array.from(readings, (reading) => {
    const text = heard(reading);
    if (text === "") return 0;
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return hash >>> 0 || 1;
  });
}
