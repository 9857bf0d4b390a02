import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { completion, loopback } from "#second-reader/testing";
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

  it("[CM71] says to whom a text goes, and adds what of a second reader's answer stands in it", async () => {
    const words = "Ostreli envoy Ivo Brandel proposed a truce of 48 hours along the canal.";
    const proposal = { class: "proposal", type: "short_truce", by: ["OST"] };
    const entries = [
      { ...proposal, words, terms: { hours: "48 hours" } },
      { ...proposal, words: "Ostrel proposed a truce of 72 hours." },
    ];
    const server = await loopback((response) => response.writeHead(200).end(completion({ entries })));
    const flags = ["read", at("report.txt"), "--date", "2026-09-16", "--parties", at("parties.json")];
    try {
      expect((await run(...flags)).out).not.toContain("second reader");
      expect(server.asked).toEqual([]);
      const { out, err } = await run(...flags, "--second", server.address);
      const { host } = new URL(server.address);
      expect(err).toBe(
        `The text goes to ${host}.\nFrom ${host}: 1 entry; left out, for it does not stand in the text: 1\n`,
      );
      expect(out).toMatch(/proposal: .*48 hours.* · from the second reader$/m);
      const record = await data<{ proposals: { rule: string; confidence: number }[] }>(
        ...flags,
        "--second",
        server.address,
      );
      expect(record.proposals.map(({ rule }) => rule.startsWith("second."))).toEqual([false, true]);
      expect(record.proposals[1]?.confidence).toBe(0.5);
      const before = server.asked.length;
      for (const [code, address] of [
        ["second_reader.address", "http://reader.example/v1"],
        ["second_reader.unreachable", "http://127.0.0.1:1/v1"],
      ] as const) {
        const ended = await run(...flags, "--second", address);
        expect([ended.code === 0, ended.out]).toEqual([false, ""]);
        expect(ended.err).toContain(`(${code})`);
      }
      expect(server.asked.length).toBe(before);
    } finally {
      await server.close();
    }
  });
});
