import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { toBase64 } from "#ledger";
import { HttpHost, SignedProcess } from "#server/testing";
import { openSqlite } from "#store";
import { Buckets } from "./guard.ts";

const followers = 500;
const actsPerSecond = 200;
const seconds = 60;

/**
 * 500 replicas on the feed and 200 acts a second for a minute, over the loopback: how long from post to seen. Then as
 * many posts as 64 authors can send. Checks its own answers: every follower saw every act once and in order.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  console.log(`server · ${cpus()[0]?.model} × ${cpus().length} · load ${loadavg()[0]?.toFixed(2)}`);
  const store = await openSqlite(join(folder, "parley.db"));
  const signed = await SignedProcess.founded(store);
  const host = await HttpHost.of(signed, {
    limits: { acts: new Buckets(1e9, 1e9), signIns: new Buckets(10, 10) },
  });
  try {
    const url = await host.app.listen({ host: "127.0.0.1", port: 0 });
    const cookie = await host.cookie("host");
    const bodies = await makeBodies(signed, actsPerSecond * seconds);
    await followAndPost(url, cookie, bodies);
    await postMany(url, cookie, await makeBodies(signed, 10_000));
  } finally {
    await host.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function followAndPost(url: string, cookie: string, bodies: readonly string[]): Promise<void> {
  const script = join(import.meta.dirname, "../testing/many-followers.ts");
  const flags = [script, url, cookie, "internal-host", String(followers), String(bodies.length)];
  const child = spawn(process.execPath, flags, { stdio: ["pipe", "pipe", "inherit"] });
  await said(child, "connected");
  const before = process.memoryUsage().rss;
  const posted = new Array<number>(bodies.length).fill(0);
  const start = performance.now();
  const under: Promise<void>[] = [];
  for (const body of bodies) {
    const due = start + (under.length / actsPerSecond) * 1_000;
    const early = due - performance.now();
    if (early > 1) await new Promise((done) => setTimeout(done, early));
    under.push(postOne(url, cookie, body, posted));
  }
  await Promise.all(under);
  await new Promise((done) => setTimeout(done, 2_000));
  const answer = said(child, "}");
  child.stdin?.end(JSON.stringify(posted));
  const result = JSON.parse(await answer);
  if (result.lost + result.doubled + result.skipped > 0 || result.seen !== followers * bodies.length)
    throw new Error(`The followers did not see every act once: ${JSON.stringify(result)}`);
  const ms = (n: number) => `${n.toFixed(0)} ms`;
  console.log(`  ${followers} followers, ${actsPerSecond} acts/s for ${seconds} s, from post to seen:`);
  console.log(
    `    median ${ms(result.median)}, 99 % within ${ms(result.p99)}, longest ${ms(result.most)}; load ${loadavg()[0]?.toFixed(2)}`,
  );
  console.log(`    memory of the server ${mb(before)} before, ${mb(process.memoryUsage().rss)} after`);
}

async function postOne(url: string, cookie: string, body: string, posted?: number[]): Promise<void> {
  const at = performance.timeOrigin + performance.now();
  const headers = { cookie, "content-type": "application/json" };
  const answer = await fetch(`${url}/api/acts`, { method: "POST", headers, body });
  const { seq } = (await answer.json()) as { seq?: number }; // as the contract says
  if (!answer.ok || seq === undefined) throw new Error(`A post was answered with ${answer.status}.`);
  if (posted) posted[seq] = at;
}

async function postMany(url: string, cookie: string, bodies: readonly string[]): Promise<void> {
  const start = performance.now();
  let next = 0;
  const author = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++])
      await postOne(url, cookie, body);
  };
  await Promise.all(Array.from({ length: 64 }, author));
  const rate = bodies.length / ((performance.now() - start) / 1_000);
  console.log(
    `  posts by 64 authors, each answered after its sync: ${rate.toFixed(0)}/s over ${bodies.length}`,
  );
}

// Said by the host in its own room: 500 followers of one office are the case to measure.
async function makeBodies(signed: SignedProcess, many: number): Promise<string[]> {
  const bodies: string[] = [];
  for (let i = 0; i < many; i++) {
    const draft = {
      room: "internal-host",
      kind: "issue.opened",
      payload: { title: `Issue ${i}`, words: "x".repeat(200) },
    } as const;
    const { act, signatures } = await signed.signed("host", draft);
    bodies.push(JSON.stringify({ act: toBase64(act), signatures }));
  }
  return bodies;
}

async function said(child: ChildProcess, end: string): Promise<string> {
  let text = "";
  while (!text.trimEnd().endsWith(end)) {
    const [chunk] = await once(child.stdout ?? child, "data");
    text += chunk;
  }
  return text;
}

function mb(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}
