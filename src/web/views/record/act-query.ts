import { describeAct, isMessageKey, officeName, roomName, type SaidField, sayFields } from "#i18n";
import { type Act, type ActId, type Entry, epochMs, type Room, roomTable } from "#record";
import { keyFingerprint } from "../../desk/fingerprint.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { At, Query } from "../../desk/query.ts";
import { refusalIn } from "../../desk/refusal.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { namedBy, referencesOf } from "./references.ts";
import { type StandingWord, standingOf } from "./standing.ts";

/** Another act, as one line. */
export type ActLine = {
  readonly id: string;
  /** Undefined where this desk does not read it. */
  readonly words: string | undefined;
  /** Epoch ms. */
  readonly at: number | undefined;
};

export type ActModel = {
  readonly id: string;
  readonly words: string;
  readonly office: string;
  readonly capacity: string;
  readonly member: string;
  readonly room: string;
  readonly roomCode: Room;
  /** Its content is readable to the members of its room alone. */
  readonly sealed: boolean;
  /** Its place in its room; undefined while it is on its way. */
  readonly seq: number | undefined;
  readonly happened: When | undefined;
  /** Epoch ms. */
  readonly said: number;
  /** Epoch ms; undefined while it is on its way. */
  readonly received: number | undefined;
  /** As it was first said. */
  readonly fields: readonly SaidField[];
  /** As it reads since its last correction. */
  readonly corrected: readonly SaidField[] | undefined;
  readonly corrections: readonly (ActLine & { readonly reason: string })[];
  /** It builds on an act that this desk has not read, so that it changes nothing here yet. */
  readonly waitsFor: string | undefined;
  readonly refersTo: readonly (ActLine & { readonly label: string })[];
  readonly referredBy: readonly ActLine[];
  readonly standing: StandingWord;
  /** Whether its signatures have been verified on this device. */
  readonly verified: boolean;
  /** Why the host refused it. */
  readonly refusal: Refusal | undefined;
};

/** One act with everything that belongs to it; null where this desk does not read it. */
export const recordAct: Query<{ readonly id: string }, ActModel | null> = (at, args) => {
  const id = args.id as ActId; // any text is looked up
  const queued = at.replica.queue.find(({ act }) => act.id === id);
  const entry = at.state.entries.get(id) ?? at.replica.entries().find((one) => one.act.id === id);
  const act = entry?.act ?? queued?.act;
  if (!act) return null;
  const { t, state, replica } = at;
  const corrections = state.corrections.get(id) ?? [];
  const first = corrections[0] ? withPayload(act, corrections[0].before) : act;
  const fieldsOf = (one: Act) => sayFields(t, state, one, keyFingerprint);
  return {
    id,
    words: describeAct(t, state, first),
    office: officeName(t, state, act.by.office),
    capacity: act.by.capacity,
    member: act.by.member,
    room: roomName(t, state, act.room),
    roomCode: act.room,
    sealed: roomTable[act.room].sealed,
    seq: entry?.seq,
    happened: act.happenedAt === undefined ? undefined : whenOf(act.happenedAt),
    said: epochMs(act.saidAt),
    received: entry?.receivedAt,
    fields: fieldsOf(first),
    corrected: corrections.length > 0 ? fieldsOf(act) : undefined,
    corrections: corrections.map(({ by }) => ({ ...lineOf(at, by), reason: reasonOf(at, by) })),
    waitsFor: entry && !state.entries.has(id) ? missingOf(at, id) : undefined,
    refersTo: referencesOf({ act }).map((one) => ({ ...lineOf(at, one.id), label: labelOf(at, one.field) })),
    referredBy: namedBy(replica, replica.entries(), id).map((one) => lineOf(at, one)),
    standing: standingOf(at, id),
    verified: replica.standing(id)?.verified ?? false,
    refusal: queued?.problem && refusalIn(t, queued.problem, state),
  };
};

// The wording before a correction was one of the same kind.
function withPayload(act: Act, payload: unknown): Act {
  return { ...act, payload } as Act;
}

function lineOf({ t, state, replica }: At, id: ActId): ActLine {
  const entry = state.entries.get(id) ?? replica.entries().find((one) => one.act.id === id);
  if (!entry) return { id, words: undefined, at: undefined };
  return { id, words: describeAct(t, state, entry.act), at: entry.receivedAt };
}

function reasonOf({ state }: At, by: ActId): string {
  const act = state.entries.get(by)?.act;
  return act?.kind === "act.corrected" ? act.payload.reason : "";
}

// The act that is not read, for which this one waits.
function missingOf({ state }: At, id: ActId): string | undefined {
  for (const [missing, waiting] of state.waiting)
    if (waiting.some((one: Entry) => one.act.id === id)) return missing;
  return undefined;
}

function labelOf({ t }: At, field: string): string {
  const key = `field.${field}`;
  return isMessageKey(key) ? t(key) : field;
}
