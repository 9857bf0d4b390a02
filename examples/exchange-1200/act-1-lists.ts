import { listHeight, listRoot, sha256, toBase64, toHex } from "#ledger";
import { edtfOf, type ListRow, listMedia, rowBytes, type Side, writeList } from "#record";
import type { SentList } from "./lists.ts";
import { exchangeOf, type Narrator, other } from "./narrator.ts";

/** A list as it stands in the record: its act's name, its rows, and of each row the person whom it is of. */
export type KeptList = {
  readonly name: string;
  readonly rows: readonly ListRow[];
  readonly truth: readonly number[];
  readonly bytes: Uint8Array;
};
type Lists = { readonly [S in Side]: KeptList };

const round = "September 2026";

/** Both sides bind themselves to the lists of those whom they hold, and only then show them. */
export function discloseHeld(
  tell: Narrator,
  process: string,
  sent: { readonly [S in Side]: SentList },
): Lists {
  const kept = (["b", "a"] as const).map((side) => {
    const { title, truth } = sent[side];
    const rows = rowsOf(sent[side]);
    const secret = sha256(new TextEncoder().encode(`demonstration/${process}/held-${side}`));
    const binding = { process, side, kind: "held", round };
    const root = toBase64(listRoot(binding, secret, rows.map(rowBytes)));
    const height = listHeight(rows.length);
    const committed = { kind: "held", title, round, root, height } as const;
    const commitment = tell.say(exchangeOf[side], `committed-${side}`, {
      kind: "list.committed",
      room: "exchange",
      payload: committed,
    });
    return { side, rows, truth, commitment, bytes: writeList(rows, toBase64(secret)) };
  });
  tell.at("2026-09-15T06:00:00Z");
  const lists = kept.toReversed().map(({ side, rows, truth, commitment, bytes }) => {
    const name = `held-by-${side}`;
    const content = contentOf(bytes, rows.length);
    tell.say(exchangeOf[side], name, {
      kind: "list.revealed",
      room: "exchange",
      payload: { commitment, content, answersBy: "2026-09-22" },
    });
    return [side, { name, rows, truth, bytes }] as const;
  });
  return Object.fromEntries(lists) as Lists; // both sides have just been gone through
}

/** Each side's own list of those whom it misses. */
export function submitMissing(tell: Narrator, sent: { readonly [S in Side]: SentList }): Lists {
  const lists = (["a", "b"] as const).map((side) => {
    const rows = rowsOf(sent[side]);
    const bytes = writeList(rows);
    const name = `missing-of-${side}`;
    tell.say(exchangeOf[side], name, {
      kind: "list.submitted",
      room: "exchange",
      payload: { kind: "missing", title: sent[side].title, content: contentOf(bytes, rows.length) },
    });
    return [side, { name, rows, truth: sent[side].truth, bytes }] as const;
  });
  return Object.fromEntries(lists) as Lists; // as above
}

const linesOfAnAct = 100;

/** The other side answers every line of a held list, and both sign the version: it is frozen. */
export function verify(tell: Narrator, side: Side, { name, rows, truth }: KeptList, missing: KeptList): void {
  const missed = new Set(missing.truth);
  let acts = 0;
  for (let from = 0; from < rows.length; from += linesOfAnAct) {
    const answers = truth.slice(from, from + linesOfAnAct).map((person, i) => {
      const line = from + i + 1;
      if (missed.has(person)) return { line, answer: "acknowledged" } as const;
      if (person % 29 === 0) return { line, answer: "already_returned", reason: "returned_earlier" } as const;
      if (person % 31 === 0) return { line, answer: "not_ours", reason: "civilian" } as const;
      return { line, answer: "no_information" } as const;
    });
    tell.say(exchangeOf[other[side]], `answers-${name}-${++acts}`, {
      kind: "list.lines_answered",
      room: "exchange",
      payload: { list: `@${name}`, answers },
    });
    tell.later(7);
  }
  for (const signer of [other[side], side])
    tell.say(exchangeOf[signer], `signed-${name}-${signer}`, {
      kind: "list.version_signed",
      room: "exchange",
      payload: { list: `@${name}`, answersRead: acts },
    });
}

