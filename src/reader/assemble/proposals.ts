import type { Measure, Proposal } from "../draft.ts";
import { isHistory, realisAt } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Attribution } from "../speech/attribution.ts";
import { isTruce, type MeasureHit, measuresIn } from "../speech/topics.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { countsIn } from "../values/counts.ts";
import { type Part, severalIn } from "./several.ts";
import { add, type Tabled } from "./tabled.ts";
import { hasTerm, isTerm, mergeTerms, termsOf } from "./terms.ts";
import { countsFor, ownerOf } from "./whose.ts";

const proposing = new Set(["proposes", "reiterates", "demands", "agrees"]);

export function proposalsOf(scene: Scene, attributions: readonly Attribution[]): Tabled[] {
  const found: Tabled[] = [];
  const { acts } = scene.language;
  const bySentence = new Map<number, Attribution[]>();
  for (const one of attributions) {
    const first = one.sentences[0];
    if (first) bySentence.set(first.index, [...(bySentence.get(first.index) ?? []), one]);
  }
  /** For whom was spoken last: "her delegation" is his. */
  let spoken: string | undefined;
  for (const sentence of scene.sentences) {
    const { kind, under } = sentence.line;
    if (
      kind === "headline" ||
      kind === "header" ||
      kind === "heading" ||
      kind === "note" ||
      kind === "question"
    )
      continue;
    if (kind === "item" && under) {
      const by = partiesOfHeading(scene, under, sentence);
      if (by) {
        const heading = scene.folded.text.slice(under.start, under.end);
        addItem(scene, sentence, by, found, scene.language.terms.asked.test(heading));
        continue;
      }
    }
    const own = bySentence.get(sentence.index);
    const lead = own?.[0] ? own[0].span.start - sentence.start : 0;
    if (lead > 24) fromNoun(scene, sentence, found, spoken, lead);
    if (own)
      for (const one of own) {
        fromAttribution(scene, one, found);
        spoken = one.speaker.parties[0] ?? spoken;
      }
    else if (acts.draft.test(sentence.masked)) fromDraft(scene, sentence, found);
    else if (!fromNoun(scene, sentence, found, spoken) && !fromWanted(scene, sentence, found))
      follow(scene, sentence, found);
    if (acts.handsList.test(sentence.masked) && acts.seeking.test(sentence.masked))
      fromList(scene, sentence, found);
  }
  return found;
}

/** "Noravia proposes" above a list: each item is a proposal of that party. */
function partiesOfHeading(scene: Scene, under: Range, item: Sentence): readonly string[] | undefined {
  const words = scene.folded.text.slice(under.start, under.end);
  if (!scene.language.cues.headsOffers.test(words)) return undefined;
  const parties = [...new Set(scene.parties.within(under).map(({ party }) => party))];
  if (parties.length === 1) return parties;
  // "Tabled" above "Noravia: a pause of a week"
  const label = /^[^:.;]{2,40}: /.exec(item.masked)?.[0].length ?? 0;
  const owner =
    label > 0 ? scene.parties.within({ start: item.start, end: item.start + label })[0] : undefined;
  return owner ? [owner.party] : undefined;
}

function addItem(
  scene: Scene,
  sentence: Sentence,
  by: readonly string[],
  found: Tabled[],
  isWanted: boolean,
): void {
  const hit = principal(sentence.text, measuresIn(sentence.text, scene.language), scene);
  add(scene, sentence, found, {
    type: hit?.type ?? "other",
    by,
    rule: "proposal.listed",
    isWanted,
    from: 0,
    to: sentence.text.length,
    span: sentence,
    isBackground: isHistory(scene, sentence, 0),
  });
}

/** The measure that a sentence is about: a truce before what it serves, a return before whose it is. */
function principal(text: string, hits: readonly MeasureHit[], scene: Scene): MeasureHit | undefined {
  // what is wanted in return is a condition, not the measure
  const inReturn = text.search(/\bin (?:return|exchange) for\b/i);
  const first = hits.find((one) => inReturn < 0 || one.start < inReturn) ?? hits[0];
  if (!first) return undefined;
  const truce = hits.find(({ type }) => isTruce(type));
  if (truce && scene.language.measures.purposes.test(text)) return truce;
  const returned = hits.find(({ type }) => type === "civilians_return");
  if (
    returned &&
    first.type === "prisoner_exchange" &&
    !/\b(?:prisoner|POW|captive|detainee)/i.test(text.slice(first.start, first.end))
  )
    return returned;
  return first;
}

