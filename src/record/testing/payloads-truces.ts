import type { ActId } from "../act/act.ts";
import type { recordActs } from "../act/correction.ts";
import { isCorrectable } from "../fold/correct.ts";
import { processOf } from "../people/view.ts";
import type { positionActs } from "../positions/acts.ts";
import type { remainsActs } from "../remains/acts.ts";
import { type summitActs, tracks } from "../summits/acts.ts";
import type { truceActs } from "../truces/acts.ts";
import { localPrint } from "../truces/complete.ts";
import { endOf, inEffect, truceStatus } from "../truces/view.ts";
import { counted, dayOf, instantOf, ownRecord } from "./builders.ts";
import { anyAgreement, anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";
import { accountOf, linkOf } from "./payloads-talks.ts";
import { partialTruce, wholeTruce } from "./terms.ts";

type Areas = typeof truceActs &
  typeof remainsActs &
  typeof summitActs &
  typeof positionActs &
  typeof recordActs;

const source = ownRecord;
const nodes = ["meeting", "agreed_text", "pause", "withdrawal"] as const;

function truceText({ state, now, random }: Context) {
  const process = processOf(state);
  const zones = {
    a: process?.parties.a.zone ?? "UTC",
    b: chance(random, 0.03) ? "Asia/Tokyo" : (process?.parties.b.zone ?? "UTC"),
  };
  const start = now - (now % 3_600_000) + (12 + random.below(90)) * 3_600_000;
  const whole = wholeTruce(
    start,
    random.pick([24, 48]),
    chance(random, 0.02) ? { ...zones, a: "Asia/Tokyo" } : zones,
  );
  return chance(random, 0.6) ? whole : partialTruce(whole, random);
}

/** A text that orders can follow, mostly. */
function acceptedTruce({ state, now, random }: Context): ActId | undefined {
  const ready = [...state.truces.texts.values()].filter(
    (one) =>
      chance(random, 0.03) ||
      ["accepted", "orders_issued", "in_effect"].includes(truceStatus(state, one, now)),
  );
  return anyOf(random, ready)?.id;
}

function withSummit<T>({ state, random }: Context, make: (summit: ActId) => T): T | undefined {
  const summit = anyOf(random, state.summits.meetings.keys());
  return summit && make(summit);
}

function condition({ state, by, random }: Context): ActId | undefined {
  const all = [...state.summits.meetings.values()].flatMap((one) => one.conditions);
  const own = all.filter((id) => chance(random, 0.3) || state.entries.get(id)?.act.by.office === by);
  return anyOf(random, own);
}

export const trucePayloads: Payloads<keyof Areas> = {
  "truce.tabled": (context) => {
    const { state, random, room } = context;
    const earlier = [...state.truces.texts.values()].filter(
      (one) => chance(random, 0.03) || (!one.retabledAs && state.entries.get(one.id)?.act.room === room),
    );
    return {
      title: "A pause",
      terms: truceText(context),
      ...maybe("agreement", chance(random, 0.4) ? anyAgreement(context) : undefined),
      ...maybe("retables", chance(random, 0.25) ? anyOf(random, earlier)?.id : undefined),
      source,
    };
  },
  "truce.answered": ({ state, now, random }) => {
    const live = [...state.truces.texts.values()].filter(
      (one) => chance(random, 0.05) || truceStatus(state, one, now) !== "superseded",
    );
    const truce = anyOf(random, live)?.id;
    const answer = random.pick([
      "accepted",
      "accepted",
      "accepted",
      "agreed_in_principle",
      "under_study",
      "reserved",
      "declined",
    ] as const);
    return truce && { truce, answer, source };
  },
  "truce.order_issued": (context) => {
    const { state, by, random } = context;
    const unordered = [...state.truces.texts.values()].filter(
      (one) => !one.orders.has(by) && truceStatus(state, one, context.now) === "accepted",
    );
    const truce = anyOf(random, unordered)?.id ?? acceptedTruce(context);
    return (
      truce && {
        truce,
        number: "order 7",
        signatory: "the commander",
        issuedAt: instantOf(context.now),
        echelonReached: "brigade",
      }
    );
  },
  "truce.guarantee_given": (context) => {
    const truce = acceptedTruce(context);
    return truce && { truce, words: "Safe along the road.", until: instantOf(context.now + 9e7) };
  },
  "truce.readiness_said": (context) => {
    const truce = acceptedTruce(context);
    const { random } = context;
    return (
      truce && {
        truce,
        answer: random.pick(["go", "go", "no_go"]),
        ...maybe("checkpoint", chance(random, 0.7) ? random.pick(["t24", "t6", "t1"] as const) : undefined),
      }
    );
  },
  "truce.order_acknowledged": (context) => {
    const { state, by, random, now } = context;
    const own = [...state.truces.texts.values()].flatMap((one) =>
      [...one.orders].flatMap(([office, ids]) =>
        office === by || chance(random, 0.05) ? ids.map((order) => ({ truce: one.id, order })) : [],
      ),
    );
    const one = anyOf(random, own);
    const step = random.pick(["received", "passed_to_units", "confirmed_by_units"] as const);
    return one && { ...one, step, echelonReached: "company", at: instantOf(now) };
  },
  "truce.extension_proposed": (context) => {
    const { state, random } = context;
    const truce = acceptedTruce(context);
    const text = truce && state.truces.texts.get(truce);
    const end = text && endOf(state, text);
    if (!truce || !end) return undefined;
    const at = Date.parse(end.at) + random.pick([-1, 6, 12]) * 3_600_000;
    const process = processOf(state);
    const print = (side: "a" | "b") => localPrint(at, process?.parties[side].zone ?? "UTC");
    return { truce, end: { at: instantOf(at), localA: print("a"), localB: print("b") } };
  },
  "truce.extension_answered": ({ state, random }) => {
    const all = [...state.truces.texts.values()].flatMap((one) =>
      [...one.extensions.keys()].map((extension) => ({ truce: one.id, extension })),
    );
    const one = anyOf(random, all);
    return one && { ...one, answer: random.pick(["accepted", "accepted", "declined"]) };
  },
  "truce.suspended_locally": ({ state, now, random }) => {
    const live = [...state.truces.texts.values()].filter(
      (one) => chance(random, 0.03) || inEffect.has(truceStatus(state, one, now)),
    );
    const truce = anyOf(random, live)?.id;
    const zone = chance(random, 0.05) ? "elsewhere" : "the bank";
    return truce && { truce, zone, reason: "Fire there.", from: instantOf(now + 3_600_000) };
  },
  "truce.resumed": ({ state, by, now, random }) => {
    const all = [...state.truces.texts.values()].flatMap((one) =>
      [...one.suspensions.values()]
        .filter(({ author }) => author === by || chance(random, 0.1))
        .map(({ id }) => ({ truce: one.id, suspension: id })),
    );
    const one = anyOf(random, all);
    return one && { ...one, at: instantOf(now) };
  },
  "truce.closing_reported": ({ state, now, random }) => {
    const over = [...state.truces.texts.values()].filter(
      (one) => chance(random, 0.05) || ["ended", "denounced"].includes(truceStatus(state, one, now)),
    );
    const truce = anyOf(random, over)?.id;
    return truce && { truce, words: "Done.", bodies: counted(random.below(90), "bodies") };
  },
  "truce.declared": ({ now }) => ({
    title: "A pause of one's own",
    terms: {},
    window: { from: instantOf(now), to: instantOf(now + 108_000_000) },
    source,
  }),
  "truce.declaration_answered": ({ state, random }) => {
    const declaration = anyOf(random, state.truces.declarations.keys());
    return declaration && { declaration, answer: random.pick(["reciprocated", "declined"]), source };
  },
  "truce.denounced": ({ state, now, random }) => {
    const truce = anyOf(random, state.truces.texts.keys());
    const later = random.pick([-1, 1, 30]);
    return truce && { truce, reason: "Fire on the road.", effectiveAt: instantOf(now + later * 3_600_000) };
  },
  "truce.count_claimed": ({ state, random }) => {
    const declaration = anyOf(random, state.truces.declarations.keys());
    return declaration && { declaration, what: "shelling", count: counted(random.below(900), "violations") };
  },

  "remains.offered": (context) => ({
    to: context.by.endsWith("-a") !== chance(context.random, 0.1) ? "b" : "a",
    count: counted(1_000, "bodies"),
    ...maybe("agreement", chance(context.random, 0.4) ? anyAgreement(context) : undefined),
  }),
  "remains.handed_over": (context) => accountOf(context, "gives", "bodies"),
  "remains.received": (context) => accountOf(context, "receives", "bodies"),
  "remains.accepted": ({ state, random }) => {
    const handover = anyOf(random, state.remains.byAccount.keys());
    return handover && { handover, count: counted(30, "bodies") };
  },
  "remains.total_claimed": ({ random }) => ({
    direction:
      random.below(2) === 0 ? { from: "a", to: "b" } : { from: "b", to: random.pick(["a", "a", "b"]) },
    count: { ...counted(6_000 + random.below(99), "bodies"), kind: "cumulative" },
  }),
  "remains.linked": (context) => linkOf(context, "bodies"),

  "summit.proposed": (context) => {
    const own = [...context.state.summits.meetings.values()].filter(
      (one) => one.author === context.by || chance(context.random, 0.1),
    );
    return {
      title: "Leaders meet",
      by: dayOf(context.now, 40),
      participants: [
        { name: "Ada Lind", capacity: "president" },
        { name: "Bo Ek", capacity: "president" },
      ],
      purpose: "To end it.",
      ...maybe("retables", chance(context.random, 0.3) ? anyOf(context.random, own)?.id : undefined),
      source,
    };
  },
  "summit.answered": (context) =>
    withSummit(context, (summit) => ({
      summit,
      answer: context.random.pick(["agreed", "agreed", "conditional", "under_study", "declined"]),
      source,
    })),
  "summit.condition_set": (context) =>
    withSummit(context, (summit) => ({
      summit,
      node: context.random.pick(nodes),
      requires: context.random.pick(nodes),
      words: "First things first.",
      source,
    })),
  "summit.condition_lifted": (context) => {
    const one = condition(context);
    return one && { condition: one, words: "No longer held.", source };
  },
  "summit.condition_met": (context) => {
    const one = condition(context);
    return one && { condition: one, words: "It is so.", source };
  },
  "summit.track_set": (context) =>
    withSummit(context, (summit) => ({
      summit,
      track: context.random.pick(tracks.slice(0, 4)),
      state: context.random.pick(["open", "offered", "agreed", "agreed"]),
      ...maybe("value", chance(context.random, 0.7) ? context.random.pick(["as sent", "later"]) : undefined),
      source,
    })),
  "summit.held": (context) =>
    withSummit(context, (summit) => ({ summit, on: dayOf(context.now), outcome: "They met.", source })),

  "issue.opened": () => ({ title: "The road", words: "Who may use it." }),
  "position.cited": ({ state, by, now, random }) => {
    const issue = anyOf(random, state.positions.issues.keys());
    const isB = by === "host" ? random.below(2) === 0 : by.endsWith("-b") !== chance(random, 0.1);
    const statement =
      by === "host" || chance(random, 0.3) ? anyOf(random, state.statements.keys()) : undefined;
    return (
      issue && {
        issue,
        side: isB ? "b" : "a",
        position: "Open by day.",
        dated: dayOf(now, -random.below(9)),
        ...maybe("statement", statement),
        ...maybe("entry", chance(random, 0.3) ? anyOf(random, state.reports.entries.keys()) : undefined),
        source,
      }
    );
  },
  "issue.classified": ({ state, random }) => {
    const issue = anyOf(random, state.positions.issues.keys());
    return issue && { issue, box: "convergent_norms", words: "Both want it open.", basis: [issue] };
  },
  "outlook.given": ({ state, now, random }) => {
    const basis = anyOf(random, state.entries.keys());
    return (
      basis && {
        author: "The desk",
        horizon: dayOf(now, 30),
        confidence: "low",
        words: "A pause may come.",
        basis: [basis],
        source,
      }
    );
  },

  "act.corrected": ({ state, by, room, random }) => {
    const own = [...state.entries.values()].filter(
      ({ act }) =>
        (act.by.office === by && act.room === room && isCorrectable(act.kind)) || chance(random, 0.01),
    );
    const first = anyOf(random, own)?.act;
    if (!first) return undefined;
    return { act: first.id, reason: "A slip of the pen.", payload: reworded(first.payload, random) };
  },
  "paper.sealed": () => undefined,
  "paper.keys_handed": ({ state, random }) => {
    const paper = anyOf(random, state.entries.keys());
    return paper && { keys: [{ paper, key: `${"A".repeat(22)}==` }] };
  },
};

// Other words, and now and then another side or day: a correction that the rules may refuse.
function reworded(payload: unknown, random: Context["random"]): Record<string, unknown> {
  const words = ["title", "text", "words", "purpose", "note", "reason", "position", "outcome", "venue"];
  const fields = Object.entries(payload ?? {}).map(([key, value]) => {
    if (words.includes(key) && typeof value === "string") return [key, `${value} (corrected)`];
    if (key === "count" || key === "gives") return [key, { ...value, amount: { value: 55 } }];
    if (key === "parts") return [key, undefined];
    if ((value === "a" || value === "b") && chance(random, 0.1)) return [key, value === "a" ? "b" : "a"];
    if (key === "number" && typeof value === "number") return [key, value + random.below(3)];
    return [key, value];
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
