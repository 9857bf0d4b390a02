import { access, rm } from "node:fs/promises";
import { refuse } from "#base";
import { translator } from "#i18n";
import { randomBytes, toHex } from "#ledger";
import { type Office, processOf, type State, seatedNow } from "#record";
import { endpointOf } from "#second-reader";
import {
  Buckets,
  createApp,
  Feed,
  type Registry,
  Releases,
  readPages,
  type Served,
  Sessions,
  type SetUp,
} from "#server";
import type { Store } from "#store";
import { certifier } from "./certify.ts";
import type { Common } from "./context.ts";
import { buildExample } from "./demo.ts";
import { atDesk } from "./desk.ts";
import { exampleNamed } from "./examples.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { atSetUp, createSetUp, isInSetUp, type Serve, setUpOf } from "./set-up.ts";
import { webApp } from "./web-app.ts";

export type ServeFlags = Common & {
  readonly port?: string;
  readonly address?: string;
  readonly origin?: string;
  readonly web?: string | false;
};

export type StartFlags = ServeFlags & { readonly empty?: boolean; readonly example?: string };

/** Acts of one session at once and a second; sign-ins of one address likewise. */
const limits = () => ({ acts: new Buckets(200, 50), signIns: new Buckets(60, 1) });

/** `parley serve DIR`: serves a process over HTTP until it is told to stop; one in set-up, until and after it is founded. */
export async function serveCommand(path: string, options: ServeFlags): Promise<void> {
  const { listen, serve } = await listener(path, options);
  if (await isInSetUp(path)) return atSetUp(path, serve, tell, (setUp) => listen({ setUp }, goingOn));
  await atDesk(path, async ({ store, registry }) => {
    if (registry.head("process").size === 0)
      refuse("folder.record_missing", { path, where: "PARLEY_DATABASE_URL" }); // another database than it was made in
    const process = await serve(store, registry);
    const setUp = await setUpOf(path, store, serve, process);
    await listen(setUp ? { setUp } : process, () => ({
      process: registry.process,
      words: "serve.at",
      links: linksOf(process.host.demonstration),
    }));
  });
}

/**
 * `parley start`: serves the folder of PARLEY_DATA (./parley-data); a new one gets a demonstration, that of Istanbul
 * where --example names no other, or, with --empty, a set-up that begins with the host's link.
 */
export async function startCommand(options: StartFlags): Promise<void> {
  const path = process.env.PARLEY_DATA ?? "./parley-data";
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) return serveCommand(path, options);
  if (options.empty) return startSetUp(path, options);
  await buildExample(path, await exampleNamed(options.example));
  await serveCommand(path, options);
}

async function startSetUp(path: string, options: ServeFlags): Promise<void> {
  const { listen, serve } = await listener(path, options);
  const secret = await createSetUp(path);
  let isSaid = false;
  const begun = (): Said => {
    isSaid = true;
    return { process: "", words: "serve.set_up", links: [{ office: "host", fragment: `set-up=${secret}` }] };
  };
  try {
    await atSetUp(path, serve, tell, (setUp) => listen({ setUp }, begun));
  } catch (error) {
    if (!isSaid) await rm(path, { recursive: true, force: true }); // made just now, and its link is lost
    throw error;
  }
}

/** What is said once the server listens: of which process, in which words, with which links. */
type Said = {
  readonly process: string;
  readonly words: "serve.at" | "serve.set_up" | "serve.set_up_goes_on";
  readonly links: readonly { readonly office: Office; readonly fragment: string }[];
};

const goingOn = (): Said => ({ process: "", words: "serve.set_up_goes_on", links: [] });