/** Two people of two offices look at lines that may be of one person; one pair are brothers, one is taken back. */
export function matchSome(tell: Narrator, held: KeptList, missing: KeptList): void {
  const at = new Map(missing.truth.map((person, i) => [person, i + 1]));
  const pairs = held.truth.flatMap((person, i) => {
    const line = at.get(person);
    return line === undefined ? [] : [{ held: i + 1, missing: line }];
  });
  for (const [i, pair] of pairs.slice(0, 6).entries()) {
    const match = tell.say("b-exchange", `match-${i + 1}`, {
      kind: "match.proposed",
      room: "exchange",
      payload: {
        records: [
          { list: `@${held.name}`, line: pair.held },
          { list: `@${missing.name}`, line: pair.missing },
        ],
        basis: { type: "words", words: "The same name in two spellings, unit and year of birth." },
      },
    });
    tell.later(10);
    if (i === 5) {
      const reason = "Two brothers of one unit: the given names differ.";
      tell.say("a-exchange", `match-${i + 1}-a`, {
        kind: "match.rejected",
        room: "exchange",
        payload: { match, reason },
      });
      continue;
    }
    for (const side of ["b", "a"] as const)
      tell.say(exchangeOf[side], `match-${i + 1}-${side}`, {
        kind: "match.confirmed",
        room: "exchange",
        payload: { match },
      });
    if (i === 4)
      tell.say("b-exchange", `match-${i + 1}-back`, {
        kind: "match.revoked",
        room: "exchange",
        payload: { match, reason: "The family names another year of birth; it is looked at again." },
      });
  }
}

/** An assertion on which the two sides differ, side by side. */
export function assertSome(tell: Narrator, held: KeptList): void {
  const record = { list: `@${held.name}`, line: 1 } as const;
  const row = held.rows[0];
  const value = row?.rank ?? "private";
  const own = { kind: "assertion.made", room: "exchange" } as const;
  const made = tell.say("a-exchange", "assertion-rank", {
    ...own,
    payload: { record, property: "rank", value, precision: "exact", basis: "own_statement" },
  });
  tell.say("b-exchange", "assertion-rank-b", {
    kind: "assertion.stance_said",
    room: "exchange",
    payload: {
      assertion: made,
      stance: "disputes",
      reason: "Promoted before the day on which he was last seen.",
    },
  });
}

function contentOf(bytes: Uint8Array, rows: number) {
  return { digest: toHex(sha256(bytes)), bytes: bytes.length, mediaType: listMedia, rows };
}

// By the headings that lists.ts writes, in either language.
const fields: ReadonlyMap<string, keyof ListRow> = new Map(
  (
    [
      ["key", "№", "№ п/п"],
      ["written", "ПІБ", "ФИО"],
      ["surname", "Прізвище", "Фамилия"],
      ["given", "Ім’я", "Имя"],
      ["patronymic", "По батькові", "Отчество"],
      ["born", "Дата народження", "Дата рождения"],
      ["rank", "Звання", "Звание"],
      ["unit", "Військова частина", "Войсковая часть"],
      ["number", "Особистий номер", "Личный номер"],
      ["place", "Місце затримання", "Место задержания"],
      ["date", "Дата затримання", "Дата задержания"],
    ] as const
  ).flatMap(([field, ...headings]) => headings.map((heading) => [heading, field] as const)),
);

function rowsOf({ headers, lines }: SentList): readonly ListRow[] {
  return lines.map((line) => {
    const cells = line.flatMap((cell, i): (readonly [string, unknown])[] => {
      const field = fields.get(headers[i] ?? "");
      if (field === undefined || cell === "") return [];
      if (field !== "born" && field !== "date") return [[field, cell]];
      const edtf = edtfOf(cell);
      return [[field, { written: cell, ...(edtf === undefined ? {} : { edtf }) }]];
    });
    return Object.fromEntries(cells);
  });
}
