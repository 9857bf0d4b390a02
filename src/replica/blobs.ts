import type { Act } from "#record";

/** The digests (SHA-256, hex) of the blobs that an act names, in the order in which it names them. */
export function digestsIn(act: Act): readonly string[] {
  return within(act.payload);
}

function within(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  const own = "digest" in value && typeof value.digest === "string" ? [value.digest] : [];
  return [...own, ...Object.values(value).flatMap(within)];
}
