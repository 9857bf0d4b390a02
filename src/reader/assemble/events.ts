import type { Count, EventEntry, EventType } from "../draft.ts";
import { isHistory, realisAt } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Attribution } from "../speech/attribution.ts";
import { kindOfSpeech } from "../speech/kind.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";
import { type Counted, countsIn, plainCounts } from "../values/counts.ts";
import { type Sides, sidesOfIncident, sidesOfReturn } from "./sides.ts";
import { recipientNear } from "./whose.ts";

export type Happened = {
  type: EventType;
  date: string | null;
  from: string | null;
  to: string | null;
  counts: Count[];
  accordingTo: string[];
  spans: Range[];
  rule: string;
  group: string | undefined;
  isBackground: boolean;
  line: number;
  last: number;
};

const silent = new Set(["rejects", "denies", "proposes", "demands", "appeals", "agrees", "reiterates"]);

export function eventsOf(scene: Scene, attributions: readonly Attribution[]): Happened[] {
  const found: Happened[] = [];
  const bySentence = new Map<number, Attribution[]>();
  for (const one of attributions)
    for (const sentence of one.sentences)
      bySentence.set(sentence.index, [...(bySentence.get(sentence.index) ?? []), one]);
  for (const sentence of scene.sentences) {
    const { kind } = sentence.line;
    if (
      kind === "headline" ||
      kind === "header" ||
      kind === "heading" ||
      kind === "note" ||
      kind === "question" ||
      (kind === "item" && !bySentence.has(sentence.index) && !isTold(scene, sentence))
    )
      continue;
    const own = bySentence.get(sentence.index) ?? [];
    if (own.length === 0) plainEvents(scene, sentence, found);
    // what stands before somebody's part of a sentence the writer tells
    const lead = own[0] ? own[0].span.start - sentence.start : 0;
    if (lead > 24) plainEvents(scene, sentence, found, lead);
    for (const one of own)
      if (one.sentences[0] === sentence) claimed(scene, sentence, one, own, found);
      else if (one.cue === undefined) claimed(scene, sentence, goesOn(scene, one, sentence), own, found);
  }
  return grouped(found);
}

/** A later sentence of somebody's turn is an account of its own. */
function goesOn(scene: Scene, one: Attribution, sentence: Sentence): Attribution {
  const kind = kindOfSpeech(sentence.text, scene.language) ?? "describes";
  return { ...one, kind, span: sentence, sentences: [sentence] };
}

/** An item of a report that tells, not of a list of what was agreed or offered. */
function isTold(scene: Scene, { line, masked }: Sentence): boolean {
  const { acts, cues, layout } = scene.language;
  const heading = line.under ? scene.folded.text.slice(line.under.start, line.under.end) : "";
  return (
    !acts.listOfAgreed.test(heading) &&
    !cues.headsOffers.test(heading) &&
    !layout.opensList.test(heading) &&
    !acts.normative.test(masked) &&
    acts.toldVerb.test(masked)
  );
}

/** What a pattern finds in a part of a sentence, live there. */
function typeIn(
  scene: Scene,
  sentence: Sentence,
  from: number,
  to: number,
  isAccused = false,
): { type: EventType; at: number; words: string } | undefined {
  const { acts } = scene.language;
  const part = sentence.masked.slice(from, to);
  let best: { type: EventType; at: number; words: string } | undefined;
  for (const [type, pattern] of acts.events) {
    // who accuses tells of an incident, whatever else he names
    if (isAccused && type !== "incident") continue;
    const match = pattern.exec(part);
    if (!match) continue;
    const verbAt = from + match.index;
    const verb = verbAt + verbOffset(match[0], scene);
    // "agreed to hand over": not yet
    if (acts.infinitive.test(sentence.masked.slice(0, verb))) continue;
    const realis = realisAt(scene, sentence, verb);
    if (realis !== "live" && realis !== "past") continue;
    best = { type, at: verbAt, words: match[0] };
    break;
  }
  return best;
}

/** Where the verb of a hit stands: its realis is that of its own clause. */
function verbOffset(words: string, scene: Scene): number {
  const at = words.search(scene.language.acts.eventVerb);
  return at < 0 ? 0 : at;
}

