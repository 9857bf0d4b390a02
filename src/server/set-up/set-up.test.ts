import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cosignatureVerifier, formatVerifierKey, noteVerifier, toBase64 } from "#ledger";
import { processOf } from "#record";
import { composeAct, drawnOrder, type Envelope, readFounding, signAct } from "#replica";
import { type Place, sqliteBackend } from "#store/testing";
import { Buckets } from "../http/guard.ts";
import { draftFor, headKey, joiningOf, keyFor, nonceOf, publicKeyOf, SetUpHost } from "../testing/index.ts";
import { headTitle, memberOf } from "./founding.ts";
import { secretHash } from "./secret.ts";
import { afterFoundingMs } from "./set-up.ts";
import { type Role, roles } from "./state.ts";

let place: Place;
let host: SetUpHost;
beforeEach(async () => {
  place = await sqliteBackend.place();
  host = await SetUpHost.begun(await place.open());
});
afterEach(async () => {
  await host.stop();
  await host.store.close();
  await place.remove();
});

function witnessOf(name: string, key: string, kind: "cosignature" | "note" = "cosignature"): string {
  const { publicKey } = headKey(key);
  return formatVerifierKey(
    kind === "note" ? noteVerifier(name, publicKey) : cosignatureVerifier(name, publicKey),
  );
}

// The head grants his own seat with his head key: an ordinary act.
async function grantOf(role: Role): Promise<Envelope> {
  const payload = {
    office: role,
    member: memberOf(role),
    key: publicKeyOf(`device/${role}`),
    title: headTitle,
  };
  const draft = { room: "process", kind: "seat.granted", payload, capacity: headTitle } as const;
  const author = { process: "two-rivers", office: role, member: memberOf(role) };
  const saidAt = new Date(host.now).toISOString();
  const composed = composeAct({ ...draft, saidAt }, author, host.registry.head("process"));
  if ("problem" in composed) throw new Error(composed.problem.detail);
  return signAct(composed.act, [headKey(role)]);
}

const view = async (role: Role = "host") => (await host.must("readSetUp", role)).json;

describe("who may ask", () => {
  it("[FO1] all but the set-up is refused before the founding, and the description says so", async () => {
    const described = await host.app.inject({ url: "/api/process" });
    expect(described.json()).toMatchObject({
      process: "",
      setUp: true,
      office: "public",
      demonstration: false,
    });
    const others = [
      ["GET", "/api/rooms"],
      ["GET", "/api/rooms/public/entries"],
      ["GET", "/api/feed"],
      ["POST", "/api/acts"],
      ["POST", "/api/session/demonstration"],
      ["DELETE", "/api/session"],
    ] as const;
    for (const [method, url] of others) {
      const answer = await host.app.inject({ method, url });
      expect([answer.statusCode, answer.json().code], url).toEqual([409, "set_up.not_founded"]);
    }
    await host.found();
    expect((await host.app.inject({ url: "/api/process" })).json()).toMatchObject({
      process: "two-rivers",
      setUp: false,
    });
  });

  it("[FO2] every secret that is not good is answered alike", async () => {
    await host.invite();
    const before = host.secrets["party-a"];
    await host.must("inviteHeads", "host", { roles: ["party-a"] });
    const { secret } = { secret: host.secrets.host };
    const wrong = [
      "",
      "x",
      "0".repeat(64),
      `${secret}0`,
      secret.slice(1),
      secret.toUpperCase(),
      secretHash(secret),
      before,
    ];
    const answers = await Promise.all(
      wrong.flatMap((one) => [
        host.ask("readSetUp", { secret: one }),
        host.ask("writeSetUp", { secret: one }, { draft: draftFor() }),
        host.ask("signFounding", { secret: one }, { signature: toBase64(new Uint8Array(64)) }),
        host.ask("receiveInvitation", { secret: one }),
      ]),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 403, json: { code: "set_up.refused" } });
  });

  it("[FO2] how often an address asks is bounded", async () => {
    const bounded = await SetUpHost.begun(host.store, { limit: new Buckets(2, 1) });
    const codes = [];
    for (let i = 0; i < 3; i++) codes.push(await bounded.code("readSetUp", { secret: "x" }));
    expect(codes).toEqual(["set_up.refused", "set_up.refused", "api.too_often"]);
    bounded.now += 1_000;
    expect((await bounded.ask("readSetUp", "host")).status).toBe(200);
    await bounded.stop();
  });

  it("[FO3] a secret stands in what invites, and nowhere else", async () => {
    const heard: string[] = [];
    const listen = async (answer: Promise<{ body: string }>) => {
      heard.push((await answer).body);
    };
    await listen(host.must("writeSetUp", "host", { draft: draftFor() }));
    await host.invite();
    for (const role of roles) await listen(host.must("joinSetUp", role, joiningOf(role)));
    host.breakAt = "keep";
    await listen(host.ask("revealNonce", "host", { nonce: nonceOf("host") }));
    host.breakAt = undefined;
    for (const role of roles) await listen(host.must("revealNonce", role, { nonce: nonceOf(role) }));
    for (const role of roles) await listen(host.sign(role));
    for (const role of roles) await listen(host.must("readSetUp", role));
    const invitations = await Promise.all(roles.map((role) => host.must("receiveInvitation", role)));
    expect(host.logged.join()).toContain("The disk took nothing.");
    for (const secret of [
      ...Object.values(host.secrets),
      ...invitations.map(({ json }) => json.invitation),
    ]) {
      expect(secret).toMatch(/^[0-9a-f]{64}$/);
      for (const text of [host.kept, ...heard, ...host.logged]) expect(text).not.toContain(secret);
    }
    for (const secret of Object.values(host.secrets)) expect(host.kept).toContain(secretHash(secret));
  });

  it("[FO4] what is the host's is refused to the parties", async () => {
    await host.invite();
    for (const role of ["party-a", "party-b"] as const) {
      expect(await host.code("writeSetUp", role, { draft: draftFor() })).toBe("set_up.hosts_alone");
      expect(await host.code("inviteHeads", role, { roles: ["party-a"] })).toBe("set_up.hosts_alone");
      expect(await host.code("reopenSetUp", role, { again: "joining" })).toBe("set_up.hosts_alone");
      expect((await view(role)).role).toBe(role);
    }
  });
});

