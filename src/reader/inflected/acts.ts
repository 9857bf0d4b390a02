import type { Agreement, Count, EventEntry, Measure, Proposal, Terms } from "../draft.ts";
import type { Range } from "../text/fold.ts";
import { plusDays } from "../values/civil.ts";
import type { Stage, Told } from "./scene.ts";
import { type Attributed, measuresIn } from "./statements.ts";
import { termIn } from "./values.ts";
import { first, has } from "./words.ts";

const isTruce = (type: Measure) => type === "short_truce" || type === "ceasefire" || type === "moratorium";

/** The terms that a sentence gives a measure. `by`: whose offer it is, where it is one side's. */
function termsOf(stage: Stage, told: Told, type: Measure, by: readonly string[]): Terms {
  const { lexicon } = stage;
  const { small } = told;
  const terms: Terms = {};
  const isTime = isTruce(type) || type === "corridor" || type === "other";
  if (isTime) {
    const length = termIn(small, told.durations, lexicon);
    if (length) {
      terms.min_hours = length.min;
      terms.max_hours = length.max;
    }
  }
  for (const date of told.dates) {
    if (
      date.to < stage.reportDate ||
      (date.to === stage.reportDate && date.role === "on") ||
      (date.value.length === 7 && date.role === "on")
    )
      continue;
    if (date.role === "by")
      terms.by_date ??= date.isBefore && date.from === date.to ? plusDays(date.to, -1) : date.to;
    else if (isTruce(type) || type === "corridor") terms.start_date ??= date.from;
    else if (date.role === "from") terms.start_date ??= date.from;
    else terms.by_date ??= date.to;
  }
  if (isTruce(type) && terms.by_date && terms.min_hours === undefined) {
    // until a day: no day by which it is to be done
    delete terms.by_date;
  }
  if (isTime || type === "leaders_meeting") {
    const area = areaIn(stage, told, type);
    if (area) terms.area = stage.span(area);
  }
  if (isTime) {
    const purposes = lexicon.purposes.filter(([, pattern]) => has(small, pattern)).map(([name]) => name);
    if (purposes.length > 0) terms.purposes = purposes;
  }
  if (type === "prisoner_exchange" || type === "civilians_return") {
    const categories = lexicon.categories
      .filter(
        ([name, pattern]) => has(small, pattern) && (name !== "civilians" || type === "civilians_return"),
      )
      .map(([name]) => name);
    if (categories.length > 0) terms.categories = categories;
  }
  if (type === "working_groups") {
    const tracks = lexicon.tracks.filter(([, pattern]) => has(small, pattern)).map(([name]) => name);
    if (tracks.length > 0) terms.tracks = tracks;
  }
  if (type === "leaders_meeting") {
    const who = first(small, lexicon.participants);
    if (who) terms.participants = [told.text.slice(who.index, who.index + who[0].length)];
  }
  const counts = countsOf(stage, told, type, by);
  if (counts.length > 0) terms.counts = counts;
  for (const pattern of lexicon.condition) {
    const match = first(small, pattern);
    if (!match) continue;
    const at = told.start + match.index;
    terms.conditions = [stage.span({ start: at, end: at + match[0].trimEnd().length })];
    break;
  }
  return terms;
}

function areaIn(stage: Stage, told: Told, type: Measure): Range | undefined {
  for (const pattern of type === "leaders_meeting" ? [stage.lexicon.names.place] : stage.lexicon.area) {
    for (const match of told.text.matchAll(pattern)) {
      const words = match[1] ?? match[0];
      const start = match.index + match[0].indexOf(words);
      const range = { start: told.start + start, end: told.start + start + words.trimEnd().length };
      if (words.length < 3 || told.dates.some((one) => one.start < start + words.length && one.end > start))
        continue;
      return range;
    }
  }
  return undefined;
}

const fitting: Partial<Record<Measure, readonly Count["what"][]>> = {
  prisoner_exchange: ["prisoners", "persons", "wounded"],
  remains_transfer: ["bodies", "prisoners", "persons"],
  civilians_return: ["civilians", "children", "persons"],
};

