import type { Process } from "../draft.ts";
import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";
import type { Line } from "../text/lines.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Parties, PartyMention } from "./parties.ts";

/** A person named in the text. Ranges are places in the folded text. */
export type Person = {
  readonly name: string;
  readonly surname: string;
  readonly at: Range;
  role: Range | undefined;
  party: string | undefined;
  gender: "f" | "m" | undefined;
  rule: string;
};
type PersonMention = Range & { readonly person: Person };
export type People = {
  readonly list: readonly Person[];
  within(range: Range): readonly PersonMention[];
};

type Patterns = {
  readonly roleName: RegExp;
  readonly nameRole: RegExp;
  readonly nameLeads: RegExp;
  readonly soleRole: RegExp;
  readonly wholeName: RegExp;
  readonly office: RegExp;
  readonly namedFor: RegExp;
  readonly possessive: RegExp;
  readonly cueName: RegExp;
  readonly nameCue: RegExp;
  readonly ledBy: RegExp;
  readonly iAm: RegExp;
  readonly titled: RegExp;
  readonly handle: RegExp;
  readonly inCapitals: RegExp;
  readonly apposition: RegExp;
};
const compiled = new WeakMap<Language, Patterns>();
function patternsOf(language: Language): Patterns {
  const known = compiled.get(language);
  if (known) return known;
  const { head, title, rank, portfolio, part, particle, leads, ledBy } = language.people;
  const name = `${part}(?: (?:${particle})?${part}){0,3}`;
  const full = `${part}(?: (?:${particle})?${part}){1,3}`;
  const modifier = "(?:\\p{L}[\\p{L}'-]* )";
  const of = `(?: (?:of|for|to|on) (?:the )?(?:\\p{L}[\\p{L}'-]* ?){1,6}?)?`;
  const role = `(?:${modifier}{0,4}?${head}(?:-designate)?${of})`;
  const speech =
    "(?:said|says|told|added|adds|wrote|writes|noted|stressed|remarked|replied|announced|proposed|warned|stated|explained|confirmed|denied|called|rejected|accused|urged|insisted|argued|commented|emphasi[sz]ed|underlined|offered|suggested|demanded|declared|asked|asks|claimed|claims|repeated|reiterated|answered|thanked|posted|listened|refused|described|promised|acknowledged|recalled|reported|presented|agreed|spoke|appealed)";
  const patterns = {
    roleName: new RegExp(
      `(?<![\\p{L}])(${head}(?: (?:of|for) (?:the )?${portfolio})?)(?:,?(?: (?:${title}|${rank}))*,? (${name})| (?:of|for|to|from|at) (?:the )?(?:(?!(?:said|told|says|has|is|was|and|in|on|at|who|to|with|had|that)(?!\\p{L})|\\p{Ll}+ed(?!\\p{L}))\\p{L}[\\p{L}'-]*,? ){1,5}?(?:(?:(?:${title}|${rank}) )*(${full})|(?:(?:${title}|${rank}) )+(${name})))`,
      "gu",
    ),
    titled: new RegExp(`(?<![\\p{L}])((?:${title}|${rank})(?: (?:${title}|${rank}))*) (${name})`, "gu"),
    nameRole: new RegExp(
      `(?<![\\p{L}])(${full}),? \\(?((?:(?:an?|the|its|their|his|her|who is|who was|who serves as) )?${role})(?=[,.;)—–]| who| and| in | said| told|$)`,
      "gu",
    ),
    wholeName: new RegExp(`^(?:(?:${title}|${rank}) )*${full}$`, "u"),
    office: new RegExp(`(?<![\\p{L}])${head}(?![\\p{L}])`, "u"),
    namedFor: new RegExp(
      `(?<![\\p{L}])(${full}), (?:for|of|from|representing|speaking for|who (?:speaks|negotiates) for) (?:the )?(?=\\p{Lu})`,
      "gu",
    ),
    soleRole: new RegExp(
      `(?:^|[.,"”] )(${part}), ((?:an?|the|its|their|his|her|who (?:leads|heads|chairs)) (?:the )?${role})(?=,)`,
      "gu",
    ),
    nameLeads: new RegExp(
      `(?<![\\p{L}])(${full})(?:,? who|,? which|,| has| had)? ((?:${leads}) (?:the |its |their |an? |his |her |(?=\\p{Lu}))[^,.;]{2,50})`,
      "gu",
    ),
    possessive: new RegExp(`(?<=(?:'s|s') )(${full})(?! (?:${head})(?!\\p{L}))`, "gu"),
    cueName: new RegExp(
      `[,”"'·?!] ?(?:said|says|told|added|adds|wrote|replied|explained|remarked|asked|noted) (${full})`,
      "gu",
    ),
    nameCue: new RegExp(
      `(?<![\\p{L}])(${full})(?:,[^,.;]{3,80},)? (?:has |had |also |then |later |again )?${speech}(?![\\p{L}])`,
      "gu",
    ),
    iAm: new RegExp(
      `(?<![\\p{L}])(?:I'm|I am|[Mm]y name is|[Tt]his is) (${full})(?:(?:[,.;]| and) (?:I |who )?((?:${leads}) [^,.;]{3,60}|(?:an?|the|your) [^,.;]{3,60}))?`,
      "gu",
    ),
    ledBy: new RegExp(
      `(?<![\\p{L}])(?:${ledBy}|[Ii]nterview with|[Cc]onversation with|[Tt]alked to|[Ss]poke to|[Ss]poke with) (${full})`,
      "gu",
    ),
    handle: /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]{2,30}/gu,
    inCapitals: new RegExp(
      `(?<![\\p{L}])(${head.toUpperCase()}) ((?!(?:OF|FOR|ON|AND)(?!\\p{L}))\\p{Lu}{2,}(?: (?!(?:OF|TO|ON|AT|IN|FOR|AND)(?!\\p{L}))[\\p{Lu}'-]{2,}){1,2})`,
      "u",
    ),
    apposition: new RegExp(`^,? \\(?((?:(?:an?|the|its|their) )?${role})(?=[,.;)—–]| who| and|$)`, "u"),
  };
  compiled.set(language, patterns);
  return patterns;
}

