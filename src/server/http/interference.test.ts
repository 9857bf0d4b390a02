import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { type Office, rooms } from "#record";
import { actIdFrom } from "#replica";
import { sqliteBackend } from "#store/testing";
import { Follower, HttpHost, SignedProcess } from "../testing/index.ts";

type Draft = Parameters<SignedProcess["say"]>[1];

const issueIn = (room: "plenary" | "internal-host", title: string): Draft => ({
  room,
  kind: "issue.opened",
  payload: { title, words: "x" },
});
const proposalIn = (room: "host-b"): Draft => ({
  room,
  kind: "proposal.tabled",
  payload: {
    title: "Hidden",
    terms: [{ key: "words", type: "text", words: "Hidden" }],
    source: { kind: "own_record", publisher: "Secretariat" },
  },
});

const statementOf = (verbatim: string): Draft => ({
  room: "public",
  kind: "statement.captured",
  payload: {
    speaker: { name: "N. N.", capacity: "Speaker" },
    occasion: "Briefing",
    verbatim,
    language: "en",
    original: true,
    source: { kind: "own_record", publisher: "Secretariat" },
  },
});

/** All that an office is sent: each answer's status, headers and body, and the feed. */
async function sent(office: Office, hidden: boolean): Promise<readonly unknown[]> {
  const place = await sqliteBackend.place();
  const process = await SignedProcess.founded(await place.open());
  const host = await HttpHost.of(process);
  const url = await host.app.listen({ host: "127.0.0.1", port: 0 });
  const follower = await Follower.of(url, office === "public" ? undefined : await host.cookie(office));
  const random = seededRandom(5);
  const heads: number[] = [];
  for (let i = 0; i < 12; i++) {
    const id = actIdFrom(random.bytes(16));
    process.now += 60_000;
    if (hidden) {
      await process.say("host", issueIn("internal-host", `Hidden ${i}`));
      await process.say("party-b", proposalIn("host-b"));
    }
    await process.say("host", { ...issueIn("plenary", `Issue ${i}`), id });
    await process.say("host", { ...statementOf(`Words ${i}`), id: actIdFrom(random.bytes(16)) });
    for (let wait = 0; wait < 200 && follower.size("public") <= i; wait++)
      await new Promise((done) => setTimeout(done, 5));
    heads.push(follower.size("public"));
  }
  const asked = [
    "/api/process",
    "/api/rooms",
    "/api/openapi.json",
    `/api/blobs/${"0".repeat(64)}`,
    ...rooms.flatMap((room) => [
      `/api/rooms/${room}/entries`,
      `/api/rooms/${room}/entries?from=5&limit=2`,
      `/api/rooms/${room}/checkpoint`,
      `/api/rooms/${room}/tile/0/000.p/9`,
      `/api/rooms/${room}/tile/entries/000.p/9`,
    ]),
  ];
  const answers: unknown[] = [];
  for (const path of asked) {
    const { statusCode, headers, body } = await host.ask(office, "GET", path);
    answers.push([path, statusCode, { ...headers, date: "" }, body]);
  }
  const refused = await host.ask(office, "POST", "/api/acts", { act: "", signatures: [] });
  answers.push(
    refused.body,
    follower.lastId,
    [...follower.entries].map(([room, kept]) => [room, kept.length]),
    heads,
  );
  await follower.leave();
  await host.close();
  await process.store.close();
  await place.remove();
  return answers;
}

describe("what an office is sent", () => {
  for (const office of ["party-a", "monitor", "public"] as const)
    it(`[HT12] does not depend on rooms that it cannot read: ${office}`, async () => {
      expect(await sent(office, true)).toEqual(await sent(office, false));
    });
});
