import type { Count, Measure } from "../draft.ts";
import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import { anyPeopleIn, countsIn, plainCounts } from "../values/counts.ts";
import { recipientNear } from "./whose.ts";

export function agreedCounts(
  scene: Scene,
  sentence: Sentence,
  type: Measure,
  from = 0,
  to = sentence.text.length,
): Count[] {
  if (type !== "prisoner_exchange" && type !== "remains_transfer" && type !== "civilians_return") return [];
  const isEach = scene.language.terms.each.test(sentence.text.slice(from, to));
  return plainCounts(
    countsIn(scene, sentence, from, to)
      .concat(type === "prisoner_exchange" ? anyPeopleIn(scene, sentence, from, to) : [])
      .filter((one) =>
        type === "remains_transfer"
          ? one.what === "bodies" || one.what === "prisoners"
          : type === "prisoner_exchange"
            ? ["prisoners", "persons", "civilians"].includes(one.what)
            : ["civilians", "children", "persons"].includes(one.what),
      )
      .map((one) => ({
        ...one,
        what:
          type === "remains_transfer"
            ? ("bodies" as const)
            : one.what === "persons"
              ? type === "prisoner_exchange"
                ? ("prisoners" as const)
                : ("civilians" as const)
              : one.what,
        to:
          one.to ??
          recipientNear(scene, sentence, one.start, one.end) ??
          (isEach ? "each" : null) ??
          otherThanGiver(scene, sentence, one.start) ??
          null,
      }))
      .concat(bareEach(scene, sentence, type).filter(({ start, end }) => start >= from && end <= to)),
  );
}

/** "150 from each side": the number stands alone, the measure says whom it counts. */
function bareEach(scene: Scene, sentence: Sentence, type: Measure) {
  const what =
    type === "remains_transfer"
      ? ("bodies" as const)
      : type === "civilians_return"
        ? ("civilians" as const)
        : ("prisoners" as const);
  return scene.valuesOf(sentence).amounts.flatMap((amount) => {
    const tail = sentence.text.slice(amount.end, amount.end + 30);
    const owner = /^ (?:to|for) (?:the )?(?=\p{Lu})/u.exec(tail)?.[0].length ?? 0;
    const whose =
      owner > 0
        ? scene.parties.within({
            start: sentence.start + amount.end + owner,
            end: sentence.start + amount.end + owner + 40,
          })[0]
        : undefined;
    const gapped = gappedBefore(scene, sentence, amount.start, amount.end);
    if (gapped !== undefined)
      return [
        {
          what,
          to: gapped,
          min: amount.min,
          max: amount.max,
          start: amount.start,
          end: amount.end,
          isOfOurs: false,
          isEach: false,
          of: undefined,
        },
      ];
    const to = whose && whose.start === sentence.start + amount.end + owner ? whose.party : "each";
    return to !== "each" ||
      /^ (?:from|on|for|to|by) (?:each|either|both) (?:sides?|part(?:y|ies))\b|^ (?:each|apiece|a side|per side)\b/i.test(
        tail,
      )
      ? [
          {
            what,
            to,
            min: amount.min,
            max: amount.max,
            start: amount.start,
            end: amount.end,
            isOfOurs: false,
            isEach: to === "each",
            of: undefined,
          },
        ]
      : [];
  });
}

/** "… and Mirandia 87": the verb and the noun are those before. */
function gappedBefore(scene: Scene, sentence: Sentence, start: number, end: number): string | undefined {
  if (
    !/^(?:[.,;:]|$|(?:by|on|before|within|until|in exchange|in return|next|this|tomorrow|ones)\b)/.test(
      sentence.text.slice(end).trimStart(),
    )
  )
    return undefined;
  const { belligerents } = scene.parties;
  const giver = scene.parties
    .within({ start: sentence.start, end: sentence.start + start })
    .findLast(({ party }) => belligerents.includes(party));
  if (!giver || giver.end - sentence.start < start - 2 || belligerents.length !== 2) return undefined;
  return scene.language.acts.willGive.test(sentence.masked.slice(0, giver.start - sentence.start))
    ? belligerents.find((party) => party !== giver.party)
    : undefined;
}

/** "Ostrel will transfer 212 bodies and Mirandia 87": whoever gives, the other gets them. */
function otherThanGiver(scene: Scene, sentence: Sentence, at: number): string | undefined {
  const { belligerents } = scene.parties;
  const giver = scene.parties
    .within({ start: sentence.start, end: sentence.start + at })
    .findLast(({ party }) => belligerents.includes(party));
  if (!giver || belligerents.length !== 2) return undefined;
  const between = sentence.masked.slice(giver.end - sentence.start, at);
  return scene.language.acts.willGive.test(between)
    ? belligerents.find((party) => party !== giver.party)
    : undefined;
}
