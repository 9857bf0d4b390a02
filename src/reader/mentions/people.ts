import type { Process } from "../draft.ts";
import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";
import type { Line } from "../text/lines.ts";
import type { Sentence } from "../text/sentences.ts";
import {
  partyNear,
  partyOfClosing,
  partyOfIts,
  partyOfWord,
  possessedByParty,
  settleParties,
} from "./belonging.ts";
import { patternsOf } from "./name-patterns.ts";
import type { Parties } from "./parties.ts";
import type { People, Person, PersonMention } from "./person.ts";

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
  const { noPerson } = language.people;
  const patterns = patternsOf(language);
  const { oneOffice: office, headAlone, styles } = patterns;
  const put = (from: number, to: number, rule: string, context: Range, role?: Range, needsTwo = false) => {
    let start = from;
    let end = to;
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
    // what was cut off behind an office of several words: "Deputy Prime Minister Pavel | Orlan"
    const more =
      start > from + 8 && !words.includes(" ") ? patterns.moreOfName.exec(text.slice(end, end + 40)) : null;
    if (more && !noPerson.test(more[0])) {
      end += more[0].length;
      words = text.slice(start, end);
    }
    // "Free Kuru, the Movement's channel"
    if (language.sources.ofOutlet.test(text.slice(end, end + 80))) return;
    const styled = isHandle ? undefined : styles.exec(words)?.[0];
    if (styled !== undefined && styled.length < words.length) {
      start += styled.length;
      words = text.slice(start, end);
    }
    if (!words.includes(" ") && needsTwo && styled === undefined) return;
    if (
      !isHandle &&
      (noPerson.test(words) ||
        parties.named(words) !== undefined ||
        parties.within({ start, end }).length > 0 ||
        isWithinParty(parties, end))
    )
      return;
    if (rule !== "label" && language.people.atPlace.test(text.slice(Math.max(0, start - 14), start))) return;
    if (!isHandle && headAlone.test(words)) return;
    // "the Order of Saint Maud"
    if (language.people.namedAfter.test(text.slice(Math.max(0, start - 24), start))) return;
    // what was taken from the name's front belongs to the office
    const office2 = role && role.end <= from && start > from ? { start: role.start, end: start - 1 } : role;
    found.push({ name: { start, end }, rule, context, ...(office2 ? { role: office2 } : {}) });
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
  for (const line of lines.slice(0, 4)) {
    const words = text.slice(line.start, line.end);
    const match = /\p{Ll}/u.test(words) ? null : patterns.capitalsOffice.exec(words);
    if (!match?.[1] || !match[2]) continue;
    const name = line.start + match.index + match[0].indexOf(match[1]);
    const role = line.start + match.index + match[0].length - match[2].length;
    put(name, name + match[1].length, "office-name", line, { start: role, end: line.end }, true);
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
      const isRank = patterns.rankAlone.test(match[1] ?? "");
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
    for (const match of words.matchAll(patterns.full)) {
      const [name] = match;
      const at = start + match.index;
      const end = at + name.length;
      const before = words.slice(Math.max(0, match.index - 90), match.index);
      const after = words.slice(match.index + name.length, match.index + name.length + 100);
      const trade = patterns.humanBefore.exec(before);
      if (trade?.[1] && patterns.nameEnds.test(after)) {
        const from = at - before.length + trade.index + trade[0].indexOf(trade[1]);
        put(at, end, "human-name", here, { start: from, end: from + trade[1].trimEnd().length }, true);
      }
      const apposed = patterns.humanAfter.exec(after);
      if (apposed?.[1]) {
        const from = end + apposed[0].length - apposed[1].length;
        put(at, end, "name-human", here, { start: from, end: from + apposed[1].trimEnd().length }, true);
      }
      // whoever is named in full once, and by his last name alone later, is somebody; so is who has a "who"
      if (
        patterns.whoAfter.test(after) ||
        (patterns.actsAfter.test(after) &&
          isNamedAgain(text, name.split(" ").at(-1) ?? "", at, parties, language))
      )
        put(at, end, "name-again", here, undefined, true);
      // "the two presidents, X of Ostrel and Y of Mirandia"
      const of = /^(?:,? of| \(|,) (?:the )?(?=\p{Lu})/u.exec(after)?.[0].length ?? 0;
      if (of === 0 || parties.within({ start: end + of, end: end + of + 40 })[0]?.start !== end + of)
        continue;
      const shared = patterns.officesBefore.exec(words.slice(0, match.index));
      const from = start + (shared?.index ?? 0);
      put(
        at,
        end,
        "of-party",
        here,
        shared?.[1] ? { start: from, end: from + shared[1].length } : undefined,
        true,
      );
    }
    for (const match of words.includes(" and ") ? words.matchAll(patterns.shared) : []) {
      const roleAt = start + match.index + match[0].length - (match[3] ?? "").length;
      const role = { start: roleAt, end: roleAt + (match[3] ?? "").trimEnd().length };
      const second = start + match.index + match[0].indexOf(` and ${match[2] ?? ""}`) + 5;
      put(
        start + match.index,
        start + match.index + (match[1] ?? "").length,
        "names-office",
        here,
        role,
        true,
      );
      put(second, second + (match[2] ?? "").length, "names-office", here, role, true);
    }
    for (const match of patterns.isCalled.test(words) ? words.matchAll(patterns.called) : []) {
      const at = start + match.index + match[0].length - (match[2] ?? "").length;
      const role = roleBefore(
        words,
        match.index,
        match.index + (match[1] ?? "").length + 1,
        start,
        language,
        parties,
      );
      put(at, at + (match[2] ?? "").length, "office-called", here, role, true);
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
      const at = start + match.index + match[0].indexOf(match[1] ?? "");
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

/** "Adele Brandt came in … Brandt's list": the last name stands alone, as one who does or has something. */
function isNamedAgain(
  text: string,
  surname: string,
  at: number,
  parties: Parties,
  { people }: Language,
): boolean {
  if (surname.length < 3 || parties.named(surname) !== undefined) return false;
  let from = 0;
  for (let n = 0; n < 20; n++) {
    const next = text.indexOf(surname, from);
    if (next < 0) return false;
    from = next + surname.length;
    if (next >= at && next < at + 60) continue;
    const before = text.slice(Math.max(0, next - 20), next);
    const after = text.slice(from, from + 16);
    if (people.aloneBefore.test(before) && people.aloneAfter.test(after)) return true;
  }
  return false;
}

/** "Southern Relief Society": the end of a party's name is nobody's. */
function isWithinParty(parties: Parties, end: number): boolean {
  return parties
    .within({ start: end - 60, end: end + 40 })
    .some((one) => one.start < end && one.end >= end && one.end - one.start > 3);
}

/** "MR. DUARTE (Belzania)", "MODERATOR (Lena Fisk, Union of …)": the name, and what stands before or beside it as office. */
function personOfLabel(
  label: string,
  start: number,
  put: (start: number, end: number, rule: string, context: Range, role?: Range) => void,
  language: Language,
): void {
  const { labelLead, labelOffice, labelInner, officeWord } = patternsOf(language);
  const context = { start, end: start + label.length };
  const bracket = /\(([^)]*)\)/.exec(label);
  const before = bracket ? label.slice(0, bracket.index).trimEnd() : label;
  const lead = labelLead.exec(before)?.[0] ?? "";
  const rest = before.slice(lead.length);
  if (!bracket && (language.layout.moderates.test(rest) || language.speech.reads.test(rest))) return;
  if (labelOffice.test(before.trim()) && bracket) {
    const inner = labelInner.exec(bracket[1] ?? "");
    if (inner?.[2]) {
      const at = start + bracket.index + 1 + (inner[1] ?? "").length;
      put(at, at + inner[2].length, "label", context, { start, end: start + before.length });
    }
    return;
  }
  if (rest.length > 1 && /^[\p{Lu}]/u.test(rest)) {
    const at = start + lead.length;
    const isTitle = !officeWord.test(lead);
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
    const isUnited =
      parties.united !== undefined &&
      role !== undefined &&
      language.sources.ofUnited.test(text.slice(role.start, role.end));
    const party =
      (isUnited ? parties.united : undefined) ??
      partyOfIts(text, name, context, before.get(context.start), parties, language) ??
      partyNear(text, name, role, context, parties, language) ??
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
    // an office says more than a rank
    if (
      role &&
      known.rule === "title-name" &&
      rule === "name-office" &&
      known.role &&
      name.start <= known.at.start
    )
      known.role = role;
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
