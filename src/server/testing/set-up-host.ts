import type { FastifyInstance } from "fastify";
import { type SetUpDraft, type SetUpOperationName, setUpOperations } from "#api";
import { sign, toBase64 } from "#ledger";
import { principals } from "#record";
import { opening } from "#record/testing";
import { lotCommitment } from "#replica";
import type { Store } from "#store";
import { createApp } from "../http/app.ts";
import { Feed } from "../http/feed.ts";
import { Buckets } from "../http/guard.ts";
import { Sessions } from "../http/sessions.ts";
import type { Served } from "../http/set-up.ts";
import { Registry } from "../registry.ts";
import { foundProcess } from "../set-up/found.ts";
import { newSecret } from "../set-up/secret.ts";
import { SetUp, type SetUpOptions } from "../set-up/set-up.ts";
import { beginSetUp, type Role, setUpState } from "../set-up/state.ts";
import { keyFor } from "./signed-process.ts";

export const headKey = (role: string) => keyFor(`set-up/${role}`);
export const publicKeyOf = (role: string) => toBase64(headKey(role).publicKey);
export const nonceOf = (role: string) => toBase64(keyFor(`set-up/nonce/${role}`).seed);

/** What the host of a test writes. */
export function draftFor(changed: Partial<SetUpDraft> = {}): SetUpDraft {
  const { title, hostName, host, parties, heads, languages } = opening();
  const row = ({ label, zone }: typeof host) => ({ label, zone });
  return {
    process: "two-rivers",
    title,
    hostName,
    host: row(host),
    parties: { a: row(parties.a), b: row(parties.b) },
    heads: heads.map(({ office }) => ({ office, head: publicKeyOf(office) })),
    languages,
    ...changed,
  };
}

/** What a head brings when he joins. */
export function joiningOf(role: string) {
  const head = publicKeyOf(role);
  return { head, commitment: lotCommitment({ head, nonce: nonceOf(role) }) };
}

/** The answer of an operation: its JSON, which a test looks into. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of nine shapes
export type Answer = { readonly status: number; readonly json: any; readonly body: string };

/** A server that begins in set-up, over a real store, with what it keeps in the test's hands. */
export class SetUpHost {
  readonly store: Store;
  /** What would stand in set-up.json. */
  kept = "";
  /** All that the server has logged. */
  readonly logged: string[] = [];
  readonly secrets: Record<Role, string> = { host: "", "party-a": "", "party-b": "" };
  now = Date.parse("2025-07-01T12:00:00Z");
  /** What stands in the way of keeping or founding, where a test wants that. */
  breakAt: "keep" | "found" | "settle" | undefined;
  readonly #changed: Partial<SetUpOptions<Served>>;
  #isSettled = false;
  #app: FastifyInstance | undefined;
  #setUp: SetUp<Served> | undefined;

  private constructor(store: Store, changed: Partial<SetUpOptions<Served>>) {
    this.store = store;
    this.#changed = changed;
  }

  static async begun(store: Store, changed: Partial<SetUpOptions<Served>> = {}): Promise<SetUpHost> {
    const made = new SetUpHost(store, changed);
    const { secret, hash } = newSecret();
    made.secrets.host = secret;
    made.kept = JSON.stringify(beginSetUp(hash));
    await made.start();
    return made;
  }

