import type { Measure, Statement, StatementKind, Topic } from "../draft.ts";
import type { Range } from "../text/fold.ts";
import type { CueKind, Lexicon } from "./lexicon.ts";
import type { Named } from "./people.ts";
import type { Stage, Told } from "./scene.ts";
import { first, has, words } from "./words.ts";

type Voice = {
  readonly text: string;
  readonly parties: readonly string[];
  readonly person?: Named | undefined;
  readonly isJoint: boolean;
  readonly at: Range;
};

/** Words and whose they are. */
export type Attributed = {
  readonly sentences: readonly Told[];
  readonly span: Range;
  readonly voice: Voice;
  readonly kind: StatementKind;
  readonly about: readonly Topic[];
  readonly quotes: readonly Range[];
  readonly rule: string;
  readonly isBackground: boolean;
};

/** Of two cues of one speaker the one that says more. */
const order: readonly CueKind[] = [
  "reiterates",
  "proposes",
  "rejects",
  "agrees",
  "demands",
  "denies",
  "accuses",
  "confirms",
  "announces",
  "appeals",
  "describes",
  "said",
];

type Memory = { person: Voice | undefined; any: Voice | undefined; about: readonly Topic[] };

export function statementsIn(stage: Stage): Attributed[] {
  const found: Attributed[] = [];
  const memory: Memory = { person: undefined, any: undefined, about: [] };
  for (const told of stage.told) {
    if (
      told.line.kind === "heading" ||
      told.line.kind === "header" ||
      told.line.kind === "question" ||
      told.line.kind === "note"
    )
      continue;
    // whoever answers speaks in every sentence of his answer
    const made =
      (told.line.label || isAnswer(stage, told)) && voiceOfLine(stage, told)
        ? []
        : fromSentence(stage, told, memory);
    for (const one of made) {
      found.push(one);
      memory.any = one.voice;
      if (one.voice.person) memory.person = one.voice;
      if (one.about.length > 0) memory.about = one.about;
    }
    if (made.length === 0) {
      const spoken = ofTheAuthor(stage, told, memory, found.at(-1));
      if (spoken === "goes on") continue;
      if (spoken) {
        found.push(spoken);
        memory.any = spoken.voice;
        if (spoken.about.length > 0) memory.about = spoken.about;
      } else {
        const named = stage.people.find((person) =>
          person.mentions.some((one) => one.start >= told.start && one.end <= told.end),
        );
        if (named) memory.person = ofPerson(named, named.at);
      }
    }
  }
  return merged(found);
}

/** Words of the same voice about the same thing that stand side by side in somebody's own speech are one statement. */
function merged(found: readonly Attributed[]): Attributed[] {
  const kept: Attributed[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (
      last &&
      one.rule === "statement.author" &&
      last.rule === one.rule &&
      last.voice.text === one.voice.text &&
      last.sentences.at(-1)?.index === (one.sentences[0]?.index ?? 0) - 1 &&
      last.sentences[0]?.line === one.sentences[0]?.line &&
      (last.kind === one.kind || one.kind === "describes") &&
      (one.about.every((topic) => last.about.includes(topic)) || one.about.length === 0)
    )
      kept[kept.length - 1] = {
        ...last,
        sentences: [...last.sentences, ...one.sentences],
        span: { start: last.span.start, end: one.span.end },
        quotes: [...last.quotes, ...one.quotes],
      };
    else kept.push(one);
  }
  return kept;
}

type Cue = Range & { readonly kind: CueKind };

function cuesIn(told: string, lexicon: Lexicon): Cue[] {
  const found: Cue[] = [];
  for (const [kind, pattern] of lexicon.cues)
    for (const match of told.matchAll(pattern)) {
      const cue = { kind, start: match.index, end: match.index + match[0].length };
      if (!found.some((one) => one.start < cue.end && one.end > cue.start)) found.push(cue);
    }
  return found.sort((a, b) => a.start - b.start);
}

