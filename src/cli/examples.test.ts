import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exchange1200 } from "../../examples/exchange-1200/index.ts";
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
    const ward = (await run("show", folder, "returns", "--as", "reception-b")).out;
    expect(ward).toMatch(/follow-up after 30 days: date passed/);
    expect(ward).toMatch(/follow-up after a year: done/);
    const finding = exchange1200().acts.find(
      ({ act }) => act.kind === "return.finding_recorded" && act.by.office === "reception-b",
    );
    const found = ["show", folder, finding?.act.id ?? ""] as const;
    expect((await run(...found, "--as", "reception-b")).out).toContain("Pale band around each wrist");
    // the host's whole folder, its sealed rooms included, and a party's copy hold none of it in clear
    for (const place of [folder, copy])
      for (const file of readdirSync(place, { recursive: true, encoding: "utf8" })) {
        if (!statSync(join(place, file)).isFile()) continue;
        const bytes = readFileSync(join(place, file));
        for (const words of ["Pale band around", "return.received", "consent.given"])
          expect(bytes.includes(words), `${file}: ${words}`).toBe(false);
      }
  });

  it("[CM41] refuses an example that there is not, in words", async () => {
    const refused = await run("demo", join(place, "none"), "--example", "nothing");
    expect([refused.code, refused.err.includes("istanbul-2025, exchange-1200")]).toEqual([2, true]);
  });
});
