import type { z } from "zod";
import { contract, type Operation, type OperationName } from "./contract.ts";
import type { WireProblem } from "./problem.ts";

type Taken<N extends OperationName, K extends "params" | "query" | "body"> =
  (typeof contract)[N] extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined;
type Named = Readonly<Record<string, unknown>>;
type Input<N extends OperationName> = {
  readonly params?: Taken<N, "params"> & Named;
  readonly query?: Taken<N, "query"> & Named;
  readonly body?: Taken<N, "body">;
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
    this.#fetch = use;
  }

  /** Answers what the operation declares; throws RefusedByServer, or TypeError where no answer came. */
  async call<N extends Exclude<OperationName, "followFeed">>(
    name: N,
    input: Input<N> = {},
  ): Promise<Answer<N>> {
    const operation: Operation = contract[name];
    const url = this.base + pathOf(operation.path, input.params) + queryOf(input.query);
    const answer = await this.#fetch(url, {
      method: operation.method,
      headers: {
        ...(operation.body ? { "content-type": "application/json" } : {}),
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
      },
      ...(operation.body ? { body: JSON.stringify(input.body) } : {}),
      redirect: "error",
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) this.#cookie = set.split(";")[0];
    if (!answer.ok) throw new RefusedByServer((await answer.json()) as WireProblem); // every refusal is one
    if (!operation.answer) return new Uint8Array(await answer.arrayBuffer()) as Answer<N>; // as the contract says
    return operation.answer.parse(await answer.json()) as Answer<N>; // the same
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
