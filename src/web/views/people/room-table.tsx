import { useDesk } from "../../app/desk-context.tsx";
import { Mark, Rows } from "../../design/index.ts";
import own from "./people.module.css";
import type { PeopleModel } from "./query.ts";

/** Who reads and who writes where: rooms down, offices across. Words, not signs: it is read aloud. */
export function RoomTable({ table: { offices, rooms } }: { readonly table: PeopleModel["table"] }) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("people.rooms_table")}
      heads={[t("people.room"), ...offices.map(({ name, isOurs }) => ({ name, isOurs }))]}
      className={own.rooms}
    >
      <tbody>
        {rooms.map(({ room, name, sealed, access }) => (
          <tr key={room}>
            <th scope="row">
              {name} {sealed && <Mark>{t("people.sealed")}</Mark>}
            </th>
            {access.map((one, i) => (
              <td key={offices[i]?.office} data-access={one} data-ours={offices[i]?.isOurs || undefined}>
                {t(`people.access.${one}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}