/** The writer's own account. */
function plainEvents(
  scene: Scene,
  sentence: Sentence,
  found: Happened[],
  until = sentence.text.length,
): void {
  const hit = typeIn(scene, sentence, 0, until);
  if (!hit || scene.language.acts.notEvent.test(sentence.masked)) return;
  // breaches in general are no event without a number
  if (
    hit.type === "incident" &&
    scene.language.acts.breachNoun.test(hit.words) &&
    countsIn(scene, sentence).length === 0
  )
    return;
  const isBackground = isHistory(scene, sentence, hit.at);
  put(
    scene,
    sentence,
    hit,
    [],
    sentence,
    0,
    sentence.text.length,
    undefined,
    found,
    "event.told",
    isBackground,
  );
  // a truce that began and people who got out under it are two things
  if (hit.type === "truce_start") {
    const more = scene.language.acts.events.find(([type]) => type === "evacuation");
    const match = more?.[1].exec(sentence.masked);
    if (match && countsIn(scene, sentence).length > 0)
      put(
        scene,
        sentence,
        { type: "evacuation", at: match.index, words: match[0] },
        [],
        sentence,
        0,
        sentence.text.length,
        undefined,
        found,
        "event.told",
        isBackground,
      );
  }
}

/** Somebody's account: one entry for each claim. */
function claimed(
  scene: Scene,
  sentence: Sentence,
  one: Attribution,
  own: readonly Attribution[],
  found: Happened[],
): void {
  const { acts } = scene.language;
  const words = scene.folded.text.slice(one.span.start, one.span.end);
  const isProtest = one.kind === "demands" && acts.protests.test(words);
  if (silent.has(one.kind) && !isProtest) return;
  // what a paper without a name has heard is not told yet
  if (one.speaker.rule === "outlet" && acts.anyPaper.test(one.speaker.text)) return;
  const from = Math.max(0, one.span.start - sentence.start);
  const to = Math.min(sentence.text.length, one.span.end - sentence.start);
  const start = one.cue ? Math.max(from, 0) : from;
  const complement = sentence.masked.slice(start, to);
  if (acts.notEvent.test(complement) && one.kind !== "confirms") return;
  let hit = typeIn(scene, sentence, start, to, one.kind === "accuses" || isProtest);
  const isFigure =
    acts.figureOf.test(complement) && /\bat\b/i.test(complement) && !acts.stillHeld.test(complement);
  const last = found.findLast((event) => !event.isBackground);
  if (
    !hit &&
    last &&
    (isFigure || one.rule.startsWith("count-of") || acts.bareFigure.test(complement)) &&
    scene.valuesOf(sentence).amounts.some((amount) => amount.start >= start && amount.end <= to)
  )
    hit = { type: last.type, at: start, words: "" };
  if (
    !hit &&
    one.kind === "accuses" &&
    /act|turn|first-person/.test(one.rule) &&
    acts.breachWords.test(complement)
  )
    hit = { type: "incident", at: start, words: complement };
  if (
    !hit &&
    one.kind === "accuses" &&
    accusesOther(scene, one) &&
    acts.didIt.test(complement) &&
    !acts.noDeed.test(complement)
  )
    hit = { type: "incident", at: start, words: complement };
  if (!hit) return;
  // words in quotation marks and the first person are the speaker's account too
  const isBackground = one.isBackground || isHistory(scene, sentence, hit.at);
  const isSelf = one.speaker.kind === "person" && one.speaker.text === "";
  put(
    scene,
    sentence,
    hit,
    isSelf ? [] : [one.speaker.text],
    own.length > 1 ? spanAfter(one) : one.span,
    start,
    to,
    one,
    found,
    "event.claimed",
    isBackground,
  );
}

/** Of the two the one tells of the other, or of "them". */
function accusesOther(scene: Scene, { speaker, span }: Attribution): boolean {
  const { state } = scene.parties;
  const { belligerents } = scene.parties;
  const own = speaker.parties[0];
  if (own === undefined || !belligerents.includes(own)) return false;
  return (
    scene.parties.within(span).some(({ party }) => party !== own && belligerents.includes(party)) ||
    (state !== undefined &&
      state !== own &&
      scene.language.people.ofGovernment.test(scene.folded.text.slice(speaker.at.end, span.end))) ||
    /\b(?:they|their|them|your)\b/i.test(scene.folded.text.slice(span.start, span.end))
  );
}

function spanAfter(one: Attribution): Range {
  return one.span;
}

