import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Client } from "#api";
import { fromBase64, type SigningKey, sha256, toBase64, toHex } from "#ledger";
import { readableRooms, seatedNow } from "#record";
import { sqliteBackend } from "#store/testing";
import {
  Follower,
  HttpHost,
  invitedTo,
  keyFor,
  newcomer,
  newDevice,
  SignedProcess,
  seatedIn,
  signInWith,
  Visitor,
  type Words,
} from "../testing/index.ts";
import { idleMs } from "./sessions.ts";

type Newcomer = Awaited<ReturnType<typeof newcomer>>;

const place = await sqliteBackend.place();
const hour = 3_600_000;
let process: SignedProcess;
let host: HttpHost;
let url: string;

const issue = (): Words => ({
  room: "plenary",
  kind: "issue.opened",
  payload: { title: "Hotels", words: "x" },
});
const keyIdOf = (key: string) => toHex(sha256(fromBase64(key) ?? new Uint8Array()));

/** What a client posts of somebody's words, signed with these keys. */
async function envelope(words: Words, member: string, keys: readonly SigningKey[]) {
  const { act, signatures } = await process.signed("party-a", words, keys, member);
  return { body: { act: toBase64(act), signatures: [...signatures] } };
}

const hashOf = (secret: string) => toHex(sha256(new TextEncoder().encode(secret)));

const aboutSeat = (kind: "seat.granted" | "seat.revoked", { member, key }: Newcomer): Words => ({
  room: "process",
  kind,
  payload: {
    ...{ office: "party-a", member, key },
    ...(kind === "seat.granted" ? { title: "Adviser" } : { reason: "The device is lost." }),
  },
});
const byHead = (words: Words) => envelope(words, "party-a-head", [process.head("party-a")]);

/** All that a stream gave before it ended or broke off. */
async function textUntilTheEnd({ body }: Response): Promise<string> {
  let text = "";
  try {
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk;
  } catch {
    // broken off: what came before counts
  }
  return text;
}

const roomsOf = async (client: Client) => (await client.call("listRooms")).rooms.map((one) => one.room);
const requestsOf = async (client: Client) =>
  (await client.call("listSeatRequests")).requests.map((one) => one.keyId);

beforeAll(async () => {
  process = await SignedProcess.founded(await place.open());
  host = await HttpHost.of(process);
  url = await host.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await host.close();
  await process.store.close();
  await place.remove();
});

