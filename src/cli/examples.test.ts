import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run, temporaryFolder } from "./testing/run.ts";

const place = temporaryFolder();
afterAll(() => rmSync(place, { recursive: true }));

describe("examples", () => {
  it("[CM41] demo builds the example that is asked for: every act of it is admitted, and its copies verify", async () => {
    const folder = join(place, "exchange");
    const built = await run("demo", folder, "--example", "exchange-1200", "--json");
    expect(built.code, built.err).toBe(0);
    const copy = join(place, "copy");
    await run("export", folder, copy, "--as", "exchange-b");
    const verified = await run("verify", copy, "--json");
    expect(verified.code, verified.err).toBe(0);
    const show = async (subject: string) =>
      JSON.parse((await run("show", folder, subject, "--as", "exchange-b", "--json")).out);
    const held = (await show("lists")).filter((one: { kind: string }) => one.kind === "held");
    expect(held.map((one: { status: string }) => one.status)).toEqual(["frozen", "frozen"]);
    const text = (await run("show", folder, "tranches", "--as", "party-a")).out;
    expect(text).toContain("carried out");
    const line = (await run("show", folder, "lineday", "--as", "operator")).out;
    expect(line.match(/receipt: joint/g)).toHaveLength(2);
    expect(line).toMatch(/came 311, did not 1, open 0, still owed 1/);
    const owed = (await run("owed", folder, "--as", "host")).out;
    expect(owed).toMatch(/901 persons: 1,200 pledged at least, 299 at most delivered/);
  });

  it("[CM41] refuses an example that there is not, in words", async () => {
    const refused = await run("demo", join(place, "none"), "--example", "nothing");
    expect([refused.code, refused.err.includes("istanbul-2025, exchange-1200")]).toEqual([2, true]);
  });
});
