import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Parties, PartyMention } from "./parties.ts";
import type { Person, PersonMention } from "./person.ts";

/** Who has no party yet has it by any later naming; of two chief negotiators the second is the other side's. */
export function settleParties(
  list: readonly Person[],
  mentions: readonly PersonMention[],
  text: string,
  sentences: readonly Sentence[],
  parties: Parties,
  language: Language,
): void {
  let i = 0;
  for (const mention of mentions) {
    while (i < sentences.length - 1 && (sentences[i]?.end ?? 0) <= mention.start) i++;
    const sentence = sentences[i];
    if (!sentence || mention.person.party !== undefined || mention.start < sentence.start) continue;
    mention.person.party =
      partyNear(text, mention, undefined, sentence, parties, language) ??
      partyOfWord(text, mention, sentence, parties, language);
  }
  const isNegotiator = (person: Person) =>
    person.role !== undefined &&
    language.people.negotiates.test(text.slice(person.role.start, person.role.end));
  const negotiators = list.filter(isNegotiator);
  const known = negotiators.filter(
    ({ party }) => party !== undefined && parties.belligerents.includes(party),
  );
  const unknown = negotiators.filter(({ party }) => party === undefined);
  const other = parties.belligerents.find((party) => party !== known[0]?.party);
  if (known.length === 1 && unknown.length === 1 && unknown[0] && parties.belligerents.length === 2)
    unknown[0].party = other;
  settleShared(list, text, parties, language);
  settleRespective(list, sentences, parties, language);
  for (const person of list) person.party ??= partyOfSection(person, text, sentences, parties, language);
  for (const person of list) person.party ??= partyOfCounterpart(person, text, mentions, parties, language);
  for (const person of list) person.party ??= partyOfOffice(person, text, parties);
  settleState(list, text, parties, language);
  for (const person of list) person.party ??= partyOfLead(person, text, sentences, parties, language);
  if (parties.united !== undefined)
    for (const person of list)
      if (person.role && language.sources.ofUnited.test(text.slice(person.role.start, person.role.end)))
        person.party ??= parties.united;
}

/** "X and Y, the heads of the two delegations": where one is known the other is of the other side. */
function settleShared(list: readonly Person[], text: string, parties: Parties, language: Language): void {
  for (const person of list) {
    const { role } = person;
    if (!role || !language.people.respective.test(text.slice(role.start, role.end))) continue;
    const partner = list.find((one) => one !== person && one.role?.start === role.start);
    if (person.party !== undefined || partner?.party === undefined) continue;
    if (parties.belligerents.length === 2 && parties.belligerents.includes(partner.party))
      person.party = parties.belligerents.find((party) => party !== partner.party);
  }
}

/** "They were headed, respectively, by X and Y": in the order in which the two sides are named before. */
function settleRespective(
  list: readonly Person[],
  sentences: readonly Sentence[],
  parties: Parties,
  language: Language,
): void {
  for (const sentence of sentences) {
    if (!language.people.inOrder.test(sentence.masked)) continue;
    const before = sentences[sentence.index - 1];
    const from = before?.line === sentence.line ? before.start : sentence.start;
    const sides = [
      ...new Set(
        parties
          .within({ start: from, end: sentence.end })
          .map(({ party }) => party)
          .filter((party) => parties.belligerents.includes(party)),
      ),
    ];
    const people = list.filter(({ at }) => at.start >= sentence.start && at.end <= sentence.end);
    if (sides.length !== 2 || people.length !== 2) continue;
    for (const [i, person] of people.toSorted((a, b) => a.at.start - b.at.start).entries())
      person.party ??= sides[i];
  }
}

/** "Lunaria's premier said … Premier Tal told": whose premier was spoken of. */
function partyOfOffice({ role, at }: Person, text: string, parties: Parties): string | undefined {
  const noun =
    role && /[\p{L}-]{5,}$/u.exec(text.slice(role.start, Math.min(role.end, at.start)).trim())?.[0];
  if (!noun) return undefined;
  const owned = new RegExp(`^(?:'s|s'|')? (?:\\p{Ll}+ ){0,2}${noun}(?!\\p{L})`, "iu");
  const of = new RegExp(`(?<!\\p{L})${noun} of (?:the )?$`, "iu");
  const owners = new Set(
    parties.mentions
      .filter(
        ({ start, end }) =>
          owned.test(text.slice(end, end + 40)) || of.test(text.slice(Math.max(0, start - 40), start)),
      )
      .map(({ party }) => party),
  );
  return owners.size === 1 ? [...owners][0] : undefined;
}

