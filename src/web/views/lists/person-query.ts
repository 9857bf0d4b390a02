import { officeName, sayWord } from "#i18n";
import {
  type ActId,
  assertionsOn,
  currentLists,
  known,
  type ListRow,
  type Match,
  matchStatus,
  nameIn,
  otherSide,
  partyOf,
  personOf,
  property,
  type RecordRef,
  rowFields,
  sideOf,
  wordsOn,
  writtenIn,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";
import { partiesInTurn } from "./all-query.ts";
import { entryOf, listOf, rowsOf } from "./one-query.ts";

/** One record of the person: a line of a list, with who says it and when. */
type RecordModel = {
  readonly list: string;
  readonly line: number;
  readonly title: string;
  readonly by: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly isOwn: boolean;
  readonly said: Said;
  readonly fields: readonly { readonly field: keyof ListRow; readonly written: string }[];
};

export type AssertionModel = {
  readonly id: string;
  readonly value: string | undefined;
  readonly precision: string;
  readonly basis: string;
  readonly said: Said;
  readonly observed: string | undefined;
  readonly isSuperseded: boolean;
  readonly record: RecordRef;
  readonly property: string;
  readonly stances: readonly { readonly office: string; readonly stance: string }[];
  readonly mayWithdraw: boolean;
  readonly mayAnswer: boolean;
  readonly maySupersede: boolean;
};

export type MatchModel = {
  readonly id: string;
  readonly status: string;
  readonly statusCode: string;
  readonly records: readonly { readonly list: string; readonly line: number; readonly label: string }[];
  readonly basis: string;
  readonly said: Said;
  readonly words: readonly { readonly office: string; readonly word: string }[];
  readonly may: { readonly confirm: boolean; readonly reject: boolean; readonly revoke: boolean };
  readonly isContradiction: boolean;
};

export type PersonModel = {
  readonly record: RecordRef;
  readonly title: string;
  readonly records: readonly RecordModel[];
  /** The fields that any of the records has, in the order of the form. */
  readonly fields: readonly (keyof ListRow)[];
  readonly properties: readonly {
    readonly property: string;
    readonly label: string;
    readonly assertions: readonly AssertionModel[];
  }[];
  readonly matches: readonly MatchModel[];
  readonly hasContradiction: boolean;
  readonly mayAssert: boolean;
  readonly mayMatch: boolean;
  readonly mayRequest: boolean;
  readonly other: string;
  readonly lists: readonly { readonly value: string; readonly label: string; readonly lines: number }[];
  readonly choices: {
    readonly properties: readonly { readonly value: string; readonly label: string }[];
  };
};

export const onePerson: Query<RecordRef, PersonModel | undefined> = (at, record) => {
  const { state, t, office } = at;
  const list = listOf(at, record.list);
  if (!list || record.line < 1 || record.line > list.lines) return undefined;
  const person = personOf(state, record);
  const records = person.records.flatMap((one) => recordModel(at, one) ?? []);
  const contradictions = new Set(person.contradictions.map((one) => one.id));
  const side = sideOf(office);
  return {
    record,
    title: records[0]?.name ?? t("list.record", { list: list.title, line: record.line }),
    records,
    fields: rowFields.filter((field) =>
      records.some((one) => one.fields.some((each) => each.field === field)),
    ),
    properties: [...assertionsOn(state, person.records)].map(([name, views], turn) => ({
      property: name,
      label: sayWord(t, name),
      assertions: views.map((one) => assertionModel(at, one, turn)),
    })),
    matches: person.matches.map((one) => matchModel(at, one, contradictions.has(one.id))),
    hasContradiction: contradictions.size > 0,
    mayAssert: mayNow(at, "exchange", "assertion.made", {
      record,
      property: "surname",
      value: "x",
      precision: "exact",
      basis: "document",
    }),
    mayMatch: side !== undefined,
    mayRequest: mayNow(at, "exchange", "match.requested", { record }),
    other: side === undefined ? "" : officeName(t, state, partyOf(otherSide(side))),
    lists: currentLists(state).map(({ id, title, lines, side: of }) => ({
      value: id,
      label: `${title} · ${officeName(t, state, partyOf(of))}`,
      lines,
    })),
    choices: { properties: property.options.map((value) => ({ value, label: sayWord(t, value) })) },
  };
};

function recordModel(at: At, { list: id, line }: RecordRef): RecordModel | undefined {
  const { state, t, office } = at;
  const list = listOf(at, id);
  if (!list) return undefined;
  const row = rowsOf(at, list)[line - 1];
  return {
    list: id,
    line,
    title: list.title,
    by: officeName(t, state, partyOf(list.side)),
    kind: sayWord(t, list.kind === "held" ? "held_persons" : list.kind),
    name: row && nameIn(row),
    isOwn: sideOf(office) === list.side,
    said: saidOf(at, entryOf(at, list)),
    fields: rowFields.flatMap((field) => {
      const written = row && writtenIn(row, field);
      return written === undefined ? [] : [{ field, written }];
    }),
  };
}

function assertionModel(
  at: At,
  {
    assertion,
    entry,
    stances,
  }: ReturnType<typeof assertionsOn> extends ReadonlyMap<unknown, readonly (infer V)[]> ? V : never,
  turn: number,
): AssertionModel {
  const { state, t, office } = at;
  const { value, precision, basis, observedAt, property: name } = entry.act.payload;
  const may = (stance: "withdrawn" | "confirms") =>
    mayNow(at, "exchange", "assertion.stance_said", { assertion: assertion.id, stance });
  return {
    id: assertion.id,
    value,
    precision: sayWord(t, precision),
    basis: sayWord(t, basis),
    said: saidOf(at, entry),
    observed:
      typeof observedAt === "string" ? observedAt : observedAt && `${observedAt.from} – ${observedAt.to}`,
    isSuperseded: assertion.supersededBy !== undefined,
    record: assertion.record,
    property: name,
    stances: partiesInTurn(at, turn).map((side) => ({
      office: officeName(t, state, partyOf(side)),
      stance:
        assertion.side === side && stances[side] === "no_answer"
          ? t("word.states")
          : sayWord(t, stances[side]),
    })),
    mayWithdraw: stances[sideOf(office) ?? "a"] !== "withdrawn" && may("withdrawn"),
    mayAnswer: may("confirms"),
    maySupersede: assertion.side === sideOf(office) && assertion.supersededBy === undefined,
  };
}

function matchModel(at: At, match: Match, isContradiction: boolean): MatchModel {
  const { state, t } = at;
  const entry = known(state, match.id, "match.proposed");
  const { basis } = entry.act.payload;
  const own = { match: match.id, reason: "x" };
  return {
    id: match.id,
    status: sayWord(t, matchStatus(state, match)),
    statusCode: matchStatus(state, match),
    records: match.records.map(({ list, line }) => ({
      list,
      line,
      label: t("list.record", { list: state.lists.lists.get(list as ActId)?.title ?? "", line }),
    })),
    basis:
      basis.type === "words"
        ? basis.words
        : t("list.engine", { name: basis.name, version: basis.version, perMille: basis.perMille }),
    said: saidOf(at, entry),
    words: wordsOn(state, match).map(([office, word]) => ({
      office: officeName(t, state, office),
      word: sayWord(t, word),
    })),
    may: {
      confirm:
        wordsOn(state, match).every(([office, word]) => office !== at.office || word !== "confirmed") &&
        mayNow(at, "exchange", "match.confirmed", { match: match.id }),
      reject: mayNow(at, "exchange", "match.rejected", own),
      revoke: mayNow(at, "exchange", "match.revoked", own),
    },
    isContradiction,
  };
}