describe("seats and rooms", () => {
  it("[PK1] a passkey alone opens what the public reads, until the head's grant, which its holder can post", async () => {
    const someone = await newcomer(host, "party-a");
    const { visitor, member, device } = someone;
    expect(await roomsOf(visitor)).toEqual([...readableRooms("public")]);
    const own = await envelope(issue(), member, [device]);
    const others = await envelope(issue(), "m1", [process.device("party-a")]);
    const elsewhere = await byHead({ ...aboutSeat("seat.granted", someone), room: "plenary" });
    for (const one of [own, others, elsewhere, { body: { act: "", signatures: [] } }])
      expect(await visitor.refusal("postAct", one)).toBe("api.seat_needed");
    for (const name of ["createInvitation", "listInvitations", "withdrawInvitation", "putBlob"] as const)
      expect(await visitor.refusal(name), name).toBe("api.seat_needed");
    const forged = await envelope(aboutSeat("seat.granted", someone), member, [device]);
    expect(await visitor.refusal("postAct", forged)).toBe("act.unsigned");
    await visitor.call("postAct", await byHead(aboutSeat("seat.granted", someone)));
    expect((await visitor.call("readProcess")).session?.seated).toBe(true);
    expect(await roomsOf(visitor)).toEqual([...readableRooms("party-a")]);
    expect((await visitor.call("postAct", own)).room).toBe("plenary");
  });

  it("[PK1] says who has signed in, and the names that the founding act gives", async () => {
    const { visitor, member } = await newcomer(host, "party-a");
    const { office, session, names, setUp } = await visitor.call("readProcess");
    const { title, host: ofHost, parties } = process.founding();
    expect({ office, setUp, names }).toEqual({
      office: "public",
      setUp: false,
      names: { title, host: ofHost.label, parties: { a: parties.a.label, b: parties.b.label } },
    });
    const expiresAt = new Date(process.now + 12 * hour).toISOString();
    expect(session).toEqual({ office: "party-a", member, seated: false, expiresAt });
    expect((await new Visitor(host).call("readProcess")).session).toBe(null);
    expect((await (await seatedIn(host, "monitor")).call("readProcess")).session).toMatchObject({
      office: "monitor",
      member: null,
      seated: true,
    });
  });

  it("[PK2] a seat that is revoked takes rooms, sessions and the feed with it, at once", async () => {
    const someone = await newcomer(host, "party-a");
    const { visitor, authenticator } = someone;
    const head = await seatedIn(host, "party-a");
    await head.call("postAct", await byHead(aboutSeat("seat.granted", someone)));
    const second = (await signInWith(host, authenticator)).visitor;
    expect(await roomsOf(second)).toContain("internal-a");
    const feed = await fetch(`${url}/api/feed`, { headers: { cookie: second.cookie ?? "" } });
    const told = textUntilTheEnd(feed);
    await head.call("postAct", await byHead(aboutSeat("seat.revoked", someone)));
    await head.call("postAct", await envelope(issue(), "m1", [process.device("party-a")]));
    const { size } = process.registry.head("process");
    expect(await told).toContain(`process:${size - 1}`);
    expect(await told).not.toContain(`process:${size}`);
    for (const one of [visitor, second]) {
      expect((await one.call("readProcess")).session).toBe(null);
      expect(await roomsOf(one)).toEqual([...readableRooms("public")]);
      expect(await one.refusal("readEntries", { params: { room: "plenary" } })).toBe("api.not_readable");
    }
    const { visitor: again, refusal } = await signInWith(host, authenticator);
    expect(refusal).toBe(undefined);
    expect(await roomsOf(again)).toEqual([...readableRooms("public")]);
    expect(await again.refusal("postAct", await envelope(issue(), someone.member, [someone.device]))).toBe(
      "api.seat_needed",
    );
  });

  it("[PK2] judges the seat itself, also where a session was left by whoever revoked it", async () => {
    const someone = await newcomer(host, "party-a");
    const { visitor } = someone;
    await visitor.call("postAct", await byHead(aboutSeat("seat.granted", someone)));
    const feed = await fetch(`${url}/api/feed`, { headers: { cookie: visitor.cookie ?? "" } });
    const { act, signatures } = (await byHead(aboutSeat("seat.revoked", someone))).body;
    await process.registry.submit({ act: fromBase64(act) ?? new Uint8Array(), signatures });
    expect(await textUntilTheEnd(feed)).not.toContain(`process:${process.registry.head("process").size}`);
    const { office, session } = await visitor.call("readProcess");
    expect([office, session?.seated]).toEqual(["public", false]);
    expect(await visitor.refusal("readEntries", { params: { room: "plenary" } })).toBe("api.not_readable");
  });

  it("[PK2] a member with two devices loses his sessions with either, and not his rooms", async () => {
    const someone = await newcomer(host, "party-a");
    const { visitor, authenticator, member } = someone;
    await visitor.call("postAct", await byHead(aboutSeat("seat.granted", someone)));
    const other = { ...someone, key: newDevice().key };
    await visitor.call("postAct", await byHead(aboutSeat("seat.granted", other)));
    const feed = await fetch(`${url}/api/feed`, { headers: { cookie: visitor.cookie ?? "" } });
    await visitor.call("postAct", await byHead(aboutSeat("seat.revoked", someone)));
    await textUntilTheEnd(feed);
    expect((await visitor.call("readProcess")).session).toBe(null);
    const again = (await signInWith(host, authenticator)).visitor;
    expect((await again.call("readProcess")).session).toMatchObject({ member, seated: true });
    expect(await roomsOf(again)).toContain("internal-a");
  });

  it("[PK12] the feed of a session ends when the session does, used or not", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const start = process.now;
    try {
      for (const end of ["idle", "signed out"] as const) {
        const visitor = await seatedIn(host, "monitor");
        const feed = await fetch(`${url}/api/feed`, { headers: { cookie: visitor.cookie ?? "" } });
        let isOver = false;
        const over = feed.text().then(
          () => {},
          () => {},
        );
        void over.then(() => {
          isOver = true;
        });
        vi.advanceTimersByTime(15_000);
        await new Promise((done) => setTimeout(done, 50));
        expect(isOver).toBe(false);
        if (end === "idle") process.now += idleMs;
        else await visitor.call("endSession");
        if (end === "idle") vi.advanceTimersByTime(15_000);
        await over;
      }
    } finally {
      vi.useRealTimers();
      process.now = start;
    }
  });

  it("[PK12] a reader without a session follows on", async () => {
    const follower = await Follower.of(url, undefined);
    for (let i = 0; i < 200 && follower.size("process") === 0; i++)
      await new Promise((done) => setTimeout(done, 5));
    expect(follower.size("process")).toBeGreaterThan(0);
    await follower.leave();
  });
});

