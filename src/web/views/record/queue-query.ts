import { describeAct, roomName, type SaidField, sayFields } from "#i18n";
import { keyFingerprint } from "../../desk/fingerprint.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { Query } from "../../desk/query.ts";
import { refusalIn } from "../../desk/refusal.ts";

/** An act of this desk's own that does not stand in the record. */
export type QueueRow = {
  readonly id: string;
  readonly words: string;
  readonly room: string;
  /** Epoch ms at which it was signed. */
  readonly at: number;
  readonly state: "waiting" | "sending" | "refused";
  readonly refusal: Refusal | undefined;
  readonly fields: readonly SaidField[];
};

/** The acts that were signed here and are not recorded, the oldest first: in this order they are sent. */
export const recordQueue: Query<undefined, readonly QueueRow[]> = ({ replica, state, t }) =>
  replica.queue.map(({ act, at, state: standing, problem }) => ({
    id: act.id,
    words: describeAct(t, state, act),
    room: roomName(t, state, act.room),
    at,
    state: standing,
    refusal: problem && refusalIn(t, problem, state),
    fields: sayFields(t, state, act, keyFingerprint),
  }));
