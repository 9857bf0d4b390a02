import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  readonly headers: IncomingMessage["headers"];
  readonly url: string;
  readonly body: string;
};

/** A server on this machine that answers a second reader's questions as it is told to; it keeps what it was asked. */
export async function loopback(answer: (response: ServerResponse, asked: Asked) => void): Promise<{
  readonly address: string;
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const one = {
      headers: request.headers,
      url: request.url ?? "",
      body: Buffer.concat(parts).toString("utf8"),
    };
    asked.push(one);
    answer(response, one);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    address: `http://127.0.0.1:${port}/v1`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A chat completion whose message is this. */
export function completion(content: unknown, more: Readonly<Record<string, unknown>> = {}): string {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return JSON.stringify({
    id: "1",
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop", ...more }],
  });
}
