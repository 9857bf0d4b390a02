import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, sessionCookie } from "#api";
import { seededRandom } from "#base";
import {
  fromBase64,
  leafHash,
  openCheckpoint,
  parseBundle,
  sha256,
  Tree,
  tileHashes,
  toBase64,
  toHex,
  verifyReceipt,
} from "#ledger";
import { type Act, type Office, offices, readableRooms, rooms } from "#record";
import { sealedPaper } from "#record/testing";
import { roomVerifier } from "#replica";
import { sqliteBackend } from "#store/testing";
import { HttpHost, SignedProcess, signedBy } from "../testing/index.ts";
import { round } from "../testing/words.ts";
import { Buckets } from "./guard.ts";
import { idleMs, longestMs } from "./sessions.ts";

const source = { kind: "own_record", publisher: "Secretariat" } as const;
const place = await sqliteBackend.place();
let process: SignedProcess;
let host: HttpHost;

const issue = (title: string) =>
  ({ room: "plenary", kind: "issue.opened", payload: { title, words: "x" } }) as const;
const statement = (words: string) =>
  ({
    room: "public",
    kind: "statement.captured",
    payload: {
      speaker: { name: "N. N.", capacity: "Speaker" },
      occasion: "Briefing",
      verbatim: words,
      language: "en",
      original: true,
      source,
    },
  }) as const;

async function post(office: Office, draft: Parameters<SignedProcess["signed"]>[1], as: Office = office) {
  const { act, signatures } = await process.signed(office, draft);
  return host.ask(as, "POST", "/api/acts", { act: toBase64(act), signatures });
}

beforeAll(async () => {
  process = await SignedProcess.founded(await place.open());
  host = await HttpHost.of(process);
  for (const words of ["One", "Two"]) await process.say("host", statement(words));
  await process.say("party-a", issue("First"));
});
afterAll(async () => {
  await host.close();
  await process.store.close();
  await place.remove();
});

