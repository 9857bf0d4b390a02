import {
  type ActId,
  type BlockView,
  blocksOf,
  type Conflict,
  type Counter,
  codeInGroups,
  conflictsOf,
  counterOf,
  counters,
  countersOf,
  known,
  type LineDay,
  manifestOf,
  type NextStep,
  nextStep,
  notesOf,
  type Outcome,
  passing,
  type Receipt,
  receiptFrom,
  receiptsOf,
  receiptText,
  type Step,
  tellingOf,
} from "#record";
import { fingerprintOf } from "#replica";
import type { At, Query } from "../../desk/query.ts";
import { aheadOf, inTurn, nameOf, type ReceiptStatus, type Told, told } from "./query.ts";

/** A person by his wristband: nothing else of him is on this page. */
export type PersonLine = {
  readonly code: string;
  readonly shown: string;
  readonly isSpare: boolean;
  /** Where the giving side finds him on its list; undefined for spare wristbands. */
  readonly listLine: number | undefined;
  readonly block: number | undefined;
  /** This desk's own steps. */
  readonly steps: readonly Step[];
  /** In each counter's word; without those who have not said. */
  readonly outcomes: readonly {
    readonly counter: Counter;
    readonly name: string;
    readonly outcome: Outcome;
  }[];
  /** A note of this desk on him is not yet recorded. */
  readonly isWaiting: boolean;
};

type CountLine = {
  readonly counter: Counter;
  readonly name: string;
  readonly heads: number | undefined;
  /** As it was told at the line, where the count itself has not come in. */
  readonly told: number | undefined;
  readonly times: number;
  readonly isWaiting: boolean;
};

export type BlockLine = {
  readonly number: number;
  readonly codes: readonly string[];
  readonly isOpened: boolean;
  readonly counts: readonly CountLine[];
  readonly status: BlockView["status"];
  readonly isWaiting: boolean;
};

export type ReceiptLine = {
  readonly counter: Counter;
  readonly name: string;
  readonly came: number;
  readonly exceptions: readonly { readonly type: Outcome; readonly n: number }[];
  readonly unexpected: number;
  readonly first: number;
  readonly last: number;
  /** SHA-256 of what it says of the persons: to be read aloud to the other side. */
  readonly digest: string;
  readonly isWaiting: boolean;
};

/** An own note of steps, to be put right where it was a slip. */
export type NoteLine = {
  readonly id: ActId;
  readonly at: number;
  readonly payload: {
    readonly manifest: ActId;
    readonly steps: readonly { code: string; step: Step; at: string }[];
  };
  readonly isWaiting: boolean;
};

export type DayModel = {
  readonly id: ActId;
  readonly day: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly own: Counter | undefined;
  readonly isReplaced: boolean;
  readonly largestBlock: number;
  readonly rule: {
    readonly diedBefore: "counts" | "does_not_count";
    readonly diedAfter: "counts" | "does_not_count";
  };
  readonly counters: readonly { readonly counter: Counter; readonly name: string }[];
  readonly persons: readonly PersonLine[];
  readonly tellings: readonly Told[];
  readonly blocks: readonly BlockLine[];
  /** Of the block in hand, those of whom this desk has not said that they passed. */
  readonly passing: readonly string[];
  /** Who is next: to pass, or, where everybody has passed and this side hands over, to go into the next block. */
  readonly next: readonly string[];
  /** What this desk does next; undefined for those who only read, and on a manifest that is replaced. */
  readonly step: NextStep | undefined;
  readonly conflicts: readonly (Conflict & { readonly name: string })[];
  readonly receipt: {
    readonly status: ReceiptStatus;
    readonly isWitnessed: boolean;
    readonly signed: readonly ReceiptLine[];
    /** What this desk would sign by its own notes; undefined while it has not told of everybody. */
    readonly own: Receipt | undefined;
    readonly ownDigest: string | undefined;
  };
  readonly notes: readonly NoteLine[];
  /** Own acts on this day that are not yet recorded. */
  readonly waiting: number;
  /** Own acts on this day that the host has refused: they count for nothing, and somebody must look at them. */
  readonly refused: number;
};

/** One day at the line, as this office reads and has noted it. */
export const day: Query<{ readonly id: string }, DayModel | undefined> = (at, { id }) => {
  const state = aheadOf(at);
  const found = state.lineday.manifests.get(id as ActId); // any text is looked up
  if (!found) return undefined;
  const manifest = manifestOf(state, found);
  const own = counterOf(found, at.office);
  const isWaiting = (act: string) => !at.state.entries.has(act as ActId); // as above
  const blocks = blocksOf(state, found);
  const persons = personLines(at, state, found, own, blocks);
  const asked = inTurn(at, found, countersOf(state, found));
  const toPass = passingOf(state, found, own, persons, blocks);
  return {
    id: found.id,
    day: manifest.day,
    place: manifest.place,
    from: nameOf(at, found, "giver"),
    to: nameOf(at, found, "receiver"),
    own,
    isReplaced: found.replacedBy.length > 0,
    largestBlock: manifest.largestBlock,
    rule: manifest.countRule,
    counters: asked.map((counter) => ({ counter, name: nameOf(at, found, counter) })),
    persons,
    tellings: asked.map((counter) => told(at, state, found, counter)),
    blocks: blocks.map((block) => blockLine(at, found, block, asked, isWaiting)),
    passing: toPass,
    next: toPass.length > 0 || own !== "giver" ? toPass : boardingOf(state, found, persons),
    step: own && found.replacedBy.length === 0 ? nextStep(state, found, own) : undefined,
    conflicts: conflictsOf(state, found).map((one) => ({
      ...one,
      name: "counter" in one ? nameOf(at, found, one.counter) : "",
    })),
    receipt: receiptModel(at, state, found, own, isWaiting),
    notes: noteLines(state, found, at, isWaiting),
    waiting: queuedOn(at, found, false),
    refused: queuedOn(at, found, true),
  };
};

