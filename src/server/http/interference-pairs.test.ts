import { get } from "node:http";
import { expect, it } from "vitest";
import { type Random, seededRandom } from "#base";
import { sha256, toHex } from "#ledger";
import {
  type Act,
  type Office,
  offices,
  parseAct,
  type Room,
  readableRooms,
  refuseAct,
  rooms,
} from "#record";
import type { Envelope } from "#replica";
import {
  bodyOf,
  hostPlaces,
  randomEnvelope,
  type Seat,
  type Served,
  sent,
  served,
} from "../testing/index.ts";

const pairs = 64;
const steps = 24;
const blob = new TextEncoder().encode("named nowhere that a viewer reads");
const digest = toHex(sha256(blob));

/** Two hosts that differ in some rooms only, and who reads none of those. */
type Pair = {
  readonly one: Served;
  readonly other: Served;
  readonly hidden: ReadonlySet<Room>;
  readonly viewers: readonly Office[];
  readonly random: Random;
};
type Counts = { seen: number; hidden: number; refused: number; asked: number };

it(`[HT12] what an office is sent does not depend on rooms that it cannot read, over ${pairs} random pairs`, async () => {
  const counts: Counts = { seen: 0, hidden: 0, refused: 0, asked: 0 };
  for (let seed = 1; seed <= pairs; seed++) {
    const random = seededRandom(seed);
    const viewer = offices[seed % offices.length] ?? "public";
    const hidden = new Set(rooms.filter((room) => !readableRooms(viewer).includes(room)));
    const viewers = offices.filter((office) => readableRooms(office).every((room) => !hidden.has(room)));
    const [one, other] = await Promise.all([served(), served()]);
    await live({ one, other, hidden, viewers, random }, viewer, counts);
    await Promise.all([one.end(), other.end()]);
  }
  console.log(`${pairs} pairs:`, counts);
  expect(counts.seen).toBeGreaterThan(pairs * 3);
  expect(counts.hidden).toBeGreaterThan(pairs * 3);
  expect(counts.refused).toBeGreaterThan(pairs * 3);
}, 900_000);

async function live(pair: Pair, viewer: Office, counts: Counts): Promise<void> {
  const { one, other, hidden, viewers, random } = pair;
  await other.host.ask("host", "PUT", `/api/blobs/${digest}`, blob);
  const feeds = await Promise.all([one, other].map((world) => Frames.of(world, viewer)));
  for (let step = 0; step < steps; step++) {
    one.process.now += 1_000 * random.below(7_200);
    other.process.now = one.process.now;
    const place = random.pick(hostPlaces);
    if (hidden.has(place.room)) counts.hidden += await sayIn(random.pick([one, other, other]), place, random);
    else await sayInBoth(pair, place, counts, feeds);
    counts.refused += await tryAsViewer(pair);
  }
  for (const office of viewers) counts.asked += await compareAll(pair, office);
  const [first, second] = feeds;
  expect(second?.text).toBe(first?.text);
  for (const feed of feeds) feed.leave();
}

// A hidden act, in one of the two worlds: the host's own office may name the blob in it.
async function sayIn(world: Served, place: Seat, random: Random): Promise<number> {
  const envelope = randomEnvelope(world.process, random, place);
  if (!envelope) return 0;
  const { statusCode } = await world.host.ask(place.by, "POST", "/api/acts", bodyOf(envelope));
  return statusCode === 200 ? 1 : 0;
}

// The same act in both, where the rules admit it in both: its author may read what the viewers do not.
async function sayInBoth(
  { one, other, viewers, random }: Pair,
  place: Seat,
  counts: Counts,
  feeds: Frames[],
) {
  const envelope = randomEnvelope(one.process, random, place);
  const act = envelope && actOf(envelope);
  if (!act) return;
  const isViewer = viewers.includes(place.by);
  const refusals = [one, other].map(({ process }) =>
    refuseAct(process.registry.state(place.by), act, process.now),
  );
  if (isViewer) expect(refusals[1]).toEqual(refusals[0]);
  else if (refusals.some((refused) => refused)) return;
  const answers = await Promise.all(
    [one, other].map(({ host }) => host.ask(place.by, "POST", "/api/acts", bodyOf(envelope))),
  );
  const [first, second] = answers.map(sent);
  if (isViewer) expect(second).toEqual(first);
  if (answers.some(({ statusCode }) => statusCode !== 200)) return;
  counts.seen += 1;
  const isSent = feeds.every(({ isOf }) => readableRooms(isOf).includes(place.room));
  if (isSent) await Promise.all(feeds.map((feed) => feed.next()));
}

// Anything that a viewer may try, most of it refused: the refusals are the same too.
async function tryAsViewer({ one, other, hidden, viewers, random }: Pair): Promise<number> {
  const by = random.pick(viewers);
  const place = { ...random.pick(hostPlaces), by, room: random.pick([...hidden]) };
  const envelope = randomEnvelope(one.process, random, place);
  if (!envelope) return 0;
  const [first, second] = await Promise.all(
    [one, other].map(({ host }) => host.ask(by, "POST", "/api/acts", bodyOf(envelope))),
  );
  expect(first?.statusCode).toBeGreaterThanOrEqual(400);
  expect(second && sent(second)).toEqual(first && sent(first));
  return 1;
}

const inRoom = [
  "entries",
  "entries?from=2&limit=3",
  "checkpoint",
  "tile/0/000.p/1",
  "tile/0/000.p/5",
  "tile/1/000.p/1",
  "tile/entries/000.p/2",
];
const asked = [
  "/api/process",
  "/api/rooms",
  "/api/openapi.json",
  "/api/passkeys",
  "/api/invitations",
  "/api/seat-requests",
  `/api/blobs/${digest}`,
  ...rooms.flatMap((room) => inRoom.map((path) => `/api/rooms/${room}/${path}`)),
];

async function compareAll({ one, other }: Pair, office: Office): Promise<number> {
  for (const url of asked) {
    const [first, second] = await Promise.all(
      [one, other].map(async ({ host }) => sent(await host.ask(office, "GET", url))),
    );
    expect(second, `${office} ${url}`).toEqual(first);
  }
  return asked.length;
}

function actOf({ act }: Envelope): Act | undefined {
  const parsed = parseAct(act);
  return "act" in parsed ? parsed.act : undefined;
}

/** The feed of an office as it goes over the wire: its headers and every byte. */
class Frames {
  readonly isOf: Office;
  text = "";
  leave = () => {};
  #taken = 0;

  private constructor(office: Office) {
    this.isOf = office;
  }

  static async of({ host }: Served, office: Office): Promise<Frames> {
    const frames = new Frames(office);
    const url = await host.app.listen({ host: "127.0.0.1", port: 0 });
    const headers = office === "public" ? {} : { cookie: await host.cookie(office) };
    await new Promise<void>((begun) => {
      const request = get(`${url}/api/feed`, { headers }, (answer) => {
        const { date: _, ...kept } = answer.headers;
        frames.text += JSON.stringify([answer.statusCode, kept]);
        answer.setEncoding("utf8").on("data", (chunk: string) => {
          frames.text += chunk;
        });
        begun();
      });
      frames.leave = () => request.destroy();
    });
    await frames.next(); // the seats
    return frames;
  }

  /** Waits until one more event has come. */
  async next(): Promise<void> {
    this.#taken += 1;
    await expect
      .poll(() => this.text.split("\ndata: ").length - 1, { interval: 2, timeout: 20_000 })
      .toBeGreaterThanOrEqual(this.#taken);
  }
}
