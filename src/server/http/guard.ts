import type { IncomingHttpHeaders } from "node:http";
import { type Problem, ProblemError, problem } from "#base";

const features = ["microphone", "geolocation", "display-capture", "usb", "serial", "payment"];

/** What a page may ask the device for: `camera` in the app's one document, where wristbands are read; else nothing. */
export function permissionsPolicy(camera: "self" | ""): string {
  return [`camera=(${camera})`, ...features.map((one) => `${one}=()`)].join(", ");
}

/** On every answer. Scripts, styles and connections of this host only; nothing may frame or be guessed. */
export const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; media-src blob:; " +
    "worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; " +
    "require-trusted-types-for 'script'; trusted-types parley",
  "permissions-policy": permissionsPolicy(""),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

/**
 * Refuses what another site makes a browser send: unsafe methods pass from this host's own pages, and from programs,
 * which send neither header (the rule of Go's CrossOriginProtection).
 */
export function refuseForeign(method: string, headers: IncomingHttpHeaders): Problem | undefined {
  if (method === "GET" || method === "HEAD") return undefined;
  const site = headers["sec-fetch-site"];
  if (site !== undefined)
    return site === "same-origin" || site === "none" ? undefined : problem("api.foreign_origin", {});
  const { origin, host } = headers;
  if (origin === undefined) return undefined;
  return hostOf(origin) === host ? undefined : problem("api.foreign_origin", {});
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** A bucket per key: so many at once, so many a second after that. */
export class Buckets {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #filled = new Map<string, { left: number; at: number }>();

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** Takes one at `now` (epoch ms); a problem where there is none left. */
  take(key: string, now: number): Problem | undefined {
    if (this.#filled.size > 10_000) this.#filled.clear(); // forgets debts rather than grow without end
    const before = this.#filled.get(key) ?? { left: this.#burst, at: now };
    const left = Math.min(
      this.#burst,
      before.left + (Math.max(0, now - before.at) / 1_000) * this.#perSecond,
    );
    if (left < 1) return problem("api.too_often", { seconds: Math.ceil((1 - left) / this.#perSecond) });
    this.#filled.set(key, { left: left - 1, at: now });
    return undefined;
  }
}

/** Takes one of a bucket, and refuses where there is none left. */
export function refuseBusy(buckets: Buckets, key: string, now: number): void {
  const busy = buckets.take(key, now);
  if (busy) throw new ProblemError(busy);
}
