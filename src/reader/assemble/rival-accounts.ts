import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Settled } from "./settled.ts";

export function rivals(text: string): boolean {
  return /\bthey say\b/i.test(text);
}

/** "We count 61 of ours, they say 58": one agreement, two accounts of it. */
export function rivalCounts(scene: Scene, sentence: Sentence, found: Settled[]): void {
  const match = scene.language.acts.rivalFigures.exec(sentence.text);
  const last = found.at(-1);
  if (!match || !last || !scene.author?.party) return;
  const [mine, theirs] = [Number(match[1]), Number(match[2])];
  const us = scene.author.party;
  const them = scene.parties.belligerents.find((party) => party !== us);
  if (!them) return;
  const what =
    last.type === "civilians_return"
      ? ("civilians" as const)
      : last.type === "remains_transfer"
        ? ("bodies" as const)
        : ("prisoners" as const);
  const nameOf = (id: string) => scene.parties.byId.get(id)?.name ?? id;
  last.group = "g1";
  last.accordingTo = [nameOf(us)];
  last.terms.counts = [{ what, to: us, min: mine, max: mine }];
  found.push({
    ...last,
    accordingTo: [nameOf(them)],
    terms: { ...last.terms, counts: [{ what, to: us, min: theirs, max: theirs }] },
    spans: [sentence],
    rule: "agreement.rival",
  });
}
