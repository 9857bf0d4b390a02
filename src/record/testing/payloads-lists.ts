import type { Random } from "#base";
import { sideOf } from "../access/offices.ts";
import { lineAnswer, type listActs, listKind, type RecordRef } from "../lists/acts.ts";
import { commitmentIn, isFrozen, isSignedBy, type List } from "../lists/fold.ts";
import { lineWords } from "../lists/view.ts";
import { type personActs, property } from "../persons/acts.ts";
import { dayOf, keyOf } from "./builders.ts";
import { anyAgreement, anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";

type Areas = typeof listActs & typeof personActs;

const rounds = ["June", "July", "August", "September", "October"] as const;

/** What an act says of content that nobody reads in these tests. */
export function someContent(random: Random, rows = 3 + random.below(3)) {
  const digest = [...random.bytes(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { digest, bytes: 400, mediaType: "application/x-parley-list", rows };
}

function lists({ state }: Context, suits: (list: List) => boolean): readonly List[] {
  return [...state.lists.lists.values()].filter(suits);
}

function isOwn({ by, random }: Context, list: { readonly side: string | undefined }): boolean {
  return (list.side === sideOf(by)) !== chance(random, 0.05);
}

function someRecord(context: Context, suits: (list: List) => boolean = () => true): RecordRef | undefined {
  const list = anyOf(context.random, lists(context, suits));
  return (
    list && { list: list.id, line: 1 + context.random.below(chance(context.random, 0.05) ? 9 : list.lines) }
  );
}

function someMatch({ state, random }: Context) {
  return anyOf(random, state.persons.matches.keys());
}

export const listPayloads: Payloads<keyof Areas> = {
  "list.committed": (context) => ({
    kind: context.random.pick(listKind.options),
    title: "Persons held",
    round: context.random.pick(rounds),
    root: keyOf(context.random),
    height: 6,
    ...maybe("agreement", chance(context.random, 0.3) ? anyAgreement(context) : undefined),
  }),
  "list.revealed": (context) => {
    const { state, by, random } = context;
    const ready = [...state.lists.commitments.values()].filter(
      (one) =>
        chance(random, 0.1) ||
        (one.side === sideOf(by) &&
          !one.revealedAs &&
          commitmentIn(state.lists, one.round, one.side === "a" ? "b" : "a") !== undefined),
    );
    const commitment = anyOf(random, ready)?.id;
    return commitment && { commitment, content: someContent(random) };
  },
  "list.submitted": (context) => {
    const { random, now } = context;
    const earlier = chance(random, 0.3)
      ? anyOf(
          random,
          lists(context, (list) => isOwn(context, list) && (!list.replacedBy || chance(random, 0.05))),
        )
      : undefined;
    return {
      kind: earlier?.kind ?? random.pick(listKind.options),
      title: "Persons held",
      content: someContent(random),
      ...maybe("replaces", earlier?.id),
      ...maybe("answersBy", chance(random, 0.5) ? dayOf(now, random.below(9)) : undefined),
      ...maybe("agreement", chance(random, 0.3) ? anyAgreement(context) : undefined),
    };
  },
  "list.lines_answered": (context) => {
    const { random, state } = context;
    const open = lists(context, (one) => (!isOwn(context, one) && !isFrozen(one)) || chance(random, 0.03));
    const list = anyOf(random, open);
    if (!list) return undefined;
    const answers = Array.from({ length: list.lines }, (_, i) => {
      const answer = random.pick(lineAnswer.options);
      return {
        line: i + 1,
        answer,
        ...(answer === "corrected" ? { corrected: { born: "1990" } } : {}),
        ...maybe("reason", chance(random, 0.9) ? ("another_person" as const) : undefined),
      };
    });
    const before = list.replaces && state.lists.lists.get(list.replaces);
    if (before && chance(random, 0.6)) {
      const from = [...lineWords(state, before).keys()].filter((line) => line <= list.lines).slice(0, 3);
      if (from.length > 0)
        return {
          list: list.id,
          answers: [],
          takenOver: from.map((line) => ({ from: line, line, lines: 1 })),
        };
    }
    return { list: list.id, answers: chance(random, 0.4) ? answers : answers.slice(0, 1) };
  },
  "list.version_signed": (context) => {
    const { random, by } = context;
    const side = sideOf(by);
    const open = lists(
      context,
      (one) => (side !== undefined && !one.replacedBy && !isSignedBy(one, side)) || chance(random, 0.03),
    );
    const list = anyOf(random, open);
    return list && { list: list.id, answersRead: list.answers.length + (chance(random, 0.05) ? 1 : 0) };
  },
  "match.proposed": (context) => {
    const { random, state, by } = context;
    const own = anyOf(
      random,
      [...state.persons.matches.values()].filter((match) => match.words.has(by)),
    );
    const later = own?.records.map(({ list, line }) => ({
      list: state.lists.lists.get(list)?.replacedBy ?? list,
      line,
    }));
    if (own && later?.[0] && later[1] && chance(random, 0.5))
      return { records: [later[0], later[1]], basis: { type: "earlier", match: own.id } };
    const [one, other] = [someRecord(context), someRecord(context)];
    if (!one || !other) return undefined;
    const engine = {
      type: "engine",
      name: "match",
      version: "1",
      perMille: 990,
      inputs: keyOf(random),
    } as const;
    const basis = chance(random, 0.5) ? engine : ({ type: "words", words: "The same name." } as const);
    return { records: [one, other], basis };
  },
  "match.confirmed": (context) => {
    const match = someMatch(context);
    return match && { match };
  },
  "match.rejected": (context) => {
    const match = someMatch(context);
    return match && { match, reason: "Brothers." };
  },
  "match.revoked": (context) => {
    const { state, by, random } = context;
    const own = [...state.persons.matches.values()].filter((one) => one.words.has(by) || chance(random, 0.1));
    const match = anyOf(random, own)?.id;
    return match && { match, reason: "A slip." };
  },
  "match.requested": (context) => {
    const record = someRecord(context, (list) => isOwn(context, list));
    return record && { record };
  },
  "match.request_answered": (context) => {
    const { state, random } = context;
    const asked = [...state.persons.requests.values()].filter((one) => !isOwn(context, one));
    const request = anyOf(random, asked)?.id;
    const record = chance(random, 0.4) ? someRecord(context, (list) => isOwn(context, list)) : undefined;
    return (
      request && {
        request,
        answer: record
          ? ("on_our_list" as const)
          : random.pick(["no_information", "not_on_our_lists"] as const),
        ...maybe("record", record),
      }
    );
  },
  "assertion.made": (context) => {
    const { state, random } = context;
    const earlier = chance(random, 0.3)
      ? anyOf(
          random,
          [...state.persons.assertions.values()].filter((one) => isOwn(context, one)),
        )
      : undefined;
    const before = earlier && state.entries.get(earlier.id)?.act;
    const record = earlier?.record ?? someRecord(context);
    const precision = random.pick(["exact", "approximate", "not_given"] as const);
    return (
      record && {
        record,
        property: before?.kind === "assertion.made" ? before.payload.property : random.pick(property.options),
        ...maybe("value", precision === "not_given" ? undefined : "As written"),
        precision,
        basis: "document" as const,
        ...maybe("supersedes", earlier?.id),
      }
    );
  },
  "assertion.stance_said": (context) => {
    const { state, random } = context;
    const assertion = anyOf(random, state.persons.assertions.values());
    if (!assertion) return undefined;
    const stance = isOwn(context, assertion)
      ? ("withdrawn" as const)
      : random.pick(["confirms", "disputes", "no_information", "refuses_to_answer"] as const);
    return { assertion: assertion.id, stance };
  },
};
