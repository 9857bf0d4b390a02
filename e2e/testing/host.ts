import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Office } from "#record";

const root = join(import.meta.dirname, "..", "..");

/** A real server on a free port of the loopback: of a demonstration, or of a process that is yet to be founded. */
export type DemonstrationHost = {
  readonly address: string;
  readonly link: (office: Office) => string;
  /** The data folder, for commands on it while the server is stopped. */
  readonly folder: string;
  /** Ends the server without a word, as a power cut would; the folder stays. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port; the links are new. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts one; `npm start` with a data folder of its own, of the Istanbul talks where no other example is named. */
export function startDemonstration(
  example?: "exchange-1200" | "truce-36",
  env: Settings = {},
): Promise<DemonstrationHost> {
  return startHost(example === undefined ? [] : ["--example", example], env);
}

/** What whoever runs the host sets for it. */
type Settings = Readonly<Record<string, string>>;

/** Starts one with nothing in it; its one link is that of the host's head. */
export function startEmpty(): Promise<DemonstrationHost> {
  return startHost(["--empty"]);
}

async function startHost(flags: readonly string[], env: Settings = {}): Promise<DemonstrationHost> {
  const folder = await mkdtemp(join(tmpdir(), "parley-e2e-"));
  const data = join(folder, "data");
  let running = await start(data, "0", flags, env);
  return {
    get address() {
      return running.address;
    },
    link: (office) => {
      const found = running.links.get(office);
      if (found === undefined) throw new Error(`The server has printed no link for ${office}.`);
      return found;
    },
    folder: data,
    kill: () => end(running.child, "SIGKILL"),
    restart: async () => {
      running = await start(data, new URL(running.address).port, flags, env);
    },
    stop: async () => {
      await end(running.child, "SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Running = {
  readonly child: ChildProcess;
  readonly address: string;
  readonly links: ReadonlyMap<string, string>;
};

function start(data: string, port: string, flags: readonly string[], env: Settings): Promise<Running> {
  const program = join(root, "src/cli/main.ts");
  const child = spawn(process.execPath, [program, "start", "--port", port, "--json", ...flags], {
    cwd: root,
    env: { ...process.env, ...env, PARLEY_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString("utf8");
  });
  return new Promise((served, failed) => {
    child.once("exit", () => failed(new Error(`The server ended before it served: ${errors}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const whole = wholeOf(said);
      if (!whole) return;
      const local = (url: string) => url.replace("127.0.0.1", "localhost");
      const links = whole.links.map(({ office, link }) => [office, local(link)] as const);
      served({ child, address: local(whole.address), links: new Map(links) });
    });
  });
}

// The server prints one JSON object and goes on running.
function wholeOf(text: string) {
  try {
    return JSON.parse(text) as { address: string; links: { office: string; link: string }[] }; // as serve prints it
  } catch {
    return undefined; // not all of it has come
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}
