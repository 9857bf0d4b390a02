import type { Schema } from "./schema.ts";
import type { Seat } from "./sign-in.ts";

type SeatColumns = Pick<Schema["session"], "process" | "office" | "member">;

/** As filter, this means exactly that seat: without a member the rows without one, not those of the whole office. */
export const seatColumns = ({ process, office, member }: Seat): SeatColumns => ({
  process,
  office,
  member: member ?? null,
});

export const seatOf = ({ process, office, member }: SeatColumns): Seat => ({
  process,
  office,
  member: member ?? undefined,
});
