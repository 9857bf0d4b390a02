import { Label, ProgressBar } from "react-aria-components";
import css from "./design.module.css";

/** How far long work of this device is; never anything of a party's. */
export function Progress({
  label,
  done,
  of,
}: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
}) {
  return (
    <ProgressBar
      className={css.field ?? ""}
      value={done}
      maxValue={Math.max(of, 1)}
      isIndeterminate={of === 0}
    >
      {({ percentage }) => (
        <>
          <Label className={css.label ?? ""}>{label}</Label>
          <div className={css.bar}>
            <div style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
