import type { ActId } from "../act/act.ts";
import type { exchangeActs } from "../exchanges/acts.ts";
import { known } from "../fold/state.ts";
import { agreements, completedTerms } from "../gate/agreement.ts";
import type { peopleActs } from "../people/acts.ts";
import type { proposalActs } from "../proposals/acts.ts";
import { addresseesOf, proposalStatus } from "../proposals/view.ts";
import type { statementActs } from "../statements/acts.ts";
import type { talksActs } from "../talks/acts.ts";
import { counted, dayOf, instantOf, keyOf, opening, ownRecord } from "./builders.ts";
import { anyAgreement, anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";
import { completing, someTerms } from "./terms.ts";

type Areas = typeof peopleActs & typeof talksActs & typeof proposalActs & typeof statementActs;

const source = ownRecord;
const speaker = { name: "Ada Lind", capacity: "head of delegation" };

function someRound({ state, random }: Context): ActId | undefined {
  return anyOf(random, state.talks.rounds.keys());
}

function withRound<T>(context: Context, make: (round: ActId) => T): T | undefined {
  const round = someRound(context);
  return round && make(round);
}

function tabledContent(context: Context) {
  const { state, by, now, random, room } = context;
  const all = [...state.proposals.tabled.values()];
  const here = all.filter((one) => chance(random, 0.05) || state.entries.get(one.id)?.act.room === room);
  const own = here.filter((one) => one.author === by && (!one.retabledAs || chance(random, 0.05)));
  const others = here.filter((one) => one.author !== by && addresseesOf(state, one).includes(by));
  const agreed = agreements(state).filter(
    (one) => completing(completedTerms(state, one), now).length > 0 || chance(random, 0.1),
  );
  const details = chance(random, 0.4) ? anyOf(random, agreed) : undefined;
  return {
    title: `Proposal ${random.below(1_000)}`,
    terms: details ? completing(completedTerms(state, details), now) : someTerms(random, now),
    ...maybe("round", chance(random, 0.3) ? someRound(context) : undefined),
    ...maybe("retables", !details && chance(random, 0.3) ? anyOf(random, own)?.id : undefined),
    ...maybe("counters", !details && chance(random, 0.4) ? anyOf(random, others)?.id : undefined),
    ...maybe("details", details?.id),
    ...maybe("lapsesAt", chance(random, 0.2) ? dayOf(now, random.below(12)) : undefined),
  };
}

function answerTo(context: Context) {
  const { state, by, now, random, room } = context;
  const open = [...state.proposals.tabled.values()].filter(
    (one) =>
      chance(random, 0.03) ||
      (state.entries.get(one.id)?.act.room === room &&
        addresseesOf(state, one).includes(by) &&
        ["tabled", "under_discussion", "agreed_ad_referendum"].includes(proposalStatus(state, one, now))),
  );
  const proposal = anyOf(random, open);
  if (!proposal) return undefined;
  const counter = proposal.counters.find((id) => state.proposals.tabled.get(id)?.author === by);
  const likely = counter ? (["countered"] as const) : (["accepted", "accepted", "accepted"] as const);
  const answer = random.pick([
    ...likely,
    "accepted",
    "under_study",
    "accepted_ad_referendum",
    "reserved",
    "declined",
  ] as const);
  const { terms } = known(state, proposal.id, "proposal.tabled").act.payload;
  const key = chance(random, 0.2) ? terms[0]?.key : undefined;
  return {
    proposal: proposal.id,
    answer,
    ...maybe("due", answer === "under_study" ? dayOf(now, 3) : undefined),
    ...maybe("counter", answer === "countered" ? counter : undefined),
    ...maybe("reservation", answer === "reserved" || chance(random, 0.02) ? "The second term." : undefined),
    ...maybe("termAnswers", key ? [{ key, answer: "reserved" as const }] : undefined),
    source,
  };
}

export const talksPayloads: Payloads<keyof Areas> = {
  "process.opened": ({ random }) => opening(random.below(1_000)),
  "seat.granted": ({ by, random }) => ({
    office: by,
    member: `m${random.below(3)}`,
    key: keyOf(random),
    title: "delegate",
  }),
  "seat.revoked": ({ state, by, random }) => {
    const seat = anyOf(
      random,
      state.people.seats.filter((one) => one.office === by || chance(random, 0.1)),
    );
    return seat && { office: by, member: seat.member, key: seat.key, reason: "left" };
  },
  "head.replaced": ({ by, random }) => ({ office: by, head: keyOf(random), reason: "new head" }),
  "powers.presented": () => ({
    authority: "The government",
    reference: "decree 12",
    persons: [speaker],
    extent: ["negotiate", "sign"],
  }),

  "round.proposed": ({ now, random }) => ({
    title: "A round",
    number: 1 + random.below(12),
    on: dayOf(now, 1 + random.below(5)),
    format: "plenary",
  }),
  "round.date_answered": (context) =>
    withRound(context, (round) => {
      const answer = context.random.pick(["agreed", "agreed", "other_date_asked", "declined"] as const);
      return {
        round,
        answer,
        ...maybe("otherDate", answer === "other_date_asked" ? dayOf(context.now, 9) : undefined),
      };
    }),
  "preparatory.held": (context) =>
    withRound(context, (round) => ({
      round,
      format: "heads_one_to_one",
      with: ["heads"],
      on: dayOf(context.now),
      source,
    })),
  "composition.listed": (context) =>
    withRound(context, (round) => ({ round, head: speaker, members: [], source })),
  "agenda.set": (context) => withRound(context, (round) => ({ round, items: ["prisoners", "pauses"] })),
  "round.opened": (context) =>
    withRound(context, (round) => ({ round, at: instantOf(context.now), chair: speaker, venue: "The hall" })),
  "round.closed": (context) => withRound(context, (round) => ({ round, at: instantOf(context.now) })),
  "document.handed_over": (context) =>
    withRound(context, (round) => ({
      round,
      title: "Memorandum",
      to: ["party-a", "party-b"],
      at: dayOf(context.now),
      source,
    })),
  "point.recorded": (context) =>
    withRound(context, (round) => ({
      round,
      text: `Point ${context.random.below(100)}`,
      terms: someTerms(context.random, context.now),
      source,
    })),
  "point.answered": ({ state, random }) => {
    const point = anyOf(random, state.talks.points.keys());
    const answer = random.pick([
      "confirmed",
      "confirmed",
      "confirmed_in_principle",
      "reserved",
      "denied",
    ] as const);
    return (
      point && {
        point,
        answer,
        ...maybe("reservation", answer === "reserved" ? "A word." : undefined),
        source,
      }
    );
  },
  "readout.given": (context) =>
    withRound(context, (round) => ({ round, speaker, text: "We met.", language: "en", points: [], source })),
  "record.accepted": (context) => withRound(context, (round) => ({ round })),

  "proposal.drafted": (context) => tabledContent(context),
  "proposal.tabled": (context) => ({ ...tabledContent(context), source }),
  "proposal.answered": answerTo,
  "proposal.withdrawn": ({ state, by, random }) => {
    const own = [...state.proposals.tabled.values()].filter(
      (one) => one.author === by || chance(random, 0.05),
    );
    const one = anyOf(random, own);
    return one && { proposal: one.id, reason: "A better one follows." };
  },
  "condition.answered": ({ state, random }) => {
    const conditional = [...state.proposals.tabled.keys()].filter((id) =>
      known(state, id, "proposal.tabled").act.payload.terms.some((term) => term.type === "condition"),
    );
    const proposal = anyOf(random, conditional);
    return proposal && { proposal, key: "ready", met: chance(random, 0.7), source };
  },

  "statement.captured": ({ state, random }) => ({
    speaker,
    onBehalfOf: random.pick(["party-a", "party-b", "host"] as const),
    occasion: "press conference",
    verbatim: "We again propose a pause of 24 hours.",
    language: "en",
    original: true,
    ...maybe("about", chance(random, 0.2) ? [...state.entries.keys()].slice(-1) : undefined),
    source,
  }),
  "statement.claim_noted": ({ state, random }) => {
    const statement = anyOf(random, state.statements.keys());
    const type = random.pick(["proposes", "gives_number"] as const);
    const span = { from: 3, to: random.pick([10, 30, 90]) };
    return (
      statement && { statement, type, span, ...maybe("claim", type === "proposes" ? undefined : counted(24)) }
    );
  },
  "statement.answered": ({ state, by, random }) => {
    const own = [...state.statements.keys()].filter(
      (id) => chance(random, 0.05) || known(state, id, "statement.captured").act.payload.onBehalfOf === by,
    );
    const statement = anyOf(random, own);
    return statement && { statement, answer: random.pick(["confirmed", "corrected", "disowned"]) };
  },
};

type Exchanges = typeof exchangeActs;

export const exchangePayloads: Payloads<keyof Exchanges> = {
  "pledge.made": (context) => {
    const agreement = anyAgreement(context);
    return agreement && { agreement, gives: counted(100 + context.random.below(200)), source };
  },
  "list.handed_over": (context) => ({
    count: counted(300),
    title: "List 1",
    ...maybe("agreement", chance(context.random, 0.5) ? anyAgreement(context) : undefined),
  }),
  "exchange.handed_over": (context) => accountOf(context, "gives", "persons"),
  "exchange.received": (context) => accountOf(context, "receives", "persons"),
  "exchange.linked": (context) => linkOf(context, "persons"),
};

/** One side's account of a handover, mostly its own side's part. */
export function accountOf(context: Context, part: "gives" | "receives", unit: "persons" | "bodies") {
  const { state, by, now, random } = context;
  const ledger = unit === "persons" ? state.exchanges : state.remains;
  const isB = by.endsWith("-b") !== chance(random, 0.05);
  const from = isB === (part === "gives") ? ("b" as const) : ("a" as const);
  const to = from === "a" ? ("b" as const) : ("a" as const);
  return {
    from,
    to: chance(random, 0.02) ? from : to,
    on: dayOf(now),
    count: counted(50 + random.below(60), unit),
    ...maybe("parts", chance(random, 0.3) ? [counted(40 + random.below(60), unit)] : undefined),
    ...maybe("same", chance(random, 0.6) ? anyOf(random, ledger.byAccount.keys()) : undefined),
  };
}

export function linkOf(context: Context, unit: "persons" | "bodies") {
  const { state, random } = context;
  const ledger = unit === "persons" ? state.exchanges : state.remains;
  const handover = anyOf(random, ledger.byAccount.keys());
  const agreement = anyAgreement(context);
  const stance = random.pick(["counts", "counts", "counts_in_part", "does_not_count"] as const);
  return (
    handover &&
    agreement && {
      handover,
      agreement,
      stance,
      ...maybe("amount", stance === "counts_in_part" ? { value: 20 } : undefined),
      source,
    }
  );
}
