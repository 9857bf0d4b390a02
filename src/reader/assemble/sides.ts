import type { EventType } from "../draft.ts";
import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Counted } from "../values/counts.ts";
import type { Happened } from "./events.ts";

/** Who gave or did it, and who gets it or was hit. */
export type Sides = { from: string | undefined; to: string | undefined };

/** Who hands over, and who gets its people back. */
export function sidesOfReturn(
  scene: Scene,
  sentence: Sentence,
  hit: { type: EventType; at: number; words: string },
  from: number,
  to: number,
  speaker: string | undefined,
  counted: readonly Counted[],
  previous: Happened | undefined,
): Sides {
  const { acts, terms } = scene.language;
  const words = sentence.masked.slice(from, to);
  const { belligerents } = scene.parties;
  const other = (party: string | undefined) =>
    party === undefined || !belligerents.includes(party)
      ? undefined
      : belligerents.find((one) => one !== party);
  if (hit.type === "truce_start" || hit.type === "truce_end") return { from: undefined, to: undefined };
  if (terms.each.test(words) && hit.type !== "evacuation") return { from: undefined, to: "each" };
  // "nineteen went the other way"
  if (previous && acts.otherWay.test(words))
    return { from: previous.to ?? undefined, to: previous.from ?? undefined };
  const isReturn = hit.type !== "evacuation" && hit.type !== "delivery";
  // "our servicemen": those of whoever writes or speaks
  const ours = scene.language.acts.ourPeople.test(words)
    ? (speaker ?? scene.author?.party ?? scene.issuer)
    : undefined;
  if (isReturn && ours !== undefined) {
    const giver = giverIn(scene, sentence, from, to);
    return { from: giver === ours ? undefined : giver, to: ours };
  }
  // "40 of its people had returned": the speaker's
  if (isReturn && speaker !== undefined && belligerents.includes(speaker) && acts.itsPeople.test(words))
    return { from: giverIn(scene, sentence, from, to), to: speaker };
  const of = counted.find((one) => one.of !== undefined)?.of ?? demonymOfPersons(scene, sentence, from, to);
  const subject = subjectOf(scene, sentence, hit.at, from, speaker);
  const recipient = recipientIn(scene, sentence, from, to);
  if (!isReturn) {
    const destination = recipient;
    return {
      from: undefined,
      to:
        hit.type === "delivery"
          ? destination
          : (destination ?? (acts.ownTeams.test(words) ? subject : undefined)),
    };
  }
  const gives = acts.gives.test(hit.words) && !acts.passive.test(hit.words);
  const receives = acts.receives.test(hit.words);
  if (hit.type === "remains_transfer" && /\brecover|retriev|collect/i.test(hit.words)) {
    // "collected 63 bodies from Ostrel and delivered them to Mirandia"
    const handed = takenFrom(scene, sentence, from, to);
    if (handed !== undefined && handed !== recipient)
      return { from: handed, to: recipient ?? of ?? other(handed) };
    // the dead of both sides go to neither alone
    if (new Set(counted.flatMap((one) => (one.of === undefined ? [] : [one.of]))).size > 1)
      return { from: undefined, to: undefined };
    return { from: undefined, to: of ?? speaker ?? subject };
  }
  if (receives) {
    const taker = of ?? subject ?? speaker;
    return {
      from: belligerents.includes(taker ?? "") && hit.type === "remains_transfer" ? other(taker) : undefined,
      to: taker,
    };
  }
  if (
    gives &&
    subject !== undefined &&
    belligerents.includes(subject) &&
    (of === undefined || of !== subject)
  )
    return { from: subject, to: recipient ?? of ?? other(subject) };
  // "14 prisoners were handed over", says who had them
  if (
    hit.type === "prisoner_return" &&
    of === undefined &&
    recipient === undefined &&
    speaker !== undefined &&
    belligerents.includes(speaker) &&
    acts.passive.test(hit.words) &&
    acts.letGo.test(hit.words)
  )
    return { from: speaker, to: other(speaker) };
  const giver = giverIn(scene, sentence, from, to);
  if (recipient !== undefined) return { from: giver ?? previous?.from ?? undefined, to: recipient };
  const to2 = of ?? (belligerents.includes(speaker ?? "") ? speaker : undefined) ?? previous?.to ?? subject;
  if (
    hit.words === "" &&
    speaker !== undefined &&
    belligerents.includes(speaker) &&
    acts.receives.test(words)
  )
    return { from: undefined, to: speaker };
  if (hit.words === "" && previous) return { from: previous.from ?? undefined, to: previous.to ?? undefined };
  if (giver !== undefined && giver !== to2) return { from: giver, to: to2 };
  return { from: hit.type === "remains_transfer" ? other(to2) : undefined, to: to2 };
}