type Found = { name: Range; role?: Range; rule: string; context: Range };

/** Every person named in the text: by office and name, name and office, label, cue; then every later naming of a known surname. */
export function peopleOf(
  text: string,
  sentences: readonly Sentence[],
  lines: readonly Line[],
  parties: Parties,
  process: Process,
  language: Language,
): People {
  const found: Found[] = [];
  const { noPerson, head } = language.people;
  const patterns = patternsOf(language);
  const office = new RegExp(`^(?:${head}|${language.people.title}|${language.people.rank})$`, "u");
  const headAlone = new RegExp(`^${head}$`, "iu");
  const put = (from: number, end: number, rule: string, context: Range, role?: Range, needsTwo = false) => {
    let start = from;
    let words = text.slice(start, end);
    const isHandle = words.startsWith("@");
    // "Minister of Foreign Affairs Pavel Orlan"
    while (
      !isHandle &&
      words.includes(" ") &&
      (noPerson.test(words.slice(0, words.indexOf(" "))) || office.test(words.slice(0, words.indexOf(" "))))
    ) {
      start += words.indexOf(" ") + 1;
      words = text.slice(start, end);
    }
    if (!words.includes(" ") && needsTwo) return;
    if (
      !isHandle &&
      (noPerson.test(words) ||
        parties.named(words) !== undefined ||
        parties.within({ start, end }).length > 0)
    )
      return;
    if (!isHandle && headAlone.test(words)) return;
    // "the Order of Saint Maud"
    if (language.people.namedAfter.test(text.slice(Math.max(0, start - 24), start))) return;
    found.push({ name: { start, end }, rule, context, ...(role ? { role } : {}) });
  };
  for (const line of lines) {
    if (!line.label) continue;
    const label = text.slice(line.label.start, line.label.end);
    if (language.layout.asks.test(label)) continue;
    personOfLabel(label, line.label.start, put, language);
  }
  // "ADDRESS BY PRESIDENT ILIAN MARSH OF TALMIRA"
  for (const line of lines) {
    if (line.kind !== "headline" && line.kind !== "header") continue;
    const words = text.slice(line.start, line.end);
    const match = /\p{Ll}/u.test(words) ? null : patterns.inCapitals.exec(words);
    if (!match?.[1] || !match[2]) continue;
    const at = line.start + match.index;
    const name = at + match[0].length - match[2].length;
    put(name, name + match[2].length, "office-name", line, { start: at, end: at + match[1].length }, true);
  }
  // a letter's signature: the name, and below it the office
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (!next || i < 2 || line.end - line.start > 50 || next.end - next.start > 110) return;
    if (
      !patterns.wholeName.test(text.slice(line.start, line.end)) ||
      !patterns.office.test(text.slice(next.start, next.end))
    )
      return;
    put(
      line.start,
      line.end,
      "signature",
      { start: line.start, end: next.end },
      { start: next.start, end: next.end },
      true,
    );
  });
  for (const sentence of sentences) {
    const { start, text: words } = sentence;
    const here = { start, end: sentence.end };
    for (const match of words.matchAll(patterns.roleName)) {
      const name = match[2] ?? match[3] ?? match[4] ?? "";
      const at = start + match.index + match[0].length - name.length;
      put(
        at,
        at + name.length,
        "office-name",
        here,
        roleBefore(words, match.index, at - start, start, language, parties),
        match[3] !== undefined,
      );
    }
    for (const match of words.matchAll(patterns.titled)) {
      const at = start + match.index + match[0].length - (match[2] ?? "").length;
      const isRank = new RegExp(`^${language.people.rank}$`, "u").test(match[1] ?? "");
      put(
        at,
        at + (match[2] ?? "").length,
        "title-name",
        here,
        isRank
          ? { start: start + match.index, end: start + match.index + (match[1] ?? "").length }
          : undefined,
      );
    }
    for (const match of words.matchAll(patterns.nameRole)) {
      const at = start + match.index;
      const roleAt = at + match[0].lastIndexOf(match[2] ?? "");
      put(
        at,
        at + (match[1] ?? "").length,
        "name-office",
        here,
        { start: roleAt, end: roleAt + (match[2] ?? "").trimEnd().length },
        true,
      );
    }
    for (const match of words.matchAll(patterns.namedFor))
      put(
        start + match.index,
        start + match.index + (match[1] ?? "").length,
        "name-for",
        here,
        undefined,
        true,
      );
    for (const match of words.matchAll(patterns.soleRole)) {
      const at = start + match.index;
      const roleAt = at + match[0].length - (match[2] ?? "").length;
      put(at, at + (match[1] ?? "").length, "name-office", here, {
        start: roleAt,
        end: roleAt + (match[2] ?? "").trimEnd().length,
      });
    }
    for (const match of words.matchAll(patterns.nameLeads)) {
      const at = start + match.index;
      const roleAt = at + match[0].length - (match[2] ?? "").length;
      put(
        at,
        at + (match[1] ?? "").length,
        "name-leads",
        here,
        { start: roleAt, end: roleAt + (match[2] ?? "").length },
        true,
      );
    }
    for (const match of words.matchAll(patterns.possessive))
      if (
        parties.mentions.some((one) => one.end + 3 >= start + match.index && one.end < start + match.index) ||
        /^\p{L}+ (?:\p{L}+ )?(?:said|told|listened|asked|proposed|offered|called|rejected|answered|replied)/u.test(
          words.slice(match.index + match[0].length - 1 - (match[0].split(" ").at(-1) ?? "").length),
        )
      )
        if (possessedByParty(parties, start + match.index))
          put(
            start + match.index,
            start + match.index + match[0].length,
            "party-name",
            here,
            undefined,
            true,
          );
    for (const match of words.matchAll(patterns.iAm)) {
      const at = start + match.index + match[0].indexOf(match[1] ?? "");
      const roleAt = start + match.index + match[0].length - (match[2] ?? "").length;
      const role = match[2]
        ? { start: roleAt, end: start + match.index + match[0].trimEnd().length }
        : undefined;
      put(at, at + (match[1] ?? "").length, "i-am", here, role, true);
    }
    for (const match of words.matchAll(patterns.ledBy)) {
      const at = start + match.index + match[0].length - (match[1] ?? "").length;
      put(at, at + (match[1] ?? "").length, "led-by", here, undefined, true);
    }
    for (const match of words.matchAll(patterns.cueName)) {
      const at = start + match.index + match[0].length - (match[1] ?? "").length;
      put(at, at + (match[1] ?? "").length, "cue-name", here, undefined, true);
    }
    for (const match of words.matchAll(patterns.nameCue))
      put(
        start + match.index,
        start + match.index + (match[1] ?? "").length,
        "name-cue",
        here,
        undefined,
        true,
      );
    for (const match of words.matchAll(patterns.handle)) {
      const end = start + match.index + match[0].length;
      const tail = patterns.apposition.exec(words.slice(match.index + match[0].length));
      if (!tail && !/[—–-] ?$/.test(words.slice(Math.max(0, match.index - 3), match.index))) continue;
      const roleAt = tail ? end + tail[0].length - (tail[1] ?? "").length : 0;
      put(
        start + match.index,
        end,
        "handle",
        here,
        tail ? { start: roleAt, end: roleAt + (tail[1] ?? "").trimEnd().length } : undefined,
      );
    }
  }
  for (const given of process.people ?? []) {
    let at = text.indexOf(given.name);
    if (at < 0)
      at = text.search(
        new RegExp(
          `(?<!\\p{L})${(given.name.split(" ").at(-1) ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\p{L})`,
          "u",
        ),
      );
    if (at >= 0) {
      const end = text.startsWith(given.name, at)
        ? at + given.name.length
        : at + (given.name.split(" ").at(-1) ?? "").length;
      found.push({ name: { start: at, end }, rule: "process", context: { start: at, end } });
    }
  }
  const list = merged(found, text, sentences, parties, process, language);
  const mentions = mentionsOf(list, text);
  settleParties(list, mentions, text, sentences, parties, language);
  return {
    list,
    within: ({ start, end }) => {
      let low = 0;
      let high = mentions.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
        else high = middle;
      }
      const inside: PersonMention[] = [];
      for (let i = low; i < mentions.length; i++) {
        const mention = mentions[i];
        if (!mention || mention.start >= end) break;
        if (mention.end <= end) inside.push(mention);
      }
      return inside;
    },
  };
}