describe("invitations", () => {
  it("[PK3] are into the inviter's own office, for 72 hours, with the secret in one answer only", async () => {
    const head = await seatedIn(host, "party-b");
    const { secret, member, expiresAt } = await head.call("createInvitation", { body: { title: "Adviser" } });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(member).toMatch(/^party-b-[0-9a-f]{16}$/);
    expect(Date.parse(expiresAt)).toBe(process.now + 72 * hour);
    const { invitations } = await head.call("listInvitations");
    expect(invitations).toContainEqual({ member, title: "Adviser", expiresAt });
    expect(JSON.stringify(invitations)).not.toContain(secret);
    const look = await new Visitor(host).call("lookAtInvitation", { body: { secret } });
    expect(look).toEqual({
      process: process.founding().title,
      office: "party-b",
      title: "Adviser",
      expiresAt,
    });
    for (const office of ["host", "party-a", "exchange-b"] as const) {
      const other = await seatedIn(host, office);
      const listed = (await other.call("listInvitations")).invitations;
      expect(listed.map((one) => one.member)).not.toContain(member);
      expect(await other.refusal("withdrawInvitation", { params: { member } })).toBe("api.not_found");
    }
    const named = await host.ask("host", "POST", "/api/invitations", { title: "x", office: "party-b" });
    expect(named.json().code).toBe("api.malformed");
    const stranger = new Visitor(host);
    expect(await stranger.refusal("createInvitation", { body: { title: "x" } })).toBe("api.session_needed");
    expect(await stranger.refusal("listInvitations")).toBe("api.session_needed");
  });

  it("[PK4] say nothing of themselves when they are unknown, used, withdrawn or expired", async () => {
    const head = await seatedIn(host, "party-a");
    const made = () => head.call("createInvitation", { body: { title: "Adviser" } });
    const [withdrawn, expired] = [await made(), await made()];
    await head.call("withdrawInvitation", { params: { member: withdrawn.member } });
    expect(await head.refusal("withdrawInvitation", { params: { member: withdrawn.member } })).toBe(
      "api.not_found",
    );
    const elsewhere = "1".repeat(64);
    await process.store.putInvitation({
      tokenHash: hashOf(elsewhere),
      ...{ process: "other-talks", office: "party-a", member: "m1", title: "x" },
      expiresAt: process.now + 100 * hour,
    });
    const used = await invitedTo(host, "party-a");
    await process.store.takeInvitation(hashOf(used), process.now);
    const start = process.now;
    process.now += 72 * hour;
    const said = new Set<string>();
    const { key, recipient } = newDevice();
    const response = {
      ...{ id: "AAAA", rawId: "AAAA", type: "public-key" as const },
      response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
    };
    for (const secret of [withdrawn.secret, expired.secret, elsewhere, used, "0".repeat(64), "", "a\0b"]) {
      const visitor = new Visitor(host);
      const words = [
        await visitor.words("lookAtInvitation", { body: { secret } }),
        await visitor.words("startRegistration", { body: { secret } }),
        await visitor.words("finishRegistration", { body: { secret, response, key, recipient } }),
      ];
      for (const one of words) said.add(JSON.stringify(one));
    }
    process.now = start;
    expect([...said].map((one) => JSON.parse(one).code)).toEqual(["api.invitation_refused"]);
  });
});

