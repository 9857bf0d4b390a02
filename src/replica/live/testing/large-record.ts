import { formatCheckpoint, leafHash, signerFromKey, signNote, Tree } from "#ledger";
import { encodeEntry } from "#record";
import { bodies, type SignedProcess } from "#server/testing";
import type { Row, Store } from "#store";
import { composeAct, signActWith } from "../../compose.ts";
import { roomSigner } from "../../trust.ts";

const room = "humanitarian";
const batch = 5_000;

/**
 * Writes so many acts into a process that was just founded, as a registry would have admitted them one by one: signed,
 * each on a head that its author may have seen, under signed checkpoints. The registry is to be opened after it.
 */
export async function writeLargeRecord(process: SignedProcess, store: Store, count: number): Promise<void> {
  const signer = roomSigner(process.hostName, process.process, room, process.logKey);
  const roster = process.registry.head("process").size;
  const log = process.log(room);
  const tree = new Tree();
  let seen = { size: 0, root: tree.root() };
  let rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    const side = i % 2 === 0 ? "a" : "b";
    const office = `party-${side}` as const;
    process.now += 1_000;
    const saidAt = new Date(process.now - 500).toISOString();
    const draft = { ...bodies(1 + (i % 300), side), capacity: "delegate", saidAt };
    const made = composeAct(draft, { process: process.process, office, member: "m1" }, seen);
    if ("problem" in made) throw new Error(made.problem.detail);
    const { act, signatures } = await signActWith(made.act, [signerFromKey(process.device(office))]);
    const entry = encodeEntry({ receivedAt: process.now, roster, signatures }, act);
    const hash = leafHash(entry);
    tree.append(hash);
    rows.push({ id: made.act.id, receivedAt: process.now, leafHash: hash, entry });
    seen = { size: tree.size, root: tree.root() };
    if (rows.length < batch && i < count - 1) continue;
    const [size, root] = [tree.size, tree.root()];
    const note = signNote(formatCheckpoint({ origin: signer.name, size, root }), [signer]);
    const checkpoint = { size, root, note: new TextDecoder().decode(note) };
    const { done } = await store.append([{ log, expectedSize: size - rows.length, rows, checkpoint }]);
    if (!done) throw new Error("Another program writes to the record.");
    rows = [];
  }
}
