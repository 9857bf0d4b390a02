import type { Statement } from "../draft.ts";
import { isHistoryUntil } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { withTopics } from "./about.ts";
import { kindOf, quoted } from "./act.ts";
import type { Attribution } from "./attribution.ts";
import { type Cue, cuesIn, isBoundary, isCoordinated, passiveLength } from "./cues.ts";
import { kindOfSpeech } from "./kind.ts";
import {
  type Memory,
  ofPerson,
  remember,
  type Speaker,
  speakerAfter,
  speakerAt,
  subjectOf,
} from "./speaker.ts";
import { topicsIn } from "./topics.ts";
import { clipOf, isFirstPerson, speak, type Turn, turnOf, voiceOf } from "./turns.ts";

type Group = { speaker: Speaker; cues: Cue[]; start: number; rule: string };

export function attributionsOf(scene: Scene): Attribution[] {
  const memory: Memory = { person: undefined, thing: undefined, last: undefined, spoken: undefined };
  const found: Attribution[] = [];
  let line = -1;
  let turn: Turn | undefined;
  let poster: Speaker | undefined;
  for (const sentence of scene.sentences) {
    const { kind } = sentence.line;
    const head = sentence.isFirstOfLine ? posterOf(scene, sentence) : undefined;
    if (head) {
      poster = head;
      turn = undefined;
      memory.person = head;
      continue;
    }
    if (
      kind === "headline" ||
      kind === "heading" ||
      kind === "header" ||
      kind === "note" ||
      kind === "question"
    )
      continue;
    if (sentence.line.number !== line) {
      line = sentence.line.number;
      turn =
        clipOf(scene, sentence) ??
        turnOf(scene, sentence, memory) ??
        (scene.speech && line >= scene.speech.from
          ? { speaker: ofPerson(scene.speech.person, sentence), previous: undefined }
          : undefined) ??
        (scene.isTranscript && !sentence.line.label && !turn?.isClip ? turn : undefined) ??
        (poster ? { speaker: poster, previous: undefined } : undefined);
    }
    if (turn && !isOfAnother(scene, sentence, turn)) {
      if (turn.speaker) speak(scene, sentence, turn, turn.speaker, found, memory);
      continue;
    }
    const made = attributionsIn(scene, sentence, memory);
    const voice = made.length === 0 && isFirstPerson(scene, sentence) ? voiceOf(scene, sentence) : undefined;
    if (voice) {
      const speaker = voice;
      const last = found[found.length - 1];
      speak(
        scene,
        sentence,
        { speaker, previous: last?.rule === "first-person" ? last : undefined },
        speaker,
        found,
        memory,
      );
      continue;
    }
    if (made.length === 0) {
      const last = found[found.length - 1];
      // “It's small,” Wiik said. “Small is what works.”
      if (
        last &&
        isQuotationOnly(sentence) &&
        last.sentences.at(-1)?.index === sentence.index - 1 &&
        last.quotes.length > 0 &&
        last.sentences.at(-1)?.line === sentence.line
      ) {
        found[found.length - 1] = {
          ...last,
          quotes: [...last.quotes, ...sentence.quotes],
          span: { start: last.span.start, end: sentence.end },
          sentences: [...last.sentences, sentence],
        };
      } else if (
        isQuotationOnly(sentence) &&
        memory.last &&
        sentence.line.kind === "text" &&
        sentence.isFirstOfLine &&
        sentence.quotes.some((one) => one.end - one.start > 40)
      ) {
        found.push(freeQuotation(scene, sentence, memory.last));
      }
      recall(scene, sentence, memory);
      continue;
    }
    const last = found[found.length - 1];
    const [only] = made;
    if (last && only && made.length === 1 && goesOn(scene, sentence, last, only))
      found[found.length - 1] = {
        ...last,
        span: { start: last.span.start, end: only.span.end },
        sentences: [...last.sentences, sentence],
      };
    else found.push(...made);
  }
  return withTopics(answered(scene, found), scene);
}