function fromSentence(stage: Stage, told: Told, memory: Memory): Attributed[] {
  if (told.isQuestion && told.quotes.length === 0) return [];
  const { lexicon } = stage;
  const pieces = clausesOf(told.told, lexicon);
  const made: Attributed[] = [];
  const voices: { cue: Cue; voice: Voice; piece: number }[] = [];
  pieces.forEach((piece, i) => {
    const according = first(told.told.slice(piece.start, piece.end), lexicon.names.accordingTo);
    if (according) {
      const at = piece.start + according.index;
      const voice = lexicon.isVerbFinal
        ? voiceBefore(stage, told, piece.start, at + according[0].length, memory, true)
        : voiceAfter(stage, told, at + according[0].length, memory, true);
      if (voice)
        voices.push({ cue: { kind: "said", start: at, end: at + according[0].length }, voice, piece: i });
    }
    const his = first(told.told.slice(piece.start, piece.end), lexicon.names.his);
    if (his && memory.any)
      voices.push({
        cue: { kind: "said", start: piece.start + his.index, end: piece.start + his.index + his[0].length },
        voice: memory.person ?? memory.any,
        piece: i,
      });
    for (const cue of cuesIn(told.told.slice(piece.start, piece.end), lexicon)) {
      const place = { ...cue, start: piece.start + cue.start, end: piece.start + cue.end };
      const voice = voiceOf(stage, told, piece, place, memory);
      if (voice) voices.push({ cue: place, voice, piece: i });
    }
  });
  const groups: { voice: Voice; cues: Cue[]; from: number }[] = [];
  for (const { voice, cue, piece } of voices) {
    const same = groups.find(
      (one) =>
        one.voice.text === voice.text ||
        (one.voice.parties.length > 0 &&
          one.voice.parties.join() === voice.parties.join() &&
          !(one.voice.person && voice.person)),
    );
    if (same) same.cues.push(cue);
    else groups.push({ voice, cues: [cue], from: pieces[piece]?.start ?? 0 });
  }
  groups.sort((a, b) => a.from - b.from);
  // two who speak in one clause: the first does, the other is spoken of
  const apart = groups.filter((one, i) => i === 0 || one.from > (groups[i - 1]?.from ?? 0));
  apart.forEach((group, i) => {
    const from = i === 0 ? 0 : group.from;
    const to = apart[i + 1]?.from ?? told.text.length;
    const piece = told.small.slice(from, to);
    const kinds = group.cues.map(({ kind }) => kind);
    const best = order.find((kind) => kinds.includes(kind)) ?? "said";
    if (group.voice.isJoint && (best === "agrees" || best === "proposes")) return;
    const kind = settled(stage, told, piece, best, group.voice, from, to);
    const about = topicsOf(piece, lexicon, memory.about, kind);
    const end =
      told.start +
      told.text
        .slice(0, to)
        .trimEnd()
        .replace(/(?:[,;]| [—–])$/u, "").length;
    made.push({
      sentences: [told],
      span: { start: told.start + from, end },
      voice: group.voice,
      kind,
      about,
      quotes: told.quotes.filter(
        (one) => one.start >= told.start + from && one.end <= told.start + to && isSpeech(stage, one),
      ),
      rule: `statement.${best}`,
      isBackground: told.isHistory,
    });
  });
  return made;
}

/** Two quoted words are speech; a number, a name in capitals, a title are none. */
function isSpeech(stage: Stage, { start, end }: Range): boolean {
  const said = stage.folded.text.slice(start, end);
  return (
    said.includes(" ") &&
    !/^[\d\s\p{P}на]+$/u.test(said) &&
    (stage.lexicon.isVerbFinal || !/^\p{Lu}\p{Ll}+ \p{L}+$/u.test(said))
  );
}

