import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { refuse } from "#base";
import { translator } from "#i18n";
import { idOf, lowestProbability, type Progress } from "#match";
import { languageOf } from "../language.ts";
import { standardOutput } from "../output.ts";
import { progressBar } from "../progress.ts";
import { csvLine } from "./csv-line.ts";
import { writeExplanations } from "./explained.ts";
import { readMapping } from "./mapping.ts";
import { reportLists, rowProblems } from "./report.ts";
import { runMatch } from "./run.ts";

type MatchFlags = {
  readonly out?: string;
  readonly explain?: boolean;
  readonly dedupe?: boolean;
  readonly map?: string;
  readonly threads?: string;
  readonly json?: boolean;
  readonly lang?: string;
};

const shareOf: Readonly<Record<Progress["step"], readonly [number, number]>> = {
  read: [0, 20],
  block: [20, 40],
  train: [40, 50],
  score: [50, 95],
  settle: [95, 100],
};

/** `parley match A.csv B.csv --out links.csv`: links lists of persons, or with --dedupe the records of one. */
export async function matchCommand(paths: readonly string[], flags: MatchFlags): Promise<void> {
  const out = standardOutput(flags.json ?? false);
  const t = translator(languageOf(flags.lang));
  const into =
    flags.out ?? refuse("command.usage", { reason: "Say with --out where the links are to be written." });
  if (flags.dedupe && paths.length !== 1) refuse("command.usage", { reason: "--dedupe takes one list." });
  if (!flags.dedupe && paths.length < 2)
    refuse("command.usage", { reason: "Name two lists or more; one list is searched with --dedupe." });
  if (paths.some((path) => resolve(path) === resolve(into)))
    refuse("command.usage", { reason: "--out names one of the lists." });
  const threads = Number(flags.threads ?? 2);
  if (threads !== 1 && threads !== 2) refuse("command.usage", { reason: "--threads is 1 or 2." });
  const mapping = await readMapping(flags.map);
  const bar = progressBar(!out.json);
  const { tables, prepared, links } = await runMatch(
    paths,
    mapping,
    { threads, keepsCells: flags.explain ?? false },
    {
      onProgress: ({ step, done, of }) => {
        const [from, to] = shareOf[step];
        bar.show(Math.round(from + ((to - from) * done) / Math.max(1, of)), 100);
      },
    },
  );
  bar.end();
  const ids = (row: number) => idOf(prepared, tables, row);
  const lines = ["left_id,right_id,probability"];
  for (const { a, b, probability } of links) lines.push(csvLine([ids(a), ids(b), probability.toFixed(6)]));
  await writeFile(into, `${lines.join("\n")}\n`);
  const problems = rowProblems(prepared, tables);
  const chosen = links.filter((link) => link.chosen && link.probability >= 0.5).length;
  const explained = flags.explain ? await writeExplanations(into, prepared, tables, links, t) : undefined;
  out.data({
    out: into,
    explained,
    links: links.length,
    chosen,
    lowest: lowestProbability,
    price: prepared.price,
    lists: tables.map((table, i) => ({
      name: basename(table.name),
      rows: table.rows,
      encoding: table.encoding,
      columns: prepared.records.roles[i],
      problems: problems[i],
    })),
  });
  reportLists(out, t, prepared, tables, problems);
  out.line(t("match.price", { pairs: prepared.price.pairs, each: Math.round(prepared.price.perRecord) }));
  out.line(t("match.written", { links: links.length, chosen, file: into }));
  if (explained !== undefined) out.line(t("match.explained", { file: explained }));
}
