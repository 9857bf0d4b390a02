import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hex, sha256 } from "./builders.ts";
import type { Challenge, Invitation, NewCredential, SeatRequest, Session } from "./sign-in.ts";
import type { Store } from "./store.ts";
import {
  type Place,
  postgresBackend,
  sqliteBackend,
  type TestBackend,
  testDatabaseUrl,
} from "./test-places.ts";

const NOW = 1_795_000_000_000;
const HOUR = 3_600_000;
const P = "istanbul-2025";

const hashOf = async (token: string): Promise<string> => hex(await sha256(new TextEncoder().encode(token)));

async function session(token: string, change: Partial<Session> = {}): Promise<Session> {
  return {
    tokenHash: await hashOf(token),
    process: P,
    office: "party-a",
    member: "m1",
    createdAt: NOW,
    lastUsedAt: NOW,
    expiresAt: NOW + 12 * HOUR,
    ...change,
  };
}

async function invitation(token: string, change: Partial<Invitation> = {}): Promise<Invitation> {
  const tokenHash = await hashOf(token);
  const seat = { process: P, office: "party-a", member: "m1" };
  return { tokenHash, ...seat, title: "Їжак 🦔", expiresAt: NOW + HOUR, ...change };
}

const seatRequest = (change: Partial<SeatRequest> = {}): SeatRequest => ({
  process: P,
  office: "party-a",
  member: "m1",
  key: "a key",
  recipient: "a recipient".repeat(300),
  title: "Їжак 🦔",
  requestedAt: NOW,
  ...change,
});

const passkey = (id: string, change: Partial<NewCredential> = {}): NewCredential => ({
  id,
  process: P,
  office: "party-a",
  member: "m1",
  publicKey: Uint8Array.from({ length: 256 }, (_, i) => i),
  counter: 0,
  transports: ["usb", "hybrid"],
  createdAt: NOW,
  ...change,
});

const challenge = (change: Partial<Challenge> = {}): Challenge => ({
  challenge: "x8Yw-_q0",
  purpose: "sign-in",
  expiresAt: NOW + 60_000,
  subject: "Їжак 🦔",
  ...change,
});