function countsOf(stage: Stage, told: Told, type: Measure, by: readonly string[]): Count[] {
  const allowed = fitting[type];
  if (!allowed) return [];
  const made: Count[] = [];
  const [side, rival] = [
    by.length === 1 ? by[0] : undefined,
    by.length === 1 ? stage.parties.sides.find((one) => one !== by[0]) : undefined,
  ];
  for (const one of told.counts) {
    if (!allowed.includes(one.what)) continue;
    const what =
      type === "remains_transfer"
        ? "bodies"
        : type === "prisoner_exchange"
          ? "prisoners"
          : one.what === "persons"
            ? "civilians"
            : one.what;
    const near = stage.parties
      .within({ start: told.start + one.start, end: told.start + Math.min(told.text.length, one.end + 24) })
      .find(({ start }) => !/[,;—–:]/.test(stage.small.slice(told.start + one.end, start)));
    const giver = giverBefore(stage, told, one.start);
    const to = one.isEach
      ? "each"
      : one.isOurs
        ? (side ?? null)
        : giver
          ? (stage.parties.sides.find((party) => party !== giver) ?? null)
          : near && stage.parties.sides.includes(near.party)
            ? near.party
            : ((has(told.small, stage.lexicon.seeks) ? side : rival) ?? null);
    made.push({ what, to, min: one.min, max: one.max });
  }
  return made;
}

/** "Осмар вернёт 240 тел": who gives these, in the form of a subject right before the number. */
function giverBefore(stage: Stage, told: Told, at: number): string | undefined {
  const last = stage.parties.within({ start: told.start, end: told.start + at }).at(-1);
  if (!last?.isSubject || !stage.parties.sides.includes(last.party)) return undefined;
  const between = stage.small.slice(last.end, told.start + at);
  return between.length < 26 &&
    !/[.;:,]/.test(between) &&
    (has(between, stage.lexicon.gives) || /^ [—–-] $/.test(between))
    ? last.party
    : undefined;
}

