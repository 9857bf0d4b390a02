import type { Problem } from "#base";
import { describeAct, officeName, roomName, type SaidField, sayFields } from "#i18n";
import { type Act, type Office, roomTable, sideOf } from "#record";
import { keyFingerprint } from "./fingerprint.ts";
import type { Refusal } from "./protocol.ts";
import type { At } from "./query.ts";
import { refusalIn } from "./refusal.ts";

/** What an act will say, in plain words, before its author signs it. */
export type Preview = {
  readonly id: number;
  /** One line: who does what. */
  readonly headline: string;
  readonly inWhoseName: string;
  readonly capacity: string;
  readonly room: string;
  /** Everyone who will read it, by name; the host too where it reads. */
  readonly readers: readonly string[];
  /** The host keeps bytes that it cannot read. */
  readonly sealed: boolean;
  readonly saidAt: number;
  readonly fields: readonly SaidField[];
  /** Why it would be refused now. */
  readonly problem: Refusal | undefined;
};

export function previewOf({ t, state }: At, id: number, act: Act, problem: Problem | undefined): Preview {
  const readers = roomTable[act.room].readers;
  return {
    id,
    headline: describeAct(t, state, act),
    inWhoseName: officeName(t, state, act.by.office),
    capacity: act.by.capacity,
    room: roomName(t, state, act.room),
    readers: inTurn(readers, act.by.office).map((office) => officeName(t, state, office)),
    sealed: roomTable[act.room].sealed,
    saidAt: Date.parse(act.saidAt),
    fields: sayFields(t, state, act, keyFingerprint),
    problem: problem && refusalIn(t, problem, state),
  };
}

// The author's own side first: it reads its own name where it expects it.
function inTurn(readers: readonly Office[], author: Office): readonly Office[] {
  const side = sideOf(author);
  if (side === undefined) return readers;
  return [...readers].sort((one, other) => Number(sideOf(other) === side) - Number(sideOf(one) === side));
}
