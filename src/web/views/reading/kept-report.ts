import type { SourceDraft } from "../../design/index.ts";
import type { Item } from "./item.ts";

/** How an entry of the draft stands at the desk. */
type Standing = "open" | "accepted" | "rejected" | "signed";

export type DeskItem = Item & { readonly standing: Standing; readonly changedByHand: boolean };

/** A report on the desk, as this device keeps it between visits. */
export type KeptReport = {
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly source: SourceDraft;
  readonly occasion: string;
  /** Aliases of each party by its office, separated by commas. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Undefined until it has been read. */
  readonly digest: string | undefined;
  readonly items: readonly DeskItem[];
  /** How many entries of a second reader do not stand in the text; absent until one has answered. */
  readonly leftOut?: number | undefined;
};