describe("reading over HTTP", () => {
  it("[HT1] serves the contract, and lists it", async () => {
    const document = (await host.ask("public", "GET", "/api/openapi.json")).json();
    const listed = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(listed.toSorted()).toEqual(Object.keys(contract).toSorted());
    const nothing = await host.ask("public", "GET", "/api/nothing");
    expect([nothing.statusCode, nothing.json().code]).toEqual([404, "api.no_such_operation"]);
  });

  it("[HT2] sees the public where there is no session, or none that holds", async () => {
    expect((await host.ask("public", "GET", "/api/process")).json()).toMatchObject({
      office: "public",
      demonstration: true,
    });
    expect((await host.ask("monitor", "GET", "/api/process")).json().office).toBe("monitor");
    const made = await host.app.inject({
      url: "/api/process",
      headers: { cookie: `${sessionCookie}=${"0".repeat(64)}` },
    });
    expect(made.json().office).toBe("public");
    const refused = await post("party-a", issue("x"), "public");
    expect([refused.statusCode, refused.json().code]).toEqual([401, "api.session_needed"]);
  });

  it("[HT3] gives every office its rooms and refuses every other, in every operation", async () => {
    for (const office of offices) {
      const listed = (await host.ask(office, "GET", "/api/rooms")).json().rooms;
      expect(listed.map((one: { room: string }) => one.room)).toEqual([...readableRooms(office)]);
      for (const room of rooms) {
        const isReader = readableRooms(office).includes(room);
        for (const path of ["entries", "checkpoint", "tile/0/000", "tile/entries/000.p/1"]) {
          const { statusCode, body } = await host.ask(office, "GET", `/api/rooms/${room}/${path}`);
          if (isReader) expect([200, 404], `${office} ${room} ${path}: ${body}`).toContain(statusCode);
          else
            expect([statusCode, JSON.parse(body).code], `${office} ${room} ${path}`).toEqual([
              403,
              "api.not_readable",
            ]);
        }
      }
    }
  });

  it("[HT14] gives heads, tiles and bundles that prove each other", async () => {
    const { rooms: listed } = (await host.ask("public", "GET", "/api/rooms")).json();
    const { size } = listed.find((one: { room: string }) => one.room === "process");
    const note = (await host.ask("public", "GET", "/api/rooms/process/checkpoint")).rawPayload;
    const log = roomVerifier(process.founding(), process.process, "process");
    const { checkpoint } = openCheckpoint(new Uint8Array(note), { log });
    expect(checkpoint.size).toBe(size);
    const bundle = await host.ask("public", "GET", `/api/rooms/process/tile/entries/000.p/${size}`);
    const tree = new Tree();
    for (const entry of parseBundle(new Uint8Array(bundle.rawPayload), size)) tree.append(leafHash(entry));
    expect(toHex(tree.root())).toBe(toHex(checkpoint.root));
    const tile = await host.ask("public", "GET", `/api/rooms/process/tile/0/000.p/${size}`);
    expect(toHex(new Uint8Array(tile.rawPayload))).toBe(
      toHex(tileHashes(tree, { level: 0, index: 0, width: size })),
    );
    expect((await host.ask("public", "GET", `/api/rooms/process/tile/0/000.p/${size + 1}`)).statusCode).toBe(
      404,
    );
    expect((await host.ask("public", "GET", "/api/rooms/process/tile/0/0")).json().code).toBe(
      "ledger.tile_path_malformed",
    );
  });

  it("[HT15] gives a blob to those who read an act that names it", async () => {
    const bytes = new TextEncoder().encode("a list of hotels");
    const digest = toHex(sha256(bytes));
    const put = await host.ask("party-a", "PUT", `/api/blobs/${digest}`, bytes);
    expect(put.json()).toEqual({ digest, bytes: bytes.length });
    expect((await host.ask("party-a", "PUT", `/api/blobs/${"0".repeat(64)}`, bytes)).json().code).toBe(
      "api.blob_differs",
    );
    const get = async (office: Office) => (await host.ask(office, "GET", `/api/blobs/${digest}`)).statusCode;
    expect([await get("party-a"), await get("public")]).toEqual([404, 404]);
    const { id } = await process.say("host", {
      room: "plenary",
      kind: "round.proposed",
      payload: { title: "Round", number: 1, on: "2025-07-02", format: "plenary" },
    });
    const payload = {
      round: id,
      title: "Hotels",
      to: ["party-b"],
      at: "2025-07-01",
      blob: { digest, bytes: bytes.length, mediaType: "text/plain" },
      source,
    };
    await process.say("party-a", { room: "plenary", kind: "document.handed_over", payload });
    expect(
      await Promise.all(["party-a", "party-b", "host", "monitor", "public"].map((one) => get(one as Office))),
    ).toEqual([200, 200, 200, 404, 404]);
  });
});

