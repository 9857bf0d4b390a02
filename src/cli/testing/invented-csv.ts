import { seededRandom } from "#base";

const families =
  "Дубовенко Шевтюк Гончарук Лозинський Каринюк Тополенко Вербич Яринський Сокальчук Черемхов Бузиненко Жоржук".split(
    " ",
  );
const russian =
  "Дубовенко Шевтюк Гончарук Лозинский Каринюк Тополенко Вербич Яринский Сокальчук Черемхов Бузиненко Жоржук".split(
    " ",
  );
const latin =
  "Dubovenko Shevtyuk Honcharuk Lozynskyi Karyniuk Topolenko Verbych Yarynsky Sokalchuk Cheremkhov Buzynenko Zhorzhuk".split(
    " ",
  );
const given = [
  ["Олексій", "Алексей", "Oleksii"],
  ["Микола", "Николай", "Mykola"],
  ["Дмитро", "Дмитрий", "Dmytro"],
  ["Євген", "Евгений", "Yevhen"],
  ["Павло", "Павел", "Pavlo"],
] as const;
const fathers = [
  ["Іванович", "Иванович", "Ivanovych"],
  ["Петрович", "Петрович", "Petrovych"],
  ["Сергійович", "Сергеевич", "Serhiiovych"],
] as const;

/** Two lists of invented persons for tests of the command: who is held, in Russian and Latin letters, and who is missing, in Ukrainian. */
export function inventedCsv(count: number): {
  readonly held: string;
  readonly missing: string;
  readonly same: ReadonlyMap<string, string>;
} {
  const random = seededRandom(21);
  const held = ["no,surname,given_name,patronymic,date_of_birth,unit,place_last_seen"];
  const missing = ["№,Прізвище,Ім'я,По батькові,Дата народження,Військова частина,Місце зникнення"];
  const same = new Map<string, string>();
  for (let i = 0; i < count; i++) {
    const family = random.below(families.length);
    const name = random.pick(given);
    const father = random.pick(fathers);
    const birth = `${String(1 + random.below(28)).padStart(2, "0")}.${String(1 + random.below(12)).padStart(2, "0")}.${1965 + random.below(40)}`;
    const unit = `А${1000 + random.below(60)}`;
    missing.push(`M${i},${families[family]},${name[0]},${father[0]},${birth},${unit},Нова Дубанка`);
    if (random.next() < 0.3) continue;
    const side = random.next() < 0.5 ? 1 : 2;
    held.push(
      `H${i},${(side === 1 ? russian : latin)[family]},${name[side]},${father[side]},${birth},${unit},`,
    );
    same.set(`H${i}`, `M${i}`);
  }
  return { held: held.join("\n"), missing: missing.join("\n"), same };
}
