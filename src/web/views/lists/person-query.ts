import { officeName, sayWord } from "#i18n";
import {
  type Assertion,
  assertionsOn,
  currentLists,
  known,
  type ListRow,
  type Match,
  matchStatus,
  nameIn,
  otherSide,
  type PayloadOf,
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
import { type EarlierLine, earlierLines, latestLine } from "./earlier-lines.ts";
import { entryOf } from "./one-query.ts";
import { listOf, rowsOf } from "./rows-of.ts";

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
  /** The earlier version and line of which it was said; it counts for those, and is shown here for people to go on with. */
  readonly earlier: EarlierSaid | undefined;
  /** This office’s own statement, to be said of the line as it stands now. */
  readonly again: object | undefined;
};

type EarlierSaid = { readonly version: number; readonly line: number };

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
  readonly earlier: EarlierSaid | undefined;
  /** The two lines as they stand now, where this office can say its confirmation of them too. */
  readonly again: readonly RecordRef[] | undefined;
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
  const earlier = person.records.flatMap((now) =>
    earlierLines(at, now).map((one): Followed => ({ ...one, now })),
  );
  const shown = new Set(person.matches.map(({ id }) => id));
  const before = earlier.flatMap((one) =>
    personOf(state, one)
      .matches.filter(({ id, records: pair }) => !shown.has(id) && pair.some((each) => isSame(each, one)))
      .map((match) => [match, one] as const),
  );
  return {
    record,
    title: records[0]?.name ?? t("list.record", { list: list.title, line: record.line }),
    records,
    fields: rowFields.filter((field) =>
      records.some((one) => one.fields.some((each) => each.field === field)),
    ),
    properties: [...assertionsOn(state, [...person.records, ...earlier])].map(([name, views], turn) => ({
      property: name,
      label: sayWord(t, name),
      assertions: views.map((one) =>
        assertionModel(
          at,
          one,
          turn,
          earlier.find((each) => isSame(each, one.assertion.record)),
        ),
      ),
    })),
    matches: [
      ...person.matches.map((one) => matchModel(at, one, contradictions.has(one.id), undefined)),
      ...before.map(([match, one]) => matchModel(at, match, false, one)),
    ],
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

/** An earlier line, and the record that it became. */
type Followed = EarlierLine & { readonly now: RecordRef };

function isSame(one: RecordRef, other: RecordRef): boolean {
  return one.list === other.list && one.line === other.line;
}

function saidEarlier(one: Followed | undefined): EarlierSaid | undefined {
  return one && { version: one.version, line: one.line };
}

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
  earlier: Followed | undefined,
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
    maySupersede: !earlier && assertion.side === sideOf(office) && assertion.supersededBy === undefined,
    earlier: saidEarlier(earlier),
    again: assertionAgain(at, assertion, entry.act.payload, earlier),
  };
}

// Said once of the line as it stands now: who has said the same of it already is not asked again.
function assertionAgain(
  at: At,
  { side, supersededBy, stances }: Assertion,
  { supersedes: _, ...payload }: PayloadOf<"assertion.made">,
  earlier: Followed | undefined,
): object | undefined {
  if (!earlier || side !== sideOf(at.office) || supersededBy || stances.has(at.office)) return undefined;
  const said = assertionsOn(at.state, [earlier.now]).get(payload.property) ?? [];
  if (said.some((one) => one.assertion.side === side && one.entry.act.payload.value === payload.value))
    return undefined;
  const again = { ...payload, record: earlier.now };
  return mayNow(at, "exchange", "assertion.made", again) ? again : undefined;
}

function matchAgain(at: At, match: Match, earlier: Followed | undefined): MatchModel["again"] {
  const found = match.records.map((one) => latestLine(at, one));
  const [one, other] = found;
  if (!earlier || !one || !other) return undefined;
  const records: [RecordRef, RecordRef] = [one, other];
  const basis = { type: "earlier", match: match.id } as const;
  return mayNow(at, "exchange", "match.proposed", { records, basis }) ? records : undefined;
}

function recordLabel({ state, t }: At, { list, line }: RecordRef): string {
  return t("list.record", { list: state.lists.lists.get(list)?.title ?? "", line });
}

function basisWords(at: At, basis: PayloadOf<"match.proposed">["basis"]): string {
  const { t, state } = at;
  if (basis.type === "words") return basis.words;
  if (basis.type === "engine")
    return t("list.engine", { name: basis.name, version: basis.version, perMille: basis.perMille });
  const pair = state.persons.matches.get(basis.match)?.records ?? [];
  return t("list.earlier", { records: pair.map((one) => recordLabel(at, one)).join(" = ") });
}

function matchModel(
  at: At,
  match: Match,
  isContradiction: boolean,
  earlier: Followed | undefined,
): MatchModel {
  const { state, t } = at;
  const entry = known(state, match.id, "match.proposed");
  const { basis } = entry.act.payload;
  const own = { match: match.id, reason: "x" };
  return {
    id: match.id,
    status: sayWord(t, matchStatus(state, match)),
    statusCode: matchStatus(state, match),
    records: match.records.map((one) => ({ ...one, label: recordLabel(at, one) })),
    basis: basisWords(at, basis),
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
    earlier: saidEarlier(earlier),
    again: matchAgain(at, match, earlier),
  };
}
