import type { GivenParty, PartyKind, Process } from "../draft.ts";
import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";
import { inducedParties } from "./induced.ts";

/** A party of the process, as this text names it. */
export type KnownParty = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: PartyKind;
  /** Given with the process, or induced from the text. */
  readonly isGiven: boolean;
};

/** One naming of a party in the text. */
export type PartyMention = Range & { readonly party: string; readonly isPossessive: boolean };

export type Parties = {
  readonly list: readonly KnownParty[];
  readonly mentions: readonly PartyMention[];
  readonly belligerents: readonly string[];
  /** The one of the two that is a state, where the other is none: "the government", "the army". */
  readonly state: string | undefined;
  /** The United Nations, where they are one of the parties. */
  readonly united: string | undefined;
  readonly byId: ReadonlyMap<string, KnownParty>;
  /** Mentions within a range, in the order of the text. */
  within(range: Range): readonly PartyMention[];
  /** The party that a phrase by itself names. */
  named(phrase: string): string | undefined;
};

export function partiesOf(text: string, process: Process, language: Language): Parties {
  const given = process.parties ?? [];
  const isGiven = given.length > 0;
  const basis: readonly GivenParty[] = isGiven ? given : inducedParties(text, language);
  const { pattern, idOf } = namesOf(basis, language);
  const mentions: PartyMention[] = [];
  if (basis.length > 0)
    for (const match of text.matchAll(pattern)) {
      const id = idOf(match[0]);
      if (id !== undefined)
        mentions.push({
          start: match.index,
          end: match.index + match[0].length,
          party: id,
          isPossessive: /^(?:'s|')(?!\p{L})/u.test(
            text.slice(match.index + match[0].length, match.index + match[0].length + 3),
          ),
        });
    }
  const list = basis.map((party) => ({
    id: party.id,
    name: party.name,
    aliases: party.aliases ?? [],
    kind: party.kind ?? (process.host === party.id ? "host" : undefined),
    isGiven,
  }));
  const kinds = kindsOf(list, mentions, text, language);
  const known = list.map((party) => ({ ...party, kind: party.kind ?? kinds.get(party.id) ?? "third" }));
  const fighting = known.filter(({ kind }) => kind === "belligerent");
  const states = fighting.filter(({ name }) => !language.parties.movement.test(name));
  return {
    list: known,
    mentions,
    united: known.find(({ name, aliases }) =>
      [name, ...aliases].some((one) => language.parties.united.test(one)),
    )?.id,
    byId: new Map(known.map((party) => [party.id, party])),
    belligerents: fighting.map(({ id }) => id),
    state: fighting.length === 2 && states.length === 1 ? states[0]?.id : undefined,
    within: ({ start, end }) => {
      let low = 0;
      let high = mentions.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((mentions[middle]?.end ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      const found: PartyMention[] = [];
      for (let i = low; i < mentions.length; i++) {
        const mention = mentions[i];
        if (!mention || mention.start >= end) break;
        if (mention.start >= start && mention.end <= end) found.push(mention);
      }
      return found;
    },
    named: (phrase) => idOf(phrase.replace(/^the /i, "").replace(/'s$/, "")),
  };
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// What is left of a state's name as it signs: "Russian Federation" is Russian, and Russia.
function shortened(name: string, { parties: { formal } }: Language): readonly string[] {
  const left = name.replace(formal.before, "").replace(formal.after, "");
  if (left === name || !/^\p{Lu}[\p{L}'’-]{3,}$/u.test(left)) return [];
  return formal.adjective.test(left) ? [left, left.replace(formal.adjective, "")] : [left];
}

/** Every alias, and what grammar makes of it: a people, an adjective; the longest name that fits is meant. */
function namesOf(parties: readonly GivenParty[], language: Language) {
  const ids = new Map<string, string>();
  const plain = (name: string) =>
    name.toLowerCase().replace(/[’]/g, "'").replace(/^the /, "").replace(/\s+/g, " ").trim();
  for (const party of parties)
    for (const alias of [party.name, ...(party.aliases ?? [])])
      if (plain(alias) !== "") ids.set(plain(alias), party.id);
  for (const party of parties)
    for (const short of [party.name, ...(party.aliases ?? [])].flatMap((alias) => shortened(alias, language)))
      if (![...ids.keys()].some((name) => plain(short).startsWith(name))) ids.set(plain(short), party.id);
  // "the islands" of the Meridian Islands, "the movement": a party's common noun, where one party alone has it
  const commons = new Map<string, string | undefined>();
  for (const party of parties)
    for (const noun of new Set(
      [party.name, ...(party.aliases ?? [])].map((name) =>
        language.parties.common.exec(name)?.[1]?.toLowerCase(),
      ),
    ))
      if (noun !== undefined) commons.set(noun, commons.has(noun) ? undefined : party.id);
  for (const [noun, id] of [...commons])
    for (const people of id === undefined ? [] : (language.parties.peopleOf[noun] ?? []))
      if (!commons.has(people)) commons.set(people, id);
  for (const [noun, id] of commons) if (id !== undefined && !ids.has(noun)) ids.set(noun, id);
  const names = [...ids.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const alternatives = names.map((name) => {
    const source = escaped(name).replace(/ /g, "[ -]").replace(/^(.)/, "$1");
    // only a single word of some length takes an ending
    return /^[\p{L}]{4,}$/u.test(name) ? `${source}${language.parties.endings}?` : source;
  });
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${alternatives.join("|") || "(?!)"})(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  const ending = new RegExp(`${language.parties.endings}$`, "iu");
  return {
    pattern,
    idOf: (words: string): string | undefined => {
      // names of parties are written with a capital, but for "the government" and its like
      const folded = plain(words).replace(/-/g, " ");
      const exact = ids.get(plain(words)) ?? ids.get(folded);
      if (exact !== undefined) return isName(words, folded) ? exact : undefined;
      for (const name of names)
        if (folded.startsWith(name) && ending.test(folded.slice(name.length)) && /^\p{Lu}/u.test(words))
          return ids.get(name);
      return undefined;
    },
  };
  function isName(words: string, folded: string): boolean {
    return (
      /\p{Lu}/u.test(words) ||
      commons.has(folded) ||
      parties.some((party) =>
        (party.aliases ?? []).some(
          (alias) => alias === words || (alias.toLowerCase() === `the ${folded}` && !/\p{Lu}/u.test(alias)),
        ),
      )
    );
  }
}

/** Belligerents are the two that the text speaks of most, but for those who mediate, host or help. */
function kindsOf(
  list: readonly { id: string; name: string; aliases: readonly string[]; kind: PartyKind | undefined }[],
  mentions: readonly PartyMention[],
  text: string,
  language: Language,
): Map<string, PartyKind> {
  const kinds = new Map<string, PartyKind>();
  const { humanitarian, mediating } = language.parties;
  const counts = new Map<string, number>();
  const hosting = new Map<string, number>();
  for (const mention of mentions) {
    counts.set(mention.party, (counts.get(mention.party) ?? 0) + 1);
    const near = text.slice(Math.max(0, mention.start - 34), mention.start);
    const after = text.slice(mention.end, mention.end + 44);
    const hit =
      mediating.test(near) ||
      /^(?:'s)? ?(?:(?:special |chief |lead |main )?(?:mediat|facilitat|host|prime minister in the room|observer|good offices)|,? (?:which|who) (?:host|mediat|broker|facilitat|chair|conven))/i.test(
        after,
      ) ||
      /^,? which \w+ will convene/i.test(after);
    if (hit) hosting.set(mention.party, (hosting.get(mention.party) ?? 0) + 1);
  }
  for (const party of list) {
    if (party.kind) kinds.set(party.id, party.kind);
    else if (humanitarian.test(`${party.name} ${party.aliases.join(" ")}`))
      kinds.set(party.id, "humanitarian");
  }
  const fixed = list.filter((party) => kinds.get(party.id) === "belligerent").length;
  const rest = list.filter((party) => !kinds.has(party.id));
  // who is named with a mediator's words keeps less of the fight
  const order = new Map(list.map((party, i) => [party.id, i]));
  // whoever lists parties begins with the two whose process it is
  const weight = (id: string) => {
    const count = (counts.get(id) ?? 0) + ((order.get(id) ?? 9) < 2 ? 6 : 0);
    const host = hosting.get(id) ?? 0;
    return host > 0 ? (count * 0.4) / host : count;
  };
  const ranked = rest.toSorted(
    (a, b) => weight(b.id) - weight(a.id) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
  ranked.forEach((party, i) => {
    const isFighting = i < 2 - fixed;
    kinds.set(party.id, isFighting ? "belligerent" : (hosting.get(party.id) ?? 0) > 0 ? "host" : "third");
  });
  return kinds;
}
