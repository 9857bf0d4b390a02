import { officeName, roomName } from "#i18n";
import { offices, partyOrder, refusedBy, roomTable, whoMay } from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { Query } from "../../desk/query.ts";
import type { RoomChoice } from "../claims/saying-query.ts";

/** Whether this office may capture a statement, in which rooms, and on whose behalf one can have been made. */
export type CaptureModel = {
  readonly rooms: readonly RoomChoice[];
  readonly speakers: readonly { readonly value: string; readonly label: string }[];
};

export const capture: Query<undefined, CaptureModel> = (at) => {
  const { state, t, office } = at;
  // the parties in their turn, then everyone else in the order of the founding act
  const order = partyOrder(state);
  const others = offices
    .filter((one) => one !== "public" && !one.startsWith("party-"))
    .toSorted((one, other) => order(one, 0) - order(other, 0));
  return {
    rooms: whoMay["statement.captured"].rooms
      .filter(
        (room) => !roomTable[room].sealed && refusedBy(office, "statement.captured", room) === undefined,
      )
      .map((room) => ({ value: room, label: roomName(t, state, room) })),
    speakers: [...inPartyOrder(at, 0), ...others].map((one) => ({
      value: one,
      label: officeName(t, state, one),
    })),
  };
};
