import type { Media } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import { type Memory, speakerAfter, speakerAt } from "../speech/speaker.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";

/** Images and sound that were published. A plea to publish nothing is none. */
export function mediaOf(scene: Scene): Media[] {
  const found: Media[] = [];
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
    for (const part of partsOf(sentence)) {
      const one = mediaIn(scene, sentence, part);
      if (one) found.push(one);
    }
  }
  return found;
}

/** Two publishers in one sentence are two entries. */
function partsOf(sentence: Sentence): Range[] {
  const cut = sentence.masked.search(/; |, while |, whereas /);
  if (cut < 0) return [{ start: 0, end: sentence.text.length }];
  const from = cut + (/^(?:; |, while |, whereas )/.exec(sentence.masked.slice(cut))?.[0].length ?? 2);
  return [
    { start: 0, end: cut + 1 },
    { start: from, end: sentence.text.length },
  ];
}

function mediaIn(scene: Scene, sentence: Sentence, part: Range): Media | undefined {
  const { acts, layout } = scene.language;
  const words = sentence.masked.slice(part.start, part.end);
  const caption = part.start === 0 && layout.caption.test(words);
  let kind: Media["kind"] | undefined;
  let at = words.length;
  for (const [name, pattern] of acts.media) {
    const match = pattern.exec(words);
    if (match && match.index < at) {
      kind = name;
      at = match.index;
    }
  }
  if (!kind || acts.notPublished.test(words)) return undefined;
  const published = acts.published.exec(words);
  if (!caption && !published) return undefined;
  if (
    /\b(?:would|will|could|might|if) (?:\w+ ){0,2}(?:be )?(?:publish|releas|show|broadcast|post)/i.test(words)
  )
    return undefined;
  const memory: Memory = { person: undefined, thing: undefined, last: undefined, spoken: undefined };
  const by = publisherOf(scene, sentence, part, words, published, memory);
  const of = acts.mediaOf
    .filter(([, pattern]) => pattern.test(words.replace(/\b(?:press|official|only) video\b/gi, "")))
    .map(([name]) => name);
  const subject = subjectOf(of, words, scene);
  const range = { start: sentence.start + part.start, end: sentence.start + part.end };
  return {
    kind,
    by: by.text,
    party: by.party ?? null,
    of: subject,
    span: scene.span(caption ? range : range),
    confidence: 0,
    rule: caption ? "media.caption" : "media.published",
    ...(isHistory(scene, sentence, 0) ? { background: true } : {}),
    because: {},
  };
}

function subjectOf(of: readonly Media["of"][], words: string, scene: Scene): Media["of"] {
  const has = (name: Media["of"]) => of.includes(name);
  if (has("remains")) return "remains";
  if (has("returned_prisoners") && scene.language.acts.freedPeople.test(words)) return "returned_prisoners";
  if (has("returned_prisoners") && scene.language.acts.personsWords.test(words) && !/\bbuses?\b/i.test(words))
    return "returned_prisoners";
  if (has("captives") && !has("returned_prisoners")) return "captives";
  return of[0] ?? (/\bclip\b|\bvideo\b|\bpictures\b/i.test(words) ? "other" : "other");
}

