import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demonstration, keyIn, tabling } from "./testing/demonstration.ts";
import { data, run } from "./testing/run.ts";

const { place, ownCopy, draft } = demonstration();

describe("keys and seats", () => {
  it("[CM8] a key file is its owner's alone and never overwritten", async () => {
    const file = join(place, "new.key.json");
    const made = await data<{ public: string }>("key", "new", file, "--as", "party-a", "--member", "a-third");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, "utf8");
    const again = await run("key", "new", file, "--as", "party-a");
    expect([again.code, readFileSync(file, "utf8")]).toEqual([1, before]);
    expect(made.public).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it("[CM9] a head grants and revokes seats and passes its office on", async () => {
    const folder = ownCopy();
    const device = join(place, "device.key.json");
    await data("key", "new", device, "--as", "party-b", "--member", "b-third");
    const say = () => run("act", folder, draft(tabling("A pause")), "--key", device, "--json");
    expect(JSON.parse((await say()).err).code).toBe("act.seat_unknown");
    const seat = (verb: string, head: string, ...flags: string[]) =>
      run("seat", verb, folder, "--head", head, "--key", device, "--json", ...flags);
    const wrong = await seat("grant", keyIn(folder, "party-a-head"), "--title", "Adviser");
    expect([wrong.code, JSON.parse(wrong.err).details.rule]).toEqual([1, "PE3"]);
    expect((await seat("grant", keyIn(folder, "party-b-head"), "--title", "Adviser")).code).toBe(0);
    expect((await say()).code).toBe(0);
    const head = join(place, "head-b.key.json");
    await data("key", "new", head, "--as", "party-b", "--use", "head");
    const passed = await run(
      "seat",
      "replace-head",
      folder,
      "--head",
      keyIn(folder, "party-b-head"),
      "--key",
      head,
      "--reason",
      "Turnover",
    );
    expect(passed.code, passed.err).toBe(0);
    expect((await seat("revoke", keyIn(folder, "party-b-head"), "--reason", "Left")).code).toBe(1);
    expect((await seat("revoke", head, "--reason", "Left")).code).toBe(0);
    expect(JSON.parse((await say()).err).code).toBe("act.seat_revoked");
    const verified = await run("verify", folder);
    expect(verified.code, verified.err).toBe(0);
  });

  it("[CM16] open founds a process with three signatures, and leaves no folder without them", async () => {
    const keys = await Promise.all(
      (["host", "party-a", "party-b"] as const).map(async (office) => {
        const file = join(place, `${office}.head.json`);
        return {
          office,
          file,
          public: (await data<{ public: string }>("key", "new", file, "--as", office, "--use", "head"))
            .public,
        };
      }),
    );
    const label = (en: string) => ({ en, uk: en, ru: en, tr: en });
    const row = (office: string, zone: string) => ({
      label: label(office),
      zone,
      head: keys.find((key) => key.office === office)?.public,
    });
    const founding = {
      title: label("Talks"),
      hostName: "host.example",
      host: row("host", "Europe/Istanbul"),
      parties: { a: row("party-a", "Europe/Kyiv"), b: row("party-b", "Europe/Istanbul") },
      order: ["b", "a"],
      heads: [],
      witnesses: [],
      languages: ["en"],
      demonstration: false,
    };
    const folder = join(place, "own-process");
    const flags = ["open", folder, draft(founding), "--process", "own-talks", "--key"];
    const [host, a, b] = keys.map((key) => key.file);
    if (!host || !a || !b) throw new Error("There are three keys.");
    expect((await run(...flags, host, a)).code).toBe(2);
    expect((await run(...flags, host, a, a)).code).toBe(1);
    expect(existsSync(folder)).toBe(false);
    const opened = await run(...flags, host, a, b);
    expect(opened.code, opened.err).toBe(0);
    expect((await run("verify", folder)).code).toBe(0);
    expect((await run("owed", folder)).out).not.toContain("Demonstration");
  });
});
