import type { Measure } from "../draft.ts";
import type { Scene } from "../scene.ts";
import type { Attribution } from "../speech/attribution.ts";
import type { Sentence } from "../text/sentences.ts";
import { anyPeopleIn, countsIn, plainCounts } from "../values/counts.ts";

/** Whose the offer is that is spoken of: "Moscow had offered", "its draft", "the Halvian request". */
export function ownerOf(scene: Scene, one: Attribution, text: string): readonly string[] | undefined {
  const { acts } = scene.language;
  const start = one.span.start;
  const complementAt = one.cue ? one.cue.end - start : 0;
  const complement = text.slice(complementAt);
  // "They proposed to …", says one of the two
  const mine = one.speaker.parties[0];
  if (mine !== undefined && scene.parties.belligerents.includes(mine) && acts.theyOffered.test(text))
    return scene.parties.belligerents.filter((party) => party !== mine);
  for (const mention of scene.parties.within({ start: start + complementAt, end: one.span.end })) {
    const after = scene.folded.text.slice(mention.end, mention.end + 60);
    if (
      /^(?:'s)? (?:side |delegation |government )?(?:(?:had|has|have) (?:\w+ ){0,3}?|(?:would|was|is) (?:\w+ )?|(?:\w+ )?)(?:offered|proposed|suggested|tabled|ready to|prepared to|willing to|put (?:\S+ ){1,6}?on the table|put forward|extend|release|asked for|demanded|called for|floated|presented|submitted|circulated|drafted|drawn up|distributed|sketched|handed over a)/i.test(
        after,
      )
    )
      return [mention.party];
    if (acts.offeredBefore.test(scene.folded.text.slice(Math.max(start, mention.start - 40), mention.start)))
      return [mention.party];
    if (
      acts.ownerOf.test(after.slice(0, 50)) ||
      /^(?:'s)? (?:own )?(?:request|proposal|offer|draft|plan|demand|call|initiative|idea)\b/i.test(after)
    )
      return [mention.party];
  }
  if (
    /\b(?:its|their|his|her) (?:own )?(?:draft|proposal|offer|plan|text|request|demand)\b/i.test(
      complement,
    ) &&
    !/\bown\b/i.test(complement)
  ) {
    if (one.kind === "rejects" || one.kind === "describes" || one.kind === "announces") {
      // "Ostrel is waiting for an answer to its offer", says Ostrel
      const at =
        start +
        complementAt +
        complement.search(
          /\b(?:its|their|his|her) (?:own )?(?:draft|proposal|offer|plan|text|request|demand)\b/i,
        );
      const subject = scene.parties.within({ start, end: at })[0]?.party;
      if (subject !== undefined && one.kind !== "rejects") return [subject];
      if (one.kind === "announces") return undefined;
      const other = scene.parties
        .within({ start: start + complementAt, end: one.span.end })
        .map(({ party }) => party)
        .find((party) => !one.speaker.parties.includes(party));
      const rival = other ?? scene.parties.belligerents.find((party) => !one.speaker.parties.includes(party));
      return rival ? [rival] : undefined;
    }
  }
  // "dismissed the islanders' plan": what one of the two refuses and is not its own is the other's
  if (
    one.kind === "rejects" &&
    mine !== undefined &&
    scene.parties.belligerents.includes(mine) &&
    acts.othersOffer.test(complement)
  )
    return scene.parties.belligerents.filter((party) => party !== mine);
  return undefined;
}

/** Whose people a number counts, in an offer: those it names, else those whom the other side would get. */
export function countsFor(
  scene: Scene,
  sentence: Sentence,
  type: Measure,
  by: readonly string[],
  from: number,
  to: number,
  isWanted = false,
) {
  if (type !== "prisoner_exchange" && type !== "remains_transfer" && type !== "civilians_return") return [];
  const { acts } = scene.language;
  const counted = countsIn(scene, sentence, from, to).concat(
    type === "prisoner_exchange" ? anyPeopleIn(scene, sentence, from, to) : [],
  );
  const other = by.length === 1 ? scene.parties.belligerents.find((party) => party !== by[0]) : undefined;
  const text = sentence.text;
  const isAsked = (at: number) => isWanted || scene.language.terms.asked.test(text.slice(0, at));
  const kept = counted.filter(
    (one) =>
      fits(type, one.what) &&
      !acts.gotList.test(text.slice(from, one.start)) &&
      !scene.language.terms.struckOut.test(text.slice(Math.max(0, one.start - 6), one.start)) &&
      !(acts.listOf.test(text.slice(from, one.start)) && acts.wasSent.test(text.slice(one.end, to))),
  );
  return plainCounts(
    kept.map((one) => {
      const named = recipientNear(scene, sentence, one.start, one.end);
      const to2 = one.isEach
        ? "each"
        : (one.to ?? named ?? (one.isOfOurs || isAsked(one.start) ? (by[0] ?? null) : (other ?? null)));
      const what =
        type === "remains_transfer"
          ? "bodies"
          : one.what === "persons" || one.what === "wounded"
            ? type === "prisoner_exchange"
              ? "prisoners"
              : one.what === "persons"
                ? "civilians"
                : one.what
            : one.what;
      return { ...one, what, to: to2 };
    }),
  );
}

function fits(type: Measure, what: string): boolean {
  if (type === "remains_transfer") return what === "bodies" || what === "prisoners";
  if (type === "prisoner_exchange") return ["prisoners", "persons", "wounded", "civilians"].includes(what);
  return ["civilians", "children", "persons"].includes(what);
}

/** "to Karsavia 800 bodies", "release 35 to the Front": who gets them. */
export function recipientNear(
  scene: Scene,
  sentence: Sentence,
  start: number,
  end: number,
): string | undefined {
  const after = sentence.text.slice(end, end + 30);
  const before = sentence.text.slice(Math.max(0, start - 60), start);
  const right = /^,? (?:back )?to (?:the )?/i.exec(after);
  if (right)
    return scene.parties.within({ start: sentence.start + end, end: sentence.start + end + 40 })[0]?.party;
  const left =
    /\bto (?:the )?(?:\p{Lu}\S* ?){1,4}(?:(?:about |some |around |roughly )|of (?:[\p{Ll}\d]+,? ){0,5})?$/u.exec(
      before,
    );
  if (left) {
    const at = sentence.start + Math.max(0, start - 60) + left.index;
    return scene.parties.within({ start: at, end: sentence.start + start })[0]?.party;
  }
  return undefined;
}
