import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, FileField, Notice } from "../../design/index.ts";
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
  readonly onCase: (input: Omit<PlanInput, "seed" | "iterations">) => void;
  readonly onInvent: () => void;
}) {
  const { t } = useDesk();
  const [wrong, setWrong] = useState<string>();
  const take = async (files: readonly File[]) => {
    const texts = await Promise.all(files.map((file) => file.text()));
    const { given, wrong: fault, previous } = inputIn(texts);
    setWrong(given ? undefined : fault ? t("window.file_fault", fault) : t("window.file_none"));
    if (given) onCase({ given, ...(previous ? { previous } : {}) });
  };
  return (
    <>
      <div className={own.files}>
        <FileField
          label={t("window.file")}
          types={["application/json", ".json"]}
          isMany
          isDisabled={isDisabled}
          onFiles={(files) => void take(files)}
        />
        <Button onPress={onInvent} isDisabled={isDisabled}>
          {t("window.invent")}
        </Button>
      </div>
      {wrong && <Notice tone="attention">{wrong}</Notice>}
    </>
  );
}
