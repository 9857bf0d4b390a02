import type { Statement, StatementKind, Topic } from "../draft.ts";
import { isHistory, isHistoryUntil } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Quote } from "../text/quotes.ts";
import type { Sentence } from "../text/sentences.ts";
import { countsIn } from "../values/counts.ts";
import { kindOfComplement, kindOfSpeech, order } from "./kind.ts";
import { type Memory, ofPerson, type Speaker, speakerAfter, speakerAt, subjectOf } from "./speaker.ts";
import { hintIn, topicsIn } from "./topics.ts";

/** Somebody's words: a statement before it is an entry. Ranges are places in the folded text. */
export type Attribution = {
  readonly speaker: Speaker;
  readonly kind: StatementKind;
  readonly about: readonly Topic[];
  readonly quotes: readonly Range[];
  readonly span: Range;
  readonly sentences: readonly Sentence[];
  readonly cue: Range | undefined;
  readonly rule: string;
  readonly isBackground: boolean;
};

type Cue = Range & { readonly kind: StatementKind; readonly words: string; readonly isAfter: boolean };
type Group = { speaker: Speaker; cues: Cue[]; start: number; rule: string };

export function attributionsOf(scene: Scene): Attribution[] {
  const memory: Memory = { person: undefined, thing: undefined, last: undefined, spoken: undefined };
  const found: Attribution[] = [];
  let line = -1;
  let turn: Turn | undefined;
  for (const sentence of scene.sentences) {
    const { kind } = sentence.line;
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
        turnOf(scene, sentence, memory) ??
        (scene.speech && line >= scene.speech.from
          ? { speaker: ofPerson(scene.speech.person, sentence), previous: undefined }
          : undefined) ??
        (scene.isTranscript && !sentence.line.label ? turn : undefined);
    }
    if (turn) {
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
    found.push(...made);
  }
  return withTopics(found, scene);
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
    if (isCoordinated(between, scene)) {
      current.cues.push(cue);
      previousEnd = cue.end;
      continue;
    }
    const next = cue.isAfter ? undefined : speakerAt(scene, sentence, previousEnd, cue, memory);
    if (!next || next.rule === "pronoun" || isSame(next, current.speaker)) continue;
    // what stands within somebody's words is his, not another statement
    const isLed = current.cues[0]?.isAfter === true && (current.cues[0]?.start ?? 9) < 4;
    if (
      isLed &&
      !/;|\b(?:while|whereas|but) $/.test(
        masked.slice(previousEnd, Math.max(previousEnd, next.at.start - sentence.start)),
      )
    )
      continue;
    if (!isBoundary(masked.slice(previousEnd, Math.max(previousEnd, next.at.start - sentence.start)), scene))
      continue;
    groups.push({
      speaker: next,
      cues: [cue],
      start: startOfPhrase(masked, next.at.start - sentence.start),
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
  const first = groups[0]?.cues.filter(({ kind }) => kind !== "describes") ?? [];
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

function passiveLength(masked: string, at: number, scene: Scene): number {
  return scene.language.cues.passiveBy.exec(masked.slice(at, at + 40))?.[0].length ?? 0;
}

function remember(scene: Scene, memory: Memory, speaker: Speaker): void {
  memory.last = speaker;
  if (speaker.kind === "person" || speaker.kind === "anonymous") memory.person = speaker;
  else if (speaker.kind !== "joint") memory.thing = speaker;
  if (speaker.kind === "institution" && scene.language.sources.human.test(speaker.text))
    memory.person = speaker;
  memory.spoken = speaker.parties;
  if (speaker.kind === "person" && speaker.parties[0] !== undefined)
    memory.thing = { ...speaker, kind: "party" };
}

/** Cues of a sentence in their order, each place once, those struck out that are negated, planned or a noun's attribute. */
function cuesIn(sentence: Sentence, scene: Scene): Cue[] {
  const { cues } = scene.language;
  const { masked } = sentence;
  const found: Cue[] = [];
  for (const [kind, pattern] of cues.verbs)
    for (const match of masked.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const before = masked.slice(Math.max(0, start - 40), start);
      const isPassive =
        cues.passiveBy.test(masked.slice(end, end + 30)) && /(?:ed|en|made|put)$/i.test(match[0]);
      if (
        (cues.vetoBefore.test(before) && !cues.onlySays.test(before)) ||
        (cues.infinitive.test(before) && !/\b(?:went on|continued|rushed|moved|returned) to $/i.test(before))
      )
        continue;
      if (
        cues.attributive.test(before) &&
        !isPassive &&
        !/^(?:ready|prepared|willing|said|was|is|are|were|not)/i.test(match[0])
      )
        continue;
      if (!isPassive && /(?:ed|en|made|put)$/i.test(match[0]) && cues.auxiliary.test(before)) continue;
      if (isPassive && !/\b(?:was|were|been|is|are|,) (?:\w+ly )?$/i.test(before)) continue;
      found.push({ kind, start, end, words: match[0], isAfter: isPassive });
    }
  for (const match of masked.matchAll(cues.sourceAfter))
    found.push({
      kind: "describes",
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
      isAfter: true,
    });
  const colon = cues.labelled.exec(masked);
  if (colon && found.length === 0)
    found.push({
      kind: "describes",
      start: colon[0].length,
      end: colon[0].length + 1,
      words: ":",
      isAfter: false,
    });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Cue[] = [];
  for (const cue of found) {
    const rival = kept[kept.length - 1];
    if (rival && cue.start < rival.end) {
      if (
        cue.start === rival.start &&
        cue.end === rival.end &&
        order.indexOf(cue.kind) < order.indexOf(rival.kind)
      )
        kept[kept.length - 1] = cue;
      continue;
    }
    kept.push(cue);
  }
  return kept;
}

/** Whether a new clause begins after these words: only there somebody else speaks for himself. */
function isBoundary(lead: string, scene: Scene): boolean {
  return scene.language.cues.boundary.test(lead);
}

function isCoordinated(between: string, scene: Scene): boolean {
  return scene.language.cues.coordinated.test(between);
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
  if (language.cues.thanks.test(first.words)) return undefined;
  return {
    speaker,
    kind,
    about: topicsOf(scene, sentence, speaker, first, span),
    quotes: quotes.map(({ start, end }) => ({ start, end })),
    span,
    sentences: [sentence],
    cue: { start: sentence.start + first.start, end: sentence.start + first.end },
    rule: `${rule}.${first.kind === "describes" ? "said" : "act"}${isShared ? ".shared" : ""}`,
    isBackground: isOver(scene, sentence, first),
  };
}

/** What the words are about from the cue on; else what the whole is about, but for the name of who says it. */
function topicsOf(scene: Scene, sentence: Sentence, speaker: Speaker, cue: Cue, span: Range): Topic[] {
  const text = scene.folded.text.slice(sentence.start + cue.start, span.end);
  const own = topicsIn(text, scene.language);
  if (own.some((topic) => topic !== "talks")) return own;
  const whole = scene.folded.text.slice(span.start, span.end);
  const from = speaker.at.start - span.start;
  const name =
    from >= 0 && speaker.at.end <= span.end
      ? whole.slice(0, from) +
        " ".repeat(speaker.at.end - speaker.at.start) +
        whole.slice(from + speaker.at.end - speaker.at.start)
      : whole;
  const before = cue.start > sentence.text.length * 0.4 ? topicsIn(name, scene.language) : [];
  return before.length > 0 ? before : own;
}

/** What is said of the past is said now; what was proposed or refused in the past is over. */
function isOver(scene: Scene, sentence: Sentence, cue: Cue): boolean {
  if (cue.kind === "describes" || cue.kind === "denies" || cue.kind === "confirms")
    return isHistoryUntil(scene, sentence, cue.start);
  const that = sentence.masked.slice(cue.end).search(/\bthat\b|\bof\b(?= \p{Ll}+ing\b)|["“]/u);
  return isHistoryUntil(scene, sentence, that < 0 ? sentence.text.length : cue.end + that);
}

function quoted(scene: Scene, quotes: readonly Quote[]): string {
  return quotes.map(({ start, end }) => scene.folded.text.slice(start, end)).join(" ");
}

/** The kind of the first cue in order; a neutral cue takes it from what is said. */
function kindOf(
  scene: Scene,
  sentence: Sentence,
  speaker: Speaker,
  cues: readonly Cue[],
  span: Range,
  quotes: readonly Quote[],
): StatementKind {
  const { language } = scene;
  const acts = cues.filter(({ kind }) => kind !== "describes").map(({ kind }) => kind);
  const strong = order.find((kind) => acts.includes(kind));
  const first = cues[0];
  const from = first?.end ?? 0;
  const said0 = span.start - sentence.start;
  const subjectAt = Math.min(
    speaker.at.start >= sentence.start && speaker.at.start < sentence.end
      ? speaker.at.start - sentence.start
      : from,
    first?.start ?? from,
  );
  const complement =
    `${sentence.masked.slice(said0, Math.max(said0, subjectAt))} ${sentence.masked.slice(from, span.end - sentence.start)}`.trim();
  const inside = quoted(scene, quotes);
  const text = complement.replace(/·+/g, (dots) => " ".repeat(dots.length));
  // who counts breaches and is no party accuses nobody
  if (
    strong === "accuses" &&
    acts.length === 1 &&
    /^(?:count|record|regist|report|log|document|tall)/.test(first?.words ?? "") &&
    !speaker.parties.some((party) => scene.parties.belligerents.includes(party))
  )
    return "announces";
  // what somebody claims of his own is no accusation
  if (
    strong === "accuses" &&
    acts.length === 1 &&
    language.cues.claims.test(first?.words ?? "") &&
    speaker.parties.length > 0 &&
    !isAboutOthers(scene, speaker, { start: sentence.start + from, end: span.end }, inside)
  )
    return "announces";
  const isInsisting =
    strong === "demands" &&
    acts.length === 1 &&
    /^insist/.test(first?.words ?? "") &&
    !language.speech.demanded.test(text);
  if (strong && strong !== "announces" && strong !== "confirms" && !isInsisting) return strong;
  const said =
    kindOfComplement(text, language) ??
    kindOfSpeech(inside, language) ??
    (inside === "" ? undefined : kindOfComplement(inside, language));
  if (strong === "confirms")
    return first && language.cues.concedes.test(first.words) && inside.length > text.replace(/\s/g, "").length
      ? "describes"
      : strong;
  if (strong === "announces")
    return said === "proposes" || said === "denies" || said === "rejects" || said === "demands"
      ? said
      : "announces";
  if ((said === undefined || said === "announces") && attackOfOthers(scene, speaker, span)) return "accuses";
  if (said === "accuses" && !isAboutOthers(scene, speaker, span, inside)) return "describes";
  if (said === "announces" && first && language.cues.stresses.test(first.words) && inside === "")
    return "describes";
  if (said) return said;
  if (quotes.length > 0 && inside.length > complement.replace(/[·\s]/g, "").length) return "describes";
  if (speaker.parties.length > 0 && speech(scene, sentence, text)) return "announces";
  if (speaker.parties.length > 0 && inside === "" && hasFigure(scene, sentence, from)) return "announces";
  if (
    (speaker.kind === "party" || speaker.kind === "institution") &&
    speaker.parties.length > 0 &&
    language.speech.ownAct.test(text.trim())
  )
    return "announces";
  return "describes";
}

/** "A Halvian drone crossed the line": the other side's deed, told by this one. */
function attackOfOthers(scene: Scene, speaker: Speaker, span: Range): boolean {
  const { belligerents } = scene.parties;
  const own = speaker.parties[0];
  if (own === undefined || !belligerents.includes(own)) return false;
  return scene.parties
    .within(span)
    .some(
      ({ party, end }) =>
        party !== own &&
        belligerents.includes(party) &&
        scene.language.speech.attacks.test(scene.folded.text.slice(end, end + 60)),
    );
}

/** A figure of returns and handovers is announced by who gives it. */
function speech(scene: Scene, sentence: Sentence, complement: string): boolean {
  return (
    scene.language.speech.ownFigure.test(complement) ||
    (scene.language.speech.ownFigure.test(sentence.masked) && scene.valuesOf(sentence).amounts.length > 0)
  );
}

/** Who gives a number gives it for his side. */
function hasFigure(scene: Scene, sentence: Sentence, from: number): boolean {
  return countsIn(scene, sentence, from).length > 0;
}

function isAboutOthers(scene: Scene, speaker: Speaker, span: Range, inside: string): boolean {
  if (/\b(?:they|their|the other side)\b/i.test(inside)) return true;
  const named = scene.parties.within(span).map(({ party }) => party);
  return named.some((party) => !speaker.parties.includes(party)) || speaker.parties.length === 0;
}

type Turn = { readonly speaker: Speaker | undefined; previous: Attribution | undefined };

/** A line of a transcript: who has the floor. Journalists say nothing for the record. */
function turnOf(scene: Scene, sentence: Sentence, memory: Memory): Turn | undefined {
  const { label } = sentence.line;
  if (!label || !scene.isTranscript) return undefined;
  const words = scene.folded.text.slice(label.start, label.end);
  if (scene.language.layout.asks.test(words)) return { speaker: undefined, previous: undefined };
  const person = scene.people.within(label)[0] ?? personByOffice(scene, words);
  if (person) {
    const speaker = ofPerson(person.person, person);
    memory.person = speaker;
    return { speaker, previous: undefined };
  }
  // in an interview whoever was named first answers
  const first = scene.language.layout.answers.test(words) ? scene.people.list[0] : undefined;
  if (first) return { speaker: ofPerson(first, label), previous: undefined };
  const party = scene.parties.within(label)[0]?.party;
  if (!party && !scene.language.layout.moderates.test(words)) return undefined;
  return {
    speaker: party
      ? { text: words, parties: [party], kind: "institution", at: label, rule: "label" }
      : undefined,
    previous: undefined,
  };
}

/** "MODERATOR:" again: whoever had that office in the first label. */
function personByOffice(
  scene: Scene,
  label: string,
): { person: Speaker["person"] & object; start: number; end: number } | undefined {
  const wanted = label
    .replace(/\([^)]*\)/, "")
    .trim()
    .toLowerCase();
  const person = scene.people.list.find(
    (one) => one.role && scene.folded.text.slice(one.role.start, one.role.end).toLowerCase() === wanted,
  );
  return person ? { person, start: person.at.start, end: person.at.end } : undefined;
}

/** Who says "we" here: the author of a thread or letter. A communique's own voice is no statement. */
function voiceOf(scene: Scene, sentence: Sentence): Speaker | undefined {
  if (scene.author && sentence.line.isThread) return ofPerson(scene.author, sentence);
  if (scene.isTranscript || !scene.language.speech.inFirst.test(sentence.masked)) return undefined;
  if (kindOfSpeech(sentence.text, scene.language) === undefined) return undefined;
  return scene.author ? ofPerson(scene.author, sentence) : undefined;
}

function isFirstPerson(scene: Scene, sentence: Sentence): boolean {
  return (
    !scene.language.speech.housekeeping.test(sentence.text) &&
    sentence.text.length > 8 &&
    !scene.language.layout.caption.test(sentence.text)
  );
}

/** Sentences of one speaker in a row are one statement while they do the same thing; a sentence that does nothing new goes on. */
function speak(
  scene: Scene,
  sentence: Sentence,
  turn: Turn,
  speaker: Speaker,
  found: Attribution[],
  memory: Memory,
): void {
  const { language } = scene;
  if (language.speech.housekeeping.test(sentence.text) || /\?$/.test(sentence.text)) {
    if (!/\?$/.test(sentence.text))
      turn.previous =
        turn.previous && language.speech.closesTurn.test(sentence.text) ? undefined : turn.previous;
    return;
  }
  const kind = kindOfSpeech(sentence.text, language);
  const topics = topicsIn(sentence.text, language);
  const last = turn.previous;
  if (
    kind === undefined &&
    !last &&
    (sentence.line.isThread ? topics.every((topic) => topic === "talks") : isModerator(scene, sentence))
  )
    return;
  remember(scene, memory, speaker);
  if (
    last &&
    found[found.length - 1] === last &&
    last.sentences.at(-1)?.line === sentence.line &&
    continues(last, kind, topics)
  ) {
    const joined = {
      ...last,
      kind: last.kind === "describes" && kind ? kind : last.kind,
      about: last.about.length > 0 ? last.about : topics,
      span: { start: last.span.start, end: sentence.end },
      quotes: [...last.quotes, ...sentence.quotes],
      sentences: [...last.sentences, sentence],
    };
    found[found.length - 1] = joined;
    turn.previous = joined;
    return;
  }
  const made: Attribution = {
    speaker,
    kind: kind ?? "describes",
    about: topics,
    quotes: sentence.quotes.map(({ start, end }) => ({ start, end })),
    span: sentence,
    sentences: [sentence],
    cue: undefined,
    rule: sentence.line.label ? "turn" : "first-person",
    isBackground: isHistory(scene, sentence, 0),
  };
  found.push(made);
  turn.previous = made;
}

function isModerator(scene: Scene, { line }: Sentence): boolean {
  return (
    line.label !== undefined &&
    scene.language.layout.moderates.test(scene.folded.text.slice(line.label.start, line.label.end))
  );
}

function continues(last: Attribution, kind: StatementKind | undefined, topics: readonly Topic[]): boolean {
  const isSameTopic =
    topics.length === 0 ||
    last.about.length === 0 ||
    topics.some((topic) => last.about.includes(topic)) ||
    topics.every((topic) => topic === "talks" || topic === "medical_support");
  if (kind === undefined) return isSameTopic || topics.length === 0;
  return (kind === last.kind || (last.kind === "describes" && last.about.length === 0)) && isSameTopic;
}

/** What a statement is about that does not say so itself: what its passage, the question, or the one before was about. */
function withTopics(found: readonly Attribution[], scene: Scene): Attribution[] {
  let before: readonly Topic[] = [];
  let line = -1;
  return found.map((one) => {
    const first = one.sentences[0];
    const here = first?.line.number ?? -1;
    const about =
      one.about.length > 0 || !first
        ? one.about
        : contextOf(scene, first, one, here - line <= 2 ? before : []);
    before = about;
    line = here;
    return { ...one, about };
  });
}

function contextOf(
  scene: Scene,
  first: Sentence,
  one: Attribution,
  before: readonly Topic[],
): readonly Topic[] {
  const { language } = scene;
  const isTold = (one.kind === "rejects" || one.kind === "appeals") && one.quotes.length === 0;
  if (isTold && !language.cues.goesBack.test(scene.folded.text.slice(one.span.start, one.span.end)))
    return ["other"];
  const text = scene.folded.text.slice(one.span.start, one.span.end);
  const isBack = language.cues.goesBack.test(text);
  const from = one.speaker.at.start - one.span.start;
  const words =
    from >= 0 && one.speaker.at.end <= one.span.end
      ? text.slice(0, from) + text.slice(from + one.speaker.at.end - one.speaker.at.start)
      : text;
  const hint = hintIn(words, language);
  if (hint !== undefined && !isBack) return [hint];
  for (let i = first.index - 1; i >= Math.max(0, first.index - 6); i--) {
    const previous = scene.sentences[i];
    if (!previous || (previous.line.number < first.line.number - 1 && !previous.text.endsWith("?"))) break;
    if (
      previous.line !== first.line &&
      (previous.line.kind === "heading" || previous.line.isThread || previous.line.time !== undefined)
    )
      break;
    const near = topicsIn(previous.text, language).filter(
      (topic) => topic !== "talks" && topic !== "medical_support",
    );
    if (near.length > 0) return near.slice(0, 1);
  }
  if (hint !== undefined) return [hint];
  const kept = before.filter((topic) => topic !== "medical_support" && topic !== "other");
  return kept.length > 0 ? kept.slice(0, 1) : documentTopic(scene);
}

const documentTopics = new WeakMap<Scene, readonly Topic[]>();
/** What most of the text is about. */
function documentTopic(scene: Scene): readonly Topic[] {
  const known = documentTopics.get(scene);
  if (known) return known;
  const counts = new Map<Topic, number>();
  for (const sentence of scene.sentences.slice(0, 60))
    for (const topic of topicsIn(sentence.text, scene.language))
      if (topic !== "talks") counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "talks";
  const made = [best];
  documentTopics.set(scene, made);
  return made;
}

/** The entry of an attribution. */
export function statementOf(scene: Scene, one: Attribution): Statement {
  return {
    speaker: one.speaker.text,
    parties: one.speaker.parties,
    kind: one.kind,
    about: one.about.length > 0 ? one.about : ["talks"],
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
