import type { Meeting } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import { measuresIn } from "../speech/topics.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";
import { numberOf } from "../values/numbers.ts";

type Found = Omit<Meeting, "span" | "confidence" | "because" | "rule"> & {
  readonly at: Range;
  readonly rule: string;
};

export function meetingsOf(scene: Scene): Meeting[] {
  const told = mainOf(scene);
  const main = told ?? mainOf(scene, true) ?? namedOnly(scene) ?? agreedThere(scene);
  // where no other session is told, a technical one is the session
  const before = preparatoryOf(scene).filter(({ at }) => told || at.start !== main?.at.start);
  const all = [...(main ? [main] : []), ...before, ...nextOf(scene, main)];
  return all.map(({ at, rule, ...rest }) => ({
    ...rest,
    span: scene.span(at),
    confidence: 0,
    rule,
    because: {},
  }));
}

/** The session that is reported: of the first sentences the one that tells most of it. */
function mainOf(scene: Scene, isOnly = false): Found | undefined {
  let best: { sentence: Sentence; points: number } | undefined;
  const candidates = scene.sentences.slice(0, 12);
  for (const sentence of candidates) {
    const { kind } = sentence.line;
    if (
      kind === "heading" ||
      kind === "note" ||
      kind === "question" ||
      (kind === "headline" && !/\d{4}|\d(?:st|nd|rd|th)\b/.test(sentence.text))
    )
      continue;
    const points = pointsOf(scene, sentence, isOnly);
    if (points > (best?.points ?? 2.6)) best = { sentence, points };
  }
  return best && sessionOf(scene, best.sentence, mainDate(scene, best.sentence));
}

/** "This is the fifth meeting since April": in a text that is written as things happen, it is today's. */
function namedOnly(scene: Scene): Found | undefined {
  const { thisIs, ordinal } = scene.language.meetings;
  const sentence = scene.sentences.find(
    (one) =>
      (one.line.kind === "text" || one.line.kind === "item") &&
      !one.line.isBackground &&
      thisIs.test(one.masked) &&
      ordinal.test(one.masked),
  );
  const cut = sentence?.masked.search(/[;:]/) ?? -1;
  return (
    sentence && {
      ...sessionOf(scene, sentence, scene.reportDate),
      at: cut > 20 ? { start: sentence.start, end: sentence.start + cut } : sentence,
    }
  );
}

/** "PORT AMBER, 8 May — Ostrel and Mirandia agreed on Tuesday …": where delegations are spoken of, they sat there. */
function agreedThere(scene: Scene): Found | undefined {
  const sentence = scene.sentences.find(({ line }) => line.kind === "text");
  if (!sentence?.line.dateline || isHistory(scene, sentence, 0)) return undefined;
  const named = new Set(scene.parties.within(sentence).map(({ party }) => party));
  const isOfBoth = scene.parties.belligerents.every((party) => named.has(party));
  if (!isOfBoth || !scene.language.acts.haveAgreed.test(sentence.masked)) return undefined;
  return scene.sentences.some(({ masked }) => scene.language.meetings.sat.test(masked))
    ? sessionOf(scene, sentence, mainDate(scene, sentence))
    : undefined;
}

function sessionOf(scene: Scene, sentence: Sentence, date: string | null): Found {
  const { meetings } = scene.language;
  const elsewhere = scene.sentences
    .map(({ masked, line }) => (line.isBackground ? null : meetings.ordinalElsewhere.exec(masked)))
    .find(Boolean);
  const ordinal =
    ordinalOf(scene, elsewhere?.[1]) ??
    ordinalOf(scene, meetings.ordinal.exec(sentence.masked)?.[1]) ??
    ordinalOf(scene, meetings.ordinalBehind.exec(sentence.masked)?.[1]) ??
    ordinalOf(scene, meetings.ordinalTime.exec(sentence.masked)?.[1]);
  const place =
    placeOf(scene, sentence) ??
    listedPlace(scene, sentence) ??
    datelinePlace(scene, sentence) ??
    elsewherePlace(scene);
  const host = hostOf(scene, place);
  return {
    role: "main",
    date,
    place: place ?? null,
    ordinal: ordinal ?? null,
    host: host ?? null,
    parties: scene.parties.belligerents,
    at: clauseOfMeeting(sentence),
    rule: "meeting.main",
  };
}

