import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { toBase64 } from "#ledger";
import { SignedProcess } from "#server/testing";
import { openSqlite } from "#store";

const followers = 500;
const actsPerSecond = 200;
const seconds = 60;
const lookEverySeconds = 10;
const testing = join(import.meta.dirname, "../testing");

/**
 * 500 replicas on the feed and 200 acts a second for a minute, over the loopback: how long from post to seen, and what
 * the server holds in memory meanwhile. Then as many posts as 64 authors can send. Server, followers and authors are
 * processes of their own. Checks its own answers: every follower saw every act once and in order.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  console.log(`server · ${cpus()[0]?.model} × ${cpus().length} · load ${loadavg()[0]?.toFixed(2)}`);
  const server = await BenchServer.start(join(folder, "parley.db"));
  try {
    const signed = await SignedProcess.founded(await openSqlite(join(folder, "authors.db"))); // the same keys and seats
    await server.postAll(await makeBodies(signed, 2_000)); // warm-up
    await followAndPost(server, await makeBodies(signed, actsPerSecond * seconds));
    await postMany(server, await makeBodies(signed, 10_000));
    await signed.store.close();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

type Memory = {
  readonly rss: number;
  /** What is in use on the heap and in buffers. */
  readonly held: number;
};

/** The server as a process of its own. */
class BenchServer {
  readonly url: string;
  readonly cookie: string;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(
    child: ChildProcess,
    lines: AsyncIterator<string>,
    at: { readonly url: string; readonly cookie: string },
  ) {
    this.#child = child;
    this.#lines = lines;
    this.url = at.url;
    this.cookie = at.cookie;
  }

  static async start(file: string): Promise<BenchServer> {
    const flags = ["--expose-gc", join(testing, "bench-server.ts"), file];
    const child = spawn(process.execPath, flags, { stdio: ["pipe", "pipe", "inherit"] });
    if (!child.stdout) throw new Error("The server's output is not read.");
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return new BenchServer(child, lines, await nextJson(lines));
  }

  /** What the server holds; after a garbage collection where that is asked for. */
  memory(when: "now" | "collected"): Promise<Memory> {
    this.#child.stdin?.write(`${when}\n`);
    return nextJson(this.#lines);
  }

  async post(body: string, posted?: number[], first = 0): Promise<void> {
    const at = performance.timeOrigin + performance.now();
    const headers = { cookie: this.cookie, "content-type": "application/json" };
    const answer = await fetch(`${this.url}/api/acts`, { method: "POST", headers, body });
    const { seq } = (await answer.json()) as { seq?: number }; // as the contract says
    if (!answer.ok || seq === undefined) throw new Error(`A post was answered with ${answer.status}.`);
    if (posted) posted[seq - first] = at;
  }

  /** Posts by 64 authors, each waiting for its answer. */
  async postAll(bodies: readonly string[]): Promise<void> {
    let next = 0;
    const author = async () => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await this.post(body);
    };
    await Promise.all(Array.from({ length: 64 }, author));
  }

  async stop(): Promise<void> {
    this.#child.stdin?.end();
    await once(this.#child, "exit");
  }
}

async function followAndPost(server: BenchServer, bodies: readonly string[]): Promise<void> {
  const first = 2_000; // after the warm-up
  const count = first + bodies.length;
  const script = join(testing, "many-followers.ts");
  const flags = [script, server.url, server.cookie, "internal-host", String(followers), String(count)];
  const child = spawn(process.execPath, flags, { stdio: ["pipe", "pipe", "inherit"] });
  await said(child, "connected");
  const before = await server.memory("collected");
  const rss: number[] = [before.rss];
  const posted = new Array<number>(bodies.length).fill(0);
  const start = performance.now();
  const under: Promise<void>[] = [];
  for (const body of bodies) {
    const due = start + (under.length / actsPerSecond) * 1_000;
    const early = due - performance.now();
    if (early > 1) await new Promise((done) => setTimeout(done, early));
    under.push(server.post(body, posted, first));
    if (under.length % (actsPerSecond * lookEverySeconds) === 0) rss.push((await server.memory("now")).rss);
  }
  await Promise.all(under);
  await new Promise((done) => setTimeout(done, 2_000));
  const after = await server.memory("collected");
  const answer = said(child, "}");
  child.stdin?.end(JSON.stringify([...new Array<number>(first).fill(0), ...posted]));
  const result = JSON.parse(await answer);
  if (result.lost + result.doubled + result.skipped > 0 || result.seen !== followers * bodies.length)
    throw new Error(`The followers did not see every act once: ${JSON.stringify(result)}`);
  const ms = (n: number) => `${n.toFixed(0)} ms`;
  console.log(`  ${followers} followers, ${actsPerSecond} acts/s for ${seconds} s, from post to seen:`);
  console.log(
    `    median ${ms(result.median)}, 99 % within ${ms(result.p99)}, longest ${ms(result.most)}; load ${loadavg()[0]?.toFixed(2)}`,
  );
  console.log(`    resident memory of the server every ${lookEverySeconds} s: ${rss.map(mb).join(", ")}`);
  const each = (after.held - before.held) / bodies.length;
  console.log(
    `    in use after collection: ${mb(before.held)} before, ${mb(after.held)} after: ${each.toFixed(0)} bytes an act`,
  );
}

async function postMany(server: BenchServer, bodies: readonly string[]): Promise<void> {
  const start = performance.now();
  await server.postAll(bodies);
  const rate = bodies.length / ((performance.now() - start) / 1_000);
  console.log(
    `  posts by 64 authors, each answered after its sync: ${rate.toFixed(0)}/s over ${bodies.length}; load ${loadavg()[0]?.toFixed(2)}`,
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

async function nextJson<T>(lines: AsyncIterator<string>): Promise<T> {
  const { value, done } = await lines.next();
  if (done) throw new Error("The server ended by itself.");
  return JSON.parse(value) as T; // as bench-server.ts says it
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
