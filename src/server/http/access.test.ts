import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type Operation, type OperationName } from "#api";
import { seededRandom } from "#base";
import { emptyRoot, sha256, toBase64, toHex } from "#ledger";
import {
  type Act,
  type Kind,
  kinds,
  type Office,
  offices,
  parseAct,
  type Room,
  readableRooms,
  refusedBy,
  rooms,
  roomTable,
} from "#record";
import { randomHistory, said, sealedPaper } from "#record/testing";
import {
  aFewAtATime,
  bodyOf,
  Follower,
  hostPlaces,
  keyFor,
  type Read,
  randomEnvelope,
  type Seat,
  type Sent,
  type Served,
  sent,
  served,
  signedBy,
} from "../testing/index.ts";

/** One process in which nothing was said yet but its seats, and one in which all was said that may be said. */
let bare: Served;
let full: Served;
const random = seededRandom(40);
/** What every office tried to say where the table lets it: whether it was admitted, or the code that refused it. */
const answers = new Map<Seat, string>();
/** A payload of each kind that was admitted. */
const samples = new Map<Kind, unknown>();
/** Kinds that are said in sealed rooms alone: no host sees one in clear, and a payload of it comes from a history. */
const sealedOnly = kinds.filter(
  (kind) => kind !== "paper.sealed" && !hostPlaces.some((place) => place.kind === kind),
);
const inSealed = new Map<Kind, unknown>();
for (let seed = 1; sealedOnly.some((kind) => !inSealed.has(kind)) && seed <= 400; seed++)
  for (const { act } of randomHistory(seed, 100).world.log) inSealed.set(act.kind, act.payload);

beforeAll(async () => {
  [bare, full] = [await served(), await served()];
  for (let round = 0; round < 40; round++)
    for (const place of hostPlaces)
      if (place.room !== "process" && (answers.get(place) !== "admitted" || random.next() < 0.15))
        await speak(place);
  // what follows only on much that was said before it: its area goes on alone
  for (let round = 0; round < 100 && unspoken().length > 0; round++) {
    const areas = new Set(unspoken().map(areaOf));
    for (const place of hostPlaces)
      if (place.room !== "process" && areas.has(areaOf(place.kind))) await speak(place);
  }
}, 600_000);
afterAll(async () => {
  await bare.end();
  await full.end();
});

/** Said in the open of what stands in sealed rooms, which no host reads: rules of the area alone can let it be said. */
const restOnSealed: readonly Kind[] = ["footage.released", "footage.recalled"];

const areaOf = (kind: Kind) => kind.slice(0, kind.indexOf("."));
const unspoken = () =>
  kinds.filter(
    (kind) =>
      !samples.has(kind) &&
      !restOnSealed.includes(kind) &&
      hostPlaces.some((place) => place.kind === kind && place.room !== "process"),
  );

// Tries to say something of a kind at a place, over HTTP.
async function speak(place: Seat): Promise<void> {
  const { process, host } = full;
  process.now += Math.floor(random.next() ** 3 * 1_800_000);
  const envelope = randomEnvelope(process, random, place);
  if (!envelope) return;
  const answer = await host.ask(place.by, "POST", "/api/acts", bodyOf(envelope));
  const isAdmitted = answer.statusCode === 200;
  if (answers.get(place) !== "admitted") answers.set(place, isAdmitted ? "admitted" : answer.json().code);
  const parsed = parseAct(envelope.act);
  if (isAdmitted && "act" in parsed) samples.set(parsed.act.kind, parsed.act.payload);
}

/** The code with which the table refuses; undefined where it lets it be said. */
function refusalFor(by: Office, kind: Kind, room: Room): string | undefined {
  if (by === "public") return "api.session_needed";
  if (roomTable[room].sealed !== (kind === "paper.sealed")) return "act.sealed_mismatch";
  return refusedBy(by, kind, room) === undefined ? undefined : "act.not_permitted";
}

const statusOf: Readonly<Record<string, number>> = {
  "api.session_needed": 401,
  "act.not_permitted": 403,
  "act.sealed_mismatch": 422,
};
const everywhere = offices.flatMap((by) =>
  rooms.flatMap((room) => kinds.map((kind) => ({ kind, by, room }))),
);

/** An act of the right form and rightly signed, with an id that stands in the full room and not in the bare one. */
function envelopeFor({ kind, by, room }: Seat, ids: readonly string[]) {
  const { process } = bare;
  const setting = { now: process.now, ids: random };
  const act =
    kind === "paper.sealed"
      ? sealedPaper(setting, by, room)
      : said(setting, { kind, by, room, payload: payloadFor(kind, by) as never }); // a payload of this kind
  const id = ids[random.below(Math.max(1, ids.length))] ?? act.id;
  const unseen: Read = {
    state: (office) => process.registry.state(office),
    head: () => ({ size: 0, root: emptyRoot() }),
  };
  return signedBy(process, { ...act, id } as Act, unseen); // an act of one kind is an act
}

