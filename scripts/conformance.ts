/**
 * Lets Go's own sumdb/note and sumdb/tlog judge what #ledger writes, and #ledger what Go writes.
 * Without Go it says so and succeeds, unless PARLEY_REQUIRE_GO=1. Leaves nothing behind.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FromGo, type Judgement, judgeGo } from "./conformance/judge-go.ts";
import { writeLog } from "./conformance/written-log.ts";

const version = spawnSync("go", ["version"], { encoding: "utf8" });
if (version.status === 0) {
  process.exitCode = run(version.stdout.trim());
} else {
  console.log("Conformance was not run: there is no `go` on the PATH.");
  process.exitCode = process.env.PARLEY_REQUIRE_GO === "1" ? 1 : 0;
}

function run(goVersion: string): number {
  const folder = mkdtempSync(join(tmpdir(), "parley-conformance-"));
  try {
    console.log("Writing a log of 70,000 entries ...");
    const log = writeLog(join(folder, "log"));
    console.log(`Building the judge with ${goVersion} ...`);
    const byGo = judgedByGo(folder);
    const byUs = judgeGo(JSON.parse(readFileSync(join(folder, "log/from-go.json"), "utf8")) as FromGo, log); // our own program's file
    const failed = [...(byGo.failed ?? []), ...byUs.failed];
    for (const what of failed.slice(0, 50)) console.log(`FAILED: ${what}`);
    console.log(`${byGo.passed + byUs.passed} passed, ${failed.length} failed`);
    console.log(
      failed.length === 0
        ? `Go and Parley accept each other's notes, tiles and proofs (${byGo.passed} checks by Go, ${byUs.passed} by Parley), and refuse each lie.`
        : "Go and Parley do not agree.",
    );
    return failed.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds and runs the Go program; modules, cache and binary stay in the folder. */
function judgedByGo(folder: string): Judgement {
  const source = join(folder, "source");
  mkdirSync(source);
  for (const name of ["main.go", "go.mod", "go.sum"]) {
    copyFileSync(new URL(`./conformance/${name}`, import.meta.url), join(source, name));
  }
  const env = {
    ...process.env,
    GOPATH: join(folder, "gopath"),
    GOCACHE: join(folder, "gocache"),
    GOFLAGS: "-modcacherw -mod=readonly",
    GOTOOLCHAIN: "local",
  };
  const ran = spawnSync("go", ["run", ".", join(folder, "log")], {
    cwd: source,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (ran.status !== 0) throw new Error(`The Go program ended with ${ran.status ?? ran.signal}.`);
  return JSON.parse(ran.stdout) as Judgement; // our own program's output
}
