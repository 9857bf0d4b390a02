import type { Steps } from "./steps.ts";

/** What an invitation is for, and who asks for a seat. A member has one request at most. */
export const seatRequests: Steps = {
  sqlite: [
    "alter table invitation add column title text not null default ''",
    `create table seat_request (
      process text not null,
      office text not null,
      member text not null,
      key text not null,
      recipient text not null,
      title text not null,
      requested_at integer not null,
      crc integer not null,
      primary key (process, office, member)
    ) strict, without rowid`,
  ],
  postgres: [
    "alter table invitation add column title text not null default ''",
    `create table seat_request (
      process text not null,
      office text not null,
      member text not null,
      key text not null,
      recipient text not null,
      title text not null,
      requested_at bigint not null,
      crc bigint not null,
      primary key (process, office, member)
    )`,
  ],
};
