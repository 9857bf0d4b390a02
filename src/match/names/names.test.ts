import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { givenNames } from "../tables/given-names.ts";
import * as letterTables from "../tables/letters.ts";
import { ranks } from "../tables/ranks.ts";
import { romanised, schemeNames } from "../testing/romanised.ts";
import { compareNames, nameLevels, nameValues } from "../values/name-values.ts";
import { fatherStem } from "./fathers.ts";
import { lowered, oneAlphabet } from "./letters.ts";
import { evenOrders, fromFullName, type Part, PartCounts } from "./person.ts";
import { masculine, readingsOf } from "./sounds.ts";
import { cutWords, wordOf, wordsOf } from "./word.ts";

const read = (word: string) => readingsOf(lowered(word));
const level = (a: string, b: string, part: Part) =>
  nameLevels[compareNames(nameValues(["", a, b], part), 1, 2)];

describe("names", () => {
  it("[MA1] have one reading however they are spelled", () => {
    for (const word of [
      "Бондаренко",
      "Шевчук",
      "Хоменко",
      "Гончар",
      "Цимбал",
      "Жук",
      "Чорний",
      "Ющенко",
      "Яценюк",
    ])
      for (const scheme of schemeNames) {
        const spelled = romanised(word, scheme);
        expect(["same", "heard", "slip"], `${word} ${spelled}`).toContain(
          level(lowered(word), lowered(spelled), 0),
        );
      }
    for (const [a, b] of [
      ["олексій", "алексей"],
      ["олександр", "alexander"],
      ["микола", "nikolay"],
      ["євген", "eugene"],
      ["дмитро", "dimitri"],
      ["михайло", "mikhail"],
      ["володимир", "vova"],
      ["юлія", "julia"],
    ] as const)
      expect(level(a, b, 1), `${a} ${b}`).toBe("same");
    expect(level("олексійович", "alekseyevich", 2)).toBe("same");
    expect(level("олена", "олег", 1)).not.toBe("same");
  });

  it("[MA2] are not changed by letters that look alike", () => {
    const latin: Readonly<Record<string, string>> = {
      а: "a",
      о: "o",
      е: "e",
      с: "c",
      р: "p",
      х: "x",
      і: "i",
    };
    fc.assert(
      fc.property(
        fc.constantFrom("самойлов", "переяславський", "хорошко", "сидоренко"),
        fc.infiniteStream(fc.boolean()),
        (word, coins) => {
          const mixed = [...word]
            .map((letter) => (coins.next().value ? (latin[letter] ?? letter) : letter))
            .join("");
          fc.pre(/[а-я]/.test([...mixed].filter((letter) => /[йлзнщктдяв]/.test(letter)).join("")));
          expect(oneAlphabet(mixed).word).toBe(word);
        },
      ),
    );
  });

  it("[MA3] have one form for women and men", () => {
    for (const [woman, man] of [
      ["Коваленкова", "Коваленков"],
      ["Лозинська", "Лозинський"],
      ["Лозинская", "Лозинский"],
      ["Lozynska", "Lozynskyi"],
      ["Петрина", "Петрин"],
    ] as const)
      expect(masculine(read(woman)[0] ?? "")).toBe(masculine(read(man)[0] ?? ""));
    const stems = ["Сергійович", "Сергіївна", "Сергеевич", "Сергеевна", "Serhiyovych", "Sergeevich"].map(
      (word) => fatherStem(read(word)[0] ?? ""),
    );
    expect(new Set(stems).size).toBe(1);
  });

  it("[MA4] are told apart in any usual order", () => {
    const counts = new PartCounts();
    for (const text of [
      "Шумейко Олег Петрович",
      "Олег Петрович ШУМЕЙКО",
      "ШУМЕЙКО, Олег Петрович",
      "Oleh Petrovych Shumeiko",
    ]) {
      const { name } = fromFullName(wordsOf(text), counts, evenOrders);
      expect(read(name.family)[0], text).toBe("Sumeiko");
      expect(wordOf(name.given).groups).toEqual(wordOf("олег").groups);
      expect(wordOf(name.patronymic).fathers).toEqual(wordOf("петрович").fathers);
    }
    expect(wordsOf("ШУМЕЙКО Олег (поранений)").words).toEqual(["шумейко", "олег"]);
    expect(wordsOf("ШУМЕЙКО Олена (Дубова)").aside).toEqual(["дубова"]);
  });

  it("[MA4] are cut the same way whether a cell is one plain word or anything else", () => {
    const cell = fc.string({
      unit: fc.constantFrom(..."аЯіїйʼ'’-. ,(…*nİıÉ́?3"),
      maxLength: 9,
    });
    fc.assert(
      fc.property(cell, (text) => {
        expect(wordsOf(text)).toEqual(cutWords(text));
      }),
    );
  });

  it("[MA27] are read as they were meant where the keyboard was set to the other alphabet", () => {
    for (const [typed, meant, part] of [
      ["Rjdfktyrj", "Коваленко", 0],
      ["<jylfhtyrj", "Бондаренко", 0],
      [",jqrj", "Бойко", 0],
      ["{jvtyrj", "Хоменко", 0],
      ["Gtnhtyrj", "Петренко", 0],
      ["Ifgjdfkjd", "Шаповалов", 0],
      ["Лщмфдутлщ", "Kovalenko", 0],
      ["Öjqrj", "Бойко", 0],
      ["Dkflbvbh", "Володимир", 1],
      ["Jktrcfylh", "Олександр", 1],
      ["Фтвкшн", "Андрій", 1],
      ["Gtnhjdbx", "Петрович", 2],
    ] as const)
      expect(["same", "heard"], `${typed} ${meant}`).toContain(
        level(wordsOf(typed).words[0] ?? "", wordsOf(meant).words[0] ?? "", part),
      );
    for (const word of [
      "Schtscherbakow",
      "Szczęsny",
      "Wrzesniewski",
      "Kovalenko",
      "Щербак",
      "Кырчыбеков",
      "d'Angelo",
      "O.P.",
    ])
      expect(wordsOf(word).words.flatMap((one) => wordOf(one).readings)).toEqual(
        wordsOf(word).words.flatMap((one) => readingsOf(one.replace("…", ""))),
      );
  });

  it("[MA5] fit their initials and what is left of them when they are cut", () => {
    expect(level("о…", "олександр", 1)).toBe("initial");
    expect(level("a…", "олександр", 1)).toBe("initial");
    expect(level("к…", "олександр", 1)).toBe("differs");
    expect(level("тим…", "тимофій", 1)).toBe("far");
  });

  it("[MA6] compare evenly", () => {
    const words = fc.constantFrom(
      "олег",
      "олексій",
      "alexey",
      "о…",
      "саша",
      "ганна",
      "anna",
      "злупко-дубова",
      "дубова",
      "дубов",
      "x",
      "щур…",
      "ковальов",
      "ковалёв",
      "kovalyov",
    );
    fc.assert(
      fc.property(words, words, fc.constantFrom<Part>(0, 1, 2), (a, b, part) => {
        const values = nameValues(["", a, b], part);
        expect(compareNames(values, 1, 2)).toBe(compareNames(values, 2, 1));
      }),
    );
  });

  it("[MA25] stand in tables that can be read", () => {
    const groups = givenNames.trim().split("\n");
    expect(groups.length).toBeGreaterThan(250);
    for (const line of groups) {
      expect(line).toMatch(/^[mf] \p{Lu}/u);
      for (const form of line.split("|")[0]?.trim().split(" ").slice(1) ?? [])
        if (!/(ович|евич|ич|івна|овна|евна|ична)$/.test(form.toLowerCase()))
          expect(wordOf(lowered(form)).groups.length, form).toBeGreaterThan(0);
    }
    for (const table of Object.values(letterTables))
      for (const line of table.trim().split("\n")) expect(line).toMatch(/^\S+( \S+){0,2}$/);
    for (const line of ranks.trim().split("\n")) {
      const names = line.split(/[| ]/).length > 0 && line.includes("|") ? line.split("|") : line.split(" ");
      expect(new Set(names).size, line).toBe(names.length);
    }
  });
});
