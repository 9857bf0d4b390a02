import type { HttpHost } from "./http-host.ts";

type Answer = Awaited<ReturnType<HttpHost["ask"]>>;

/** All that went out with an answer but its date: status, headers and body. */
export type Sent = { readonly status: number; readonly headers: unknown; readonly body: string };

/** What was sent, to be compared byte for byte. */
export function sent({ statusCode, headers, rawPayload }: Answer): Sent {
  const { date: _, ...kept } = headers;
  return { status: statusCode, headers: kept, body: rawPayload.toString("base64") };
}

/** Does some work on each, a few at a time and begun in their order; answers in that order. */
export async function aFewAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < items.length; from += 32)
    answers.push(...(await Promise.all(items.slice(from, from + 32).map(work))));
  return answers;
}