/** The rules of SPEC.md on signing in, on every database. */
function describeSignIn(backend: TestBackend): void {
  let place: Place;
  let store: Store;
  /** Two stores on one place where processes share it, and otherwise one store twice. */
  let both: readonly [Store, Store];

  beforeEach(async () => {
    place = await backend.place();
    store = await place.open();
    both = [store, backend.isShared ? await place.open() : store];
  });
  afterEach(async () => {
    for (const one of new Set([store, ...both])) await one.close();
    await place.remove();
  });

  it("[ST90] reads a session back as it was put until it is ended, also after opening again", async () => {
    const one = await session("one");
    const other = await session("other", { member: undefined, office: "Їжак 🦔 ', \"{NULL}" });
    expect(await store.session(one.tokenHash)).toBeUndefined();
    await store.putSession(one);
    await store.putSession(other);
    expect(await store.session(one.tokenHash)).toEqual(one);
    expect(await both[1].session(other.tokenHash)).toEqual(other);
    await expect(store.putSession({ ...one, office: "host" })).rejects.toThrow("of this token already");
    expect(await store.session(one.tokenHash)).toEqual(one);
    await store.endSession(one.tokenHash);
    await store.endSession(one.tokenHash);
    await reopen();
    expect(await store.session(one.tokenHash)).toBeUndefined();
    expect(await store.session(other.tokenHash)).toEqual(other);
  });

  it("[ST91] moves the last use of a session forward, never back, and brings none back to life", async () => {
    const one = await session("one");
    const { tokenHash } = one;
    await store.putSession(one);
    await Promise.all([5, 9, 7, 1].map((ms, i) => both[i % 2]?.touchSession(tokenHash, NOW + ms)));
    await store.touchSession(tokenHash, NOW - 1);
    expect(await store.session(tokenHash)).toEqual({ ...one, lastUsedAt: NOW + 9 });
    await store.endSession(tokenHash);
    await store.touchSession(tokenHash, NOW + 10);
    expect(await store.session(tokenHash)).toBeUndefined();
  });

  it("[ST92] ends every session and every invitation of exactly one seat", async () => {
    const seat = { process: P, office: "party-a", member: "m1" };
    const others = [
      { ...seat, member: "m2" },
      { ...seat, member: undefined },
      { ...seat, office: "party-b" },
      { ...seat, process: "geneva-2026" },
    ];
    for (const [i, whose] of [seat, seat, ...others].entries()) {
      await store.putSession(await session(`${i}`, whose));
      await store.putInvitation(await invitation(`${i}`, whose));
    }
    expect(await store.endSessionsOf(P, "party-a", "m1")).toBe(2);
    expect(await store.dropInvitationsOf(P, "party-a", "m1")).toBe(2);
    for (const [i, whose] of [seat, seat, ...others].entries()) {
      const [found, link] = [
        await store.session(await hashOf(`${i}`)),
        await store.takeInvitation(await hashOf(`${i}`), NOW),
      ];
      expect(found).toEqual(i < 2 ? undefined : await session(`${i}`, whose));
      expect(link).toEqual(i < 2 ? undefined : await invitation(`${i}`, whose));
    }
    expect(await store.endSessionsOf(P, "party-a", undefined)).toBe(1);
    expect(await store.session(await hashOf("2"))).toBeDefined();
    expect(await store.endSessionsOf(P, "party-a", "m1")).toBe(0);
  });

  it("[ST93] sweeps the sessions that are over or idle, to the millisecond, and no other", async () => {
    const idle = HOUR / 2;
    const over = [
      await session("ended", { expiresAt: NOW }),
      await session("idle", { lastUsedAt: NOW - idle }),
      await session("long gone", { lastUsedAt: NOW - idle - 1, expiresAt: NOW - 1 }),
    ];
    const held = [
      await session("ends next", { expiresAt: NOW + 1 }),
      await session("idle next", { lastUsedAt: NOW - idle + 1 }),
    ];
    for (const one of [...over, ...held]) await store.putSession(one);
    expect(await store.sweepSessions(NOW, idle)).toBe(3);
    for (const one of over) expect(await store.session(one.tokenHash)).toBeUndefined();
    for (const one of held) expect(await store.session(one.tokenHash)).toEqual(one);
    expect(await store.sweepSessions(NOW, idle)).toBe(0);
  });

  it("[ST94] gives an invitation once, and none that is unknown, expired or withdrawn", async () => {
    const good = await invitation("good", { member: undefined });
    const late = await invitation("late", { expiresAt: NOW });
    for (const one of [good, late]) await store.putInvitation(one);
    await expect(store.putInvitation({ ...good, office: "host" })).rejects.toThrow("of this token already");
    expect(await store.takeInvitation(await hashOf("unknown"), NOW)).toBeUndefined();
    expect(await store.takeInvitation(late.tokenHash, NOW)).toBeUndefined();
    expect(await store.takeInvitation(good.tokenHash, NOW + HOUR - 1)).toEqual(good);
    expect(await store.takeInvitation(good.tokenHash, NOW)).toBeUndefined();
    await reopen();
    expect(await store.takeInvitation(good.tokenHash, NOW)).toBeUndefined();
  });

  it("[ST94] gives an invitation to one of all who ask at the same moment", async () => {
    for (let round = 0; round < 40; round++) {
      const one = await invitation(`round ${round}`);
      await both[round % 2]?.putInvitation(one);
      const asked = Array.from({ length: 8 }, (_, i) =>
        (both[i % 2] ?? store).takeInvitation(one.tokenHash, NOW),
      );
      const given = (await Promise.all(asked)).filter((it) => it !== undefined);
      expect(given).toEqual([one]);
    }
  });

  it("[ST103] looks at an invitation without taking it, and lists the open ones of an office", async () => {
    const good = await invitation("good", { title: "" });
    const sooner = await invitation("sooner", { member: "m2", expiresAt: NOW + 1 });
    const others = [
      await invitation("late", { expiresAt: NOW }),
      await invitation("other office", { office: "party-b" }),
      await invitation("other process", { process: "geneva-2026" }),
    ];
    for (const one of [good, sooner, ...others]) await store.putInvitation(one);
    for (let i = 0; i < 2; i++) expect(await both[i]?.invitation(good.tokenHash, NOW)).toEqual(good);
    expect(await store.invitation(await hashOf("unknown"), NOW)).toBeUndefined();
    expect(await store.invitation(await hashOf("late"), NOW)).toBeUndefined();
    expect(await store.invitation(good.tokenHash, good.expiresAt)).toBeUndefined();
    expect(await store.invitationsOf(P, "party-a", NOW)).toEqual([sooner, good]);
    expect(await store.takeInvitation(good.tokenHash, NOW)).toEqual(good);
    expect(await store.invitation(good.tokenHash, NOW)).toBeUndefined();
    expect(await store.invitationsOf(P, "party-a", NOW)).toEqual([sooner]);
    expect(await store.invitationsOf(P, "host", NOW)).toEqual([]);
  });

  it("[ST104] keeps one request for a seat of each member, the last, and drops them by their key", async () => {
    const [one, other] = [seatRequest(), seatRequest({ member: "m2", requestedAt: NOW - 1 })];
    const elsewhere = [
      seatRequest({ office: "party-b" }),
      seatRequest({ process: "geneva-2026", key: "another key" }),
    ];
    for (const it of [seatRequest({ key: "lost" }), one, other, ...elsewhere]) await store.putSeatRequest(it);
    await reopen();
    expect(await store.seatRequestsOf(P, "party-a")).toEqual([other, one]);
    expect(await store.dropSeatRequests(P, "party-a", "lost")).toBe(0);
    expect(await store.dropSeatRequests(P, "party-a", one.key)).toBe(2);
    expect(await store.seatRequestsOf(P, "party-a")).toEqual([]);
    expect(await store.seatRequestsOf(P, "party-b")).toEqual([elsewhere[0]]);
    expect(await store.seatRequestsOf("geneva-2026", "party-a")).toEqual([elsewhere[1]]);
    for (let round = 0; round < 20; round++) {
      const asked = Array.from({ length: 6 }, (_, i) =>
        (both[i % 2] ?? store).putSeatRequest(seatRequest({ key: `${round}/${i}` })),
      );
      await Promise.all(asked);
      const [left] = await store.seatRequestsOf(P, "party-a");
      const dropped = await Promise.all(both.map((it) => it.dropSeatRequests(P, "party-a", left?.key ?? "")));
      expect(dropped.toSorted()).toEqual([0, 1]);
    }
  });

  it("[ST95] keeps a passkey under its id, and finds those of exactly one seat, oldest first", async () => {
    const longest = "-_aZ".repeat(341);
    const keys = [
      passkey(longest, { createdAt: NOW + 1, counter: 4_294_967_295, transports: [] }),
      passkey("b", { member: undefined }),
      passkey("c", { createdAt: NOW }),
      passkey("d", { office: "party-b" }),
    ];
    for (const key of keys) expect(await store.putCredential(key)).toBe(true);
    expect(await store.putCredential(passkey("c", { office: "party-b", counter: 9 }))).toBe(false);
    await reopen();
    for (const key of keys) expect(await store.credential(key.id)).toEqual({ ...key, lastUsedAt: undefined });
    const ids = async (office: string, member: string | undefined) =>
      (await store.credentialsOf(P, office, member)).map(({ id }) => id);
    expect(await ids("party-a", "m1")).toEqual(["c", longest]);
    expect(await ids("party-a", undefined)).toEqual(["b"]);
    expect(await ids("host", "m1")).toEqual([]);
    await store.dropCredential("c");
    await store.dropCredential("c");
    expect(await store.credential("c")).toBeUndefined();
    expect(await ids("party-a", "m1")).toEqual([longest]);
    expect(await store.putCredential(passkey("c"))).toBe(true);
  });

  it("[ST96] never takes the counter of a passkey back, and takes none twice but 0", async () => {
    await store.putCredential(passkey("k"));
    for (const [counter, isTaken] of [
      [0, true],
      [0, true],
      [3, true],
      [3, false],
      [2, false],
      [0, false],
      [4, true],
    ] as const) {
      expect(await store.noteCredentialUse("k", counter, NOW + counter), `${counter}`).toBe(isTaken);
    }
    expect(await store.credential("k")).toEqual({ ...passkey("k"), counter: 4, lastUsedAt: NOW + 4 });
    expect(await store.noteCredentialUse("unknown", 1, NOW)).toBe(false);
    for (let counter = 5; counter < 45; counter++) {
      const used = both.map((one) => one.noteCredentialUse("k", counter, NOW));
      expect((await Promise.all(used)).sort()).toEqual([false, true]);
    }
    const together = Array.from({ length: 20 }, (_, i) =>
      (both[i % 2] ?? store).noteCredentialUse("k", 100 + ((i * 7) % 20), NOW),
    );
    await Promise.all(together);
    expect((await store.credential("k"))?.counter).toBe(119);
  });

  it("[ST97] gives a challenge once, for its own purpose, before it expires", async () => {
    const one = challenge();
    const late = challenge({ challenge: "late", expiresAt: NOW, subject: undefined });
    for (const it of [one, late]) await store.putChallenge(it);
    await expect(store.putChallenge({ ...one, purpose: "register" })).rejects.toThrow("such a challenge");
    expect(await store.takeChallenge(one.challenge, "register", NOW)).toBeUndefined();
    expect(await store.takeChallenge("unknown", one.purpose, NOW)).toBeUndefined();
    expect(await store.takeChallenge(late.challenge, late.purpose, NOW)).toBeUndefined();
    expect(await store.takeChallenge(one.challenge, one.purpose, NOW)).toEqual(one);
    expect(await store.takeChallenge(one.challenge, one.purpose, NOW)).toBeUndefined();
    for (let round = 0; round < 40; round++) {
      const next = challenge({ challenge: `round ${round}`, subject: undefined });
      await both[round % 2]?.putChallenge(next);
      const asked = Array.from({ length: 8 }, (_, i) =>
        (both[i % 2] ?? store).takeChallenge(next.challenge, i % 3 === 2 ? "register" : "sign-in", NOW),
      );
      expect((await Promise.all(asked)).filter((it) => it !== undefined)).toEqual([next]);
    }
  });

  it("[ST98] sweeps what expired before anybody took it, and nothing else", async () => {
    const links = [await invitation("late", { expiresAt: NOW }), await invitation("good")];
    const asked = [challenge({ challenge: "late", expiresAt: NOW }), challenge()];
    for (const link of links) await store.putInvitation(link);
    for (const one of asked) await store.putChallenge(one);
    expect(await store.sweepUntaken(NOW)).toBe(2);
    expect(await store.sweepUntaken(NOW)).toBe(0);
    // asked as if it were earlier: they are gone, not merely expired
    const [late, good] = await Promise.all(links.map((it) => store.takeInvitation(it.tokenHash, NOW - 1)));
    const [lost, found] = await Promise.all(
      asked.map((it) => store.takeChallenge(it.challenge, it.purpose, NOW - 1)),
    );
    expect([late, good, lost, found]).toEqual([undefined, links[1], undefined, asked[1]]);
  });

  it("[ST99] takes what the disk changed for absent, whichever column it is, and check names it", async () => {
    const changes = {
      session: ["token_hash", "office", "process", "member", "created_at", "expires_at", "last_used_at"],
      invitation: ["token_hash", "office", "process", "member", "expires_at", "title"],
      credential: [
        ...["id", "office", "process", "member", "public_key", "transports"],
        ...["created_at", "counter", "last_used_at"],
      ],
      challenge: ["challenge", "purpose", "expires_at", "subject"],
      seat_request: ["office", "process", "member", "key", "recipient", "title", "requested_at"],
    };
    const texts = ["token_hash", "id", "office", "process", "member", "transports"];
    texts.push("challenge", "purpose", "subject", "key", "recipient", "title");
    const other = await hashOf("other");
    for (const [table, columns] of Object.entries(changes)) {
      for (const column of columns) {
        await store.putSession(await session("s"));
        await store.putInvitation(await invitation("i"));
        await store.putCredential(passkey("k", { counter: 7 }));
        await store.putChallenge(challenge());
        await store.putSeatRequest(seatRequest());
        expect(await store.check()).toEqual([]);
        const isText = texts.includes(column);
        const bytes = backend.name === "sqlite" ? "x'00'" : "'\\x00'::bytea";
        const value = column === "public_key" ? bytes : isText ? `'${other}'` : `${NOW + 2 * HOUR}`;
        await place.execute(`update ${table} set ${column} = ${value}`);
        const what = `${table}.${column}`;
        expect(
          (await store.check()).map(({ code }) => code),
          what,
        ).toEqual(["store.sign_in_damaged"]);
        for (const hash of [await hashOf("s"), other]) {
          if (table === "session") expect(await store.session(hash), what).toBeUndefined();
        }
        for (const [process, office] of [
          [P, "party-a"],
          [other, "party-a"],
          [P, other],
        ] as const) {
          if (table === "seat_request") expect(await store.seatRequestsOf(process, office), what).toEqual([]);
        }
        for (const hash of [await hashOf("i"), other]) {
          if (table === "invitation") expect(await store.invitation(hash, NOW), what).toBeUndefined();
          const taken = await store.takeInvitation(hash, NOW);
          if (table === "invitation") expect(taken, what).toBeUndefined();
        }
        for (const id of ["k", other]) {
          if (table !== "credential") continue;
          expect(await store.noteCredentialUse(id, NOW + 3 * HOUR, NOW), what).toBe(false);
          expect(await store.credential(id), what).toBeUndefined();
          expect(await store.credentialsOf(P, "party-a", "m1"), what).toEqual([]);
        }
        for (const name of [challenge().challenge, other]) {
          for (const purpose of ["sign-in", other]) {
            const taken = await store.takeChallenge(name, purpose, NOW);
            if (table === "challenge") expect(taken, what).toBeUndefined();
          }
        }
        await place.execute(
          Object.keys(changes)
            .map((it) => `delete from ${it}`)
            .join("; "),
        );
      }
    }
  });

  it("[ST100] takes a mistake of the caller in a full sentence, and never repeats a token", async () => {
    const [good, link] = [await session("s"), await invitation("i")];
    const secret = "the-token-itself";
    const noHash = "is a SHA-256 in 64 lower-case";
    const cases: [() => Promise<unknown>, string][] = [
      [() => store.putSession({ ...good, tokenHash: secret }), noHash],
      [() => store.session(secret), noHash],
      [() => store.touchSession(secret, NOW), noHash],
      [() => store.endSession(secret), noHash],
      [() => store.putInvitation({ ...link, tokenHash: secret }), noHash],
      [() => store.takeInvitation(secret, NOW), noHash],
      [() => store.putSession({ ...good, office: "" }), "1 to 255 are allowed"],
      [() => store.putSession({ ...good, member: "a\0b" }), "without NUL"],
      [() => store.putSession({ ...good, expiresAt: Number.POSITIVE_INFINITY }), "not a whole number"],
      [() => store.sweepSessions(NOW, -1), "is not a count"],
      [() => store.putInvitation({ ...link, process: "" }), "1 to 255 are allowed"],
      [() => store.takeInvitation(link.tokenHash, Number.NaN), "not a whole number"],
      [() => store.putInvitation({ ...link, title: "a\0b" }), "without NUL"],
      [() => store.invitation(secret, NOW), noHash],
      [() => store.putSeatRequest(seatRequest({ key: "" })), "1 to 255 are allowed"],
      [() => store.putSeatRequest(seatRequest({ title: "\ud800" })), "not well-formed"],
      [() => store.putCredential(passkey("a+b=")), "is not base64url"],
      [() => store.putCredential(passkey("a".repeat(1_365))), "is not base64url"],
      [() => store.putCredential(passkey("k", { publicKey: new Uint8Array(0) })), "has 0 bytes"],
      [() => store.putCredential(passkey("k", { counter: -1 })), "is not a count"],
      [() => store.noteCredentialUse("k", 0.5, NOW), "is not a count"],
      [() => store.putChallenge(challenge({ challenge: "" })), "1 to 255 are allowed"],
      [() => store.putChallenge(challenge({ subject: "\ud800" })), "not well-formed"],
    ];
    for (const [call, words] of cases) {
      const said = await call().then(
        () => "nothing",
        (error: unknown) => (error instanceof Error ? error.message : "no error"),
      );
      expect(said).toContain(words);
      expect(said).not.toContain(secret);
    }
    for (const statement of ["session", "invitation", "credential", "challenge"])
      expect(await rowsOf(statement)).toBe(0);
  });

  it("[ST100] takes what only a stranger would send as unknown", async () => {
    for (const sent of ["", "a\0b", "\ud800", "a+b=", "'; drop table session", "x".repeat(10_000)]) {
      expect(await store.credential(sent)).toBeUndefined();
      expect(await store.noteCredentialUse(sent, 1, NOW)).toBe(false);
      expect(await store.takeChallenge(sent, "sign-in", NOW)).toBeUndefined();
      await store.dropCredential(sent);
    }
  });

  it("[ST101] ends, withdraws and sweeps in several processes at once without holding each other up", async () => {
    for (let round = 0; round < 15; round++) {
      const [put, ended]: [Promise<void>[], Promise<number>[]] = [[], []];
      const names = Array.from({ length: 24 }, (_, i) => `${round}/${i}`);
      for (const [i, name] of names.entries()) {
        const seat = { member: i % 3 === 0 ? "m2" : "m1" };
        const its = { ...seat, expiresAt: NOW + (i % 2) };
        put.push(
          store.putSession(await session(name, its)),
          store.putInvitation(await invitation(name, its)),
        );
      }
      await Promise.all(put);
      const hashes = await Promise.all(names.map(hashOf));
      const touched = hashes.map((hash, i) => both[i % 2]?.touchSession(hash, NOW + 1 + i));
      for (const one of both) {
        ended.push(one.sweepSessions(NOW, HOUR), one.endSessionsOf(P, "party-a", "m1"));
        ended.push(one.sweepUntaken(NOW), one.dropInvitationsOf(P, "party-a", "m1"));
      }
      await Promise.all(touched);
      const counts = await Promise.all(ended);
      // a sweep passes over what is held at the moment, and comes again
      const later = (await store.sweepSessions(NOW, HOUR)) + (await store.sweepUntaken(NOW));
      const inAll = counts.reduce((sum, count) => sum + count, later);
      // of 24, all of m1 (16) and of m2 (8) the expired half; twice, for the invitations
      expect(inAll).toBe(2 * (16 + 4));
      expect(await store.endSessionsOf(P, "party-a", "m2")).toBe(4);
      expect(await store.dropInvitationsOf(P, "party-a", "m2")).toBe(4);
    }
  });

  async function reopen(): Promise<void> {
    for (const one of new Set(both)) await one.close();
    store = await place.open();
    both = [store, backend.isShared ? await place.open() : store];
  }

  /** Counted by what a sweep of everything deletes. */
  async function rowsOf(table: string): Promise<number> {
    const end = NOW + 1_000 * HOUR;
    if (table === "session") return store.sweepSessions(end, 0);
    if (table === "credential") return (await store.credentialsOf(P, "party-a", "m1")).length;
    return store.sweepUntaken(end);
  }
}

describe("sqlite", () => describeSignIn(sqliteBackend));
describe.skipIf(testDatabaseUrl === undefined)("postgres", () => describeSignIn(postgresBackend));
