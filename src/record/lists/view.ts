import { type Office, otherSide, partyOf, type Side, sideOf, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { dueMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { processOf } from "../people/view.ts";
import type { LineAnswer } from "./acts.ts";
import { type Commitment, commitmentIn, isFrozen, isSignedBy, type List } from "./fold.ts";

/** The other side's latest word on a line, and the act that says it. */
export type LineWord = PayloadOf<"list.lines_answered">["answers"][number] & {
  readonly by: Entry<Act<"list.lines_answered">>;
  /** The line of the version before from which it was taken over. */
  readonly from?: number;
};

export type ListStatus = "open" | "frozen" | "replaced";

/** Derived from each side's own acts: nobody sets it. */
export function listStatus(list: List): ListStatus {
  if (isFrozen(list)) return "frozen";
  return list.replacedBy ? "replaced" : "open";
}

/** The latest word on each line that was answered, by line; a line that is not there has no answer. O(answers). */
export function lineWords(state: State, list: List): ReadonlyMap<number, LineWord> {
  const words = new Map<number, LineWord>();
  for (const id of list.answers) {
    const by = known(state, id, "list.lines_answered");
    const { answers, takenOver } = by.act.payload;
    const before = takenOver && list.replaces && state.lists.lists.get(list.replaces);
    const earlier = before ? lineWords(state, before) : undefined;
    for (const { from, line, lines } of takenOver ?? [])
      for (let i = 0; i < lines; i++) {
        const word = earlier?.get(from + i);
        if (word) words.set(line + i, { ...word, line: line + i, by, from: from + i });
      }
    for (const one of answers) words.set(one.line, { ...one, by });
  }
  return words;
}

/** How many lines have which answer; the rest have none. */
export function answerCounts(state: State, list: List): ReadonlyMap<LineAnswer | "no_answer", number> {
  const counts = new Map<LineAnswer | "no_answer", number>();
  const words = lineWords(state, list);
  for (const { answer } of words.values()) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  if (words.size < list.lines) counts.set("no_answer", list.lines - words.size);
  return counts;
}

/** A list with all its versions, the newest first. */
export function versionsOf({ lists }: State, id: ActId): readonly List[] {
  let newest = lists.lists.get(id);
  for (let later = newest; later; later = later.replacedBy && lists.lists.get(later.replacedBy))
    newest = later;
  const versions: List[] = [];
  for (let one = newest; one; one = one.replaces && lists.lists.get(one.replaces)) versions.push(one);
  return versions;
}

/** The lists that no later version replaces, in the order in which they came. */
export function currentLists({ lists }: State): readonly List[] {
  return [...lists.lists.values()].filter((one) => !one.replacedBy);
}

/** A side's signature that stands on a version. */
export function signatureOf(list: List, side: Side): ActId | undefined {
  const found = [...list.signatures].filter(
    ([office, { read }]) => sideOf(office) === side && read === list.answers.length,
  );
  return found.at(-1)?.[1].id;
}

/** Both sides' commitments of one round. */
export type ListRound = {
  readonly round: string;
  readonly a: Commitment | undefined;
  readonly b: Commitment | undefined;
};

export function listRounds({ lists }: State): readonly ListRound[] {
  const rounds = new Set([...lists.commitments.values()].map((one) => one.round));
  return [...rounds].map((round) => ({
    round,
    a: commitmentIn(lists, round, "a"),
    b: commitmentIn(lists, round, "b"),
  }));
}

/** What is missing on lists: answers to lines, signatures, the other side's commitment and list. */
export function owedOnLists(state: State): readonly Owed[] {
  return [
    ...[...state.lists.lists.values()].flatMap((list) => owedOnList(state, list)),
    ...listRounds(state).flatMap((round) => owedOnRound(state, round)),
  ];
}

function owedOnList(state: State, list: List): readonly Owed[] {
  if (listStatus(list) !== "open") return [];
  const due = dueMs(list.answersBy);
  const owed: Owed[] = [];
  const owe = (what: Owed["what"], side: Side, detail: Owed["detail"] = {}, by = due) =>
    owed.push({ what, subject: list.id, title: list.title, by: listOffice(state, side), due: by, detail });
  const answered = lineWords(state, list).size;
  if (answered < list.lines)
    owe("line_answers", otherSide(list.side), { left: list.lines - answered, lines: list.lines });
  for (const side of sides)
    if (!isSignedBy(list, side) && (isSignedBy(list, otherSide(side)) || answered === list.lines))
      owe("list_signature", side, {}, undefined);
  return owed;
}

function owedOnRound(state: State, { a, b }: ListRound): readonly Owed[] {
  const [one] = [a, b].filter((each) => each !== undefined);
  if (!one) return [];
  const owe = (what: Owed["what"], side: Side, { id: subject, title }: Commitment): Owed => ({
    what,
    subject,
    title,
    by: listOffice(state, side),
    due: undefined,
    detail: {},
  });
  if (!a || !b) return [owe("list_commitment", otherSide(one.side), one)];
  return [a, b].filter((each) => !each.revealedAs).map((each) => owe("list_reveal", each.side, each));
}

/** Who of a side works on lists: its exchange office, or the party where that office has no head. */
export function listOffice(state: State, side: Side): Office {
  const office = `exchange-${side}` as const;
  return processOf(state)?.heads.some((one) => one.office === office) ? office : partyOf(side);
}
