import { refuse } from "#base";
import { formatBundle, parseNote, parseTilePath, sha256, tileWidth, toBase64, toHex } from "#ledger";
import { type Office, type PayloadOf, processOf, type Room, readableRooms, roomTable } from "#record";
import { fingerprintOf, readEntry } from "#replica";
import type { Store } from "#store";
import type { Registry } from "../registry.ts";
import { actHandlers } from "./acts.ts";
import { demonstrationHandlers } from "./demonstration.ts";
import type { Handlers } from "./host.ts";
import { invitationHandlers } from "./invitations.ts";
import { passkeyHandlers } from "./passkeys.ts";
import { publicHandlers } from "./public.ts";
import { seatRequestHandlers } from "./seat-requests.ts";
import { secondReaderHandlers } from "./second-reader.ts";
import { isSeated } from "./standing.ts";

/** What each operation does. */
export const handlers: Handlers = {
  ...actHandlers,
  ...demonstrationHandlers,
  ...invitationHandlers,
  ...passkeyHandlers,
  ...publicHandlers,
  ...seatRequestHandlers,
  ...secondReaderHandlers,

  async readProcess(host, { office, session }) {
    const { registry, store } = host;
    const founding = processOf(registry.state("public"));
    let fingerprint = "";
    for await (const row of store.read(logOf(registry, "process"), 0, 1)) {
      const read = readEntry(0, row.entry);
      if (!("problem" in read)) fingerprint = fingerprintOf(read.actBytes);
    }
    return {
      process: registry.process,
      demonstration: founding?.demonstration ?? false,
      fingerprint,
      office,
      session: session
        ? {
            office: session.office,
            member: session.member ?? null,
            seated: isSeated(host, session),
            expiresAt: new Date(session.expiresAt).toISOString(),
          }
        : null,
      names: founding ? namesOf(founding) : null,
      setUp: false,
    };
  },

  async listRooms({ registry, store }, { office }) {
    const withCosigned = async (room: Room) => ({
      ...(await headOf(registry, store, room)),
      cosigned: await newestCosigned(store, logOf(registry, room)),
    });
    return { rooms: await Promise.all(readableRooms(office).map(withCosigned)) };
  },

  async readEntries({ registry, store }, { office, params, query }) {
    const room = readable(office, params.room);
    const head = await headOf(registry, store, room);
    const entries: string[] = [];
    const most = Math.max(0, Math.min(query.limit, head.size - query.from));
    if (most > 0)
      for await (const row of store.read(logOf(registry, room), query.from, most))
        entries.push(toBase64(row.entry));
    return { ...head, from: query.from, entries };
  },

  async readCheckpoint({ registry, store }, { office, params }) {
    const { checkpoint } = await headOf(registry, store, readable(office, params.room));
    return new TextEncoder().encode(checkpoint ?? refuse("api.not_found", {}));
  },

  async readTile({ registry, store }, { office, params }) {
    const room = readable(office, params.room);
    const tile = parseTilePath(`tile/${params["*"]}`);
    const { level, index, width } = tile;
    if (level !== "entries")
      return (await registry.hashes(room, { level, index, width })) ?? refuse("api.not_found", {});
    const { size } = await headOf(registry, store, room);
    const first = index * tileWidth;
    if (first + width > size) refuse("api.not_found", {});
    const entries: Uint8Array[] = [];
    for await (const row of store.read(logOf(registry, room), first, width)) entries.push(row.entry);
    return formatBundle(entries);
  },

  // A blob is read by those who read an act that names it; of all others nobody learns whether it is there.
  async readBlob({ registry, store }, { office, params }) {
    const isNamed = await registry.isNamed(params.digest, office);
    const bytes = isNamed ? await store.blob(params.digest) : undefined;
    return bytes ?? refuse("api.not_found", {});
  },

  async putBlob({ store }, { params, bytes }) {
    if (toHex(sha256(bytes)) !== params.digest) refuse("api.blob_differs", { digest: params.digest });
    await store.putBlob(params.digest, bytes);
    return { digest: params.digest, bytes: bytes.length };
  },

  async endSession({ sessions }, { token }) {
    if (token !== undefined) await sessions.end(token);
    return { json: { office: "public" }, token: null };
  },
};

function namesOf({ title, host, parties: { a, b } }: PayloadOf<"process.opened">) {
  return { title, host: host.label, parties: { a: a.label, b: b.label } };
}

function readable(office: Office, room: Room): Room {
  if (!roomTable[room].readers.includes(office)) refuse("api.not_readable", { room });
  return room;
}

async function headOf(registry: Registry, store: Store, room: Room) {
  const head = await store.latestCheckpoint(logOf(registry, room));
  return { room, size: head?.size ?? 0, checkpoint: head?.note ?? null };
}

// Witnesses come at different times: one's newest word may stand on an older head than another's.
async function newestCosigned(store: Store, log: string): Promise<string[]> {
  const named = new Set<string>();
  return (await store.cosignedCheckpoints(log, 16)).flatMap(({ note }) => {
    const [, ...cosigners] = parseNote(new TextEncoder().encode(note)).signatures.map((one) => one.name);
    const isNew = cosigners.some((name) => !named.has(name));
    for (const name of cosigners) named.add(name);
    return isNew ? [note] : [];
  });
}

function logOf(registry: Registry, room: Room): string {
  return `${registry.process}/${room}`;
}
