/** Whose it is. The store compares these texts, and knows no more of them; `undefined` is nobody in particular. */
export type Seat = {
  readonly process: string;
  readonly office: string;
  readonly member: string | undefined;
};

export type Session = Seat & {
  /** SHA-256 in hex of an opaque token. The token itself is never kept. */
  readonly tokenHash: string;
  /** Epoch ms, as all times here. */
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** From this moment on it is over, however much it was used. */
  readonly expiresAt: number;
};

/** A link that lets its holder in once. */
export type Invitation = Seat & {
  readonly tokenHash: string;
  /** What its holder is to be; empty where nobody said. */
  readonly title: string;
  readonly expiresAt: number;
};

/** A member's wish that the head of his office certify the key of his device. */
export type SeatRequest = {
  readonly process: string;
  readonly office: string;
  readonly member: string;
  readonly key: string;
  readonly recipient: string;
  readonly title: string;
  readonly requestedAt: number;
};

/** A passkey as it is registered. */
export type NewCredential = Seat & {
  /** The authenticator's id of it, base64url without padding; at most 1,023 bytes (WebAuthn level 3, section 4). */
  readonly id: string;
  /** The bytes as the caller wants them back (COSE). */
  readonly publicKey: Uint8Array;
  /** The authenticator's count of signatures; 0 for one that does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: number;
};

export type Credential = NewCredential & { readonly lastUsedAt: number | undefined };

/** Something to be signed once, for one purpose; `subject` is the caller's own note of what it is about. */
export type Challenge = {
  readonly challenge: string;
  readonly purpose: string;
  readonly expiresAt: number;
  readonly subject: string | undefined;
};

/**
 * What signing in needs. No acts: rows are replaced and deleted. Every write is synced before it is answered. What the
 * disk changed reads as absent, and `check` names it.
 */
export interface SignIn {
  putSession(session: Session): Promise<void>;
  /** Also one that is over or idle: the caller judges by its times. */
  session(tokenHash: string): Promise<Session | undefined>;
  /** Moves its last use forward, never back. One that has ended stays ended. */
  touchSession(tokenHash: string, at: number): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  /** Ends every session of exactly that seat; answers how many. */
  endSessionsOf(process: string, office: string, member: string | undefined): Promise<number>;
  /** Ends those whose end has come, and those without use for `idleMs`; answers how many. */
  sweepSessions(now: number, idleMs: number): Promise<number>;

  putInvitation(invitation: Invitation): Promise<void>;
  /** Answers it to one caller, once. Undefined when it was used, is unknown or has expired. */
  takeInvitation(tokenHash: string, now: number): Promise<Invitation | undefined>;
  /** What taking it would answer; it stays. */
  invitation(tokenHash: string, now: number): Promise<Invitation | undefined>;
  /** The open ones of every seat of an office, by their ends. */
  invitationsOf(process: string, office: string, now: number): Promise<Invitation[]>;
  /** Withdraws every invitation of exactly that seat; answers how many. */
  dropInvitationsOf(process: string, office: string, member: string | undefined): Promise<number>;

  /** False, and nothing is written, if a passkey of that id is held already, whosever it is. */
  putCredential(credential: NewCredential): Promise<boolean>;
  credential(id: string): Promise<Credential | undefined>;
  /** Oldest first. */
  credentialsOf(process: string, office: string, member: string | undefined): Promise<Credential[]>;
  /**
   * Notes a use. False, and nothing is written, if there is no such passkey, or if the counter is not above the one
   * held: then another copy of the key may exist (WebAuthn level 3, section 6.1.1). Both may be 0.
   */
  noteCredentialUse(id: string, counter: number, at: number): Promise<boolean>;
  dropCredential(id: string): Promise<void>;

  /** Takes the place of an earlier one of the same member. */
  putSeatRequest(request: SeatRequest): Promise<void>;
  /** Of every member of an office, oldest first. */
  seatRequestsOf(process: string, office: string): Promise<SeatRequest[]>;
  /** Drops the requests of an office for that key; answers how many. */
  dropSeatRequests(process: string, office: string, key: string): Promise<number>;

  putChallenge(challenge: Challenge): Promise<void>;
  /** Answers it to one caller, once, and only for its purpose. Undefined when it was used, is unknown or has expired. */
  takeChallenge(challenge: string, purpose: string, now: number): Promise<Challenge | undefined>;

  /** Deletes the invitations and challenges that expired before anybody took them; answers how many. */
  sweepUntaken(now: number): Promise<number>;
}
