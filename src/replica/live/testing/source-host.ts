import { Client, wireProblem } from "#api";
import { problem } from "#base";
import { formatBundle, parseTilePath, toBase64 } from "#ledger";
import type { Office, Room } from "#record";
import { readFounding } from "../../founding.ts";
import type { Source } from "../../source.ts";

/** A host that serves whatever record it likes, and tells its followers what it likes. */
export class SourceHost {
  source: Source;
  readonly office: Office;
  /** What was asked, in order. */
  readonly asked: string[] = [];
  /** Answers instead of it, where a test says so. */
  instead: (path: string) => Response | undefined = () => undefined;
  readonly #followers = new Set<ReadableStreamDefaultController<Uint8Array>>();

  constructor(source: Source, office: Office) {
    this.source = source;
    this.office = office;
  }

  get client(): Client {
    return new Client("http://host.example", async (input, init) => {
      const url = new URL(String(input));
      this.asked.push(url.pathname);
      return this.instead(url.pathname) ?? (await this.#answer(url, init?.signal ?? undefined));
    });
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Tells all followers of entries from a place of a room on, and of the head over them. */
  async tell(room: Room, from: number, changed: object = {}): Promise<void> {
    const entries = (await this.#entries(room)).slice(from).map(toBase64);
    const { checkpoint } = await this.#head(room);
    const data = JSON.stringify({ room, from, entries, checkpoint, ...changed });
    const event = new TextEncoder().encode(`id: x\nevent: entries\ndata: ${data}\n\n`);
    for (const follower of this.#followers) follower.enqueue(event);
  }

  async #answer(url: URL, signal: AbortSignal | undefined): Promise<Response> {
    const { source, office } = this;
    const found = /^\/api\/rooms\/([a-z-]+)\/(.+)$/.exec(url.pathname);
    const room = found?.[1] as Room; // the paths of the contract
    if (url.pathname === "/api/process") {
      const founding = await readFounding(source);
      const fingerprint = "problem" in founding ? "" : founding.fingerprint;
      return Response.json({
        process: source.process,
        demonstration: false,
        fingerprint,
        office,
        session: null,
        names: null,
        setUp: false,
      });
    }
    if (url.pathname === "/api/rooms") {
      const held = await source.rooms();
      return Response.json({
        rooms: await Promise.all(
          held.map(async (one) => ({ ...(await this.#head(one.room)), cosigned: [] })),
        ),
      });
    }
    if (url.pathname === "/api/feed") return this.#feed(signal);
    if (found?.[2] === "checkpoint") {
      const { checkpoint } = await this.#head(room);
      return new Response(checkpoint, { headers: { "content-type": "text/plain; charset=utf-8" } });
    }
    if (found?.[2] === "entries") {
      const from = Number(url.searchParams.get("from"));
      const entries = (await this.#entries(room)).slice(from, from + Number(url.searchParams.get("limit")));
      return Response.json({ ...(await this.#head(room)), from, entries: entries.map(toBase64) });
    }
    if (found?.[2]?.startsWith("tile/entries/")) {
      const { index, width } = parseTilePath(found[2]);
      const entries = (await this.#entries(room)).slice(index * 256, index * 256 + width);
      const headers = { "content-type": "application/octet-stream" };
      return new Response(formatBundle(entries) as BodyInit, { headers }); // bytes are a body
    }
    const refused = wireProblem(problem("api.no_such_operation", {}));
    return Response.json(refused, { status: 404, headers: { "content-type": "application/problem+json" } });
  }

  #feed(signal: AbortSignal | undefined): Response {
    const followers = this.#followers;
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller;
        followers.add(controller);
        controller.enqueue(new TextEncoder().encode(": parley\n\n"));
        signal?.addEventListener("abort", () => {
          if (followers.delete(controller)) controller.error(signal.reason);
        });
      },
      cancel() {
        if (own) followers.delete(own);
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }

  async #head(room: Room): Promise<{ room: Room; size: number; checkpoint: string | null }> {
    const found = (await this.source.rooms()).find((one) => one.room === room);
    const { size, checkpoint } = found ?? { size: 0, checkpoint: undefined };
    return { room, size, checkpoint: checkpoint ? new TextDecoder().decode(checkpoint) : null };
  }

  async #entries(room: Room): Promise<Uint8Array[]> {
    return Array.fromAsync(this.source.entries(room));
  }
}
