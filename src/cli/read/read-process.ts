import { readFileSync } from "node:fs";
import { z } from "zod";
import { refuse } from "#base";
import type { Process } from "#reader";

const party = z.object({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "an id is letters, digits, - and _"),
  name: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  kind: z.enum(["belligerent", "host", "mediator", "humanitarian", "third"]).optional(),
});
const person = z.object({
  name: z.string().min(1),
  role: z.string().optional(),
  party: z.string().optional(),
});
const form = z.union([
  z.array(party),
  z.object({
    parties: z.array(party),
    people: z.array(person).optional(),
    host: z.string().optional(),
  }),
]);

/** What a process knows already: a list of its parties, or an object with `parties`, `people` and `host`. */
export function readProcess(path: string): Process {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return refuse("reader.parties", { path, reason: error instanceof Error ? error.message : String(error) });
  }
  const parsed = form.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return refuse("reader.parties", {
      path,
      reason: `${first?.path.join(".") ?? ""} ${first?.message ?? ""}`.trim(),
    });
  }
  return Array.isArray(parsed.data) ? { parties: parsed.data } : parsed.data;
}
