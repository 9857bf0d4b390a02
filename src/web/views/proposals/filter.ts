import type { LineageRow } from "./table-query.ts";

export type Filter = {
  readonly show: "open" | "settled" | "all";
  /** An office, or empty for all. */
  readonly author: string;
  readonly text: string;
};

/** The lineages that a reader asked for; every word of the text must stand somewhere in the lineage. */
export function filtered(
  rows: readonly LineageRow[],
  filter: Filter,
  language: string,
): readonly LineageRow[] {
  const words = filter.text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.show === "all" || row.isOpen === (filter.show === "open")) &&
      (filter.author === "" || [row, ...row.earlier].some(({ author }) => author.office === filter.author)) &&
      words.every((word) => row.search.includes(word)),
  );
}
