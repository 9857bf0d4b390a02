/** What is counted: persons handed over, the dead, or anything else. */
export const matters = ["persons", "remains", "other"] as const;
export type Matter = (typeof matters)[number];

/** What a reader has chosen to see. */
export type Chosen = {
  readonly matter: Matter | "all";
  /** An agreement's id; "none" for handovers of which nobody says that they count towards any. */
  readonly agreement: string;
};

export function isOfMatter({ matter }: Chosen, one: Matter): boolean {
  return matter === "all" || matter === one;
}