/** Who has no party yet has it by any later naming; of two chief negotiators the second is the other side's. */
function settleParties(
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
}

function possessedByParty(parties: Parties, at: number): boolean {
  return parties.within({ start: at - 40, end: at }).some((one) => one.isPossessive && one.end >= at - 3);
}

/** "MR. DUARTE (Belzania)", "MODERATOR (Lena Fisk, Union of …)": the name, and what stands before or beside it as office. */
function personOfLabel(
  label: string,
  start: number,
  put: (start: number, end: number, rule: string, context: Range, role?: Range) => void,
  language: Language,
): void {
  const { part, particle, head, title, rank } = language.people;
  const context = { start, end: start + label.length };
  const bracket = /\(([^)]*)\)/.exec(label);
  const before = bracket ? label.slice(0, bracket.index).trimEnd() : label;
  const prefix = new RegExp(
    `^(?:(?:${title}|${title.toUpperCase()}|${rank}|${rank.toUpperCase()}|${head}|${head.toUpperCase()}|FOREIGN|PRIME|DEPUTY|DEFEN[CS]E|SPECIAL|CHIEF|LEAD|Foreign|Prime|Deputy|Defen[cs]e|Special|Chief|Lead)[., ]+)*`,
    "u",
  );
  const lead = prefix.exec(before)?.[0] ?? "";
  const rest = before.slice(lead.length);
  const isOffice = new RegExp(`^(?:${head}|moderator|chair|host)$`, "iu").test(before.trim());
  if (isOffice && bracket) {
    const inner = new RegExp(`^(${part}(?: (?:${particle})?${part}){1,3})`, "u").exec(bracket[1] ?? "");
    if (inner) {
      const at = start + bracket.index + 1;
      put(at, at + inner[0].length, "label", context, { start, end: start + before.length });
    }
    return;
  }
  if (rest.length > 1 && /^[\p{Lu}]/u.test(rest)) {
    const at = start + lead.length;
    const officeBefore = new RegExp(`(?:${head}|${head.toUpperCase()})`, "u").exec(lead);
    const isTitle = officeBefore === null;
    put(
      at,
      at + rest.length,
      "label",
      context,
      isTitle ? undefined : { start, end: start + lead.trimEnd().length },
    );
  }
}

