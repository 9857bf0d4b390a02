import type { Translate } from "#i18n";
import type { Office, State } from "#record";
import type { Device, Replica } from "#replica";
import type { Contents } from "./contents.ts";

/** What every question to the desk is answered from: nothing but this replica, the time and the reader's language. */
export type At = {
  readonly replica: Replica;
  readonly state: State;
  readonly office: Office;
  /** Epoch ms. */
  readonly now: number;
  readonly t: Translate;
  /** What this browser holds of the contents of lists. */
  readonly contents: Contents;
  /** Epoch ms of the newest receipt before this visit; undefined on the first. */
  readonly since: number | undefined;
  /** With what a member who has no seat yet will sign: the replica is the public's, and has no device. */
  readonly waiting?: Device | undefined;
};

/** A pure question to the desk; its answer is plain data in the reader's language, ready to be drawn. */
export type Query<A, M> = (at: At, args: A) => M;
