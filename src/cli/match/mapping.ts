import { z } from "zod";
import { refuse } from "#base";
import { type Mapping, roles } from "#match";
import { contents } from "./contents.ts";

const flat = z.record(z.string(), z.enum(roles));
const file = z.union([z.strictObject({ columns: flat }), flat]);

/** Reads a mapping: `{ "heading": "role" }`, or the same under "columns". */
export async function readMapping(path: string | undefined): Promise<Mapping> {
  if (path === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(await contents(path)).replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse("lists.mapping", { path, reason: "it is no JSON." });
  }
  const read = file.safeParse(value);
  if (!read.success)
    return refuse("lists.mapping", { path, reason: `each heading needs one of: ${roles.join(", ")}.` });
  const { data } = read;
  return "columns" in data && typeof data.columns === "object" ? data.columns : (data as Mapping); // the union has the two forms only
}
