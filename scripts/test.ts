// `npm test`: the checks of the source, then every test, on SQLite and on a private PostgreSQL.
// `npm test -- src/store` gives its arguments to vitest and leaves the checks out.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findPostgres, type PostgresServer, startPostgres } from "./postgres.ts";

type Counts = { passed: number; failed: number; skipped: number };

const root = join(import.meta.dirname, "..");
const checks: readonly (readonly [string, ...string[]])[] = [
  ["tsc", "--noEmit"],
  ["biome", "check", "."],
  ["knip"],
  ["vite", "build", "--logLevel", "warn"],
];

const asked = process.argv.slice(2).filter((argument) => argument !== "--");
const folder = mkdtempSync(join(tmpdir(), "parley-test-"));
let server: PostgresServer | undefined;
let running: ChildProcess | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, async () => {
    running?.kill("SIGTERM");
    await cleanUp();
    process.exit(1);
  });
}

try {
  process.exitCode = await main();
} finally {
  await cleanUp();
}

async function main(): Promise<number> {
  const failedChecks = asked.length === 0 ? await runChecks() : 0;
  const testedOn = await startServer();
  const counts = await runTests();
  const isServerMissing = server === undefined && process.env.PARLEY_REQUIRE_POSTGRES === "1";
  await cleanUp();

  console.log("");
  if (failedChecks > 0) console.log(`${failedChecks} of the checks above failed; they are counted below.`);
  console.log(testedOn);
  if (isServerMissing) console.log("PARLEY_REQUIRE_POSTGRES=1 asks for it: this counts as a failure.");
  if (counts.passed + counts.failed === 0) console.log("No test ran: this counts as a failure.");
  const failed = counts.failed + failedChecks + (isServerMissing ? 1 : 0);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  console.log(`${counts.passed} passed, ${failed} failed${skipped}`);
  return failed > 0 || counts.passed === 0 ? 1 : 0;
}

async function runChecks(): Promise<number> {
  let failed = 0;
  for (const [command, ...flags] of checks) {
    const startedAt = performance.now();
    const code = await runTool(command, flags);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    console.log(`${code === 0 ? "ok    " : "FAILED"} ${[command, ...flags].join(" ")} (${seconds} s)`);
    if (code !== 0) failed++;
  }
  return failed;
}

/** Starts the server, and answers with the closing line about it. */
async function startServer(): Promise<string> {
  const binaries = await findPostgres();
  if (binaries === undefined) {
    return (
      "Tested on SQLite only: no PostgreSQL was found in PATH, in /usr/lib/postgresql or by pg_config. " +
      "Install its server to test on it too."
    );
  }
  server = await startPostgres(binaries);
  return `Tested on SQLite and on ${binaries.version} (${binaries.folder}).`;
}

async function runTests(): Promise<Counts> {
  const report = join(folder, "report.json");
  const flags = ["run", ...asked, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool("vitest", flags, {
    // hundreds of processes are started of the same code, and many of them killed
    NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "parley"),
    PARLEY_TEST_DATABASE_URL: server?.url,
    PARLEY_TEST_PG_CTL: server && join(server.binaries.folder, "pg_ctl"),
  });
  const counts = existsSync(report) ? countsFrom(report) : { passed: 0, failed: 0, skipped: 0 };
  // a file that cannot be loaded, or an error outside every test, fails the run and no test of it
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

function countsFrom(report: string): Counts {
  // the shape is that of vitest's json reporter, pinned in package.json
  const found = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
  return {
    passed: found.numPassedTests ?? 0,
    failed: found.numFailedTests ?? 0,
    skipped: (found.numPendingTests ?? 0) + (found.numTodoTests ?? 0),
  };
}

/** Runs a tool of node_modules with its output shown; answers with its exit code, 1 if it was killed. */
async function runTool(
  command: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<number> {
  const tools = join(root, "node_modules", ".bin");
  running = spawn(command, flags, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ""}`, ...environment },
  });
  const [code] = await once(running, "exit");
  return typeof code === "number" ? code : 1;
}

async function cleanUp(): Promise<void> {
  const stopped = server;
  server = undefined;
  await stopped?.stop();
  rmSync(folder, { recursive: true, force: true });
}