function fromAttribution(scene: Scene, one: Attribution, found: Tabled[]): void {
  const sentence = one.sentences[0];
  if (!sentence) return;
  const { acts } = scene.language;
  if (one.kind === "rejects" && fromWanted(scene, sentence, found)) return;
  if ((one.kind === "proposes" || one.kind === "agrees") && goesBack(scene, one, sentence, found)) return;
  const text = scene.folded.text.slice(one.span.start, one.span.end);
  const from = one.span.start - sentence.start;
  const hits = measuresIn(text, scene.language);
  const owner = ownerOf(scene, one, text);
  const isOthers =
    one.kind === "rejects" ||
    one.kind === "describes" ||
    one.kind === "denies" ||
    one.kind === "announces" ||
    one.kind === "accuses";
  if (
    one.kind === "demands" &&
    hits.length === 0 &&
    hasLength(scene, sentence) &&
    one.speaker.parties.length === 1
  ) {
    const before = found.findLast(({ type }) => isTruce(type));
    add(scene, sentence, found, {
      type: before?.type ?? "short_truce",
      by: one.speaker.parties,
      rule: "proposal.length",
      from,
      to: from + text.length,
      span: one.span,
      isBackground: one.isBackground,
      isCounter: true,
    });
    return;
  }
  if (one.kind === "demands" && hits.length === 0) {
    follow(scene, sentence, found);
    return;
  }
  if (
    one.kind === "agrees" &&
    !(
      hasLength(scene, sentence) &&
      one.speaker.parties.length === 1 &&
      hits.some(({ type }) => isTruce(type))
    ) &&
    !scene.language.terms.conditions.slice(0, 7).some((pattern) => pattern.test(text))
  )
    return;
  if (isOthers) {
    // "rejected its draft for a six-month ceasefire": the draft is the other's
    if (
      owner &&
      (acts.offerNoun.test(text) || one.kind === "describes" || one.kind === "announces") &&
      hits.length > 0
    ) {
      const hit = hits[0];
      if (hit)
        add(scene, sentence, found, {
          type: hit.type,
          by: owner,
          rule: "proposal.others",
          from,
          to: from + text.length,
          span: one.span,
          isBackground: one.isBackground,
          isMention: one.kind === "rejects",
        });
      return;
    }
    const pledge = acts.pledged.exec(text);
    const pledger = pledge && hits[0] ? partyOfPledge(scene, one, pledge.index) : undefined;
    const isBare = pledge !== null && /^(?:will|would|is to|shall)/i.test(pledge[0]);
    if (
      pledge &&
      hits[0] &&
      pledger &&
      !(isBare && !isOwnPledge(scene, one)) &&
      one.kind !== "denies" &&
      one.kind !== "rejects"
    ) {
      const counts = countsFor(scene, sentence, hits[0].type, [pledger], from, from + text.length);
      if (
        counts.length > 0 ||
        (!isBare && scene.valuesOf(sentence).dates.some(({ to }) => to > scene.reportDate))
      ) {
        add(scene, sentence, found, {
          type: hits[0].type,
          by: [pledger],
          rule: "proposal.pledge",
          from: from + pledge.index,
          to: from + text.length,
          span: one.span,
          isBackground: one.isBackground,
        });
        return;
      }
    }
    if (
      one.kind === "announces" &&
      /\bif\b|\bprovided\b|\bon condition\b/i.test(text) &&
      /\b(?:would|will)\b/i.test(text) &&
      hits.length > 0
    ) {
      const hit = hits[0];
      if (hit)
        add(scene, sentence, found, {
          type: hit.type,
          by: one.speaker.parties,
          rule: "proposal.conditional",
          from,
          to: from + text.length,
          span: one.span,
          isBackground: one.isBackground,
        });
      return;
    }
    follow(scene, sentence, found);
    return;
  }
  if (one.kind === "appeals") {
    const isParty = one.speaker.parties.some((party) => scene.parties.belligerents.includes(party));
    const isOther =
      scene.language.measures.otherMeasure.test(text) && scene.valuesOf(sentence).dates.length > 0;
    const isDefinite =
      one.speaker.parties.length > 0 && hits.some(({ type }) => isTruce(type)) && hasLength(scene, sentence);
    if ((hits.length === 0 && !isOther) || !(isParty || isDefinite) || acts.respects.test(text)) return;
  } else if (!proposing.has(one.kind)) return;
  const by = owner ?? one.speaker.parties;
  // "no truce can be discussed while …" puts nothing on the table
  const main = principal(text, hits, scene);
  if (main && acts.refused.test(text.slice(0, main.start))) return;
  const several = severalIn(scene, sentence, from, Math.min(sentence.text.length, from + text.length)).map(
    (part) => ({ ...part, start: part.start - from, end: part.end - from }),
  );
  const parts = several.length > 0 && one.sentences.length === 1 ? several : partsOf(scene, text, hits);
  if (parts.length === 0) {
    const meeting = scene.language.measures.nextMeeting.exec(text);
    if (meeting && one.kind === "proposes" && scene.valuesOf(sentence).dates.length > 0) {
      add(scene, sentence, found, {
        type: "other",
        by,
        rule: "proposal.meeting",
        from,
        to: from + text.length,
        span: one.span,
        isBackground: one.isBackground,
      });
      return;
    }
    if (one.kind === "proposes" && hasLength(scene, sentence)) {
      const before = found.findLast(({ type }) => isTruce(type) || type === "corridor");
      add(scene, sentence, found, {
        type: before?.type ?? (one.about.includes("corridor") ? "corridor" : "short_truce"),
        by,
        rule: "proposal.length",
        from,
        to: from + text.length,
        span: one.span,
        isBackground: one.isBackground,
        isCounter: true,
      });
      return;
    }
    if (
      (one.kind === "proposes" || one.kind === "appeals") &&
      scene.language.measures.otherMeasure.test(text)
    ) {
      add(scene, sentence, found, {
        type: "other",
        by,
        rule: "proposal.other",
        from,
        to: from + text.length,
        span: one.span,
        isBackground: one.isBackground,
      });
      return;
    }
    if (
      one.kind === "agrees" ||
      one.kind === "demands" ||
      one.kind === "reiterates" ||
      acts.anaphora.test(text)
    ) {
      const previous = found.at(-1);
      if (previous && one.kind === "agrees" && scene.valuesOf(sentence).durations.length > 0)
        add(scene, sentence, found, {
          type: previous.type,
          by,
          rule: "proposal.counter",
          from,
          to: from + text.length,
          span: one.span,
          isBackground: one.isBackground,
          isCounter: true,
        });
      else if (!fromNoun(scene, sentence, found, one.speaker.parties[0])) follow(scene, sentence, found);
    }
    return;
  }
  for (const part of parts)
    add(scene, sentence, found, {
      type: part.type,
      by,
      rule: `proposal.${one.kind}`,
      from: from + part.start,
      to: from + part.end,
      span: one.span,
      isBackground: one.isBackground,
      isCounter: one.kind === "agrees",
      sentences: one.sentences,
    });
}

