import { officeName, roomName } from "#i18n";
import { type Kind, offices, partyOrder, refusedBy, roomTable, whoMay } from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import type { RoomChoice } from "../claims/saying-query.ts";

/** Whether this office may capture a statement, in which rooms, and on whose behalf one can have been made. */
export type CaptureModel = {
  readonly rooms: readonly RoomChoice[];
  readonly speakers: readonly { readonly value: string; readonly label: string }[];
};

export const capture: Query<undefined, CaptureModel> = (at) => {
  const { state, t } = at;
  // the parties in their turn, then everyone else in the order of the founding act
  const order = partyOrder(state);
  const others = offices
    .filter((one) => one !== "public" && !one.startsWith("party-"))
    .toSorted((one, other) => order(one, 0) - order(other, 0));
  return {
    rooms: roomsFor(at, "statement.captured").filter(({ value }) => !roomTable[value].sealed),
    speakers: [...inPartyOrder(at, 0), ...others].map((one) => ({
      value: one,
      label: officeName(t, state, one),
    })),
  };
};

/** In which rooms this office may say such an act, its own sealed one among them. */
export function roomsFor({ state, t, office }: At, kind: Kind): readonly RoomChoice[] {
  return whoMay[kind].rooms
    .filter((room) => refusedBy(office, kind, room) === undefined)
    .map((room) => ({ value: room, label: roomName(t, state, room) }));
}
