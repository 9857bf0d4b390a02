import type { ScreenKey } from "#i18n/screens";
import { type MomentDraft, momentIsWrong, momentOf } from "../../design/moment-draft.ts";
import { maybe } from "../../design/person-draft.ts";
import { type SourceDraft, sourceIsWrong, sourceOf } from "../../design/source-draft.ts";

export const answers = [
  "accepted",
  "accepted_ad_referendum",
  "under_study",
  "countered",
  "reserved",
  "declined",
] as const;
export type AnswerWord = (typeof answers)[number];

/** An answer as it is being filled in; nothing is chosen beforehand. */
export type AnswerDraft = {
  readonly answer: AnswerWord | null;
  /** When the study is to end. */
  readonly due: MomentDraft;
  /** The own counter-proposal that is named; empty until one is. */
  readonly counter: string;
  readonly reservation: string;
  /** Answers to single terms where they differ from the one to the whole. */
  readonly termAnswers: { readonly [key: string]: AnswerWord };
  readonly words: string;
  readonly source: SourceDraft;
};

/** What is not right yet, by field. */
export function wrongInAnswer(draft: AnswerDraft): {
  readonly [F in keyof AnswerDraft]?: ScreenKey | undefined;
} {
  const { answer, due, counter, reservation, words, source } = draft;
  return {
    answer: answer === null ? "forms.choose" : undefined,
    due: answer === "under_study" ? momentIsWrong(due, true) : undefined,
    counter: answer === "countered" && counter === "" ? "proposals.wrong.no_counter" : undefined,
    reservation:
      answer !== "reserved" ? undefined : reservation.trim() === "" ? "forms.fill" : tooLong(reservation),
    words: tooLong(words),
    source: sourceIsWrong(source),
  };
}

const most = 2_000;

function tooLong(text: string): ScreenKey | undefined {
  return text.trim().length > most ? "proposals.wrong.too_long" : undefined;
}

/** The payload that an answer has become; what belongs to another answer is left out. */
export function answerPayload(proposal: string, draft: AnswerDraft) {
  const { answer, due, counter, reservation, termAnswers, words, source } = draft;
  const until = answer === "under_study" ? momentOf(due) : undefined;
  const single = Object.entries(termAnswers).map(([key, one]) => ({ key, answer: one }));
  return {
    proposal,
    answer,
    ...(until === undefined ? {} : { due: until }),
    ...(answer === "countered" ? { counter } : {}),
    ...(answer === "reserved" ? maybe("reservation", reservation.normalize("NFC")) : {}),
    ...(single.length === 0 ? {} : { termAnswers: single }),
    ...maybe("words", words.normalize("NFC")),
    source: sourceOf(source),
  };
}
