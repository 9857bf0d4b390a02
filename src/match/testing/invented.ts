import { type Random, seededRandom } from "#base";
import { givenNames } from "../tables/given-names.ts";
import { romanised, schemeNames } from "./romanised.ts";

/** Two lists of invented persons, as CSV, and who is who: `same[i]` is the row of the second list for row i of the first, or -1. */
export type InventedLists = { readonly left: string; readonly right: string; readonly same: Int32Array };

/** What is chosen about invented lists. */
export type Invention = {
  readonly seed: number;
  readonly rows: number;
  readonly sharedShare: number;
  /** The share of the others of the second list who are brothers or namesakes of somebody on the first; none where it is not said. */
  readonly nearShare?: number;
  /** Of how many units and battles they all are; 400 where it is not said. */
  readonly events?: number;
};

type Person = {
  readonly family: string;
  readonly given: readonly [string, string];
  readonly father: readonly [string, string];
  readonly isWoman: boolean;
  readonly birth: readonly [number, number, number];
  readonly unit: string;
  readonly place: string;
  readonly seen: number;
  readonly number: string;
};

const men = namesOf("m");
const women = namesOf("f");
const beginnings =
  "Бон Вар Гал Дем Жор Зак Кор Лоп Мас Нев Охр Пал Рог Сам Таб Ус Фес Хом Чер Шев Яр Буд Вол Гон Дуб Кал Лит Мор Пил Руд Сол Тим Хар Шум".split(
    " ",
  );
const middles = "а о и е ани оли ере ара ина ото уду еме ола аку ити обо ева уши апо".split(" ");
const endings =
  "рченко щук ляк ненко тенко рук нчук дай бало ринський левський нов тов рєв кін лич жук цюк".split(" ");

function namesOf(sex: string): readonly (readonly [string, string])[] {
  return givenNames
    .trim()
    .split("\n")
    .filter((line) => line.startsWith(`${sex} `))
    .map((line) => line.split(/[ |]+/))
    .map(([, first = "", second = first]) => [first, /[А-Яа-я]/.test(second) ? second : first] as const);
}

/** Makes two lists: one of the party that holds, names by ear and in Latin letters of many kinds; one of the party that misses, in Ukrainian. */
export function inventedLists({
  seed,
  rows,
  sharedShare,
  nearShare = 0,
  events = 400,
}: Invention): InventedLists {
  const random = seededRandom(seed);
  const left: string[] = [
    "no,surname,given_name,patronymic,date_of_birth,unit,service_number,place_last_seen,date_last_seen",
  ];
  const right: string[] = [
    "№,Прізвище,Ім'я,По батькові,Дата народження,Військова частина,Особистий номер,Місце зникнення,Дата зникнення",
  ];
  const same = new Int32Array(rows).fill(-1);
  const place = permutation(rows, random);
  const rightRows = new Array<string>(rows);
  for (let i = 0; i < rows; i++) {
    const isShared = random.next() < sharedShare;
    const person = invented(random, events);
    left.push(`H${i},${held(person, random)}`);
    const at = place[i] ?? 0;
    if (isShared) same[i] = at;
    const other = isShared
      ? person
      : nearShare > 0 && random.next() < nearShare
        ? near(person, invented(random, events), random.next() < 0.7)
        : invented(random, events);
    rightRows[at] = `M${at},${missing(other, random)}`;
  }
  return { left: left.join("\n"), right: `${right[0]}\n${rightRows.join("\n")}`, same };
}

function permutation(count: number, random: Random): Uint32Array {
  const out = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const one = out[i]!;
    out[i] = out[j]!;
    out[j] = one;
  }
  return out;
}

// small numbers are frequent, as names are (Zipf)
function skewed(random: Random, limit: number): number {
  return Math.min(limit - 1, Math.floor(limit * random.next() ** 2.2));
}

// a brother, of one father and one unit, or somebody of the same name
function near(person: Person, other: Person, isBrother: boolean): Person {
  const { family, isWoman } = person;
  return isBrother
    ? {
        ...other,
        family,
        isWoman,
        father: person.father,
        unit: person.unit,
        place: person.place,
        seen: person.seen,
      }
    : { ...other, family, isWoman, given: person.given };
}

