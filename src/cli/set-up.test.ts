import { rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { Client } from "#api";
import {
  newSealIdentity,
  newSigningKey,
  randomBytes,
  type SigningKey,
  sha256,
  sign,
  toBase64,
} from "#ledger";
import { parties, principals } from "#record";
import { composeAct, drawnOrder, hostSource, lotCommitment, signAct, verifySource } from "#replica";
import { Authenticator, draftFor } from "#server/testing";
import { run, serve, temporaryFolder } from "./testing/run.ts";

const place = temporaryFolder();
const running: { stop(): Promise<number> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(place, { recursive: true }));

type Role = (typeof principals)[number];
type Head = { readonly secret: string; readonly key: SigningKey; readonly nonce: string };

const publicKey = ({ key }: Head) => toBase64(key.publicKey);
const headWith = (secret: string): Head => ({
  secret,
  key: newSigningKey(),
  nonce: toBase64(randomBytes(32)),
});
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "base64"));

/** A head with his device, signed in to his office. */
class Seat {
  readonly client: Client;
  readonly #head: Head;
  readonly #device = newSigningKey();
  #office: Role = "host";
  #member = "";
  #process = "";

  constructor(address: string, head: Head) {
    this.client = new Client(address);
    this.#head = head;
  }

  /** Takes the invitation, registers a passkey, and grants the seat with the head's key. */
  async take(): Promise<void> {
    const { invitation, office, member, process } = await this.client.call("receiveInvitation", {
      body: { secret: this.#head.secret },
    });
    this.#office = office;
    this.#member = member;
    this.#process = process;
    const options = await this.client.call("startRegistration", { body: { secret: invitation } });
    const response = new Authenticator(this.client.base).register(options);
    const { recipient } = await newSealIdentity();
    const key = toBase64(this.#device.publicKey);
    await this.client.call("finishRegistration", { body: { secret: invitation, response, key, recipient } });
    await this.say(
      "process",
      "seat.granted",
      { office, member, key, recipient, title: "head of office" },
      this.#head.key,
    );
  }

  async say(room: "process" | "public", kind: string, payload: unknown, key = this.#device) {
    const { rooms } = await this.client.call("listRooms");
    const size = rooms.find((one) => one.room === room)?.size ?? 0;
    const seen = { size, root: await this.#root(room) };
    const draft = {
      room,
      kind,
      payload,
      capacity: "head of office",
      saidAt: new Date().toISOString(),
    } as const;
    const author = { process: this.#process, office: this.#office, member: this.#member };
    const composed = composeAct(draft, author, seen);
    if ("problem" in composed) throw new Error(composed.problem.detail);
    const { act, signatures } = signAct(composed.act, [key]);
    return this.client.call("postAct", { body: { act: toBase64(act), signatures: [...signatures] } });
  }

  async #root(room: "process" | "public"): Promise<Uint8Array> {
    const { checkpoint } = await this.client.call("readEntries", { params: { room } });
    return checkpoint === null ? sha256(new Uint8Array()) : bytesOf(checkpoint.split("\n")[2] ?? "");
  }
}

describe("a process from nothing", () => {
  it("[CM24] three heads found it, take their seats, and say something that a clone proves", async () => {
    const env = { PARLEY_DATA: join(place, "empty") };
    const start = async (...more: string[]) => {
      const started = await serve(["start", "--no-web", ...more], env);
      running.push(started);
      return started;
    };
    let server = await start("--empty");
    let client = new Client(server.address);
    // a restart: the link is still good, and is not shown again
    const restart = async () => {
      expect(await server.stop()).toBe(0);
      server = await start();
      expect(server.links.size).toBe(0);
      client = new Client(server.address);
    };
    const link = server.links.get("host") ?? "";
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#set-up=[0-9a-f]{64}$/);
    const host = headWith(link.split("=")[1] ?? "");
    expect(await client.call("readProcess")).toMatchObject({ setUp: true, process: "" });
    expect((await run("owed", server.address)).err).toContain("The process is not founded yet.");

    await client.call("writeSetUp", { body: { secret: host.secret, draft: draftFor({ heads: [] }) } });
    await restart();
    const { invitations } = await client.call("inviteHeads", {
      body: { secret: host.secret, roles: [...parties] },
    });
    const secretOf = (role: Role) => invitations.find((one) => one.role === role)?.secret ?? "";
    const heads = {
      host,
      "party-a": headWith(secretOf("party-a")),
      "party-b": headWith(secretOf("party-b")),
    };
    for (const role of principals) {
      const { secret, nonce } = heads[role];
      const head = publicKey(heads[role]);
      await client.call("joinSetUp", { body: { secret, head, commitment: lotCommitment({ head, nonce }) } });
    }
    await restart();
    for (const { secret, nonce } of Object.values(heads))
      await client.call("revealNonce", { body: { secret, nonce } });
    const drawn = (role: Role) => ({ head: publicKey(heads[role]), nonce: heads[role].nonce });
    const seen = await client.call("readSetUp", { body: { secret: heads["party-b"].secret } });
    expect(seen.order).toEqual(drawnOrder(drawn("host"), drawn("party-a"), drawn("party-b")));
    for (const { secret, key } of Object.values(heads)) {
      const { act } = await client.call("readFounding", { body: { secret } });
      await client.call("signFounding", { body: { secret, signature: toBase64(sign(key, bytesOf(act))) } });
    }
    expect(await client.call("readProcess")).toMatchObject({
      setUp: false,
      process: "two-rivers",
      demonstration: false,
      fingerprint: seen.fingerprint,
    });

    const seat = new Seat(server.address, heads.host);
    await seat.take();
    const source = { kind: "own_record", publisher: "Secretariat" };
    const said = await seat.say("public", "statement.captured", {
      speaker: { name: "N. N.", capacity: "Speaker" },
      occasion: "Briefing",
      verbatim: "The talks are open.",
      language: "en",
      original: true,
      source,
    });
    const { entries } = await client.call("readEntries", { params: { room: "public" } });
    expect(entries).toEqual([said.entry]);
    await restart();
    const party = new Seat(server.address, heads["party-b"]);
    await party.take();
    expect((await party.client.call("readProcess")).office).toBe("party-b");

    const replica = join(place, "replica");
    const cloned = await run("clone", server.address, replica);
    expect(cloned.code, cloned.err).toBe(0);
    const verified = await run("verify", replica, "--fingerprint", seen.fingerprint);
    expect(verified.code, verified.err).toBe(0);
    const whole = await verifySource(await hostSource(party.client));
    expect(whole.problems).toEqual([]);
    expect(await server.stop()).toBe(0);
    expect((await run("verify", env.PARLEY_DATA)).code).toBe(0);

    const kept = join(env.PARLEY_DATA, "set-up.json");
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    for (const { secret } of Object.values(heads)) expect(await readFile(kept, "utf8")).not.toContain(secret);
  });

  it("[CM24] a folder is in one server's hands, and one that could not be served is not left behind", async () => {
    const env = { PARLEY_DATA: join(place, "held") };
    const server = await serve(["start", "--empty", "--no-web"], env);
    const second = await run("serve", env.PARLEY_DATA, "--no-web", "--port", "0", "--json");
    expect(JSON.parse(second.err).code).toBe("store.in_use");
    const port = new URL(server.address).port;
    process.env.PARLEY_DATA = join(place, "never");
    const failed = await run("start", "--empty", "--no-web", "--port", port);
    delete process.env.PARLEY_DATA;
    expect(failed.code, failed.err).toBe(2);
    expect(() => statSync(join(place, "never"))).toThrow();
    expect(await server.stop()).toBe(0);
  });
});
