import { type ChangeEvent, useId, useState } from "react";
import type { Origin } from "#base";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Notice } from "../../design/index.ts";
import { inputIn } from "./case-form.ts";
import type { PlanInput } from "./engine/protocol.ts";
import own from "./window.module.css";

/** A case out of a file, which the page reads and keeps to itself; or one that is invented, to practise on. */
export function CaseFiles({
  isDisabled,
  onCase,
  onInvent,
}: {
  readonly isDisabled: boolean;
  readonly onCase: (input: Omit<PlanInput, "seed" | "iterations">, origin: Origin | undefined) => void;
  readonly onInvent: () => void;
}) {
  const { t } = useDesk();
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const texts = await Promise.all([...(event.target.files ?? [])].map((file) => file.text()));
    const { given, wrong: fault, previous } = inputIn(texts);
    setWrong(given ? undefined : fault ? t("window.file_fault", fault) : t("window.file_none"));
    if (given) onCase({ given, ...(previous ? { previous } : {}) }, undefined);
  };
  return (
    <>
      <div className={own.files}>
        <div className={css.field}>
          <label className={css.label} htmlFor={id}>
            {t("window.file")}
          </label>
          <input
            id={id}
            type="file"
            multiple
            accept="application/json,.json"
            disabled={isDisabled}
            onChange={(event) => void take(event)}
          />
        </div>
        <Button onPress={onInvent} isDisabled={isDisabled}>
          {t("window.invent")}
        </Button>
      </div>
      {wrong && <Notice tone="attention">{wrong}</Notice>}
    </>
  );
}
