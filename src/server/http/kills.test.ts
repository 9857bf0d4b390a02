import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Client } from "#api";
import { seededRandom } from "#base";
import { sameBytes, verifyReceipt } from "#ledger";
import { type Office, processOf, readableRooms, rooms } from "#record";
import { readAs, roomVerifier, verifySource } from "#replica";
import { testDatabaseUrl } from "#store/testing";
import {
  anything,
  demonstrationFolder,
  freePort,
  LastingFollower,
  newDatabase,
  RealAuthor,
  RealServer,
  signIn,
  sourceOf,
} from "../testing/index.ts";

const kills = { sqlite: 30, postgres: 10 };
const speakers = [
  ["host-secretary", "host"],
  ["a-negotiator", "party-a"],
  ["b-negotiator", "party-b"],
  ["a-press", "press-a"],
  ["b-press", "press-b"],
] as const;
const listeners: readonly Office[] = ["host", "party-a", "press-b", "public"];

describe("a served process whose server is killed again and again", () => {
  it(`[HT43] SQLite: over ${kills.sqlite} kills nothing acknowledged is lost, and no follower misses or doubles an entry`, async () => {
    await killAgainAndAgain(kills.sqlite);
  }, 600_000);

  it.skipIf(testDatabaseUrl === undefined)(
    `[HT43] PostgreSQL: over ${kills.postgres} kills nothing acknowledged is lost, and no follower misses or doubles an entry`,
    async () => {
      const database = await newDatabase(testDatabaseUrl ?? "");
      await killAgainAndAgain(kills.postgres, database.url);
      await database.remove();
    },
    600_000,
  );
});

async function killAgainAndAgain(rounds: number, databaseUrl?: string): Promise<void> {
  const random = seededRandom(43);
  const folder = await demonstrationFolder(databaseUrl);
  const port = await freePort();
  const started = () => new RealServer(folder.path, port, databaseUrl);
  let server = started();
  const { url } = server;
  const secrets = await server.listens();
  const cookies = new Map<Office, string>();
  for (const [, office] of speakers)
    cookies.set(office, await signIn(url, office, secrets.get(office) ?? ""));
  const { process } = await new Client(url).call("readProcess");
  const authors = speakers.map(
    ([member, office]) => new RealAuthor(folder.path, member, process, cookies.get(office) ?? ""),
  );
  const followers = listeners.map((office) => new LastingFollower(office, cookies.get(office), () => url));
  let isOver = false;
  const speaking = authors.map(async (author) => {
    for (let n = 0; !isOver; n++) await author.say(anything(author.author.office, n), () => url);
  });
  for (let round = 0; round < rounds; round++) {
    if (random.below(6) > 0) {
      await server.listens(); // and else it is killed while it starts
      await pause(100 + random.below(700));
    } else await pause(random.below(400));
    await server.kill();
    server = started();
  }
  await server.listens();
  await pause(300);
  isOver = true;
  await Promise.all(speaking);
  const acknowledged = authors.reduce((sum, author) => sum + author.acknowledged.length, 0);
  const replayed = authors.reduce((sum, author) => sum + author.replayed.length, 0);
  const resumed = followers.reduce((sum, follower) => sum + follower.connections - 1, 0);
  await judge(url, cookies, authors, followers);
  expect(await server.stop()).toBe(0);
  expect(server.errors).toBe("");
  expect(acknowledged).toBeGreaterThan(rounds * 5);
  expect(resumed).toBeGreaterThan(rounds);
  console.log(
    `${rounds} kills: ${acknowledged} acts acknowledged, ${replayed} whose answer was lost and that stood in the log, ` +
      `${resumed} times a follower came again`,
  );
  folder.remove();
}

/** Compares what authors and followers were told with the record as it is served in the end, which must verify. */
async function judge(
  url: string,
  cookies: ReadonlyMap<Office, string>,
  authors: readonly RealAuthor[],
  followers: readonly LastingFollower[],
): Promise<void> {
  const asOffice = (office: Office) => sourceOf(url, cookies.get(office));
  const source = await asOffice("host");
  const { problems } = await verifySource(source);
  expect(problems).toEqual([]);
  const founding = processOf((await readAs(source, "host")).state);
  if (!founding) throw new Error("The process is not open.");
  const logs = new Map<string, Uint8Array[]>();
  for (const room of rooms) logs.set(room, await Array.fromAsync(source.entries(room)));
  for (const { acknowledged, replayed, author } of authors) {
    for (const { id, room, seq, entry, receipt } of acknowledged) {
      const stands = logs.get(room)?.[seq];
      expect(stands && sameBytes(stands, entry), `${author.member} ${id} ${room} ${seq}`).toBe(true);
      const log = roomVerifier(founding, author.process, room);
      expect(verifyReceipt(receipt, entry, { log })).toMatchObject({ kind: "included", index: seq });
    }
    for (const { id, room, seq } of replayed)
      expect(new TextDecoder().decode(logs.get(room)?.[seq]), `${id} ${room} ${seq}`).toContain(id);
  }
  for (const follower of followers) {
    const own = await asOffice(follower.office);
    for (const room of readableRooms(follower.office)) {
      const log = await Array.fromAsync(own.entries(room));
      await expect.poll(() => follower.size(room), { timeout: 20_000 }).toBe(log.length);
      if (logs.get(room)?.length) expect(log.length).toBe(logs.get(room)?.length);
    }
    await follower.leave();
    expect(follower.misplaced).toBe(0);
    for (const [room, received] of follower.entries) {
      const log = await Array.fromAsync(own.entries(room));
      expect(received.length).toBe(log.length);
      expect(
        received.every((entry, seq) => sameBytes(entry, log[seq] ?? new Uint8Array())),
        room,
      ).toBe(true);
    }
  }
}
