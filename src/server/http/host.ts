import type { z } from "zod";
import type { contract, OperationName, SetUpOperationName } from "#api";
import type { Office } from "#record";
import type { Endpoint } from "#second-reader";
import type { Store } from "#store";
import type { Registry } from "../registry.ts";
import type { Buckets } from "./guard.ts";
import type { Session, Sessions } from "./sessions.ts";

/** Certifies a device for an office and answers the member that it now is. */
type Certify = (office: Office, key: string, recipient: string | undefined) => Promise<string>;

/** What the operations work on. */
export type Host = {
  readonly registry: Registry;
  readonly store: Store;
  readonly sessions: Sessions;
  /** Where browsers find this host, as https://talks.example: passkeys are bound to it. */
  readonly origin: string;
  /** A secret per office, in a demonstration only; the sign-in links carry them. */
  readonly demonstration: ReadonlyMap<Office, string> | undefined;
  /** Gives a device key a seat at once, in a demonstration only. */
  readonly certify?: Certify | undefined;
  /** Whom a report's text may be sent to for a second reading; nobody where it is absent. */
  readonly secondReader?: Endpoint | undefined;
  readonly now: () => number;
  /** Acts at once and a second of one session, and sign-ins of one address. */
  readonly limits: { readonly acts: Buckets; readonly signIns: Buckets };
};

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What an operation is given: its declared parts, and who asks. */
export type In<N extends OperationName> = {
  readonly params: Parsed<(typeof contract)[N] extends { params: infer P } ? P : undefined>;
  readonly query: Parsed<(typeof contract)[N] extends { query: infer Q } ? Q : undefined>;
  readonly body: Parsed<(typeof contract)[N] extends { body: infer B } ? B : undefined>;
  /** The raw body of operations that take bytes. */
  readonly bytes: Uint8Array;
  /** As which office who asks reads and posts now. */
  readonly office: Office;
  readonly session: Session | undefined;
  readonly token: string | undefined;
  readonly address: string;
};

/** What it answers; with a token, a session begins or ends. */
type Out<N extends OperationName> = (typeof contract)[N] extends { answer: infer A extends z.ZodType }
  ? z.input<A> | { readonly json: z.input<A>; readonly token: string | null }
  : Uint8Array;

/** Everything but the set-up, and the feed, which answers for as long as it is followed. */
export type Handlers = {
  readonly [N in Exclude<OperationName, "followFeed" | SetUpOperationName>]: (
    host: Host,
    input: In<N>,
  ) => Promise<Out<N>>;
};
