import type { Steps } from "./steps.ts";

/** What is kept beside the logs: blobs by digest, full tiles, snapshots. */
export const beside: Steps = {
  sqlite: [
    "create table blob (digest text primary key, crc integer not null, bytes blob not null) strict",
    `create table tile (
      log integer not null references log (number),
      level integer not null,
      place integer not null,
      crc integer not null,
      bytes blob not null,
      primary key (log, level, place)
    ) strict`,
    `create table snapshot (
      name text primary key,
      up_to text not null,
      crc integer not null,
      bytes blob not null
    ) strict`,
  ],
  postgres: [
    "create table blob (digest text primary key, crc bigint not null, bytes bytea not null)",
    `create table tile (
      log bigint not null references log (number),
      level bigint not null,
      place bigint not null,
      crc bigint not null,
      bytes bytea not null,
      primary key (log, level, place)
    )`,
    `create table snapshot (
      name text primary key,
      up_to text not null,
      crc bigint not null,
      bytes bytea not null
    )`,
  ],
};
