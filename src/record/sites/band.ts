/** How many, in the bands in which it is passed on: one to four are one word, so that nobody stands alone in it. */
export const bands = [
  "nobody",
  "fewer_than_5",
  "from_5_to_9",
  "from_10_to_19",
  "from_20_to_49",
  "from_50",
] as const;
export type Band = (typeof bands)[number];

/** The highest number of a band. */
export function mostOf(band: Band): number {
  const most = { nobody: 0, fewer_than_5: 4, from_5_to_9: 9, from_10_to_19: 19, from_20_to_49: 49 } as const;
  return band === "from_50" ? Number.POSITIVE_INFINITY : most[band];
}

export function bandOf(count: number): Band {
  if (count <= 0) return "nobody";
  if (count < 5) return "fewer_than_5";
  if (count < 10) return "from_5_to_9";
  if (count < 20) return "from_10_to_19";
  return count < 50 ? "from_20_to_49" : "from_50";
}