describe("footage that was recalled", () => {
  beforeAll(async () => {
    // the host sees a closed paper in the press room; with none it admits no release
    const paper = sealedPaper({ now: process.now, ids: seededRandom(8) }, "press-a", "press-a");
    await process.registry.submit(signedBy(process, paper as Act, process.registry)); // an act of one kind is an act
  });

  it("[HT62] goes out no more, and is not kept", async () => {
    const bytes = new TextEncoder().encode("frames");
    const digest = toHex(sha256(bytes));
    await host.ask("press-a", "PUT", `/api/blobs/${digest}`, bytes);
    const released = await process.say("press-a", {
      room: "public",
      kind: "footage.released",
      payload: {
        title: "Arrival",
        file: { digest, bytes: bytes.length, mediaType: "video/mp4" },
        ground: "nobody_recognisable",
        boxes: 1,
        sound: "muted_whole",
      },
    });
    const get = async () => (await host.ask("public", "GET", `/api/blobs/${digest}`)).statusCode;
    expect(await get()).toBe(200);
    const payload = { release: released.id };
    await process.say("press-a", { room: "public", kind: "footage.recalled", payload });
    expect([await get(), await process.store.hasBlob(digest)]).toEqual([404, false]);
    await host.ask("press-a", "PUT", `/api/blobs/${digest}`, bytes);
    expect(await get()).toBe(404);
    const kinds = [...process.registry.state("public").footage.released.values()];
    expect(kinds).toHaveLength(1);
  });

  it("[HT72] takes nothing away that another act names", async () => {
    const bytes = new TextEncoder().encode("A document of the other side.");
    const digest = toHex(sha256(bytes));
    const file = { digest, bytes: bytes.length, mediaType: "application/pdf" };
    await host.ask("party-b", "PUT", `/api/blobs/${digest}`, bytes);
    const { id: held } = await process.say("host", round(77));
    const source = { kind: "own_record", publisher: "Secretariat" };
    const document = { round: held, title: "Paper", to: ["party-a"], at: "2025-07-01", blob: file, source };
    await process.say("party-b", { room: "plenary", kind: "document.handed_over", payload: document });
    const { id } = await process.say("press-a", {
      room: "public",
      kind: "footage.released",
      payload: {
        title: "Arrival",
        file: { ...file, mediaType: "video/mp4" },
        ground: "nobody_recognisable",
        boxes: 0,
        sound: "muted_whole",
      },
    });
    await process.say("press-a", { room: "public", kind: "footage.recalled", payload: { release: id } });
    const get = async (office: Office) => (await host.ask(office, "GET", `/api/blobs/${digest}`)).statusCode;
    expect([await get("party-b"), await get("host"), await get("public")]).toEqual([200, 200, 404]);
  });
});

