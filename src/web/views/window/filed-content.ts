import "../../desk/no-eval.ts";
import { z } from "zod";
import { fromBase64, toBase64 } from "#ledger";
import { anchorForm, truceCaseForm, trucePlanForm } from "#plan/files";
import { canonicalBytes } from "#record";
import { inflated } from "#sheets";
import type { OwnPart, Whole } from "./filed.ts";

const code = z.string().max(40);
const minute = z.int().min(-20_000).max(20_000);
const metres = z.int().min(-2_000_000).max(2_000_000);
const side = z.enum(["a", "b"]);
const party = z.enum(["a", "b", "neutral"]);

const ownForm: z.ZodType<OwnPart> = z.strictObject({
  format: z.literal("parley-window-own/1"),
  side,
  window: z.strictObject({ from: z.iso.datetime({ offset: true }), minutes: z.int().min(1).max(10_080) }),
  anchor: anchorForm,
  sites: z.array(z.strictObject({ code, x: metres, y: metres })).max(2_000),
  facilities: z.array(z.strictObject({ code, x: metres, y: metres })).max(200),
  teams: z
    .array(
      z.strictObject({
        team: code,
        kind: code,
        side: party,
        stops: z
          .array(
            z.strictObject({
              kind: z.enum(["site", "facility"]),
              place: code,
              arrive: minute,
              start: minute,
              leave: minute,
              persons: z.array(z.strictObject({ group: code, count: z.int() })),
              bodies: z.array(z.strictObject({ site: code, count: z.int() })),
            }),
          )
          .max(1_000),
        abort: z
          .array(z.strictObject({ place: code, leave: minute, last: minute }))
          .max(1_000)
          .default([]), // parts that were filed without it are still read
      }),
    )
    .max(200),
});

// The plan is held to its digest: what it holds beside its stops was computed by whoever made the same bytes.
const wholeForm = z.strictObject({
  format: z.literal("parley-window-whole/1"),
  given: truceCaseForm,
  previous: z.unknown().optional(),
  plan: z.unknown(),
});

/** Far above every case that fits into an act; more than this is no case but an attack on who opens it. */
const mostBytes = 4_000_000;
const mostText = 32_000;

/** A filed content as an act carries it; undefined where it is larger than a sealed paper takes. */
export async function packed(content: Whole | OwnPart): Promise<string | undefined> {
  const stream = new Blob([new Uint8Array(canonicalBytes(content))])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const text = toBase64(new Uint8Array(await new Response(stream).arrayBuffer()));
  return text.length > mostText ? undefined : text;
}

/** What an act carries, read back; undefined where it is in no form that is known. */
export async function unpacked(text: string): Promise<Whole | OwnPart | undefined> {
  const bytes = fromBase64(text);
  const read = bytes && (await jsonIn(bytes));
  if (read === undefined) return undefined;
  const own = ownForm.safeParse(read);
  if (own.success) return own.data;
  const whole = wholeForm.safeParse(read);
  if (!whole.success) return undefined;
  const { format, given, previous, plan } = whole.data;
  const before = trucePlanForm.safeParse({ format: "parley-plan/1", teams: previous });
  if (previous !== undefined && !before.success) return undefined;
  if (!trucePlanForm.safeParse(plan).success) return undefined;
  return {
    format,
    given,
    ...(before.success && previous !== undefined ? { previous: before.data.teams } : {}),
    plan: plan as Whole["plan"], // compared with its digest before it is believed
  };
}

async function jsonIn(bytes: Uint8Array): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await inflated(bytes, "deflate-raw", mostBytes)));
  } catch {
    return undefined; // not deflated, too much, or no JSON
  }
}