/** "would let all of them go if …", "would do so only if …", "proposed a new date": the measure is that of the sentence before. */
function goesBack(scene: Scene, one: Attribution, sentence: Sentence, found: Tabled[]): boolean {
  const { acts } = scene.language;
  const text = scene.folded.text.slice(one.span.start, one.span.end);
  if (measuresIn(text, scene.language).length > 0 || one.speaker.parties.length === 0) return false;
  const isDate =
    acts.newDate.test(text) && scene.valuesOf(sentence).dates.some(({ to }) => to > scene.reportDate);
  const isLength = acts.oneOf.test(text) && hasLength(scene, sentence);
  const isPronoun = acts.releaseThem.test(text);
  const isSo = acts.wouldDoSo.test(text);
  if (!isDate && !isLength && !isPronoun && !isSo) return false;
  const type = typeBefore(scene, sentence, isPronoun);
  if (type === undefined) return false;
  const from = one.span.start - sentence.start;
  add(scene, sentence, found, {
    type,
    by: one.speaker.parties,
    rule: "proposal.back",
    from,
    to: from + text.length,
    span: one.span,
    isBackground: one.isBackground,
    isCounter: true,
  });
  return true;
}

/** The measure that one of the three sentences before names, the nearest first. */
function typeBefore(scene: Scene, sentence: Sentence, isOfPeople: boolean): Measure | undefined {
  const back = scene.sentences.slice(Math.max(0, sentence.index - 3), sentence.index).reverse();
  for (const one of back) {
    const hit = measuresIn(one.text, scene.language)[0];
    if (hit) return hit.type;
    if (isOfPeople) {
      const counted = countsIn(scene, one)[0]?.what;
      if (counted === "civilians" || counted === "children") return "civilians_return";
      if (counted === "prisoners") return "prisoner_exchange";
      if (counted === "bodies") return "remains_transfer";
    }
  }
  return undefined;
}