function clausesOf(told: string, lexicon: Lexicon): Range[] {
  const cuts = [0];
  const pattern = lexicon.isVerbFinal
    ? /;|, (?=ancak |ama |fakat |buna karşın )|(?<=\p{L}), (?=\p{L}+ ise )/gu
    : /;|, (?=(?:а|але|но|однак|однако|проте|зато|тоді як|тогда как|в то время как|натомість) )|(?<=[а-яіїєґ]), (?=(?:\p{L}+) (?:ж|же|пока|поки) )/gu;
  for (const match of told.matchAll(pattern)) cuts.push(match.index + 1);
  return cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? told.length }));
}

function voiceOf(stage: Stage, told: Told, piece: Range, cue: Range, memory: Memory): Voice | undefined {
  const { lexicon } = stage;
  if (lexicon.isVerbFinal) return voiceBefore(stage, told, piece.start, cue.start, memory, false);
  const head = told.told.slice(piece.start, cue.start);
  // "«…», — сказав …", "як повідомили …": the speaker stands behind
  const isInverted =
    /(?:[»”"],?|·[,!?.…]) ?(?:[—–-] ?)?(?:\p{L}+ ){0,2}$/u.test(head) ||
    /(?:^|[ ,])(?:як|как) (?:\p{L}+ )?$/u.test(head) ||
    /^[—–] ?(?:\p{L}+ ){0,2}$/u.test(head);
  if (isInverted)
    return voiceAfter(stage, told, cue.end, memory, false) ?? pronounAt(stage, told, head, cue.end, memory);
  return (
    voiceBefore(stage, told, piece.start, cue.start, memory, false) ??
    (/^\s*(?:[\p{L}\d]+ ){0,3}$/u.test(head) ? voiceAfter(stage, told, cue.end, memory, false) : undefined)
  );
}

function pronounAt(stage: Stage, told: Told, head: string, end: number, memory: Memory): Voice | undefined {
  return has(told.told.slice(end, end + 16), stage.lexicon.names.pronoun) ||
    has(head.slice(-16), stage.lexicon.names.pronoun)
    ? (memory.person ?? memory.any)
    : undefined;
}

function sideAfter(after: string, lexicon: Lexicon): RegExpExecArray | undefined {
  const side = first(after.slice(1), words(lexicon.names.sides));
  return side?.index === 0 && after.startsWith(" ") ? side : undefined;
}

function ofPerson(person: Named, at: Range): Voice {
  return {
    text: person.name,
    parties: person.party === undefined ? [] : [person.party],
    person,
    isJoint: false,
    at,
  };
}

/** Who stands before the verb as its subject. */
function voiceBefore(
  stage: Stage,
  told: Told,
  from: number,
  to: number,
  memory: Memory,
  isOblique: boolean,
): Voice | undefined {
  const { lexicon } = stage;
  const head = told.told.slice(from, to);
  const offset = told.start + from;
  const candidates: (Voice & { readonly weight: number })[] = [];
  const isGoverned = (start: number) =>
    !lexicon.isVerbFinal &&
    !isOblique &&
    /(?:^|[\s«(])(?:у|в|во|з|із|зі|с|со|до|от|від|для|на|про|о|об|за|по|під|під час|под|над|перед|між|между|к|при|через|без|проти|против|серед|среди|із-за|щодо|стосовно) (?:\p{L}+ )?$/u.test(
      head.slice(0, start),
    );
  for (const person of stage.people)
    for (const at of person.mentions) {
      if (at.start < offset || at.end > told.start + to) continue;
      const start = at.start - offset;
      if (!isOblique && lexicon.isVerbFinal && /'/.test(stage.small.slice(at.start, at.end))) continue;
      const fullFrom = person.at.end === at.end ? person.at.start : at.start;
      const role = person.role && person.at.end === at.end ? person.role.start : fullFrom;
      if (isGoverned(Math.min(start, Math.max(0, role - offset)))) continue;
      if (
        !lexicon.isVerbFinal &&
        person.at.end !== at.end &&
        stage.small.slice(at.start, at.end) !==
          person.surname.toLocaleLowerCase(lexicon.code).replaceAll("ё", "е")
      )
        continue;
      candidates.push({ ...ofPerson(person, at), weight: 4 });
    }
  const small = head;
  for (const match of small.matchAll(words(lexicon.names.heads))) {
    const start = match.index;
    if (isGoverned(start)) continue;
    const voice = institutionAt(stage, told, from + start, from + start + match[0].length);
    if (voice) candidates.push({ ...voice, weight: 3 });
  }
  for (const naming of stage.parties.within({ start: offset, end: told.start + to })) {
    const start = naming.start - offset;
    const after = small.slice(naming.end - offset);
    if (naming.isDerived) {
      const side = sideAfter(after, lexicon);
      if (side && !isGoverned(start) && (naming.isSubject || lexicon.isVerbFinal))
        candidates.push({
          text: stage.folded.text.slice(naming.start, naming.end + 1 + side[0].length),
          parties: [naming.party],
          isJoint: false,
          at: naming,
          weight: 3,
        });
      continue;
    }
    const isMetonym =
      /(?:^|[.:;,—–] ?|\s)(?:у|в|во) $/u.test(small.slice(0, start)) && start < 30 && !lexicon.isVerbFinal;
    const isSubject = lexicon.isVerbFinal
      ? !/^'/.test(after) &&
        !/'/.test(stage.small.slice(naming.start, naming.end)) &&
        stage.small.slice(naming.start, naming.end) !== ""
      : naming.isSubject && !isGoverned(start);
    if (isMetonym || isSubject || isOblique)
      candidates.push({
        text: stage.folded.text.slice(naming.start, naming.end),
        parties: [naming.party],
        isJoint: false,
        at: naming,
        weight: isMetonym ? 1 : 2,
      });
  }
  const joint = first(small, lexicon.names.joint);
  if (joint && !isGoverned(joint.index)) {
    const at = { start: offset + joint.index, end: offset + joint.index + joint[0].length };
    candidates.push({
      text: stage.folded.text.slice(at.start, at.end),
      parties: stage.parties.sides,
      isJoint: true,
      at,
      weight: 2,
    });
  }
  if (candidates.length > 0) {
    // in a clause that another opens ("що …", "который …") nobody new begins to speak
    const best = candidates.toSorted(
      (a, b) =>
        (lexicon.isVerbFinal ? a.at.start - b.at.start : 0) || b.weight - a.weight || a.at.start - b.at.start,
    );
    const top =
      best.find((one) => one.weight === 4 && (!lexicon.isVerbFinal || isHeadOf(stage, best[0], one, told))) ??
      best[0];
    if (top) return top;
  }
  const pronoun = first(small, lexicon.names.pronoun);
  if (pronoun && pronoun.index < 24) return memory.person ?? memory.any;
  const unnamed = first(small, lexicon.names.unnamed);
  if (unnamed) {
    const at = { start: offset + unnamed.index, end: offset + unnamed.index + unnamed[0].length };
    return { text: stage.folded.text.slice(at.start, at.end), parties: [], isJoint: false, at };
  }
  if (
    lexicon.isVerbFinal &&
    !isOblique &&
    memory.any &&
    /^[\s"“”·,.!?…]*(?:\p{L}+ ){0,2}$/u.test(head.replace(/“[^”]*”/g, ""))
  )
    return told.quotes.length > 0 && stage.author === undefined ? memory.any : undefined;
  return undefined;
}

/** "Veskara'nın başmüzakerecisi Rauf Tekin": the name that an earlier party or office leads to. */
function isHeadOf(stage: Stage, earliest: Voice | undefined, one: Voice, told: Told): boolean {
  if (!earliest || earliest === one) return true;
  const between = stage.small.slice(earliest.at.end, one.at.start);
  return (
    !/[:;“”"]/.test(between) &&
    one.person?.role !== undefined &&
    one.person.role.start <= earliest.at.end + 40 &&
    one.person.at.start >= told.start &&
    one.person.at.end <= told.end
  );
}

/** Who stands behind an inverted verb or "according to". */
function voiceAfter(
  stage: Stage,
  told: Told,
  from: number,
  memory: Memory,
  isOblique: boolean,
): Voice | undefined {
  const { lexicon } = stage;
  const tail = told.told.slice(from, from + 180);
  const stop = tail.search(
    /[:;«“"]| [—–] |[.!?](?:\s|$)|, (?:що|что|як|як-от|який|яка|который|которая|де|где)/u,
  );
  const heard = stop < 0 ? tail : tail.slice(0, stop);
  const offset = told.start + from;
  const end = offset + heard.length;
  const comma = heard.indexOf(",");
  for (const person of stage.people)
    for (const at of person.mentions)
      if (at.start >= offset && at.end <= end) {
        const before = heard.slice(0, at.start - offset);
        if (
          before.split(",").length <= 3 &&
          (comma < 0 || at.start - offset < comma || person.role !== undefined) &&
          !(isOblique && comma >= 0 && at.start - offset > comma)
        )
          return ofPerson(person, at);
      }
  const near = isOblique && comma >= 0 ? heard.slice(0, comma) : heard;
  const head = first(
    near,
    words(isOblique ? `${lexicon.names.heads}|${lexicon.names.sides}` : lexicon.names.heads),
  );
  const joint = first(near, lexicon.names.joint);
  if (joint && joint.index < 20)
    return {
      text: stage.folded.text.slice(offset + joint.index, offset + joint.index + joint[0].length),
      parties: stage.parties.sides,
      isJoint: true,
      at: { start: offset + joint.index, end: offset + joint.index + joint[0].length },
    };
  if (head && head.index < 40) {
    const voice = institutionAt(stage, told, from + head.index, from + head.index + head[0].length);
    if (voice) return voice;
  }
  const naming = stage.parties.within({ start: offset, end: offset + near.length })[0];
  if (naming && naming.start - offset < 30) {
    const side = sideAfter(stage.small.slice(naming.end, naming.end + 30), lexicon);
    if (!naming.isDerived || side || isOblique)
      return {
        text: stage.folded.text.slice(naming.start, naming.end + (side ? 1 + side[0].length : 0)),
        parties: [naming.party],
        isJoint: false,
        at: naming,
      };
  }
  if (has(heard.slice(0, 14), lexicon.names.pronoun)) return memory.person ?? memory.any;
  const unnamed = first(near, lexicon.names.unnamed);
  if (unnamed && unnamed.index < 30)
    return {
      text: stage.folded.text.slice(offset + unnamed.index, offset + unnamed.index + unnamed[0].length),
      parties: [],
      isJoint: false,
      at: { start: offset + unnamed.index, end: offset + unnamed.index + unnamed[0].length },
    };
  return undefined;
}

/** A ministry, a staff, a spokesman: whose it is, its own words say, else the paper. */
function institutionAt(stage: Stage, told: Told, from: number, to: number): Voice | undefined {
  const { lexicon } = stage;
  const start = told.start + from;
  const rest = told.told.slice(to, to + 70);
  const stop = rest.search(/[,.;:«“"!?()]|\s[—–]/u);
  const cue = cuesIn(stop < 0 ? rest : rest.slice(0, stop), lexicon)[0];
  const room = cue ? cue.start : stop < 0 ? rest.length : stop;
  const behind = stage.parties.within({ start: told.start + to, end: told.start + to + room })[0];
  const ahead = stage.parties.within({ start: Math.max(told.start, start - 60), end: start + 1 }).at(-1);
  const isAhead =
    ahead !== undefined &&
    /^(?:'\p{L}+)? ?(?:\p{L}+ ){0,3}$/u.test(stage.small.slice(ahead.end, start)) &&
    (ahead.isDerived || lexicon.isVerbFinal);
  const naming = behind ?? (isAhead ? ahead : undefined);
  const parts = rest.slice(0, room).trimEnd().split(" ").filter(Boolean);
  const end = behind
    ? behind.end
    : told.start + to + (lexicon.isVerbFinal ? 0 : ` ${parts.slice(0, 4).join(" ")}`.trimEnd().length);
  const opens = naming === ahead && ahead && isAhead ? ahead.start : start;
  const party = naming?.party ?? stage.issuer;
  return {
    text: stage.folded.text.slice(opens, Math.max(end, told.start + to)).trimEnd(),
    parties: party === undefined ? [] : [party],
    isJoint: false,
    at: { start: opens, end },
  };
}

/** What is said makes the kind where the verb does not. */
function settled(
  stage: Stage,
  told: Told,
  words: string,
  best: CueKind,
  voice: Voice,
  from: number,
  to: number,
): StatementKind {
  const { lexicon } = stage;
  if (best === "rejects" && has(words, lexicon.claims)) return "denies";
  if (best !== "said" && best !== "announces" && best !== "describes") return best;
  const others = stage.parties
    .within({ start: told.start + from, end: told.start + to })
    .filter(({ party }) => !voice.parties.includes(party));
  const isHarm = lexicon.events.some(([type, pattern]) => type === "incident" && has(words, pattern));
  for (const [kind, pattern] of lexicon.said) {
    if (!has(words, pattern)) continue;
    if (kind === "announces" && isHarm && others.length > 0) break;
    return kind;
  }
  if (
    isHarm &&
    others.length > 0 &&
    !voice.isJoint &&
    voice.parties.length > 0 &&
    stage.parties.sides.includes(voice.parties[0] ?? "")
  )
    return "accuses";
  return best === "announces" ? "announces" : "describes";
}

export function measuresIn(
  words: string,
  lexicon: Lexicon,
): { readonly type: Measure; readonly at: number }[] {
  const found: { type: Measure; at: number }[] = [];
  for (const [type, pattern] of lexicon.measures) {
    const match = first(words, pattern);
    if (match) found.push({ type, at: match.index });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A truce that is to let the wounded out is about the truce; a short one and a ceasefire are one, the first named. */
function topicsOf(words: string, lexicon: Lexicon, before: readonly Topic[], kind?: StatementKind): Topic[] {
  const hits = measuresIn(words, lexicon);
  const topics = new Set<Topic>(hits.map(({ type }) => type));
  const isHarm = kind === "accuses" || kind === "denies" || topics.size === 0;
  if (isHarm && lexicon.events.some(([type, pattern]) => type === "incident" && has(words, pattern)))
    return ["incident"];
  const truce = hits.find(({ type }) => type === "short_truce" || type === "ceasefire");
  for (const type of ["short_truce", "ceasefire"] as const)
    if (truce && truce.type !== type) topics.delete(type);
  if (topics.has("corridor") || truce)
    for (const type of ["remains_transfer", "civilians_return"] as const)
      if (!hits.some((one) => one.type === type && one.at < (truce?.at ?? 0))) topics.delete(type);
  if (
    topics.has("remains_transfer") &&
    topics.has("prisoner_exchange") &&
    hits[0]?.type === "remains_transfer"
  )
    topics.delete("prisoner_exchange");
  if (topics.size === 0)
    for (const [topic, pattern] of lexicon.topics) if (has(words, pattern)) topics.add(topic);
  if (topics.size === 0 || ([...topics].every((one) => one === "talks") && has(words, lexicon.anaphora)))
    if (before.length > 0 && (has(words, lexicon.anaphora) || topics.size === 0) && words.length < 240)
      return [...before];
  return topics.size > 0 ? [...topics] : ["other"];
}

/** In his own text the author says every sentence that nobody else does. */
function ofTheAuthor(
  stage: Stage,
  told: Told,
  memory: Memory,
  last: Attributed | undefined,
): Attributed | "goes on" | undefined {
  const { lexicon } = stage;
  const voice = voiceOfLine(stage, told);
  if (!voice || told.isQuestion) return undefined;
  if (has(told.told, lexicon.housekeeping)) return undefined;
  if (
    stage.people.some(
      ({ at }) => at.start >= told.start && at.end <= told.end && at.start - told.start < 6,
    ) &&
    told.text.length < 90 &&
    told.line.kind !== "item"
  )
    return undefined;
  let kind: StatementKind = "describes";
  for (const [one, pattern] of lexicon.spoken)
    if (has(told.told, pattern)) {
      kind = one;
      break;
    }
  const topics = topicsOf(told.small, lexicon, []);
  const isBare = topics.length === 1 && topics[0] === "other";
  const goesOn =
    last &&
    last.rule === "statement.author" &&
    last.sentences.at(-1)?.index === told.index - 1 &&
    last.sentences[0]?.line === told.line;
  if (isBare && kind === "describes" && !goesOn) {
    if (!told.line.label && !isAnswer(stage, told)) return undefined;
  }
  const asked = isBare ? questionBefore(stage, told) : [];
  return {
    sentences: [told],
    span: told,
    voice,
    kind,
    about: isBare
      ? goesOn
        ? (last?.about ?? [])
        : asked.length > 0
          ? asked
          : memory.about.length > 0
            ? memory.about
            : ["talks"]
      : topics,
    quotes: told.quotes.filter((one) => isSpeech(stage, one)),
    rule: "statement.author",
    isBackground: told.isHistory,
  };
}

function isAnswer(stage: Stage, told: Told): boolean {
  return /^[—–-] $/u.test(stage.small.slice(told.line.start - 2, told.line.start));
}

function questionBefore(stage: Stage, told: Told): Topic[] {
  for (let i = told.index - 1; i >= 0 && i > told.index - 5; i--) {
    const one = stage.told[i];
    if (!one || one.line === told.line) continue;
    const topics = topicsOf(one.small, stage.lexicon, []);
    return topics.length === 1 && topics[0] === "other" ? [] : topics;
  }
  return [];
}

/** Whose line it is: by its label; in an interview the answers are his who is asked; in a thread and a signed note the author's. */
function voiceOfLine(stage: Stage, told: Told): Voice | undefined {
  const { label } = told.line;
  if (label) {
    const words = stage.small.slice(label.start, label.end);
    if (stage.lexicon.layout.asks.test(words) || stage.lexicon.layout.moderates.test(words)) return undefined;
    const person = stage.people.find(({ mentions }) =>
      mentions.some((one) => one.start >= label.start && one.end <= label.end),
    );
    return person ? ofPerson(person, label) : undefined;
  }
  const { author } = stage;
  if (!author) return undefined;
  const isTalk = stage.lines.some((line) => /^[—–-] $/u.test(stage.small.slice(line.start - 2, line.start)));
  if (isTalk) {
    if (!isAnswer(stage, told)) return undefined;
    const talk = stage.lines.filter((line) =>
      /^[—–-] $/u.test(stage.small.slice(line.start - 2, line.start)),
    );
    if (talk.indexOf(told.line) % 2 === 0) return undefined;
  }
  return ofPerson(author, author.at);
}

export function statementOf(stage: Stage, one: Attributed): Statement {
  return {
    speaker: one.voice.text,
    parties: one.voice.parties,
    kind: one.kind,
    about: one.about,
    quotes: one.quotes.map((range) => stage.span(range)),
    span: stage.span(one.span),
    confidence: 0,
    rule: one.rule,
    ...(one.isBackground ? { background: true } : {}),
    because: { speaker: { rule: "voice", span: stage.span(one.voice.at) } },
  };
}