function put(
  scene: Scene,
  sentence: Sentence,
  hit: { type: EventType; at: number; words: string },
  accordingTo: string[],
  span: Range,
  from: number,
  to: number,
  by: Attribution | undefined,
  found: Happened[],
  rule: string,
  isHistoric: boolean,
): void {
  const { acts } = scene.language;
  const speaker = by?.speaker.parties[0];
  const counted = countsIn(scene, sentence, from, to);
  const previous = found.findLast((event) => event.type === hit.type && !event.isBackground);
  const sides =
    hit.type === "incident"
      ? sidesOfIncident(scene, sentence, hit, from, to, speaker)
      : sidesOfReturn(scene, sentence, hit, from, to, speaker, counted, previous);
  const counts = countsOfEvent(scene, sentence, hit, counted, sides, from, to, by);
  const date = dateOf(scene, sentence, from, to, hit, found);
  // what happened before these talks is history, whatever tells it
  const isOld = date !== null && (date.split("/").at(-1) ?? date) < plusDays(scene.reportDate, -20);
  const isBackground = isHistoric || isOld;
  const same = found.findLast((event) => event.type === hit.type && event.isBackground === isBackground);
  // harm that the next sentence tells is that of the incident before
  if (
    same &&
    hit.type === "incident" &&
    counts.length > 0 &&
    same.counts.length === 0 &&
    sentence.index - same.last === 1 &&
    same.line === sentence.line.number &&
    same.accordingTo.join() === accordingTo.join() &&
    sides.from === undefined &&
    sides.to === undefined &&
    acts.harm.test(hit.words)
  ) {
    same.counts.push(...counts);
    same.spans.push(span);
    same.last = sentence.index;
    return;
  }
  if (
    same &&
    hit.type === "incident" &&
    counts.length === 0 &&
    by === undefined &&
    sentence.index - same.last === 1 &&
    same.line === sentence.line.number &&
    sides.from === undefined &&
    acts.harm.test(hit.words)
  ) {
    same.spans.push(span);
    same.last = sentence.index;
    return;
  }
  // a truce begins once
  if (
    same &&
    (hit.type === "truce_start" || hit.type === "truce_end") &&
    (date === null || date === same.date || same.date === null)
  ) {
    same.date ??= date;
    same.spans.push(span);
    same.last = sentence.index;
    return;
  }
  // the same thing told again by somebody without a figure of his own, or the figure's confirmation
  if (
    same &&
    sentence.index - same.last <= 4 &&
    (hit.type === "prisoner_return" ||
      hit.type === "evacuation" ||
      hit.type === "remains_transfer" ||
      hit.type === "civilians_return") &&
    isSameThing(same, counts, sides, accordingTo)
  ) {
    for (const count of counts)
      if (!same.counts.some((one) => one.what === count.what && one.min === count.min))
        same.counts.push(count);
    for (const one of accordingTo) if (!same.accordingTo.includes(one)) same.accordingTo.push(one);
    same.spans.push(span);
    same.last = sentence.index;
    return;
  }
  if (
    same &&
    counts.length === 0 &&
    hit.type !== "incident" &&
    hit.type !== "truce_start" &&
    accordingTo.length === 0 &&
    (sides.to === undefined || sides.to === same.to || same.to === "each") &&
    sentence.index - same.last <= 3
  )
    return;
  found.push({
    type: hit.type,
    date,
    from: sides.from ?? null,
    to: sides.to ?? null,
    counts,
    accordingTo,
    spans: [span],
    rule: `${rule}.${hit.type}`,
    group: undefined,
    isBackground,
    line: sentence.line.number,
    last: sentence.index,
  });
}

/** A part or an echo of what was told before: its number is the same, or is one of its wounded. */
function isSameThing(
  same: Happened,
  counts: readonly Count[],
  sides: Sides,
  accordingTo: readonly string[],
): boolean {
  if (same.counts.length === 0) return false;
  if (counts.length === 0) return sides.to === undefined || same.to === sides.to || same.to === "each";
  return (
    counts.every(
      (count) =>
        same.counts.some((one) => one.min === count.min && one.max === count.max) ||
        (count.what === "wounded" && same.counts.every(({ what }) => what !== "wounded")),
    ) &&
    (same.to === "each" || sides.to === undefined || same.to === sides.to) &&
    accordingTo.length >= 0
  );
}

