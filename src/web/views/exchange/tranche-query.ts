import { officeName, sayClaim, sayTime, sayWord, titleOf } from "#i18n";
import { sha256, toHex } from "#ledger";
import {
  type ActId,
  actId,
  type Category,
  categories,
  diffTranche,
  eligibilityOf,
  exchangeHandovers,
  isOutsideParity,
  known,
  lockedBytes,
  lockOf,
  type Office,
  openSubstitutions,
  type PayloadOf,
  type Placed,
  partyOf,
  personsOf,
  pledgeViews,
  type RecordRef,
  readinessOffices,
  recordKey,
  type Shown,
  sideOf,
  sidesGiving,
  stagingOf,
  substitutionAnswer,
  type TrancheChange,
  trancheAnswer,
  trancheDeliveries,
  trancheReadiness,
  trancheStatus,
  withheldPersons,
} from "#record";
import { linesText } from "../../design/lines-text.ts";
import { byLists, listTitle, nameOn } from "../../desk/list-title.ts";
import { mayNow } from "../../desk/may.ts";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import { byTurn, inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Sourced, sourced } from "../../desk/said.ts";
import { countsOf, type PartyLine, type Tranche, type Word, wordOf } from "./board-query.ts";

type PartyState = PartyLine & {
  readonly words: string | undefined;
  /** The digest under which the party has locked, and whether it is that of the text shown here. */
  readonly lock: { readonly digest: string; readonly isOfThisText: boolean } | undefined;
  /** Of those whom this side returns; undefined where it returns nobody, or before the lock. */
  readonly staging: Word | undefined;
};

type Lists = ReturnType<typeof byLists>;

export type PersonsLine = {
  readonly key: string;
  readonly returnedBy: string;
  readonly category: Word;
  readonly isOutside: boolean;
  readonly isReserve: boolean;
  readonly lists: Lists;
  /** Those of them who are said to be not available, and those whose class nobody has certified. */
  readonly notAvailable: Lists;
  readonly notCertified: Lists;
};

type SubstitutionLine = {
  readonly id: string;
  readonly by: string;
  readonly out: string;
  readonly in: string;
  readonly reason: string;
  readonly answer: Word;
  readonly mayAnswer: boolean;
};

/** What was there, what stands there now; empty where there is nothing. */
type ChangeLine = { readonly what: string; readonly before: string; readonly after: string };

export type DeliveryLine = {
  readonly from: string;
  readonly named: Shown;
  readonly told: readonly {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly counted: number;
    readonly withheld: number;
  }[];
};

/** A person as a form names him. */
type PersonChoice = { readonly value: string; readonly label: string; readonly ref: RecordRef };

export type TrancheModel = {
  readonly id: string;
  readonly title: string;
  readonly number: number | undefined;
  readonly on: string | undefined;
  readonly place: string | undefined;
  readonly status: Word;
  readonly tabled: Sourced;
  readonly plan: PayloadOf<"tranche.tabled">["plan"];
  readonly agreement: { readonly id: string; readonly title: string } | undefined;
  readonly replaces: { readonly id: string; readonly title: string } | undefined;
  readonly replacedBy: { readonly id: string; readonly title: string } | undefined;
  readonly changes: readonly ChangeLine[];
  readonly owed: readonly OwedLine[];
  readonly parties: readonly PartyState[];
  readonly readiness: readonly { readonly office: Office; readonly name: string; readonly word: Word }[];
  readonly persons: readonly PersonsLine[];
  readonly substitutions: readonly SubstitutionLine[];
  readonly deliveries: readonly DeliveryLine[];
  readonly pledges: readonly {
    readonly from: string;
    readonly told: DeliveryLine["told"];
    readonly pledged: string;
  }[];
  /** What may be said of it where the persons are not named. */
  readonly counts: readonly {
    readonly name: string;
    readonly total: Shown;
    readonly cells: readonly { readonly category: Word; readonly count: Shown }[];
  }[];
  readonly digest: string;
  readonly text: Pick<PayloadOf<"tranche.tabled">, "parts" | "reserves">;
  readonly outs: readonly PersonChoice[];
  readonly ins: readonly (PersonChoice & { readonly category: Category })[];
  readonly outCategories: Readonly<Record<string, Category>>;
  readonly handovers: readonly { readonly value: string; readonly label: string }[];
  readonly may: {
    readonly answer: boolean;
    readonly edit: boolean;
    readonly lock: boolean;
    readonly substitute: boolean;
    readonly stage: boolean;
    readonly ready: boolean;
    readonly link: boolean;
  };
};

