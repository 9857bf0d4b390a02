import { patternsOf } from "../mentions/name-patterns.ts";
import type { Person } from "../mentions/person.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";

/** Who is quoted: resolved as far as the text allows. */
export type Speaker = {
  readonly text: string;
  readonly parties: readonly string[];
  readonly person?: Person;
  readonly kind: "person" | "party" | "institution" | "joint" | "anonymous";
  /** Where the words stand that name the speaker here. */
  readonly at: Range;
  readonly rule: string;
};

/** Who spoke last: what pronouns and "the diplomat" go back to. */
export type Memory = {
  person: Speaker | undefined;
  thing: Speaker | undefined;
  last: Speaker | undefined;
  /** For whom an unnamed spokesman would speak: the party that the sentence before was about. */
  spoken: readonly string[] | undefined;
};

/** The source of a cue: the noun phrase before it, or behind an inverted one. Places are those of the sentence. */
export function speakerAt(
  scene: Scene,
  sentence: Sentence,
  from: number,
  cue: Range,
  memory: Memory,
): Speaker | undefined {
  const { masked } = sentence;
  const { parties } = scene;
  const before = masked.slice(from, cue.start);
  const offset = sentence.start + from;
  // directly before, between commas: "…, the spokesman said, …"
  const trimmed = before.replace(/\s+$/, "");
  if (!/[,;:"”»—–]$| and$/.test(trimmed)) {
    const cut = wholePair(scene, sentence, trimmed, Math.max(lastCut(trimmed), 0), offset);
    const words = trimmed.slice(cut).replace(/^\s+/, "");
    const start = offset + cut + (trimmed.slice(cut).length - words.length);
    if (/^who(?: \p{L}+ly| also| then| later| has| had)?$/iu.test(words)) {
      const named = scene.people.within({ start: Math.max(sentence.start, start - 80), end: start }).at(-1);
      if (named && /^,? (?:and )?$/.test(scene.folded.text.slice(named.end, start)))
        return ofPerson(named.person, named);
    }
    const close = /^(?:who|which)$/i.test(words) ? undefined : phrase(scene, sentence, words, start, memory);
    if (close && (cut > 0 || isWhole(scene, words))) return close;
    // somebody whom nobody has listed: "…, the Order of Mercy said"
    if (!close && cut > 0 && /[,”"»] ?$/.test(trimmed.slice(0, cut)) && isName(scene, words)) {
      const own = parties.within({ start, end: start + words.length })[0]?.party;
      return {
        text: words,
        parties: own === undefined ? [] : [own],
        kind: "institution",
        at: { start, end: start + words.length },
        rule: "unlisted",
      };
    }
  }
  // "Mirandia, which has a post there, said"
  const related = scene.language.sources.related.exec(trimmed);
  if (related?.[1]) {
    const at = related.index + related[0].indexOf(related[1]);
    const named = phrase(scene, sentence, related[1], offset + at, memory);
    if (named) return named;
  }
  const chained = inChain(scene, trimmed, offset);
  if (chained) return chained;
  const lead = scene.language.sources.lead.exec(before);
  const head = lead ? before.slice(lead[0].length) : before;
  const first = head.replace(/^[\s"“”«»,:·—–-]+/, "");
  if (first !== "")
    return phrase(scene, sentence, first, offset + before.length - first.length, memory, true);
  return undefined;
}

/** The source behind a cue: "said Wiik", "according to two diplomats in Port Salim". */
export function speakerAfter(
  scene: Scene,
  sentence: Sentence,
  at: number,
  memory: Memory,
): Speaker | undefined {
  const rest = sentence.masked.slice(at);
  // the dot of "Dr. Kolt" ends nothing
  const stop = rest
    .replace(scene.language.sources.dotted, "$1 ")
    .search(
      /[,;:.!?"“”—–](?!\p{L})| (?:on|in a|at a|after|during|who|which|that|to reporters|as|while|when|by|shows?|showed|purports?|depict\w*) /u,
    );
  const words = (stop < 0 ? rest : rest.slice(0, stop)).trim();
  const start = sentence.start + at + (rest.length - rest.trimStart().length);
  // "said the Halvian justice minister, Tove Lindqvist."
  if (stop > 0 && rest[stop] === ",") {
    const named = scene.people.within({ start: start + words.length + 2, end: start + words.length + 60 })[0];
    if (
      named?.start === start + words.length + 2 &&
      (scene.language.sources.human.test(words) || patternsOf(scene.language).office.test(words))
    )
      return ofPerson(named.person, { start: named.start, end: named.end });
  }
  if (words === "") return undefined;
  const named = phrase(scene, sentence, words, start, memory) ?? commonSource(scene, words, start);
  if (named || !/^(?:the |an? )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+$/u.test(words)) return named;
  // "according to the Red Anchor", whom nobody has listed
  return {
    text: words,
    parties: [],
    kind: "institution",
    at: { start, end: start + words.length },
    rule: "unlisted",
  };
}

/** "according to the stationmaster": whoever that is, and nothing that is written. */
function commonSource(scene: Scene, words: string, start: number): Speaker | undefined {
  const { commonSource: common, written } = scene.language.sources;
  return common.test(words) && !written.test(words)
    ? {
        text: words,
        parties: [],
        kind: "anonymous",
        at: { start, end: start + words.length },
        rule: "common",
      }
    : undefined;
}

/** "Ostrel and Mirandia said": two parties before a verb are one speaker. */
function wholePair(scene: Scene, sentence: Sentence, text: string, cut: number, offset: number): number {
  if (!/ and $/.test(text.slice(0, cut))) return cut;
  const before = scene.parties
    .within({ start: offset + Math.max(0, cut - 45), end: offset + cut - 4 })
    .at(-1);
  const after = scene.parties.within({ start: offset + cut, end: sentence.end })[0];
  if (
    !before ||
    !after ||
    before.end < offset + cut - 6 ||
    after.start > offset + cut + 4 ||
    before.party === after.party
  )
    return cut;
  return Math.max(0, lastCut(text.slice(0, Math.max(0, before.start - offset))));
}

/** "…, Kolt, its negotiator, wrote": a name between commas and what he is. */
function inChain(scene: Scene, before: string, offset: number): Speaker | undefined {
  const text = before.replace(/(?<=,)(?: (?:has|had|have|also|then|later|again|in turn|\p{L}+ly))+$/u, "");
  const match = /, ((?:\p{L}[\p{L}.'-]* ?){1,5}), (?:an?|the|its|their|his|her|who) [^,]{3,60},$/u.exec(text);
  const last =
    /(?:^|[,;] (?:(?:and|but|while|whereas|although|though) )?)(?:its|their|the|his|her|an?) [^,]{3,60}, ((?:\p{L}[\p{L}.'-]* ?){1,4}),$/u.exec(
      text,
    );
  if (last?.[1]) {
    const end = offset + text.length - 1;
    const named = scene.people.within({ start: end - last[1].length, end }).at(-1);
    if (named && named.end === end) return ofPerson(named.person, named);
  }
  if (!match?.[1]) return undefined;
  const start = offset + match.index + 2;
  const mention = scene.people.within({ start, end: start + match[1].length }).at(-1);
  return mention && mention.end === start + match[1].trimEnd().length
    ? ofPerson(mention.person, mention)
    : undefined;
}

/** Where the last clause of a text begins. */
function lastCut(text: string): number {
  let cut = -1;
  for (const match of text.matchAll(
    /[,;:”"»—–] (?:(?:and|but|while|whereas|though|although|because|as|when) )?|[”"»] ?| (?:and|but|while|whereas|because|although|as|when) (?=(?:the|a|an|its|he|she|they|it|both|other|another|one|two|three|\p{Lu}))/gu,
  ))
    cut = match.index + match[0].length;
  return cut;
}

function isName(scene: Scene, words: string): boolean {
  return (
    isWhole(scene, words) &&
    /^(?:the |an? |its )?(?:\p{Ll}[\p{L}-]* ){0,2}\p{Lu}\p{L}+/u.test(words) &&
    !/^(?:and|but|who|which|that|when|where|as|if)\b/i.test(words)
  );
}

function isWhole(scene: Scene, words: string): boolean {
  return words.split(" ").length <= 12 && !scene.language.sources.finite.test(words);
}

/** What a noun phrase names, if it can speak. */
function phrase(
  scene: Scene,
  sentence: Sentence,
  words: string,
  start: number,
  memory: Memory,
  isOpen = false,
): Speaker | undefined {
  const { language, parties, people } = scene;
  const { sources } = language;
  const time = (sources.time.exec(words) ?? sources.place.exec(words))?.[0].length ?? 0;
  if (time > 0) return phrase(scene, sentence, words.slice(time), start + time, memory, isOpen);
  const np = isOpen ? nounPhrase(words, scene) : words;
  if (np === "" || np.split(" ").length > 16 || sources.nobody.test(np) || sources.noSubject.test(np))
    return undefined;
  const range = { start, end: start + np.length };
  const text = (one: Range) => scene.folded.text.slice(one.start, one.end);
  const plain = np
    .replace(language.sources.issues, "")
    .replace(/^[Ww]hat (?=(?:the )?\p{Lu})/u, "")
    .replace(/^(?:in|at|from|by|and|but|also|then|for|on) (?:the )?(?=\S)/i, (lead) =>
      /^(?:in|at|from) the $/i.test(lead) ? "" : /^(?:and|but|also|then) /i.test(lead) ? "" : lead,
    )
    .trim()
    .replace(language.sources.trailing, "")
    .replace(/(?<=\p{L})'s$/u, "");
  const first = language.sources.endsInFirst.exec(plain);
  if (first?.[1]) return ofPronoun(scene, sentence, first[1].toLowerCase(), range, memory);
  const cleft = language.cues.cleft.exec(plain);
  if (cleft?.[1]) return phrase(scene, sentence, cleft[1], start + np.indexOf(cleft[1]), memory);
  if (sources.pronoun.test(plain)) return ofPronoun(scene, sentence, plain.toLowerCase(), range, memory);
  if (sources.ourOwn.test(plain)) return undefined;
  const unnamed = sources.unnamed.exec(plain);
  if (unnamed)
    return {
      text: plain,
      parties: parties
        .within({ start, end: start + np.indexOf(plain) + unnamed[0].length })
        .map(({ party }) => party),
      kind: "anonymous",
      at: range,
      rule: "unnamed",
    };
  const outlet = ofOutlet(scene, plain, range, np, words);
  if (outlet) return outlet;
  if (sources.ofBoth.test(plain))
    return { text: plain, parties: parties.belligerents, kind: "anonymous", at: range, rule: "of-both" };
  const named = people.within(range)[0] ?? (isOpen ? inApposition(scene, words, np, start) : undefined);
  if (named && !isPossessed(scene, named.end))
    return ofPerson(named.person, { start: named.start, end: named.end });
  if (sources.joint.test(plain))
    return { text: plain, parties: parties.belligerents, kind: "joint", at: range, rule: "joint" };
  const mentions = parties.within(range);
  const both = [...new Set(mentions.map(({ party }) => party))].filter((party) =>
    parties.belligerents.includes(party),
  );
  if (
    both.length === 2 &&
    / and /.test(plain) &&
    plain.split(" ").length <= 9 &&
    !sources.anonymous.test(plain)
  )
    return { text: plain, parties: both, kind: "joint", at: range, rule: "joint" };
  const exact = parties.named(plain);
  if (exact !== undefined && mentions.length > 0)
    return { text: plain, parties: [exact], kind: "party", at: range, rule: "party" };
  if (sources.journalists.test(plain)) return undefined;
  if (
    parties.united !== undefined &&
    mentions.length === 0 &&
    sources.ofUnited.test(plain) &&
    !people.list.some(
      ({ role }) =>
        role &&
        (
          text(role)
            .toLowerCase()
            .split(/ (?:for|of|to) /)[0] ?? ""
        ).includes(plain.replace(/^the /i, "").toLowerCase()),
    )
  )
    return { text: plain, parties: [parties.united], kind: "institution", at: range, rule: "united" };
  const reference = ofReference(scene, plain, range, memory, sentence);
  if (reference) return reference;
  if (named) {
    const isAbout = sources.head.test(plain);
    const side = named.person.party;
    // "Renzi's side refused"
    if (side !== undefined && sources.wholeSide.test(plain))
      return {
        text: parties.byId.get(side)?.name ?? plain,
        parties: [side],
        kind: "party",
        at: range,
        rule: "side-of",
      };
    return isAbout
      ? {
          text: plain,
          parties: named.person.party ? [named.person.party] : [],
          kind: "anonymous",
          at: range,
          rule: "aide",
        }
      : ofPerson(named.person, { start: named.start, end: named.end });
  }
  const holder = mentions.length > 0 ? holderOf(scene, plain, range, mentions[0]?.party) : undefined;
  if (holder) return holder;
  if (mentions.length > 0 && (sources.head.test(plain) || isPartyPhrase(plain))) {
    const ids = [...new Set(mentions.map(({ party }) => party))];
    const isAnonymous = sources.anonymous.test(plain);
    const first = speakingParty(scene, np, start) ?? (isAnonymous ? undefined : ids[0]);
    return {
      text: plain,
      parties: isAnonymous && !sources.official.test(plain) ? [] : first === undefined ? [] : [first],
      kind: isAnonymous ? "anonymous" : "institution",
      at: range,
      rule: "institution",
    };
  }
  // "the premier's office" speaks for the premier's side
  const held = sources.ofHolder.exec(plain)?.[1]?.toLowerCase();
  const holder2 =
    held === undefined
      ? undefined
      : people.list.find(({ role }) => role && text(role).toLowerCase().includes(held));
  if (holder2?.party !== undefined)
    return { text: plain, parties: [holder2.party], kind: "institution", at: range, rule: "office-of" };
  if (sources.mediators.test(plain))
    return {
      text: plain.replace(sources.statementBy, ""),
      parties: mediatorsOf(scene),
      kind: "institution",
      at: range,
      rule: "mediators",
    };
  if (language.cues.possessed.test(plain) && sources.ofTheIssuer.test(plain)) {
    const owner = parties.within({ start: sentence.start, end: start })[0]?.party ?? memory.thing?.parties[0];
    return {
      text: plain,
      parties: owner === undefined ? [] : [owner],
      kind: "institution",
      at: range,
      rule: "its-institution",
    };
  }
  if (sources.own.test(plain)) {
    const party = scene.issuer ?? parties.state ?? memory.thing?.parties[0];
    return {
      text: plain,
      parties: party === undefined ? [] : [party],
      kind: "institution",
      at: range,
      rule: "own-institution",
    };
  }
  // a surname that the text has not introduced
  if (/^\p{Lu}\p{Ll}[\p{L}'-]+$/u.test(plain) && !language.people.noPerson.test(plain))
    return { text: plain, parties: [], kind: "anonymous", at: range, rule: "surname" };
  // "the Red Anchor", whom nobody has listed
  if (
    /^the \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+$/iu.test(plain) &&
    /^[Tt]he \p{Lu}/u.test(plain) &&
    mentions.length === 0
  )
    return { text: plain, parties: [], kind: "institution", at: range, rule: "unlisted" };
  if (sources.head.test(plain) && isWhole(scene, plain))
    return { text: plain, parties: [], kind: "anonymous", at: range, rule: "anonymous" };
  return undefined;
}

/** "The Lake Tribune reported", "Free Kuru, the Movement's channel, called": a paper speaks for nobody, but for a state's or a party's own. */
function ofOutlet(
  { language, parties }: Scene,
  plain: string,
  at: Range,
  np: string,
  words: string,
): Speaker | undefined {
  const { sources } = language;
  const apposed = sources.ofOutlet.exec(words.slice(np.length))?.[0].length ?? 0;
  const own = parties.within({ start: at.start, end: at.end + apposed });
  if (parties.named(plain) !== undefined) return undefined;
  const isNamed = /^(?:the |an? |its )?(?:\p{Ll}[\p{L}-]* ){0,3}\p{Lu}/u.test(plain);
  if (!isNamed || (apposed === 0 && !sources.outlet.test(plain))) return undefined;
  if (/(?:'s|s'|’s) \p{Ll}/u.test(plain)) return undefined;
  const isOfState = sources.ofState.test(plain);
  const party =
    apposed > 0 || isOfState || (/ \p{Ll}\S*$/u.test(plain) && !sources.privatePaper.test(plain))
      ? (own[0]?.party ?? (isOfState ? parties.state : undefined))
      : undefined;
  return {
    text: plain,
    parties: party === undefined ? [] : [party],
    kind: "institution",
    at,
    rule: party === undefined ? "outlet" : "own-outlet",
  };
}

/** "the Halvian foreign minister said", and two sentences on: "The minister, Eskil Torvund, …". */
function holderOf(scene: Scene, words: string, at: Range, party: string | undefined): Speaker | undefined {
  const noun = scene.language.sources.human.exec(words)?.[0];
  if (noun === undefined || !/^the /i.test(words)) return undefined;
  const { text } = scene.folded;
  const next = new RegExp(`(?<!\\p{L})[Tt]he (?:[\\p{L}-]+ ){0,2}${noun},? $`, "u");
  const held = scene.people.list.find(
    (person) =>
      (person.party === undefined || person.party === party) &&
      person.at.start > at.end &&
      person.at.start < at.end + 600 &&
      next.test(text.slice(Math.max(at.end, person.at.start - 60), person.at.start)),
  );
  if (!held) return undefined;
  held.party ??= party;
  return ofPerson(held, at);
}

/** The party that a phrase speaks for: the one that has or qualifies the institution, not the one that it is near to or accredited to. */
function speakingParty(scene: Scene, np: string, start: number): string | undefined {
  const mentions = scene.parties.within({ start, end: start + np.length });
  const close = scene.language.sources.near.exec(np);
  const own = mentions.filter((one) => close === null || one.start < start + close.index);
  return own[0]?.party;
}

function isPartyPhrase(words: string): boolean {
  return words.split(" ").length <= 4 && /^(?:the )?\p{Lu}/u.test(words);
}

function isPossessed(scene: Scene, end: number): boolean {
  return /^'s? \p{L}/u.test(scene.folded.text.slice(end, end + 4));
}

export function ofPerson(person: Person, at: Range): Speaker {
  return {
    text: person.name,
    parties: person.party === undefined ? [] : [person.party],
    person,
    kind: "person",
    at,
    rule: "person",
  };
}

function mediatorsOf({ parties }: Scene): readonly string[] {
  return parties.list
    .filter(({ kind }) => kind === "mediator" || kind === "host" || kind === "third")
    .map(({ id }) => id);
}

/** He and she go back to the person who spoke or acted last; it and they to the institution. */
function ofPronoun(
  scene: Scene,
  sentence: Sentence,
  word: string,
  at: Range,
  memory: Memory,
): Speaker | undefined {
  if (
    (word === "we" || word === "i") &&
    !scene.author &&
    scene.issuer !== undefined &&
    scene.issuerName !== undefined
  )
    return { text: scene.issuerName, parties: [scene.issuer], kind: "institution", at, rule: "issuer" };
  if (word === "we" || word === "i")
    return scene.author ? { ...ofPerson(scene.author, at), rule: "first-person" } : undefined;
  const isPerson = word === "he" || word === "she";
  if (isPerson) {
    const gender = word === "she" ? "f" : "m";
    const candidates = [memory.person, ...recentPersons(scene, sentence)].filter((one) => one !== undefined);
    const fits =
      candidates.find((one) => one.person === undefined || one.person.gender === gender) ??
      candidates.find((one) => one.person?.gender === undefined);
    // who was quoted last goes before who was named last, unless the word says that it is somebody else
    const first =
      memory.person && (memory.person.person?.gender ?? gender) === gender
        ? memory.person
        : (fits ?? ofGender(scene, sentence, gender) ?? memory.person);
    if (!first) return undefined;
    if (first.person) first.person.gender ??= gender;
    return { ...first, at, rule: "pronoun" };
  }
  // "They call it a mistake", writes one of the two
  const own = word === "they" ? scene.author?.party : undefined;
  const other =
    own !== undefined && scene.parties.belligerents.includes(own)
      ? scene.parties.belligerents.find((party) => party !== own)
      : undefined;
  if (other !== undefined)
    return {
      text: scene.parties.byId.get(other)?.name ?? other,
      parties: [other],
      kind: "party",
      at,
      rule: "they",
    };
  const thing = memory.thing ?? memory.last;
  return thing ? { ...thing, at, rule: "pronoun" } : undefined;
}

/** Whom the text has called so before; else whom it named first, if nothing says that he is no woman, or she no man. */
function ofGender({ people }: Scene, sentence: Sentence, gender: "f" | "m"): Speaker | undefined {
  const before = people.within({ start: 0, end: sentence.start });
  const found =
    before.findLast(({ person }) => person.gender === gender) ??
    before.find(({ person }) => person.gender === undefined);
  return found && ofPerson(found.person, found);
}

function recentPersons({ people, sentences }: Scene, sentence: Sentence): Speaker[] {
  const found: Speaker[] = [];
  for (let i = sentence.index - 1; i >= 0 && i >= sentence.index - 3; i--) {
    const one = sentences[i];
    if (!one) continue;
    for (const mention of people.within(one)) found.push(ofPerson(mention.person, mention));
  }
  return found;
}

/** "the diplomat", "the Envoy": who holds that office, else who was quoted last. */
function ofReference(
  scene: Scene,
  words: string,
  at: Range,
  memory: Memory,
  sentence: Sentence,
): Speaker | undefined {
  const match = scene.language.sources.reference.exec(words);
  if (!match) return undefined;
  const noun = (match[1] ?? "").toLowerCase();
  const last = memory.person ?? memory.last;
  const last2 = memory.last;
  const text = scene.folded.text;
  if (last2 && last2.kind !== "person" && last2.text.toLowerCase().includes(noun))
    return { ...last2, at, rule: "reference" };
  const roleOf = (person: Person) =>
    person.role ? text.slice(person.role.start, person.role.end).toLowerCase() : "";
  if (last?.person && roleOf(last.person).includes(noun)) return { ...last, at, rule: "reference" };
  // "the Count": whose title it is
  const titleOf = ({ at: { start } }: Person) => text.slice(Math.max(0, start - 24), start).toLowerCase();
  const titled = new RegExp(`(?<!\\p{L})${noun}\\.? $`, "u");
  const holders = scene.people.list.filter(
    (person) => roleOf(person).includes(noun) || titled.test(titleOf(person)),
  );
  if (holders.length === 1 && holders[0]) return { ...ofPerson(holders[0], at), rule: "reference" };
  if (scene.language.sources.vague.test(noun) && last?.kind === "person")
    return { ...last, at, rule: "reference" };
  if (scene.language.sources.mediators.test(words))
    return {
      text: words,
      parties: mediatorsOf(scene).slice(0, 1),
      kind: "institution",
      at,
      rule: "mediators",
    };
  // a spokesman speaks for whom the sentence before names
  const owner = /^(?:its|their) /i.test(words)
    ? scene.parties.within({ start: sentence.start, end: at.start })[0]?.party
    : undefined;
  const spoken = owner === undefined ? (memory.spoken ?? memory.last?.parties ?? []) : [owner];
  return {
    text: words,
    parties: spoken.length === 1 && !scene.language.sources.civil.test(noun) ? spoken : [],
    kind: "anonymous",
    at,
    rule: "reference-unnamed",
  };
}

/** The noun phrase that a text begins with: up to a comma or the first finite verb. */
function nounPhrase(words: string, scene: Scene): string {
  const comma = words.search(/[,;:(]|\s[—–-]\s/);
  const head = comma < 0 ? words : words.slice(0, comma);
  const parts = head.split(" ");
  const stop = parts.findIndex((part, i) => i > 0 && scene.language.sources.verb.test(part));
  return (stop < 0 ? parts : parts.slice(0, stop)).join(" ").trimEnd();
}

/** A name in apposition to an office, and not that of somebody who leads or stands beside. */
function inApposition(scene: Scene, words: string, np: string, start: number) {
  const end = apposition(words, np);
  const mention = scene.people.within({
    start: start + np.length,
    end: start + Math.min(words.length, end),
  })[0];
  return mention && !scene.language.sources.notApposed.test(words.slice(np.length, mention.start - start))
    ? mention
    : undefined;
}

/** How far a name may stand behind its office: "Ukraine's delegation head, Defense Minister Rustem Umerov,". */
function apposition(words: string, np: string): number {
  const rest = words.slice(np.length);
  if (!rest.startsWith(",")) return np.length;
  const next = rest.slice(1).search(/,/);
  return np.length + (next < 0 ? rest.length : next + 1);
}

/** Whom a sentence without a cue is about, for the pronouns behind it. */
export function subjectOf(scene: Scene, sentence: Sentence, memory: Memory): Speaker | undefined {
  const lead = scene.language.sources.lead.exec(sentence.masked)?.[0].length ?? 0;
  return phrase(scene, sentence, sentence.masked.slice(lead), sentence.start + lead, memory, true);
}

/** Who has spoken is who pronouns go back to from here on. */
export function remember(scene: Scene, memory: Memory, speaker: Speaker): void {
  memory.last = speaker;
  if (speaker.kind === "person" || (speaker.kind === "anonymous" && speaker.rule !== "common"))
    memory.person = speaker;
  else if (speaker.kind !== "joint") memory.thing = speaker;
  if (speaker.kind === "institution" && scene.language.sources.human.test(speaker.text))
    memory.person = speaker;
  memory.spoken = speaker.parties;
  if (speaker.kind === "person" && speaker.parties[0] !== undefined)
    memory.thing = { ...speaker, kind: "party" };
}
