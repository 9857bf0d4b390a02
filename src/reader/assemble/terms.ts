import type { Count, Measure, Terms } from "../draft.ts";
import type { Scene } from "../scene.ts";
import { isTruce, measuresIn } from "../speech/topics.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";
import type { Because } from "./because.ts";

export type FoundTerms = { terms: Terms; because: Because };

/** The terms of one measure that a sentence, or the part of it from `from` to `to`, states; places are the sentence's. */
export function termsOf(
  scene: Scene,
  sentence: Sentence,
  type: Measure,
  counts: readonly Count[],
  from = 0,
  to = sentence.text.length,
): FoundTerms {
  const { language } = scene;
  const words = language.terms;
  const text = sentence.text.slice(from, to);
  const terms: Terms = {};
  const because: Because = {};
  const say = (field: string, rule: string, start: number, end: number) => {
    because[field] = { rule, span: scene.span({ start: sentence.start + start, end: sentence.start + end }) };
  };
  const values = scene.valuesOf(sentence);
  const isTime = isTruce(type) || type === "corridor";
  if (isTime)
    for (const one of values.durations) {
      if (one.start < from || one.end > to) continue;
      if (!isTerm(sentence.text, one, language)) continue;
      const lead = text.slice(0, one.start - from);
      terms.min_hours = words.atMostBefore.test(lead) ? null : one.minHours;
      terms.max_hours = words.atLeastBefore.test(lead) ? null : one.maxHours;
      say("hours", "duration", one.start, one.end);
      break;
    }
  // "today I offer … from 10 May": today is the offer's
  const isAhead = values.dates.some(
    (date) => date.start >= from && date.end <= to && date.from > scene.reportDate && date.role !== "by",
  );
  for (const date of values.dates) {
    if (date.start < from || date.end > to || date.value === undefined) continue;
    if (isTime && date.to <= scene.reportDate && isAhead) continue;
    const before = sentence.text.slice(Math.max(0, date.start - 50), date.start);
    if (words.expiry.test(before.replace(/\b(?:until|till|by|before)\b.*$/i, ""))) continue;
    if (words.toReply.test(sentence.text.slice(date.end)) || language.realis.ofTaking.test(before)) continue;
    if (date.to < scene.reportDate && !(isTime && date.to >= plusDays(scene.reportDate, -1))) continue;
    if (date.role === "since" || (date.to <= scene.reportDate && words.told.test(before))) continue;
    const isUntil = words.until.test(before);
    if (date.value.includes("/")) {
      const [first = "", last = ""] = date.value.split("/");
      if (date.kind === "interval" && (type === "other" || isTime)) {
        terms.start_date ??= first;
        if (!isTime || terms.min_hours === undefined) terms.by_date ??= last;
      } else if (!isTime) terms.by_date ??= date.role === "by" && date.isBefore ? plusDays(first, -1) : last;
      else terms.start_date ??= first;
      say("date", date.kind, date.start, date.end);
      continue;
    }
    const day = date.value.length === 7 ? lastDay(date.to) : date.value;
    if (isTime && date.role !== "by" && !isUntil && !words.ending.test(before)) {
      if (date.value.length === 10) {
        terms.start_date ??= date.value;
        say("start_date", date.kind, date.start, date.end);
      }
    } else if (
      (date.role === "from" || (date.role !== "by" && words.starting.test(before))) &&
      type !== "leaders_meeting" &&
      !words.toBegin.test(before)
    ) {
      terms.start_date ??= date.value.length === 10 ? date.value : date.from;
      say("start_date", date.kind, date.start, date.end);
    } else if (!isTime || (isUntil && date.value.length === 10 && terms.min_hours === undefined)) {
      terms.by_date ??=
        date.isBefore && !["endOf", "end", "mid"].includes(date.kind) && date.value.length === 10
          ? plusDays(day, -1)
          : day;
      say("by_date", date.kind, date.start, date.end);
    }
  }
  if (isTime || type === "civilians_return") {
    const hit = measuresIn(text, language).find((one) => one.type === type || isTruce(one.type));
    const area =
      areaIn(text, language) ?? (hit ? areaBehind(scene, sentence, text, from, hit.end) : undefined);
    if (area) {
      const range = { start: sentence.start + from + area.start, end: sentence.start + from + area.end };
      terms.area = scene.span(range);
      because.area = { rule: "area", span: scene.span(range) };
    }
  }
  if (type === "leaders_meeting") {
    const venue = /\bin ((?:the )?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*)(?=[ ,.;]|$)/u.exec(text);
    if (
      venue?.[1] &&
      language.calendar.monthNumber(venue[1].replace(/ .*/, "")) === 0 &&
      !scene.parties.belligerents.includes(scene.parties.named(venue[1]) ?? "")
    ) {
      const start = from + venue.index + venue[0].length - venue[1].length;
      terms.area = scene.span({
        start: sentence.start + start,
        end: sentence.start + start + venue[1].length,
      });
    }
    const people = participantsIn(scene, sentence, from, to);
    if (people.length > 0) terms.participants = people;
  }
  if (isTime || type === "leaders_meeting") {
    const purposes = words.purposes
      .filter(
        ([name, pattern]) =>
          (type === "leaders_meeting" ? name === "end_war" : name !== "end_war") && pattern.test(text),
      )
      .map(([name]) => name);
    const kept = type === "corridor" && purposes.length === 0 ? [] : purposes;
    if (kept.length > 0) terms.purposes = kept;
  }
  if (type === "prisoner_exchange" || type === "civilians_return") {
    const categories = words.categories
      .filter(([, pattern]) => pattern.test(text))
      .map(([name]) => name)
      .filter((name) => name !== "civilians" || type === "civilians_return");
    if (categories.length > 0) terms.categories = categories;
  }
  if (type === "working_groups") {
    const tracks = words.tracks.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
    if (tracks.length > 0) terms.tracks = tracks;
  }
  if (counts.length > 0) terms.counts = [...counts];
  for (const pattern of words.conditions) {
    const match = pattern.exec(text);
    if (!match) continue;
    const condition = match[1] ?? match[0];
    const start = from + match.index + match[0].length - condition.length;
    const clean = condition
      .replace(words.saidAfter, "")
      .replace(/,? (?:and|but) (?:said|added|that)\b.*$/i, "")
      .trimEnd();
    terms.conditions = [
      scene.span({ start: sentence.start + start, end: sentence.start + start + clean.length }),
    ];
    break;
  }
  return { terms, because };
}

