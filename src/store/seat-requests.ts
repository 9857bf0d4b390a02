import type { Kysely } from "kysely";
import { seatRequestCrc } from "./crc.ts";
import type { Schema } from "./schema.ts";
import type { SeatRequest } from "./sign-in.ts";

type Db = Kysely<Schema>;

export async function keepSeatRequest(db: Db, request: SeatRequest): Promise<void> {
  const { process, office, member, key, recipient, title, requestedAt } = request;
  const asked = { key, recipient, title, requested_at: requestedAt, crc: seatRequestCrc(request) };
  await db
    .insertInto("seat_request")
    .values({ process, office, member, ...asked })
    .onConflict((conflict) => conflict.columns(["process", "office", "member"]).doUpdateSet(asked))
    .execute();
}

/** Undefined if the disk changed it. */
export function soundSeatRequest(row: Schema["seat_request"]): SeatRequest | undefined {
  const { requested_at: requestedAt, crc, ...rest } = row;
  const request = { ...rest, requestedAt };
  return seatRequestCrc(request) === crc ? request : undefined;
}

export async function seatRequestsOfOffice(db: Db, process: string, office: string): Promise<SeatRequest[]> {
  const rows = await db
    .selectFrom("seat_request")
    .selectAll()
    .where("process", "=", process)
    .where("office", "=", office)
    .execute();
  return rows
    .flatMap((row) => soundSeatRequest(row) ?? [])
    .sort((a, b) => a.requestedAt - b.requestedAt || (a.member < b.member ? -1 : 1));
}

/** Locked in one order, as sessions are. */
export async function removeSeatRequests(
  db: Db,
  { process, office, key }: Pick<SeatRequest, "process" | "office" | "key">,
  isShared: boolean,
): Promise<number> {
  const { numDeletedRows } = await db
    .with("dropped", (of) =>
      of
        .selectFrom("seat_request")
        .select("member")
        .where((its) => its.and({ process, office, key }))
        .orderBy("member")
        .$if(isShared, (found) => found.forUpdate()),
    )
    .deleteFrom("seat_request")
    .where((its) => its.and({ process, office, key }))
    .where("member", "in", (of) => of.selectFrom("dropped").select("member"))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