function pointsOf(scene: Scene, sentence: Sentence, isOnly: boolean): number {
  const { meetings } = scene.language;
  const { masked } = sentence;
  if (isHistory(scene, sentence, 0) || !meetings.mainWords.test(masked)) return 0;
  if (
    (meetings.preparatory.test(masked) && !(isOnly && meetings.sessionOnly.test(masked))) ||
    meetings.onlyReported.test(masked)
  )
    return 0;
  const isHeld =
    meetings.held.test(masked) ||
    (meetings.ordinal.test(masked) &&
      !scene.language.acts.toldVerb.test(masked) &&
      !meetings.ahead.test(masked)) ||
    (sentence.line.kind === "header" && meetings.minutes.test(masked));
  if (!isHeld) return 0;
  const hasNoun = meetings.noun.test(masked);
  const named = new Set(scene.parties.within(sentence).map(({ party }) => party));
  const both = scene.parties.belligerents.filter((party) => named.has(party)).length;
  const dates = scene.valuesOf(sentence).dates.filter((date) => date.from <= scene.reportDate);
  const isAhead =
    /\b(?:will|would|further) (?:\w+ )?(?:meet|round|session|meeting)\b|\b(?:next|further|another) (?:\w+ )?(?:meeting|round|session|talks|sitting)\b[^.;]{0,40} (?:will|would|is to|are to|is due|is planned|is scheduled|is set|has been (?:fixed|set|called))\b|\b(?:foreseen|slated|planned|scheduled) for\b/i.test(
      masked,
    );
  const pair =
    /\b(?:the two|both) (?:countries|sides|governments|parties|delegations|teams|capitals|authorities|leaderships|neighbou?rs|enemies|belligerents|armies|presidents)\b|\bwarring\b/i.test(
      masked,
    )
      ? 2
      : 0;
  let points =
    1 +
    (hasNoun ? 1 : 0) +
    Math.max(both, pair) * 0.7 +
    (dates.length > 0 ? 1 : 0) +
    (meetings.ordinal.test(masked) ? 0.8 : 0) +
    (placeOf(scene, sentence) ? 0.8 : 0);
  if (/\b(?:day \d+ (?:in|of|at))\b/i.test(masked)) points += 2.5;
  if (meetings.justNow.test(masked) && dates.length === 0) points += 1;
  if (meetings.twoDays.test(masked)) points += 0.6;
  if (scene.isTranscript && meetings.together.test(masked)) points += 1.2;
  if (meetings.unofficial.test(masked) && dates.length > 0) points += 1;
  if (/\b(?:suspend\w*|left the|walk\w* out)\b/i.test(masked) && hasSession(scene)) points += 1;
  if (isAhead) points -= 2;
  if (/\bthe exchange\b|\bhandover|\bbuses\b/i.test(masked)) points -= 1;
  return points - sentence.index * 0.12;
}

function hasSession(scene: Scene): boolean {
  return scene.sentences.some(({ masked }) => scene.language.meetings.ordinalElsewhere.test(masked));
}

/** The clause that tells of the session: up to what came of it. */
function clauseOfMeeting(sentence: Sentence): Range {
  const { masked, start } = sentence;
  const cut = masked.search(
    /, (?:which|settling|leaving|with (?:both|the|no)|after which|producing|but|and (?:said|the))\b/,
  );
  return cut > 60 ? { start, end: start + cut } : { start, end: sentence.end };
}

function ordinalOf(scene: Scene, word: string | undefined): number | undefined {
  if (!word) return undefined;
  return (
    scene.language.numbers.ordinals[word.toLowerCase()] ??
    (Number.parseInt(word, 10) || numberOf(word, scene.language))
  );
}

