import { type Office, type Side, sideOf, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import type { Handlers } from "../fold/state.ts";
import type { listActs } from "./acts.ts";

type ListKind = PayloadOf<"list.submitted">["kind"];

/** One version of a list, and what each side has said of it. */
export type List = {
  readonly id: ActId;
  readonly side: Side;
  readonly kind: ListKind;
  readonly title: string;
  /** How many lines its author says it has. */
  readonly lines: number;
  /** SHA-256 of the content in hex. */
  readonly digest: string;
  readonly answersBy: string | undefined;
  readonly replaces: ActId | undefined;
  /** The commitment that it opens. */
  readonly commitment: ActId | undefined;
  replacedBy: ActId | undefined;
  /** Acts of answers by the other side, in order. */
  readonly answers: ActId[];
  /** Each office's latest signature, and how many acts of answers it had read. */
  readonly signatures: Map<Office, { readonly id: ActId; readonly read: number }>;
};

/** One side's word that binds it to a list which it has not shown yet. */
export type Commitment = {
  readonly id: ActId;
  readonly side: Side;
  readonly round: string;
  readonly kind: ListKind;
  readonly title: string;
  revealedAs: ActId | undefined;
};

export type ListsState = {
  readonly lists: Map<ActId, List>;
  readonly commitments: Map<ActId, Commitment>;
};

export function emptyLists(): ListsState {
  return { lists: new Map(), commitments: new Map() };
}

/** Whether a side's signature stands: it covers all answers that there are. */
export function isSignedBy(list: List, side: Side): boolean {
  return [...list.signatures].some(
    ([office, { read }]) => sideOf(office) === side && read === list.answers.length,
  );
}

/** Frozen once both sides have signed the same version with the same answers. */
export function isFrozen(list: List): boolean {
  return sides.every((side) => isSignedBy(list, side));
}

/** A side's commitment in a round, by the name that both sides give to it. */
export function commitmentIn(lists: ListsState, round: string, side: Side): Commitment | undefined {
  return [...lists.commitments.values()].find((one) => one.round === round && one.side === side);
}

export const listHandlers: Handlers<keyof typeof listActs> = {
  "list.committed": ({ lists }, { act }) => {
    const side = sideOf(act.by.office);
    const { round, kind, title } = act.payload;
    // a side's first commitment in a round is the one that binds it
    if (side !== undefined && !commitmentIn(lists, round, side))
      lists.commitments.set(act.id, { id: act.id, side, round, kind, title, revealedAs: undefined });
    return undefined;
  },
  "list.revealed": ({ lists, entries }, { act }) => {
    const { commitment: id, content, answersBy } = act.payload;
    const commitment = lists.commitments.get(id);
    if (!commitment) return entries.has(id) ? undefined : id;
    if (commitment.revealedAs !== undefined || commitment.side !== sideOf(act.by.office)) return undefined;
    commitment.revealedAs = act.id;
    const { side, kind, title } = commitment;
    add(lists, { id: act.id, side, kind, title, content, answersBy, commitment: id });
    return undefined;
  },
  "list.submitted": ({ lists, entries }, { act }) => {
    const side = sideOf(act.by.office);
    const { replaces } = act.payload;
    const earlier = replaces === undefined ? undefined : lists.lists.get(replaces);
    if (replaces !== undefined && !earlier && !entries.has(replaces)) return replaces;
    if (side === undefined) return undefined;
    const own = earlier?.side === side ? earlier : undefined;
    if (own) own.replacedBy ??= act.id;
    add(lists, { ...act.payload, id: act.id, side, replaces: own?.id });
    return undefined;
  },
  "list.lines_answered": ({ lists, entries }, { act }) => {
    const list = lists.lists.get(act.payload.list);
    if (!list) return entries.has(act.payload.list) ? undefined : act.payload.list;
    const isOthers = sideOf(act.by.office) !== undefined && sideOf(act.by.office) !== list.side;
    if (isOthers && !isFrozen(list)) list.answers.push(act.id); // what both have signed is not moved by a stray act
    return undefined;
  },
  "list.version_signed": ({ lists, entries }, { act }) => {
    const list = lists.lists.get(act.payload.list);
    if (!list) return entries.has(act.payload.list) ? undefined : act.payload.list;
    if (!isFrozen(list)) list.signatures.set(act.by.office, { id: act.id, read: act.payload.answersRead });
    return undefined;
  },
};

type Added = Pick<List, "id" | "side" | "kind" | "title"> & {
  readonly content: PayloadOf<"list.submitted">["content"];
  readonly answersBy?: string | undefined;
  readonly replaces?: ActId | undefined;
  readonly commitment?: ActId | undefined;
};

function add({ lists }: ListsState, added: Added): void {
  const { id, side, kind, title, content, answersBy, replaces, commitment } = added;
  lists.set(id, {
    id,
    side,
    kind,
    title,
    lines: content.rows ?? 0,
    digest: content.digest,
    answersBy,
    replaces,
    commitment,
    replacedBy: undefined,
    answers: [],
    signatures: new Map(),
  });
}