describe("requests for seats", () => {
  it("[PK8] are seen by their member and the seated of his office, until the seat is granted", async () => {
    const [someone, other] = [await newcomer(host, "party-a"), await newcomer(host, "party-a")];
    const [id, otherId] = [keyIdOf(someone.key), keyIdOf(other.key)];
    const [office, otherOffice] = [await seatedIn(host, "party-a"), await seatedIn(host, "party-b")];
    const listed = (await office.call("listSeatRequests")).requests.find((one) => one.keyId === id);
    expect(listed).toEqual({
      keyId: id,
      ...{ office: "party-a", member: someone.member, title: "Adviser", key: someone.key },
      recipient: expect.stringMatching(/^age1pq1/),
      requestedAt: new Date(process.now).toISOString(),
    });
    expect(await requestsOf(office)).toEqual(expect.arrayContaining([id, otherId]));
    expect(await requestsOf(someone.visitor)).toEqual([id]);
    expect(await requestsOf(otherOffice)).toEqual([]);
    expect(await new Visitor(host).refusal("listSeatRequests")).toBe("api.session_needed");
    for (const stranger of [someone.visitor, otherOffice])
      expect(await stranger.refusal("declineSeatRequest", { params: { keyId: otherId } })).toBe(
        "api.not_found",
      );
    await office.call("postAct", await byHead(aboutSeat("seat.granted", someone)));
    const left = await process.store.seatRequestsOf(process.process, "party-a");
    expect(left.map((one) => one.key)).not.toContain(someone.key);
    expect(await requestsOf(office)).not.toContain(id);
    await office.call("declineSeatRequest", { params: { keyId: otherId } });
    expect(await requestsOf(office)).not.toContain(otherId);
    expect(await requestsOf(other.visitor)).toEqual([]);
  });

  it("[PK8] are gone also where another server admitted the grant", async () => {
    const someone = await newcomer(host, "party-a");
    const { act, signatures } = (await byHead(aboutSeat("seat.granted", someone))).body;
    await process.registry.submit({ act: fromBase64(act) ?? new Uint8Array(), signatures });
    expect(await requestsOf(await seatedIn(host, "party-a"))).not.toContain(keyIdOf(someone.key));
    const left = await process.store.seatRequestsOf(process.process, "party-a");
    expect(left.map((one) => one.key)).not.toContain(someone.key);
  });

  it("[PK8] are made again for another device, in place of the earlier one", async () => {
    const { visitor } = await newcomer(host, "party-a");
    const { key, recipient } = newDevice();
    const { keyId } = await visitor.call("requestSeat", { body: { key, recipient, title: "Adviser" } });
    expect(keyId).toBe(keyIdOf(key));
    expect(await requestsOf(visitor)).toEqual([keyId]);
  });

  it("[PK8] are refused for a device that no head could certify", async () => {
    const { visitor } = await newcomer(host, "party-a");
    const { key, recipient } = newDevice();
    const of = (name: SigningKey) => toBase64(name.publicKey);
    const refused = (changed: object) =>
      visitor.refusal("requestSeat", { body: { key, recipient, title: "Adviser", ...changed } });
    expect(await refused({ key: of(process.device("party-a")) })).toBe("api.key_in_use");
    expect(await refused({ key: of(process.device("party-b")) })).toBe("api.key_in_use");
    expect(await refused({ key: of(process.head("party-a")) })).toBe("api.key_in_use");
    expect(await refused({ key: toBase64(new Uint8Array(32)) })).toBe("ledger.key_inadmissible");
    expect(await refused({ key: "AAAA" })).toBe("api.malformed");
    expect(await refused({ recipient: "age1classic" })).toBe("api.malformed");
    expect(await refused({ recipient: "age1pq1broken" })).toBe("ledger.recipient_malformed");
    const body = { key, recipient, title: "x" };
    expect(await (await seatedIn(host, "party-a")).refusal("requestSeat", { body })).toBe(
      "api.member_needed",
    );
    expect(await new Visitor(host).refusal("requestSeat", { body })).toBe("api.session_needed");
  });
});

describe("signing in to a demonstration", () => {
  const secret = "secret of party-a";
  const seats = (key: string) =>
    seatedNow(process.registry.state("public").people).filter((seat) => seat.key === key);

  it("[PK11] gives a device key a seat, once, however often and at the same time it comes", async () => {
    const { name, key, recipient } = newDevice();
    const body = { office: "party-a", secret, key, recipient } as const;
    const visitors = Array.from({ length: 5 }, () => new Visitor(host));
    const member = `party-a-web-${keyIdOf(key).slice(0, 8)}`;
    const answers = await Promise.all(visitors.map((one) => one.call("startDemonstrationSession", { body })));
    for (const answer of answers) expect(answer).toEqual({ office: "party-a", member });
    const [visitor = new Visitor(host)] = visitors;
    await visitor.call("startDemonstrationSession", { body });
    expect(seats(key)).toMatchObject([{ office: "party-a", member, recipient }]);
    expect((await visitor.call("readProcess")).session).toMatchObject({ member, seated: true });
    expect((await visitor.call("postAct", await envelope(issue(), member, [keyFor(name)]))).room).toBe(
      "plenary",
    );
  });

  it("[PK11] takes a key that has a seat for its member, and none of another office", async () => {
    const key = toBase64(process.device("party-a").publicKey);
    const visitor = new Visitor(host);
    const body = { office: "party-a", secret, key } as const;
    expect(await visitor.call("startDemonstrationSession", { body })).toEqual({
      office: "party-a",
      member: "m1",
    });
    const other = { ...body, office: "host", secret: "secret of host" } as const;
    expect(await visitor.refusal("startDemonstrationSession", { body: other })).toBe("act.refused_by_rule");
    expect(seats(key).length).toBe(1);
  });

  it("[PK11] gives no seat for a wrong secret, nor where nobody certifies", async () => {
    const { key, recipient } = newDevice();
    const wrong = { office: "party-a", secret: "secret of host", key, recipient } as const;
    expect(await new Visitor(host).refusal("startDemonstrationSession", { body: wrong })).toBe(
      "api.sign_in_refused",
    );
    const uncertified = await HttpHost.of(process, { certify: undefined });
    const right = { ...wrong, secret };
    expect(await new Visitor(uncertified).refusal("startDemonstrationSession", { body: right })).toBe(
      "api.sign_in_refused",
    );
    const seated = { ...right, key: toBase64(process.device("party-a").publicKey) };
    expect((await new Visitor(uncertified).call("startDemonstrationSession", { body: seated })).member).toBe(
      "m1",
    );
    await uncertified.close();
    expect(seats(key)).toEqual([]);
  });
});