const afterLock: readonly string[] = ["locked", "ready", "no_go", "carried_out"];

/** One tranche with everything said of it; null where this office reads no such tranche. */
export const tranche: Query<{ readonly id: string }, TrancheModel | null> = (at, { id }) => {
  const parsed = actId.safeParse(id);
  const found = parsed.success ? at.state.tranches.tabled.get(parsed.data) : undefined;
  return found ? trancheModel(at, found) : null;
};

function trancheModel(at: At, one: Tranche): TrancheModel {
  const { state, t } = at;
  const entry = known(state, one.id, "tranche.tabled");
  const { title, number, on, place, plan, agreement, replaces, parts, reserves } = entry.act.payload;
  const turn = [...state.tranches.tabled.keys()].indexOf(one.id);
  const status = trancheStatus(state, one);
  const digest = toHex(sha256(lockedBytes(state, one)));
  const named = (id: ActId | undefined) => id && { id, title: titleOf(t, state, id) };
  const earlier = replaces && state.tranches.tabled.get(replaces);
  const people = personsOf(state, one);
  const own = people.filter(({ returnedBy }) => returnedBy === sideOf(at.office));
  return {
    id: one.id,
    title,
    number,
    on,
    place,
    status: wordOf(at, status),
    tabled: sourced(at, entry),
    plan,
    agreement: named(agreement && state.entries.has(agreement) ? agreement : undefined),
    replaces: named(replaces),
    replacedBy: named(one.replacedBy),
    changes: earlier ? changesOf(at, earlier, one) : [],
    owed: owedOn(at, one.id),
    parties: inPartyOrder(at, turn).map((office) => partyState(at, one, office, digest, status)),
    readiness: byTurn(at, turn, afterLock.includes(status) ? readinessOffices : []).map((office) => ({
      office,
      name: officeName(t, state, office),
      word: wordOf(at, trancheReadiness(state, one, office)),
    })),
    persons: personsLines(at, people),
    substitutions: substitutionsOf(at, one),
    deliveries: deliveriesOf(at, one, turn),
    pledges: pledgesOf(at, agreement),
    counts: countsOf(at, one, turn).map(({ name, total, cells }) => ({
      name,
      total,
      cells: categories
        .filter((each) => cells[each] !== 0)
        .map((each) => ({ category: wordOf(at, each), count: cells[each] })),
    })),
    digest,
    text: { parts, ...(reserves ? { reserves } : {}) },
    outs: own.filter(({ isReserve }) => !isReserve).map((each) => choiceOf(at, each)),
    ins: own
      .filter((each) => each.isReserve && mayComeIn(at, one, own, each))
      .map((each) => ({ ...choiceOf(at, each), category: each.category })),
    outCategories: Object.fromEntries(own.map(({ ref, category }) => [recordKey(ref), category])),
    handovers: exchangeHandovers(state)
      .flatMap(({ accounts }) => accounts.map(({ entry: told }) => told))
      .filter(({ act }) => act.room === "exchange" || act.room === "public")
      .map(({ act }) => ({
        value: act.id,
        label: `${typeof act.payload.on === "string" ? act.payload.on : act.payload.on.from} · ${titleOfHandover(at, act.id)}`,
      })),
    may: mayOf(at, one, digest),
  };
}

function titleOfHandover({ t, state }: At, id: ActId): string {
  const act = state.entries.get(id)?.act;
  return act && (act.kind === "exchange.handed_over" || act.kind === "exchange.received")
    ? t(`kind.${act.kind}`, {
        who: officeName(t, state, act.by.office),
        count: "…",
        title: "",
        answer: "",
        speaker: "",
      })
    : id;
}