/** "Ostrel said it will release 12 detainees": its own word, and not what both have agreed. */
function isOwnPledge(scene: Scene, one: Attribution): boolean {
  const { belligerents } = scene.parties;
  const text = scene.folded.text.slice(one.span.start, one.span.end);
  return (
    one.speaker.parties.length === 1 &&
    belligerents.includes(one.speaker.parties[0] ?? "") &&
    one.kind === "announces" &&
    !scene.language.terms.each.test(text) &&
    !scene.language.acts.agreedNoun.test(text) &&
    !scene.language.acts.otherWay.test(text)
  );
}

/** Who binds himself: one of the two who is named before the words, or who speaks. */
function partyOfPledge(scene: Scene, one: Attribution, at: number): string | undefined {
  const { belligerents, state } = scene.parties;
  const own = one.speaker.parties.length === 1 ? one.speaker.parties[0] : undefined;
  if (own !== undefined && belligerents.includes(own)) return own;
  const before = { start: one.span.start, end: one.span.start + at };
  const named = scene.parties.within(before).findLast(({ party }) => belligerents.includes(party));
  if (named) return named.party;
  const words = scene.folded.text.slice(before.start, before.end);
  return /\bthe government\b/i.test(words) ? state : undefined;
}

/** A length of time that nothing says is anything but a truce's. */
function hasLength(scene: Scene, sentence: Sentence): boolean {
  return scene
    .valuesOf(sentence)
    .durations.some(
      (one) => isTerm(sentence.text, one, scene.language) && (one.maxHours ?? one.minHours ?? 0) >= 2,
    );
}

/** "Ostrel's proposal foresees …", "an offer by Ostrel to …": nobody says it here, and it is on the table. */
function fromNoun(
  scene: Scene,
  sentence: Sentence,
  found: Tabled[],
  spoken: string | undefined,
  until = sentence.text.length,
): boolean {
  const { acts } = scene.language;
  const masked = sentence.masked.slice(0, until);
  const text = sentence.text.slice(0, until);
  const noun = acts.offerNoun.exec(masked);
  if (!noun || acts.offerGone.test(masked)) return false;
  const hit = principal(text, measuresIn(text, scene.language), scene);
  if (!hit) return false;
  const realis = realisAt(scene, sentence, noun.index);
  if (realis === "negated" || realis === "question" || realis === "doubt") return false;
  const at = sentence.start + noun.index;
  const before = scene.parties.within({ start: Math.max(sentence.start, at - 40), end: at }).at(-1);
  const after = acts.offeredBy.exec(sentence.masked.slice(noun.index));
  const behind = after
    ? scene.parties.within({
        start: at + after.index + after[0].length - 1,
        end: Math.min(sentence.end, at + after.index + after[0].length + 40),
      })[0]
    : undefined;
  const owner =
    behind?.party ??
    draftedBy(scene, sentence, noun.index) ??
    (before && /^(?:'s|s')? (?:\S+ ){0,3}$/.test(scene.folded.text.slice(before.end, at))
      ? before.party
      : undefined) ??
    ownerByOffice(scene, sentence, noun.index) ??
    (acts.ownDelegation.test(sentence.masked.slice(0, noun.index)) ? spoken : undefined);
  if (owner === undefined) return false;
  add(scene, sentence, found, {
    type: hit.type,
    by: [owner],
    rule: "proposal.noun",
    from: 0,
    to: until,
    span: { start: sentence.start, end: sentence.start + until },
    isBackground: isHistory(scene, sentence, noun.index),
  });
  return true;
}

/** "a plan which Lunaria had drawn up": theirs. */
/** "the 48-hour pause that Ostrel requested": theirs, whatever comes of it. */
function fromWanted(scene: Scene, sentence: Sentence, found: Tabled[]): boolean {
  const hit = measuresIn(sentence.text, scene.language)[0];
  if (!hit || isHistory(scene, sentence, hit.start)) return false;
  const at = sentence.start + hit.end;
  const owner = scene.parties.within({ start: at, end: Math.min(sentence.end, at + 40) })[0];
  if (!owner || !/^,? (?:(?:that|which) )?(?:the )?$/.test(scene.folded.text.slice(at, owner.start)))
    return false;
  if (!scene.language.acts.hasAsked.test(scene.folded.text.slice(owner.end, owner.end + 40))) return false;
  add(scene, sentence, found, {
    type: hit.type,
    by: [owner.party],
    rule: "proposal.wanted",
    from: 0,
    to: sentence.text.length,
    span: sentence,
    isBackground: false,
  });
  return true;
}