/** "… the Lunarian hosts. President Tal …": a head of state without a country is of the one that the sentence before names. */
function partyOfLead(
  { role, at }: Person,
  text: string,
  sentences: readonly Sentence[],
  parties: Parties,
  language: Language,
): string | undefined {
  if (!role || role.start > at.start || !language.people.ofState.test(text.slice(role.start, role.end)))
    return undefined;
  const here = sentences.find(({ start, end }) => start <= role.start && end > role.start);
  const previous = here && sentences[here.index - 1];
  if (!previous || role.start - here.start > 4 || previous.line !== here.line) return undefined;
  const named = new Set(parties.within(previous).map(({ party }) => party));
  return named.size === 1 ? [...named][0] : undefined;
}

/** "His opposite number, Major Rasch": of the other side than who was named last. */
function partyOfCounterpart(
  { at }: Person,
  text: string,
  mentions: readonly PersonMention[],
  parties: Parties,
  language: Language,
): string | undefined {
  if (!language.people.counterpart.test(text.slice(Math.max(0, at.start - 60), at.start))) return undefined;
  const before = mentions.findLast(({ end, person }) => end < at.start && person.party !== undefined)?.person;
  return before?.party !== undefined && parties.belligerents.includes(before.party)
    ? parties.belligerents.find((party) => party !== before.party)
    : undefined;
}

/** Below "What Ostrel says" who speaks is of that side. */
function partyOfSection(
  person: Person,
  text: string,
  sentences: readonly Sentence[],
  parties: Parties,
  language: Language,
): string | undefined {
  const { line } =
    sentences.find(({ start, end }) => start <= person.at.start && end > person.at.start) ?? {};
  const heading = line?.under ? text.slice(line.under.start, line.under.end) : "";
  if (
    !line?.under ||
    !(
      language.people.headsSide.test(heading) ||
      (!/\p{Ll}/u.test(heading) && language.people.headsOffice.test(heading))
    )
  )
    return undefined;
  const named = new Set(parties.within(line.under).map(({ party }) => party));
  return named.size === 1 ? [...named][0] : undefined;
}

/** A "government spokesman" is of the only state of the two; so is a president where no third state is there. */
function settleState(list: readonly Person[], text: string, parties: Parties, language: Language): void {
  if (parties.state === undefined) return;
  const { ofGovernment, ofState } = language.people;
  const isAlone = parties.list.every(
    ({ kind, name }) =>
      kind === "belligerent" || kind === "humanitarian" || language.parties.abroad.test(name),
  );
  for (const person of list) {
    if (person.party !== undefined || !person.role) continue;
    const office = text.slice(Math.max(0, person.role.start - 12), person.role.end);
    if (ofGovernment.test(office) || (isAlone && ofState.test(office))) person.party = parties.state;
  }
}

export function possessedByParty(parties: Parties, at: number): boolean {
  return parties.within({ start: at - 40, end: at }).some((one) => one.isPossessive && one.end >= at - 3);
}

