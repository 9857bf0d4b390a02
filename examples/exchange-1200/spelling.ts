type Letters = Readonly<Record<string, string>>;

const ukrainian: Letters = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "y",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ь: "",
  ю: "iu",
  я: "ia",
  "’": "",
  ё: "e",
  ы: "y",
  э: "e",
  ъ: "",
};
const atStart: Letters = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

/** In Latin letters as Ukrainian passports have it (Cabinet of Ministers, resolution 55 of 27 January 2010). */
export function romanisedFromUkrainian(text: string): string {
  return byWord(text, (word) =>
    letters(word, ({ letter, before, i }) => {
      if (letter === "г" && before === "з") return "gh"; // so that зг is not read as ж
      return (i === 0 ? atStart[letter] : undefined) ?? ukrainian[letter];
    }),
  );
}

const russian: Letters = { ...ukrainian, г: "g", и: "i", ъ: "ie" };

/** In Latin letters as Russian passports have it (ICAO Doc 9303, part 3). */
export function romanisedFromRussian(text: string): string {
  return byWord(text, (word) => letters(word, ({ letter }) => russian[letter]));
}

function byWord(text: string, latin: (word: string) => string): string {
  return text.replaceAll(/\p{L}[\p{L}’]*/gu, (word) => {
    const said = latin(word.toLowerCase());
    return said.charAt(0).toUpperCase() + said.slice(1);
  });
}

type Place = { readonly letter: string; readonly before: string | undefined; readonly i: number };

function letters(word: string, latin: (place: Place) => string | undefined): string {
  const all = [...word];
  return all.map((letter, i) => latin({ letter, before: all[i - 1], i }) ?? letter).join("");
}

// Letters that look alike in both alphabets, as a tired clerk or a scanner takes one for the other.
const alike: Readonly<Record<string, string>> = { а: "a", е: "e", о: "o", р: "p", с: "c", х: "x", і: "i" };

/** One letter replaced by its like of the other alphabet. */
export function withLookAlike(text: string, at: number): string {
  const places = [...text].flatMap((letter, i) => (alike[letter] ? [i] : []));
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return text;
  return text.slice(0, place) + (alike[text.charAt(place)] ?? "") + text.slice(place + 1);
}
