import type { Say } from "#i18n/screens";

/** A thing named in the conditions as it is read: "meeting" is the meeting itself, all else is its author's word. */
export function nodeWords(t: Say, node: string): string {
  return node === "meeting" ? t("summits.node_meeting") : node.replaceAll("_", " ");
}

/** A name that an author has written as the record keeps it; undefined where it cannot be one. */
export function nodeNamed(words: string): string | undefined {
  const node = words.trim().toLowerCase().replaceAll(/\s+/g, "_");
  return node.length <= 40 && /^[a-z]+(_[a-z0-9]+)*$/.test(node) ? node : undefined;
}
