import type { ActId } from "../act/act.ts";
import type { eligibilityActs } from "../eligibility/acts.ts";
import { type Category, categories, isBilateral, medicalClasses } from "../eligibility/categories.ts";
import { grouped, type Persons, type RecordRef } from "../eligibility/persons.ts";
import type { trancheActs } from "../tranches/acts.ts";
import type { Tranche } from "../tranches/fold.ts";
import { openSubstitutions, personsOf } from "../tranches/persons-of.ts";
import { isAgreedByBoth, isLocked } from "../tranches/view.ts";
import { dayOf, ownRecord } from "./builders.ts";
import { anyAgreement, anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";

const source = ownRecord;

function someList({ state, random }: Context): ActId | undefined {
  return anyOf(random, state.exchanges.lists);
}

function somePersons(context: Context, from = 1): Persons | undefined {
  const { random } = context;
  const list = someList(context);
  if (!list) return undefined;
  const lines = [0, 1, 2].map((i) => from + i * 3 + random.below(3));
  return [{ list, lines: chance(random, 0.03) ? lines.toReversed() : lines }];
}

const onePerson = (context: Context): RecordRef | undefined => {
  const list = someList(context);
  return list && { list, line: 1 + context.random.below(20) };
};

const heldBy = ({ by, random }: Context) =>
  by.endsWith("-b") !== chance(random, 0.1) ? ("b" as const) : ("a" as const);

/** A tranche of some sort, mostly. */
function someTranche({ state, random }: Context, wanted: (one: Tranche) => boolean): ActId | undefined {
  const all = [...state.tranches.tabled.values()].filter((one) => chance(random, 0.05) || wanted(one));
  return anyOf(random, all)?.id;
}

function textIn(context: Context) {
  const { random, now } = context;
  const list = someList(context);
  if (!list) return undefined;
  const part = (returnedBy: "a" | "b", category: Category, from: number) => ({
    returnedBy,
    category,
    persons: grouped([0, 1, 2].map((i) => ({ list, line: from + i * 2 + random.below(2) }))),
  });
  const category = random.pick(["number", "women", "dr1"] as const);
  return {
    title: `Tranche ${random.below(100)}`,
    ...maybe("number", chance(random, 0.3) ? 1 + random.below(9) : undefined),
    ...maybe("agreement", chance(random, 0.3) ? anyAgreement(context) : undefined),
    ...maybe("on", chance(random, 0.9) ? dayOf(now, 1 + random.below(20)) : undefined),
    ...maybe("place", chance(random, 0.9) ? "The bridge" : undefined),
    parts: [part("a", category, 1), part("b", category, chance(random, 0.03) ? 1 : 21)],
    reserves: [part("a", category, 41), part("b", random.pick([category, "number"]), 61)],
    source,
  };
}

type Areas = typeof eligibilityActs & typeof trancheActs;

export const tranchePayloads: Payloads<keyof Areas> = {
  "eligibility.proposed": (context) => {
    const persons = somePersons(context);
    const category = context.random.pick(categories);
    const term = { version: "1", reference: "agreement", on: dayOf(context.now) } as const;
    const isTermed = isBilateral(category) !== chance(context.random, 0.1);
    return (
      persons && {
        heldBy: heldBy(context),
        persons,
        category,
        ...maybe("term", isTermed ? term : undefined),
        source,
      }
    );
  },
  "eligibility.examined": (context) => {
    const person = onePerson(context);
    const decision = context.random.pick(["repatriate", "return_to_camp", "defer"] as const);
    return (
      person && {
        person,
        decision,
        ...maybe(
          "class",
          decision === "repatriate" ? context.random.pick(["dr1", "dr2", "nc1"] as const) : undefined,
        ),
        evidence: "A1",
        examiner: "Ada Lind",
        on: dayOf(context.now),
      }
    );
  },
  "eligibility.certified": (context) => {
    const persons = somePersons(context);
    return (
      persons && {
        heldBy: context.random.pick(["a", "b"]),
        persons,
        class: context.random.pick(medicalClasses),
        decidedOn: dayOf(context.now, -context.random.below(40)),
      }
    );
  },
  "eligibility.withheld": (context) => {
    const persons = somePersons(context, 80);
    return persons && { heldBy: heldBy(context), persons, reason: "not_available" };
  },
  "wish.taken": (context) => {
    const person = onePerson(context);
    const wish = context.random.pick(["wants", "unwilling", "undetermined"] as const);
    return person && { person, wish, privately: !chance(context.random, 0.1), on: dayOf(context.now) };
  },
  "tranche.tabled": (context) => {
    const text = textIn(context);
    const replaces = chance(context.random, 0.35)
      ? someTranche(context, (one) => !one.replacedBy && !isLocked(context.state, one))
      : undefined;
    return text && { ...text, ...maybe("replaces", replaces) };
  },
  "tranche.answered": (context) => {
    const { state, random } = context;
    const tranche = someTranche(context, (one) => !one.replacedBy && !isAgreedByBoth(state, one));
    const answer = random.pick([
      "agreed",
      "agreed",
      "agreed",
      "agreed_ad_referendum",
      "under_study",
      "refused",
    ] as const);
    return tranche && { tranche, answer, source };
  },
  "tranche.locked": (context) => {
    const { state, by, random } = context;
    const tranche = someTranche(context, (one) => !one.locks.has(by) && isAgreedByBoth(state, one));
    return tranche && { tranche, digest: (chance(random, 0.1) ? "cd" : "ab").repeat(32) };
  },
  "tranche.substitution_proposed": (context) => {
    const { state, by, random } = context;
    const id = someTranche(context, (one) => isLocked(state, one));
    const tranche = id && state.tranches.tabled.get(id);
    if (!tranche) return undefined;
    const all = personsOf(state, tranche);
    const own = all.filter(({ returnedBy }) => by.endsWith(`-${returnedBy}`) || chance(random, 0.05));
    const out = anyOf(
      random,
      own.filter(({ isReserve }) => !isReserve),
    );
    const into = anyOf(
      random,
      own.filter((one) => one.isReserve && (one.category === out?.category || chance(random, 0.1))),
    );
    return out && into && { tranche: id, out: out.ref, in: into.ref, reason: "not_available" };
  },
  "tranche.substitution_answered": ({ state, random }) => {
    const open = [...state.tranches.tabled.values()].flatMap((one) => openSubstitutions(state, one));
    const all = chance(random, 0.1) ? [...state.tranches.substitutions.keys()] : open;
    const substitution = anyOf(random, all);
    return substitution && { substitution, answer: random.pick(["agreed", "agreed", "refused"]) };
  },
  "tranche.staged": (context) => {
    const tranche = someTranche(context, (one) => isLocked(context.state, one));
    return tranche && { tranche, custodyConfirmed: true, fitToTravel: !chance(context.random, 0.2) };
  },
  "tranche.readiness_said": (context) => {
    const tranche = someTranche(context, (one) => isLocked(context.state, one));
    return tranche && { tranche, answer: context.random.pick(["go", "go", "no_go"]) };
  },
  "tranche.linked": (context) => {
    const { state, random } = context;
    const tranche = someTranche(context, (one) => isLocked(state, one));
    const open = [...state.exchanges.byAccount.keys()].filter(
      (id) => state.entries.get(id)?.act.room === "exchange" || chance(random, 0.2),
    );
    const handover = anyOf(random, open);
    return tranche && handover && { tranche, handover, source };
  },
};
