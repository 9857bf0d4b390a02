import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a command printed and how it ended. */
export type Run = { readonly code: number; readonly out: string; readonly err: string };

const parley = join(import.meta.dirname, "../../../parley");

/** Runs `parley` as its user does, in a process of its own. */
export async function run(...flags: readonly string[]): Promise<Run> {
  const child = spawn(parley, flags, { stdio: ["ignore", "pipe", "pipe"] });
  const chunks = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    chunks.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    chunks.err += text;
  });
  const [code] = await once(child, "close");
  return { code: typeof code === "number" ? code : 1, ...chunks };
}

/** Runs a command that must succeed, and answers its JSON. */
export async function data<T>(...flags: readonly string[]): Promise<T> {
  const { code, out, err } = await run(...flags, "--json");
  if (code !== 0) throw new Error(`parley ${flags.join(" ")} ended with ${code}: ${err}`);
  return JSON.parse(out) as T; // the test that asks says what it expects
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "parley-cli-"));
}

/** A server on a free port of the loopback, and how to stop it. */
export async function serve(
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{
  readonly address: string;
  readonly links: ReadonlyMap<string, string>;
  stop(): Promise<number>;
}> {
  const child = spawn(parley, [...flags, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  let text = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    text += chunk;
    if (text.includes("\n}\n")) break; // the whole JSON value
  }
  const said: { address: string; links: { office: string; link: string }[] } = JSON.parse(text);
  return {
    address: said.address,
    links: new Map(said.links.map(({ office, link }) => [office, link])),
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode; // stopped before
      child.kill("SIGTERM");
      const [code] = await once(child, "exit");
      return typeof code === "number" ? code : 1;
    },
  };
}
