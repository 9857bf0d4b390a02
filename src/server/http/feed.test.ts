import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { toBase64 } from "#ledger";
import { type Office, type Room, readableRooms } from "#record";
import type { Store } from "#store";
import { type Place, sqliteBackend } from "#store/testing";
import { Follower, HttpHost, SignedProcess } from "../testing/index.ts";
import { cursorOf, parseCursor } from "./feed.ts";

let place: Place;
let store: Store;
let process: SignedProcess;
let host: HttpHost;
let url: string;

const said = { plenary: 0, public: 0, "internal-host": 0 };
const say = (room: keyof typeof said) =>
  room === "public"
    ? process.say("host", {
        room,
        kind: "statement.captured",
        payload: {
          speaker: { name: "N. N.", capacity: "Speaker" },
          occasion: "Briefing",
          verbatim: `Words ${said[room]++}`,
          language: "en",
          original: true,
          source: { kind: "own_record", publisher: "Secretariat" },
        },
      })
    : process.say("host", {
        room,
        kind: "issue.opened",
        payload: { title: `Issue ${said[room]++}`, words: "x" },
      });

const follow = async (office: Office, after?: string) =>
  Follower.of(url, office === "public" ? undefined : await host.cookie(office), after);
const until = async (isTrue: () => boolean) => {
  for (let i = 0; i < 400 && !isTrue(); i++) await new Promise((done) => setTimeout(done, 10));
};
const sizes = (follower: Follower, rooms: readonly Room[]) => rooms.map((room) => follower.size(room));
const heads = (rooms: readonly Room[]) => rooms.map((room) => process.registry.head(room).size);

beforeAll(async () => {
  place = await sqliteBackend.place();
  store = await place.open();
  process = await SignedProcess.founded(store);
  host = await HttpHost.of(process);
  url = await host.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await host.close();
  await store.close();
  await place.remove();
});

describe("the feed", () => {
  it("[HT7] gives every entry once and in order, to those who were there and those who come", async () => {
    const early = await follow("party-a");
    const rooms = readableRooms("party-a");
    for (let i = 0; i < 30; i++)
      await say(i % 3 === 0 ? "plenary" : i % 3 === 1 ? "public" : "internal-host");
    const late = await follow("party-a");
    await Promise.all(Array.from({ length: 40 }, (_, i) => say(i % 2 === 0 ? "plenary" : "public")));
    for (const follower of [early, late]) {
      await until(() => sizes(follower, rooms).join() === heads(rooms).join());
      expect(sizes(follower, rooms)).toEqual(heads(rooms));
      expect(follower.misplaced).toBe(0);
    }
    expect(early.entries.get("plenary")).toEqual(late.entries.get("plenary"));
    await Promise.all([early.leave(), late.leave()]);
  });

  it("[HT7] goes on where it broke off, whenever it breaks", async () => {
    const random = seededRandom(11);
    const rooms = readableRooms("host");
    let after = "";
    const seen = new Map<Room, number>();
    const saying = (async () => {
      for (let i = 0; i < 120; i++) await say(random.pick(["plenary", "public", "internal-host"]));
    })();
    for (let i = 0; i < 12; i++) {
      const follower = await follow("host", after);
      follower.onEntry = (room, seq) => {
        expect(seq, `${room} after ${after}`).toBe(seen.get(room) ?? 0);
        seen.set(room, seq + 1);
      };
      await new Promise((done) => setTimeout(done, random.below(60)));
      await follower.leave();
      expect(follower.misplaced).toBe(0);
      after = follower.lastId || after;
    }
    await saying;
    const last = await follow("host", after);
    await until(() => sizes(last, rooms).join() === heads(rooms).join());
    expect(sizes(last, rooms)).toEqual(heads(rooms));
    await last.leave();
  });

  it("[HT3] gives an office nothing of rooms that it does not read, not even their sizes", async () => {
    const follower = await follow("public");
    await say("internal-host");
    await say("plenary");
    await say("public");
    await until(() => follower.size("public") === process.registry.head("public").size);
    expect([...follower.entries.keys()].toSorted()).toEqual(["process", "public"]);
    expect(follower.lastId).toBe(
      `process:${process.registry.head("process").size},public:${process.registry.head("public").size}`,
    );
    await follower.leave();
  });

  it("[HT60] says with the last of some entries by which head they stand", async () => {
    const follower = await follow("host");
    await until(() => follower.size("plenary") === process.registry.head("plenary").size);
    follower.heads.clear();
    for (let i = 0; i < 3; i++) await say("plenary");
    await until(() => follower.size("plenary") === process.registry.head("plenary").size);
    const { size, root } = process.registry.head("plenary");
    const lines = follower.heads.get("plenary")?.split("\n");
    expect(lines?.slice(0, 3)).toEqual(["parley.example/two-rivers/plenary", String(size), toBase64(root)]);
    await follower.leave();
    const late = await follow("host");
    await until(() => late.heads.has("plenary"));
    expect(late.heads.get("plenary")).toBe(lines?.join("\n"));
    await late.leave();
  });

  it("[HT7] lets go of those who leave", async () => {
    await until(() => host.feed.followers === 0); // those of the tests before
    const before = host.feed.followers;
    const followers = await Promise.all(Array.from({ length: 20 }, () => follow("monitor")));
    await until(() => host.feed.followers === before + 20);
    expect(host.feed.followers).toBe(before + 20);
    await Promise.all(followers.map((one) => one.leave()));
    await until(() => host.feed.followers === before);
    expect(host.feed.followers).toBe(before);
  });

  it("[HT7] reads cursors of any kind", () => {
    const readable = ["plenary", "public"] as const;
    expect(cursorOf(parseCursor("plenary:12,public:40", readable))).toBe("plenary:12,public:40");
    for (const text of [
      undefined,
      "",
      "x",
      "plenary",
      "plenary:-1",
      "plenary:1e3",
      "host-b:7",
      "plenary:99999999999999999",
    ])
      expect(cursorOf(parseCursor(text, readable)), text).toBe("plenary:0,public:0");
  });
});
