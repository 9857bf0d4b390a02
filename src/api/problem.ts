import type { Problem } from "#base";

/** A problem on the wire (RFC 9457). */
export type WireProblem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
};

export const problemMedia = "application/problem+json";

export function wireProblem({ code, title, status, detail, details }: Problem): WireProblem {
  return { type: `urn:parley:problem:${code}`, title, status, detail, code, details };
}