function draftedBy(scene: Scene, sentence: Sentence, at: number): string | undefined {
  return scene.parties
    .within({ start: sentence.start + at, end: sentence.end })
    .find(
      ({ start, end }) =>
        /\b(?:which|that) (?:the )?$/.test(scene.folded.text.slice(Math.max(0, start - 12), start)) &&
        scene.language.acts.drewUp.test(scene.folded.text.slice(end, end + 50)),
    )?.party;
}

/** "a request by the vice-governor": whoever holds that office speaks for his side. */
function ownerByOffice(scene: Scene, sentence: Sentence, at: number): string | undefined {
  const office = scene.language.acts.byOffice.exec(sentence.masked.slice(at))?.[1]?.toLowerCase();
  if (office === undefined) return undefined;
  return scene.people.list.find(
    ({ role }) => role && scene.folded.text.slice(role.start, role.end).toLowerCase().includes(office),
  )?.party;
}

/** One sentence may put two measures on the table; each has its part of the words. */
function partsOf(scene: Scene, text: string, hits: readonly MeasureHit[]): Part[] {
  const main = principal(text, hits, scene);
  if (!main) return [];
  const meeting = scene.language.measures.nextMeeting.exec(text);
  const second =
    hits.find((one) => one.type === "leaders_meeting" && one !== main) ??
    (main.type === "leaders_meeting" ? main : undefined);
  if (meeting && second && Math.abs(meeting.index - second.start) > 20) {
    const cut = text
      .slice(0, Math.max(meeting.index, second.start))
      .search(/(?:,? and (?:said|that|also)?)(?=[^,]*$)/);
    if (cut > 0 && meeting.index < second.start)
      return [
        { type: "other", start: 0, end: cut },
        { type: "leaders_meeting", start: cut, end: text.length },
      ];
  }
  return [{ type: main.type, start: 0, end: text.length }];
}

/** "Under the draft, described by two diplomats, …": nobody's proposal yet. */
function fromDraft(scene: Scene, sentence: Sentence, found: Tabled[]): void {
  const hit = principal(sentence.text, measuresIn(sentence.text, scene.language), scene);
  if (!hit || !scene.language.acts.draftVerb.test(sentence.masked)) return;
  add(scene, sentence, found, {
    type: hit.type,
    by: [],
    rule: "proposal.draft",
    from: 0,
    to: sentence.text.length,
    span: sentence,
    isBackground: isHistory(scene, sentence, 0),
  });
}

/** "He gave the Russian side a list of 339 children whose return Ukraine is seeking." */
function fromList(scene: Scene, sentence: Sentence, found: Tabled[]): void {
  const { text } = sentence;
  const at = text.search(scene.language.acts.seeking);
  const seeker =
    scene.parties.within({ start: sentence.start + at, end: sentence.end })[0]?.party ??
    scene.parties.within(sentence)[0]?.party;
  if (!seeker) return;
  const hit = measuresIn(text, scene.language)[0];
  const type: Measure = hit?.type ?? "civilians_return";
  const counts = countsFor(scene, sentence, type, [seeker], 0, text.length).map((one) => ({
    ...one,
    to: seeker,
  }));
  const { terms, because } = termsOf(scene, sentence, type, counts);
  found.push({
    type,
    by: [seeker],
    again: false,
    terms,
    spans: [sentence],
    because,
    rule: "proposal.list",
    isBackground: isHistory(scene, sentence, 0),
    last: sentence.index,
  });
}

/** A sentence that goes on about the measure before: what it is for, where, until when. */
function follow(scene: Scene, sentence: Sentence, found: Tabled[]): void {
  const { acts } = scene.language;
  const previous = found.at(-1);
  if (!previous || sentence.index - previous.last > 1) return;
  const { masked } = sentence;
  if (acts.expiryOfOffer.test(masked)) return;
  const isFollow =
    isTruce(previous.type) || previous.type === "corridor"
      ? acts.anaphora.test(masked) || acts.purposeSentence.test(masked)
      : acts.purposeSentence.test(masked);
  if (!isFollow) return;
  const { terms } = termsOf(scene, sentence, previous.type, []);
  previous.again ||= acts.again.test(masked);
  if (!hasTerm(terms) && !acts.again.test(masked)) return;
  mergeTerms(previous.terms, terms);
  previous.spans.push(sentence);
  previous.last = sentence.index;
}

export function proposalOf(scene: Scene, one: Tabled): Proposal {
  return {
    type: one.type,
    by: one.by,
    again: one.again,
    terms: one.terms,
    spans: one.spans.map((range) => scene.span(range)),
    confidence: 0,
    rule: one.rule,
    ...(one.isBackground ? { background: true } : {}),
    because: one.because,
  };
}
