import { describe, expect, it } from "vitest";
import { languages } from "./languages.ts";
import { spokenWords } from "./spoken.ts";

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const letters = { en: /^[a-z]+$/, uk: /^[а-щьюяєіїґ]+$/, ru: /^[а-яё]+$/, tr: /^[a-zçğıöşüâêî]+$/ } as const;

/** How many letters must change for one word to become the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === against ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe.each(languages)("the words to compare aloud: %s", (language) => {
  const words = spokenWords(language, everyByte);

  it("are 256, each in the language’s own letters, of four to ten letters", () => {
    expect(words.length).toBe(256);
    expect(
      words.filter((word) => !letters[language].test(word) || word.length < 4 || word.length > 10),
    ).toEqual([]);
  });

  it("differ within their first four letters, and by more than one letter", () => {
    expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(256);
    const alike = words.flatMap((one, i) =>
      words
        .slice(i + 1)
        .filter((other) => distance(one, other) < 2)
        .map((other) => `${one} ${other}`),
    );
    expect(alike).toEqual([]);
  });
});

describe("spoken words", () => {
  it("say the same bytes in the same places in every language", () => {
    const bytes = Uint8Array.of(0, 255, 7, 7);
    for (const language of languages) {
      const [first, last, one, other] = spokenWords(language, bytes);
      expect(one).toBe(other);
      expect(new Set([first, last, one]).size).toBe(3);
    }
  });
});
