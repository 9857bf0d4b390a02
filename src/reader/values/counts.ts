import type { Count } from "../draft.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Amount } from "./numbers.ts";

/** A number of somebody or something, where it stands in the sentence. */
export type Counted = Range &
  Count & { readonly isOfOurs: boolean; readonly isEach: boolean; readonly of: string | undefined };

/** What each number in a sentence counts, as far as the words behind it say. Whose they are is left to the assembler, but where the words say it. */
export function countsIn(scene: Scene, sentence: Sentence, from = 0, to = sentence.text.length): Counted[] {
  const found: Counted[] = [];
  const { amounts } = scene.valuesOf(sentence);
  const { terms } = scene.language;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i];
    if (!amount || amount.start < from || amount.end > to) continue;
    const next = amounts[i + 1]?.start ?? sentence.text.length;
    const tail = sentence.text.slice(amount.end, Math.min(to, amount.end + 90));
    if (terms.notCounted.test(tail.trimStart())) continue;
    const near = tail.slice(0, Math.max(0, next - amount.end));
    const made =
      whatOf(near, terms.nouns) ?? ofSide(scene, sentence, amount) ?? likeBefore(scene, near, found.at(-1));
    if (!made) continue;
    // "the remains of nine persons"
    const isDead = terms.remainsOf.test(sentence.text.slice(Math.max(from, amount.start - 40), amount.start));
    found.push({
      ...countOf(scene, sentence, amount, isDead ? "bodies" : made.what, made.words),
      start: amount.start,
      end: amount.end + made.words.length,
    });
  }
  return found;
}

/** "33 Belzanian for 21 Noravian", "64 Ostreli and 51 Mirandian servicemen": a side's name counts whom the sentence names last before, or next. */
function ofSide(
  scene: Scene,
  sentence: Sentence,
  amount: Amount,
): { what: Count["what"]; words: string } | undefined {
  const { terms } = scene.language;
  const start = sentence.start + amount.end + 1;
  const side = scene.parties.within({ start, end: start + 30 })[0];
  if (side?.start !== start) return undefined;
  const end = side.end - sentence.start;
  const link = terms.besideSide.exec(sentence.text.slice(end))?.[0];
  if (link === undefined) return undefined;
  const words = sentence.text.slice(amount.end, end);
  const after = whatOf(
    sentence.text.slice(end + link.length).replace(/^\s*(?:[\p{L}\d.,]+ )(?=\p{Lu})/u, " "),
    terms.nouns,
  );
  if (after && /\d|and/.test(link)) return { what: after.what, words };
  const before = sentence.text.slice(0, amount.start);
  const last = terms.nounNames
    .map(([what, pattern]) => ({ what, at: before.search(pattern) }))
    .filter(({ what, at }) => at >= 0 && what !== "persons" && what !== "sites" && what !== "incidents")
    .toSorted((a, b) => b.at - a.at)[0];
  return last ? { what: last.what, words } : undefined;
}

/** "40 Ostreli bodies and 24 Mirandian ones". */
function likeBefore(
  scene: Scene,
  tail: string,
  before: Counted | undefined,
): { what: Count["what"]; words: string } | undefined {
  const words = scene.language.terms.ones.exec(tail)?.[0];
  return before && words !== undefined ? { what: before.what, words } : undefined;
}

/** People of whatever trade where an exchange counts them: "17 captured coastguards", "the three surgeons". */
export function anyPeopleIn(scene: Scene, sentence: Sentence, from: number, to: number): Counted[] {
  const known = countsIn(scene, sentence, from, to);
  const { terms } = scene.language;
  return scene.valuesOf(sentence).amounts.flatMap((amount): Counted[] => {
    if (amount.start < from || amount.end > to || known.some(({ start }) => start === amount.start))
      return [];
    const tail = sentence.text.slice(amount.end, Math.min(to, amount.end + 70));
    if (terms.notCounted.test(tail.trimStart())) return [];
    const words = terms.anyPeople.exec(tail)?.[0];
    if (words === undefined) return [];
    return [
      {
        ...countOf(scene, sentence, amount, "prisoners", words),
        start: amount.start,
        end: amount.end + words.length,
      },
    ];
  });
}

function whatOf(
  tail: string,
  nouns: readonly (readonly [Count["what"], RegExp])[],
): { what: Count["what"]; words: string } | undefined {
  let best: { what: Count["what"]; words: string } | undefined;
  for (const [what, pattern] of nouns) {
    const match = pattern.exec(tail);
    if (
      match &&
      !/\b(?:and|were|was|that|who|which|had|have|from|to|on|in|for|with|by|hours|days|the other)\b/i.test(
        match[0].replace(
          /(?:(?:sick|ill|wounded|injured|women|men|old) (?:and|or) (?:the )?(?:sick|ill|wounded|injured|women|men|young)(?: \p{L}+)?|remains of .*|(?:\p{L}+ )?(?:were|are|had been|have been|was|being) (?:\p{L}+ )?(?:ill|sick|wounded|injured|hurt|killed|dead|drowned)|\p{L}+(?: \p{L}+ by (?:the |an? )?\p{L}+)? lost their lives|with (?:amputations|injuries|wounds|burns)|(?:were |are |came )?on (?:stretchers|crutches)|prisoners of war|servicemen and women|men and women|servicemen and servicewomen)$/iu,
          "",
        ),
      ) &&
      (!best || match[0].length < best.words.length)
    )
      best = { what, words: match[0] };
  }
  return best;
}

function countOf(
  scene: Scene,
  sentence: Sentence,
  amount: Amount,
  what: Count["what"],
  words: string,
): Omit<Counted, "start" | "end"> {
  const { terms } = scene.language;
  const start = sentence.start + amount.end;
  const demonym = scene.parties.within({ start: start - 1, end: start + words.length })[0];
  return {
    what,
    min: amount.min,
    max: amount.max,
    to: demonym?.party ?? null,
    of: demonym?.party,
    isOfOurs:
      terms.ofOurs.test(sentence.text.slice(amount.end, amount.end + 20)) ||
      terms.oursBefore.test(sentence.text.slice(Math.max(0, amount.start - 12), amount.start)),
    isEach:
      terms.each.test(sentence.text.slice(Math.max(0, amount.start - 30), amount.start)) ||
      terms.each.test(sentence.text.slice(amount.end, amount.end + words.length + 45)),
  };
}

/** The same counts without their places, each once. */
export function plainCounts(counts: readonly Counted[]): Count[] {
  const made: Count[] = [];
  for (const { what, to, min, max } of counts)
    if (!made.some((one) => one.what === what && one.min === min && one.max === max && one.to === to))
      made.push({ what, to, min, max });
  return made;
}