/** Takes the command's options before anything is opened; answers how to listen until told to stop, and to serve a process. */
async function listener(
  path: string,
  options: ServeFlags,
): Promise<{
  listen: (begun: Served | { readonly setUp: SetUp<Served> }, said: () => Said) => Promise<void>;
  serve: Serve;
}> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const port = portOf(options.port ?? process.env.PARLEY_PORT ?? "8017");
  const pages = await pagesOf(options.web, () => out.line(t("serve.building")));
  const named = options.origin ?? process.env.PARLEY_ORIGIN;
  let origin = originOf(named ?? `http://localhost:${port}`);
  const listen = async (
    begun: Served | { readonly setUp: SetUp<Served> },
    said: () => Said,
  ): Promise<void> => {
    const app = createApp({
      ...begun,
      ...(pages ? { pages } : {}),
      version: "0.1.0",
      log: (reference, error) => tell(error, reference),
    });
    const stop = async () => {
      const process = "setUp" in begun ? begun.setUp.served : begun;
      await process?.releases?.stop();
      await process?.feed.close();
      await app.close();
    };
    const listening = app.listen({ host: options.address ?? "localhost", port });
    const bound = await listening.catch(async (error: NodeJS.ErrnoException) => {
      await stop();
      return refuse("command.usage", {
        reason: `The port ${port} cannot be served: ${error.code}. Name another: --port NUMBER.`,
      });
    });
    if (named === undefined) origin = `http://localhost:${new URL(bound).port}`;
    const address = origin;
    const { process, words, links } = said();
    const whole = links.map(({ office, fragment }) => ({
      office,
      link: `${address}/#${fragment}`,
    }));
    out.data({ address, process, links: whole });
    out.line(t(words, { address }));
    for (const { office, link } of whole) out.line(`  ${office.padEnd(12)} ${link}`);
    await told();
    await stop();
  };
  return { listen, serve: (store, registry) => served(path, store, registry, () => origin) };
}

/** A process as it is served from here. */
async function served(
  path: string,
  store: Store,
  registry: Registry,
  originNow: () => string,
): Promise<Served> {
  const state = registry.state("public");
  const isDemonstration = processOf(state)?.demonstration ?? false;
  const releases = new Releases(registry, Date.now, tell);
  releases.start();
  return {
    releases,
    host: {
      registry,
      store,
      sessions: new Sessions(store, registry.process, Date.now),
      get origin() {
        return originNow(); // with port 0 it is known once the server listens
      },
      demonstration: isDemonstration ? demonstrationSecrets(state) : undefined,
      secondReader: secondReader(),
      ...(isDemonstration ? { certify: certifier(path, registry, store) } : {}),
      now: Date.now,
      limits: limits(),
    },
    feed: await Feed.open(store, registry.process),
  };
}

/** Off unless whoever runs the host names one. */
function secondReader() {
  const { PARLEY_SECOND_READER: address, PARLEY_SECOND_READER_MODEL: model } = process.env;
  return address ? endpointOf(address, model, process.env.PARLEY_SECOND_READER_KEY) : undefined;
}

function linksOf(demonstration: ReadonlyMap<Office, string> | undefined): Said["links"] {
  return [...(demonstration ?? [])].map(([office, secret]) => ({
    office,
    fragment: `sign-in=${office}:${secret}`,
  }));
}

function tell(error: unknown, reference = "set-up"): void {
  process.stderr.write(`${new Date().toISOString()} ${reference} ${describe(error)}\n`);
}

// The web app built in a folder, or here where none is named; none at all where it is not wanted.
async function pagesOf(folder: string | false | undefined, onBuild: () => void) {
  return folder === false ? undefined : await readPages(folder ?? (await webApp(onBuild)));
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    refuse("command.usage", { reason: `"${text}" is no port. Name one from 0 to 65535.` });
  return port;
}

/** Where browsers find this server. Passkeys are bound to it: a name, and HTTPS except on localhost (WebAuthn level 3, section 5.1.3). */
function originOf(text: string): string {
  const { origin, protocol, hostname } = new URL(URL.canParse(text) ? text : "data:");
  const isName = hostname !== "" && !/^[\d.]+$|:/.test(hostname);
  if (!isName || !(protocol === "https:" || (protocol === "http:" && hostname === "localhost")))
    refuse("command.usage", {
      reason: `"${text}" is no origin for passkeys. Name one as https://talks.example.`,
    });
  return origin;
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
