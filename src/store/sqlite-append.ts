import type { DatabaseSync } from "node:sqlite";
import { ProblemError } from "#base";
import type { Outcome } from "./batch-queue.ts";
import { checkpointCrc, rowCrc } from "./crc.ts";
import { decide } from "./decide.ts";
import type { Request } from "./request.ts";
import type { Append, AppendResult } from "./store.ts";

/** Commits a batch of appends in one transaction, with one sync. Nothing of it is written if it throws. */
export type CommitBatch = (batch: readonly Request[]) => Outcome<AppendResult>[];

export function sqliteCommit(database: DatabaseSync): CommitBatch {
  const numberOfLog = database.prepare("select number from log where name = ?");
  const addLog = database.prepare("insert into log (name) values (?)");
  const lastSeq = database.prepare("select max(seq) as last from act where log = ?");
  const seqOfId = database.prepare("select seq from act where log = ? and id = ?");
  const addAct = database.prepare(
    "insert into act (log, seq, id, received_at, leaf_hash, crc, entry) values (?, ?, ?, ?, ?, ?, ?)",
  );
  const addCheckpoint = database.prepare(
    "insert into checkpoint (log, size, root, crc, note) values (?, ?, ?, ?, ?)",
  );

  const find = (log: string): number | undefined => numberFrom(numberOfLog.get(log)?.number);
  const held = {
    size: (log: string): number => {
      const number = find(log);
      const last = number === undefined ? undefined : numberFrom(lastSeq.get(number)?.last);
      return last === undefined ? 0 : last + 1;
    },
    seqOf: (log: string, id: string): number | undefined => {
      const number = find(log);
      return number === undefined ? undefined : numberFrom(seqOfId.get(number, id)?.seq);
    },
  };

  const write = ({ log, expectedSize, rows, checkpoint }: Append): void => {
    const number = find(log) ?? Number(addLog.run(log).lastInsertRowid);
    for (const [i, row] of rows.entries()) {
      const seq = expectedSize + i;
      addAct.run(number, seq, row.id, row.receivedAt, row.leafHash, rowCrc(log, seq, row), row.entry);
    }
    const { size, root, note } = checkpoint;
    addCheckpoint.run(number, size, root, checkpointCrc(log, checkpoint), note);
  };

  return (batch) => {
    database.exec("begin immediate");
    try {
      const verdicts = decide(batch, held);
      for (const [i, { appends }] of batch.entries()) {
        if (verdicts[i]?.kind === "accepted") appends.forEach(write);
      }
      database.exec("commit");
      return verdicts.map((verdict) => {
        if (verdict.kind === "accepted") return { value: { done: true } };
        if (verdict.kind === "refused") return { error: new ProblemError(verdict.problem) };
        return { value: { done: false, moved: verdict.moved, size: verdict.size } };
      });
    } catch (error) {
      // a failed commit can have ended the transaction already
      if (database.isTransaction) database.exec("rollback");
      throw error;
    }
  };
}

function numberFrom(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
