import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);

export type PostgresBinaries = {
  /** Where `postgres`, `initdb` and `pg_ctl` are. */
  readonly folder: string;
  /** In its own words, as "PostgreSQL 15.18". */
  readonly version: string;
};

/** A private server over a temporary folder, reached through a socket in that folder only, with fsync on. */
export type PostgresServer = {
  readonly url: string;
  readonly binaries: PostgresBinaries;
  /**
   * Ends the server without a checkpoint: its first process by SIGKILL, as a failing machine would (the rest of it
   * then ends by itself), or all of it by SIGQUIT, as `pg_ctl stop -m immediate` does.
   */
  crash(signal?: "SIGKILL" | "SIGQUIT"): Promise<void>;
  /** Starts it again over the same data. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
};

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** The newest server on this machine: in PATH, where Debian puts it, or where pg_config says. */
export async function findPostgres(): Promise<PostgresBinaries | undefined> {
  const folders = [...(process.env.PATH ?? "").split(":"), ...debianFolders(), ...(await configFolders())];
  for (const folder of folders) {
    if (folder === "" || !["postgres", "initdb"].every((name) => existsSync(join(folder, name)))) continue;
    return binariesIn(folder);
  }
  return undefined;
}

export async function binariesIn(folder: string): Promise<PostgresBinaries> {
  const { stdout } = await run(join(folder, "postgres"), ["--version"]);
  const number = stdout.match(/\d+(\.\d+)*/)?.[0];
  if (number === undefined) throw new Error(`${folder}/postgres does not say its version: "${stdout}".`);
  return { folder, version: `PostgreSQL ${number}` };
}

function debianFolders(): string[] {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, "bin"));
}

async function configFolders(): Promise<string[]> {
  try {
    const { stdout } = await run("pg_config", ["--bindir"]);
    return [stdout.trim()];
  } catch {
    // pg_config is a part of the developers' package and is often not there
    return [];
  }
}

/** Makes a cluster of its own and starts it. It is ended with this process, unless that is killed. */
export async function startPostgres(binaries: PostgresBinaries): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "parley-pg-"));
  const owner = serverUser();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (server === undefined) {
      const started = spawnServer(binaries, folder, data, owner);
      if (await isReady(started.process, urlOf(folder), deadline)) server = started.process;
      // after a crash the old server's processes need a moment to end before a new one may start
      else if (Date.now() > deadline) throw new Error(`PostgreSQL did not start:\n${started.said()}`);
      else await pause(LOOK_EVERY_MS);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = server;
    server = undefined;
    if (ended !== undefined) await endProcess(ended, signal);
  };
  const endAtOnce = () => {
    server?.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", endAtOnce);
  const stop = async () => {
    process.removeListener("exit", endAtOnce);
    await end("SIGINT");
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    const flags = ["-D", data, "-U", "parley", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
    await run(join(binaries.folder, "initdb"), flags, { ...owner, cwd: folder });
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(folder), binaries, start, stop, crash: (signal = "SIGKILL") => end(signal) };
}

const urlOf = (folder: string): string => `postgres://parley@${encodeURIComponent(folder)}:5432/postgres`;

/** PostgreSQL refuses to run as root; root runs it as the first of these users that there is. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const found = users.find(([name]) => name === wanted);
    if (found !== undefined) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.");
}

function spawnServer(
  binaries: PostgresBinaries,
  folder: string,
  data: string,
  owner: { uid: number; gid: number } | undefined,
) {
  const settings = [
    "listen_addresses=",
    "port=5432",
    `unix_socket_directories=${folder}`,
    "fsync=on",
    "max_connections=200",
  ];
  const flags = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const started = spawn(join(binaries.folder, "postgres"), flags, {
    ...owner,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  started.stderr.on("data", (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  return { process: started, said: () => said };
}

/** False when the server ended by itself, or did not answer in time and was ended. */
async function isReady(server: ChildProcess, url: string, deadline: number): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    if (await answers(url)) return true;
    if (Date.now() > deadline) await endProcess(server, "SIGKILL");
    else await pause(LOOK_EVERY_MS);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  // the connection may break again while the server is still starting
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    // not ready yet: the caller asks again
    return false;
  } finally {
    await client.end();
  }
}

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  const late = setTimeout(() => child.kill("SIGQUIT"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(late);
}
