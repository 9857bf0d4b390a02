import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inventedCsv } from "../testing/invented-csv.ts";
import { run, temporaryFolder } from "../testing/run.ts";

const folder = temporaryFolder();
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const { held, missing, same } = inventedCsv(120);
const left = file("held.csv.gz", gzipSync(held));
const right = file("missing.csv", missing);
const linksOf = (path: string) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));

describe("parley match", () => {
  it("[CM27] links two lists across alphabets, and writes every link of 0.01 or more", async () => {
    const out = join(folder, "links.csv");
    const { code, err } = await run("match", left, right, "--out", out);
    expect(code, err).toBe(0);
    const [heading, ...links] = linksOf(out);
    expect(heading).toEqual(["left_id", "right_id", "probability"]);
    const likely = links.filter(([, , probability]) => Number(probability) >= 0.5);
    expect(likely.filter(([a = "", b]) => same.get(a) === b).length).toBeGreaterThan(same.size * 0.9);
    expect(likely.filter(([a = "", b]) => same.get(a) !== b).length).toBeLessThan(3);
    expect(Math.min(...links.map(([, , probability]) => Number(probability)))).toBeGreaterThanOrEqual(0.01);
  });

  it("[CM27] gives the same bytes on one thread and on two, and the swapped ones for swapped lists", async () => {
    const [one, two, swapped] = ["one.csv", "two.csv", "swapped.csv"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]; // three names
    // long enough for the second thread to be worth it
    const many = inventedCsv(5200);
    const longLeft = file("long-held.csv", many.held);
    const longRight = file("long-missing.csv", many.missing);
    await run("match", longLeft, longRight, "--out", one, "--threads", "1");
    await run("match", longLeft, longRight, "--out", two, "--threads", "2");
    expect(readFileSync(one)).toEqual(readFileSync(two));
    await run("match", left, right, "--out", one);
    await run("match", right, left, "--out", swapped);
    const turned = linksOf(swapped)
      .slice(1)
      .map(([a, b, probability]) => `${b},${a},${probability}`);
    expect(turned.toSorted()).toEqual(
      linksOf(one)
        .slice(1)
        .map((cells) => cells.join(","))
        .toSorted(),
    );
  });

  it("[CM28] reports every row that is not as it should be, and the roles of columns", async () => {
    const bad = file(
      "bad.csv",
      `${missing}\nM900,Лише\nM901,А,Б,В,01.01.1990,,,зайве\n,Дубовенко,Олег,Петрович,02.03.1981,,\n`,
    );
    const out = join(folder, "bad-links.csv");
    const { code, out: text } = await run("match", left, bad, "--out", out, "--json");
    expect(code).toBe(0);
    const { lists } = JSON.parse(text);
    expect(lists[1].problems.map(({ kind }: { kind: string }) => kind)).toEqual([
      "too_few_cells",
      "too_many_cells",
      "no_id",
    ]);
    expect(lists[1].columns.map(({ role }: { role: string }) => role)).toEqual([
      "id",
      "family",
      "given",
      "patronymic",
      "birth",
      "unit",
      "place",
    ]);
    const { out: words } = await run("match", left, bad, "--out", out, "--lang", "uk");
    expect(words).toContain("менше, ніж у заголовку");
  });

  it("[CM29] finds the records of one person within a list", async () => {
    const [heading = "", ...rows] = missing.split("\n");
    const twice = file(
      "twice.csv",
      [heading, ...rows, ...rows.slice(0, 40).map((row) => row.replace(/^M/, "T"))].join("\n"),
    );
    const out = join(folder, "twice-links.csv");
    expect((await run("match", twice, "--dedupe", "--out", out)).code).toBe(0);
    const likely = linksOf(out)
      .slice(1)
      .filter(([, , probability]) => Number(probability) >= 0.5);
    expect(likely.filter(([a = "", b = ""]) => a.slice(1) === b.slice(1)).length).toBeGreaterThan(36);
  });

  it("[CM30] writes the reasons of each link, in the language asked for", async () => {
    const out = join(folder, "why.csv");
    for (const [lang, word] of [
      ["en", "family name"],
      ["uk", "прізвище"],
      ["ru", "фамилия"],
      ["tr", "soyadı"],
    ] as const) {
      expect((await run("match", left, right, "--out", out, "--explain", "--lang", lang)).code).toBe(0);
      expect(readFileSync(join(folder, "why.explained.csv"), "utf8")).toContain(word);
    }
  });

  it("[CM31] takes a mapping of columns, and refuses what it cannot do in words", async () => {
    const map = file(
      "columns.json",
      JSON.stringify({ columns: { "Військова частина": "ignore", unit: "ignore" } }),
    );
    const out = join(folder, "mapped.csv");
    const { out: text } = await run("match", left, right, "--out", out, "--map", map, "--json");
    expect(JSON.parse(text).lists[1].columns[5]).toEqual({
      heading: "Військова частина",
      role: "ignore",
      because: "mapping",
    });
    const wrong = file("wrong.json", '{"unit":"troops"}');
    for (const [flags, code] of [
      [["match", left, right, "--out", out, "--map", wrong], 1],
      [["match", left, join(folder, "none.csv"), "--out", out], 1],
      [["match", left, "--out", out], 2],
      [["match", left, right], 2],
      [["match", left, right, "--out", left], 2],
    ] as const) {
      const refused = await run(...flags);
      expect(refused.code, refused.err).toBe(code);
      expect(refused.out).toBe("");
      expect(refused.err).not.toContain("    at ");
    }
  });
});
