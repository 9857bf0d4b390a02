import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sqliteBackend } from "#store/testing";
import {
  Authenticator,
  type Ceremony,
  defaultOrigin,
  HttpHost,
  invitedTo,
  newDevice,
  registerWith,
  SignedProcess,
  seatedIn,
  signInWith,
  Visitor,
} from "../testing/index.ts";
import { Buckets } from "./guard.ts";

const place = await sqliteBackend.place();
let process: SignedProcess;
let host: HttpHost;

const minutes = (many: number) => many * 60_000;
const invited = (office: "party-a" | "party-b" = "party-a") => invitedTo(host, office);
const device = () => {
  const { key, recipient } = newDevice();
  return { key, recipient };
};

async function registered(authenticator = new Authenticator(defaultOrigin)): Promise<Authenticator> {
  expect((await registerWith(host, await invited(), authenticator)).refusal).toBe(undefined);
  return authenticator;
}

beforeAll(async () => {
  process = await SignedProcess.founded(await place.open());
  host = await HttpHost.of(process);
});
afterAll(async () => {
  await host.close();
  await process.store.close();
  await place.remove();
});

describe("registering a passkey", () => {
  it("[PK6] asks the browser for one that it can find by itself, with its user verified and no names", async () => {
    const options = await new Visitor(host).call("startRegistration", { body: { secret: await invited() } });
    expect(options).toMatchObject({
      rp: { id: "talks.example", name: "Parley" },
      user: { name: "Adviser", displayName: "Adviser" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const ids = [options.user.id, options.challenge].map((one) => Buffer.from(one, "base64url").length);
    expect(ids).toEqual([32, 32]);
  });

  for (const algorithm of ["ES256", "EdDSA"] as const)
    it(`[PK6] takes one of ${algorithm}, and signs its holder in`, async () => {
      const { visitor, refusal } = await registerWith(
        host,
        await invited(),
        new Authenticator(defaultOrigin, { algorithm }),
      );
      expect(refusal).toBe(undefined);
      const { office, session } = await visitor.call("readProcess");
      expect(office).toBe("public");
      expect(session).toMatchObject({ office: "party-a", seated: false });
    });

  const wrong: readonly (readonly [string, Partial<Ceremony>])[] = [
    ["for another origin", { origin: "https://talks.example.org" }],
    ["for this origin in clear", { origin: "http://talks.example" }],
    ["for another name", { rpId: "example" }],
    ["of another ceremony", { type: "webauthn.get" }],
    ["inside another site's page", { crossOrigin: true }],
    ["whose user was not verified", { userVerified: false }],
    ["whose user was not there", { userPresent: false }],
    ["on a challenge of its own", { challenge: Buffer.alloc(32).toString("base64url") }],
    ["on no challenge", { challenge: "" }],
  ];
  for (const [words, changed] of wrong)
    it(`[PK5] [PK6] refuses one ${words}, and leaves the invitation`, async () => {
      const secret = await invited();
      const authenticator = new Authenticator(defaultOrigin);
      expect((await registerWith(host, secret, authenticator, changed)).refusal).toBe("api.passkey_refused");
      expect((await registerWith(host, secret, authenticator)).refusal).toBe(undefined);
    });

  it("[PK6] refuses a challenge that comes again, too late, or for another invitation or purpose", async () => {
    const secret = await invited();
    const authenticator = new Authenticator(defaultOrigin);
    const visitor = new Visitor(host);
    const finish = (options: { challenge: string }) => {
      const body = { secret, response: authenticator.register(options), ...device() };
      return visitor.refusal("finishRegistration", { body });
    };
    const options = () => visitor.call("startRegistration", { body: { secret } });
    const used = await options();
    const body = {
      secret,
      response: authenticator.register(used, { userVerified: false }),
      ...device(),
    };
    expect(await visitor.refusal("finishRegistration", { body })).toBe("api.passkey_refused");
    expect(await finish(used)).toBe("api.passkey_refused");
    const late = await options();
    process.now += minutes(5);
    expect(await finish(late)).toBe("api.passkey_refused");
    const other = await visitor.call("startRegistration", { body: { secret: await invited() } });
    expect(await finish(other)).toBe("api.passkey_refused");
    expect(await finish(await visitor.call("startAssertion"))).toBe("api.passkey_refused");
    expect(await finish(await options())).toBe(undefined);
  });

  it("[PK5] takes a passkey that is held already no second time", async () => {
    const authenticator = await registered();
    const secret = await invited("party-b");
    expect((await registerWith(host, secret, authenticator)).refusal).toBe("api.passkey_refused");
    expect((await registerWith(host, secret, new Authenticator(defaultOrigin))).refusal).toBe(undefined);
  });

  it("[PK5] registers one of all who come with an invitation at the same moment", async () => {
    for (let round = 0; round < 10; round++) {
      const secret = await invited();
      const authenticators = Array.from({ length: 4 }, () => new Authenticator(defaultOrigin));
      const all = await Promise.all(
        authenticators.map((one) => registerWith(host, secret, one).catch(() => undefined)),
      );
      const done = all.filter((one) => one && one.refusal === undefined);
      expect(done.length).toBe(1);
      const signedIn = await Promise.all(authenticators.map((one) => signInWith(host, one)));
      expect(signedIn.filter((one) => one.refusal === undefined).length).toBe(1);
    }
  });

  it("[PK6] refuses what no authenticator says, as a request without form", async () => {
    const secret = await invited();
    const visitor = new Visitor(host);
    const options = await visitor.call("startRegistration", { body: { secret } });
    const { response, ...rest } = new Authenticator(defaultOrigin).register(options);
    const bodies = [
      { ...rest, response: { ...response, clientDataJSON: "e30" } },
      { ...rest, response: { ...response, attestationObject: "oA" } },
      { ...rest, rawId: "AAAA", response },
    ];
    for (const one of bodies) {
      const body = { secret, response: one, ...device() };
      expect(await visitor.refusal("finishRegistration", { body })).toBe("api.passkey_refused");
    }
    const body = {
      secret,
      response: { ...rest, response: { ...response, attestationObject: "+/" } },
      ...device(),
    };
    expect(await visitor.refusal("finishRegistration", { body })).toBe("api.malformed");
  });
});

describe("signing in with a passkey", () => {
  it("[PK7] begins a session of its member, once for each challenge", async () => {
    for (const counts of [true, false]) {
      const authenticator = await registered(
        new Authenticator(defaultOrigin, { counts, algorithm: "EdDSA" }),
      );
      for (let i = 0; i < 3; i++) {
        const { visitor, body, refusal } = await signInWith(host, authenticator);
        expect(refusal).toBe(undefined);
        expect((await visitor.call("readProcess")).session).toMatchObject({ office: "party-a" });
        expect(await visitor.refusal("finishAssertion", { body })).toBe("api.passkey_refused");
      }
    }
  });

  it("[PK7] refuses whatever is wrong in the same words", async () => {
    const authenticator = await registered();
    const changes: readonly Partial<Ceremony>[] = [
      { origin: "https://talks.example.org" },
      { rpId: "example.org" },
      { type: "webauthn.create" },
      { crossOrigin: true },
      { userVerified: false },
      { userPresent: false },
      { tampered: true },
      { challenge: Buffer.alloc(32).toString("base64url") },
      { counter: 1 },
      { counter: 0 },
    ];
    const said = new Set<string>();
    for (const changed of changes) {
      const { refusal } = await signInWith(host, authenticator, changed);
      expect(refusal?.code, JSON.stringify(changed)).toBe("api.passkey_refused");
      said.add(JSON.stringify(refusal));
    }
    said.add(JSON.stringify((await signInWith(host, new Authenticator(defaultOrigin))).refusal)); // one that nobody registered
    const visitor = new Visitor(host);
    const late = await visitor.call("startAssertion");
    process.now += minutes(5);
    const late2 = { response: authenticator.assert(late) };
    said.add(JSON.stringify(await visitor.words("finishAssertion", { body: late2 })));
    const secret = await invited();
    const options = await visitor.call("startRegistration", { body: { secret } }); // a challenge for another purpose
    const other = { response: authenticator.assert(options) };
    said.add(JSON.stringify(await visitor.words("finishAssertion", { body: other })));
    expect([...said].map((one) => JSON.parse(one).code)).toEqual(["api.passkey_refused"]);
    expect((await signInWith(host, authenticator)).refusal).toBe(undefined);
  });

  it("[PK7] knows no passkey of another process in the same database", async () => {
    const authenticator = await registered();
    const id = authenticator.id.toString("base64url");
    const own = await process.store.credential(id);
    if (!own) throw new Error("The passkey was not kept.");
    await process.store.dropCredential(id);
    await process.store.putCredential({ ...own, process: "other-talks" });
    expect((await signInWith(host, authenticator)).refusal?.code).toBe("api.passkey_refused");
    expect((await process.store.credential(id))?.lastUsedAt).toBe(undefined);
  });

  it("[PK7] lets a count that a copy of the key has used pass once", async () => {
    const authenticator = await registered();
    const counter = authenticator.counter + 10;
    const both = await Promise.all([
      signInWith(host, authenticator, { counter }),
      signInWith(host, authenticator, { counter }),
    ]);
    expect(both.map((one) => one.refusal?.code).toSorted()).toEqual(["api.passkey_refused", undefined]);
    authenticator.counter = 2;
    expect((await signInWith(host, authenticator)).refusal?.code).toBe("api.passkey_refused");
    authenticator.counter = counter;
    expect((await signInWith(host, authenticator)).refusal).toBe(undefined);
  });

  it("[PK9] shows a member his own passkeys, and removes no others", async () => {
    const [one, other] = [await registered(), await registered()];
    const [{ visitor }, { visitor: stranger }] = [await signInWith(host, one), await signInWith(host, other)];
    const id = one.id.toString("base64url");
    const { passkeys } = await visitor.call("listPasskeys");
    expect(passkeys).toMatchObject([{ id, transports: ["internal"] }]);
    expect(passkeys[0]?.lastUsedAt).toBe(new Date(process.now).toISOString());
    expect(await stranger.refusal("removePasskey", { params: { id } })).toBe("api.not_found");
    expect(await new Visitor(host).refusal("removePasskey", { params: { id } })).toBe("api.session_needed");
    expect(await (await seatedIn(host, "party-a")).refusal("listPasskeys")).toBe("api.member_needed");
    await visitor.call("removePasskey", { params: { id } });
    expect((await visitor.call("listPasskeys")).passkeys).toEqual([]);
    expect((await signInWith(host, one)).refusal?.code).toBe("api.passkey_refused");
    expect((await signInWith(host, other)).refusal).toBe(undefined);
  });

  it("[PK9] ends a member's other sessions and nobody else's, without beginning the hours of his own anew", async () => {
    const [one, other] = [await registered(), await registered()];
    const stranger = (await signInWith(host, other)).visitor;
    const lost = [await signInWith(host, one), await signInWith(host, one)].map(({ visitor }) => visitor);
    process.now += minutes(20);
    const own = (await signInWith(host, one)).visitor;
    const before = (await own.call("readProcess")).session;
    process.now += minutes(5);
    // two of this test, and the one with which he registered
    expect(await own.call("endOtherSessions")).toEqual({ ended: 3 });
    for (const visitor of lost) expect((await visitor.call("readProcess")).session).toBe(null);
    expect((await own.call("readProcess")).session).toEqual(before);
    expect((await stranger.call("readProcess")).session).not.toBe(null);
    expect(await own.call("endOtherSessions")).toEqual({ ended: 0 });
  });

  it("[PK10] bounds what one address asks, with an invitation or a passkey", async () => {
    const limits = { acts: new Buckets(10, 1), signIns: new Buckets(4, 1) };
    const bounded = await HttpHost.of(process, { limits });
    const visitor = new Visitor(bounded);
    const authenticator = new Authenticator(defaultOrigin);
    const options = { challenge: "AAAA" };
    const secret = "0".repeat(64);
    const asks = [
      () => visitor.refusal("lookAtInvitation", { body: { secret } }),
      () => visitor.refusal("startRegistration", { body: { secret } }),
      () => {
        const body = { secret, response: authenticator.register(options), ...device() };
        return visitor.refusal("finishRegistration", { body });
      },
      () => visitor.refusal("startAssertion"),
      () => visitor.refusal("finishAssertion", { body: { response: authenticator.assert(options) } }),
    ];
    for (const ask of asks) {
      const before = [await ask(), await ask(), await ask(), await ask()];
      expect(before).not.toContain("api.too_often");
      expect(await ask()).toBe("api.too_often");
      process.now += 4_000;
    }
    await bounded.close();
  });
});