function publisherOf(
  scene: Scene,
  sentence: Sentence,
  part: Range,
  words: string,
  published: RegExpExecArray | null,
  memory: Memory,
): { text: string; party: string | undefined } {
  const { folded } = scene;
  const asText = (speaker: { text: string; parties: readonly string[] } | undefined) =>
    speaker ? { text: speaker.text, party: speaker.parties[0] } : undefined;
  const agent =
    /\b(?:by|on|from|through|via) (?=(?:the |a |an |its |\p{Lu}|local|state|social|official|our|pro-))/u;
  // "pictures taken by the Red Shield", "a photograph by the Herald"
  const maker = scene.language.acts.madeBy.exec(words);
  if (maker) {
    const place = part.start + maker.index + maker[0].length;
    const party = scene.parties.within({
      start: sentence.start + place,
      end: sentence.start + place + 40,
    })[0];
    if (party && party.start === sentence.start + place)
      return { text: folded.text.slice(party.start, party.end), party: party.party };
    const name = /^(?:\p{Lu}[\p{L}'’-]*(?: (?:of |for )?(?:the )?)?){1,5}(?:television|TV|radio)?/u.exec(
      words.slice(maker.index + maker[0].length),
    )?.[0];
    if (name)
      return {
        text: name.trim(),
        party: scene.parties.within({
          start: sentence.start + place,
          end: sentence.start + place + name.length,
        })[0]?.party,
      };
  }
  if (published) {
    const after = words.slice(published.index + published[0].length);
    const isPassive =
      /\b(?:is|are|was|were|been|have been|had been|has been)(?: \w+)? $/i.test(
        words.slice(0, published.index),
      ) ||
      /^(?:released|published|posted|shared|issued|broadcast|circulat|available|distributed|taken by|shown|aired|seen)/i.test(
        published[0],
      );
    const by = agent.exec(after);
    if (isPassive && by && by.index < 12) {
      const named = asText(
        speakerAfter(
          scene,
          sentence,
          part.start + published.index + published[0].length + by.index + by[0].length,
          memory,
        ),
      );
      if (named && !/page|website|site\b/i.test(named.text)) return ofOffice(scene, sentence, named);
      const phrase =
        /^[^,.;:]{2,60}?(?= (?:show|purport|depict|appear|of the|taken|filmed|captur)|[,.;:]|$)/.exec(
          after.slice(by.index + by[0].length),
        )?.[0] ?? "";
      const at =
        sentence.start + part.start + published.index + published[0].length + by.index + by[0].length;
      const party = scene.parties.within({ start: at, end: at + phrase.length })[0]?.party;
      if (/\b(?:our|page|website|office)\b/i.test(phrase)) return lastOffice(scene, sentence, phrase);
      return { text: phrase, party };
    }
    if (!isPassive || published.index > 0) {
      const cue = {
        start: part.start + published.index,
        end: part.start + published.index + published[0].length,
      };
      const subject = asText(speakerAt(scene, sentence, part.start, cue, memory));
      if (subject && !/\b(?:video|photo|picture|image|footage|clip)/i.test(subject.text)) return subject;
    }
  }
  const possessed =
    /^(?:an? |the |its )?((?:\p{L}[\p{L}'-]* ){0,4}?(?:television|TV|radio|channel|ministry|army|office|agency|newspaper|service|mission|side)(?: close to (?:the )?(?:\p{L}+ ){1,2}\p{L}+)?)\b/iu.exec(
      words,
    );
  if (possessed?.[0]) {
    const party = scene.parties.within({
      start: sentence.start + part.start,
      end: sentence.start + part.start + possessed[0].length,
    })[0]?.party;
    return { text: possessed[0].trim(), party };
  }
  if (/\bour\b|\bpage\b/i.test(words) || sentence.line.isThread) return lastOffice(scene, sentence, "");
  return {
    text: folded.text.slice(
      sentence.start + part.start,
      sentence.start + part.start + Math.min(30, words.length),
    ),
    party: undefined,
  };
}

/** "the channel of the office": whichever office the text has named last. */
function ofOffice(
  scene: Scene,
  sentence: Sentence,
  named: { text: string; party: string | undefined },
): { text: string; party: string | undefined } {
  return /\b(?:of|in) the (?:office|ministry|service)\b|\bchannel of\b/i.test(named.text) &&
    named.party === undefined
    ? lastOffice(scene, sentence, named.text)
    : named;
}

function lastOffice(
  scene: Scene,
  sentence: Sentence,
  fallback: string,
): { text: string; party: string | undefined } {
  if (scene.author?.party)
    return {
      text: scene.parties.byId.get(scene.author.party)?.name ?? scene.author.name,
      party: scene.author.party,
    };
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 4); i--) {
    const before = scene.sentences[i];
    const match =
      before &&
      /\b(?:press[- ]service of )?((?:the )?(?:Ministry of \p{L}+(?: of (?:the )?\p{Lu}\p{L}+)?|\p{Lu}\p{L}+ Ministry of \p{L}+|[Oo]ffice|presidential office|General Staff))\b/u.exec(
        before.masked,
      );
    if (before && match?.[1]) {
      const at = before.start + match.index;
      return {
        text: match[1],
        party: scene.parties.within({ start: at, end: at + match[0].length })[0]?.party ?? scene.issuer,
      };
    }
  }
  const issuer = scene.issuer;
  return { text: scene.issuerName ?? fallback, party: issuer };
}
