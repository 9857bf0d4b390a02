import type { Media, Meeting, Outcome } from "../draft.ts";
import type { Stage, Told } from "./scene.ts";
import { type Attributed, measuresIn } from "./statements.ts";
import { first, has, lowered } from "./words.ts";

/** The meeting that a report is of, and the next one where a day, a place or a number is given. */
export function meetingsIn(stage: Stage): Meeting[] {
  const { lexicon } = stage;
  const made: Meeting[] = [];
  let hasMain = false;
  let hasNext = false;
  for (const told of stage.told) {
    if (told.isHistory || told.isQuestion || has(told.told, lexicon.realis.conditional)) continue;
    if (
      has(told.told, lexicon.participants) ||
      measuresIn(told.told, lexicon).some(({ type }) => type === "working_groups")
    )
      continue;
    const noun = first(told.told, lexicon.meetings.noun);
    const isNext =
      has(told.told, lexicon.meetings.ahead) &&
      (noun !== undefined || has(told.told, lexicon.meetings.goesOn));
    const ordinal = noun ? ordinalBefore(told.told, noun.index, noun[0].length, stage) : null;
    if (isNext && !hasNext && !has(told.told, lexicon.realis.negated)) {
      const date = told.dates.find((one) => one.to >= stage.reportDate)?.value ?? null;
      if (!date && ordinal === null) continue;
      if (!date && !placeOf(stage, told)) continue;
      made.push(meeting(stage, told, "next", date, ordinal));
      hasNext = true;
      continue;
    }
    if (hasMain || told.index > 5 || !noun || isNext || !has(told.told, lexicon.meetings.held)) continue;
    const day = told.dates.find(
      (one) => one.from <= stage.reportDate && one.value.length > 7 && one.role !== "by",
    );
    const dateline = told.line.dateline;
    made.push(
      meeting(
        stage,
        told,
        "main",
        day?.value ?? (dateline || told.index === 0 ? stage.reportDate : null),
        ordinal,
      ),
    );
    hasMain = true;
  }
  return made;
}

function meeting(
  stage: Stage,
  told: Told,
  role: "main" | "next",
  date: string | null,
  ordinal: number | null,
): Meeting {
  const place = placeOf(stage, told) ?? (role === "main" ? placeOfDateline(stage, told) : undefined);
  return {
    role,
    date,
    place: place ?? null,
    ordinal,
    host: role === "main" ? hostOf(stage, told, place) : null,
    parties: role === "main" ? stage.parties.sides : [],
    span: stage.span(told),
    confidence: 0,
    rule: `meeting.${role}`,
    because: {},
  };
}

/** An ordinal beside the noun: before it within three words. */
function ordinalBefore(told: string, at: number, length: number, { lexicon }: Stage): number | null {
  const near = told.slice(Math.max(0, at - 40), at + length + (lexicon.isVerbFinal ? 18 : 1));
  let best: { n: number; at: number } | undefined;
  for (const [n, pattern] of lexicon.meetings.ordinals)
    for (const match of near.matchAll(pattern))
      if (!best || match.index > best.at) best = { n, at: match.index };
  return best?.n ?? null;
}

function placeOf(stage: Stage, told: Told): string | undefined {
  for (const match of told.text.matchAll(stage.lexicon.names.place)) {
    const words = match[1] ?? "";
    const start = told.start + match.index + match[0].indexOf(words);
    if (has(lowered(words, stage.lexicon.code), stage.lexicon.names.notNames)) continue;
    if (
      stage.people.some(({ mentions }) =>
        mentions.some((one) => one.start < start + words.length && one.end > start),
      )
    )
      continue;
    const naming = stage.parties.within({ start: start - 1, end: start + words.length + 12 })[0];
    if (naming && naming.start === start) {
      if (stage.parties.sides.includes(naming.party)) continue;
      const party = stage.parties.list.find(({ id }) => id === naming.party);
      const town = party?.aliases.find(
        (alias) =>
          alias !== party.name &&
          alias.slice(0, 4).toLowerCase() === words.slice(0, 4).toLowerCase() &&
          /^\p{Lu}/u.test(alias),
      );
      if (town) return town;
      if (party && party.name.slice(0, 4).toLowerCase() === words.slice(0, 4).toLowerCase()) continue;
    }
    return words;
  }
  return undefined;
}

