import type { Process } from "../draft.ts";
import type { Range } from "../text/fold.ts";
import type { Line } from "../text/lines.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NamedParties } from "./parties.ts";
import type { Told } from "./scene.ts";
import { escaped, first, has, lowered } from "./words.ts";

export type Named = {
  readonly name: string;
  readonly surname: string;
  readonly at: Range;
  role: Range | undefined;
  party: string | undefined;
  readonly isFemale: boolean | undefined;
  readonly rule: string;
  /** Where the text names him or her, in full or by surname. */
  readonly mentions: Range[];
};

const run =
  /(?<![\p{L}\p{N}'-])(?:\p{Lu}\p{Ll}[\p{L}'-]*|\p{Lu}\.)(?: (?:(?:де|фон|ван|аль|ель|al|von|de|bin)[ -])?\p{Lu}\p{Ll}[\p{L}'-]*){1,4}(?![\p{L}'])/gu;

const cueBefore = new WeakMap<Lexicon, RegExp>();
/** A cue of speech right before a place. */
function endsInCue(before: string, lexicon: Lexicon): boolean {
  const known =
    cueBefore.get(lexicon) ??
    new RegExp(`(?:${lexicon.cues.map(([, { source }]) => source).join("|")})[ ,]*$`, "u");
  cueBefore.set(lexicon, known);
  return known.test(before.slice(-24));
}