/** "from the Mirandian side": whose hands they were in. */
function takenFrom(scene: Scene, sentence: Sentence, from: number, to: number): string | undefined {
  const { belligerents } = scene.parties;
  return scene.parties
    .within({ start: sentence.start + from, end: sentence.start + to })
    .find(
      ({ party, start }) =>
        belligerents.includes(party) &&
        / from (?:the )?$/.test(scene.folded.text.slice(Math.max(0, start - 10), start)),
    )?.party;
}

/** "returned by the Committee", "came home from Ostrel": who had them. */
function giverIn(scene: Scene, sentence: Sentence, from: number, to: number): string | undefined {
  for (const match of sentence.masked.slice(from, to).matchAll(scene.language.acts.givenBy)) {
    const at = sentence.start + from + match.index + match[0].length;
    const mention = scene.parties.within({ start: at, end: Math.min(sentence.end, at + 40) })[0];
    if (mention?.start === at && scene.parties.belligerents.includes(mention.party)) return mention.party;
  }
  return undefined;
}

/** "Russian servicemen returning", "96 Halvians": whose people. */
function demonymOfPersons(scene: Scene, sentence: Sentence, from: number, to: number): string | undefined {
  for (const mention of scene.parties.within({ start: sentence.start + from, end: sentence.start + to })) {
    const after = scene.folded.text.slice(mention.end, mention.end + 30);
    if (scene.language.acts.personsAfter.test(after)) return mention.party;
    const before = scene.folded.text.slice(Math.max(0, mention.start - 14), mention.start);
    if (
      /\b(?:\d+|another \d+) $/.test(before) &&
      /s$/.test(scene.folded.text.slice(mention.start, mention.end)) &&
      /^ (?:are|were|have|came|returned)\b/.test(after)
    )
      return mention.party;
  }
  return undefined;
}

function subjectOf(
  scene: Scene,
  sentence: Sentence,
  at: number,
  from: number,
  speaker: string | undefined,
): string | undefined {
  const before = scene.parties.within({ start: sentence.start + from, end: sentence.start + at + 1 });
  const words = sentence.masked.slice(from, at);
  if (/\b(?:it|they|we|its (?:teams|forces|army|troops|medics)) (?:has|have|had)? ?(?:\w+ )?$/i.test(words))
    return speaker ?? before.at(-1)?.party;
  return before.at(-1)?.party ?? speaker;
}

function recipientIn(scene: Scene, sentence: Sentence, from: number, to: number): string | undefined {
  const words = sentence.masked.slice(from, to);
  for (const match of words.matchAll(
    /\bto (?:the )?(?:(?:representatives|side|authorities|government|custody|hospitals?|delegation) (?:of |in )?(?:the )?)?(?=\p{Lu})/gu,
  )) {
    // "according to" names a source
    if (/\baccording $/i.test(words.slice(0, match.index))) continue;
    const at = sentence.start + from + match.index + match[0].length;
    const mention = scene.parties.within({ start: at, end: Math.min(sentence.end, at + 40) })[0];
    if (mention && mention.start === at) return mention.party;
  }
  return undefined;
}

