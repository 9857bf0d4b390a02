import { type Random, seededRandom } from "#base";
import type { Side } from "#record";
import type { Spelt } from "./names.ts";
import { dateFrom, type Invented } from "./persons.ts";
import { romanisedFromRussian, romanisedFromUkrainian, withLookAlike } from "./spelling.ts";

/** A table as an office sends it: a line of headers, and a line for each person in an order that means nothing. */
export type SentList = {
  readonly title: string;
  readonly headers: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** Of each line, the number of the person whom it is of: for tests and for nobody else. */
  readonly truth: readonly number[];
};

type Tongue = keyof Spelt;
const romanised = { uk: romanisedFromUkrainian, ru: romanisedFromRussian } as const;

/** Held: by strangers, from papers and by ear, in one column, in their own language; a few by Latin passports. */
export function heldList(
  persons: readonly Invented[],
  returnsTo: Side,
  tongue: Tongue,
  seed: number,
): SentList {
  const random = seededRandom(seed);
  const held = shuffled(
    random,
    persons.filter((one) => one.returnsTo === returnsTo && random.next() < 0.93),
  );
  const headers = {
    uk: ["№", "ПІБ", "Дата народження", "Звання", "Військова частина", "Місце затримання", "Дата затримання"],
    ru: ["№ п/п", "ФИО", "Дата рождения", "Звание", "Войсковая часть", "Место задержания", "Дата задержания"],
  }[tongue];
  const lines = held.map((one, i) => {
    const whole = [one.surname, one.given, one.patronymic].map((part) => part[tongue]);
    const shown = random.next() < 0.06 ? whole.slice(0, 2) : whole; // no patronymic
    const name = random.next() < 0.08 ? romanised[tongue](shown.join(" ")) : shown.join(" ");
    const taken = dateFrom(Date.parse(one.lost) + random.below(4) * 86_400_000);
    return [
      String(i + 1),
      damagedName(random, name),
      damagedDate(random, one.born),
      one.rank[tongue],
      one.unit,
      one.place[tongue],
      dotted(taken),
    ];
  });
  return {
    title: `Held, to return to side ${returnsTo}`,
    headers,
    lines,
    truth: held.map((one) => one.number),
  };
}

/** Missing: kept by the persons' own side, in three columns, with numbers of service; some of them nobody holds. */
export function missingList(persons: readonly Invented[], of: Side, tongue: Tongue, seed: number): SentList {
  const random = seededRandom(seed);
  const missed = shuffled(
    random,
    persons.filter((one) => one.returnsTo === of && random.next() < 0.96),
  );
  const headers = {
    uk: [
      "№",
      "Прізвище",
      "Ім’я",
      "По батькові",
      "Дата народження",
      "Звання",
      "Військова частина",
      "Особистий номер",
    ],
    ru: ["№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Звание", "Войсковая часть", "Личный номер"],
  }[tongue];
  const lines = missed.map((one, i) => [
    String(i + 1),
    damagedName(random, one.surname[tongue]),
    one.given[tongue],
    random.next() < 0.05 ? "" : one.patronymic[tongue],
    damagedDate(random, one.born),
    one.rank[tongue],
    one.unit,
    random.next() < 0.4 ? one.serviceNumber : "",
  ]);
  return { title: `Missing, of side ${of}`, headers, lines, truth: missed.map((one) => one.number) };
}

/** As CSV with semicolons, as spreadsheets of this language write it; a cell with a separator in it is quoted. */
export function csvOf({ headers, lines }: SentList): string {
  const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [headers, ...lines].map((line) => `${line.map(quoted).join(";")}\r\n`).join("");
}

function damagedName(random: Random, name: string): string {
  const chance = random.next();
  if (chance < 0.03) return withLookAlike(name, random.below(9));
  if (chance < 0.05) return name.toUpperCase();
  if (chance < 0.07 && name.length > 4) return dropped(name, 1 + random.below(name.length - 2));
  if (chance < 0.08) return `${name} (${["зі слів", "по документу"][random.below(2)]})`;
  return name;
}

function damagedDate(random: Random, born: string): string {
  const chance = random.next();
  const [year = "", month = "", date = ""] = born.split("-");
  if (chance < 0.03) return year;
  if (chance < 0.05) return `01.01.${year}`;
  if (chance < 0.07) return `${month}.${date}.${year}`; // day and month in each other's place
  if (chance < 0.08) return `${date}.${month}.${Number(year) + 1}`;
  if (chance < 0.1) return "";
  return dotted(born);
}

function dotted(date: string): string {
  return date.split("-").toReversed().join(".");
}

function dropped(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}

function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  const order = items.map((item) => ({ item, key: random.next() }));
  return order.toSorted((one, other) => one.key - other.key).map(({ item }) => item);
}
