import type { Office, ReportEntry } from "#record";

export type Place = { readonly from: number; readonly to: number };

/** Words of somebody as the draft has them; they are captured as a statement. */
export type StatementDraft = {
  readonly speaker: { readonly name: string; readonly capacity: string };
  readonly onBehalfOf: Office | undefined;
  readonly verbatim: string;
  /** What it does, where the register has a word for that. */
  readonly type: "proposes" | "agrees" | "denies" | "accuses" | undefined;
};

export type Content =
  | { readonly is: "entry"; readonly entry: ReportEntry }
  | { readonly is: "statement"; readonly statement: StatementDraft };

/** One entry of a draft at the desk, in the record's own words. */
export type Item = {
  /** Its class and its turn in it. */
  readonly key: string;
  readonly class: ReportEntry["class"] | "statement";
  readonly rule: string;
  /** How often this rule was right where it was measured, 0..1. */
  readonly confidence: number;
  readonly isBackground: boolean;
  /** Which second reader pointed at it, by its address; none where the reader itself drafted it. */
  readonly second?: string;
  /** In the order of the text, none over another. */
  readonly places: readonly Place[];
  readonly content: Content;
};

export type Band = "preselected" | "offered" | "hidden" | "background" | "second";

export function bandOf({ confidence, isBackground, second }: Item): Band {
  if (second !== undefined) return "second";
  if (isBackground) return "background";
  if (confidence >= 0.9) return "preselected";
  return confidence >= 0.6 ? "offered" : "hidden";
}

/** What lacks before it can be said. */
export function lacksOf({ content }: Pick<Item, "content">): "capacity" | undefined {
  if (content.is === "statement") return content.statement.speaker.capacity === "" ? "capacity" : undefined;
  const { entry } = content;
  return entry.class === "person" && entry.person.capacity === "" ? "capacity" : undefined;
}