/** The office that stands before a name: its noun, what it is of, titles behind it, and what stands before it. */
function roleBefore(
  words: string,
  noun: number,
  name: number,
  offset: number,
  language: Language,
  parties: Parties,
): Range {
  const { modifier, officeBefore } = language.people;
  let start = noun;
  for (let n = 0; n < 4; n++) {
    const before = words.slice(0, start).trimEnd();
    const word = /[^\s]+$/.exec(before.slice(-30))?.[0] ?? "";
    const at = before.length - word.length;
    if (
      !modifier.test(word) ||
      parties.within({ start: offset + at, end: offset + before.length }).length > 0
    )
      break;
    start = at;
  }
  // "chief delegate, the retired judge Anselm Krey"
  const earlier = officeBefore.exec(words.slice(Math.max(0, start - 60), start));
  if (earlier) start -= earlier[0].length;
  const end = words.slice(0, name).replace(/[\s,]+$/, "").length;
  return { start: offset + start, end: offset + Math.max(end, noun + 1) };
}

/** One person for each surname; the fullest name, the first office, the party that the words around say. */
function merged(
  found: readonly Found[],
  text: string,
  sentences: readonly Sentence[],
  parties: Parties,
  process: Process,
  language: Language,
): Person[] {
  const before = new Map(sentences.map((sentence) => [sentence.start, sentences[sentence.index - 1]]));
  const bySurname = new Map<string, Person & { best: number }>();
  const ordered = found.toSorted((a, b) => a.name.start - b.name.start || b.name.end - a.name.end);
  for (const { name, role, rule, context } of ordered) {
    const words = text.slice(name.start, name.end);
    const surname = surnameOf(words);
    const known = bySurname.get(surname.toLowerCase());
    const lead = text.slice(Math.max(context.start, name.start - 40), name.start);
    const gender = language.people.female.test(lead)
      ? "f"
      : language.people.male.test(lead)
        ? "m"
        : undefined;
    const party =
      partyNear(text, name, role, context, parties, language) ??
      partyOfIts(text, name, context, before.get(context.start), parties, language) ??
      partyOfWord(text, name, context, parties, language) ??
      partyOfClosing(text, name, role, context, parties);
    if (!known) {
      bySurname.set(surname.toLowerCase(), {
        name: words,
        surname,
        at: name,
        role,
        party,
        gender,
        rule,
        best: words.length,
      });
      continue;
    }
    if (words.length > known.best && name.start === known.at.start) {
      bySurname.set(surname.toLowerCase(), {
        ...known,
        name: words,
        at: name,
        best: words.length,
        role: known.role ?? role,
        party: known.party ?? party,
      });
      continue;
    }
    known.role ??= role;
    known.party ??= party;
    known.gender ??= gender;
    if (
      known.role &&
      role &&
      role.start < known.role.start &&
      role.end >= known.role.start - 2 &&
      name.start === known.at.start
    )
      known.role = { start: role.start, end: known.role.end };
    // the fuller form may come later
    if (words.length > known.name.length && words.includes(" ")) (known as { name: string }).name = words;
  }
  const list = [...bySurname.values()];
  for (const person of list) {
    const given = (process.people ?? []).find(
      (one) => surnameOf(one.name).toLowerCase() === person.surname.toLowerCase(),
    );
    if (given?.party) person.party = given.party;
  }
  return list;
}

