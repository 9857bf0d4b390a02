import { officeName, sayListKind, sayWord } from "#i18n";
import { sha256, toBase64 } from "#ledger";
import {
  type ActId,
  currentLists,
  type List,
  matchStatus,
  partyOf,
  type RecordRef,
  sideOf,
  versionsOf,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import type { At, Query } from "../../desk/query.ts";
import type { ToCompare } from "./engine/protocol.ts";
import { engineTable } from "./engine-table.ts";
import { listOf, rowsOf } from "./rows-of.ts";

export type TwoLists = { readonly left: string; readonly right: string };

type ListSide = { readonly id: ActId; readonly title: string; readonly by: string; readonly kind: string };

/** What stands between two lists, beside what an engine makes of them. */
export type CompareModel = {
  readonly left: ListSide;
  /** Undefined until another list has been chosen. */
  readonly right: ListSide | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The latest versions of both, where one of these has been replaced: what was compared is of an older content. */
  readonly latest: TwoLists | undefined;
  readonly content: "read" | "loading" | "absent" | "unreadable";
  /** Matches between the two that people have proposed, whatever became of them. */
  readonly matches: readonly {
    readonly left: number;
    readonly right: number;
    readonly status: string;
    readonly statusCode: string;
  }[];
  readonly mayPropose: boolean;
};

export const compareLists: Query<TwoLists, CompareModel | undefined> = (at, { left: one, right: other }) => {
  const { state, t } = at;
  const left = listOf(at, one);
  if (!left || !mayCompare(at)) return undefined;
  const own = new Set(versionsOf(state, left.id).map(({ id }) => id));
  const right = own.has(other as ActId) ? undefined : listOf(at, other); // any text is looked up
  const matches = right ? matchesBetween(at, left, right) : [];
  const sideFor = ({ id, title, side, kind }: List): ListSide => ({
    id,
    title,
    by: officeName(t, state, partyOf(side)),
    kind: sayListKind(t, kind),
  });
  return {
    left: sideFor(left),
    right: right && sideFor(right),
    choices: currentLists(state)
      .filter(({ id }) => !own.has(id))
      .map(sideFor)
      .map(({ id, title, by, kind }) => ({ value: id, label: `${title} · ${by} · ${kind}` })),
    latest: right && (left.replacedBy || right.replacedBy) ? latestOf(at, left, right) : undefined,
    content: contentOf(at, right ? [left, right] : [left]),
    matches,
    mayPropose: right !== undefined && mayPropose(at, left, right, matches),
  };
};

function latestOf({ state }: At, left: List, right: List): TwoLists {
  const [one, other] = [left, right].map(({ id }) => versionsOf(state, id)[0]?.id ?? id);
  return { left: one ?? left.id, right: other ?? right.id };
}

/** Whether an office compares lists at all: those of the two sides, who match persons. */
function mayCompare({ office }: At): boolean {
  return sideOf(office) !== undefined;
}

// One pair that nobody has proposed stands for all of them.
function mayPropose(at: At, left: List, right: List, matches: CompareModel["matches"]): boolean {
  const taken = new Set(matches.filter((one) => one.left === 1).map((one) => one.right));
  const line = Array.from({ length: taken.size + 1 }, (_, i) => i + 1).find((one) => !taken.has(one)) ?? 1;
  const records: [RecordRef, RecordRef] = [
    { list: left.id, line: 1 },
    { list: right.id, line },
  ];
  return mayNow(at, "exchange", "match.proposed", { records, basis: { type: "words", words: "x" } });
}

function contentOf({ contents }: At, lists: readonly List[]): CompareModel["content"] {
  const all = lists.map(({ digest }) => contents.of(digest).is);
  return all.find((one) => one !== "read") ?? "read";
}

function matchesBetween({ state, t }: At, left: List, right: List): CompareModel["matches"] {
  return [...state.persons.matches.values()].flatMap((match) => {
    const of = ({ id }: List): RecordRef | undefined => match.records.find(({ list }) => list === id);
    const [one, other] = [of(left), of(right)];
    if (!one || !other) return [];
    const statusCode = matchStatus(state, match);
    return [{ left: one.line, right: other.line, statusCode, status: sayWord(t, statusCode) }];
  });
}

/** Both lists as the engine takes them, and the digest that names them; undefined where one is not here. */
export type Inputs = ToCompare & {
  /** SHA-256 over both contents' digests, in base64: the same whichever of the two comes first. */
  readonly inputs: string;
};

export function inputsOf(at: At, { left: one, right: other }: TwoLists): Inputs | undefined {
  const [left, right] = [listOf(at, one), listOf(at, other)];
  if (!left || !right || !mayCompare(at) || contentOf(at, [left, right]) !== "read") return undefined;
  const digests = [left.digest, right.digest].toSorted();
  const named = ["parley-match-inputs/v1", ...digests, ""].join("\n");
  return {
    left: engineTable(left.title, rowsOf(at, left)),
    right: engineTable(right.title, rowsOf(at, right)),
    isTurned: digests[0] !== left.digest,
    inputs: toBase64(sha256(new TextEncoder().encode(named))),
  };
}
