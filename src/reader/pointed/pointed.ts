import type { Count, EventEntry, Measure, Media, Meeting, StatementKind, Topic } from "../draft.ts";

/** Terms by the words that say them. */
export type PointedTerms = {
  readonly hours?: string | null | undefined;
  readonly start?: string | null | undefined;
  readonly by?: string | null | undefined;
  readonly area?: string | null | undefined;
  readonly conditions?: readonly string[] | undefined;
  readonly counts?: readonly PointedCount[] | undefined;
};
export type PointedCount = {
  readonly what: Count["what"];
  readonly words: string;
  readonly to?: string | null | undefined;
};

/** What somebody else saw in a text: of which class, and by which of its words. No places and no numbers: both are found here. */
export type Pointed =
  | {
      readonly class: "meeting";
      readonly words: string;
      readonly role: Meeting["role"];
      readonly on?: string | null | undefined;
      readonly place?: string | null | undefined;
      readonly parties: readonly string[];
    }
  | {
      readonly class: "person";
      readonly words: string;
      readonly role?: string | null | undefined;
      readonly party?: string | null | undefined;
    }
  | {
      readonly class: "statement";
      readonly words: string;
      readonly speaker: string;
      readonly parties: readonly string[];
      readonly kind: StatementKind;
      readonly about: readonly Topic[];
      readonly quotes: readonly string[];
    }
  | {
      readonly class: "proposal";
      readonly words: string;
      readonly type: Measure;
      readonly by: readonly string[];
      readonly terms: PointedTerms;
    }
  | {
      readonly class: "agreement";
      readonly words: string;
      readonly type: Measure;
      readonly parties: readonly string[];
      readonly inPrinciple: boolean;
      readonly accordingTo: readonly string[];
      readonly terms: PointedTerms;
    }
  | {
      readonly class: "event";
      readonly words: string;
      readonly type: EventEntry["type"];
      readonly on?: string | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
      readonly counts: readonly PointedCount[];
      readonly accordingTo: readonly string[];
    }
  | {
      readonly class: "media";
      readonly words: string;
      readonly kind: Media["kind"];
      readonly by: string;
      readonly party?: string | null | undefined;
      readonly of: Media["of"];
    };
