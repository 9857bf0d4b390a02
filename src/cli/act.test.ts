import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demonstration, keyIn, later, source, tabling } from "./testing/demonstration.ts";
import { data, run } from "./testing/run.ts";

const { place, istanbul, ownCopy, draft } = demonstration();

describe("acts", () => {
  it("[CM6] an act is recorded with its receipt; a refused one names the rule and its words", async () => {
    const folder = ownCopy();
    const file = draft(tabling("A pause of six to twelve hours"));
    const key = keyIn(folder, "a-negotiator");
    const made = await data<{ id: string; seq: number; receipt: string }>("act", folder, file, "--key", key);
    expect(made.receipt).toMatch(/^c2sp.org\/tlog-proof@v1\n/);
    expect((await run("show", folder, made.id, "--as", "party-b")).out).toContain(
      "A pause of six to twelve hours",
    );
    const own = {
      room: "plenary",
      kind: "proposal.answered",
      payload: { proposal: made.id, answer: "accepted", source },
    };
    const refused = await run("act", folder, draft(own), "--key", key);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("[PR8] An answer is given by an addressee, for itself alone.");
    const answered = await run("act", folder, draft(own), "--key", keyIn(folder, "b-negotiator"));
    expect(answered.code, answered.err).toBe(0);
  });

  it("[CM26] says in the reader's language what is refused; programs read it as the catalogue has it", async () => {
    const folder = ownCopy();
    const nowhere = draft({
      ...tabling("A pause"),
      kind: "proposal.withdrawn",
      payload: { proposal: "a".repeat(26), reason: "x" },
    });
    const flags = ["act", folder, nowhere, "--key", keyIn(folder, "a-negotiator")];
    const english = "[PR0] There is no such proposal in what this office reads.";
    expect((await run(...flags)).err).toContain(english);
    const { err } = await run(...flags, "--lang", "uk");
    expect(err).toContain(
      "Правила цього не дозволяють.\n[PR0] Серед доступного цьому учаснику такої пропозиції немає.",
    );
    expect(err).toContain("(act.refused_by_rule)");
    expect((await run(...flags, "--lang=tr", "--json")).err).toContain(english);
    expect((await run("show", "--lang=ru")).err).toContain("Команда не понята.");
    expect((await run("show", folder, "--lang", "xx")).err).toContain("is no language of Parley");
  });

  it("[CM7] what is refused writes nothing, names a code, and shows no stack", async () => {
    const folder = ownCopy();
    const key = keyIn(folder, "a-negotiator");
    const whole = tabling("A pause");
    const bad: readonly (readonly [string, string, unknown])[] = [
      ["command.draft", key, "{"],
      ["command.draft", key, []],
      ["act.unknown_kind", key, { ...whole, kind: "proposal.tablet" }],
      ["act.malformed", key, { ...whole, payload: { ...whole.payload, extra: 1 } }],
      ["act.malformed", key, { ...whole, saidAt: "2025-06-31T10:00:00Z" }],
      ["act.said_in_future", key, { ...whole, saidAt: "2125-06-01T10:00:00Z" }],
      ["act.said_too_early", key, { ...whole, saidAt: "1925-06-01T10:00:00Z" }],
      ["act.not_permitted", key, { ...whole, room: "host-b" }],
      ["act.not_permitted", keyIn(folder, "operator-one"), whole],
      ["act.seat_unknown", keyIn(folder, "party-a-head"), whole],
      ["act.too_large", key, { ...whole, payload: { ...whole.payload, terms: manyTerms } }],
      ["key.malformed", draft("no key"), whole],
    ];
    const before = await run("show", folder, "--as", "host", "--json", ...later);
    for (const [code, signer, content] of bad) {
      const refused = await run("act", folder, draft(content), "--key", signer, "--json");
      expect(refused.code, code).toBe(1);
      expect(refused.out, code).toBe("");
      expect(JSON.parse(refused.err).code, refused.err).toBe(code);
      expect(refused.err).not.toMatch(/\n\s+at /);
    }
    expect((await run("show", folder, "--as", "host", "--json", ...later)).out).toBe(before.out);
  });

  it("[CM2] misuse exits with 2 and says what to write", async () => {
    for (const flags of [
      ["nothing"],
      ["owed"],
      ["owed", istanbul, "--as", "nobody"],
      ["act", istanbul, "x"],
      ["clone", "http://[", "x"],
      ["serve", istanbul, "--port", "x"],
      [],
    ]) {
      const { code, out, err } = await run(...flags);
      expect(code, flags.join(" ")).toBe(2);
      expect(out).toBe("");
      expect(err).not.toMatch(/\n\s+at /);
    }
    for (const flags of [
      ["owed", join(place, "none")],
      ["verify", place],
      ["show", istanbul, "nonsense"],
    ]) {
      const { code, out, err } = await run(...flags);
      expect(code, flags.join(" ")).toBe(1);
      expect(out).toBe("");
      expect(err).toMatch(/\([a-z]+\.[a-z_]+\)\n$/);
    }
  });

  it("[CM14] a second process that would write is refused in words", async () => {
    const folder = ownCopy();
    const { atDesk } = await import("./desk.ts");
    await atDesk(folder, async () => {
      const file = draft(tabling("A pause"));
      const { code, err } = await run("act", folder, file, "--key", keyIn(folder, "a-negotiator"));
      expect(code).toBe(1);
      expect(err).toContain("already open for writing");
      expect((await run("owed", folder, "--as", "host")).code).toBe(0);
    });
  });
});

const manyTerms = Array.from({ length: 40 }, (_, i) => ({
  key: `t${i}`,
  type: "text",
  words: "x".repeat(3_900),
})).map((term, i) => ({ ...term, key: `term_${i}` }));
