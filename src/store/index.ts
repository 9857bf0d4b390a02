export type { PostgresOptions } from "./postgres.ts";
export { openPostgres } from "./postgres-when-asked.ts";
export type {
  Challenge,
  Credential,
  Invitation,
  NewCredential,
  Seat,
  SeatRequest,
  Session,
  SignIn,
} from "./sign-in.ts";
export { openSqlite, type SqliteOptions } from "./sqlite.ts";
export type {
  Append,
  AppendResult,
  Checkpoint,
  Guard,
  Listener,
  LogSize,
  Row,
  Snapshot,
  Store,
  StoredRow,
} from "./store.ts";