function payloadFor(kind: Kind, office: Office): unknown {
  const person = { list: "a".repeat(26), line: 1 };
  const key = toBase64(bare.process.device(office, "m2").publicKey);
  switch (kind) {
    case "process.opened":
      return bare.process.founding();
    case "seat.granted":
      return { office, member: "m2", key, title: "delegate" };
    case "seat.revoked":
      return { office, member: "m2", key, reason: "It was lost." };
    case "head.replaced":
      return { office, head: toBase64(keyFor(`head/${office}/1`).publicKey), reason: "A new head." };
    // what is said in sealed rooms alone is never admitted in clear
    case "eligibility.examined":
      return { person, decision: "defer", evidence: "A1", examiner: "Ada Lind", on: "2025-07-01" };
    case "wish.taken":
      return { person, wish: "undetermined", privately: true, on: "2025-07-01" };
    default:
      return samples.get(kind) ?? inSealed.get(kind);
  }
}

/** Asks the same of both hosts; what they send must be the same, byte for byte. */
async function askBoth(
  office: Office,
  method: Parameters<Served["host"]["ask"]>[1],
  url: string,
  payload?: unknown,
): Promise<Sent & { readonly code: string; readonly json: Record<string, unknown> }> {
  const [inFull, inBare] = [
    await full.host.ask(office, method, url, payload),
    await bare.host.ask(office, method, url, payload),
  ];
  expect(sent(inFull), `${office} ${method} ${url}`).toEqual(sent(inBare));
  const json = JSON.parse(inFull.body || "{}");
  return { ...sent(inFull), code: json.code, json };
}

describe("saying, by the table", () => {
  it("[HT40] no office is refused by the table where it lets it speak, and each kind is admitted", async () => {
    const places = hostPlaces.filter(({ room }) => room !== "process");
    const never = places.filter((place) => answers.get(place) !== "admitted");
    const byTable = new Set([
      "act.not_permitted",
      "act.sealed_mismatch",
      "act.seat_unknown",
      "act.malformed",
    ]);
    expect(unspoken()).toEqual([]);
    // what the rules of its area do not let it say there is not the table's affair
    for (const place of never) {
      const body = bodyOf(envelopeFor(place, []));
      const { code } = (await full.host.ask(place.by, "POST", "/api/acts", body)).json();
      expect(byTable, JSON.stringify(place)).not.toContain(code);
    }
    expect(never.length).toBeLessThan(places.length / 10);
    console.log(`${places.length} places of the table: ${places.length - never.length} were spoken at`);
  });

  it("[HT40] every office is refused everything else alike, whether the room is empty or full", async () => {
    const ids = new Map<Room, string[]>();
    for (const room of rooms) {
      const found: string[] = [];
      for await (const row of full.process.store.read(full.process.log(room), 0)) found.push(row.id);
      ids.set(room, found);
    }
    const refused = everywhere.filter(({ by, kind, room }) => refusalFor(by, kind, room) !== undefined);
    // whether a paper is sealed does not hang on who says it: of those refusals one in four is asked for, of each office
    const asks = refused.filter(
      ({ by, kind, room }) =>
        refusalFor(by, kind, room) !== "act.sealed_mismatch" ||
        (offices.indexOf(by) + kinds.indexOf(kind) + rooms.indexOf(room)) % 4 === 0,
    );
    const codes = new Map<string, number>();
    await aFewAtATime(asks, async (place) => {
      const { by, kind, room } = place;
      const isReader = roomTable[room].readers.includes(by);
      const body = bodyOf(envelopeFor(place, isReader ? [] : (ids.get(room) ?? [])));
      const { code, status, json } = await askBoth(by, "POST", "/api/acts", body);
      expect(code, JSON.stringify(place)).toBe(refusalFor(by, kind, room));
      expect(status).toBe(statusOf[code]);
      if (code === "act.not_permitted")
        expect(json.details).toEqual({ office: by, kind, room, reason: refusedBy(by, kind, room) });
      codes.set(code, (codes.get(code) ?? 0) + 1);
    });
    const tried = [...codes.values()].reduce((sum, count) => sum + count, 0);
    expect(tried).toBe(asks.length);
    expect(refused.length + hostPlaces.length).toBe(everywhere.length);
    console.log(`${tried} posts refused by the table, on both hosts:`, Object.fromEntries(codes));
  }, 600_000);
});

/** What is asked of the operations on rooms, in every room. */
const inEveryRoom = (...paths: readonly string[]) =>
  rooms.flatMap((room) => paths.map((path) => ({ room, url: `/api/rooms/${room}/${path}` })));
const tiles = ["0/000.p/1", "0/000.p/9", "0/x001/000", "1/000.p/1", "entries/000.p/3", "nothing"];
const asked = {
  readEntries: inEveryRoom("entries", "entries?from=3&limit=2", "entries?from=1000000", "entries?limit=x"),
  readCheckpoint: inEveryRoom("checkpoint"),
  readTile: inEveryRoom(...tiles.map((tile) => `tile/${tile}`)),
} satisfies { [N in OperationName]?: readonly { readonly url: string; readonly room: Room }[] };

