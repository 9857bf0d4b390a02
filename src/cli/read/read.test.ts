import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { data, run, temporaryFolder } from "../testing/run.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const parties = [
  { id: "OST", name: "Ostrel", aliases: ["Ostreli"] },
  { id: "MIR", name: "Mirandia", aliases: ["Mirandian"] },
];

beforeAll(() => {
  writeFileSync(
    at("report.txt"),
    "Ostreli envoy Ivo Brandel proposed a truce of 48 hours along the canal.\n\nIn 2024 the two sides exchanged 90 prisoners.\n",
  );
  writeFileSync(at("parties.json"), JSON.stringify(parties));
  writeFileSync(at("process.json"), JSON.stringify({ parties, host: "MIR" }));
  writeFileSync(at("bytes.bin"), Uint8Array.of(0xff, 0xfe, 0x00, 0x41));
  writeFileSync(at("long.txt"), "Ostrel said so. ".repeat(20_000));
  writeFileSync(at("wrong.json"), '[{"id":"1 2"}]');
});

describe("parley read", () => {
  it("[CM50] prints a report's draft entries beside its words, and the record's form with --json", async () => {
    const { code, out } = await run(
      "read",
      at("report.txt"),
      "--date",
      "2026-09-16",
      "--parties",
      at("parties.json"),
    );
    expect(code).toBe(0);
    expect(out).toContain("Ivo Brandel proposed a truce of 48 hours");
    expect(out).toContain("‾‾‾‾‾‾‾‾‾‾‾");
    expect(out).toContain("48 hours · the canal");
    expect(out).toMatch(/^Background.*1$/m);
    const record = await data<{
      doc: string;
      proposals: unknown[];
      statements: { span: { text: string } }[];
    }>("read", at("report.txt"), "--date", "2026-09-16", "--parties", at("process.json"));
    expect(record.doc).toBe("report");
    expect(record.proposals).toMatchObject([
      { type: "short_truce", by: ["OST"], terms: { min_hours: 48, max_hours: 48 } },
    ]);
    for (const [language, words] of [
      ["uk", "коротке перемир’я"],
      ["ru", "короткое перемирие"],
      ["tr", "kısa ateşkes"],
    ] as const)
      expect((await run("read", at("report.txt"), "--date", "2026-09-16", "--lang", language)).out).toContain(
        words,
      );
  });

  it("[CM50] refuses what is no day, no text, too long, another language, no list of parties", async () => {
    for (const [code, ...flags] of [
      ["reader.date", at("report.txt")],
      ["reader.date", at("report.txt"), "--date", "2026-02-30"],
      ["reader.not_text", at("bytes.bin"), "--date", "2026-09-16"],
      ["reader.not_text", at("nowhere.txt"), "--date", "2026-09-16"],
      ["reader.too_long", at("long.txt"), "--date", "2026-09-16"],
      ["reader.language", at("report.txt"), "--date", "2026-09-16", "--of", "xx"],
      ["reader.parties", at("report.txt"), "--date", "2026-09-16", "--parties", at("wrong.json")],
    ] as const) {
      const ended = await run("read", ...flags);
      expect(ended.code).not.toBe(0);
      expect(ended.out).toBe("");
      expect(ended.err).toContain(`(${code})`);
    }
  });
});