function mainDate(scene: Scene, sentence: Sentence): string | null {
  const { meetings } = scene.language;
  const { dates } = scene.valuesOf(sentence);
  // "exchanged prisoners on Thursday after talks in …": that day is the exchange's
  const behind = meetings.afterTalks.exec(sentence.masked)?.index ?? 0;
  // but what was announced after them was announced on their day
  const after = scene.language.meetings.announced.test(sentence.masked.slice(0, behind)) ? 0 : behind;
  const own = dates.find(
    (date) =>
      (date.start > after || meetings.noun.test(sentence.masked.slice(0, after))) &&
      date.value !== undefined &&
      date.to <= scene.reportDate &&
      date.role !== "since" &&
      date.value.length >= 10,
  );
  // "separately on Wednesday and together on Thursday"
  const later = dates.find(
    (date) => date !== own && own && date.start > own.end && date.to <= scene.reportDate,
  );
  if (
    own?.value?.length === 10 &&
    later?.value?.length === 10 &&
    own.value < later.value &&
    later.value <= plusDays(own.value, 4) &&
    /^[^.;]{0,40}\band [^.;]{0,20}$/i.test(sentence.masked.slice(own.end, later.start))
  )
    return `${own.value}/${later.value}`;
  const several = meetings.twoDays.exec(sentence.masked);
  const day =
    own?.value ??
    (several ||
    meetings.justNow.test(sentence.masked) ||
    /\b(?:today|day \d)\b|\bat \d{1,2}[:.]\d{2}\b/i.test(sentence.masked)
      ? scene.reportDate
      : undefined);
  if (several && day?.length === 10 && meetings.concluded.test(sentence.masked)) {
    const count = numberOf(several[1] ?? "", scene.language) ?? 1;
    return `${plusDays(day, 1 - count)}/${day}`;
  }
  if (day) return day;
  // "held this week": the days that the passage names
  if (dates.some((date) => date.kind === "thisWeek")) {
    const days = scene.sentences.slice(sentence.index + 1, sentence.index + 25).flatMap((one) =>
      isHistory(scene, one, 0)
        ? []
        : scene
            .valuesOf(one)
            .dates.filter(
              (date) =>
                date.kind === "weekday" &&
                date.value !== undefined &&
                date.value <= scene.reportDate &&
                date.value >= plusDays(scene.reportDate, -6),
            )
            .map((date) => date.value ?? ""),
    );
    const sorted = [...new Set(days)].toSorted();
    const first = sorted[0];
    const last = sorted.at(-1);
    if (first && last) return first === last ? first : `${first}/${last}`;
  }
  const line = sentence.line.dateline;
  if (line) return scene.reportDate;
  return /\b(?:exchange|swap)/i.test(sentence.masked)
    ? null
    : sentence.index < 3 && dates.length === 0 && !/\btalks in\b/i.test(sentence.masked)
      ? scene.reportDate
      : null;
}

