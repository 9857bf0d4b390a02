import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Challenge, Credential, Invitation, SeatRequest, Session } from "./sign-in.ts";
import type { Store } from "./store.ts";
import { postgresBackend, sqliteBackend, type TestBackend, testDatabaseUrl } from "./test-places.ts";

/** One call as it is drawn. Names are few, so that calls meet; times are small, so that things expire. */
type Call = {
  readonly kind: (typeof kinds)[number];
  readonly name: number;
  readonly member: number;
  readonly at: number;
  readonly lasts: number;
  readonly counter: number;
};

const kinds = [
  ...["putSession", "session", "touchSession", "endSession", "endSessionsOf", "sweepSessions"],
  ...["putInvitation", "invitation", "invitationsOf", "takeInvitation", "dropInvitationsOf", "sweepUntaken"],
  ...["putSeatRequest", "seatRequestsOf", "dropSeatRequests"],
  ...["putCredential", "credential", "credentialsOf", "noteCredentialUse", "dropCredential"],
  ...["putChallenge", "takeChallenge"],
] as const;
const NAMES = 3;
const IDLE_MS = 4;
const MISTAKE = "a mistake";

const call: fc.Arbitrary<Call> = fc.record({
  kind: fc.constantFrom(...kinds),
  name: fc.nat(NAMES - 1),
  member: fc.nat(2),
  at: fc.nat(12),
  lasts: fc.nat(8),
  counter: fc.nat(3),
});
const calls = fc.array(call, { minLength: 1, maxLength: 60 });

/** What each call is given, made from what was drawn; everything of one run is under its own process. */
function given({ name, member, at, lasts, counter }: Call, process: string) {
  const tokenHash = `${process}${name}`.padStart(64, "0");
  const seat = { process, office: "host", member: member === 0 ? undefined : `m${member}` };
  const expiresAt = at + lasts;
  const id = `k${process}-${name}`;
  return {
    seat,
    session: { tokenHash, ...seat, createdAt: at, lastUsedAt: at, expiresAt } satisfies Session,
    invitation: { tokenHash, ...seat, title: member === 0 ? "" : "t", expiresAt } satisfies Invitation,
    seatRequest: {
      ...{
        ...seat,
        member: `m${member}`,
        key: `k${name}`,
        recipient: `r${counter}`,
        title: "t",
        requestedAt: at,
      },
    } satisfies SeatRequest,
    credential: {
      ...{ id, ...seat, publicKey: Uint8Array.of(name, member), counter, transports: ["usb"], createdAt: at },
      lastUsedAt: undefined,
    } satisfies Credential,
    challenge: {
      ...{ challenge: id, purpose: `p${member}`, expiresAt, subject: member === 0 ? undefined : process },
    } satisfies Challenge,
  };
}

type Given = ReturnType<typeof given>;

/** What the store should be, in a few lines: maps in memory. */
class Model {
  readonly sessions = new Map<string, Session>();
  readonly invitations = new Map<string, Invitation>();
  readonly credentials = new Map<string, Credential>();
  readonly challenges = new Map<string, Challenge>();
  readonly seatRequests = new Map<string, SeatRequest>();

