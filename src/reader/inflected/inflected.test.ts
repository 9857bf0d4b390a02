import { describe, expect, it } from "vitest";
import { read } from "../index.ts";
import { languageOf } from "../language-of.ts";
import { live } from "../testing/report.ts";

const reportDate = "2026-09-16"; // a Wednesday

const parties = {
  uk: [
    { id: "OST", name: "Острель", aliases: ["Острель", "острельський", "Кавна"] },
    { id: "MIR", name: "Мірандія", aliases: ["Мірандія", "мірандійський"] },
    { id: "LUN", name: "Лунарія", aliases: ["Лунарія"] },
  ],
  ru: [
    { id: "OST", name: "Острелия", aliases: ["Острелия", "острелийский", "Кавна"] },
    { id: "MIR", name: "Миранд", aliases: ["Миранд", "мирандский"] },
    { id: "LUN", name: "Лунария", aliases: ["Лунария"] },
  ],
  tr: [
    { id: "OST", name: "Ostrel", aliases: ["Ostrel", "Ostrelli", "Kavna"] },
    { id: "MIR", name: "Mirandiya", aliases: ["Mirandiya", "Mirandiyalı"] },
    { id: "LUN", name: "Lunarya", aliases: ["Lunarya"] },
  ],
};
type Lang = keyof typeof parties;
const langs: readonly Lang[] = ["uk", "ru", "tr"];
const drafted = (lang: Lang, text: string) =>
  read(text, { reportDate, lang, process: { parties: parties[lang] } });

