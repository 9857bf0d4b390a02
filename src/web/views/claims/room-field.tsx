import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { OneOf } from "../../design/index.ts";
import type { RoomChoice } from "./saying-query.ts";

/** In which room it is said, and so who will read it; not asked where there is one room only. */
export function RoomField({
  rooms,
  value,
  onChange,
  tried,
}: {
  readonly rooms: readonly RoomChoice[];
  readonly value: Room | null;
  readonly onChange: (room: Room) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  if (rooms.length < 2) return null;
  return (
    <OneOf
      label={t("claims.form.room")}
      value={value}
      choices={rooms}
      onChange={onChange}
      wrong={tried && value === null ? t("forms.choose") : undefined}
    />
  );
}

/** The room that a form begins with: the only one there is, else none. */
export function onlyRoom(rooms: readonly RoomChoice[]): Room | null {
  return rooms.length === 1 ? (rooms[0]?.value ?? null) : null;
}
