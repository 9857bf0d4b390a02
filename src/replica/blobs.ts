import type { Act } from "#record";

/** The digests (SHA-256, hex) of the blobs that an act names in clear, in the order in which it names them. */
export function digestsIn(act: Act): readonly string[] {
  return [...within(act.payload), ...within(act.sealed)];
}

/**
 * The digests of the sealed files whose keys an act carries. Only they are named outside when it is sealed itself:
 * they tell nothing of what they hold, and the host keeps them for the readers of the room.
 */
export function sealedFilesIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  const own = "fileKey" in value && "file" in value ? within(value.file) : [];
  return [...own, ...Object.values(value).flatMap(sealedFilesIn)];
}

function within(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  const own = "digest" in value && typeof value.digest === "string" ? [value.digest] : [];
  return [...own, ...Object.values(value).flatMap(within)];
}
