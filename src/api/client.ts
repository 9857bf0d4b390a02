import type { z } from "zod";
import { contract, type Operation, type OperationName } from "./contract.ts";
import { problemMedia, type WireProblem } from "./problem.ts";

type Taken<N extends OperationName, K extends "params" | "query" | "body"> =
  (typeof contract)[N] extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined;
type Named = Readonly<Record<string, unknown>>;
type Input<N extends OperationName> = {
  readonly params?: Taken<N, "params"> & Named;
  readonly query?: Taken<N, "query"> & Named;
  readonly body?: Taken<N, "body">;
  /** For operations that take raw bytes. */
  readonly bytes?: Uint8Array;
  readonly signal?: AbortSignal;
};
type Answer<N extends OperationName> = (typeof contract)[N] extends { answer: infer S extends z.ZodType }
  ? z.output<S>
  : Uint8Array;

/** A refusal of the server, as it came. */
export class RefusedByServer extends Error {
  readonly wire: WireProblem;
  constructor(wire: WireProblem) {
    super(`${wire.title} ${wire.detail}`);
    this.name = "RefusedByServer";
    this.wire = wire;
  }
}

/** Calls a host's operations by their names in the contract; keeps the session's cookie where the platform does not. */
export class Client {
  readonly base: string;
  readonly #fetch: typeof fetch;
  #cookie: string | undefined;

  constructor(base: string, use: typeof fetch = fetch) {
    this.base = base.replace(/\/$/, "");
    this.#fetch = (url, init) => use(url, init); // a browser's own fetch is called as no object's method
  }

  /** Answers what the operation declares; throws RefusedByServer, or TypeError where no answer of the host came. */
  async call<N extends Exclude<OperationName, "followFeed">>(
    name: N,
    input: Input<N> = {},
  ): Promise<Answer<N>> {
    const operation: Operation = contract[name];
    const answer = await this.#ask(operation, pathOf(operation.path, input.params) + queryOf(input.query), {
      ...(operation.body ? { body: JSON.stringify(input.body) } : {}),
      ...(operation.takes && input.bytes ? { body: input.bytes as BodyInit } : {}), // never shared memory
      ...(input.signal ? { signal: input.signal } : {}),
    });
    if (!operation.answer) return new Uint8Array(await answer.arrayBuffer()) as Answer<N>; // as the contract says
    const read = operation.answer.safeParse(await answer.json().catch(() => undefined)); // no JSON is none of its answers
    if (!read.success) throw new TypeError(`${name} was answered in another form: ${read.error.message}`);
    return read.data as Answer<N>; // as the contract says
  }

  /** The feed's event stream after a cursor, until the signal ends it. Throws as `call` does. */
  async follow(after: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const operation = contract.followFeed;
    const answer = await this.#ask(operation, operation.path + queryOf({ after }), { signal });
    return answer.body ?? new ReadableStream();
  }

  async #ask(
    { method, body, takes, answer: declared, gives }: Operation,
    path: string,
    init: RequestInit,
  ): Promise<Response> {
    const headers = {
      ...(body ? { "content-type": "application/json" } : takes ? { "content-type": takes } : {}),
      ...(this.#cookie ? { cookie: this.#cookie } : {}),
    };
    const answer = await this.#fetch(this.base + path, { ...init, method, headers, redirect: "error" });
    const [set] = answer.headers.getSetCookie?.() ?? []; // a browser keeps its cookies to itself
    if (set !== undefined) this.#cookie = set.split(";")[0];
    const media = answer.headers.get("content-type") ?? "";
    if (!answer.ok && media.startsWith(problemMedia))
      throw new RefusedByServer((await answer.json()) as WireProblem); // every refusal is one
    // what a proxy or a hotel's network says in between is no answer of the host
    const expected = declared ? "application/json" : (gives ?? "").split(";")[0];
    if (!answer.ok || !media.startsWith(expected ?? ""))
      throw new TypeError(
        `${method} ${path} was answered with ${answer.status} ${media}, which is not the host's answer.`,
      );
    return answer;
  }
}

function pathOf(path: string, params: Named | undefined): string {
  return path.replaceAll(/:(\w+)|\*/g, (found, name?: string) => {
    const value = String(params?.[name ?? found] ?? "");
    return name ? encodeURIComponent(value) : value;
  });
}

function queryOf(query: Named | undefined): string {
  const pairs = Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