  answer({ kind, at, counter }: Call, its: Given): unknown {
    const { tokenHash } = its.session;
    const { id } = its.credential;
    const isOfSeat = (one: Session | Invitation | Credential) => one.member === its.seat.member;
    switch (kind) {
      case "putSession":
        return put(this.sessions, tokenHash, its.session);
      case "session":
        return this.sessions.get(tokenHash);
      case "touchSession": {
        const held = this.sessions.get(tokenHash);
        if (held && held.lastUsedAt < at) this.sessions.set(tokenHash, { ...held, lastUsedAt: at });
        return undefined;
      }
      case "endSession":
        this.sessions.delete(tokenHash);
        return undefined;
      case "endSessionsOf":
        return remove(this.sessions, isOfSeat);
      case "sweepSessions":
        return remove(this.sessions, (one) => one.expiresAt <= at || at - one.lastUsedAt >= IDLE_MS);
      case "putInvitation":
        return put(this.invitations, tokenHash, its.invitation);
      case "invitation": {
        const held = this.invitations.get(tokenHash);
        return held && at < held.expiresAt ? held : undefined;
      }
      case "invitationsOf":
        return [...this.invitations.values()]
          .filter((one) => at < one.expiresAt)
          .sort((a, b) => a.expiresAt - b.expiresAt || (a.tokenHash < b.tokenHash ? -1 : 1));
      case "putSeatRequest":
        this.seatRequests.set(its.seatRequest.member, its.seatRequest);
        return undefined;
      case "seatRequestsOf":
        return [...this.seatRequests.values()].sort(
          (a, b) => a.requestedAt - b.requestedAt || (a.member < b.member ? -1 : 1),
        );
      case "dropSeatRequests":
        return remove(this.seatRequests, (one) => one.key === its.seatRequest.key);
      case "takeInvitation":
        return take(this.invitations, tokenHash, at);
      case "dropInvitationsOf":
        return remove(this.invitations, isOfSeat);
      case "sweepUntaken":
        return (
          remove(this.invitations, (one) => one.expiresAt <= at) +
          remove(this.challenges, (one) => one.expiresAt <= at)
        );
      case "putCredential":
        return put(this.credentials, id, its.credential) !== MISTAKE;
      case "credential":
        return this.credentials.get(id);
      case "credentialsOf":
        return [...this.credentials.values()]
          .filter(isOfSeat)
          .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
      case "noteCredentialUse": {
        const held = this.credentials.get(id);
        const isTaken = held !== undefined && (counter > held.counter || counter + held.counter === 0);
        if (isTaken) this.credentials.set(id, { ...held, counter, lastUsedAt: at });
        return isTaken;
      }
      case "dropCredential":
        this.credentials.delete(id);
        return undefined;
      case "putChallenge":
        return put(this.challenges, id, its.challenge);
      case "takeChallenge":
        if (this.challenges.get(id)?.purpose !== its.challenge.purpose) return undefined;
        return take(this.challenges, id, at);
      default:
        throw new Error(`No answer is known to ${kind}.`);
    }
  }
}

function put<T>(held: Map<string, T>, key: string, value: T): undefined | typeof MISTAKE {
  if (held.has(key)) return MISTAKE;
  held.set(key, value);
  return undefined;
}

function take<T extends { readonly expiresAt: number }>(held: Map<string, T>, key: string, at: number) {
  const found = held.get(key);
  held.delete(key);
  return found && at < found.expiresAt ? found : undefined;
}

function remove<T>(held: Map<string, T>, isMeant: (one: T) => boolean): number {
  const meant = [...held].filter(([, one]) => isMeant(one));
  for (const [key] of meant) held.delete(key);
  return meant.length;
}

function asked(store: Store, { kind, at, counter }: Call, its: Given): Promise<unknown> {
  const { process, office, member } = its.seat;
  const { tokenHash } = its.session;
  const { id } = its.credential;
  switch (kind) {
    case "putSession":
      return store.putSession(its.session).catch(() => MISTAKE);
    case "session":
      return store.session(tokenHash);
    case "touchSession":
      return store.touchSession(tokenHash, at);
    case "endSession":
      return store.endSession(tokenHash);
    case "endSessionsOf":
      return store.endSessionsOf(process, office, member);
    case "sweepSessions":
      return store.sweepSessions(at, IDLE_MS);
    case "putInvitation":
      return store.putInvitation(its.invitation).catch(() => MISTAKE);
    case "invitation":
      return store.invitation(tokenHash, at);
    case "invitationsOf":
      return store.invitationsOf(process, office, at);
    case "putSeatRequest":
      return store.putSeatRequest(its.seatRequest);
    case "seatRequestsOf":
      return store.seatRequestsOf(process, office);
    case "dropSeatRequests":
      return store.dropSeatRequests(process, office, its.seatRequest.key);
    case "takeInvitation":
      return store.takeInvitation(tokenHash, at);
    case "dropInvitationsOf":
      return store.dropInvitationsOf(process, office, member);
    case "sweepUntaken":
      return store.sweepUntaken(at);
    case "putCredential":
      return store.putCredential(its.credential);
    case "credential":
      return store.credential(id);
    case "credentialsOf":
      return store.credentialsOf(process, office, member);
    case "noteCredentialUse":
      return store.noteCredentialUse(id, counter, at);
    case "dropCredential":
      return store.dropCredential(id);
    case "putChallenge":
      return store.putChallenge(its.challenge).catch(() => MISTAKE);
    case "takeChallenge":
      return store.takeChallenge(id, its.challenge.purpose, at);
    default:
      throw new Error(`The store is not asked for ${kind}.`);
  }
}

