import { useDesk } from "../../app/desk-context.tsx";
import { Button } from "../../design/index.ts";
import type { DayModel } from "./day-query.ts";
import type { Held } from "./hand.ts";
import line from "./lineday.module.css";

/** Wristbands in hand, the latest first; each can be taken out again. */
export function HandList({
  day,
  held,
  onRemove,
}: {
  readonly day: DayModel;
  readonly held: readonly Held[];
  readonly onRemove: (one: Held) => void;
}) {
  const { t } = useDesk();
  if (held.length === 0) return null;
  const shownOf = (code: string) => day.persons.find((one) => one.code === code)?.shown ?? code;
  return (
    <ul className={line.chips} aria-label={t("lineday.scan.in_hand")}>
      {held.toReversed().map((one) => (
        <li key={`${one.code} ${one.mode}`}>
          <Button
            aria-label={t("lineday.scan.take_out", { code: shownOf(one.code) })}
            onPress={() => onRemove(one)}
          >
            <span className={line.code}>{shownOf(one.code)}</span> <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
