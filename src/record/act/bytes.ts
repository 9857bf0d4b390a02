import canonicalize from "canonicalize";
import type { z } from "zod";
import { type Problem, problem } from "#base";
import { type Header, header } from "./act.ts";
import { isPlainlyCanonical } from "./canonical.ts";
import { type Act, isKind, type Kind, payloads } from "./kinds.ts";

/** An act is at most this long, so that its entry with a few signatures fits a leaf. */
export const maxActBytes = 64_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** RFC 8785 bytes of data that a schema has let through; what is signed and hashed. */
export function canonicalBytes(data: unknown): Uint8Array {
  const text = canonicalize(data);
  if (text === undefined) throw new Error("Only JSON data has canonical bytes.");
  return encoder.encode(text);
}

/** Reads an act from the exact bytes received; every refusal is a problem of the catalogue. */
export function parseAct(bytes: Uint8Array): { act: Act } | { problem: Problem } {
  if (bytes.length > maxActBytes)
    return { problem: problem("act.too_large", { bytes: bytes.length, most: maxActBytes }) };
  let data: unknown;
  let text: string;
  try {
    text = decoder.decode(bytes);
    data = JSON.parse(text);
  } catch {
    return { problem: problem("act.not_json", {}) }; // neither UTF-8 nor JSON: nothing to read further
  }
  const checked = checkAct(data);
  if ("problem" in checked) return checked;
  // Doubled keys, other spacing, 1.0 for 1, a key that the schema drops: what a person was shown and what he
  // signed could differ.
  if (!isPlainlyCanonical(text, data, checked.act) && canonicalText(checked.act) !== text)
    return { problem: problem("act.not_canonical", {}) };
  return checked;
}

/** Whether a payload fits a kind's form and has nothing that the form does not read. */
export function fitsForm(kind: Kind, payload: unknown): boolean {
  const content = payloads[kind].safeParse(payload);
  return content.success && canonicalText(content.data) === canonicalText(payload);
}

// A correction's payload is any JSON until its kind is known: lone surrogates, numbers that overflow, nesting
// without end have no canonical form.
function canonicalText(data: unknown): string | undefined {
  try {
    return canonicalize(data);
  } catch {
    return undefined;
  }
}

/** Checks parsed JSON against the header and its kind's payload. */
export function checkAct(data: unknown): { act: Act } | { problem: Problem } {
  const head = header.safeParse(data);
  if (!head.success) return { problem: schemaProblem(head.error) };
  const { kind, payload, sealed, room } = head.data;
  if (!isKind(kind)) return { problem: problem("act.unknown_kind", { kind }) };
  if (
    (kind === "paper.sealed") !== (sealed !== undefined) ||
    (sealed === undefined) !== (payload !== undefined)
  )
    return { problem: problem("act.sealed_mismatch", { kind, room }) };
  if (sealed) return { act: head.data as Header as Act }; // the header of a sealed paper is the whole act
  const content = payloads[kind].safeParse(payload);
  if (!content.success) return { problem: schemaProblem(content.error, "payload") };
  return { act: { ...head.data, payload: content.data } as Act }; // payloads[kind] has just parsed it
}

function schemaProblem(error: z.ZodError, prefix?: string): Problem {
  const issue = error.issues[0];
  if (!issue) throw new Error("A schema refused without an issue.");
  const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)].join(".") || "act";
  const params = "params" in issue ? issue.params : undefined;
  if (params && typeof params === "object" && "mixedScript" in params)
    return problem("act.mixed_scripts", { path });
  return problem("act.malformed", { path, reason: issue.message });
}
