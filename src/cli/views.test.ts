import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demonstration, keyIn, later, source } from "./testing/demonstration.ts";
import { data, run } from "./testing/run.ts";

const { istanbul, ownCopy, draft } = demonstration();

describe("views", () => {
  it("[CM1] every view prints one JSON value, and lines for people without it", async () => {
    for (const flags of [
      ["owed", istanbul],
      ["show", istanbul],
      ["show", istanbul, "proposals"],
      ["timeline", istanbul],
    ]) {
      const json = await run(...flags, "--as", "host", "--json");
      expect(json.code, json.err).toBe(0);
      expect(() => JSON.parse(json.out)).not.toThrow();
      const words = await run(...flags, "--as", "host");
      expect(words.out.length).toBeGreaterThan(200);
      expect(() => JSON.parse(words.out)).toThrow();
    }
  });

  it("[CM3] without --as a folder is seen as the public sees it", async () => {
    const named = await run("timeline", istanbul, "--as", "public");
    expect((await run("timeline", istanbul)).out).toBe(named.out);
    expect(named.out).not.toContain("Short truces of 24 to 48 hours along the line of contact");
  });

  it("[CM5] a demonstration says that it is one on every screen", async () => {
    for (const [language, words] of [
      ["en", "Demonstration"],
      ["uk", "Демонстра"],
      ["ru", "Демонстра"],
      ["tr", "Gösterim"],
    ] as const)
      for (const command of ["owed", "show", "timeline"]) {
        const { out } = await run(command, istanbul, "--lang", language);
        expect(out.split("\n").slice(0, 3).join(" "), `${command} ${language}`).toContain(words);
      }
  });

  it("[CM51] --at shows what stood in the record then, and says where nothing did", async () => {
    type Told = { readonly id: string; readonly receivedAt: string };
    const told = async (...at: readonly string[]) => {
      const { out } = await run("timeline", istanbul, "--as", "host", "--json", ...at);
      return JSON.parse(out) as readonly Told[];
    };
    const all = await told();
    const middle = all.map(({ receivedAt }) => receivedAt).toSorted()[all.length >> 1] ?? "";
    const then = await told("--at", middle);
    expect(then).toEqual(all.filter(({ receivedAt }) => receivedAt <= middle));
    expect(then.length).toBeLessThan(all.length);
    const before = await run("show", istanbul, "--at", "2024-01-01");
    expect(before.code).toBe(2);
    expect(before.err).toContain("The record begins later");
  });

  it("[CM12] the views speak four languages, each its own", async () => {
    const said = new Set<string>();
    for (const language of ["en", "uk", "ru", "tr"]) {
      const { code, out, err } = await run("owed", istanbul, "--as", "host", "--lang", language);
      expect(code, err).toBe(0);
      said.add(out);
    }
    expect(said.size).toBe(4);
    expect((await run("owed", istanbul, "--lang", "xx")).code).toBe(2);
  });

  it("[CM13] no word that takes sides stands on a screen", async () => {
    const never = /\b(win|wins|winner|concession|enemy|target|deal|ignored|guaranteed by|approved by)\b/i;
    for (const office of ["host", "party-a", "party-b", "public"])
      for (const command of ["owed", "show", "timeline"]) {
        const { out } = await run(command, istanbul, "--as", office);
        // verbatim words of speakers are theirs and stay as they were said
        const own = out.replaceAll(/“[^”]*”/gs, "");
        expect(own.match(never)?.[0], `${command} as ${office}`).toBeUndefined();
      }
  });

  it("[CM15] each party is named first in its own copy", async () => {
    const order = async (office: string) => {
      const { out } = await run("show", istanbul, "rounds", "--as", office);
      const line = out.split("\n").find((one) => one.includes("confirmed") && one.includes("·")) ?? "";
      return line.indexOf("Russian Federation") < line.indexOf("Ukraine") ? "a" : "b";
    };
    expect([await order("party-a"), await order("party-b")]).toEqual(["a", "b"]);
  });

  it("[CM17] a sealed paper opens for its reader and stays closed for all others", async () => {
    const drafts = async (office: string) => {
      const all = await data<{ status: string }[]>("show", istanbul, "proposals", "--as", office);
      return all.filter((one) => one.status === "drafted").length;
    };
    expect([await drafts("party-a"), await drafts("party-b"), await drafts("host")]).toEqual([1, 1, 0]);
    const alone = ownCopy();
    rmSync(join(alone, "keys"), { recursive: true });
    const { out } = await run("show", alone, "proposals", "--as", "party-a");
    expect(out).toContain("1 sealed paper stays closed");
    const opened = await run(
      "show",
      alone,
      "proposals",
      "--as",
      "party-a",
      "--key",
      keyIn(istanbul, "a-adviser"),
    );
    expect(opened.out).toContain("drafted");
    const others = await run(
      "show",
      alone,
      "proposals",
      "--as",
      "party-a",
      "--key",
      keyIn(istanbul, "b-adviser"),
    );
    expect(others.out).toContain("1 sealed paper stays closed");
  });

  it("[CM17] a sealed act may build on an earlier sealed one of the same room", async () => {
    const folder = ownCopy();
    const key = keyIn(folder, "a-adviser");
    const issue = {
      room: "internal-a",
      kind: "issue.opened",
      payload: { title: "Our own question", words: "Where we stand" },
    };
    expect(
      (await run("act", folder, draft({ ...issue, id: "aaaaaaaaaaaaaaaaaaaaaaaaaa" }), "--key", key)).err,
    ).toBe("");
    const cited = {
      room: "internal-a",
      kind: "position.cited",
      payload: {
        issue: "aaaaaaaaaaaaaaaaaaaaaaaaaa",
        side: "a",
        position: "As before",
        dated: "2025-07-01",
        source,
      },
    };
    expect((await run("act", folder, draft(cited), "--key", key)).err).toBe("");
    expect((await run("show", folder, "positions", "--as", "party-a")).out).toContain("As before");
    expect((await run("show", folder, "positions", "--as", "host")).out).not.toContain("Our own question");
  });

  it("[CM33] tranches are shown with each side's own word, small counts withheld", async () => {
    const folder = ownCopy();
    const [{ id: list } = { id: "" }] = await data<{ id: string }[]>("timeline", folder, "--as", "host").then(
      (all) => all.filter((one) => "kind" in one && one.kind === "list.handed_over"),
    );
    const lines = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);
    const part = (returnedBy: string, category: string, own: number[]) => ({
      returnedBy,
      category,
      persons: [{ list, lines: own }],
    });
    const payload = {
      title: "First tranche",
      parts: [part("a", "number", lines(1, 30)), part("a", "dr1", [31]), part("b", "number", lines(101, 30))],
      source,
    };
    const draftOf = draft({ room: "exchange", kind: "tranche.tabled", payload });
    const said = await run("act", folder, draftOf, "--key", keyIn(folder, "a-negotiator"));
    expect(said.err).toBe("");
    const { out } = await run("show", folder, "tranches", "--as", "party-b");
    expect(out).toContain("First tranche · tabled");
    expect(out).toContain("tabled it · returns: 31 · within parity: not shown · outside parity: not shown");
    expect(out).toContain("no answer · returns: 30 · within parity: 30 · outside parity: 0");
    expect((await run("show", folder, "tranches", "--as", "public")).out).not.toContain("First tranche");
  });

  it("[CM18] owed is an array of what is missing, who owes it, by when, and why it blocks", async () => {
    type Item = { what: string; by: string; due: string | null; words: string; why: string; matter: string };
    const items = await data<Item[]>("owed", istanbul, "--as", "host", ...later);
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      expect(item.words, item.what).not.toMatch(/[{}]|undefined/);
      expect(item.why.length).toBeGreaterThan(20);
      expect(item.matter.length).toBeGreaterThan(5);
      expect(item.due === null || !Number.isNaN(Date.parse(item.due))).toBe(true);
    }
    const circle = items.filter((item) => item.what === "summit_circle");
    expect(circle.map((item) => item.by).toSorted()).toEqual(["party-a", "party-b"]);
    expect(items.some((item) => item.what === "truce_part")).toBe(true);
  });
});