function invented(random: Random, events: number): Person {
  const isWoman = random.next() < 0.08;
  const names = isWoman ? women : men;
  const family =
    random.pick(beginnings) +
    random.pick(middles) +
    (random.next() < 0.5 ? random.pick(middles) : "") +
    random.pick(endings);
  const event = skewed(random, events);
  return {
    family,
    given: names[skewed(random, names.length)]!,
    father: men[skewed(random, men.length)]!,
    isWoman,
    birth: [1964 + random.below(44), 1 + random.below(12), 1 + random.below(28)],
    unit: `А${1000 + ((event * 37) % 9000)}`,
    place: `${random.pick(["Верхн", "Нижн", "Нов", "Стар"])}а ${beginnings[event % beginnings.length]}${middles[event % middles.length]}нка`,
    seen: event * 2 + random.below(4),
    number:
      random.next() < 0.3 ? `${random.pick(["АВ", "КМ", "ТН"])} ${100_000 + random.below(900_000)}` : "",
  };
}

function fathersName(father: string, isWoman: boolean, isRussian: boolean): string {
  const stem = father.replace(/[аоьйя]$/, "").replace(/и$/, "і");
  const soft = /[йьія]$/.test(father);
  if (isRussian)
    return stem.replace(/і$/, "") + (soft ? (isWoman ? "евна" : "евич") : isWoman ? "овна" : "ович");
  return stem + (isWoman ? (/і$/.test(stem) ? "ївна" : "івна") : /і$/.test(stem) ? "йович" : "ович");
}

function familyOf({ family, isWoman }: Person): string {
  if (!isWoman) return family;
  return family.replace(/ський$/, "ська").replace(/(ов|єв|ін)$/, "$1а");
}

function held(person: Person, random: Random): string {
  const isRussian = random.next() < 0.6;
  const side = isRussian ? 1 : 0;
  let words = [
    familyOf(person),
    person.given[side],
    fathersName(person.father[side], person.isWoman, isRussian),
  ];
  if (isRussian)
    words = words.map((word) => word.replaceAll("і", "и").replaceAll("є", "е").replaceAll("ї", "и"));
  if (random.next() < 0.12)
    words = words.map((word, i) => (random.next() < 0.3 && i !== 1 ? slipped(word, random) : word));
  if (random.next() < 0.5) {
    const scheme = random.pick(schemeNames);
    words = words.map((word) => romanised(word, scheme));
  }
  if (random.next() < 0.15) words[2] = "";
  else if (random.next() < 0.06) words = [words[0]!, `${words[1]!.charAt(0)}.`, `${words[2]!.charAt(0)}.`];
  return `${words.join(",")},${birthOf(person, random)},${unitOf(person, random)},${person.number},${random.next() < 0.7 ? person.place : ""},${seenOf(person, random.below(10))}`;
}

function missing(person: Person, random: Random): string {
  const words = [familyOf(person), person.given[0], fathersName(person.father[0], person.isWoman, false)];
  if (random.next() < 0.03) words[0] = slipped(words[0]!, random);
  return `${words.join(",")},${birthOf(person, random)},${unitOf(person, random)},${person.number},${random.next() < 0.8 ? person.place : ""},${seenOf(person, 0)}`;
}

function slipped(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  return random.next() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + random.pick([..."аеиоукнст"]) + word.slice(at + 1);
}

function birthOf({ birth: [year, month, day] }: Person, random: Random): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const kind = random.next();
  if (kind < 0.05) return "";
  if (kind < 0.1) return String(year);
  if (kind < 0.12) return `01.01.${year}`;
  if (kind < 0.14) return `${two(month)}.${two(day)}.${year}`;
  return `${two(kind < 0.17 ? Math.max(1, day - 1) : day)}.${two(month)}.${kind > 0.98 ? year + 1 : year}`;
}

function unitOf({ unit }: Person, random: Random): string {
  return random.next() < 0.3 ? "" : random.next() < 0.9 ? unit : `А${1000 + random.below(9000)}`;
}

function seenOf({ seen }: Person, days: number): string {
  return new Date(Date.UTC(2022, 2, 1 + seen + days)).toISOString().slice(0, 10);
}
