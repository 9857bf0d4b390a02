import type { Meeting, Outcome } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";

/** Whether the text says that there was a breakthrough, and that the talks go on. Unclear unless it says so. */
export function outcomeOf(scene: Scene, meetings: readonly Meeting[]): Outcome {
  const { acts } = scene.language;
  const isSet = meetings.some(
    ({ role, date, span }) => role === "next" && date !== null && !acts.onlyWished.test(span.text),
  );
  let breakthrough: Outcome["breakthrough"] = "unclear";
  let goesOn: Outcome["talks_continue"] = "unclear";
  const spans: Range[] = [];
  let first: Range | undefined;
  let second: Range | undefined;
  for (const sentence of scene.sentences) {
    if (isHistory(scene, sentence, 0) || sentence.line.kind === "note" || sentence.line.kind === "question")
      continue;
    const { text } = sentence;
    const at = (match: RegExpExecArray): Range => ({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    });
    // "Is it a breakthrough? No."
    const answer = scene.sentences[sentence.index + 1];
    if (/\bbreakthrough\b.*\?$/i.test(text) && answer && /^no\b/i.test(answer.text)) {
      breakthrough = "no";
      first ??= answer;
      continue;
    }
    if (scene.language.cues.askedAbout.test(text)) continue;
    const no = acts.breakthroughNo.exec(text);
    const yes = no ? null : acts.breakthroughYes.exec(text);
    if (no && !/\?$/.test(text) && !/\bden(?:y|ies|ied|ying)\b/i.test(text.slice(0, no.index))) {
      breakthrough = "no";
      first ??= at(no);
    } else if (
      yes &&
      !text.endsWith("?") &&
      breakthrough !== "no" &&
      !/\b(?:not|no|without|hope\w*|could|may|might|would|nobody|if)\b/i.test(text.slice(0, yes.index))
    ) {
      breakthrough = "yes";
      first = at(yes);
    }
    const ends = acts.continueNo.exec(text);
    if (ends && !/\b(?:not|never|no|if|would not)\b[^.]{0,20}$/i.test(text.slice(0, ends.index))) {
      goesOn = "no";
      second = at(ends);
    }
    const on = acts.continueYes.exec(text);
    if (
      on &&
      goesOn !== "no" &&
      !/\?$/.test(text) &&
      !acts.notContinued.test(text.slice(Math.max(0, on.index - 60), on.index + on[0].length))
    ) {
      goesOn = "yes";
      second ??= at(on);
    }
  }
  // a session with its day goes on
  if (goesOn === "unclear" && isSet) goesOn = "yes";
  if (first) spans.push(first);
  if (second) spans.push(second);
  return {
    breakthrough,
    talks_continue: goesOn,
    spans: spans.map((range) => scene.span(range)),
    confidence: 0,
    rule: "outcome",
    because: {},
  };
}