/** Everybody named: two or three capitals behind an office, before one, or beside a cue of speech; later by the surname in any case. */
export function peopleIn(
  text: string,
  small: string,
  told: readonly Told[],
  lines: readonly Line[],
  parties: NamedParties,
  process: Process,
  lexicon: Lexicon,
): Named[] {
  const list: Named[] = [];
  const { names } = lexicon;
  const add = (at: Range, role: Range | undefined, party: string | undefined, rule: string, lead: string) => {
    const name = text.slice(at.start, at.end);
    const surname = name.split(" ").at(-1) ?? name;
    const known = list.find((one) => sameSurname(one.surname, surname, lexicon));
    if (known) {
      known.role ??= role;
      known.party ??= party;
      return;
    }
    list.push({
      name,
      surname,
      at,
      role,
      party,
      isFemale: has(lead, names.female) || undefined,
      rule,
      mentions: [],
    });
  };
  const ranges: Range[] = [
    ...told,
    ...lines.filter(
      ({ kind, label }) => kind !== "boilerplate" && kind !== "text" && kind !== "item" && !label,
    ),
  ];
  ranges.sort((a, b) => a.start - b.start);
  for (const line of lines) if (line.label) ofLabel(line.label);
  for (const range of ranges) {
    const words = text.slice(range.start, range.end);
    for (const match of words.matchAll(run)) {
      let at = { start: range.start + match.index, end: range.start + match.index + match[0].length };
      at = trimmed(at);
      if (at.end - at.start < 4 || !text.slice(at.start, at.end).includes(" ")) continue;
      if (
        parties
          .within({ start: at.start - 20, end: at.end + 20 })
          .some((one) => one.start < at.end && one.end > at.start)
      )
        continue;
      if (has(small.slice(at.start, at.end), names.notNames)) continue;
      if (
        text.slice(at.start, at.end).split(" ").length > 3 ||
        has(small.slice(at.start, at.end), names.joint)
      )
        continue;
      const role = officeBefore(range, at) ?? officeAfter(range, at) ?? officeOfLine(range, at);
      const before = small.slice(range.start, at.start);
      const after = small.slice(at.end, Math.min(range.end, at.end + 40));
      const isCued =
        lexicon.cues.some(([, cue]) => {
          const next = after.search(cue);
          return next >= 0 && next <= 14;
        }) ||
        endsInCue(before, lexicon) ||
        (lexicon.isVerbFinal &&
          match.index === 0 &&
          lexicon.cues.some(([, cue]) => has(small.slice(at.end, range.end), cue)));
      const lead = small.slice(role?.start ?? Math.max(range.start, at.start - 20), at.start);
      const isHonored = has(small.slice(Math.max(range.start, at.start - 14), at.start), names.honorifics);
      if (!role && !isCued && !isHonored) continue;
      add(at, role, partyOf(range, at, role), role ? "office" : "cue", lead);
    }
    // "Ms Tarhan": by the surname alone
    for (const match of small.slice(range.start, range.end).matchAll(names.honorifics)) {
      const from = range.start + match.index + match[0].length;
      const one = /^ (\p{Lu}\p{Ll}[\p{L}-]+)(?! \p{Lu})/u.exec(text.slice(from, from + 40));
      if (one?.[1] && parties.within({ start: from, end: from + 1 + one[1].length }).length === 0)
        add({ start: from + 1, end: from + 1 + one[1].length }, undefined, undefined, "honorific", match[0]);
    }
  }
  for (const given of process.people ?? []) {
    const at = text.indexOf(given.name);
    if (at >= 0) add({ start: at, end: at + given.name.length }, undefined, given.party, "process", "");
  }
  for (const person of list) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${surnameForms(person.surname, lexicon)}(?![\\p{L}])`,
      "gu",
    );
    for (const match of small.matchAll(pattern))
      if (/\p{Lu}/u.test(text[match.index] ?? ""))
        person.mentions.push({ start: match.index, end: match.index + match[0].length });
  }
  return list.sort((a, b) => a.at.start - b.at.start);

  function ofLabel(label: Range) {
    const words = text.slice(label.start, label.end);
    const bracket = /\(([^)]*)\)/.exec(words);
    const before = bracket ? words.slice(0, bracket.index).trimEnd() : words;
    const whole = /\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}$/u.exec(before);
    if (!whole || has(lowered(whole[0], lexicon.code), names.notNames)) return;
    const at = { start: label.start + whole.index, end: label.start + whole.index + whole[0].length };
    if (parties.within(at).length > 0 || has(small.slice(at.start, at.end), names.offices)) return;
    const role =
      bracket?.[1] && has(lowered(bracket[1], lexicon.code), names.offices)
        ? { start: label.start + bracket.index + 1, end: label.start + bracket.index + 1 + bracket[1].length }
        : whole.index > 0
          ? { start: label.start, end: at.start - 1 }
          : undefined;
    add(at, role, parties.within(label)[0]?.party, "label", words);
  }

  /** A word that begins a sentence, or an office in capitals, is no part of a name. */
  function trimmed({ start, end }: Range): Range {
    for (;;) {
      const space = text.slice(start, end).indexOf(" ");
      if (space < 0) return { start, end };
      const word = small.slice(start, start + space);
      if (
        has(word, names.offices) ||
        has(word, names.before) ||
        lexicon.cues.some(([, cue]) => has(word, cue)) ||
        (lexicon.isVerbFinal && has(small.slice(start + space, end), names.offices)) ||
        parties.within({ start, end: start + space }).length > 0 ||
        parties.within({ start: start - 30, end: start + space }).some((one) => one.end > start)
      )
        start += space + 1;
      else return { start, end };
    }
  }

  function officeBefore(range: Range, at: Range): Range | undefined {
    const from = Math.max(range.start, at.start - 110);
    const before = small.slice(from, at.start);
    const cut = Math.max(
      before.lastIndexOf(". "),
      before.lastIndexOf("; "),
      before.lastIndexOf(" — "),
      before.lastIndexOf("» "),
      before.lastIndexOf("” "),
      before.lastIndexOf(": "),
      -1,
    );
    const clause = before.slice(cut + 1);
    let start: number | undefined;
    let end = 0;
    for (const match of clause.matchAll(names.offices)) {
      start ??= match.index;
      end = match.index + match[0].length;
    }
    if (start === undefined) return undefined;
    // nothing but the office's own words stands between it and the name
    const between = clause.slice(end);
    if (
      between.split(" ").length > 8 ||
      lexicon.cues.some(([, cue]) => has(between, cue)) ||
      (/[,:;]\s*$/.test(between) === false && /,/.test(between))
    )
      return undefined;
    const begun = clause.slice(0, end);
    // an office of somebody else, a clause before
    const comma = begun.lastIndexOf(", ");
    const lead = lexicon.cues.some(([, cue]) => has(begun.slice(0, comma < 0 ? 0 : comma), cue))
      ? comma + 2
      : 0;
    const again = first(clause.slice(lead), names.offices);
    const offset = from + cut + 1 + lead + (again?.index ?? start);
    const opens = lexicon.isVerbFinal ? openingOf(range, offset) : adjectiveBefore(offset);
    return { start: opens, end: opens + text.slice(opens, at.start).replace(/[\s,—–:-]+$/, "").length };
  }

  /** "An interview with the minister of … . Answered by …": in a head line. */
  function officeOfLine(range: Range, at: Range): Range | undefined {
    const line = lines.find((one) => one.start <= at.start && one.end >= at.end);
    if (
      !line ||
      line.end - line.start > 160 ||
      range.start === line.start ||
      !endsInCue(small.slice(range.start, at.start), lexicon)
    )
      return undefined;
    const before = small.slice(line.start, range.start);
    const office = first(before, names.offices);
    if (!office) return undefined;
    const end = before.slice(office.index).search(/[.,;]/);
    return {
      start: line.start + office.index,
      end: end < 0 ? range.start - 1 : line.start + office.index + end,
    };
  }

  /** "тардійський омбудсман": with its adjective if that is no party's. */
  function adjectiveBefore(offset: number): number {
    const word = /(?<=^|[\s(])(\p{L}+(?:ий|ый|ой|ая|а|ої|ого) )$/u.exec(
      small.slice(Math.max(0, offset - 24), offset),
    )?.[1];
    return word &&
      /(?:ий|ый|ая)\s$/u.test(word) &&
      parties.within({ start: offset - word.length, end: offset }).length === 0
      ? offset - word.length
      : offset;
  }

  /** Turkish offices end in their head: their own words stand before it, up to a comma or the sentence's beginning. */
  function openingOf(range: Range, offset: number): number {
    const before = text.slice(range.start, offset);
    const words = before.split(" ");
    let start = offset;
    for (let i = words.length - 1; i >= 0 && offset - start < 45; i--) {
      const word = words[i] ?? "";
      if (word === "") continue;
      if (!/^\p{Lu}/u.test(word) || /[.,;:'”»)]/.test(word)) break;
      if (parties.within({ start: start - word.length - 1, end: start }).length > 0) break;
      start -= word.length + 1;
    }
    return Math.max(range.start, start);
  }

  function officeAfter(range: Range, at: Range): Range | undefined {
    const after = small.slice(at.end, Math.min(range.end, at.end + 90));
    const opening = /^(?:, | — | – | \()/.exec(after);
    if (!opening) return undefined;
    const rest = after.slice(opening[0].length);
    const stop = rest.search(/[,.;:)]|\s[—–]\s|$/);
    const words = rest.slice(0, stop);
    const office = first(words, names.offices);
    if (!office || (!lexicon.isVerbFinal && office.index > 24)) return undefined;
    if (lexicon.cues.some(([, cue]) => has(words, cue))) return undefined;
    return { start: at.end + opening[0].length, end: at.end + opening[0].length + words.trimEnd().length };
  }

  function partyOf(range: Range, at: Range, role: Range | undefined): string | undefined {
    if (role) {
      const inside = parties.within({
        start: Math.max(range.start, role.start - 1),
        end: Math.max(role.end, role.start < at.start ? at.start : role.end),
      });
      if (inside[0]) return inside[0].party;
    }
    const bracket = /^ ?\(([^)]{2,60})\)/.exec(text.slice(at.end, at.end + 64));
    const near = bracket ? parties.within({ start: at.end, end: at.end + bracket[0].length })[0] : undefined;
    if (near) return near.party;
    const from = Math.max(range.start, at.start - 90);
    const before = parties.within({ start: from, end: at.start }).at(-1);
    const between = before ? small.slice(before.end, at.start) : "";
    if (
      before &&
      !/[.;:»”]/.test(between) &&
      between.length < 60 &&
      !lexicon.cues.some(([, cue]) => has(between, cue))
    )
      return before.party;
    // "From the Government: …" of the same line
    const line = lines.find((one) => one.start <= at.start && one.end >= at.end);
    if (!line || line.end - line.start > 110) return undefined;
    return (
      parties.within(line)[0]?.party ??
      (has(small.slice(line.start, at.start), names.mediator)
        ? parties.list.find(({ kind }) => kind === "host" || kind === "mediator")?.id
        : undefined)
    );
  }
}

function surnameForms(surname: string, lexicon: Lexicon): string {
  const plain = lowered(surname, lexicon.code);
  if (lexicon.isVerbFinal) return `${escaped(plain)}(?:'\\p{L}+)?`;
  return `${escaped(plain.replace(/(?:ий|ый|ой|ая|[аяоеьйі])$/u, ""))}${lexicon.names.surnameEndings}`;
}

function sameSurname(a: string, b: string, lexicon: Lexicon): boolean {
  return new RegExp(`^${surnameForms(a, lexicon)}$`, "u").test(lowered(b, lexicon.code));
}
