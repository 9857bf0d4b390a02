import { useDesk } from "../../app/desk-context.tsx";
import { Clock, Mark, Rows } from "../../design/index.ts";
import type { SideWord } from "./query.ts";

const firm = ["passed_to_units", "confirmed_by_units"];

/** What each side was told and says of itself. Notified is no permission. */
export function SideWords({
  code,
  sides,
  isShort = false,
}: {
  readonly code: string;
  readonly sides: readonly SideWord[];
  /** On a card: whether, and not when. */
  readonly isShort?: boolean;
}) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("missions.sides_of", { code })}
      heads={[t("missions.side"), t("missions.notified"), t("missions.came_to"), t("missions.assurance")]}
    >
      <tbody>
        {sides.map(({ office, name, notified, echelon, guarantee }) => (
          <tr key={office}>
            <th scope="row">{name}</th>
            <td>
              {notified === undefined ? (
                t("missions.not_told")
              ) : isShort ? (
                t("field.yes")
              ) : (
                <Clock at={notified} />
              )}
            </td>
            <td>
              <Mark weight={firm.includes(echelon.code) ? "firm" : "waiting"}>{echelon.words}</Mark>
            </td>
            <td>
              {guarantee === undefined ? (
                t("missions.none_given")
              ) : isShort ? (
                t("field.yes")
              ) : (
                <>
                  <Clock at={guarantee.startsAt} /> – <Clock at={guarantee.endsAt} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}
