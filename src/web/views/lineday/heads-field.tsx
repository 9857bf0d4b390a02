import { useId } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css } from "../../design/index.ts";
import line from "./lineday.module.css";

/** A number of heads: typed, or one more and one less under the thumb. Undefined until somebody says it. */
export function HeadsField({
  label,
  value,
  least,
  onChange,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useDesk();
  const id = useId();
  const set = (next: number) => onChange(Math.min(1_000, Math.max(least, next)));
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <div className={line.stepper}>
        <Button aria-label={t("lineday.one_less", { label })} onPress={() => set((value ?? 0) - 1)}>
          −
        </Button>
        <input
          id={id}
          className={`${css.input} ${line.number}`}
          inputMode="numeric"
          value={value ?? ""}
          onChange={({ target }) => set(Number(target.value.replaceAll(/\D/g, "")))}
          onFocus={({ target }) => target.select()}
        />
        <Button aria-label={t("lineday.one_more", { label })} onPress={() => set((value ?? 0) + 1)}>
          +
        </Button>
      </div>
    </div>
  );
}
