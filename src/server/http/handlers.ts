import type { z } from "zod";
import type { contract, OperationName } from "#api";
import { ProblemError, refuse } from "#base";
import { formatBundle, fromBase64, parseTilePath, sha256, Tree, tileHashes, toBase64, toHex } from "#ledger";
import { type Office, processOf, type Room, readableRooms, roomTable } from "#record";
import { digestsIn, fingerprintOf, readEntry } from "#replica";
import type { Store } from "#store";
import type { Registry } from "../registry.ts";
import type { Buckets } from "./guard.ts";
import type { Sessions } from "./sessions.ts";

/** What the operations work on. */
export type Host = {
  readonly registry: Registry;
  readonly store: Store;
  readonly sessions: Sessions;
  /** A secret per office, in a demonstration only; the sign-in links carry them. */
  readonly demonstration: ReadonlyMap<Office, string> | undefined;
  readonly now: () => number;
  /** Acts at once and a second of one session, and sign-ins of one address. */
  readonly limits: { readonly acts: Buckets; readonly signIns: Buckets };
};

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<N extends OperationName> = {
  readonly params: Parsed<(typeof contract)[N] extends { params: infer P } ? P : undefined>;
  readonly query: Parsed<(typeof contract)[N] extends { query: infer Q } ? Q : undefined>;
  readonly body: Parsed<(typeof contract)[N] extends { body: infer B } ? B : undefined>;
  /** The raw body of operations that take bytes. */
  readonly bytes: Uint8Array;
  readonly office: Office;
  readonly token: string | undefined;
  readonly address: string;
};
type Out<N extends OperationName> = (typeof contract)[N] extends { answer: infer A extends z.ZodType }
  ? z.input<A> | { readonly json: z.input<A>; readonly token: string | null }
  : Uint8Array;

/** Everything but the feed, which answers for as long as it is followed. */
export type Handlers = {
  readonly [N in Exclude<OperationName, "followFeed">]: (host: Host, input: In<N>) => Promise<Out<N>>;
};

export const handlers: Handlers = {
  async readProcess({ registry, store }, { office }) {
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
    };
  },

  async listRooms({ registry, store }, { office }) {
    const rooms = await Promise.all(readableRooms(office).map((room) => headOf(registry, store, room)));
    return { rooms };
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
    const { size } = await headOf(registry, store, room);
    const first = tile.index * 256;
    if (tile.level === "entries") {
      if (first + tile.width > size) refuse("api.not_found", {});
      const entries: Uint8Array[] = [];
      for await (const row of store.read(logOf(registry, room), first, tile.width)) entries.push(row.entry);
      return formatBundle(entries);
    }
    const tree = new Tree();
    tree.appendAll(await store.leafHashes(logOf(registry, room)));
    if ((first + tile.width) * 256 ** tile.level > tree.size) refuse("api.not_found", {});
    return tileHashes(tree, tile);
  },

  async postAct({ registry, limits, now }, { office, body, token }) {
    const busy = limits.acts.take(token ?? "", now());
    if (busy) throw new ProblemError(busy);
    const act = fromBase64(body.act);
    if (!act) refuse("api.malformed", { path: "body.act", reason: "must be base64" });
    const author = authorOf(act);
    if (author !== undefined && author !== office) refuse("api.other_office", { office });
    const { id, room, seq, receivedAt, entry, receipt } = await registry.submit({
      act,
      signatures: body.signatures,
    });
    return {
      id,
      room,
      seq,
      receivedAt: new Date(receivedAt).toISOString(),
      entry: toBase64(entry),
      receipt: new TextDecoder().decode(receipt),
    };
  },

  // A blob is read by those who read an act that names it; of all others nobody learns whether it is there.
  async readBlob({ registry, store }, { office, params }) {
    const named = [...registry.state(office).entries.values()].some((entry) =>
      digestsIn(entry.act).includes(params.digest),
    );
    const bytes = named ? await store.blob(params.digest) : undefined;
    return bytes ?? refuse("api.not_found", {});
  },

  async putBlob({ store }, { params, bytes }) {
    if (toHex(sha256(bytes)) !== params.digest) refuse("api.blob_differs", { digest: params.digest });
    await store.putBlob(params.digest, bytes);
    return { digest: params.digest, bytes: bytes.length };
  },

  async startDemonstrationSession({ demonstration, sessions, limits, now }, { body, address }) {
    const busy = limits.signIns.take(address, now());
    if (busy) throw new ProblemError(busy);
    const secret = demonstration?.get(body.office);
    if (secret === undefined || !isSame(secret, body.secret)) refuse("api.sign_in_refused", {});
    return { json: { office: body.office }, token: await sessions.start(body.office, undefined) };
  },

  async endSession({ sessions }, { token }) {
    if (token !== undefined) await sessions.end(token);
    return { json: { office: "public" }, token: null };
  },
};

function readable(office: Office, room: Room): Room {
  if (!roomTable[room].readers.includes(office)) refuse("api.not_readable", { room });
  return room;
}

async function headOf(registry: Registry, store: Store, room: Room) {
  const head = await store.latestCheckpoint(logOf(registry, room));
  return { room, size: head?.size ?? 0, checkpoint: head?.note ?? null };
}

function logOf(registry: Registry, room: Room): string {
  return `${registry.process}/${room}`;
}

// The office that an act names as its author; undefined where it cannot be read, which the registry refuses in words.
function authorOf(act: Uint8Array): unknown {
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(act));
    const by = data !== null && typeof data === "object" && "by" in data ? data.by : undefined;
    return by !== null && typeof by === "object" && "office" in by ? by.office : undefined;
  } catch {
    return undefined; // no JSON: refused further on
  }
}

// The time taken does not tell how much of a guess was right.
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => sha256(new TextEncoder().encode(text)));
  return a?.every((byte, i) => byte === b?.[i]) ?? false;
}
