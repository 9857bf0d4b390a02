import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { toBase64 } from "#ledger";
import type { Act } from "#record";
import { sealedPaper } from "#record/testing";
import type { Store } from "#store";
import { type Place, sqliteBackend } from "#store/testing";
import { Follower, HttpHost, SignedProcess, signedBy } from "../testing/index.ts";

const papers = 400;
const random = seededRandom(46);
let place: Place;
let process: SignedProcess;
let host: HttpHost;
let url: string;
let rowsRead = 0;

/** A room of papers as long as they may be: 24 MB, which go over the wire as 32 MB. */
beforeAll(async () => {
  place = await sqliteBackend.place();
  process = await SignedProcess.founded(await place.open());
  for (let i = 0; i < papers; i++) {
    const paper = sealedPaper({ now: process.now, ids: random }, "party-a", "internal-a");
    const act = { ...paper, sealed: { ...paper.sealed, file: toBase64(random.bytes(45_000)) } } as Act; // as before
    await process.registry.submit(signedBy(process, act, process.registry));
  }
  const { store } = process;
  const counting: Store = {
    ...store,
    async *read(log, from, limit) {
      for await (const row of store.read(log, from, limit)) {
        rowsRead += 1;
        yield row;
      }
    },
  };
  process.store = counting;
  host = await HttpHost.of(process);
  url = await host.app.listen({ host: "127.0.0.1", port: 0 });
}, 300_000);
afterAll(async () => {
  await host.close();
  await process.store.close();
  await place.remove();
});

describe("a reader who is far behind", () => {
  it("[HT46] is sent all that he lacks, however long its entries are", async () => {
    const follower = await Follower.of(url, await host.cookie("party-a"));
    await expect.poll(() => follower.size("internal-a"), { timeout: 60_000 }).toBe(papers);
    expect(follower.misplaced).toBe(0);
    await follower.leave();
  });

  it("[HT46] is sent it no faster than he reads: what he lacks is not held for him", async () => {
    rowsRead = 0;
    const headers = { cookie: await host.cookie("party-a") };
    const answer = await new Promise<IncomingMessage>((done) =>
      get(`${url}/api/feed`, { headers }, (got) => done(got.pause())),
    );
    let before = -1;
    while (rowsRead !== before) {
      before = rowsRead;
      await new Promise((done) => setTimeout(done, 400));
    }
    expect(rowsRead).toBeLessThan(papers / 2); // the sockets of both sides hold some megabytes
    answer.resume();
    await expect.poll(() => rowsRead, { timeout: 60_000 }).toBeGreaterThanOrEqual(papers);
    answer.destroy();
  });
});