describe("joining", () => {
  it("[FO5] a link is made anew until its head has joined", async () => {
    expect(await host.code("inviteHeads", "host", { roles: ["party-a"] })).toBe("set_up.too_early");
    await host.invite();
    const first = host.secrets["party-a"];
    await host.invite();
    expect(await host.code("readSetUp", { secret: first })).toBe("set_up.refused");
    await host.must("joinSetUp", "party-a", joiningOf("party-a"));
    expect(await host.code("inviteHeads", "host", { roles: ["party-b", "party-a"] })).toBe("set_up.joined");
    expect((await view("party-b")).heads["party-b"]).toMatchObject({ invited: true, joined: null });
    expect((await host.ask("inviteHeads", "host", { roles: ["party-b"] })).status).toBe(200);
  });

  it("[FO6] a head joins once, with a key that has no other use", async () => {
    await host.invite();
    await host.must("joinSetUp", "host", joiningOf("host"));
    const again = await host.must("joinSetUp", "host", joiningOf("host"));
    expect(again.json.heads.host.joined.fingerprint).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
    expect(await host.code("joinSetUp", "host", joiningOf("another"))).toBe("set_up.joined");
    const join = (head: string) => host.code("joinSetUp", "party-a", { ...joiningOf("party-a"), head });
    expect(await join(publicKeyOf("host"))).toBe("set_up.key_taken");
    expect(await join(publicKeyOf("monitor"))).toBe("set_up.key_taken");
    expect(await join(toBase64(keyFor("log").publicKey))).toBe("set_up.key_taken");
    expect(await join(toBase64(new Uint8Array(32)))).toBe("ledger.key_inadmissible");
    const heads = [{ office: "monitor", head: publicKeyOf("host") }] as const;
    expect(await host.code("writeSetUp", "host", { draft: { ...draftFor(), heads } })).toBe(
      "set_up.key_taken",
    );
    const principal = [{ office: "party-a", head: publicKeyOf("x") }] as const;
    expect(await host.code("writeSetUp", "host", { draft: { ...draftFor(), heads: principal } })).toBe(
      "api.malformed",
    );
  });

  it("[FO6] a witness has a key and a name of his own", async () => {
    await host.invite();
    const join = (role: "host" | "party-a", witness: string) =>
      host.code("joinSetUp", role, { ...joiningOf(role), witness });
    expect(await join("host", witnessOf("w", "host", "note"))).toBe("ledger.key_malformed");
    expect(await join("host", witnessOf("w", "monitor"))).toBe("set_up.key_taken");
    expect(await join("host", witnessOf("w", "host"))).toBe("set_up.key_taken");
    expect(await join("host", witnessOf("w", "own"))).toBeUndefined();
    expect(await join("party-a", witnessOf("w", "other"))).toBe("set_up.key_taken");
    expect(await join("party-a", witnessOf("v", "own"))).toBe("set_up.key_taken");
    expect(await join("party-a", witnessOf("v", "other"))).toBeUndefined();
  });

  it("[FO7] nonces are shown when all have joined, and seen when all are shown", async () => {
    await host.invite();
    for (const role of ["host", "party-a"] as const) await host.must("joinSetUp", role, joiningOf(role));
    expect(await host.code("revealNonce", "host", { nonce: nonceOf("host") })).toBe("set_up.too_early");
    await host.must("joinSetUp", "party-b", joiningOf("party-b"));
    expect(await host.code("revealNonce", "host", { nonce: nonceOf("party-a") })).toBe(
      "set_up.nonce_differs",
    );
    for (const role of ["host", "party-a"] as const)
      await host.must("revealNonce", role, { nonce: nonceOf(role) });
    const before = await host.must("readSetUp", "party-b");
    expect(before.json).toMatchObject({ stage: "drawing", order: null, fingerprint: "" });
    expect(before.json.heads.host).toMatchObject({ revealed: true, joined: { nonce: null } });
    expect(before.body).not.toContain(nonceOf("host"));
    expect(await host.code("readFounding", "host")).toBe("set_up.too_early");
    const after = (await host.must("revealNonce", "party-b", { nonce: nonceOf("party-b") })).json;
    const drawn = (role: string) => ({ head: publicKeyOf(role), nonce: nonceOf(role) });
    expect(after.heads["party-a"].joined.nonce).toBe(nonceOf("party-a"));
    expect(after.order).toEqual(drawnOrder(drawn("host"), drawn("party-a"), drawn("party-b")));
  });
});