// One line for each field, and for each side and category: who goes out of it, and who comes in.
function changesOf(at: At, earlier: Tranche, later: Tranche): readonly ChangeLine[] {
  const said = diffTranche(at.state, earlier, later).map((change) => changeOf(at, change));
  return [...Map.groupBy(said, ({ what }) => what)].map(([what, same]) => ({
    what,
    before: same.map(({ before }) => before).join(""),
    after: same.map(({ after }) => after).join(""),
  }));
}

function changeOf(at: At, change: TrancheChange): ChangeLine {
  const { t, state } = at;
  if (change.change === "field") {
    const { field, before, after } = change;
    const said = (value = "") => {
      if (field === "agreement") return titleOf(t, state, value as ActId); // the field of an agreement holds an id
      return field === "on" && value !== "" ? sayTime(t, state, value) : value;
    };
    return { what: t(`field.${field}`), before: said(before), after: said(after) };
  }
  const who = change.persons
    .map(({ list, lines }) => `${listTitle(at, list)}: ${linesText(lines)}`)
    .join("; ");
  const side = officeName(t, state, partyOf(change.returnedBy));
  const category = sayWord(t, change.category);
  const place = change.isReserve ? `${category}, ${t("field.reserves")}` : category;
  const isAdded = change.change === "persons_added";
  return {
    what: `${t("field.returnedBy")}: ${side} · ${place}`,
    before: isAdded ? "" : who,
    after: isAdded ? who : "",
  };
}

function partyState(at: At, one: Tranche, office: Office, digest: string, status: string): PartyState {
  const { state, t } = at;
  const last = one.answers.get(office);
  const lock = lockOf(state, one, office);
  const side = sideOf(office);
  const isStaged = side !== undefined && afterLock.includes(status) && sidesGiving(state, one).includes(side);
  const [line] = countsOf(at, one, 0).filter((each) => each.side === side);
  return {
    office,
    name: line?.name ?? officeName(t, state, office),
    answer: wordOf(at, trancheAnswer(state, one, office)),
    hasLocked: lock !== undefined,
    words: last && known(state, last, "tranche.answered").act.payload.words,
    lock: lock === undefined ? undefined : { digest: lock, isOfThisText: lock === digest },
    staging: isStaged ? wordOf(at, stagingOf(state, one, side)) : undefined,
  };
}

function choiceOf(at: At, { ref }: Placed): PersonChoice {
  return { value: recordKey(ref), label: personName(at, ref), ref };
}

// The list and the line, and the name for those who hold the list: it stands in no act.
function personName(at: At, ref: RecordRef): string {
  const name = nameOn(at, ref);
  return `${name === undefined ? "" : `${name} · `}${listTitle(at, ref.list)}, ${ref.line}`;
}

// Not who goes already under another of his lines: the rules would refuse him.
function mayComeIn(at: At, one: Tranche, own: readonly Placed[], { ref, category }: Placed): boolean {
  const out = own.find((each) => !each.isReserve && each.category === category);
  return (
    out !== undefined &&
    mayNow(at, "exchange", "tranche.substitution_proposed", {
      tranche: one.id,
      out: out.ref,
      in: ref,
      reason: "agreed_change",
    })
  );
}

function personsLines(at: At, people: readonly Placed[]): readonly PersonsLine[] {
  const { state, t } = at;
  const eligibility = eligibilityOf(state);
  const withheld = withheldPersons(state);
  const groups = Map.groupBy(
    people,
    ({ returnedBy, category, isReserve }) => `${isReserve} ${returnedBy} ${category}`,
  );
  return [...groups].flatMap(([key, all]): PersonsLine[] => {
    const [first] = all;
    if (!first) return [];
    const { returnedBy, category, isReserve } = first;
    const names = (wanted: (one: Placed) => boolean) =>
      byLists(
        at,
        all.filter(wanted).map(({ ref }) => ref),
      );
    const said = ({ ref }: Placed) => eligibility.get(recordKey(ref));
    const isMedical = /^(dr|nc)\d$/.test(category);
    return [
      {
        key,
        returnedBy: officeName(t, state, partyOf(returnedBy)),
        category: wordOf(at, category),
        isOutside: isOutsideParity(category),
        isReserve,
        lists: byLists(
          at,
          all.map(({ ref }) => ref),
        ),
        notAvailable: names(({ ref }) => withheld.has(recordKey(ref))),
        notCertified: isMedical ? names((one) => said(one)?.certified !== category) : [],
      },
    ];
  });
}

