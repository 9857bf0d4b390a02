import type { Entry } from "../act/entry.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Counter, counters, exceptionTypes } from "./acts.ts";
import type { LineDay } from "./fold.ts";
import { counterOf, manifestOf } from "./manifest.ts";
import { bySaying } from "./notes.ts";
import { tellingOf } from "./telling.ts";

export type Receipt = PayloadOf<"line.receipt_signed">;

export type ReceiptsView = {
  /** Each one's latest; earlier ones stay in the record. */
  readonly signed: ReadonlyMap<Counter, Entry<Act<"line.receipt_signed">>>;
  /** `joint` once both sides have signed the same of every person; the operator's stands beside. */
  readonly status: "none" | "one_side" | "differs" | "joint";
  readonly isWitnessed: boolean;
};

export function receiptsOf(state: State, day: LineDay): ReceiptsView {
  const signed = new Map<Counter, Entry<Act<"line.receipt_signed">>>();
  const all = day.receipts
    .map((id) => known(state, id, "line.receipt_signed"))
    .map((entry) => ({ entry, id: entry.act.id, at: epochMs(entry.act.saidAt) }))
    .sort(bySaying);
  for (const { entry } of all) {
    const counter = counterOf(day, entry.act.by.office);
    if (counter) signed.set(counter, entry);
  }
  const [giver, receiver, operator] = counters.map((one) => signed.get(one)?.act.payload);
  const isJoint = giver !== undefined && receiver !== undefined && saysTheSame(giver, receiver);
  const status = isJoint ? "joint" : giver && receiver ? "differs" : giver || receiver ? "one_side" : "none";
  return { signed, status, isWitnessed: isJoint && operator !== undefined && saysTheSame(giver, operator) };
}

/** Whether two receipts say the same of every person; each one's times are its own clock's. */
function saysTheSame(one: Receipt, other: Receipt): boolean {
  return receiptText(one) === receiptText(other);
}

/** What a receipt says of the persons as one text: sorted, so that equal receipts have one digest to read aloud. */
export function receiptText({ manifest, came, exceptions, unexpected }: Receipt): string {
  const lines = exceptionTypes.flatMap((type) => {
    const codes = exceptions.filter((one) => one.type === type).flatMap((one) => one.codes);
    return codes.length > 0 ? [`${type} ${sorted(codes)}`] : [];
  });
  return [manifest, `came ${sorted(came)}`, ...lines, `unexpected ${sorted(unexpected)}`].join("\n");
}

function sorted(codes: readonly string[]): string {
  return codes.toSorted().join(" ");
}

/** The receipt that a counter would sign by its own notes; undefined while it has not said what became of everybody. */
export function receiptFrom(state: State, day: LineDay, counter: Counter): Receipt | undefined {
  const telling = tellingOf(state, day, counter);
  if (telling.open > 0 || telling.first === undefined || telling.last === undefined) return undefined;
  const of = (outcome: string) =>
    [...telling.outcomes].flatMap(([code, one]) => (one === outcome ? [code] : [])).toSorted();
  return {
    manifest: day.id,
    came: of("came"),
    exceptions: exceptionTypes
      .map((type) => ({ type, codes: of(type) }))
      .filter((one) => one.codes.length > 0),
    unexpected: telling.unexpected.toSorted(),
    firstAt: toSeconds(telling.first),
    lastAt: toSeconds(telling.last),
  };
}

function toSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Whether a receipt names every listed person once, and spare wristbands alone as unexpected. */
export function namesEverybodyOnce(state: State, day: LineDay, receipt: Receipt): boolean {
  const { persons, spares } = manifestOf(state, day);
  const named = [...receipt.came, ...receipt.exceptions.flatMap((one) => one.codes)];
  const listed = new Set(persons.map((one) => one.code));
  const isOnce = new Set(named).size === named.length && named.length === listed.size;
  const isUnexpected = new Set(receipt.unexpected).size === receipt.unexpected.length;
  return (
    isOnce &&
    isUnexpected &&
    named.every((code) => listed.has(code)) &&
    receipt.unexpected.every((code) => spares.includes(code))
  );
}
