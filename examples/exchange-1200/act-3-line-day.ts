import { seededRandom } from "#base";
import { codesFrom, type Side } from "#record";
import type { Tranche } from "./act-2-tranche.ts";
import { exchangeOf, type Narrator, negotiatorOf, other, source } from "./narrator.ts";

const room = "exchange";
const largestBlock = 20;
const spareBands = 4;
const day = "2026-10-02";
const minute = 60_000;

type Day = {
  readonly side: Side;
  readonly manifest: `@${string}`;
  /** By line of the list. */
  readonly codes: readonly string[];
  readonly lines: readonly number[];
  readonly spares: readonly string[];
};

/** The wristbands of those who came over to one side. */
export type Arrived = { readonly wounded: readonly string[]; readonly others: readonly string[] };

/**
 * The day at the line: each side's manifest, blocks with three counts, two exceptions, receipts and accounts. Answers
 * by side who came over to it.
 */
export function atTheLine(tell: Narrator, { name, going }: Tranche): { readonly [S in Side]: Arrived } {
  tell.at(`${day}T05:00:00Z`);
  const days = (["b", "a"] as const).map((side): Day => {
    const lines = [...going[side].wounded, ...going[side].number].toSorted((x, y) => x - y);
    const many = lines.length + spareBands;
    const all = codesFrom(seededRandom(side === "a" ? 71 : 72).bytes(many * 8), many);
    const [codes, spares] = [all.slice(0, lines.length), all.slice(lines.length)];
    const manifest = tell.say(exchangeOf[side], `manifest-${side}`, {
      kind: "line.manifest_made",
      room,
      payload: {
        tranche: `@${name}`,
        day,
        place: "The bridge at Tykhyi Stav",
        largestBlock,
        operatorCounts: true,
        countRule: { diedBefore: "does_not_count", diedAfter: "counts" },
        persons: codes.map((code, i) => ({
          code,
          record: { list: `@held-by-${side}` as const, line: lines[i] ?? 0 }, // the form of a reference
        })),
        spares,
      },
    });
    return { side, manifest, codes, lines, spares };
  });
  for (const one of days) transfer(tell, name, one, going[one.side].number.length);
  const cameFrom = (from: Side): Arrived => {
    const { codes = [], lines = [] } = days.find(({ side }) => side === from) ?? {};
    const came = codes.filter((code) => code !== fallenIll(from, codes));
    const isWounded = (code: string) => going[from].wounded.includes(lines[codes.indexOf(code)] ?? 0);
    return { wounded: came.filter(isWounded), others: came.filter((code) => !isWounded(code)) };
  };
  return { a: cameFrom("b"), b: cameFrom("a") };
}

function fallenIll(side: Side, codes: readonly string[]): string | undefined {
  return side === "a" ? codes[37] : undefined;
}

