import type { ProblemEntry } from "./shape.ts";

/** What can be refused about folders, exports and key files. Codes are never reused. */
export const folderProblems = {
  "folder.not_parley": {
    status: 404,
    title: "This is not a folder of Parley.",
    detail: (d: { path: string }) =>
      `${d.path} holds neither a process (parley.json) nor an export (parley-export.json). Check the path.`,
  },
  "folder.exists": {
    status: 409,
    title: "The folder is not empty.",
    detail: (d: { path: string }) =>
      `${d.path} exists and is not empty. Name a new folder; nothing is overwritten.`,
  },
  "folder.unreadable": {
    status: 422,
    title: "A file could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "folder.unwritable": {
    status: 422,
    title: "The folder could not be written.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "folder.read_only": {
    status: 409,
    title: "This copy takes no acts.",
    detail: (d: { path: string }) =>
      `${d.path} is a replica or an export. Acts are said to the host's process.`,
  },
  "folder.record_in_file": {
    status: 409,
    title: "The record of this folder is in a file.",
    detail: (d: { file: string }) =>
      `${d.file} holds it, and PARLEY_DATABASE_URL names a database. Unset that to go on with the file; only a new folder is made in the database.`,
  },
  "folder.record_missing": {
    status: 404,
    title: "The record of this folder is not there.",
    detail: (d: { path: string; where: string }) =>
      `${d.path} has its keys and no record in ${d.where}. A folder made with PARLEY_DATABASE_URL needs the same address ` +
      "each time; where parley.db is gone, put it back from a backup.",
  },
  "folder.office": {
    status: 403,
    title: "This copy does not hold what that office reads.",
    detail: (d: { office: string; held: string }) =>
      `It was made for ${d.held}; it cannot show the view of ${d.office}.`,
  },
  "folder.newer": {
    status: 409,
    title: "The export is older than this replica, or another's.",
    detail: (d: { room: string; reason: string }) => `${d.room}: ${d.reason}`,
  },
  "export.damaged": {
    status: 422,
    title: "The export is damaged.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason} Take the export anew.`,
  },
  "key.malformed": {
    status: 422,
    title: "The key file could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "key.use": {
    status: 422,
    title: "This key is for another use.",
    detail: (d: { expected: string; use: string }) =>
      `A key for ${d.expected} is needed; this one is for ${d.use}.`,
  },
  "key.exists": {
    status: 409,
    title: "There is a key file at this place.",
    detail: (d: { path: string }) => `${d.path} exists; a key is never overwritten. Name another file.`,
  },
} as const satisfies Record<string, ProblemEntry>;
