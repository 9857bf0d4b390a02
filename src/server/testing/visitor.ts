import { Client, type OperationName, RefusedByServer, sessionCookie } from "#api";
import type { HttpHost } from "./http-host.ts";

/** Somebody's browser: calls the host's operations by their names, and keeps its cookie. */
export class Visitor extends Client {
  /** The session's, as it would be sent. */
  cookie: string | undefined;

  constructor({ app }: Pick<HttpHost, "app">) {
    super("", async (url, init) => {
      const answer = await app.inject({
        method: init?.method as "GET", // one of the contract's
        url: String(url),
        headers: init?.headers as Record<string, string>, // as the client makes them
        ...(init?.body ? { payload: String(init.body) } : {}),
      });
      const set = answer.cookies.find((one) => one.name === sessionCookie);
      if (set) this.cookie = `${sessionCookie}=${set.value}`;
      const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      return new Response(Buffer.from(answer.rawPayload), {
        status: answer.statusCode,
        headers: headers as [string, string][], // pairs, as made in the line above
      });
    });
  }

  /** The code of a refusal; undefined where it was done. */
  async refusal<N extends Exclude<OperationName, "followFeed">>(
    name: N,
    input?: Parameters<typeof this.call<N>>[1],
  ): Promise<string | undefined> {
    return (await this.words(name, input))?.code;
  }

  /** All that a refusal says; undefined where it was done. */
  async words<N extends Exclude<OperationName, "followFeed">>(
    name: N,
    input?: Parameters<typeof this.call<N>>[1],
  ) {
    try {
      await this.call(name, input);
      return undefined;
    } catch (error) {
      if (error instanceof RefusedByServer) return error.wire;
      throw error;
    }
  }
}
