import { refuse } from "#base";

/** Where a second reader is asked, in the form of OpenAI's chat completions; the key is sent and never said. */
export type Endpoint = {
  /** The base address, as https://reader.example/v1. */
  readonly base: URL;
  readonly model: string;
  readonly key: string | undefined;
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An endpoint that may be asked: over HTTPS, or on this machine; with no name and no key in its address. */
export function endpointOf(address: string, model: string | undefined, key: string | undefined): Endpoint {
  const base = URL.canParse(address) ? new URL(address) : undefined;
  const isSafe = base?.protocol === "https:" || (base?.protocol === "http:" && loopback.has(base.hostname));
  if (!base || !isSafe || base.username !== "" || base.password !== "" || base.search !== "")
    return refuse("second_reader.address", {});
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  return { base, model: model || "default", key: key || undefined };
}

/** Whom the text goes to, as it is said before it goes. */
export function nameOf({ base }: Endpoint): string {
  return base.host;
}