describe("the text and its signatures", () => {
  it("[FO8] all three are shown the same text, which says what was agreed", async () => {
    await host.toSigning(draftFor({ note: "Words that all three read." }));
    const shown = await Promise.all(roles.map(async (role) => (await host.must("readFounding", role)).json));
    expect(new Set(shown.map(({ act }) => act)).size).toBe(1);
    const { payload, by, process } = JSON.parse(Buffer.from(shown[0].act, "base64").toString());
    expect({ process, by }).toEqual({
      process: "two-rivers",
      by: { member: "host-head", office: "host", capacity: "head of office" },
    });
    expect(payload).toMatchObject({
      title: draftFor().title,
      note: "Words that all three read.",
      demonstration: false,
      host: { head: publicKeyOf("host") },
      parties: { a: { head: publicKeyOf("party-a") }, b: { head: publicKeyOf("party-b") } },
      heads: draftFor().heads,
      order: (await view()).order,
    });
    expect((await view("party-a")).fingerprint).toBe(shown[0].fingerprint);
  });

  it("[FO9] a head signs for himself alone, and this text", async () => {
    await host.toSigning();
    const refused = async (signature: string) => host.code("signFounding", "party-a", { signature });
    expect(await refused(await host.signature("party-a", "party-b"))).toBe("set_up.signature_refused");
    expect(await refused(await host.signature("party-a", "host"))).toBe("set_up.signature_refused");
    expect(await refused(toBase64(new Uint8Array(64)))).toBe("set_up.signature_refused");
    const earlier = await host.signature("party-a");
    await host.must("writeSetUp", "host", { draft: draftFor({ note: "Other words." }) });
    expect(await refused(earlier)).toBe("set_up.signature_refused");
    expect((await view()).heads["party-a"].signed).toBe(false);
    const signed = await host.sign("party-a");
    expect(signed.json.heads).toMatchObject({ "party-a": { signed: true }, "party-b": { signed: false } });
    expect(await host.code("joinSetUp", "party-a", joiningOf("another"))).toBe("set_up.joined");
  });

  it("[FO10] what was signed is not changed until the host reopens it", async () => {
    await host.toSigning();
    expect(await host.code("signFounding", { secret: "x" }, { signature: "" })).toBe("api.malformed");
    const signature = await host.signature("party-b");
    await host.must("signFounding", "party-b", { signature });
    const { fingerprint } = await view();
    const draft = draftFor({ note: "Other words." });
    expect(await host.code("writeSetUp", "host", { draft })).toBe("set_up.signed");
    const reopened = (await host.must("reopenSetUp", "host", { again: "signing" })).json;
    expect(reopened).toMatchObject({ stage: "signing", draws: 1, heads: { "party-b": { signed: false } } });
    expect(reopened.fingerprint).not.toBe(fingerprint);
    expect(await host.code("signFounding", "party-b", { signature })).toBe("set_up.signature_refused");
    await host.must("writeSetUp", "host", { draft });
    for (const role of roles) await host.sign(role);
    expect(processOf(host.registry.state("public"))?.note).toBe("Other words.");
    expect(await host.code("reopenSetUp", "host", { again: "signing" })).toBe("set_up.founded");
    expect(await host.code("writeSetUp", "host", { draft })).toBe("set_up.founded");
  });

  it("[FO11] all three join anew where a key is lost, and see that they do", async () => {
    await host.toSigning();
    const reopened = (await host.must("reopenSetUp", "host", { again: "joining" })).json;
    expect(reopened).toMatchObject({ stage: "joining", draws: 2, order: null, fingerprint: "" });
    for (const role of roles) expect(reopened.heads[role]).toMatchObject({ invited: true, joined: null });
    await host.must("inviteHeads", "host", { roles: ["party-b"] });
    expect((await view("party-a")).draws).toBe(2);
    expect(
      (await host.must("joinSetUp", "party-a", joiningOf("another"))).json.heads["party-a"].joined.head,
    ).toBe(publicKeyOf("another"));
  });
});

