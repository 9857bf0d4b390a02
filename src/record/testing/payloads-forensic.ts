import { sideOf } from "../access/offices.ts";
import { known } from "../fold/state.ts";
import type { Evidence, forensicActs } from "../forensic/acts.ts";
import {
  belongings,
  discs,
  holdings,
  identificationAnswers,
  minglings,
  relations,
  returnCauses,
  revocations,
  samplePurposes,
  seals,
  stances,
  tellers,
  tellingPlaces,
} from "../forensic/codes.ts";
import { holderOf, isSafe, wasTakenBy } from "../forensic/custody.ts";
import type { Container } from "../forensic/fold.ts";
import { codesFrom } from "../lineday/code.ts";
import { idOf, instantOf } from "./builders.ts";
import { anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";

const keepers = ["operator", "forensic-a", "forensic-b"] as const;

function anyContainer({ state, by, random }: Context, isHeld = false): Container | undefined {
  const all = [...state.forensic.containers.values()];
  const held = all.filter((one) => holderOf(state, one) === by);
  return anyOf(random, isHeld && !chance(random, 0.05) ? held : all);
}

function anyCase({ state, by, random }: Context, isOwn = false) {
  const all = [...state.forensic.cases.values()];
  const own = all.filter(({ id }) => known(state, id, "forensic.case_opened").act.by.office === by);
  return anyOf(random, isOwn && !chance(random, 0.05) ? own : all);
}

function anyIdentification({ state, by, random }: Context, isOwn: boolean) {
  const all = [...state.forensic.identifications.keys()];
  const chosen = all.filter(
    (id) => (known(state, id, "forensic.identification_stated").act.by.office === by) === isOwn,
  );
  return anyOf(random, chance(random, 0.9) ? chosen : all);
}

function evidenceOf({ random }: Context): Evidence[] {
  return random.pick<readonly Evidence[]>([
    [{ type: "lifetime_sample" }],
    [
      { type: "relative", sample: 1, genes: "autosomal", close: true },
      { type: "relative", sample: 2, genes: "y_line", close: true },
    ],
    [{ type: "relative", sample: 1, genes: "autosomal", close: true }],
    [{ type: "visual" }],
    [{ type: "dental" }, { type: "marks" }],
  ]) as Evidence[]; // a list of its own
}

export const forensicPayloads: Payloads<keyof typeof forensicActs> = {
  "forensic.container_recorded": ({ by, now, random }) => {
    const [code = ""] = codesFrom(random.bytes(8), 1);
    const own = sideOf(by);
    return {
      code,
      tag: "Tag 7",
      at: instantOf(now - random.below(5) * 3_600_000),
      where: "Square 12",
      by: "Recovery team",
      holds: random.pick(holdings),
      commingled: random.pick(minglings),
      seals: ["S1"],
      belongs: own && chance(random, 0.5) ? own : random.pick(belongings),
    };
  },
  "forensic.container_checked": (context) => {
    const container = anyContainer(context);
    const { now, random } = context;
    const found = chance(random, 0.9) ? ("nothing_found" as const) : ("not_safe" as const);
    return container && { container: container.id, at: instantOf(now), found };
  },
  "forensic.custody_given": (context) => {
    const { state, random, now, by } = context;
    const safe = [...state.forensic.containers.values()].filter((one) => isSafe(state, one));
    const container = anyOf(random, safe) ?? anyContainer(context);
    const others = keepers.filter((one) => one !== by || chance(random, 0.02));
    return (
      container && {
        container: container.id,
        to: random.pick(others),
        at: instantOf(now),
        place: "The crossing",
        seals: random.pick(seals),
        numbers: chance(random, 0.8) ? ["S1"] : ["S2"],
      }
    );
  },
  "forensic.custody_taken": ({ state, by, now, random }) => {
    const all = [...state.forensic.containers.values()].flatMap(({ given }) => given);
    const mine = all.filter(
      (id) =>
        known(state, id, "forensic.custody_given").act.payload.to === by && !state.forensic.taken.has(id),
    );
    const given = anyOf(random, chance(random, 0.95) ? mine : all);
    return given && { given, at: instantOf(now), seals: random.pick(seals), numbers: ["S1"] };
  },
  "forensic.effects_packed": (context) => {
    const container = anyContainer(context);
    const { now, random } = context;
    return (
      container && {
        container: container.id,
        packet: `P${random.below(9)}`,
        seal: "E1",
        at: instantOf(now),
        disc: random.pick(discs),
        items: [{ count: 1, what: "A watch" }],
        complete: chance(random, 0.5),
      }
    );
  },
  "forensic.case_opened": (context) => {
    const container = anyContainer(context, true);
    const { now, random } = context;
    return (
      container && {
        number: `C${random.below(60)}`,
        containers: [container.id],
        at: instantOf(now),
        holds: random.pick(holdings),
      }
    );
  },
  "forensic.case_associated": (context) => {
    const { state, random } = context;
    const found = anyCase(context);
    const container = anyContainer(context);
    const other = anyCase(context);
    const person = anyOf(random, state.forensic.persons.keys());
    const choices = [
      ...(container ? [{ type: "container" as const, container: container.id }] : []),
      ...(other ? [{ type: "case" as const, other: other.id }] : []),
      ...(person ? [{ type: "person" as const, person }] : []),
    ];
    const chosen = anyOf(random, choices);
    return (
      found &&
      chosen && { case: found.id, with: chosen, stance: random.pick(stances), support: "The bones fit." }
    );
  },
  "forensic.person_entered": ({ random }) => ({
    person: 1 + random.below(300),
    ...maybe("record", chance(random, 0.5) ? { list: idOf(random), line: 1 + random.below(900) } : undefined),
  }),
  "forensic.identification_stated": (context) => {
    const { state, random, now, by } = context;
    const received = [...state.forensic.cases.values()].filter(({ id }) => {
      const { by: opener, payload } = known(state, id, "forensic.case_opened").act;
      const container = state.forensic.containers.get(payload.containers[0] ?? id);
      return opener.office === by && container !== undefined && wasTakenBy(state, container, by);
    });
    const found = anyOf(random, received) ?? anyCase(context, true);
    const person = anyOf(random, state.forensic.persons.keys());
    return (
      found &&
      person && {
        case: found.id,
        person,
        level: chance(random, 0.7) ? ("confirmed" as const) : ("presumptive" as const),
        evidence: evidenceOf(context),
        decidedBy: "investigator-one",
        at: instantOf(now),
      }
    );
  },
  "forensic.identification_answered": (context) => {
    const identification = anyIdentification(context, false);
    return identification && { identification, answer: context.random.pick(identificationAnswers) };
  },
  "forensic.identification_revoked": (context) => {
    const identification = anyIdentification(context, true);
    const { random, now } = context;
    return (
      identification && {
        identification,
        reason: random.pick(revocations),
        at: instantOf(now),
        words: "He came back.",
      }
    );
  },
  "forensic.case_returned": (context) => {
    const found = anyCase(context, true);
    const { by, random, now } = context;
    const to = sideOf(by) === "a" ? ("b" as const) : ("a" as const);
    return (
      found && {
        case: found.id,
        to,
        cause: random.pick(returnCauses),
        at: instantOf(now),
        words: "The clothing and the disc.",
      }
    );
  },
  "forensic.sample_consented": ({ state, random, now }) => {
    const person = anyOf(random, state.forensic.persons.keys());
    return (
      person && {
        person,
        sample: 1 + random.below(40),
        relation: random.pick(relations),
        purpose: random.pick(samplePurposes),
        at: instantOf(now),
        words: "She was told what the sample is for.",
        language: "uk",
        takenBy: random.pick(tellers),
      }
    );
  },
  "forensic.sample_withdrawn": ({ state, random, now }) => {
    const all = [...state.forensic.persons.values()].flatMap(({ consents }) => consents);
    const consent = anyOf(random, all);
    return consent && { consent, at: instantOf(now) };
  },
  "forensic.family_told": (context) => {
    const { state, random, now } = context;
    const identification = anyIdentification(context, true);
    return (
      identification && {
        identification,
        news: state.forensic.revoked.has(identification) ? ("revoked" as const) : ("identified" as const),
        at: instantOf(now),
        teller: "officer-four",
        capacity: random.pick(tellers),
        place: random.pick(tellingPlaces),
        language: "uk",
        furtherParts: "not_asked" as const,
      }
    );
  },
};