/** The party of a named person by the words around the name: before it within the same clause, behind it in its apposition. */
export function partyNear(
  text: string,
  name: Range,
  role: Range | undefined,
  context: Range,
  parties: Parties,
  language: Language,
): string | undefined {
  const after = text.slice(name.end, Math.min(context.end, name.end + 140));
  const bracket = /^ ?\(([^)]{2,80})\)/.exec(after);
  if (bracket) {
    const inside = parties.within({ start: name.end, end: name.end + bracket[0].length });
    if (inside[0]) return inside[0].party;
  }
  // inside a label's brackets
  const label = /\([^)]*$/.test(text.slice(context.start, name.start));
  if (label && context.end - context.start < 120) {
    const inside = parties.within(context);
    if (inside[0]) return inside[0].party;
  }
  const behalf = language.people.onBehalf.exec(text.slice(context.start, name.start));
  if (behalf) {
    const at = context.start + behalf.index;
    const spoken = parties.within({ start: at, end: at + behalf[0].length })[0];
    if (spoken) return spoken.party;
  }
  const from = Math.max(context.start, name.start - 110);
  const before = text.slice(from, name.start);
  const cut = Math.max(...language.people.clauseBreaks(before), 0);
  const left = parties.within({ start: from + cut, end: name.start });
  const nearest = left[left.length - 1];
  if (nearest && isOfName(text.slice(nearest.end, name.start), language)) return nearest.party;
  const led = nearestLed(text, nearest, name);
  if (led !== undefined) return led;
  const of = /^(?:,? (?:of|from|for) (?:the )?|, (?:[^,.;]{0,60}?))/.exec(after);
  if (of) {
    if (language.people.verbAfter.test(after)) return nearestLed(text, nearest, name);
    const stop = after.slice(1).search(/[,.;:]|\s(?:said|told|has|had)\s/);
    const tail = /^,/.test(after) ? appositionEnd(after) : stop < 0 ? after.length : stop + 1;
    // "According to Arne, three fishermen taken by the Front …": no apposition
    if (/^,/.test(after) && !language.people.apposed.test(after)) return nearestLed(text, nearest, name);
    const right = parties.within({ start: name.end, end: name.end + tail });
    if (right[0]) return right[0].party;
  }
  if (role && role.start > name.end) {
    const right = parties.within(role);
    if (right[0]) return right[0].party;
  }
  return nearestLed(text, nearest, name);
}

/** "the delegation of Ostrel, led by …" */
function nearestLed(text: string, nearest: PartyMention | undefined, name: Range): string | undefined {
  if (!nearest) return undefined;
  const between = text.slice(nearest.end, name.start + 1);
  return /^'?s?[^.;:]{0,60}(?:led|headed|represented|chaired) by /.test(between) ||
    /^(?: (?:side|delegation|team|one))? by [^,.;:]{0,30}$/.test(between)
    ? nearest.party
    : undefined;
}

/** "Its coordinator, Dr. …": whom the sentence names first, else the sentence before. */
export function partyOfIts(
  text: string,
  name: Range,
  context: Range,
  previous: Sentence | undefined,
  parties: Parties,
  language: Language,
): string | undefined {
  const lead = language.people.its.exec(text.slice(context.start, name.start));
  if (!lead) return undefined;
  const at = context.start + lead.index;
  if (parties.within({ start: at, end: name.start }).length > 0) return undefined;
  return (parties.within({ start: context.start, end: at })[0] ?? (previous && parties.within(previous)[0]))
    ?.party;
}

/** "… told reporters that the Front would not return": he speaks for it. */
export function partyOfWord(
  text: string,
  name: Range,
  context: Range,
  parties: Parties,
  language: Language,
): string | undefined {
  const after = text.slice(name.end, Math.min(context.end, name.end + 140));
  const lead = language.people.saysThat.exec(after);
  if (!lead) return undefined;
  const at = name.end + lead[0].length;
  const mention = parties.within({ start: at, end: at + 60 })[0];
  return mention &&
    mention.start - at < 5 &&
    language.people.ownModal.test(text.slice(mention.end, mention.end + 30))
    ? mention.party
    : undefined;
}

/** "Ostrel is pulling out, President … declared": he speaks for whom the sentence is about. */
export function partyOfClosing(
  text: string,
  name: Range,
  role: Range | undefined,
  context: Range,
  parties: Parties,
): string | undefined {
  if (!role || role.start > name.start || !/, (?:the )?$/.test(text.slice(context.start, role.start)))
    return undefined;
  const first = parties.within({ start: context.start, end: name.start })[0];
  return first && first.start - context.start < 5 ? first.party : undefined;
}

function appositionEnd(after: string): number {
  const second = after.indexOf(",", 1);
  if (second < 0) return Math.min(after.length, 90);
  const third = after.indexOf(",", second + 1);
  // "@name, spokesman, Southern Council"
  return /^, \p{L}+, [^,.]{2,40}$/u.test(after) || (third < 0 && second < 30) ? after.length : second;
}

/** Only words of an office stand between the party and the name. */
function isOfName(between: string, language: Language): boolean {
  if (between.length > 90) return false;
  return !language.people.verbBetween.test(between);
}