/** Who is said to have done it, and who was hit. */
export function sidesOfIncident(
  scene: Scene,
  sentence: Sentence,
  hit: { at: number; words: string },
  from: number,
  to: number,
  speaker: string | undefined,
): Sides {
  const { acts } = scene.language;
  const start = sentence.start + from;
  const mentions = scene.parties.within({ start, end: sentence.start + to });
  const text = sentence.masked;
  const others = mentions.filter((one) => one.party !== speaker);
  let doer: string | undefined;
  let hit2: string | undefined;
  const accused = acts.accused.exec(text.slice(from, to));
  if (accused) {
    const at = start + accused.index;
    doer = scene.parties
      .within({ start: at, end: at + accused[0].length + 50 })
      .find((one) => one.party !== speaker)?.party;
  }
  // who shoots a drone down has done it
  if (
    speaker !== undefined &&
    mentions.some(({ start: place }) =>
      scene.language.speech.undoes.test(scene.folded.text.slice(Math.max(0, place - 40), place)),
    )
  )
    doer ??= speaker;
  for (const mention of mentions) {
    const before = scene.folded.text.slice(Math.max(0, mention.start - 30), mention.start);
    const after = scene.folded.text.slice(mention.end, mention.end + 40);
    if (
      mention.end - sentence.start <= hit.at + 2 &&
      (scene.language.speech.weaponOf.test(after) || scene.language.speech.attacks.test(after)) &&
      !acts.victimAfter.test(after)
    )
      doer ??= mention.party;
    else if (
      mention.end - sentence.start <= hit.at + 2 &&
      acts.unitOf.test(before) &&
      scene.parties.belligerents.includes(mention.party)
    )
      doer ??= mention.party;
    else if (/\b(?:from|by|at an?|fired by|blames?|responsible) (?:the |an? )?(?:\w+ )?$/i.test(before))
      doer ??= mention.party;
    else if (acts.victimAfter.test(after) && mention.start - sentence.start < hit.at + hit.words.length)
      hit2 ??= mention.party;
    else if (
      /\b(?:on|at|hit|struck|shelled|attacked|against|near|into) (?:the |an? |two |three )?(?:\w+ ){0,2}$/i.test(
        before,
      ) &&
      mention.party !== doer
    )
      hit2 ??= mention.party;
  }
  const inside = /\b(?:we|our)\b/i.test(text.slice(from, to));
  const they = /\b(?:their|they)\b/i.test(text.slice(from, to));
  if (doer === undefined && speaker !== undefined && scene.parties.belligerents.includes(speaker)) {
    const other = scene.parties.belligerents.find((party) => party !== speaker);
    if (
      they ||
      (inside && scene.author) ||
      others.some(({ party }) => party === other) ||
      /\b(?:breaches|violations)\b/i.test(text) ||
      /^\s*\w[^.]{0,80}counts?\b/i.test(text.slice(from, to))
    )
      doer = inside && scene.author && speaker !== scene.author.party ? scene.author.party : other;
  }
  if (
    hit2 === undefined &&
    acts.killsOf.test(text.slice(from, to)) &&
    doer !== undefined &&
    speaker !== undefined &&
    doer !== speaker &&
    scene.parties.belligerents.includes(speaker)
  )
    hit2 = speaker;
  if (
    hit2 === undefined &&
    others.length === 0 &&
    speaker !== undefined &&
    scene.parties.belligerents.includes(speaker) &&
    acts.ownUnit.test(text.slice(from, to))
  )
    hit2 = speaker;
  const { state } = scene.parties;
  if (doer === undefined && accused && state !== undefined && state !== speaker) {
    const at = from + accused.index + accused[0].length;
    if (acts.theState.test(text.slice(at, at + 30))) doer = state;
  }
  if (hit2 === doer) hit2 = undefined;
  return { from: doer, to: hit2 };
}
