import { type Language, officeName, roomName, spokenWords } from "#i18n";
import { formatCheckpoint, fromHex, leafHash, sha256, Tree } from "#ledger";
import { type Office, offices, processOf, type Room, roomTable } from "#record";
import { fingerprintOf, originOf } from "#replica";
import type { At } from "./query.ts";

/**
 * Bits that are read aloud. The host makes every head, so that it could look for two that sound alike: among 128 bits
 * it would have to try 2^64.
 */
const spokenBytes = 16;
const encoder = new TextEncoder();

/** Something to compare aloud: sixteen words, and the whole digest in hex. */
export type Spoken = { readonly words: readonly string[]; readonly digest: string };

export type RoomWords = Spoken & {
  readonly room: Room;
  readonly name: string;
  /** The size at which it is compared, and how many entries are held. */
  readonly size: number;
  readonly held: number;
};

export type HeadWords = {
  /** The reader at the other end; undefined where none is named. */
  readonly with: string | undefined;
  readonly at: number;
  /** The one text over all rooms that are compared. */
  readonly all: Spoken;
  readonly rooms: readonly RoomWords[];
};

export type HeadWordsArgs = {
  readonly language: Language;
  /** Who is at the other end: only rooms that both read are compared. */
  readonly with: Office;
  /** Smaller sizes than those held, where the other reader holds fewer entries. */
  readonly sizes: Readonly<Partial<Record<Room, number>>>;
};

type Work = { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void };

/** The heads of the rooms that two offices both read, as words to compare by voice. */
export async function headWords(
  at: At,
  args: HeadWordsArgs,
  { signal, onProgress }: Work,
): Promise<HeadWords> {
  const { replica, state, t, now } = at;
  const founding = processOf(state);
  if (!founding) throw new Error("There is nothing to compare before the founding act has been read.");
  const shared = replica
    .rooms()
    .filter((room) => roomTable[room].readers.includes(args.with) && replica.head(room).size > 0);
  const texts: string[] = [];
  const rooms: RoomWords[] = [];
  for (const [i, room] of shared.entries()) {
    signal.throwIfAborted();
    onProgress(i, shared.length);
    const held = replica.head(room).size;
    const size = Math.min(Math.max(1, args.sizes[room] ?? held), held);
    const root = await rootAt(at, room, size);
    const text = formatCheckpoint({ origin: originOf(founding.hostName, replica.process, room), size, root });
    texts.push(text);
    rooms.push({ room, name: roomName(t, state, room), size, held, ...spoken(args.language, text) });
  }
  const named = offices.includes(args.with) && args.with !== at.office;
  return {
    with: named ? officeName(t, state, args.with) : undefined,
    at: now,
    all: spoken(args.language, texts.join("")),
    rooms,
  };
}

function spoken(language: Language, text: string): Spoken {
  const bytes = encoder.encode(text);
  return {
    words: spokenWords(language, sha256(bytes).subarray(0, spokenBytes)),
    digest: fingerprintOf(bytes),
  };
}

async function rootAt({ replica }: At, room: Room, size: number): Promise<Uint8Array> {
  const head = replica.head(room);
  const root = fromHex(head.root);
  if (size === head.size && root) return root;
  const tree = new Tree();
  for await (const bytes of replica.source().entries(room)) {
    tree.append(leafHash(bytes));
    if (tree.size === size) break;
  }
  return tree.root();
}