function countsOfEvent(
  scene: Scene,
  sentence: Sentence,
  hit: { type: EventType; words: string; at: number },
  counted: readonly Counted[],
  sides: Sides,
  from: number,
  to: number,
  by: Attribution | undefined,
): Count[] {
  const allowed: Readonly<Record<EventType, readonly string[]>> = {
    prisoner_return: ["prisoners", "persons", "civilians", "wounded", "children"],
    remains_transfer: ["bodies", "prisoners"],
    civilians_return: ["civilians", "children", "persons"],
    evacuation: ["civilians", "wounded", "children", "persons"],
    truce_start: [],
    truce_end: [],
    delivery: [],
    incident: ["killed", "wounded", "incidents", "sites", "civilians", "children", "prisoners", "persons"],
    other: [],
  };
  const { acts } = scene.language;
  const kept = counted.filter(
    (one) =>
      allowed[hit.type].includes(one.what) &&
      !scene.language.terms.struckOut.test(sentence.text.slice(Math.max(0, one.start - 6), one.start)) &&
      !acts.heldFor.test(sentence.text.slice(one.end, one.end + 60)) &&
      !(hit.type === "incident" && acts.stillHeld.test(sentence.text.slice(one.end, one.end + 16))),
  );
  const made = kept.map((one): Count => {
    const named = one.of ?? recipientNear(scene, sentence, one.start, one.end);
    const whose =
      one.isEach || sides.to === "each"
        ? one.what === "wounded" && named
          ? named
          : "each"
        : (named ?? sides.to ?? null);
    if (hit.type === "incident") {
      const isKilled = /\bkill\w*|dead|died|drowned|deaths|lost their lives\b/i.test(
        sentence.text.slice(Math.max(0, one.start - 14), one.end + 18),
      );
      const isHurt = /\bwound\w*|injur\w*|hurt|lost an? \w+\b/i.test(
        sentence.text.slice(Math.max(0, one.start - 14), one.end + 16),
      );
      const what = ["civilians", "prisoners", "children", "persons"].includes(one.what)
        ? isKilled
          ? ("killed" as const)
          : isHurt
            ? ("wounded" as const)
            : one.what
        : one.what;
      return {
        what,
        to: what === "sites" ? (one.of ?? sides.to ?? null) : (one.of ?? null),
        min: one.min,
        max: one.max,
      };
    }
    if (hit.type === "evacuation")
      return {
        what: one.what === "persons" ? "civilians" : one.what,
        to: one.of ?? (scene.parties.belligerents.find((party) => party === sides.to) || null),
        min: one.min,
        max: one.max,
      };
    const what = hit.type === "remains_transfer" ? ("bodies" as const) : one.what;
    return { what, to: whose, min: one.min, max: one.max };
  });
  if (hit.type === "incident") made.push(...harmed(scene, sentence, counted, from, to));
  const isBare =
    made.length === 0 &&
    (by !== undefined || acts.ofItsOwn.test(sentence.masked.slice(from, to))) &&
    (by === undefined ||
      hit.words === "" ||
      /\bhanded over$|\bconfirmed|\bcounts?/i.test(sentence.masked.slice(from, to)) ||
      acts.bareFigure.test(sentence.masked.slice(from, to)));
  if (isBare) {
    const amount = scene
      .valuesOf(sentence)
      .amounts.find(
        (one) =>
          one.start >= from &&
          one.end <= to &&
          !scene.language.terms.notCounted.test(sentence.text.slice(one.end).trimStart()),
      );
    const what =
      hit.type === "remains_transfer"
        ? "bodies"
        : hit.type === "incident"
          ? harmBefore(scene, sentence)
          : hit.type === "prisoner_return"
            ? "prisoners"
            : hit.type === "evacuation" || hit.type === "civilians_return"
              ? "civilians"
              : undefined;
    if (amount && what)
      made.push({
        what,
        to: hit.type === "incident" ? null : (sides.to ?? null),
        min: amount.min,
        max: amount.max,
      });
  }
  return plainCounts(
    made
      .map((one) => ({ ...one, start: 0, end: 0, isOfOurs: false, isEach: false, of: undefined }))
      .filter((one) => (hit.type !== "incident" ? one.what !== "incidents" : one.what !== "persons")),
  );
}

/** "How many were killed? The doctors say nine.": what a bare figure counts. */
function harmBefore(scene: Scene, sentence: Sentence): "killed" | "wounded" | "incidents" {
  for (const one of scene.sentences.slice(Math.max(0, sentence.index - 2), sentence.index).reverse()) {
    if (one.line !== sentence.line) break;
    if (/\b(?:killed|died|dead|deaths|lives)\b/i.test(one.masked)) return "killed";
    if (/\b(?:wounded|injured|hurt)\b/i.test(one.masked)) return "wounded";
  }
  return "incidents";
}