function surnameOf(name: string): string {
  const words = name.split(" ");
  return words[words.length - 1] ?? name;
}

/** The party of a named person by the words around the name: before it within the same clause, behind it in its apposition. */
function partyNear(
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
  const of = /^(?:,? (?:of|from|for) (?:the )?|, (?:[^,.;]{0,60}?))/.exec(after);
  if (of) {
    if (language.people.verbAfter.test(after)) return nearestLed(text, nearest, name);
    const stop = after.slice(1).search(/[,.;:]|\s(?:said|told|has|had)\s/);
    const tail = /^,/.test(after) ? appositionEnd(after) : stop < 0 ? after.length : stop + 1;
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
  return /^'?s?[^.;:]{0,60}(?:led|headed|represented) by /.test(between) ? nearest.party : undefined;
}

/** "Its coordinator, Dr. …": the party of the sentence before. */
function partyOfIts(
  text: string,
  name: Range,
  context: Range,
  previous: Sentence | undefined,
  parties: Parties,
  language: Language,
): string | undefined {
  if (!previous || !language.people.its.test(text.slice(context.start, name.start))) return undefined;
  return parties.within(previous)[0]?.party;
}

/** "… told reporters that the Front would not return": he speaks for it. */
function partyOfWord(
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
function partyOfClosing(
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

/** Every place where a known person is named, by surname or in full. */
function mentionsOf(list: readonly Person[], text: string): PersonMention[] {
  if (list.length === 0) return [];
  const bySurname = new Map(list.map((person) => [person.surname.toLowerCase(), person]));
  const names = [...bySurname.values()].map(({ surname }) => surname.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:(?:\\p{Lu}[\\p{L}'’-]*\\.?|al-\\p{Lu}\\p{L}+) ){0,3}?(${names.join("|")})(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  const mentions: PersonMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const surname = match[1] ?? "";
    if (!/^[\p{Lu}@]/u.test(surname) && !/^al-/i.test(surname)) continue;
    const person = bySurname.get(surname.toLowerCase());
    if (!person) continue;
    const end = match.index + match[0].length;
    const start = text.startsWith(person.name, end - person.name.length)
      ? end - person.name.length
      : end - surname.length;
    mentions.push({ start, end, person });
  }
  return mentions;
}
