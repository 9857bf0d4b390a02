import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { sessionCookie } from "#api";
import type { Office } from "#record";

const command = new URL("../../cli/main.ts", import.meta.url).pathname;

/** A host's folder with the demonstration in it, in a place of its own; with an address, its record is in that database. */
export async function demonstrationFolder(databaseUrl?: string): Promise<{ path: string; remove(): void }> {
  const place = mkdtempSync(join(tmpdir(), "parley-real-"));
  const path = join(place, "istanbul");
  await promisify(execFile)(process.execPath, [command, "demo", path, "--json"], {
    env: environment(databaseUrl),
  });
  return { path, remove: () => rmSync(place, { recursive: true }) };
}

/** A new database on the test's server, and the way to remove it. */
export async function newDatabase(serverUrl: string): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `real_${crypto.randomUUID().replaceAll("-", "")}`;
  const execute = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await execute(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => execute(`drop database ${name} with (force)`) };
}

/** A port that is free now: a server that is started again keeps its address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A port was asked for.");
  return address.port;
}

/** `parley serve` as a process of its own. */
export class RealServer {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #text = "";
  #errors = "";

  constructor(folder: string, port: number, databaseUrl?: string) {
    this.url = `http://127.0.0.1:${port}`;
    const flags = ["serve", folder, "--port", `${port}`, "--address", "127.0.0.1", "--no-web", "--json"];
    this.#child = spawn(process.execPath, [command, ...flags], {
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(databaseUrl),
    });
    this.#child.stdout?.on("data", (chunk: Buffer) => {
      this.#text += chunk;
    });
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#errors += chunk;
    });
    this.#ended = once(this.#child, "close");
  }

  /** Waits until it listens; answers the secrets of the demonstration's sign-in links. */
  async listens(): Promise<ReadonlyMap<Office, string>> {
    while (!this.#text.endsWith("\n}\n")) {
      if (this.#child.exitCode !== null) throw new Error(`The server ended by itself:\n${this.#errors}`);
      await Promise.race([once(this.#child.stdout ?? this.#child, "data"), this.#ended]);
    }
    const { links } = JSON.parse(this.#text) as { links: { office: Office; link: string }[] }; // as serve prints
    return new Map(links.map(({ office, link }) => [office, link.slice(link.lastIndexOf(":") + 1)]));
  }

  /** What it said of bugs. */
  get errors(): string {
    return this.#errors;
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** Tells it to stop; answers its exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill("SIGTERM");
    await this.#ended;
    return this.#child.exitCode;
  }
}

/** Signs in to an office of the demonstration; answers the cookie. */
export async function signIn(url: string, office: Office, secret: string): Promise<string> {
  const answer = await fetch(`${url}/api/session/demonstration`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ office, secret }),
  });
  const [cookie] = answer.headers.getSetCookie();
  const value = cookie?.split(";")[0];
  if (!answer.ok || !value?.startsWith(sessionCookie))
    throw new Error(`The sign-in to ${office} was answered with ${answer.status}.`);
  return value;
}

// Without the test runner's own options, which a server of its own does not know.
function environment(databaseUrl: string | undefined): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, PARLEY_DATABASE_URL: __, ...kept } = process.env;
  return databaseUrl === undefined ? kept : { ...kept, PARLEY_DATABASE_URL: databaseUrl };
}
