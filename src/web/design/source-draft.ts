import type { ScreenKey } from "#i18n/screens";
import type { ClaimSource } from "#record";

/** The kinds of source, one's own words first. */
export const sourceKinds = ["own_record", "document", "official_site", "press_conference", "news"] as const;

/** A source as it is being filled in; empty fields are left out of what is said. */
export type SourceDraft = {
  readonly kind: (typeof sourceKinds)[number];
  readonly publisher: string;
  readonly title: string;
  /** A civil date, or empty. */
  readonly published: string;
  readonly url: string;
};

/** The source of words said in the room itself: an office's own. */
export function ownWords(office: string): SourceDraft {
  return { kind: "own_record", publisher: office, title: "", published: "", url: "" };
}

/** The source that a draft has become; only for one in which nothing is wrong. */
export function sourceOf({ kind, publisher, title, published, url }: SourceDraft): ClaimSource {
  const said = { title: title.trim(), published, url: url.trim() };
  const filled = Object.entries(said).filter(([, words]) => words !== "");
  return { kind, publisher: publisher.trim(), ...Object.fromEntries(filled) };
}

/** What is not yet right in a draft of a source. */
export function wrongInSource({ publisher, url }: SourceDraft): {
  readonly publisher?: ScreenKey;
  readonly url?: ScreenKey;
} {
  const address = url.trim();
  return {
    ...(publisher.trim() === "" ? { publisher: "forms.fill" as const } : {}),
    ...(address !== "" && !isAddress(address) ? { url: "forms.fill_address" as const } : {}),
  };
}

/** For a form's own check: the first thing wrong with its source. */
export function sourceIsWrong(draft: SourceDraft): ScreenKey | undefined {
  const { publisher, url } = wrongInSource(draft);
  return publisher ?? url;
}

function isAddress(text: string): boolean {
  return text.startsWith("https://") && URL.canParse(text);
}
