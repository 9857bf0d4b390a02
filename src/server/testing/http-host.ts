import type { FastifyInstance } from "fastify";
import { sessionCookie } from "#api";
import { type Office, offices } from "#record";
import { createApp } from "../http/app.ts";
import { Feed } from "../http/feed.ts";
import { Buckets } from "../http/guard.ts";
import type { Host } from "../http/host.ts";
import type { Pages } from "../http/pages.ts";
import { keyIdOf } from "../http/seat-requests.ts";
import { Sessions } from "../http/sessions.ts";
import type { SignedProcess } from "./signed-process.ts";

const secrets: ReadonlyMap<Office, string> = new Map(
  offices.map((office) => [office, `secret of ${office}`]),
);

/** Where browsers find the host of a test. */
export const defaultOrigin = "https://talks.example";

/** A signed process served over HTTP, and sessions of its offices. */
export class HttpHost {
  readonly app: FastifyInstance;
  readonly feed: Feed;
  readonly #cookies = new Map<Office, string>();

  private constructor(app: FastifyInstance, feed: Feed) {
    this.app = app;
    this.feed = feed;
  }

  static async of(process: SignedProcess, changed: Partial<Host> = {}, pages?: Pages): Promise<HttpHost> {
    const { registry, store } = process;
    const feed = await Feed.open(store, process.process);
    const now = () => process.now;
    const host: Host = {
      registry,
      store,
      sessions: new Sessions(store, process.process, now),
      origin: defaultOrigin,
      demonstration: secrets,
      certify: (office, key, recipient) => certify(process, office, key, recipient),
      now,
      limits: { acts: new Buckets(10_000, 10_000), signIns: new Buckets(1_000, 1_000) },
      ...changed,
    };
    const log = (_: string, error: unknown) => console.error(error);
    return new HttpHost(createApp({ host, feed, version: "0.0.0", log, ...(pages ? { pages } : {}) }), feed);
  }

  /** A request as an office; the public has no session. */
  async ask(office: Office, method: "GET" | "POST" | "PUT" | "DELETE", url: string, payload?: unknown) {
    const cookie = office === "public" ? undefined : await this.cookie(office);
    const isBytes = payload instanceof Uint8Array;
    return this.app.inject({
      method,
      url,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(payload === undefined
          ? {}
          : { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
      },
      ...(payload === undefined ? {} : { payload: isBytes ? Buffer.from(payload) : JSON.stringify(payload) }),
    });
  }

  async cookie(office: Office): Promise<string> {
    const held = this.#cookies.get(office);
    if (held) return held;
    const answer = await this.app.inject({
      method: "POST",
      url: "/api/session/demonstration",
      payload: { office, secret: secrets.get(office) },
    });
    const [found] = answer.cookies.filter((one) => one.name === sessionCookie);
    if (!found) throw new Error(`No session for ${office}: ${answer.body}`);
    const cookie = `${sessionCookie}=${found.value}`;
    this.#cookies.set(office, cookie);
    return cookie;
  }

  async close(): Promise<void> {
    await this.feed.close();
    await this.app.close();
  }
}

async function certify(process: SignedProcess, office: Office, key: string, recipient: string | undefined) {
  const member = `${office}-web-${keyIdOf(key).slice(0, 8)}`;
  const payload = { office, member, key, title: "visitor", ...(recipient ? { recipient } : {}) };
  const draft = { room: "process", kind: "seat.granted", payload } as const;
  await process.registry.submit(await process.signed(office, draft, [process.head(office)], "head"));
  return member;
}