function placeOfDateline(stage: Stage, told: Told): string | undefined {
  const line = told.line.dateline ?? stage.lines.find(({ dateline }) => dateline)?.dateline;
  if (!line) return undefined;
  const name = /^\p{Lu}[\p{L}' -]+?(?=,| [—–-]|\.|$)/u.exec(
    stage.folded.text.slice(line.start, line.end),
  )?.[0];
  if (!name) return undefined;
  const party = stage.parties.list.find(({ aliases }) =>
    aliases.some((alias) => lowered(alias, stage.lexicon.code) === lowered(name, stage.lexicon.code)),
  );
  return (
    party?.aliases.find(
      (alias) => lowered(alias, stage.lexicon.code) === lowered(name, stage.lexicon.code),
    ) ?? name
  );
}

/** Who invites, or whose town it is. */
function hostOf(stage: Stage, told: Told, place: string | undefined): string | null {
  const others = (range: { start: number; end: number }) =>
    stage.parties.within(range).filter(({ party }) => !stage.parties.sides.includes(party));
  const invited = first(told.told, stage.lexicon.meetings.invited);
  if (invited) {
    const at = told.start + invited.index;
    const near = stage.lexicon.isVerbFinal
      ? others({ start: Math.max(told.start, at - 50), end: at + 12 }).at(-1)
      : others({ start: at, end: at + 70 })[0];
    if (near) return near.party;
  }
  const owner = stage.parties.list.find(
    ({ id, aliases }) => !stage.parties.sides.includes(id) && place !== undefined && aliases.includes(place),
  );
  if (owner) return owner.id;
  const capital = first(told.told, stage.lexicon.meetings.here);
  if (capital) {
    const near = others({
      start: told.start + capital.index - 40,
      end: told.start + capital.index + capital[0].length + 30,
    })[0];
    if (near) return near.party;
  }
  return null;
}

export function outcomeOf(stage: Stage, meetings: readonly Meeting[]): Outcome {
  const { outcome } = stage.lexicon;
  const spans = [];
  let breakthrough: Outcome["breakthrough"] = "unclear";
  for (const told of stage.told) {
    if (told.isQuestion || told.isHistory) continue;
    const none = first(told.small, outcome.none);
    const some = none ? undefined : first(told.small, outcome.breakthrough);
    const hit = none ?? some;
    if (
      !hit ||
      (some &&
        (has(told.small, stage.lexicon.realis.negated) || has(told.small, stage.lexicon.realis.conditional)))
    )
      continue;
    breakthrough = none ? "no" : "yes";
    spans.push(stage.span({ start: told.start + hit.index, end: told.start + hit.index + hit[0].length }));
    break;
  }
  let goesOn: Outcome["talks_continue"] = "unclear";
  const next = meetings.find(({ role }) => role === "next");
  const stop = stage.told.find(
    (told) => !told.isHistory && !told.isQuestion && has(told.told, outcome.stops),
  );
  const go = stage.told.find(
    (told) =>
      !told.isHistory &&
      !told.isQuestion &&
      has(told.told, outcome.goesOn) &&
      !has(told.told, stage.lexicon.realis.negated),
  );
  if (next || go) goesOn = "yes";
  else if (stop) goesOn = "no";
  if (next) spans.push(next.span);
  else if (go ?? stop) spans.push(stage.span((go ?? stop) as Told));
  return { breakthrough, talks_continue: goesOn, spans, confidence: 0, rule: "outcome", because: {} };
}

/** Pictures and sound that were published. */
export function mediaIn(stage: Stage, statements: readonly Attributed[]): Media[] {
  const { media } = stage.lexicon;
  const made: Media[] = [];
  for (const told of stage.told) {
    if (
      told.isQuestion ||
      told.isHistory ||
      has(told.told, media.planned) ||
      has(told.told, stage.lexicon.realis.negated)
    )
      continue;
    const kind = media.kinds.find(([, pattern]) => has(told.told, pattern));
    if (!kind || !has(told.told, media.published)) continue;
    const heard = statements.find((one) => one.sentences.includes(told));
    const voice =
      heard?.voice ??
      (stage.author
        ? { text: stage.author.name, parties: stage.author.party ? [stage.author.party] : [] }
        : undefined);
    const naming = stage.parties.within(told).find(({ isSubject }) => isSubject);
    const by = voice?.text ?? (naming ? stage.folded.text.slice(naming.start, naming.end) : undefined);
    if (!by) continue;
    made.push({
      kind: kind[0],
      by,
      party: voice?.parties[0] ?? naming?.party ?? null,
      of: media.of.find(([, pattern]) => has(told.small, pattern))?.[0] ?? "other",
      span: stage.span(told),
      confidence: 0,
      rule: "media.published",
      because: {},
    });
  }
  return made;
}
