import { access } from "node:fs/promises";
import { refuse } from "#base";
import { translator } from "#i18n";
import { randomBytes, toHex } from "#ledger";
import { type Office, processOf, type State, seatedNow } from "#record";
import { Buckets, createApp, Feed, Sessions } from "#server";
import { type Common, languageOf } from "./context.ts";
import { buildIstanbul } from "./demo.ts";
import { atDesk } from "./desk.ts";
import { standardOutput } from "./output.ts";

export type ServeFlags = Common & { readonly port?: string; readonly address?: string };

/** Acts of one session at once and a second; sign-ins of one address likewise. */
const limits = () => ({ acts: new Buckets(200, 50), signIns: new Buckets(20, 0.2) });

/** `parley serve DIR`: serves a process over HTTP until it is told to stop. */
export async function serveCommand(path: string, options: ServeFlags): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const port = portOf(options.port ?? process.env.PARLEY_PORT ?? "8017");
  await atDesk(path, async ({ store, registry }) => {
    const founding = processOf(registry.state("public"));
    const feed = await Feed.open(store, registry.process);
    const demonstration = founding?.demonstration
      ? demonstrationSecrets(registry.state("public"))
      : undefined;
    const app = createApp({
      host: {
        registry,
        store,
        sessions: new Sessions(store, registry.process, Date.now),
        demonstration,
        now: Date.now,
        limits: limits(),
      },
      feed,
      version: "0.1.0",
      log: (reference, error) =>
        process.stderr.write(`${new Date().toISOString()} ${reference} ${describe(error)}\n`),
    });
    const listening = app.listen({ host: options.address ?? "127.0.0.1", port });
    const address = await listening.catch(async (error: NodeJS.ErrnoException) => {
      await feed.close();
      await app.close();
      return refuse("command.usage", {
        reason: `The port ${port} cannot be served: ${error.code}. Name another: --port NUMBER.`,
      });
    });
    const links = [...(demonstration ?? [])].map(([office, secret]) => ({
      office,
      link: `${address}/#sign-in=${office}:${secret}`,
    }));
    out.data({ address, process: registry.process, links });
    out.line(t("serve.at", { address }));
    for (const { office, link } of links) out.line(`  ${office.padEnd(12)} ${link}`);
    await told();
    await feed.close();
    await app.close();
  });
}

/**
 * `parley start`: serves the folder of PARLEY_DATA (./parley-data); a new one gets the Istanbul demonstration.
 */
export async function startCommand(options: ServeFlags): Promise<void> {
  const path = process.env.PARLEY_DATA ?? "./parley-data";
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) await buildIstanbul(path);
  await serveCommand(path, options);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refuse("command.usage", { reason: `"${text}" is no port. Name one from 0 to 65535.` });
  return port;
}

function demonstrationSecrets(state: State): ReadonlyMap<Office, string> {
  const seated = new Set(seatedNow(state.people).map((seat) => seat.office));
  return new Map([...seated].map((office) => [office, toHex(randomBytes(16))]));
}

async function told(): Promise<void> {
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
