import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { Client } from "#api";
import { readPages } from "#server";
import { bodies, HttpHost, SignedProcess } from "#server/testing";
import { openSqlite } from "#store";
import { memoryKeep } from "./memory-keep.ts";
import { Replica } from "./replica.ts";
import type { BenchPage } from "./testing/bench-page.ts";
import { writeLargeRecord } from "./testing/large-record.ts";

const count = 100_000;
const rounds = 3;
const newActs = 30;
const office = "party-a";

/**
 * A replica of a record of 100,000 acts, in Node and in a browser: its first sync over the loopback, opening from what
 * it keeps, and how soon it tells of a new act. Checks its own answers: every act is read, and nothing is refused.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  console.log(`replica · ${cpus()[0]?.model} × ${cpus().length} · load ${loadavg()[0]?.toFixed(2)}`);
  try {
    const file = join(folder, "parley.db");
    const store = await openSqlite(file);
    const signed = await SignedProcess.founded(store);
    await writeLargeRecord(signed, store, count);
    await signed.open();
    const host = await HttpHost.of(signed, {}, await readPages(await buildPage(folder)));
    const url = await host.app.listen({ host: "127.0.0.1", port: 0 });
    try {
      await inNode(signed, host, url);
      await inBrowser(signed, host, url, folder);
    } finally {
      await host.close();
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inNode(signed: SignedProcess, host: HttpHost, url: string): Promise<void> {
  const cookie = await host.cookie(office);
  const client = new Client(url, (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } }),
  ); // as the client writes them
  const options = { client, now: () => signed.now, office, process: signed.process } as const;
  const [shown, opened]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const keep = memoryKeep();
    const replica = await Replica.open({ ...options, keep });
    const start = performance.now();
    replica.start();
    while (replica.status !== "current") await new Promise((done) => setTimeout(done, 2));
    shown?.push(performance.now() - start);
    await replica.stop();
    const again = performance.now();
    const { state } = await Replica.open({ ...options, keep });
    opened?.push(performance.now() - again);
    if (state.entries.size < count) throw new Error(`${state.entries.size} acts were read.`);
  }
  print(`Node: first sync of ${count} acts until shown (ms)`, shown ?? []);
  print("Node: opening from memory (ms)", opened ?? []);
}

async function inBrowser(signed: SignedProcess, host: HttpHost, url: string, folder: string): Promise<void> {
  const profile = join(folder, "profile");
  const [shown, verified, opened]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    await inPage(profile, host, url, async (call) => {
      const synced = await call("sync", `bench-${round}`, office, signed.process);
      shown?.push(synced.shown);
      verified?.push(synced.verified);
      if (synced.acts < count) throw new Error(`${synced.acts} acts were read.`);
      await call("close");
    });
  }
  const told: number[] = [];
  for (let round = 0; round < rounds; round++)
    await inPage(profile, host, url, async (call) => {
      const { opened: time, acts } = await call("open", `bench-${round}`, office, signed.process);
      opened?.push(time);
      if (acts < count) throw new Error(`${acts} acts were read.`);
      await new Promise((done) => setTimeout(done, 1_000));
      for (let i = 1; i <= newActs / rounds; i++) {
        const waiting = call("toldAt", signed.registry.state(office).entries.size + 1);
        await new Promise((done) => setTimeout(done, 200));
        await signed.say("party-b", bodies(i, "b"));
        const recorded = performance.timeOrigin + performance.now();
        told.push((await waiting) - recorded);
      }
      await call("close");
    });
  print(`browser: first sync of ${count} acts until shown (ms)`, shown ?? []);
  print("browser: until all signatures are verified as well (ms)", verified ?? []);
  print("browser: opening from IndexedDB (ms)", opened ?? []);
  print("browser: from recorded at the host to told (ms)", told);
  console.log(`  load ${loadavg()[0]?.toFixed(2)}`);
}

type Call = <N extends keyof BenchPage>(
  name: N,
  ...args: Parameters<BenchPage[N]>
) => Promise<Awaited<ReturnType<BenchPage[N]>>>;

// A browser of its own for each round, so that nothing is warm but the disk.
async function inPage(profile: string, host: HttpHost, url: string, work: (call: Call) => Promise<void>) {
  const context = await launch(profile);
  try {
    const [name = "", value = ""] = (await host.cookie(office)).split("=");
    await context.addCookies([
      { name, value, url: url.replace("http:", "https:"), secure: true, httpOnly: true },
    ]);
    const page: Page = await context.newPage();
    page.on("pageerror", (error) => console.error(error));
    page.on("console", (message) => console.log(`    page: ${message.text()}`));
    await page.goto(url);
    const call: Call = (name, ...args) =>
      page.evaluate(
        // the page's own functions by their names
        ([one, given]) =>
          (
            globalThis as unknown as { parleyBench: Record<string, (...args: unknown[]) => unknown> }
          ).parleyBench[one as string]?.(...(given as unknown[])) as never,
        [name, args] as const,
      );
    await page.waitForFunction(() => "parleyBench" in globalThis);
    await work(call);
  } finally {
    await context.close();
  }
}

async function launch(profile: string): Promise<BrowserContext> {
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs24.x"; // makes the package unpack the libraries it needs
  const { default: chromium } = await import("@sparticuz/chromium");
  const { chromium: playwright } = await import("playwright-core");
  const executablePath = await chromium.executablePath();
  const args = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
  ];
  return playwright.launchPersistentContext(profile, { executablePath, args, headless: true });
}

/** Builds the page of the bench for a browser, and answers the folder in which it lies. */
async function buildPage(folder: string): Promise<string> {
  const outDir = join(folder, "page");
  mkdirSync(outDir);
  const entry = join(import.meta.dirname, "testing/bench-page.ts");
  await build({
    configFile: false,
    root: join(import.meta.dirname, "../../.."),
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2024",
      lib: { entry, formats: ["es"], fileName: "bench" },
    },
  });
  writeFileSync(
    join(outDir, "index.html"),
    '<!doctype html><title>bench</title><script type="module" src="/bench.js"></script>',
  );
  return outDir;
}

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const say = (n: number | undefined) => (n ?? Number.NaN).toFixed(0);
  console.log(`  ${what}: median ${say(median)}, min ${say(sorted[0])}, max ${say(sorted.at(-1))}`);
}