/** Who refuses, or says something against, what he has just been accused of denies it. */
function answered(scene: Scene, found: readonly Attribution[]): Attribution[] {
  const { accusedOf } = scene.language.cues;
  return found.map((one, i) => {
    const before = found[i - 1];
    const line = one.sentences[0]?.line.number ?? 0;
    const isAnswer =
      before?.kind === "accuses" &&
      line - (before.sentences.at(-1)?.line.number ?? 0) <= 2 &&
      before.speaker.parties[0] !== one.speaker.parties[0] &&
      one.speaker.parties.length === 1;
    if (!isAnswer || (one.kind !== "rejects" && one.kind !== "describes" && one.kind !== "announces"))
      return one;
    const words = scene.folded.text.slice(one.cue?.start ?? one.span.start, one.span.end);
    return accusedOf.test(words) ? { ...one, kind: "denies" as const } : one;
  });
}

/** "Nobody was hurt, he adds.": a short sentence that a pronoun closes and that names no matter of its own goes on with what he said before. */
function goesOn(scene: Scene, sentence: Sentence, last: Attribution, only: Attribution): boolean {
  return (
    only.speaker.rule === "pronoun" &&
    only.quotes.length === 0 &&
    only.kind === "describes" &&
    isSame(only.speaker, last.speaker) &&
    last.sentences.at(-1)?.index === sentence.index - 1 &&
    last.sentences.at(-1)?.line === sentence.line &&
    only.cue !== undefined &&
    scene.parties.within(sentence).length === 0 &&
    only.cue.start > sentence.start + 8 &&
    sentence.end - only.cue.end < 2 &&
    topicsIn(sentence.text, scene.language).length === 0
  );
}

/** "Viktor Lang, head of the delegation, on his channel, 21:14:" above a post: what stands below are his words. */
function posterOf(scene: Scene, sentence: Sentence): Speaker | undefined {
  const { line } = sentence;
  if (!sentence.text.endsWith(":") || sentence.end < line.end - 1 || line.end - line.start > 140)
    return undefined;
  if (line.label || line.isThread || scene.speech || sentence.quotes.length > 0) return undefined;
  const named = scene.people.within(line)[0];
  const lead = named ? scene.folded.text.slice(line.start, named.start) : "";
  if (!named || lead.split(" ").length > 4) return undefined;
  const next = scene.sentences[sentence.index + 1];
  return next && scene.language.speech.posts.test(sentence.masked)
    ? ofPerson(named.person, named)
    : undefined;
}

/** In somebody's speech, what another one told him is that one's statement: "the Front complained to me". */
function isOfAnother(scene: Scene, sentence: Sentence, turn: Turn): boolean {
  if (scene.isBroadcast && (turn.speaker?.parties.length ?? 0) === 0) return true;
  return (
    scene.language.cues.toldMe.test(sentence.masked) &&
    scene.parties
      .within(sentence)
      .some((one) => one.start - sentence.start < 40 && one.party !== turn.speaker?.parties[0])
  );
}

