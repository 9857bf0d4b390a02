import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type Cosigner,
  cosign,
  cosigner,
  cosigningKeyFromSeed,
  formatVerifierKey,
  parseNote,
  sha256,
  verifierOf,
  withSignatures,
} from "#ledger";
import type { Store } from "#store";
import { type Place, sqliteBackend } from "#store/testing";
import { bodies, HttpHost, SignedProcess } from "../testing/index.ts";

const witness = (name: string): Cosigner =>
  cosigner(`parley-witness/${name}/w`, cosigningKeyFromSeed(sha256(new TextEncoder().encode(name))));
const [a, b] = [witness("party-a"), witness("party-b")];
let place: Place;
let store: Store;
let process: SignedProcess;
let host: HttpHost;

beforeAll(async () => {
  place = await sqliteBackend.place();
  store = await place.open();
  const witnesses = [
    { office: "party-a" as const, key: formatVerifierKey(verifierOf(a)) },
    { office: "party-b" as const, key: formatVerifierKey(verifierOf(b)) },
  ];
  process = await SignedProcess.founded(store, {}, { witnesses });
  host = await HttpHost.of(process);
});
afterAll(async () => {
  await host.close();
  await store.close();
  await place.remove();
});

async function cosignNewest(by: Cosigner): Promise<number> {
  const log = process.log("humanitarian");
  const head = await store.latestCheckpoint(log);
  if (!head) throw new Error("Something was said.");
  const note = new TextEncoder().encode(head.note);
  const cosigned = withSignatures(note, [cosign(parseNote(note).text, by, process.now)]);
  await store.putCheckpointNote(log, head.size, new TextDecoder().decode(cosigned), head.note);
  return head.size;
}

async function cosignedSizes(): Promise<number[]> {
  const { rooms } = (await host.ask("party-a", "GET", "/api/rooms")).json();
  const { cosigned } = rooms.find((one: { room: string }) => one.room === "humanitarian");
  return cosigned.map((note: string) => Number(note.split("\n")[1]));
}

it("[HT61] gives for each witness the newest head that he has cosigned", async () => {
  const say = () => process.say("party-a", bodies(3));
  await say();
  expect(await cosignedSizes()).toEqual([]);
  expect(await cosignNewest(a)).toBe(1);
  await say();
  expect(await cosignedSizes()).toEqual([1]);
  await cosignNewest(b);
  await say();
  expect(await cosignedSizes()).toEqual([2, 1]);
  for (let i = 0; i < 3; i++) {
    await cosignNewest(a);
    await say();
  }
  expect(await cosignedSizes()).toEqual([5, 2]);
});
