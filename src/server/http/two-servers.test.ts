import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "#api";
import { sameBytes, sha256, tilePath, toHex } from "#ledger";
import { type Office, offices, readableRooms } from "#record";
import { readAs, verifySource } from "#replica";
import { testDatabaseUrl } from "#store/testing";
import {
  anything,
  demonstrationFolder,
  freePort,
  issue,
  LastingFollower,
  newDatabase,
  RealAuthor,
  RealServer,
  signIn,
  sourceOf,
} from "../testing/index.ts";

const speakers = [
  ["host-secretary", "host"],
  ["a-negotiator", "party-a"],
  ["b-negotiator", "party-b"],
  ["a-press", "press-a"],
] as const;
const actsEach = 40;

describe.skipIf(testDatabaseUrl === undefined)("two servers over one database", () => {
  let database: Awaited<ReturnType<typeof newDatabase>>;
  let folder: Awaited<ReturnType<typeof demonstrationFolder>>;
  let servers: RealServer[];
  const cookies = new Map<Office, string>();
  let authors: RealAuthor[];

  beforeAll(async () => {
    database = await newDatabase(testDatabaseUrl ?? "");
    folder = await demonstrationFolder(database.url);
    cpSync(folder.path, `${folder.path}-2`, { recursive: true }); // keys and description; the record is one
    servers = [await start(""), await start("-2")];
    const [one, two] = servers as [RealServer, RealServer]; // as just made
    const secrets = [await one.listens(), await two.listens()];
    for (const [i, [, office]] of speakers.entries()) {
      const at = i % 2; // half of them signed in here, half there
      const secret = secrets[at]?.get(office) ?? "";
      cookies.set(office, await signIn(servers[at]?.url ?? "", office, secret));
    }
    const { process } = await new Client(one.url).call("readProcess");
    authors = speakers.map(
      ([member, office]) => new RealAuthor(folder.path, member, process, cookies.get(office) ?? ""),
    );
  }, 300_000);
  afterAll(async () => {
    for (const server of servers) await server.stop();
    folder.remove();
    await database.remove();
  });

  async function start(suffix: string): Promise<RealServer> {
    return new RealServer(`${folder.path}${suffix}`, await freePort(), database.url);
  }
  const urls = () => servers.map((server) => server.url);
  const author = (office: Office) => authors.find((one) => one.author.office === office) as RealAuthor; // one of the speakers

  it("[HT44] take acts of the same sessions alternately, and one that comes to both once", async () => {
    const followers = urls().map((url) => new LastingFollower("host", cookies.get("host"), () => url));
    const speaking = authors.map(async (one, k) => {
      for (let n = 0; n < actsEach; n++)
        await one.say(anything(one.author.office, n), () => urls()[(n + k) % 2] ?? "");
    });
    await Promise.all(speaking);
    for (let n = 0; n < 10; n++) {
      const { id, body } = author("party-a").signed(issue(`Sent to both, ${n}.`));
      const answers = await Promise.all(urls().map((url) => author("party-a").send(body, url)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409)?.json;
      expect([refused?.code, refused?.details]).toEqual([
        "act.replayed",
        { id, seq: answers.find(({ status }) => status === 200)?.json.seq },
      ]);
    }
    expect(authors.map((one) => one.acknowledged.length)).toEqual(speakers.map(() => actsEach));
    const source = await sourceOf(urls()[0] ?? "", cookies.get("host"));
    for (const room of readableRooms("host")) {
      const log = await Array.fromAsync(source.entries(room));
      for (const follower of followers) {
        await expect.poll(() => follower.size(room), { timeout: 20_000 }).toBe(log.length);
      }
    }
    for (const follower of followers) {
      await follower.leave();
      expect(follower.misplaced).toBe(0);
      for (const [room, received] of follower.entries) {
        const log = await Array.fromAsync(source.entries(room));
        expect(
          received.every((entry, seq) => sameBytes(entry, log[seq] ?? new Uint8Array())),
          room,
        ).toBe(true);
      }
    }
  }, 300_000);

  it("[HT44] each serves at once what the other has taken: heads, tiles and blobs", async () => {
    const [one, two] = urls() as [string, string]; // two servers
    const headers = { cookie: cookies.get("party-a") ?? "" };
    const get = async (url: string) => (await fetch(url, { headers })).status;
    const { state } = await readAs(await sourceOf(one, headers.cookie), "party-a");
    const bytes = new TextEncoder().encode("a list of persons");
    const digest = toHex(sha256(bytes));
    const put = { method: "PUT", headers: { ...headers, "content-type": "application/octet-stream" } };
    expect((await fetch(`${one}/api/blobs/${digest}`, { ...put, body: bytes })).status).toBe(200);
    expect(await get(`${two}/api/blobs/${digest}`)).toBe(404); // not named yet
    const document = {
      round: [...state.talks.rounds.keys()].at(-1),
      title: "A list",
      to: ["party-b"],
      at: "2025-07-01",
      blob: { digest, bytes: bytes.length, mediaType: "text/plain" },
      source: { kind: "own_record", publisher: "Secretariat" },
    };
    await author("party-a").say(
      { room: "plenary", kind: "document.handed_over", payload: document },
      () => one,
    );
    expect(await get(`${two}/api/blobs/${digest}`)).toBe(200);
    for (let n = 0; n < 10; n++) {
      const [here, there] = n % 2 ? [one, two] : [two, one];
      await author("party-a").say(issue(`One more, ${n}.`), () => here);
      const seq = author("party-a").acknowledged.at(-1)?.seq ?? 0;
      const last = { index: Math.floor(seq / 256), width: (seq % 256) + 1 };
      for (const level of [0, "entries"] as const)
        expect(await get(`${there}/api/rooms/plenary/${tilePath({ level, ...last })}`)).toBe(200);
    }
  });

  it("[HT44] the one goes on when the other is killed, and both then hold the same", async () => {
    const [, second] = servers as [RealServer, RealServer]; // as made above
    let isGone = false;
    const speaking = authors.map(async (one, k) => {
      for (let n = 0; n < actsEach; n++)
        await one.say(anything(one.author.office, n), () => urls()[isGone ? 0 : (n + k) % 2] ?? "");
    });
    await expect
      .poll(() => author("host").acknowledged.length, { timeout: 20_000 })
      .toBeGreaterThan(actsEach + 5);
    isGone = true;
    await second.kill();
    await Promise.all(speaking);
    servers[1] = await start("-2");
    await servers[1].listens();
    for (const office of offices.filter((one) => cookies.has(one) || one === "public")) {
      const [here, there] = await Promise.all(urls().map((url) => sourceOf(url, cookies.get(office))));
      if (!here || !there) throw new Error("Two servers were asked.");
      expect(await there.rooms()).toEqual(await here.rooms());
      expect((await readAs(there, office)).state).toEqual((await readAs(here, office)).state);
      expect((await verifySource(there)).problems).toEqual([]);
    }
    for (const server of servers) expect(server.errors).toBe("");
  }, 300_000);

  it("[HT45] a folder is not served without its record: in another database, or in none", async () => {
    const empty = await newDatabase(testDatabaseUrl ?? "");
    const inFile = await demonstrationFolder();
    const serving = async (path: string, url: string | undefined) => {
      const server = new RealServer(path, await freePort(), url);
      await expect(server.listens()).rejects.toThrow();
      return JSON.parse(server.errors).code;
    };
    expect(await serving(folder.path, undefined)).toBe("folder.record_missing");
    expect(await serving(folder.path, empty.url)).toBe("registry.rolled_back"); // its witnesses have seen more
    rmSync(join(folder.path, "witnessed.json"));
    expect(await serving(folder.path, empty.url)).toBe("folder.record_missing");
    expect(await serving(inFile.path, database.url)).toBe("folder.record_in_file");
    inFile.remove();
    await empty.remove();
  }, 300_000);
});