type State = At["state"];

// A correction names its act's manifest within the corrected wording.
function queuedOn({ replica }: At, day: LineDay, isRefused: boolean): number {
  return replica.queue.filter(
    ({ act, state }) => (state === "refused") === isRefused && JSON.stringify(act.payload).includes(day.id),
  ).length;
}

function personLines(
  at: At,
  state: State,
  day: LineDay,
  own: Counter | undefined,
  blocks: readonly BlockView[],
): readonly PersonLine[] {
  const { persons, spares } = manifestOf(state, day);
  const steps = own && notesOf(state, day, own).steps;
  const tellings = inTurn(at, day, counters).map((counter) => tellingOf(state, day, counter));
  const blockOf = new Map(
    blocks.flatMap((block) => block.codes.map((code) => [code, block.number] as const)),
  );
  const recorded =
    own && at.state.lineday.manifests.has(day.id) ? notesOf(at.state, recordedDay(at, day), own) : undefined;
  const lineOf = (code: string, listLine?: number): PersonLine => {
    const mine = [...(steps?.get(code)?.keys() ?? [])];
    return {
      code,
      shown: codeInGroups(code),
      isSpare: listLine === undefined,
      listLine,
      block: blockOf.get(code),
      steps: mine,
      outcomes: tellings.flatMap((telling) => {
        const outcome = telling.outcomes.get(code) ?? (telling.unexpected.includes(code) ? "came" : "open");
        return outcome === "open"
          ? []
          : [{ counter: telling.counter, name: nameOf(at, day, telling.counter), outcome }];
      }),
      isWaiting: mine.some((step) => recorded?.steps.get(code)?.get(step) === undefined),
    };
  };
  return [...persons.map((one) => lineOf(one.code, one.record.line)), ...spares.map((code) => lineOf(code))];
}

function recordedDay(at: At, day: LineDay): LineDay {
  return at.state.lineday.manifests.get(day.id) ?? day;
}

function passingOf(
  state: State,
  day: LineDay,
  own: Counter | undefined,
  persons: readonly PersonLine[],
  blocks: readonly BlockView[],
): readonly string[] {
  const current = blocks.at(-1);
  if (own === undefined || !current) return [];
  const { outcomes } = tellingOf(state, day, own);
  const step = passing(own);
  return persons
    .filter(({ block }) => block === current.number)
    .filter(({ code, isSpare, steps }) => (isSpare ? !steps.includes(step) : outcomes.get(code) === "open"))
    .map((one) => one.code);
}

// Those who stand in no block yet and of whom the giving side has said nothing, as many as a block may have.
function boardingOf(state: State, day: LineDay, persons: readonly PersonLine[]): readonly string[] {
  const { outcomes } = tellingOf(state, day, "giver");
  return persons
    .filter(({ code, block }) => block === undefined && outcomes.get(code) === "open")
    .slice(0, manifestOf(state, day).largestBlock)
    .map((one) => one.code);
}

function blockLine(
  at: At,
  day: LineDay,
  block: BlockView,
  asked: readonly Counter[],
  isWaiting: (act: string) => boolean,
): BlockLine {
  const all = inTurn(at, day, counters).filter((one) => asked.includes(one) || block.counts.has(one));
  return {
    number: block.number,
    codes: block.codes,
    isOpened: block.openings.length > 0,
    counts: all.map((counter) => {
      const count = block.counts.get(counter);
      return {
        counter,
        name: nameOf(at, day, counter),
        heads: count?.heads,
        told: count ? undefined : block.told.get(counter),
        times: count?.times ?? 0,
        isWaiting: count !== undefined && isWaiting(count.id),
      };
    }),
    status: block.status,
    isWaiting: block.openings.some(isWaiting),
  };
}

function receiptModel(
  at: At,
  state: State,
  day: LineDay,
  own: Counter | undefined,
  isWaiting: (act: string) => boolean,
): DayModel["receipt"] {
  const { status, isWitnessed, signed } = receiptsOf(state, day);
  const mine = own && receiptFrom(state, day, own);
  const lines = inTurn(at, day, counters).flatMap((counter): readonly ReceiptLine[] => {
    const act = signed.get(counter)?.act;
    if (!act) return [];
    const { came, exceptions, unexpected, firstAt, lastAt } = act.payload;
    return [
      {
        counter,
        name: nameOf(at, day, counter),
        came: came.length,
        exceptions: exceptions.map(({ type, codes }) => ({ type, n: codes.length })),
        unexpected: unexpected.length,
        first: Date.parse(firstAt),
        last: Date.parse(lastAt),
        digest: digestOf(act.payload),
        isWaiting: isWaiting(act.id),
      },
    ];
  });
  return { status, isWitnessed, signed: lines, own: mine, ownDigest: mine && digestOf(mine) };
}

// The first eight bytes: two officers compare them by voice; the record compares the whole.
function digestOf(receipt: Receipt): string {
  return fingerprintOf(new TextEncoder().encode(receiptText(receipt))).slice(0, 17);
}

function noteLines(
  state: State,
  day: LineDay,
  { office }: At,
  isWaiting: (act: string) => boolean,
): readonly NoteLine[] {
  return day.steps
    .map((id) => known(state, id, "line.steps_noted").act)
    .filter((act) => act.by.office === office && act.payload.steps.length > 0)
    .map((act) => ({
      id: act.id,
      at: Date.parse(act.saidAt),
      payload: act.payload,
      isWaiting: isWaiting(act.id),
    }))
    .toReversed();
}