describe("saying over HTTP", () => {
  it("[HT11] answers a post with a receipt that verifies, and takes no other office's act", async () => {
    const answer = await post("party-b", issue("Second"));
    expect(answer.statusCode, answer.body).toBe(200);
    const { receipt, entry, seq } = answer.json();
    const log = roomVerifier(process.founding(), process.process, "plenary");
    const verdict = verifyReceipt(new TextEncoder().encode(receipt), fromBase64(entry) ?? new Uint8Array(), {
      log,
    });
    expect(verdict).toMatchObject({ kind: "included", index: seq });
    expect((await post("party-b", issue("Third"), "party-a")).json().code).toBe("api.other_office");
    const size = process.registry.head("plenary").size;
    expect((await post("party-b", { ...issue("Fourth"), room: "internal-host" })).json().code).toBe(
      "act.not_permitted",
    );
    expect(process.registry.head("plenary").size).toBe(size);
  });

  it("[HT4] refuses what another site makes a browser send", async () => {
    const send = (headers: Record<string, string>) =>
      host.app.inject({
        method: "DELETE",
        url: "/api/session",
        headers: { host: "parley.example", ...headers },
      });
    const refused = async (headers: Record<string, string>) => (await send(headers)).statusCode;
    expect(await refused({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await refused({ "sec-fetch-site": "same-site" })).toBe(403);
    expect(await refused({ origin: "https://other.example" })).toBe(403);
    expect(await refused({ origin: "null" })).toBe(403);
    expect(await refused({ "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await refused({ origin: "https://parley.example" })).toBe(200);
    expect(await refused({})).toBe(200);
  });

  it("[HT5] puts the security headers on every answer", async () => {
    const answers = [
      await host.ask("public", "GET", "/api/process"),
      await host.ask("public", "GET", "/api/nothing"),
      await host.ask("public", "POST", "/api/acts", { act: "", signatures: [] }),
    ];
    for (const { headers } of answers) {
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cache-control"]).toBe("no-store");
    }
  });

  it("[HT6] refuses in problem details with a stable code", async () => {
    const bad: readonly (readonly [string, string, string, unknown])[] = [
      ["api.malformed", "POST", "/api/acts", {}],
      ["api.malformed", "POST", "/api/acts", { act: "not base64!", signatures: [] }],
      ["api.malformed", "POST", "/api/acts", { act: "", signatures: [], more: 1 }],
      ["act.not_json", "POST", "/api/acts", { act: toBase64(new TextEncoder().encode("{")), signatures: [] }],
      ["api.malformed", "GET", "/api/rooms/attic/entries", undefined],
      ["api.malformed", "GET", "/api/rooms/public/entries?from=-1", undefined],
      ["api.malformed", "GET", "/api/rooms/public/entries?limit=100000", undefined],
    ];
    for (const [code, method, url, body] of bad) {
      const answer = await host.ask("party-a", method as "GET" | "POST", url, body);
      expect(answer.json().code, `${url} ${answer.body}`).toBe(code);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      expect(answer.body).not.toMatch(/\s+at /);
    }
    const text = await host.app.inject({
      method: "POST",
      url: "/api/acts",
      headers: { "content-type": "text/plain" },
      payload: "x",
    });
    expect(text.json().code).toBe("api.malformed");
  });

  it("[HT10] refuses a body over its size", async () => {
    const answer = await host.ask("party-a", "POST", "/api/acts", {
      act: "A".repeat(300_000),
      signatures: [],
    });
    expect(answer.json()).toMatchObject({ code: "api.malformed" });
  });

  it("[HT13] bounds posts of a session and sign-ins of an address", async () => {
    const limits = { acts: new Buckets(2, 1), signIns: new Buckets(3, 1) };
    const bounded = await HttpHost.of(process, { limits });
    const send = async () =>
      (await bounded.ask("host", "POST", "/api/acts", { act: "", signatures: [] })).json().code;
    expect([await send(), await send(), await send()]).toEqual([
      "act.not_json",
      "act.not_json",
      "api.too_often",
    ]);
    process.now += 1_000;
    expect(await send()).toBe("act.not_json");
    const guess = () =>
      bounded.ask("public", "POST", "/api/session/demonstration", { office: "host", secret: "x" });
    const codes = [];
    for (let i = 0; i < 5; i++) codes.push((await guess()).json().code);
    expect(codes).toContain("api.sign_in_refused");
    expect(codes.at(-1)).toBe("api.too_often");
    await bounded.close();
  });
});

describe("sessions", () => {
  const office = async (cookie: string) =>
    (await host.app.inject({ url: "/api/process", headers: { cookie } })).json().office;

  it("[HT8] are opaque, of this host alone, and end", async () => {
    const answer = await host.ask("public", "POST", "/api/session/demonstration", {
      office: "operator",
      secret: "secret of operator",
    });
    const set = String(answer.headers["set-cookie"]);
    expect(set).toMatch(
      /^__Host-parley=[0-9a-f]{64}; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    const cookie = set.split(";")[0] ?? "";
    expect(await office(cookie)).toBe("operator");
    await host.app.inject({ method: "DELETE", url: "/api/session", headers: { cookie } });
    expect(await office(cookie)).toBe("public");
  });

  it("[HT8] end after half an hour without use, and after twelve hours", async () => {
    const start = process.now;
    const fresh = async () => {
      const answer = await host.ask("public", "POST", "/api/session/demonstration", {
        office: "monitor",
        secret: "secret of monitor",
      });
      return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
    };
    const idle = await fresh();
    process.now += idleMs;
    expect(await office(idle)).toBe("public");
    const used = await fresh();
    const end = process.now + longestMs;
    while (process.now + idleMs / 2 < end) {
      process.now += idleMs / 2;
      expect(await office(used)).toBe("monitor");
    }
    process.now = end;
    expect(await office(used)).toBe("public");
    process.now = start;
  });

  it("[HT9] of the demonstration are not given elsewhere, nor for another secret", async () => {
    const real = await HttpHost.of(process, { demonstration: undefined });
    const body = { office: "host", secret: "secret of host" };
    expect((await real.ask("public", "POST", "/api/session/demonstration", body)).json().code).toBe(
      "api.sign_in_refused",
    );
    await real.close();
    const wrong = { office: "host", secret: "secret of party-a" };
    expect((await host.ask("public", "POST", "/api/session/demonstration", wrong)).json().code).toBe(
      "api.sign_in_refused",
    );
  });
});