/** "killing two watchmen", "three boatmen lost their lives": whoever they are. */
function harmed(
  scene: Scene,
  sentence: Sentence,
  counted: readonly Counted[],
  from: number,
  to: number,
): Count[] {
  const { acts, terms } = scene.language;
  return scene.valuesOf(sentence).amounts.flatMap((one): Count[] => {
    if (one.start < from || one.end > to || counted.some(({ start }) => start === one.start)) return [];
    const before = sentence.masked.slice(from, one.start);
    const after = sentence.masked.slice(one.end, to);
    if (/\b(?:no|not) $/i.test(before)) return [];
    if (acts.timesBroken.test(sentence.masked.slice(from, one.start)) && /^ times\b/.test(after))
      return [{ what: "incidents", to: null, min: one.min, max: one.max }];
    if (terms.notCounted.test(after.trimStart())) return [];
    const what =
      acts.killsBefore.test(before) || acts.killedAfter.test(after)
        ? ("killed" as const)
        : acts.hurtsBefore.test(before) || acts.hurtAfter.test(after)
          ? ("wounded" as const)
          : undefined;
    return what ? [{ what, to: null, min: one.min, max: one.max }] : [];
  });
}

/** The sentence's own day, else that of the passage. */
function dateOf(
  scene: Scene,
  sentence: Sentence,
  from: number,
  to: number,
  hit: { type: EventType; at: number; words: string },
  found: readonly Happened[],
): string | null {
  const { dates } = scene.valuesOf(sentence);
  const inside = dates.filter(
    (date) =>
      date.start >= from &&
      date.end <= to &&
      date.value !== undefined &&
      date.from <= scene.reportDate &&
      // the day on which they had been taken is not that of their return
      !scene.language.realis.ofTaking.test(sentence.masked.slice(Math.max(0, date.start - 60), date.start)),
  );
  const since = inside.find(
    (date) =>
      date.role === "since" && date.value?.length === 10 && date.value >= plusDays(scene.reportDate, -60),
  );
  if (since?.value && hit.type !== "incident" && since.value < scene.reportDate)
    return `${since.value}/${scene.reportDate}`;
  // of two days the one nearer to the verb: "brokered on Monday, expired on Tuesday"
  const verb = hit.at + hit.words.length;
  const own = inside
    .filter((date) => date.role !== "since" && date.role !== "by")
    .toSorted((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb))[0];
  if (own?.value) return own.value;
  if (dates.some((date) => date.role === "since") && hit.type !== "incident") {
    const whole = dates.find((date) => date.role === "since" && date.value?.length === 10);
    if (whole?.value) return `${whole.value}/${scene.reportDate}`;
  }
  if (sentence.line.time !== undefined) return scene.reportDate;
  const dated = found.findLast((event) => event.date !== null && !event.isBackground);
  if (dated?.date && !dated.date.includes("/")) return dated.date;
  // a total's interval goes with the total that it is compared to
  const last = found.at(-1);
  if (last?.date?.includes("/") && last.last === sentence.index) return last.date;
  const previous = scene.sentences.slice(Math.max(0, sentence.index - 3), sentence.index).reverse();
  for (const one of previous) {
    if (one.line.kind === "header" || one.line.kind === "headline") continue;
    const day = scene
      .valuesOf(one)
      .dates.find(
        (date) =>
          date.value?.length === 10 &&
          date.value <= scene.reportDate &&
          date.value >= plusDays(scene.reportDate, -4) &&
          date.role === "on",
      );
    if (
      day?.value &&
      (scene.language.acts.events.some(([type, pattern]) => type === hit.type && pattern.test(one.masked)) ||
        one.line === sentence.line)
    )
      return day.value;
  }
  return null;
}

/** Rival figures for one thing on one day share a group. */
function grouped(found: readonly Happened[]): Happened[] {
  let n = 0;
  for (let i = 1; i < found.length; i++) {
    const one = found[i];
    const before = found[i - 1];
    if (
      !one ||
      !before ||
      one.type !== before.type ||
      one.date !== before.date ||
      one.counts.length === 0 ||
      before.counts.length === 0 ||
      one.accordingTo.join() === before.accordingTo.join()
    )
      continue;
    before.group ??= `g${++n}`;
    one.group = before.group;
  }
  return [...found];
}

export function eventOf(scene: Scene, one: Happened): EventEntry {
  return {
    type: one.type,
    date: one.date,
    from: one.from,
    to: one.to,
    counts: one.counts,
    according_to: one.accordingTo,
    ...(one.group ? { group: one.group } : {}),
    spans: one.spans.map((range) => scene.span(range)),
    confidence: 0,
    rule: one.rule,
    ...(one.isBackground ? { background: true } : {}),
    because: {},
  };
}
