import type { StatementKind } from "../draft.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Quote } from "../text/quotes.ts";
import type { Sentence } from "../text/sentences.ts";
import { countsIn } from "../values/counts.ts";
import type { Cue } from "./cues.ts";
import { kindOfComplement, kindOfSpeech, order } from "./kind.ts";
import type { Speaker } from "./speaker.ts";
import { topicsIn } from "./topics.ts";

export function quoted(scene: Scene, quotes: readonly Quote[]): string {
  return quotes.map(({ start, end }) => scene.folded.text.slice(start, end)).join(" ");
}

/** The kind of the first cue in order; a neutral cue takes it from what is said. */
export function kindOf(
  scene: Scene,
  sentence: Sentence,
  speaker: Speaker,
  cues: readonly Cue[],
  span: Range,
  quotes: readonly Quote[],
): StatementKind {
  const { language } = scene;
  if (speaker.rule === "first-person" && kindOfSpeech(sentence.text, language) === "denies") return "denies";
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
  const lead = sentence.masked.slice(said0, Math.max(said0, subjectAt));
  const complement =
    `${language.cues.askedAbout.test(lead) ? "" : lead} ${sentence.masked.slice(from, span.end - sentence.start)}`.trim();
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
    !isAboutOthers(
      scene,
      speaker,
      span.end - sentence.start - from < 30 ? span : { start: sentence.start + from, end: span.end },
      inside,
    )
  )
    return "announces";
  const isInsisting =
    strong === "demands" &&
    acts.length === 1 &&
    /^insist/.test(first?.words ?? "") &&
    !language.speech.demanded.test(text);
  if (strong && strong !== "announces" && strong !== "confirms" && !isInsisting) return strong;
  const isNeutral =
    strong === undefined &&
    (speaker.parties.length > 0 || speaker.kind === "anonymous") &&
    !speaker.parties.some((party) => scene.parties.belligerents.includes(party));
  const said = ofNeutral(
    kindOfComplement(text, language) ??
      kindOfSpeech(inside, language) ??
      (inside === "" ? undefined : kindOfComplement(inside, language)),
    isNeutral,
  );
  if (
    (strong === undefined || strong === "announces") &&
    (said === undefined || said === "announces" || said === "describes") &&
    speaker.parties.some((party) => scene.parties.belligerents.includes(party)) &&
    language.speech.offersIf.test(sentence.text)
  )
    return "proposes";
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
  if ((said === undefined || said === "agrees") && tellsOfAssent(scene, speaker, span)) return "announces";
  if (
    first &&
    quotes.length > 0 &&
    language.cues.calls.test(first.words) &&
    said !== "denies" &&
    said !== "rejects"
  )
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

/** Who is no party to the war refuses, accepts and demands nothing for himself when he only says something. */
function ofNeutral(said: StatementKind | undefined, isNeutral: boolean): StatementKind | undefined {
  return isNeutral && (said === "rejects" || said === "agrees" || said === "demands" || said === "reiterates")
    ? undefined
    : said;
}

/** "Ostrel and Mirandia agreed to …", says the host. */
function tellsOfAssent(scene: Scene, speaker: Speaker, span: Range): boolean {
  const { belligerents } = scene.parties;
  if (speaker.kind === "joint")
    return scene.language.acts.haveAgreed.test(scene.folded.text.slice(speaker.at.end, span.end));
  if (speaker.parties.some((party) => belligerents.includes(party)) || belligerents.length < 2) return false;
  const text = scene.folded.text.slice(span.start, span.end);
  const named = new Set(scene.parties.within(span).map(({ party }) => party));
  return (
    scene.language.acts.bothAgreed.test(text) ||
    (belligerents.every((party) => named.has(party)) && scene.language.acts.haveAgreed.test(text))
  );
}

/** "A Halvian drone crossed the line": the other side's deed, told by this one. */
export function attackOfOthers(scene: Scene, speaker: Speaker, span: Range): boolean {
  const { belligerents } = scene.parties;
  const own = speaker.parties[0];
  if (own === undefined || !belligerents.includes(own)) return false;
  return scene.parties
    .within(span)
    .some(
      ({ party, start, end }) =>
        party !== own &&
        belligerents.includes(party) &&
        !scene.language.speech.undoes.test(scene.folded.text.slice(Math.max(0, start - 40), start)) &&
        (scene.language.speech.attacks.test(scene.folded.text.slice(end, end + 60)) ||
          (scene.language.speech.weaponOf.test(scene.folded.text.slice(end, end + 30)) &&
            (scene.language.speech.itWas.test(scene.folded.text.slice(Math.max(0, start - 20), start)) ||
              topicsIn(scene.folded.text.slice(span.start, span.end), scene.language).includes("incident")))),
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
