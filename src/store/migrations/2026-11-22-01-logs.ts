import type { Steps } from "./steps.ts";

/** Logs, acts and checkpoints. Triggers keep acts as they are, dense and without repeated ids. */
export const logs: Steps = {
  sqlite: [
    "create table log (number integer primary key, name text not null unique) strict",
    `create table act (
      log integer not null references log (number),
      seq integer not null check (seq >= 0),
      id text not null,
      received_at integer not null,
      leaf_hash blob not null check (length(leaf_hash) = 32),
      crc integer not null,
      entry blob not null check (length(entry) <= 65535),
      primary key (log, seq),
      unique (log, id)
    ) strict`,
    `create table checkpoint (
      log integer not null references log (number),
      size integer not null check (size > 0),
      root blob not null check (length(root) = 32),
      crc integer not null,
      note text not null,
      primary key (log, size)
    ) strict`,
    `create table writer (one integer primary key check (one = 1), open integer not null) strict`,
    "insert into writer (one, open) values (1, 0)",
    // an `insert or replace` deletes without asking the delete trigger: a repeated id is refused here as well
    `create trigger act_dense before insert on act begin
      select raise(abort, 'an act goes to the end of its log, under a new id') where
        new.seq <> (select coalesce(max(seq) + 1, 0) from act where log = new.log)
        or exists (select 1 from act where log = new.log and id = new.id);
    end`,
    ...["update", "delete"].flatMap((verb) => [
      `create trigger act_no_${verb} before ${verb} on act begin
        select raise(abort, 'an act is never changed or deleted');
      end`,
      `create trigger log_no_${verb} before ${verb} on log begin
        select raise(abort, 'a log is never renamed or deleted');
      end`,
    ]),
    `create trigger checkpoint_no_delete before delete on checkpoint begin
      select raise(abort, 'a checkpoint is never deleted');
    end`,
    `create trigger checkpoint_no_update before update of log, size, root on checkpoint begin
      select raise(abort, 'of a checkpoint only the note is replaced');
    end`,
    `create trigger checkpoint_new before insert on checkpoint begin
      select raise(abort, 'a checkpoint is never replaced') where
        exists (select 1 from checkpoint where log = new.log and size = new.size);
    end`,
  ],
  postgres: [
    "create table log (number bigint generated always as identity primary key, name text not null unique)",
    `create table act (
      log bigint not null references log (number),
      seq bigint not null check (seq >= 0),
      id text not null,
      received_at bigint not null,
      leaf_hash bytea not null check (length(leaf_hash) = 32),
      crc bigint not null,
      entry bytea not null check (length(entry) <= 65535),
      primary key (log, seq),
      unique (log, id)
    )`,
    `create table checkpoint (
      log bigint not null references log (number),
      size bigint not null check (size > 0),
      root bytea not null check (length(root) = 32),
      crc bigint not null,
      note text not null,
      primary key (log, size)
    )`,
    `create function refuse_change() returns trigger language plpgsql as $$ begin
      raise exception '% on %: what was recorded is never changed or deleted', tg_op, tg_table_name
        using errcode = 'restrict_violation';
    end $$`,
    // volatile, so that it sees the rows that the same statement inserted before
    `create function act_dense() returns trigger language plpgsql volatile as $$ begin
      if new.seq <> (select coalesce(max(seq) + 1, 0) from act where log = new.log) then
        raise exception 'an act goes to the end of its log' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`,
    "create trigger act_dense before insert on act for each row execute function act_dense()",
    ...["act", "log"].map(
      (table) => `create trigger ${table}_kept before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
    `create trigger checkpoint_kept before delete or truncate or update of log, size, root on checkpoint
      for each statement execute function refuse_change()`,
  ],
};
