import { officeName, roomName } from "#i18n";
import type { Standing } from "#replica";
import { type ProofModel, proveAct } from "./act-proof.ts";
import type { Action } from "./action.ts";
import { archiveOf } from "./archive.ts";
import type { Desk } from "./desk.ts";
import { type HeadWords, type HeadWordsArgs, headWords } from "./head-words.ts";
import { byTurn } from "./process.ts";
import type { Refusal } from "./protocol.ts";
import type { At } from "./query.ts";
import { refusalIn } from "./refusal.ts";

/** What was verified, in the reader's words. */
export type Verified = {
  readonly acts: number;
  readonly signatures: number;
  readonly fingerprint: string;
  readonly logs: readonly {
    readonly room: string;
    readonly size: number;
    /** SHA-256 in hex. */
    readonly root: string;
    readonly standing: Standing;
    readonly witnesses: readonly string[];
  }[];
  readonly problems: readonly Refusal[];
};

const proofOf: Action<string, ProofModel | undefined> = (desk, id) => proveAct(openAt(desk), id);

/** Verifies all that is held, from the founding act on; with the fingerprint on paper, where it is given. */
const verifyRecord: Action<{ readonly fingerprint: string }, Verified> = async (
  desk,
  { fingerprint },
  work,
) => {
  const at = openAt(desk);
  const { replica, state, t } = at;
  const found = await replica.verifyAll({ ...work, ...(fingerprint.trim() === "" ? {} : { fingerprint }) });
  return {
    acts: found.acts,
    signatures: found.signatures,
    fingerprint: found.fingerprint,
    logs: found.rooms
      .filter((one) => one.size > 0)
      .map(({ room, size, root, standing, witnesses }, turn) => ({
        room: roomName(t, state, room),
        size,
        root,
        standing,
        witnesses: byTurn(at, turn, witnesses).map((office) => officeName(t, state, office)),
      })),
    problems: found.problems.map((one) => refusalIn(t, one, state)),
  };
};

/** This office's copy in one file, with the host's documents where it can be reached. */
const packCopy: Action<undefined, { readonly name: string; readonly file: Blob }> = async (desk, _, work) => {
  const { replica, office } = openAt(desk);
  const { name, parts } = await archiveOf(replica.source(), office, work);
  return { name: `${name}.zip`, file: new Blob([...parts], { type: "application/zip" }) };
};

const compareHeads: Action<HeadWordsArgs, HeadWords> = (desk, args, work) =>
  headWords(openAt(desk), args, work);

function openAt(desk: Desk): At {
  const at = desk.at();
  if (!at) throw new Error("Nothing can be proven before the record has been read.");
  return at;
}

export const recordActions = { proofOf, verifyRecord, packCopy, compareHeads } as const;