describe("languages whose words decline", () => {
  it("[RD31] tells a language by its letters", () => {
    expect(languageOf("Сторони домовилися про паузу, її початок 3 жовтня.")).toBe("uk");
    expect(languageOf("Стороны договорились о паузе, её объявили вчера.")).toBe("ru");
    expect(languageOf("Taraflar esir değişimi için görüştü, ateşkes çağrısı yapıldı.")).toBe("tr");
    expect(languageOf("The sides met Mr Doğan on Monday and agreed on nothing at all.")).toBe("en");
    expect(drafted("uk", "Сторони зустрілися.").lang).toBe("uk");
  });

  it.each([
    [
      "uk",
      "Делегацію Острелі очолює міністр Роман Тис. Мірандійська сторона відхилила пропозицію. У Кавні мовчать.",
    ],
    [
      "ru",
      "Делегацию Острелии возглавляет министр Роман Тис. Мирандская сторона отклонила предложение. В Кавне молчат.",
    ],
    [
      "tr",
      "Ostrel'in heyetine Bakan Yardımcısı Kerem Tis başkanlık etti. Mirandiya heyeti öneriyi reddetti.",
    ],
  ] as const)("[RD32] knows a party and a person in every case (%s)", (lang, text) => {
    const draft = drafted(lang, text);
    expect(draft.people).toMatchObject([{ name: expect.stringMatching(/Тис|Tis/), party: "OST" }]);
    expect(draft.statements.map(({ parties: who, kind }) => [who, kind])).toEqual([[["MIR"], "rejects"]]);
  });

  it.each([
    ["uk", "Острель запропонувала обміняти полонених до кінця наступного місяця.", "2026-10-31"],
    ["ru", "Острелия предложила обменять пленных до конца следующего месяца.", "2026-10-31"],
    ["tr", "Ostrel, önümüzdeki ay sonuna kadar esirlerin takas edilmesini önerdi.", "2026-10-31"],
    ["uk", "Острель запропонувала обміняти полонених не пізніше п'ятниці.", "2026-09-18"],
    ["ru", "Острелия предложила обменять пленных до середины октября.", "2026-10-15"],
    ["tr", "Ostrel, ekim ortasına kadar esirlerin takas edilmesini önerdi.", "2026-10-15"],
  ] as const)("[RD33] reckons days as the language says them (%s: %s)", (lang, text, day) => {
    expect(drafted(lang, text).proposals[0]?.terms.by_date).toBe(day);
  });

  it.each([
    ["uk", "Мірандія запропонувала перемир'я щонайменше на 30 діб.", 720, null],
    ["ru", "Миранд предложил режим тишины на двое-трое суток.", 48, 72],
    ["tr", "Mirandiya, en az 36 saatlik bir sükûnet önerdi.", 36, null],
  ] as const)("[RD34] reads lengths of time and hedges (%s)", (lang, text, min, max) => {
    expect(drafted(lang, text).proposals[0]).toMatchObject({
      by: ["MIR"],
      terms: { min_hours: min, max_hours: max },
    });
  });

  it.each([
    ["uk", "Торік сторони обміняли 80 полонених."],
    ["uk", "Мірандія не звільнила 80 полонених."],
    ["uk", "Мірандія звільнила б 80 полонених, якби порт відкрили."],
    ["ru", "В прошлом году стороны обменяли 80 пленных."],
    ["ru", "Миранд не освободил 80 пленных."],
    ["ru", "Миранд освободил бы 80 пленных, если бы порт открыли."],
    ["tr", "Geçen yıl taraflar 80 esiri takas etti."],
    ["tr", "Mirandiya 80 esiri serbest bırakmadı."],
    ["tr", "Liman açılırsa Mirandiya 80 esiri serbest bırakacak."],
  ] as const)("[RD35] takes nothing past, denied or conditional for done (%s: %s)", (lang, text) => {
    expect(live(drafted(lang, text).events)).toEqual([]);
    expect(live(drafted(lang, text).agreements)).toEqual([]);
  });

  it.each([
    ["uk", "«Ми чекаємо відповіді», — сказала речниця делегації Острелі Ольга Вир."],
    ["ru", "«Мы ждём ответа», — сказала представительница делегации Острелии Ольга Вир."],
    ["tr", "Ostrel heyeti sözcüsü Olga Vir, gazetecilere “Yanıtı bekliyoruz” dedi."],
  ] as const)("[RD36] finds who speaks in the order of the language (%s)", (lang, text) => {
    const [statement] = drafted(lang, text).statements;
    expect(statement?.speaker).toMatch(/Вир|Vir/);
    expect(statement?.parties).toEqual(["OST"]);
    expect(statement?.quotes).toHaveLength(1);
    for (const span of [statement?.span, ...(statement?.quotes ?? [])])
      expect(text.slice(span?.start, span?.end)).toBe(span?.text);
  });

  it.each([
    ["uk", "Сторони домовилися обміняти 200 на 200 полонених до 5 жовтня."],
    ["ru", "Стороны договорились обменять пленных по формуле «200 на 200» до 5 октября."],
    ["tr", "Taraflar, 5 Ekim'e kadar 200'er esirin takas edilmesi konusunda anlaştı."],
  ] as const)("[RD37] reads what both agreed, with its terms (%s)", (lang, text) => {
    expect(drafted(lang, text).agreements).toMatchObject([
      {
        type: "prisoner_exchange",
        parties: ["OST", "MIR"],
        terms: { by_date: "2026-10-05", counts: [{ what: "prisoners", to: "each", min: 200, max: 200 }] },
      },
    ]);
  });

  const states = {
    uk: [
      "Росія запропонувала перемир'я на 24 години. Українська делегація відхилила пропозицію Російської Федерації.",
      ["Російська Федерація", "Україна"],
    ],
    ru: [
      "Россия предложила перемирие на 24 часа. Украинская делегация отклонила предложение Российской Федерации.",
      ["Российская Федерация", "Украина"],
    ],
    tr: [
      "Rusya 24 saatlik ateşkes önerdi. Ukraynalı yetkililer Rusya Federasyonu'nun önerisini reddetti.",
      ["Rusya Federasyonu", "Ukrayna"],
    ],
  } as const;

  it.each(langs)("[RD39] knows a state by what is left of the name that it signs with (%s)", (lang) => {
    const [text, [first, second]] = states[lang];
    const process = {
      parties: [
        { id: "A", name: first },
        { id: "B", name: second },
      ],
    };
    const { statements } = read(text, { reportDate, lang, process });
    expect(statements.map(({ parties: who, kind }) => [who, kind])).toEqual([
      [["A"], "proposes"],
      [["B"], "rejects"],
    ]);
  });

  it.each(langs)("[RD5] swaps what it reads where the two parties are swapped (%s)", (lang) => {
    const [text, [first, second]] = states[lang];
    const of = (a: string, b: string) => {
      const process = {
        parties: [
          { id: a, name: first },
          { id: b, name: second },
        ],
      };
      const { statements, proposals } = read(text, { reportDate, lang, process });
      return [...statements.map(({ parties: who }) => who), ...proposals.map(({ by }) => by)];
    };
    const swapped = of("B", "A").map((ids) => ids.map((id) => (id === "A" ? "B" : "A")));
    expect(swapped).toEqual(of("A", "B"));
  });

  it.each(langs)("[RD4] takes a time that grows no faster than the text (%s)", (lang) => {
    const [text] = states[lang];
    for (const word of [text.split(" ")[0] ?? "", "24 ", "«а» ", "а, ", `${text} `]) {
      const timeOf = (length: number) => {
        const long = word.repeat(Math.ceil(length / word.length));
        const before = globalThis.process.cpuUsage();
        drafted(lang, long);
        const { user, system } = globalThis.process.cpuUsage(before);
        return (user + system) / 1000;
      };
      timeOf(2_000);
      const short = Math.max(50, timeOf(5_000));
      expect(timeOf(50_000), JSON.stringify(word)).toBeLessThan(short * 40);
    }
  });
});
