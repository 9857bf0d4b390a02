import type { Agreement, Measure, Terms } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { agreedCounts } from "./agreed-counts.ts";
import type { Because } from "./because.ts";
import type { Part } from "./several.ts";
import { settleType } from "./tabled.ts";
import { termsOf } from "./terms.ts";

/** What was agreed, before it is an entry. */
export type Settled = {
  type: Measure;
  parties: readonly string[];
  inPrinciple: boolean;
  madeOn: string | null;
  terms: Terms;
  accordingTo: string[];
  spans: Range[];
  because: Because;
  rule: string;
  group: string | undefined;
  isBackground: boolean;
  last: number;
};

export function settled(
  scene: Scene,
  sentence: Sentence,
  part: Part,
  accordingTo: string[],
  rule: string,
): Settled {
  const counts = agreedCounts(scene, sentence, part.type, part.start, part.end);
  const { terms, because } = termsOf(scene, sentence, part.type, counts, part.start, part.end);
  return {
    type: settleType(part.type, terms, sentence.text.slice(part.start, part.end), scene),
    parties: scene.parties.belligerents,
    inPrinciple: scene.language.acts.inPrinciple.test(sentence.masked),
    madeOn: null,
    terms,
    accordingTo,
    spans: [sentence],
    because,
    rule,
    group: undefined,
    isBackground: isHistory(scene, sentence, 0),
    last: sentence.index,
  };
}

export function partiesIn(scene: Scene, sentence: Sentence): readonly string[] {
  const named = [...new Set(scene.parties.within(sentence).map(({ party }) => party))].filter((party) =>
    scene.parties.belligerents.includes(party),
  );
  return named.length >= 2 ? named : scene.parties.belligerents;
}

export function agreementOf(scene: Scene, one: Settled): Agreement {
  return {
    type: one.type,
    parties: one.parties,
    in_principle: one.inPrinciple,
    made_on: one.madeOn,
    terms: one.terms,
    according_to: one.accordingTo,
    ...(one.group ? { group: one.group } : {}),
    spans: one.spans.map((range) => scene.span(range)),
    confidence: 0,
    rule: one.rule,
    ...(one.isBackground ? { background: true } : {}),
    because: one.because,
  };
}
