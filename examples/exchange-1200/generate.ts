// `npx node examples/exchange-1200/generate.ts DIR [seed]`: writes the lists of the example, as two ministries would send them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { csvOf, heldList, missingList } from "./lists.ts";
import { inventPersons } from "./persons.ts";

const [folder, seedText = "1"] = process.argv.slice(2);
const seed = Number(seedText);
if (folder === undefined || !Number.isInteger(seed)) {
  console.error("Name a folder, and a whole number as the seed: generate.ts DIR [seed]");
  process.exit(2);
}
const persons = inventPersons(seed, 1_200);
mkdirSync(folder, { recursive: true });
const files = {
  "held-by-a.csv": heldList(persons, "b", "ru", seed + 1),
  "held-by-b.csv": heldList(persons, "a", "uk", seed + 2),
  "missing-of-a.csv": missingList(persons, "a", "ru", seed + 3),
  "missing-of-b.csv": missingList(persons, "b", "uk", seed + 4),
};
for (const [name, list] of Object.entries(files)) {
  writeFileSync(join(folder, name), csvOf(list));
  const truth = list.truth.map((person, i) => `${i + 1},${person}\r\n`).join("");
  writeFileSync(join(folder, name.replace(".csv", "-truth.csv")), `line,person\r\n${truth}`);
  console.log(`${join(folder, name)}: ${list.lines.length} lines`);
}