  get app(): FastifyInstance {
    if (!this.#app) throw new Error("The server is not started.");
    return this.#app;
  }

  get registry(): Registry {
    const registry = this.#setUp?.served?.host.registry;
    if (!registry) throw new Error("The process is not founded.");
    return registry;
  }

  /** Starts the server over what is kept, as a start of the command does. */
  async start(): Promise<void> {
    const options: SetUpOptions<Served> = {
      logKey: keyFor("log").publicKey,
      keep: async (state) => {
        if (this.breakAt === "keep") throw new Error("The disk took nothing.");
        this.kept = JSON.stringify(state);
      },
      found: async ({ process, hostName, envelope }) => {
        if (this.breakAt === "found") throw new Error("The process could not be opened.");
        const registry = await foundProcess(this.#place(process, hostName), envelope);
        if (this.breakAt === "settle") throw new Error("The folder could not be described.");
        this.#isSettled = true;
        return this.#serve(registry);
      },
      now: () => this.now,
      limit: new Buckets(10_000, 10_000),
      ...this.#changed,
    };
    const state = setUpState.parse(JSON.parse(this.kept));
    const { draft } = state;
    const served =
      this.#isSettled && draft
        ? await this.#serve(await this.#reopened(draft.process, draft.hostName))
        : undefined;
    this.#setUp = await SetUp.open(options, state, served);
    await this.#setUp.goOn();
    const log = (_: string, error: unknown) => {
      this.logged.push(String(error instanceof Error ? error.stack : error));
    };
    this.#app = createApp({ setUp: this.#setUp, version: "0.0.0", log });
  }

  async stop(): Promise<void> {
    await this.#setUp?.served?.feed.close();
    await this.#app?.close();
    await this.#setUp?.served?.host.registry.close();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** An operation with the secret of a role, or with another. */
  async ask(
    name: SetUpOperationName,
    as: Role | { readonly secret: string },
    body: object = {},
  ): Promise<Answer> {
    const { method, path } = setUpOperations[name];
    const secret = typeof as === "string" ? this.secrets[as] : as.secret;
    const answer = await this.app.inject({ method, url: path, payload: { secret, ...body } });
    return { status: answer.statusCode, json: answer.json(), body: answer.body };
  }

  /** As ask, and throws where it is refused. */
  async must(name: SetUpOperationName, as: Role, body: object = {}): Promise<Answer> {
    const answer = await this.ask(name, as, body);
    if (answer.status !== 200) throw new Error(`${name} by ${as}: ${answer.body}`);
    return answer;
  }

  async code(
    name: SetUpOperationName,
    as: Role | { readonly secret: string },
    body: object = {},
  ): Promise<string> {
    return (await this.ask(name, as, body)).json.code;
  }

  /** The host writes and invites. */
  async invite(draft: SetUpDraft = draftFor()): Promise<void> {
    await this.must("writeSetUp", "host", { draft });
    const { json } = await this.must("inviteHeads", "host", { roles: ["party-a", "party-b"] });
    for (const { role, secret } of json.invitations as { role: Role; secret: string }[])
      this.secrets[role] = secret;
  }

  async join(): Promise<void> {
    for (const role of principals) await this.must("joinSetUp", role, joiningOf(role));
  }

  async reveal(): Promise<void> {
    for (const role of principals) await this.must("revealNonce", role, { nonce: nonceOf(role) });
  }

  /** All that comes before the signatures. */
  async toSigning(draft: SetUpDraft = draftFor()): Promise<void> {
    await this.invite(draft);
    await this.join();
    await this.reveal();
  }

  /** A head's signature over the text that he is shown. */
  async signature(role: Role, key: string = role): Promise<string> {
    const { act } = (await this.must("readFounding", role)).json;
    return toBase64(sign(headKey(key), new Uint8Array(Buffer.from(act, "base64"))));
  }

  async sign(role: Role): Promise<Answer> {
    return this.must("signFounding", role, { signature: await this.signature(role) });
  }

  async found(draft: SetUpDraft = draftFor()): Promise<void> {
    await this.toSigning(draft);
    for (const role of principals) await this.sign(role);
  }

  #place(process: string, hostName: string) {
    return { store: this.store, process, hostName, logKey: keyFor("log"), now: () => this.now };
  }

  async #reopened(process: string, hostName: string): Promise<Registry> {
    return Registry.open(this.#place(process, hostName));
  }

  async #serve(registry: Registry): Promise<Served> {
    const now = () => this.now;
    return {
      host: {
        registry,
        store: this.store,
        sessions: new Sessions(this.store, registry.process, now),
        origin: "https://talks.example",
        demonstration: undefined,
        now,
        limits: { acts: new Buckets(1_000, 1_000), signIns: new Buckets(1_000, 1_000) },
      },
      feed: await Feed.open(this.store, registry.process),
    };
  }
}
