import { packed, type Strings } from "../compare/edit.ts";

/** Gives distinct strings numbers from 1; 0 is the empty one. */
export class Words {
  readonly list: string[] = [""];
  readonly #numbers = new Map<string, number>([["", 0]]);

  get size(): number {
    return this.list.length;
  }

  number(word: string): number {
    let known = this.#numbers.get(word);
    if (known === undefined) {
      known = this.list.length;
      this.list.push(word);
      this.#numbers.set(word, known);
    }
    return known;
  }

  /** For `slips`: letters and digits folded to 31 signs. */
  packed(): Strings {
    return packed(this.list.map(signs));
  }
}

// letters 1 to 26, digits and the rest on 27 to 31: a fold, good for bounds and near enough for slips in codes
function signs(word: string): number[] {
  const out: number[] = [];
  for (const letter of word) {
    const code = letter.charCodeAt(0);
    if (code >= 97 && code <= 122) out.push(code - 96);
    else if (code >= 65 && code <= 90) out.push(code - 64);
    else if (code >= 48 && code <= 57) out.push(code - 47);
    else out.push(27 + (code % 5));
  }
  return out;
}