function hasTerm(terms: Terms): boolean {
  return Object.values(terms).some(
    (value) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}

/** What hours make of it, and what stands first. */
function typeOf(stage: Stage, told: Told, terms?: Terms): Measure | undefined {
  const hits = measuresIn(told.small, stage.lexicon);
  const led =
    hits.find(({ type }) => type === "corridor" || type === "leaders_meeting" || type === "working_groups") ??
    hits.find(({ type }) => isTruce(type)) ??
    hits[0];
  if (!led) return undefined;
  const hours = terms?.max_hours ?? terms?.min_hours ?? 0;
  if (led.type === "short_truce" && hours >= 720) return "ceasefire";
  if (led.type === "ceasefire" && hours > 0 && hours <= 240 && terms?.max_hours !== null)
    return "short_truce";
  return led.type;
}

export type Tabled = {
  readonly told: Told;
  readonly type: Measure;
  readonly by: readonly string[];
  again: boolean;
  readonly terms: Terms;
  readonly spans: Range[];
  readonly rule: string;
  readonly isBackground: boolean;
};

export function proposalsIn(stage: Stage, statements: readonly Attributed[]): Tabled[] {
  const found: Tabled[] = [];
  const { lexicon } = stage;
  for (const one of statements) {
    const told = one.sentences[0];
    if (!told || one.voice.isJoint) continue;
    const words = one.sentences.map(({ small }) => small).join(" ");
    const isYesIf =
      (one.kind === "agrees" || one.kind === "rejects") &&
      lexicon.condition.some((pattern) => has(words, pattern));
    const isAppeal =
      one.kind === "appeals" && one.voice.parties.some((party) => stage.parties.sides.includes(party));
    if (!["proposes", "reiterates", "demands"].includes(one.kind) && !isYesIf && !isAppeal) continue;
    if (has(told.told, lexicon.notOffer)) continue;
    const settledType =
      typeOf(stage, told) ??
      (isYesIf &&
      (one.about[0] === "short_truce" || one.about[0] === "ceasefire" || one.about[0] === "prisoner_exchange")
        ? (one.about[0] as Measure)
        : undefined);
    if (!settledType) {
      const previous = found.at(-1);
      if (previous && told.index - previous.told.index <= 1 && one.kind === "reiterates")
        previous.again = true;
      continue;
    }
    const terms = termsOf(stage, told, settledType, one.voice.parties);
    const type = typeOf(stage, told, terms) ?? settledType;
    if ((one.kind === "demands" || isAppeal) && !hasTerm(terms)) continue;
    const known = found.find(
      (other) =>
        other.type === type &&
        other.by.join() === one.voice.parties.join() &&
        told.index - other.told.index <= 3 &&
        !isYesIf,
    );
    if (known && !hasTerm(terms)) continue;
    found.push({
      told,
      type,
      by: one.voice.parties,
      again: one.kind === "reiterates" || has(told.told, lexicon.again),
      terms,
      spans: [{ start: Math.max(one.span.start, told.start), end: Math.min(one.span.end, told.end) }],
      rule: `proposal.${isYesIf ? "condition" : one.kind}`,
      isBackground: one.isBackground,
    });
  }
  return found;
}

export function proposalOf(stage: Stage, one: Tabled): Proposal {
  return {
    type: one.type,
    by: one.by,
    again: one.again,
    terms: one.terms,
    spans: one.spans.map((range) => stage.span(range)),
    confidence: 0,
    rule: one.rule,
    ...(one.isBackground ? { background: true } : {}),
    because: {},
  };
}

/** `day` is that of the session: where no other is said, what was agreed was agreed there. */
export function agreementsIn(
  stage: Stage,
  statements: readonly Attributed[],
  day: string | null,
): Agreement[] {
  const found: (Agreement & { told: Told })[] = [];
  const { lexicon } = stage;
  const isJointPaper = stage.lines
    .slice(0, 4)
    .some((line) => has(stage.small.slice(line.start, line.end), lexicon.jointPaper));
  for (const whole of stage.told) {
    let told = whole;
    if (told.isQuestion || told.line.kind === "heading" || told.line.kind === "header") continue;
    const heard = statements.find((one) => one.sentences.includes(whole));
    const cue = first(told.told, lexicon.agreed);
    const isProvision =
      isJointPaper && told.line.kind === "item" && has(told.told, lexicon.provision) && !heard;
    if (!cue && !isProvision) continue;
    if (
      has(told.told, lexicon.notAgreed) ||
      has(told.told, lexicon.realis.doubt) ||
      has(told.told, lexicon.realis.conditional)
    ) {
      // a truth told before the "but" stands
      const cut = told.told.search(/, (?:однак|однако|але|но|проте|ancak|ama|fakat)(?!\p{L})/u);
      if (cut < 0 || !cue || cue.index > cut || has(told.told.slice(0, cut), lexicon.notAgreed)) continue;
      told = upTo(told, cut);
    }
    if (
      heard &&
      !heard.voice.isJoint &&
      heard.rule !== "statement.author" &&
      ["proposes", "reiterates", "demands", "rejects", "denies", "agrees"].includes(heard.kind)
    )
      continue;
    const first_ = typeOf(stage, told);
    if (!first_) continue;
    const terms = termsOf(stage, told, first_, []);
    const type = typeOf(stage, told, terms) ?? first_;
    const spans: Range[] = [whole];
    const sources = heard && (heard.rule !== "statement.author" || isTalk(stage)) ? [heard.voice.text] : [];
    for (let i = whole.index + 1; i <= whole.index + 3; i++) {
      const follower = stage.told[i];
      if (
        !follower ||
        follower.isHistory ||
        follower.isQuestion ||
        has(follower.told, lexicon.agreed) ||
        !has(follower.small, lexicon.execution)
      )
        break;
      const said = statements.find((one) => one.sentences.includes(follower));
      if (said && !["announces", "describes", "confirms"].includes(said.kind)) break;
      const measure = typeOf(stage, follower);
      if (measure ? measure !== type : !(said?.about.includes(type) ?? follower.line === whole.line))
        continue;
      if (type !== "working_groups" && has(follower.told, lexicon.meetings.noun)) continue;
      const more = termsOf(stage, follower, type, []);
      const news = Object.entries(more).filter(([key]) => !(key in terms));
      if (news.length === 0) continue;
      Object.assign(terms, Object.fromEntries(news));
      spans.push(follower);
      if (said && (said.rule !== "statement.author" || isTalk(stage))) sources.push(said.voice.text);
    }
    if (!hasTerm(terms)) continue;
    found.push({
      told,
      type,
      parties: stage.parties.sides,
      in_principle: has(told.told, lexicon.inPrinciple),
      made_on:
        told.dates.find((one) => one.to <= stage.reportDate && one.value.length === 10)?.value ??
        (told.line.dateline || isJointPaper ? stage.reportDate : (day?.split("/").at(-1) ?? null)),
      terms,
      according_to: [...new Set(sources)],
      spans: spans.map((range) => stage.span(range)),
      confidence: 0,
      rule: isProvision ? "agreement.provision" : "agreement.joint",
      ...(told.isHistory ? { background: true } : {}),
      because: {},
    });
  }
  return found.map(({ told: _, ...one }) => one);
}

/** What a sentence tells before a place in it. */
function upTo(told: Told, end: number): Told {
  const inside = <T extends Range>(list: readonly T[]) => list.filter((one) => one.end <= end);
  return {
    ...told,
    text: told.text.slice(0, end),
    small: told.small.slice(0, end),
    told: told.told.slice(0, end),
    dates: inside(told.dates),
    durations: inside(told.durations),
    counts: inside(told.counts),
  };
}

function isTalk(stage: Stage): boolean {
  return stage.lines.some(
    (line) => /^[—–-] $/u.test(stage.small.slice(line.start - 2, line.start)) || line.label,
  );
}

export function eventsIn(stage: Stage, statements: readonly Attributed[]): EventEntry[] {
  const found: EventEntry[] = [];
  const { lexicon } = stage;
  for (const told of stage.told) {
    if (told.isQuestion || told.line.kind === "heading" || told.line.kind === "header") continue;
    const heard = statements.find((one) => one.sentences.includes(told));
    if (
      heard &&
      ["denies", "proposes", "reiterates", "demands", "rejects", "agrees", "appeals"].includes(heard.kind)
    )
      continue;
    const words = heard && heard.quotes.length > 0 ? told.small : told.told;
    const kind = lexicon.events.find(([, pattern]) => has(words, pattern));
    if (!kind) continue;
    const [type, pattern] = kind;
    const hit = first(words, pattern);
    if (!hit) continue;
    const near = words.slice(Math.max(0, hit.index - 60), hit.index + hit[0].length + 20);
    if (
      has(near, lexicon.realis.negated) ||
      has(words, lexicon.realis.conditional) ||
      has(words, lexicon.realis.doubt)
    )
      continue;
    if (type !== "incident" && (has(words, lexicon.realis.planned) || has(words, lexicon.agreed))) continue;
    if (told.dates.some((one) => one.from > stage.reportDate) && type !== "incident") continue;
    const dated = told.dates.filter((one) => one.to <= stage.reportDate && one.value.length > 7).at(0);
    const isSourced = heard && !(heard.rule === "statement.author" && !isTalk(stage));
    const [one, other] = stage.parties.sides;
    const rivalOf = (party: string | undefined) =>
      party === one ? other : party === other ? one : undefined;
    let from: string | null = null;
    let to: string | null = null;
    const inside = stage.parties.within(told).filter(({ party }) => stage.parties.sides.includes(party));
    if (type === "incident") {
      const body = inside.filter(
        (naming) => !heard || naming.start < heard.voice.at.start || naming.start >= heard.voice.at.end,
      );
      const speaker = heard?.voice.parties[0];
      const foe = speaker && stage.parties.sides.includes(speaker) ? rivalOf(speaker) : undefined;
      from = body.some(({ party }) => party === foe)
        ? (foe ?? null)
        : heard
          ? null
          : body.length === 2
            ? (body[0]?.party ?? null)
            : null;
      if (
        from &&
        (body.some(({ party }) => party === rivalOf(from ?? undefined)) || speaker === rivalOf(from))
      )
        to = rivalOf(from) ?? null;
    } else if (type === "prisoner_return" || type === "remains_transfer" || type === "civilians_return") {
      const subject = inside.find(({ isSubject, isDerived }) => isSubject && !isDerived)?.party;
      const owner =
        told.counts.some(({ isOurs }) => isOurs) || has(told.small, lexicon.ours)
          ? (heard?.voice.parties[0] ?? stage.author?.party)
          : undefined;
      if (owner) to = owner;
      else if (subject && has(told.told, lexicon.receives)) to = subject;
      else if (subject && has(told.told, lexicon.gives)) {
        from = subject;
        to = rivalOf(subject) ?? null;
      } else if (inside[0] && inside.length === 1) to = inside[0].party;
    }
    const allowed: Partial<Record<EventEntry["type"], readonly Count["what"][]>> = {
      incident: ["killed", "wounded", "sites", "incidents"],
      prisoner_return: ["prisoners", "wounded", "persons"],
      remains_transfer: ["bodies", "prisoners", "persons"],
      civilians_return: ["civilians", "children", "persons"],
      evacuation: ["civilians", "children", "wounded", "persons"],
    };
    const counts = told.counts
      .filter(({ what }) => (allowed[type] ?? []).includes(what))
      .map(({ what, min, max, isEach }) => ({
        what:
          type === "remains_transfer"
            ? ("bodies" as const)
            : type === "prisoner_return" && what === "persons"
              ? ("prisoners" as const)
              : type === "civilians_return" && what === "persons"
                ? ("civilians" as const)
                : type === "evacuation" && what === "persons"
                  ? ("civilians" as const)
                  : what,
        to: type === "incident" || type === "evacuation" ? null : isEach ? "each" : to,
        min,
        max,
      }));
    if (type !== "incident" && type !== "truce_start" && type !== "truce_end" && counts.length === 0)
      continue;
    found.push({
      type,
      date: dated?.value ?? stage.reportDate,
      from,
      to,
      counts,
      according_to: isSourced && heard ? [heard.voice.text] : [],
      spans: [
        stage.span(heard?.sentences.length === 1 && heard.rule !== "statement.author" ? heard.span : told),
      ],
      confidence: 0,
      rule: `event.${type}`,
      ...(told.isHistory ? { background: true } : {}),
      because: {},
    });
  }
  return found;
}
