// Run by the bench as a process of its own: a served process on SQLite. Says where it listens and with which cookie;
// to each line on standard input it answers with what it holds in memory: node --expose-gc bench-server.ts FILE
import { createInterface } from "node:readline";
import { openSqlite } from "#store";
import { Buckets } from "../http/guard.ts";
import { HttpHost, SignedProcess } from "./index.ts";

const [file = ""] = process.argv.slice(2);
const unbounded = () => new Buckets(1e9, 1e9);
const store = await openSqlite(file);
const signed = await SignedProcess.founded(store);
signed.now = Date.now();
setInterval(() => {
  signed.now = Date.now(); // the host's clock
}, 1).unref();
const host = await HttpHost.of(signed, { limits: { acts: unbounded(), signIns: unbounded() } });
const url = await host.app.listen({ host: "127.0.0.1", port: 0 });
say({ url, cookie: await host.cookie("host") });

for await (const line of createInterface({ input: process.stdin })) {
  const { rss } = process.memoryUsage();
  if (line === "collected") await collect();
  const { heapUsed, external } = process.memoryUsage();
  say({ rss, held: heapUsed + external });
}
await host.close();
await store.close();

// Twice: what a finalizer lets go of is free only then.
async function collect(): Promise<void> {
  for (let i = 0; i < 2; i++) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 50));
  }
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
