import type { Words } from "./word.ts";
import { type Word, wordOf } from "./word.ts";

/** A name with its parts told apart: words in small letters, "" where there is none; other surnames after "|". */
export type PersonName = { readonly family: string; readonly given: string; readonly patronymic: string };

/** 0 family, 1 given, 2 patronymic. */
export type Part = 0 | 1 | 2;

/**
 * How often each reading stands in each part in these very lists: what a word is, its neighbours know best. Where they say nothing,
 * the tables do: given names, endings of patronymics and of surnames.
 */
export class PartCounts {
  readonly #numbers = new Map<string, number>();
  #counts = new Uint32Array(3 * 1024);
  readonly #totals: [number, number, number] = [1, 1, 1];

  add(word: Word, part: Part, times: number): void {
    const reading = word.readings[0];
    if (reading === undefined || word.isPart) return;
    let number = this.#numbers.get(reading);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(reading, number);
      if (number * 3 === this.#counts.length) {
        const wider = new Uint32Array(this.#counts.length * 2);
        wider.set(this.#counts);
        this.#counts = wider;
      }
    }
    this.#counts[number * 3 + part]! += times;
    this.#totals[part] += times;
  }

  /** Natural logarithm of how likely a word of this part is this one. */
  likelihood(word: Word, part: Part): number {
    if (word.isPart) return part === 0 ? -12 : -6;
    const number = this.#numbers.get(word.readings[0] ?? "");
    const seen = number === undefined ? 0 : this.#counts[number * 3 + part]!;
    return Math.log((seen + believed(word, part)) / (this.#totals[part] + 50));
  }
}

// what the tables say, in the same coin: as if the word had been seen so often
function believed(word: Word, part: Part): number {
  const isFathers = word.stems.length > 0;
  const isGiven = word.groups.length > 0;
  if (part === 2) return isFathers ? (word.fathers.length > 0 ? 20 : 3) : 0.02;
  if (part === 1) return isGiven ? 10 : word.endsAsSurname || isFathers ? 0.05 : 0.5;
  return isFathers && word.fathers.length > 0 ? 0.05 : word.endsAsSurname ? 2 : isGiven ? 0.2 : 0.7;
}

const orders: readonly (readonly Part[])[][] = [
  [],
  [[0], [1]],
  [
    [0, 1],
    [1, 0],
    [1, 2],
  ],
  [
    [0, 1, 2],
    [1, 2, 0],
    [1, 0, 2],
    [2, 1, 0],
  ],
];

/** How a column writes full names: for one, two and three words, the share of each order of `orders`. */
export type OrderShares = readonly (readonly number[])[];
export const evenOrders: OrderShares = [[], [0.95, 0.05], [0.5, 0.4, 0.1], [0.5, 0.4, 0.05, 0.05]];

/** Tells the parts of a full name apart; answers also which order it took, to learn from. */
export function fromFullName(
  { words, aside, capital, beforeComma }: Words,
  counts: PartCounts,
  shares: OrderShares,
): { readonly name: PersonName; readonly order: number; readonly words: number; readonly sure: boolean } {
  const all = words.map(wordOf);
  const none = { name: { family: "", given: "", patronymic: "" }, order: -1, words: 0, sure: false };
  if (all.length === 0) return none;
  // more than three words: the first or last ones are one surname, or the middle ones names
  const used = all.length <= 3 ? all : merged(all);
  const tried = orders[used.length]!;
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  tried.forEach((parts, order) => {
    let score = Math.log((shares[used.length]?.[order] ?? 0.1) + 1e-3);
    parts.forEach((part, i) => {
      score += counts.likelihood(used[i]!, part);
      if (capital === i && all.length <= 3) score += part === 0 ? 0 : -4;
    });
    if (beforeComma > 0 && parts[0] !== 0) score -= 6;
    if (score > bestScore) {
      second = bestScore;
      bestScore = score;
      best = order;
    } else if (score > second) second = score;
  });
  const out = ["", "", ""];
  tried[best]!.forEach((part, i) => {
    out[part] = used[i]!.text;
  });
  const name = {
    family: [out[0], ...aside].filter((one) => one !== "").join("|"),
    given: out[1]!,
    patronymic: out[2]!,
  };
  return { name, order: best, words: used.length, sure: bestScore - second > 2 };
}

function merged(all: readonly Word[]): readonly Word[] {
  const fathers = all.findIndex((word) => word.stems.length > 0 && word.fathers.length > 0);
  const text = (words: readonly Word[]) => wordOf(words.map((word) => word.text.replace("…", "")).join("-"));
  if (fathers >= 2 && fathers === all.length - 1)
    return [text(all.slice(0, fathers - 1)), all[fathers - 1]!, all[fathers]!];
  if (fathers === 1) return [all[0]!, all[1]!, text(all.slice(2))];
  return [all[0]!, text(all.slice(1, -1)), all.at(-1)!];
}
