// `npx node examples/truce-36/generate.ts DIR`: writes what the operator holds beside the record: the case of each sector, the plan
// of it, and what happened in it. With them anybody computes the same plans.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalText } from "#replica";
import { planWindow } from "./window.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name a folder: generate.ts DIR");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const write = (name: string, value: unknown, words: string) => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, `${canonicalText(value)}\n`);
  console.log(`${path}: ${words}`);
};
const { sectors, delayed, closed, lost } = planWindow();
for (const { code, given, first } of sectors) {
  const name = code.toLowerCase();
  write(`${name}-case`, given, `${given.sites.length} sites, ${given.teams.length} teams`);
  write(`${name}-plan`, first.plan, `digest ${first.said.digest}`);
}
for (const { sector, event, next } of [delayed, closed, lost]) {
  const name = sector.code.toLowerCase();
  write(`${name}-event`, event, event.changes.map(({ kind }) => kind).join(", "));
  write(`${name}-case-after`, next.given, "the case as it is then");
  write(`${name}-plan-after`, next.plan, `digest ${next.said.digest}`);
}