function lastDay(day: string): string {
  return day;
}

/** A length of time is a term only where no word beside it says that it is a delay, a captivity, a speech. */
export function isTerm(text: string, one: Range, language: Scene["language"]): boolean {
  const { terms } = language;
  const before = text.slice(Math.max(0, one.start - 48), one.start);
  const after = text.slice(one.end, one.end + 50);
  return !terms.notTermBefore.test(before) && !terms.notTermAfter.test(after);
}

function areaIn(text: string, language: Scene["language"]): Range | undefined {
  for (const pattern of language.terms.area) {
    const match = pattern.exec(text);
    const words = match?.[1];
    if (!match || !words) continue;
    const start = match.index + match[0].lastIndexOf(words);
    const clause = language.terms.areaClause.exec(words)?.[0].length ?? 0;
    const lead = clause + (language.terms.areaLead.exec(words.slice(clause))?.[0].length ?? 0);
    const area = words.slice(lead).trimEnd();
    if (area.length < 3 || language.terms.noArea.test(area)) continue;
    return { start: start + lead, end: start + lead + area.length };
  }
  return undefined;
}

/** "a truce … in the Korr pass": where, behind the measure; not where it was agreed, nor somebody's seat. */
function areaBehind(
  scene: Scene,
  sentence: Sentence,
  text: string,
  from: number,
  after: number,
): Range | undefined {
  const { terms } = scene.language;
  for (const match of text.slice(after).matchAll(terms.place)) {
    const words = match[1] ?? "";
    const start = after + match.index + match[0].length - words.length;
    const before = text.slice(Math.max(0, start - 60), start);
    if (terms.notWhere.test(before)) continue;
    const range = { start: sentence.start + from + start, end: sentence.start + from + start + words.length };
    if (scene.people.within(range).length > 0) continue;
    return { start, end: start + words.trimEnd().length };
  }
  return undefined;
}

/** Who is to meet: the persons named, else the offices. */
function participantsIn(scene: Scene, sentence: Sentence, from: number, to: number): string[] {
  const { terms } = scene.language;
  const text = sentence.text.slice(from, to);
  const at = measuresIn(sentence.text, scene.language).find(({ type }) => type === "leaders_meeting");
  const named = scene.people
    .within({ start: sentence.start + from, end: sentence.start + to })
    .filter(
      (one) => one.person.role !== undefined && one.start > sentence.start + Math.min(at?.start ?? 0, 40),
    );
  const list: string[] = [...new Set(named.map(({ person }) => person.name))];
  const room = terms.inRoom.exec(text);
  if (list.length < 2) {
    const between = terms.meetingBetween.exec(text);
    if (between?.[1] && between[2]) return [between[1], between[2]];
    const offices = terms.participants.exec(text);
    return offices ? [offices[1] ?? offices[0]] : /\bsummit\b/i.test(text) ? [] : list.length > 1 ? list : [];
  }
  if (room?.[1]) list.push(room[1]);
  return list;
}

/** What a later sentence adds to the terms: the first word of each stands. */
export function mergeTerms(into: Terms, more: Terms): void {
  if (
    into.min_hours === undefined &&
    into.max_hours === undefined &&
    (more.min_hours !== undefined || more.max_hours !== undefined)
  ) {
    into.min_hours = more.min_hours ?? null;
    into.max_hours = more.max_hours ?? null;
  }
  into.start_date ??= more.start_date ?? null;
  into.by_date ??= more.by_date ?? null;
  into.area ??= more.area ?? null;
  for (const field of ["purposes", "categories", "participants", "tracks"] as const) {
    const both = [...new Set([...(into[field] ?? []), ...(more[field] ?? [])])];
    if (both.length > 0) into[field] = both;
  }
  if (more.counts && (into.counts?.length ?? 0) === 0) into.counts = more.counts;
  if (more.conditions && !into.conditions) into.conditions = more.conditions;
  for (const field of ["start_date", "by_date", "area"] as const)
    if (into[field] === null) delete into[field];
}

export function hasTerm(terms: Terms): boolean {
  return Object.values(terms).some(
    (value) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}