describe("the founding", () => {
  it("[FO12] the third signature founds the process, which is served at once", async () => {
    await host.toSigning();
    await host.sign("party-b");
    await host.sign("host");
    const last = await host.sign("party-a");
    expect(last.json.stage).toBe("founded");
    const { entries } = (await host.app.inject({ url: "/api/rooms/process/entries" })).json();
    expect(entries).toHaveLength(1);
    const described = (await host.app.inject({ url: "/api/process" })).json();
    expect(described.fingerprint).toBe(last.json.fingerprint);
    expect(processOf(host.registry.state("public"))).toMatchObject({ hostName: "parley.example" });
    const founding = await readFounding({
      process: "two-rivers",
      rooms: async () => [],
      async *entries() {
        for (const entry of entries) yield new Uint8Array(Buffer.from(entry, "base64"));
      },
      blobs: async () => [],
      blob: async () => undefined,
      close: async () => {},
    });
    expect(founding).toMatchObject({ fingerprint: last.json.fingerprint });
  });

  it("[FO13] each head is invited to his office; a later invitation takes the place of the one before", async () => {
    await host.toSigning();
    expect(await host.code("receiveInvitation", "party-a")).toBe("set_up.too_early");
    for (const role of roles) await host.sign(role);
    for (const role of roles) {
      const first = (await host.must("receiveInvitation", role)).json;
      const later = (await host.must("receiveInvitation", role)).json;
      expect(later).toMatchObject({ process: "two-rivers", office: role, member: `${role}-head` });
      const take = (secret: string) => host.store.takeInvitation(secretHash(secret), host.now);
      expect(await take(first.invitation)).toBeUndefined();
      expect(await take(later.invitation)).toMatchObject({ office: role, member: `${role}-head` });
      expect(await take(later.invitation)).toBeUndefined();
    }
  });

  it("[FO13] a secret is spent with the passkey, with the seat, and after a week", async () => {
    await host.found();
    const credential = {
      id: "AAAA",
      process: "two-rivers",
      office: "party-a",
      member: "party-a-head",
      publicKey: new Uint8Array([1]),
      counter: 0,
      transports: [],
      createdAt: host.now,
    };
    expect(await host.store.putCredential(credential)).toBe(true);
    expect(await host.code("receiveInvitation", "party-a")).toBe("set_up.refused");
    expect(await host.code("readSetUp", "party-a")).toBe("set_up.refused");
    await host.must("receiveInvitation", "party-b");
    await host.registry.submit(await grantOf("party-b"));
    expect(await host.code("receiveInvitation", "party-b")).toBe("set_up.refused");
    host.now += afterFoundingMs - 1;
    await host.must("receiveInvitation", "host");
    host.now += 1;
    expect(await host.code("receiveInvitation", "host")).toBe("set_up.refused");
  });

  it("[FO14] goes on after a restart at every step", async () => {
    await host.restart();
    await host.must("writeSetUp", "host", { draft: draftFor() });
    await host.restart();
    await host.invite();
    for (const role of roles) {
      await host.restart();
      await host.must("joinSetUp", role, joiningOf(role));
    }
    for (const role of roles) {
      await host.restart();
      await host.must("revealNonce", role, { nonce: nonceOf(role) });
    }
    const { fingerprint } = await view();
    for (const role of roles) {
      await host.restart();
      await host.sign(role);
    }
    await host.restart();
    expect(await view()).toMatchObject({ stage: "founded", fingerprint });
    expect(host.registry.head("process").size).toBe(1);
    for (const role of roles) await host.must("receiveInvitation", role);
  });

  it.each(["found", "settle", "keep"] as const)(
    "[FO14] goes on where the founding broke off: %s",
    async (where) => {
      await host.toSigning();
      await host.sign("host");
      await host.sign("party-a");
      const signature = await host.signature("party-b");
      host.breakAt = where;
      expect(await host.code("signFounding", "party-b", { signature })).toBe("api.failed");
      host.breakAt = undefined;
      if (where === "keep") expect((await view()).heads["party-b"].signed).toBe(false);
      else expect((await view()).stage).toBe("signed");
      await host.restart();
      const stage = (await view()).stage;
      expect(stage).toBe(where === "keep" ? "signing" : "founded");
      expect((await host.must("signFounding", "party-b", { signature })).json.stage).toBe("founded");
      expect(host.registry.head("process").size).toBe(1);
    },
  );

  it("[FO14] a head sends his signature again where the founding broke off, without a restart", async () => {
    await host.toSigning();
    await host.sign("host");
    await host.sign("party-a");
    const signature = await host.signature("party-b");
    host.breakAt = "settle";
    await host.code("signFounding", "party-b", { signature });
    host.breakAt = undefined;
    const again = await host.must("signFounding", "party-a", { signature: await host.signature("party-a") });
    expect(again.json.stage).toBe("founded");
    expect(host.registry.head("process").size).toBe(1);
  });

  it("[FO15] two windows of the host: the one before and the one after, never a mixture", async () => {
    const drafts = Array.from({ length: 8 }, (_, i) => draftFor({ note: `Draft ${i}` }));
    await Promise.all(drafts.map((draft) => host.must("writeSetUp", "host", { draft })));
    expect(drafts).toContainEqual((await view()).draft);
    const codes = await Promise.all(
      ["one", "two", "three"].map((key) => host.code("joinSetUp", "host", joiningOf(key))),
    );
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === "set_up.joined")).toHaveLength(2);
  });

  it("[FO15] signatures that come in at once, and twice, found one process", async () => {
    await host.toSigning();
    const signed = await Promise.all(
      [...roles, ...roles].map(async (role) => {
        const signature = await host.signature(role);
        return { role, signature };
      }),
    );
    const stages = await Promise.all(
      signed.map(
        async ({ role, signature }) => (await host.must("signFounding", role, { signature })).json.stage,
      ),
    );
    expect(stages.at(-1)).toBe("founded");
    expect(host.registry.head("process").size).toBe(1);
  });

  it("[FO15] a draft written while the signatures come in is signed whole, or refused", async () => {
    await host.toSigning();
    const signature = await host.signature("party-a");
    const [written, signed] = await Promise.all([
      host.ask("writeSetUp", "host", { draft: draftFor({ note: "Late words." }) }),
      host.ask("signFounding", "party-a", { signature }),
    ]);
    expect([written.json.code, signed.json.code].filter((code) => code !== undefined)).toHaveLength(1);
  });

  it("[FO16] a name that the record holds is not founded again; the host names it otherwise", async () => {
    await host.found();
    const second = await SetUpHost.begun(host.store);
    await second.toSigning();
    for (const role of ["host", "party-a"] as const) await second.sign(role);
    const signature = await second.signature("party-b");
    expect(await second.code("signFounding", "party-b", { signature })).toBe("set_up.other_process");
    await second.must("reopenSetUp", "host", { again: "signing" });
    await second.must("writeSetUp", "host", { draft: draftFor({ process: "three-rivers" }) });
    for (const role of roles) await second.sign(role);
    expect(second.registry.process).toBe("three-rivers");
    await second.stop();
  });
});