function isQuotationOnly(sentence: Sentence): boolean {
  return sentence.quotes.length > 0 && sentence.masked.replace(/[·\s"“”«»„.,!?…]/g, "") === "";
}

function freeQuotation(scene: Scene, sentence: Sentence, speaker: Speaker): Attribution {
  return {
    speaker,
    kind: kindOfSpeech(quoted(scene, sentence.quotes), scene.language) ?? "describes",
    about: topicsIn(sentence.text, scene.language),
    quotes: sentence.quotes,
    span: sentence,
    sentences: [sentence],
    cue: undefined,
    rule: "free-quotation",
    isBackground: false,
  };
}

/** Whom a sentence without a cue is about: "he", "its" and "it" go back to him. */
function recall(scene: Scene, sentence: Sentence, memory: Memory): void {
  if (sentence.text.endsWith("?")) return;
  const subject = subjectOf(scene, sentence, memory);
  const mention = scene.parties.within(sentence).find((one) => one.start - sentence.start < 50);
  if (subject?.kind === "person" && subject.rule !== "pronoun") memory.person = subject;
  if (subject && (subject.kind === "party" || subject.kind === "institution")) memory.thing = subject;
  else if (mention)
    memory.thing = {
      text: scene.folded.text.slice(mention.start, mention.end),
      parties: [mention.party],
      kind: "party",
      at: mention,
      rule: "party",
    };
  const spoken = subject?.parties ?? [];
  if (spoken.length > 0) memory.spoken = spoken;
  else if (mention) memory.spoken = [mention.party];
}

function attributionsIn(scene: Scene, sentence: Sentence, memory: Memory): Attribution[] {
  // what a writer asks nobody says
  if (sentence.quotes.length === 0 && sentence.text.endsWith("?")) return [];
  // nor what would have been: "Had Ostrel agreed, …"
  if (scene.language.realis.inverted.test(sentence.masked)) return [];
  const cues = cuesIn(sentence, scene);
  const groups: Group[] = [];
  const { masked } = sentence;
  let previousEnd = 0;
  for (const cue of cues) {
    const current = groups[groups.length - 1];
    if (!current) {
      const speaker = cue.isAfter
        ? speakerAfter(scene, sentence, cue.end + passiveLength(masked, cue.end, scene), memory)
        : (behindClause(scene, sentence, cue, memory) ??
          speakerAt(scene, sentence, 0, cue, memory) ??
          inverted(scene, sentence, cue, memory));
      if (!speaker) continue;
      groups.push({
        speaker,
        cues: [cue],
        start: ownClause(masked, speaker.at.start - sentence.start, scene),
        rule: cue.isAfter ? "source-after" : speaker.rule,
      });
      previousEnd = cue.end;
      continue;
    }
    const between = masked.slice(previousEnd, cue.start);
    const isOthersWord = current.speaker.kind !== "person" && current.speaker.kind !== "anonymous";
    // "…, Ivo Brandel, its negotiator, told reporters": the verb behind the comma is his
    const named =
      !cue.isAfter && /, $/.test(between) ? speakerAt(scene, sentence, previousEnd, cue, memory) : undefined;
    const isHis =
      named?.rule === "person" &&
      named.at.start - sentence.start >= previousEnd &&
      /, $/.test(masked.slice(0, named.at.start - sentence.start)) &&
      !isSame(named, current.speaker);
    if (!isHis && isCoordinated(between, scene) && !(isOthersWord && /, (?:he|she) $/.test(between))) {
      current.cues.push(cue);
      previousEnd = cue.end;
      continue;
    }
    const next = cue.isAfter ? undefined : speakerAt(scene, sentence, previousEnd, cue, memory);
    const isClosing =
      next?.rule === "pronoun" &&
      next.kind === "person" &&
      current.speaker.kind !== "person" &&
      /, (?:he|she) $/.test(masked.slice(0, cue.start)) &&
      scene.language.cues.closing.test(masked.slice(cue.end));
    if (!next || (next.rule === "pronoun" && !isClosing) || isSame(next, current.speaker)) continue;
    // what stands within somebody's words is his, not another statement
    const isLed = current.cues[0]?.isAfter === true && (current.cues[0]?.start ?? 9) < 4;
    if (
      isLed &&
      !/;|\b(?:while|whereas|but) $/.test(
        masked.slice(previousEnd, Math.max(previousEnd, next.at.start - sentence.start)),
      )
    )
      continue;
    const begins = phraseStart(scene, sentence, next);
    if (!isBoundary(masked.slice(previousEnd, Math.max(previousEnd, begins)), scene)) continue;
    groups.push({
      speaker: next,
      cues: [cue],
      start: startOfPhrase(masked, begins),
      rule: next.rule,
    });
    previousEnd = cue.end;
  }
  groups.push(...byCount(scene, sentence, groups));
  closed(groups, masked, scene);
  groups.sort((a, b) => a.start - b.start);
  return groups.flatMap((group, i) => {
    const until = groups[i + 1]?.start ?? sentence.text.length;
    const span =
      group.start === 0 && groups.length === 1
        ? sentence
        : trimmedRange(sentence, i === 0 && group.start < 25 ? 0 : group.start, until);
    const made = withParty(scene, attribution(scene, sentence, group, span, groups.length > 1));
    if (!made) return [];
    remember(scene, memory, group.speaker);
    return [made];
  });
  function inverted(scene1: Scene, s: Sentence, cue: Cue, m: Memory): Speaker | undefined {
    const before = s.masked.slice(0, cue.start).trimEnd();
    return before === "" || /["”»,—–-]$/.test(before) ? speakerAfter(scene1, s, cue.end, m) : undefined;
  }
}

/** "The round has ended, reported the ministry.": a whole clause, a comma, the verb, and who says it. */
function behindClause(scene: Scene, sentence: Sentence, cue: Cue, memory: Memory): Speaker | undefined {
  const { masked } = sentence;
  const { acts, sources } = scene.language;
  const lead = masked.slice(0, cue.start);
  if (!["describes", "announces", "confirms"].includes(cue.kind)) return undefined;
  // "Ostrel, whose answer came late, said …"
  if (/^[^,]{2,60}, (?:who|whose|which|where) [^,]{3,90}, $/.test(lead)) return undefined;
  if (!/, $/.test(lead) || !(sources.finite.test(lead) || acts.toldVerb.test(lead))) return undefined;
  const rest = /^ ([^,.;:"“]+)(?=[,.;]|$)/.exec(masked.slice(cue.end))?.[1];
  if (rest === undefined || sources.finite.test(rest) || acts.toldVerb.test(rest) || /\bthat\b/.test(rest))
    return undefined;
  const speaker = speakerAfter(scene, sentence, cue.end, memory);
  return speaker?.kind === "joint" || speaker?.kind === "party" ? undefined : speaker;
}

/** An official who accuses one of the two, or makes demands on it, speaks for the other. */
function withParty(scene: Scene, made: Attribution | undefined): Attribution | undefined {
  const person = made?.speaker.person;
  if (!made || !person || person.party !== undefined || !person.role) return made;
  if (made.speaker.parties.length > 0) {
    person.party = made.speaker.parties[0];
    return made;
  }
  if (made.kind !== "accuses" && made.kind !== "demands" && made.kind !== "rejects") return made;
  const named = new Set(
    scene.parties
      .within(made.span)
      .map(({ party }) => party)
      .filter((party) => scene.parties.belligerents.includes(party)),
  );
  const other = scene.parties.belligerents.filter((party) => !named.has(party));
  if (named.size !== 1 || other.length !== 1 || scene.parties.belligerents.length !== 2) return made;
  person.party = other[0];
  return { ...made, speaker: { ...made.speaker, parties: other } };
}

/** Where the words begin that name a speaker: his office before the name, and whose it is. */
function phraseStart(scene: Scene, sentence: Sentence, { at, person }: Speaker): number {
  const role = person?.role;
  const isBefore = role && role.start >= sentence.start && role.end <= at.start && at.start - role.end < 12;
  const start = isBefore ? role.start : at.start;
  const owner = scene.parties.within({ start: Math.max(sentence.start, start - 40), end: start }).at(-1);
  const isOwner = owner && /^(?:'s)? $/.test(scene.folded.text.slice(owner.end, start));
  const its = isBefore
    ? (/\b(?:its|their|his|her|the) $/i.exec(
        scene.folded.text.slice(Math.max(sentence.start, start - 6), start),
      )?.[0].length ?? 0)
    : 0;
  return (isOwner ? owner.start : start - its) - sentence.start;
}

function startOfPhrase(masked: string, at: number): number {
  return Math.max(0, masked.slice(0, at).search(/\S*$/));
}

/** "Ostrel calls for a pause, its ministry said": the last one says it all, and does what the first verb does. */
function closed(groups: Group[], masked: string, scene: Scene): void {
  const last = groups[groups.length - 1];
  const cue = last?.cues[0];
  if (groups.length < 2 || !last || !cue || last.cues.length > 1 || cue.kind !== "describes") return;
  if (!scene.language.cues.closing.test(masked.slice(cue.end)) || !/, ?$/.test(masked.slice(0, last.start)))
    return;
  const first =
    groups[0]?.cues.filter(
      ({ kind }) => kind !== "describes" && !(kind === "agrees" && groups[0]?.speaker.kind === "joint"),
    ) ?? [];
  const owner = groups[0]?.speaker.parties ?? [];
  const speaker =
    last.speaker.parties.length === 0 && last.speaker.kind !== "anonymous"
      ? { ...last.speaker, parties: owner }
      : last.speaker;
  groups.splice(0, groups.length, { speaker, cues: [...first, cue], start: 0, rule: `${last.rule}.closing` });
}

function isSame(a: Speaker, b: Speaker): boolean {
  return a.text === b.text || (a.person !== undefined && a.person.surname === b.person?.surname);
}

/** "…; Ukraine said it would": the statement begins behind what another one did. */
function ownClause(masked: string, at: number, scene: Scene): number {
  return scene.language.cues.clauseOfItsOwn.test(masked.slice(0, at)) ? startOfPhrase(masked, at) : 0;
}

function trimmedRange(sentence: Sentence, from: number, to: number): Range {
  const words = sentence.text.slice(from, to);
  const lead = /^[\s,;]+/.exec(words)?.[0].length ?? 0;
  const tail = /(?:[\s,;:]|\b(?:and|but|while|whereas|though|although)\b)+$/.exec(words)?.[0].length ?? 0;
  return { start: sentence.start + from + lead, end: sentence.start + to - tail };
}

/** "by Kyiv's count": somebody's number. */
function byCount(scene: Scene, sentence: Sentence, groups: readonly Group[]): Group[] {
  const found: Group[] = [];
  for (const match of sentence.masked.matchAll(scene.language.cues.countOf)) {
    const start = match.index + match[0].indexOf(match[1] ?? "");
    const at = { start: sentence.start + start, end: sentence.start + start + (match[1] ?? "").length };
    const party = scene.parties.within(at)[0]?.party;
    if (party === undefined || groups.some((one) => one.speaker.parties[0] === party)) continue;
    found.push({
      speaker: { text: match[1] ?? "", parties: [party], kind: "party", at, rule: "count-of" },
      cues: [
        {
          kind: "announces",
          start: match.index,
          end: match.index + match[0].length,
          words: match[0],
          isAfter: false,
        },
      ],
      start: match.index,
      rule: "count-of",
    });
  }
  return found;
}

function attribution(
  scene: Scene,
  sentence: Sentence,
  { speaker, cues, rule }: Group,
  span: Range,
  isShared: boolean,
): Attribution | undefined {
  const { language } = scene;
  const first = cues[0];
  if (!first) return undefined;
  const quotes = sentence.quotes.filter((one) => one.start >= span.start && one.end <= span.end + 1);
  // what both did in the writer's words is an agreement, no statement
  if (speaker.kind === "joint" && first.kind === "agrees" && quotes.length === 0) return undefined;
  // nor is the blame that each lays on the other
  if (language.cues.mutual.test(scene.folded.text.slice(speaker.at.start, span.end))) return undefined;
  const kind = kindOf(scene, sentence, speaker, cues, span, quotes);
  // "a visit, suggested by Ostrel in March, is no longer under consideration"
  if (kind === "proposes" && first.isAfter && language.acts.offerGone.test(sentence.masked)) return undefined;
  if (language.cues.thanks.test(first.words)) return undefined;
  // "Tomas Wend reports.", "put it like this:": nothing is said yet
  const after = sentence.masked.slice(first.end, span.end - sentence.start);
  if (quotes.length === 0 && language.cues.silent.test(first.words) && /^[.\s]*$/.test(after))
    return undefined;
  if (
    first.kind === "describes" &&
    !first.isAfter &&
    quotes.length === 0 &&
    language.cues.nothingYet.test(after) &&
    first.start - (span.start - sentence.start) < 60 &&
    speaker.at.start >= span.start &&
    (language.cues.askedAbout.test(sentence.masked) ||
      !scene.folded.text.slice(span.start, speaker.at.start).includes(","))
  )
    return undefined;
  return {
    speaker,
    kind,
    about: [],
    quotes: quotes.map(({ start, end }) => ({ start, end })),
    span,
    sentences: [sentence],
    cue: { start: sentence.start + first.start, end: sentence.start + first.end },
    rule: `${rule}.${first.kind === "describes" ? "said" : "act"}${isShared ? ".shared" : ""}`,
    isBackground: isOver(scene, sentence, first),
  };
}

/** What is said of the past is said now; what was proposed or refused in the past is over. */
function isOver(scene: Scene, sentence: Sentence, cue: Cue): boolean {
  // what he was asked about may be over; he answers now
  if (scene.language.cues.askedAbout.test(sentence.masked)) return sentence.line.isBackground;
  if (cue.kind === "describes" || cue.kind === "denies" || cue.kind === "confirms")
    return isHistoryUntil(scene, sentence, cue.start);
  const that = sentence.masked.slice(cue.end).search(/\bthat\b|\bof\b(?= \p{Ll}+ing\b)|["“]/u);
  return isHistoryUntil(scene, sentence, that < 0 ? sentence.text.length : cue.end + that);
}

/** The entry of an attribution. */
export function statementOf(scene: Scene, one: Attribution): Statement {
  return {
    speaker: one.speaker.text,
    parties: one.speaker.parties,
    kind: one.kind,
    about: one.about,
    quotes: one.quotes.map((range) => scene.span(range)),
    span: scene.span(one.span),
    confidence: 0,
    rule: `statement.${one.rule}`,
    ...(one.isBackground ? { background: true } : {}),
    because: {
      speaker: { rule: one.speaker.rule, span: scene.span(one.speaker.at) },
      kind: { rule: one.kind, span: scene.span(one.cue ?? one.span) },
    },
  };
}
