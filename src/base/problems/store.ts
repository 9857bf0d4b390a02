import type { ProblemEntry } from "./shape.ts";

const restore =
  "Do not delete it: put it aside, then restore from your newest export, or take the record again from a replica " +
  "that holds it (the other delegation's or the host's) with `parley clone`.";

/** What can be refused about the data folder and the database. Codes are never reused. */
export const storeProblems = {
  "store.in_use": {
    status: 409,
    title: "The record is already open for writing.",
    detail: (d: { file: string; pid: number | undefined }) =>
      `${d.file} is held by ${d.pid === undefined ? "another process" : `process ${d.pid}`}. ` +
      "Only one process may write to it: stop that one first, or open the file read-only.",
  },
  "store.missing": {
    status: 404,
    title: "There is no record at this place.",
    detail: (d: { file: string }) =>
      `${d.file} does not exist. Check the path, or bring the record here with \`parley clone\`.`,
  },
  "store.empty_file": {
    status: 422,
    title: "The file that should hold the record is empty.",
    detail: (d: { file: string }) => `${d.file} has no bytes; Parley never leaves it so. ${restore}`,
  },
  "store.not_a_database": {
    status: 422,
    title: "The file is not a database.",
    detail: (d: { file: string }) =>
      `${d.file} does not begin as an SQLite database does. Check the path; if it is the right one, the file was ` +
      `overwritten. ${restore}`,
  },
  "store.not_parley": {
    status: 422,
    title: "The database is not one of Parley's.",
    detail: (d: { where: string }) =>
      `${d.where} holds the tables of another program. Nothing was changed in it: check the path.`,
  },
  "store.later_version": {
    status: 409,
    title: "The record was written by a later version of Parley.",
    detail: (d: { where: string; found: string; known: string }) =>
      `${d.where} has version ${d.found}, and this program knows up to ${d.known}. ` +
      "Nothing was changed in it: install the later version of Parley and open it with that.",
  },
  "store.earlier_version": {
    status: 409,
    title: "The record was written by an earlier version of Parley.",
    detail: (d: { where: string; found: string; known: string }) =>
      `${d.where} has version ${d.found}, and reading it needs ${d.known}. ` +
      "Open it once for writing with this version, which brings it up to date; then read it.",
  },
  "store.damaged": {
    status: 500,
    title: "The file of the record is damaged.",
    detail: (d: { where: string; reason: string }) => `In ${d.where}: ${d.reason}. ${restore}`,
  },
  "store.wal_missing": {
    status: 500,
    title: "A part of the record is missing.",
    detail: (d: { file: string }) =>
      `${d.file} was not closed properly, and ${d.file}-wal, which holds the newest entries, is not beside it. ` +
      `If the file was copied, copy the -wal file too. If that is lost, entries are lost. ${restore}`,
  },
  "store.row_damaged": {
    status: 500,
    title: "An entry of the record is damaged.",
    detail: (d: { log: string; seq: number; reason: string }) =>
      `Entry ${d.seq} of ${d.log}: ${d.reason}. It was not shown. ${restore}`,
  },
  "store.content_damaged": {
    status: 500,
    title: "Something kept beside the entries is damaged.",
    detail: (d: { what: string }) =>
      `${d.what} does not match its check value. It was not shown. Fetch it again from a replica that holds it.`,
  },
  "store.sign_in_damaged": {
    status: 500,
    title: "Something kept for signing in is damaged.",
    detail: (d: { what: string }) =>
      `${d.what} does not match its check value, and is treated as if it were not there. Nothing of the record is lost: ` +
      "whom it concerns signs in again, or needs a new invitation.",
  },
  "store.size_mismatch": {
    status: 500,
    title: "A log and its newest checkpoint do not agree.",
    detail: (d: { log: string; rows: number; checkpoint: number | undefined }) =>
      `${d.log} holds ${d.rows} entries, and its newest checkpoint speaks of ${d.checkpoint ?? "none"}. ${restore}`,
  },
  "store.id_repeated": {
    status: 409,
    title: "This entry is already in the log.",
    detail: (d: { log: string; id: string; seq: number }) =>
      `${d.id} was recorded as entry ${d.seq} of ${d.log}. If you were sending it again, there is nothing to do; ` +
      "if it is something new, give it a new id.",
  },
  "store.checkpoint_unknown": {
    status: 404,
    title: "There is no such checkpoint.",
    detail: (d: { log: string; size: number }) =>
      `${d.log} has no checkpoint of size ${d.size}. Ask for the newest checkpoint and sign that.`,
  },
  "store.content_differs": {
    status: 409,
    title: "Something else is kept under this name.",
    detail: (d: { what: string }) =>
      `${d.what} is already here with other bytes, and was left as it is. One of the two is wrong: ` +
      "compute the name again from the bytes, and compare.",
  },
  "store.read_only": {
    status: 403,
    title: "The record was opened for reading only.",
    detail: (d: { where: string }) => `Nothing was written to ${d.where}: open it for writing and try again.`,
  },
  "store.disk_full": {
    status: 507,
    title: "There is no room left on the disk.",
    detail: (d: { where: string }) =>
      `Nothing of this was written to ${d.where}. Make room on that disk, then send it again.`,
  },
  "store.write_failed": {
    status: 500,
    title: "The disk did not take the entry.",
    detail: (d: { where: string; reason: string }) =>
      `Writing to ${d.where} failed (${d.reason}). Whether the last entries were kept is not known until it is ` +
      "opened again: check the disk, start the program again, and compare before you send anything twice.",
  },
  "store.no_access": {
    status: 403,
    title: "The record cannot be opened.",
    detail: (d: { where: string; reason: string }) =>
      `${d.where} could not be opened (${d.reason}). Check that the folder exists and that this user may write there.`,
  },
  "store.busy": {
    status: 503,
    title: "The database is busy.",
    detail: (d: { where: string }) =>
      `Another program holds ${d.where}. Nothing was written: close it there, then try again.`,
  },
  "store.unreachable": {
    status: 503,
    title: "The database server does not answer.",
    detail: (d: { where: string; reason: string }) =>
      `${d.where} could not be used (${d.reason}). Check that PostgreSQL runs there and that ` +
      "PARLEY_DATABASE_URL is right, then try again.",
  },
  "store.outcome_unknown": {
    status: 503,
    title: "The connection broke while the entry was being recorded.",
    detail: (d: { where: string; reason: string }) =>
      `${d.where} did not confirm it (${d.reason}). It may or may not be recorded: read the log again ` +
      "before sending it a second time.",
  },
  "store.unsafe_setting": {
    status: 500,
    title: "The database would not keep what it acknowledges.",
    detail: (d: { where: string; setting: string; value: string; wanted: string }) =>
      `${d.where} has ${d.setting} = ${d.value}; Parley needs ${d.wanted}. Change it, then start again.`,
  },
} as const satisfies Record<string, ProblemEntry>;
