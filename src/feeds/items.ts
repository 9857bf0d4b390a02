import { describeAct, officeName, sayFields, translator } from "#i18n";
import { type Act, type Entry, happenedMs, type Kind, known, type State } from "#record";

/** One entry of the public record, in the reader's language as far as it is not somebody's own words. */
export type FeedItem = {
  readonly id: string;
  /** Its place in the public log. */
  readonly seq: number;
  readonly title: string;
  readonly author: string;
  readonly text: string;
  /** The language of the text, as a BCP 47 code. */
  readonly language: string;
  /** Epoch ms: when it was received, and when it was last corrected. */
  readonly published: number;
  readonly updated: number;
  /** Epoch ms of what it tells of. */
  readonly happened: number;
};

export type FeedLanguage = "en" | "uk" | "ru" | "tr";

/** What somebody who follows the talks wants to hear of. Claims found in words, and links, stand on their acts' pages. */
const told: ReadonlySet<Kind> = new Set<Kind>([
  "communique.released",
  "statement.captured",
  "statement.answered",
  "truce.declared",
  "truce.declaration_answered",
  "truce.count_claimed",
  "exchange.handed_over",
  "exchange.received",
  "remains.offered",
  "remains.handed_over",
  "remains.received",
  "remains.accepted",
  "remains.total_claimed",
  "contact.claimed",
  "outlook.given",
  "footage.released",
  "footage.recalled",
  "report.entry_noted",
  "report.entry_withdrawn",
]);

/** The entries of the public room that are told in a feed, the newest first; `state` is what the public reads. */
export function feedItems(state: State, language: FeedLanguage): readonly FeedItem[] {
  const t = translator(language);
  return [...state.entries.values()]
    .filter(({ act }) => act.room === "public" && told.has(act.kind) && !isOnPerson(act))
    .map((entry) => itemOf(t, state, entry))
    .toReversed();
}

// Who holds which office stands on a report's page, and is no news.
function isOnPerson(act: Act): boolean {
  return act.kind === "report.entry_noted" && act.payload.entry.class === "person";
}

function itemOf(t: ReturnType<typeof translator>, state: State, { act, seq, receivedAt }: Entry): FeedItem {
  const corrections = (state.corrections.get(act.id) ?? []).map(({ by }) =>
    known(state, by, "act.corrected"),
  );
  return {
    id: act.id,
    seq,
    title: titleOf(t, state, act),
    author: officeName(t, state, act.by.office),
    ...wordsOf(t, state, act),
    published: receivedAt,
    updated: Math.max(receivedAt, ...corrections.map((one) => one.receivedAt)),
    happened: happenedMs(act.happenedAt ?? act.saidAt),
  };
}

// Somebody's words are not said twice: above them stands who spoke, and where.
function titleOf(t: ReturnType<typeof translator>, state: State, act: Act): string {
  if (act.kind !== "statement.captured") return describeAct(t, state, act);
  const { speaker, occasion } = act.payload;
  return `${speaker.name}, ${speaker.capacity}: ${occasion}`;
}

// Somebody's own words stand as they were said; all else is told field by field in the reader's language.
function wordsOf(
  t: ReturnType<typeof translator>,
  state: State,
  act: Act,
): Pick<FeedItem, "text" | "language"> {
  if (act.kind === "statement.captured") {
    const { verbatim, language } = act.payload;
    return { text: verbatim, language };
  }
  if (act.kind === "communique.released") {
    const { versions } = act.payload;
    const version = versions.find(({ language }) => language === t.language) ?? versions[0];
    if (version) return { text: `${version.title}\n\n${version.text}`, language: version.language };
  }
  const fields = sayFields(t, state, act).map(({ label, value }) => `${label}: ${value}`);
  return { text: fields.join("\n"), language: t.language };
}
