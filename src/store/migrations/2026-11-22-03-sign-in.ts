import type { Steps } from "./steps.ts";

/**
 * What signing in needs: sessions, invitations, passkeys, challenges. These are no acts: rows are changed and deleted.
 * `crc` is over what stays, `used_crc` over what each use changes. A sweep reads its table whole, and needs no index.
 */
export const signIn: Steps = {
  // the keys are texts: without row ids each table is one tree instead of two
  sqlite: [
    `create table session (
      token_hash text primary key,
      process text not null,
      office text not null,
      member text,
      created_at integer not null,
      expires_at integer not null,
      crc integer not null,
      last_used_at integer not null,
      used_crc integer not null
    ) strict, without rowid`,
    "create index session_seat on session (process, office, member)",
    `create table invitation (
      token_hash text primary key,
      process text not null,
      office text not null,
      member text,
      expires_at integer not null,
      crc integer not null
    ) strict, without rowid`,
    `create table credential (
      id text primary key,
      process text not null,
      office text not null,
      member text,
      public_key blob not null,
      transports text not null,
      created_at integer not null,
      crc integer not null,
      counter integer not null check (counter >= 0),
      last_used_at integer,
      used_crc integer not null
    ) strict, without rowid`,
    "create index credential_seat on credential (process, office, member)",
    `create table challenge (
      challenge text primary key,
      purpose text not null,
      expires_at integer not null,
      subject text,
      crc integer not null
    ) strict, without rowid`,
  ],
  postgres: [
    `create table session (
      token_hash text primary key,
      process text not null,
      office text not null,
      member text,
      created_at bigint not null,
      expires_at bigint not null,
      crc bigint not null,
      last_used_at bigint not null,
      used_crc bigint not null
    )`,
    "create index session_seat on session (process, office, member)",
    `create table invitation (
      token_hash text primary key,
      process text not null,
      office text not null,
      member text,
      expires_at bigint not null,
      crc bigint not null
    )`,
    `create table credential (
      id text primary key,
      process text not null,
      office text not null,
      member text,
      public_key bytea not null,
      transports text not null,
      created_at bigint not null,
      crc bigint not null,
      counter bigint not null check (counter >= 0),
      last_used_at bigint,
      used_crc bigint not null
    )`,
    "create index credential_seat on credential (process, office, member)",
    `create table challenge (
      challenge text primary key,
      purpose text not null,
      expires_at bigint not null,
      subject text,
      crc bigint not null
    )`,
  ],
};