const place =
  /\b(?:in the city(?: of)?|(?:in|at) the (?:\p{L}+ )?(?:capital|town|village|port|resort|city),?(?: of)?|in|at the|at|inside the|inside) ((?:\p{Lu}[\p{L}'’-]+(?: (?:of the |of |de |al-|el-|sur )?(?=\p{Lu}))?){1,5})/gu;

/** Where: a name behind "in" or "at" that is neither a party nor a person nor a month. */
function placeOf(scene: Scene, sentence: Sentence, from = 0, to = sentence.text.length): string | undefined {
  const text = sentence.text.slice(from, to);
  const found: string[] = [];
  for (const match of text.matchAll(place)) {
    const words = (match[1] ?? "").trim();
    const start = sentence.start + from + match.index + match[0].lastIndexOf(words);
    const isVenue = scene.language.meetings.venue.test(words);
    if (
      !isVenue &&
      scene.language.people.noPerson.test(words) &&
      !/(?:City|Harbour|Haven|Springs|Falls|Heights|Bridge)$/.test(words) &&
      !/^(?:Port|Cape|Saint|St|North|South|East|West|New|Fort|Mount|Lake|Geneva|Bay|Holm)\b/.test(words)
    )
      continue;
    const party = scene.parties.named(words);
    if (scene.people.within({ start, end: start + words.length }).length > 0) continue;
    if (party !== undefined && scene.parties.belligerents.includes(party)) continue;
    const comma = /^, (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)(?=[,.;]|$)/u.exec(
      text.slice(match.index + match[0].trimEnd().length),
    );
    if (isVenue && comma?.[1] && !scene.language.people.noPerson.test(comma[1].split(" ")[0] ?? ""))
      found.unshift(comma[1]);
    else found.push(words);
  }
  return found.find((one) => !scene.language.meetings.venue.test(one)) ?? found[0];
}

/** "Fifth round, Aksay, 27–28 January", "On the consultations in Port Amber" in the head. */
function listedPlace(scene: Scene, sentence: Sentence): string | undefined {
  const beside =
    /\b(?:round|session|meeting|sitting|day \d+|talks), (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)(?=[,.;]|$)/iu.exec(
      sentence.text,
    )?.[1];
  if (beside && scene.parties.named(beside) === undefined && !scene.language.people.noPerson.test(beside))
    return beside;
  for (const head of scene.sentences.slice(0, 6)) {
    if (head.line.kind !== "headline" && head.line.kind !== "header" && head.line.kind !== "heading")
      continue;
    if (scene.language.meetings.noun.test(head.masked)) {
      const named = placeOf(scene, head);
      if (named) return named;
    }
  }
  return undefined;
}

function datelinePlace(scene: Scene, sentence: Sentence): string | undefined {
  const first = sentence.line.dateline ?? scene.lines.find(({ dateline }) => dateline)?.dateline;
  if (!first) return undefined;
  const words = scene.folded.text.slice(first.start, first.end);
  const name = /^[\p{Lu}][\p{L}' -]+/u.exec(words)?.[0]?.trim();
  if (!name || words.includes("/")) return undefined;
  return name
    .split(" ")
    .map((one) => (one.length > 1 ? one[0] + one.slice(1).toLowerCase() : one))
    .join(" ");
}

/** "…of 21 May 2026, Hotel Meridian, Bellhaven"; else the place that the text names with its talks. */
function elsewherePlace(scene: Scene): string | undefined {
  for (const sentence of scene.sentences.slice(0, 6)) {
    const match = /\d{4}, (?:\p{Lu}[\p{L}' ]+, )?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)$/u.exec(
      sentence.text,
    );
    if (match?.[1]) return match[1];
  }
  for (const { kind, start, end } of scene.lines.slice(0, 4)) {
    const words = scene.folded.text.slice(start, end);
    const done = kind === "text" ? null : scene.language.meetings.doneAt.exec(words);
    if (done?.[1]) return done[1];
    const match =
      kind === "text"
        ? null
        : /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?), (?:\p{L}+ )?\d{1,2} \p{L}+ \d{4}$/u.exec(words);
    if (match?.[1] && !scene.language.people.noPerson.test(match[1])) return match[1];
  }
  const head = scene.lines[0];
  const headed =
    head && head.end - head.start < 100
      ? scene.language.meetings.headedIn.exec(scene.folded.text.slice(head.start, head.end))?.[1]
      : undefined;
  if (headed && !scene.parties.belligerents.includes(scene.parties.named(headed) ?? "")) return headed;
  const talks = scene.folded.text.match(
    /(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:talks|negotiations|round|meeting)\b/u,
  )?.[1];
  return talks && !scene.parties.named(talks) && !scene.language.people.noPerson.test(talks)
    ? talks
    : undefined;
}

/** Who hosts: given, or whose venue it is, or who is said to host, or the only third party. */
function hostOf(scene: Scene, where: string | undefined): string | undefined {
  const { list } = scene.parties;
  const thirds = list.filter(({ kind }) => kind === "host" || kind === "mediator" || kind === "third");
  const named = where === undefined ? undefined : scene.parties.named(where);
  if (named !== undefined && thirds.some(({ id }) => id === named)) return named;
  const countries = where === undefined ? undefined : scene.language.parties.venues[where.toLowerCase()];
  if (countries) {
    const owner = thirds.find((party) =>
      [party.name, ...party.aliases].some((one) => countries.includes(one.toLowerCase())),
    );
    if (owner) return owner.id;
  }
  // "Harrow City", of Harrow
  const owner =
    where === undefined
      ? undefined
      : thirds.find(({ name, aliases }) =>
          [name, ...aliases].some((one) => one.length > 3 && where.startsWith(`${one} `)),
        );
  if (owner) return owner.id;
  const host = thirds.filter(({ kind }) => kind === "host");
  if (host.length === 1) return host[0]?.id;
  const only = thirds.length === 1 ? thirds[0] : undefined;
  return only && !scene.language.parties.abroad.test(only.name) ? only.id : undefined;
}

function preparatoryOf(scene: Scene): Found[] {
  const found: Found[] = [];
  for (const sentence of scene.sentences) {
    const match = scene.language.meetings.preparatory.exec(sentence.masked);
    if (!match || isHistory(scene, sentence, match.index) || found.length > 0) continue;
    const at = relativeClause(sentence, match.index) ?? sentence;
    const from = at.start - sentence.start;
    const to = at.end - sentence.start;
    const date = scene
      .valuesOf(sentence)
      .dates.find(
        (one) =>
          one.value !== undefined && one.from <= scene.reportDate && one.start >= from && one.end <= to,
      );
    const named = [...new Set(scene.parties.within(at).map(({ party }) => party))];
    const isJoint =
      /\b(?:both|the two|the heads|heads of delegation|the sides|the parties|the delegations)\b/i.test(
        sentence.masked.slice(from, to),
      );
    const isOfTalks =
      meetingNoun(match[0]) || isJoint || named.length > 0 || scene.people.within(at).length > 0;
    if (!isOfTalks) continue;
    found.push({
      role: "preparatory",
      date: date?.value ?? null,
      place: placeOf(scene, sentence, from, to) ?? null,
      ordinal: null,
      host: null,
      parties: named.length > 0 ? named : isJoint ? scene.parties.belligerents : [],
      at,
      rule: "meeting.preparatory",
    });
  }
  return found;
}

function meetingNoun(words: string): boolean {
  return /meeting|session|talks|consultations|contacts|round/i.test(words);
}

/** "Fidan, who took part in the preparatory meeting, called …": the subject with its relative clause. */
function relativeClause(sentence: Sentence, at: number): Range | undefined {
  const before = sentence.masked.slice(0, at);
  if (!/, (?:who|which)\b[^,]*$/.test(before)) return undefined;
  const end = sentence.masked.slice(at).search(/,/);
  return end < 0 ? undefined : { start: sentence.start, end: sentence.start + at + end };
}

/** Sessions to come, where a day, a place or a number is said. */
function nextOf(scene: Scene, main: Found | undefined): Found[] {
  const { meetings } = scene.language;
  const found: Found[] = [];
  for (const sentence of scene.sentences) {
    const { kind } = sentence.line;
    if (kind === "headline" || kind === "heading" || isHistory(scene, sentence, 0)) continue;
    if (
      main &&
      sentence.start <= main.at.start &&
      sentence.end >= main.at.end &&
      !/\bnext\b[^.]*\bwill\b/i.test(sentence.masked) &&
      kind !== "header"
    )
      continue;
    if (scene.sentences[sentence.index]?.masked.endsWith("?")) continue;
    const { masked } = sentence;
    // a committee sits for itself
    const before = scene.sentences[sentence.index - 1];
    if (
      meetings.ofCommittee.test(masked) &&
      before?.line === sentence.line &&
      measuresIn(before.text, scene.language).some(({ type }) => type === "working_groups")
    )
      continue;
    const hits = [...masked.matchAll(meetings.nextNoun), ...masked.matchAll(meetings.nextVerb)].toSorted(
      (a, b) => a.index - b.index,
    );
    for (const hit of hits) {
      const clause = clauseAt(masked, hit.index, hit[0].length);
      const words = masked.slice(clause.start, clause.end);
      // "27 November: the fourth meeting of the commission"
      const isAhead = meetings.ahead.test(words) || (kind === "item" && meetings.dayFirst.test(masked));
      if (
        !isAhead ||
        meetings.wontBe.test(words) ||
        meetings.none.test(words) ||
        meetings.none.test(masked.slice(Math.max(0, clause.start - 30), clause.end))
      )
        continue;
      const dates = scene
        .valuesOf(sentence)
        .dates.filter(
          (date) =>
            date.start >= clause.start &&
            date.end <= clause.end &&
            date.to > scene.reportDate &&
            date.value !== undefined &&
            date.role !== "by",
        );
      const ordinalWord =
        /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))\b (?:time\b|(?:\w+ )?(?:round|session|meeting|sitting)|(?:is|will|was|has been) )/i.exec(
          words,
        )?.[1];
      const ordinal = ordinalOf(scene, ordinalWord);
      const isLater =
        ordinal !== undefined &&
        ordinal !== main?.ordinal &&
        (main?.ordinal === null || main === undefined || ordinal > (main.ordinal ?? 0));
      const date = dates[0];
      const where =
        placeOf(scene, sentence, clause.start, clause.end) ??
        stayIn(scene, words) ??
        backTo(scene, words) ??
        (meetings.samePlace.test(words) ? (main?.place ?? undefined) : undefined);
      if (!date && !isLater && !(where && /\b(?:next|another|further)\b/i.test(words))) continue;
      if (found.some((one) => one.date !== null && (date === undefined || one.date === date.value))) continue;
      const host = convenor(scene, sentence, clause);
      const named = [
        ...new Set(
          scene.parties
            .within({ start: sentence.start + clause.start, end: sentence.start + clause.end })
            .map(({ party }) => party),
        ),
      ].filter((party) => scene.parties.belligerents.includes(party));
      found.push({
        role: "next",
        date: date?.value ?? null,
        place: where ?? null,
        ordinal: isLater ? (ordinal ?? null) : null,
        host: host ?? null,
        parties: named.length >= 2 ? named : [],
        at: { start: sentence.start + clause.start, end: sentence.start + clause.end },
        rule: date ? "meeting.next.dated" : "meeting.next.numbered",
      });
      break;
    }
  }
  return found.slice(0, 2);
}

/** "They will come back to Port Amber." */
function backTo(scene: Scene, words: string): string | undefined {
  const match = scene.language.meetings.backTo.exec(words);
  return match?.[1] && !scene.parties.belligerents.includes(scene.parties.named(match[1]) ?? "")
    ? match[1]
    : undefined;
}

function stayIn(scene: Scene, words: string): string | undefined {
  const match = /\bstay in (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/u.exec(words);
  return match?.[1] && !scene.parties.named(match[1]) ? match[1] : undefined;
}

function convenor(scene: Scene, sentence: Sentence, clause: Range): string | undefined {
  const words = sentence.masked.slice(clause.start, clause.end);
  const match =
    /\b(?:which |that )?(?:the )?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*) (?:will|would|is to) (?:host|convene|chair)\b/u.exec(
      words,
    ) ?? /\b(?:hosted|convened|chaired) by (?:the )?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*)/u.exec(words);
  return match?.[1] ? scene.parties.named(match[1]) : undefined;
}

/** The clause around a place: what somebody said of it is not part of it. */
function clauseAt(masked: string, at: number, length: number): Range {
  let start = 0;
  for (const match of masked
    .slice(0, at)
    .matchAll(
      /[;:] |, (?:and|but|while|either)[ ,]|\b(?:said|says|told \w+|announced|confirmed|added) (?:that )?|\b(?:until|ahead of|before) |[.,] (?=the sides)|; /gi,
    ))
    start = match.index + match[0].length;
  const rest = masked.slice(at + length);
  const stop = rest.search(
    /[;“”"]|, (?:and|but|while|with|said|according|which would) |\.$| (?:said|according to) /,
  );
  let end = stop < 0 ? masked.length : at + length + stop;
  while (end > start && /[\s.,;]/.test(masked[end - 1] ?? "")) end--;
  return { start, end };
}