// Of side a's, one falls ill on the morning and stays; with side b's comes one whom no list names.
function transfer(
  tell: Narrator,
  tranche: string,
  { side, manifest, codes, lines, spares }: Day,
  byNumber: number,
): void {
  const [giver, receiver] = [exchangeOf[side], exchangeOf[other[side]]];
  const ill = fallenIll(side, codes);
  const unexpected = side === "b" ? spares[0] : undefined;
  const came = codes.filter((code) => code !== ill);
  const passing = unexpected === undefined ? came : [...came, unexpected];
  const first = tell.now;
  const note = (
    member: typeof giver | typeof receiver,
    name: string,
    step: string,
    of: readonly string[],
  ) => {
    for (let from = 0; from < of.length; from += 200) {
      const at = new Date(tell.now).toISOString().replace(/\.\d{3}Z$/, "Z");
      tell.say(member, `${name}-${from / 200 + 1}`, {
        kind: "line.steps_noted",
        room,
        payload: { manifest, steps: of.slice(from, from + 200).map((code) => ({ code, step, at })) },
      } as Parameters<Narrator["say"]>[2]); // the step is one of the giver's or the receiver's own
    }
  };
  note(giver, `boarded-${side}`, "boarded", came);
  if (ill !== undefined)
    tell.say(giver, "exception-ill", {
      kind: "line.exception_noted",
      room,
      payload: { manifest, exception: { type: "no_show", code: ill, cause: "ill" } },
    });
  tell.later(90);
  note(giver, `arrived-${side}`, "arrived", came);
  for (let block = 1; (block - 1) * largestBlock < passing.length; block++) {
    const of = passing.slice((block - 1) * largestBlock, block * largestBlock);
    const named = `${side}-${block}`;
    tell.say(giver, `block-${named}`, {
      kind: "line.block_opened",
      room,
      payload: { manifest, block, codes: [...of], told: [] },
    });
    tell.later(2);
    note(receiver, `checked-${named}`, "identity_checked", of);
    note(giver, `out-${named}`, "counted_out", of);
    note(receiver, `in-${named}`, "counted_in", of);
    for (const member of [giver, receiver, "operator-one"] as const)
      tell.say(member, `count-${named}-${member}`, {
        kind: "line.counted",
        room,
        payload: { manifest, block, heads: of.length },
      });
  }
  if (unexpected !== undefined)
    for (const member of [giver, receiver])
      tell.say(member, `exception-unexpected-${member}`, {
        kind: "line.exception_noted",
        room,
        payload: { manifest, exception: { type: "unexpected_person", code: unexpected } },
      });
  if (ill !== undefined)
    tell.say(receiver, "exception-not-come", {
      kind: "line.exception_noted",
      room,
      payload: { manifest, exception: { type: "no_show", code: ill, cause: "not_said" } },
    });
  const receipt = {
    manifest,
    came: came.toSorted(),
    exceptions: ill === undefined ? [] : [{ type: "no_show" as const, codes: [ill] }],
    unexpected: unexpected === undefined ? [] : [unexpected],
    firstAt: instant(first),
    lastAt: instant(tell.now),
  };
  for (const member of [giver, receiver, "operator-one"] as const)
    tell.say(member, `receipt-${side}-${member}`, { kind: "line.receipt_signed", room, payload: receipt });
  tell.later(30);
  const notCome = ill === undefined ? [] : [lines[codes.indexOf(ill)] ?? 0];
  account(tell, { tranche, from: side, count: passing.length, counting: byNumber - notCome.length, notCome });
}

type Account = {
  readonly tranche: string;
  readonly from: Side;
  readonly count: number;
  /** Of these, as many as were pledged by number: the seriously wounded and the unexpected count for nobody. */
  readonly counting: number;
  readonly notCome: readonly number[];
};

// What the giving and the receiving side each say was handed over, and to what they count it.
function account(tell: Narrator, { tranche, from, count, counting, notCome }: Account): void {
  const to = other[from];
  const said = {
    from,
    to,
    on: day,
    count: { amount: { value: count }, unit: "persons", kind: "single", source },
  } as const;
  const handover = tell.say(exchangeOf[from], `handed-over-${from}`, {
    kind: "exchange.handed_over",
    room,
    payload: said,
  });
  tell.say(exchangeOf[to], `received-${to}`, {
    kind: "exchange.received",
    room,
    payload: { ...said, same: handover },
  });
  const list = `@held-by-${from}` as const;
  for (const side of [from, to]) {
    tell.say(exchangeOf[side], `tranche-linked-${from}-${side}`, {
      kind: "tranche.linked",
      room,
      payload: {
        tranche: `@${tranche}`,
        handover,
        ...(notCome.length > 0 ? { notCome: [{ list, lines: [...notCome] }] } : {}),
        source,
      },
    });
    tell.say(negotiatorOf[side], `counts-${from}-${side}`, {
      kind: "exchange.linked",
      room: "plenary",
      payload: {
        handover,
        agreement: "@agreement",
        stance: "counts_in_part",
        amount: { value: counting },
        source,
      },
    });
  }
}

function instant(epochMs: number): string {
  return new Date(Math.floor(epochMs / minute) * minute).toISOString().replace(".000Z", "Z");
}