function substitutionsOf(at: At, one: Tranche): readonly SubstitutionLine[] {
  const { state, t } = at;
  return one.substitutions.flatMap((id): SubstitutionLine[] => {
    const substitution = state.tranches.substitutions.get(id);
    if (!substitution) return [];
    const { act } = known(state, id, "tranche.substitution_proposed");
    const answer = substitutionAnswer(state, substitution)?.answer ?? "no_answer";
    return [
      {
        id,
        by: officeName(t, state, act.by.office),
        out: personName(at, act.payload.out),
        in: personName(at, act.payload.in),
        reason: sayWord(t, act.payload.reason),
        answer: wordOf(at, answer),
        mayAnswer:
          openSubstitutions(state, one).includes(id) &&
          mayNow(at, "exchange", "tranche.substitution_answered", { substitution: id, answer: "agreed" }),
      },
    ];
  });
}

function deliveriesOf(at: At, one: Tranche, turn: number): readonly DeliveryLine[] {
  const { state, t } = at;
  const counts = countsOf(at, one, turn);
  const deliveries = trancheDeliveries(state, one);
  return counts.flatMap(({ side, name, total }) => {
    const found = deliveries.find(({ from }) => from === side);
    if (!found) return [];
    const told = inPartyOrder(at, turn).flatMap((office) => {
      const own = found.told.find(({ teller }) => teller === office);
      return own ? [{ name: officeName(t, state, office), ...pick(own) }] : [];
    });
    return [{ from: name, named: total, told }];
  });
}

function pick({
  min,
  max,
  counted,
  withheld,
}: {
  min: number;
  max: number;
  counted: number;
  withheld: number;
}) {
  return { min, max, counted, withheld };
}

function pledgesOf(at: At, agreement: ActId | undefined): TrancheModel["pledges"] {
  const { state, t } = at;
  if (!agreement) return [];
  return pledgeViews(state)
    .filter((one) => one.agreement === agreement)
    .map(({ from, pledge, delivered }) => ({
      from: officeName(t, state, partyOf(from)),
      pledged: sayClaim(t, pledge.act.payload.gives),
      told: delivered.map((one) => ({ name: officeName(t, state, one.teller), ...pick(one) })),
    }));
}

function mayOf(at: At, one: Tranche, digest: string): TrancheModel["may"] {
  const { id } = one;
  const source = { kind: "own_record", publisher: "trial" } as const;
  const { parts } = known(at.state, id, "tranche.tabled").act.payload;
  const may = <K extends Parameters<typeof mayNow>[2]>(kind: K, payload: PayloadOf<K>) =>
    mayNow(at, "exchange", kind, payload);
  const isLocked = may("tranche.readiness_said", { tranche: id, answer: "go" });
  const own = sideOf(at.office);
  const all = personsOf(at.state, one).filter(({ returnedBy }) => returnedBy === own);
  const status = trancheStatus(at.state, one);
  const isAfterLock = afterLock.includes(status);
  return {
    answer: may("tranche.answered", { tranche: id, answer: "agreed", source }),
    edit: may("tranche.tabled", { title: "trial", parts, replaces: id, source }),
    lock: lockOf(at.state, one, at.office) !== digest && may("tranche.locked", { tranche: id, digest }),
    substitute:
      isAfterLock &&
      all.some(({ isReserve }) => isReserve) &&
      all.some(({ isReserve }) => !isReserve) &&
      own !== undefined &&
      at.office !== "host",
    stage: may("tranche.staged", { tranche: id, custodyConfirmed: true, fitToTravel: true }),
    ready: isLocked,
    link: isAfterLock && own !== undefined,
  };
}
