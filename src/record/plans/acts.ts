import { z } from "zod";
import { actId, bytes32 } from "../act/act.ts";
import { line, prose } from "../act/text.ts";

/** What it takes to compute a plan again, but for what went in: who holds that sees whether this comes out. */
const computed = z.strictObject({
  engine: line(60),
  version: line(40),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  iterations: z.int().min(0).max(1_000_000_000),
  /** SHA-256 over the case and the plan before it, each as canonical bytes. */
  inputs: bytes32,
  /** SHA-256 of the plan's canonical bytes. */
  digest: bytes32,
});

export const planActs = {
  /** Which team visits which site when, by digests alone: who holds the case sees the sites, and nobody else. */
  "plan.proposed": z.strictObject({
    title: line(),
    truce: actId.optional(),
    plan: computed,
    replaces: actId.optional(),
    words: prose(2_000).optional(),
  }),

  /** What a proposed plan was computed from and what came out, or one side's own part of it: canonical JSON, deflated (RFC 1951). */
  "plan.filed": z.strictObject({
    plan: actId,
    content: z.base64().min(4).max(32_000),
  }),
};
