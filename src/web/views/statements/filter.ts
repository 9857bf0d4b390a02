import type { Office } from "#record";

/** What can be noted in a statement. */
export const claimTypes = [
  "proposes",
  "agrees",
  "gives_number",
  "denies",
  "conditions",
  "accuses",
  "thanks",
] as const;
export type ClaimType = (typeof claimTypes)[number];

/** What a reader has chosen to see of the register. Empty texts and "all" narrow nothing. */
export type Sought = {
  /** On whose behalf it was said; "others" for those outside the process. */
  readonly side: Office | "all" | "others";
  readonly type: ClaimType | "all";
  /** Civil dates, both included. */
  readonly from: string;
  readonly to: string;
  /** A BCP 47 code. */
  readonly language: string;
  readonly text: string;
};

export const everything: Sought = { side: "all", type: "all", from: "", to: "", language: "all", text: "" };