describe("reading, by the table", () => {
  for (const [name, questions] of Object.entries(asked))
    it(`[HT41] ${name} answers the readers of a room, and is refused to all others alike`, async () => {
      let refused = 0;
      for (const office of offices)
        for (const { room, url } of questions) {
          if (readableRooms(office).includes(room)) {
            const { statusCode } = await full.host.ask(office, "GET", url);
            expect([200, 400, 404], `${office} ${url}`).toContain(statusCode);
            continue;
          }
          const { code, status, json } = await askBoth(office, "GET", url);
          const isMalformed = url.endsWith("limit=x");
          expect([status, code], `${office} ${url}`).toEqual(
            isMalformed ? [400, "api.malformed"] : [403, "api.not_readable"],
          );
          if (!isMalformed) expect(json.details).toEqual({ room });
          refused += 1;
        }
      const unread = offices.length * rooms.length - rooms.flatMap((room) => roomTable[room].readers).length;
      expect(refused).toBe((unread * questions.length) / rooms.length);
    });

  it("[HT41] listRooms and the feed hold the rooms that the office reads, whole, and no other", async () => {
    const url = await full.host.app.listen({ host: "127.0.0.1", port: 0 });
    for (const office of offices) {
      const { rooms: listed } = (await full.host.ask(office, "GET", "/api/rooms")).json();
      const sizes = listed.map(({ room, size }: { room: Room; size: number }) => [room, size]);
      expect(sizes.map(([room]: [Room]) => room)).toEqual(readableRooms(office));
      const cookie = office === "public" ? undefined : await full.host.cookie(office);
      const follower = await Follower.of(url, cookie);
      const received = () => readableRooms(office).map((room) => [room, follower.size(room)]);
      await expect.poll(received, { timeout: 20_000 }).toEqual(sizes);
      expect([...follower.entries.keys()].filter((room) => !readableRooms(office).includes(room))).toEqual(
        [],
      );
      expect(follower.misplaced).toBe(0);
      await follower.leave();
    }
  });

  it("[HT41] readBlob: what is named in no room that the office reads is as if it were not there", async () => {
    const bytes = new TextEncoder().encode("a list");
    const digest = toHex(sha256(bytes));
    for (const { host } of [full, bare]) await host.ask("host", "PUT", `/api/blobs/${digest}`, bytes);
    const payload = samples.get("document.handed_over") as Record<string, unknown>; // as it was admitted
    const blob = { digest, bytes: bytes.length, mediaType: "text/plain" };
    await full.process.say("party-a", {
      room: "plenary",
      kind: "document.handed_over",
      payload: { ...payload, to: ["party-b"], blob },
    });
    for (const office of offices) {
      const answer = await full.host.ask(office, "GET", `/api/blobs/${digest}`);
      if (roomTable.plenary.readers.includes(office)) expect(answer.rawPayload).toEqual(Buffer.from(bytes));
      else {
        const there = await askBoth(office, "GET", `/api/blobs/${digest}`);
        expect(there.code).toBe("api.not_found");
        expect(there).toEqual(await askBoth(office, "GET", `/api/blobs/${"0".repeat(64)}`));
      }
    }
  });
});

describe("the process room, by the table", () => {
  it("[HT40] every office is let speak of its own seats and head", async () => {
    const places = hostPlaces.filter(({ room }) => room === "process");
    for (let round = 0; round < 20; round++)
      for (const place of places) if (answers.get(place) !== "admitted") await speak(place);
    const never = places.filter((place) => answers.get(place) !== "admitted");
    expect(never.map(({ kind }) => kind)).toEqual(["process.opened"]); // it is opened once
    expect(never.map((place) => answers.get(place))).toEqual(["act.refused_by_rule"]);
  });
});

describe("every operation of the contract", () => {
  it("[HT42] is refused to every office alike on both hosts, where it is sent nothing or nonsense", async () => {
    const tried = new Map<string, number>();
    const last = ["endSession"]; // after it nobody is anybody
    const names = Object.keys(contract) as OperationName[]; // its own keys
    for (const name of names.toSorted((one, other) => last.indexOf(one) - last.indexOf(other))) {
      if (name === "followFeed") continue;
      const operation: Operation = contract[name];
      const url = operation.path.replace("*", "tile").replaceAll(/:\w+/g, "0".repeat(64));
      for (const office of offices)
        for (const payload of operation.method === "GET"
          ? [undefined]
          : [undefined, {}, { nonsense: [name] }]) {
          const [inFull, inBare] = [
            await full.host.ask(office, operation.method, url, payload),
            await bare.host.ask(office, operation.method, url, payload),
          ];
          expect(inFull.statusCode, `${office} ${name}`).toBe(inBare.statusCode);
          expect(inFull.statusCode, `${office} ${name}: ${inFull.body}`).toBeLessThan(500);
          if (inFull.statusCode >= 400) expect(sent(inFull), `${office} ${name}`).toEqual(sent(inBare));
          if (operation.who !== "anyone" && office === "public")
            expect(inFull.json().code, name).toBe("api.session_needed");
          tried.set(name, (tried.get(name) ?? 0) + 1);
        }
    }
    expect(tried.size).toBe(names.length - 1); // and the feed, above
    for (const [name, count] of tried) expect(count, name).toBeGreaterThanOrEqual(offices.length);
  });
});
