import { rmSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { loadConfigFromFile } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "#api";
import { newSealIdentity, newSigningKey, toBase64 } from "#ledger";
import { istanbul as example } from "../../examples/istanbul-2025/index.ts";
import { buildExample } from "./demo.ts";
import { run, serve, temporaryFolder } from "./testing/run.ts";

const root = join(import.meta.dirname, "..", "..");
const place = temporaryFolder();
const folder = join(place, "istanbul");
beforeAll(async () => {
  await buildExample(folder, example);
});
afterAll(() => rmSync(place, { recursive: true }));

describe("serving", () => {
  it("[CM21] a clone from a sign-in link is the office's whole copy", async () => {
    const server = await serve(["serve", folder]);
    try {
      expect(server.address).toMatch(/^http:\/\/localhost:\d+$/);
      const link = server.links.get("party-b") ?? "";
      const replica = join(place, "replica");
      const cloned = await run("clone", link, replica);
      expect(cloned.code, cloned.err).toBe(0);
      const at = ["--as", "party-b", "--at", "2025-11-01T12:00:00Z"];
      expect((await run("show", replica, ...at)).out).toBe((await run("show", link, ...at)).out);
      const anyone = await run("timeline", server.address);
      expect(anyone.out).toBe((await run("timeline", folder, "--as", "public")).out);
      const other = await run("owed", server.address, "--as", "party-a", "--json");
      expect(JSON.parse(other.err).code).toBe("folder.office");
      const wrong = await run("owed", `${server.address}/#sign-in=party-a:${"0".repeat(32)}`, "--json");
      expect(JSON.parse(wrong.err).code).toBe("command.host");
      expect((await run("verify", link)).code).toBe(0);
    } finally {
      expect(await server.stop()).toBe(0);
    }
    const gone = await run("owed", server.address, "--json");
    expect([gone.code, JSON.parse(gone.err).code]).toEqual([1, "command.host"]);
  });

  it("[CM21] the web app is built from any working folder", async () => {
    const loaded = await loadConfigFromFile(
      { command: "build", mode: "production" },
      join(root, "vite.config.ts"),
    );
    expect(isAbsolute(loaded?.config.root ?? "")).toBe(true);
  });

  it("[CM25] a sign-in link of the demonstration gives a device one seat, also after another start", async () => {
    const key = toBase64(newSigningKey().publicKey);
    const { recipient } = await newSealIdentity();
    const members: (string | null)[] = [];
    for (let i = 0; i < 2; i++) {
      const server = await serve(["serve", folder]);
      try {
        const [, secret = ""] = (server.links.get("party-b") ?? "").split("party-b:");
        const client = new Client(server.address);
        const body = { office: "party-b", secret, key, recipient } as const;
        members.push((await client.call("startDemonstrationSession", { body })).member);
        const { session } = await client.call("readProcess");
        expect(session).toMatchObject({ office: "party-b", member: members[0], seated: true });
        expect((await client.call("startAssertion")).rpId).toBe("localhost");
      } finally {
        expect(await server.stop()).toBe(0);
      }
    }
    expect(members[0]).toMatch(/^party-b-web-[0-9a-f]{8}$/);
    expect(members[1]).toBe(members[0]);
    const seats = (await run("show", folder, "people", "--as", "public")).out.match(/Visitor/g);
    expect(seats?.length).toBe(1);
  });

  it("[CM25] no origin to which passkeys cannot be bound is served", async () => {
    for (const origin of [
      "http://talks.example",
      "https://192.0.2.7",
      "talks.example",
      "https://[2001:db8::7]",
    ]) {
      const { code, err } = await run("serve", folder, "--origin", origin, "--json");
      expect([code, JSON.parse(err).code], origin).toEqual([2, "command.usage"]);
    }
  });

  it("[CM21] start makes a new folder the demonstration, and serves it again", async () => {
    const env = { PARLEY_DATA: join(place, "started") };
    const addresses: string[] = [];
    for (let i = 0; i < 2; i++) {
      const server = await serve(["start"], env);
      addresses.push((await run("timeline", server.address)).out);
      expect(await server.stop()).toBe(0);
    }
    expect(addresses[0]).toContain("Istanbul");
    expect(addresses[1]).toBe(addresses[0]);
  });
});