function describeModel(backend: TestBackend, numRuns: number): void {
  it("[ST102] answers any sequence of sign-in calls as maps in memory would", {
    timeout: 300_000,
  }, async () => {
    const place = await backend.place();
    // where processes share a place, calls go to two stores in turn
    const stores = [await place.open(), ...(backend.isShared ? [await place.open()] : [])];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(calls, async (drawn) => {
        const process = `${++run}`;
        const model = new Model();
        for (const [number, one] of drawn.entries()) {
          const store = stores[number % stores.length];
          if (store === undefined) throw new Error("There is no store.");
          const its = given(one, process);
          expect(await asked(store, one, its), one.kind).toEqual(model.answer(one, its));
        }
        // the next run begins with nothing to sweep
        await stores[0]?.sweepSessions(100, 0);
        await stores[0]?.sweepUntaken(100);
      }),
      { numRuns, seed: 20261122 },
    );
    for (const store of stores) expect(await store.check()).toEqual([]);
    for (const store of stores) await store.close();
    await place.remove();
  });

  it("[ST102] gives each of many invitations and challenges to one asker, in any order of asking", {
    timeout: 300_000,
  }, async () => {
    const place = await backend.place();
    const stores = [await place.open(), ...(backend.isShared ? [await place.open()] : [])];
    const asking = fc.array(fc.record({ name: fc.nat(4), store: fc.nat(1), lag: fc.nat(2) }), {
      minLength: 2,
      maxLength: 24,
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(asking, async (drawn) => {
        const process = `${++run}`;
        const of = (name: number) =>
          given({ kind: "session", name, member: 1, at: 0, lasts: 9, counter: 0 }, process);
        const names = [...new Set(drawn.map(({ name }) => name))];
        for (const name of names) {
          await stores[0]?.putInvitation(of(name).invitation);
          await stores[0]?.putChallenge(of(name).challenge);
        }
        const answers = await Promise.all(
          drawn.map(async ({ name, store: number, lag }) => {
            const store = stores[number % stores.length];
            for (let i = 0; i < lag; i++) await store?.session(of(name).session.tokenHash);
            const { invitation, challenge } = of(name);
            return Promise.all([
              store?.takeInvitation(invitation.tokenHash, 0),
              store?.takeChallenge(challenge.challenge, challenge.purpose, 0),
            ]);
          }),
        );
        for (const place of [0, 1] as const) {
          const taken = answers.map((answer) => answer[place]).filter((it) => it !== undefined);
          const wanted = names.map((name) => (place === 0 ? of(name).invitation : of(name).challenge));
          expect(taken).toHaveLength(wanted.length);
          expect(taken).toEqual(expect.arrayContaining(wanted));
        }
      }),
      { numRuns, seed: 20261122 },
    );
    for (const store of stores) await store.close();
    await place.remove();
  });
}

describe("sqlite", () => describeModel(sqliteBackend, 100));
describe.skipIf(testDatabaseUrl === undefined)("postgres", () => describeModel(postgresBackend, 60));
