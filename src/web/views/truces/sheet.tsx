import { useState } from "react";
import type { Language } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css, languageNames, Section, Sheet } from "../../design/index.ts";
import { makeSheet } from "./make-sheet.ts";
import type { TruceModel } from "./one-query.ts";
import { sheetContent } from "./sheet-content.ts";
import own from "./truces.module.css";

/** The printed sheet in any two languages; each side may have its own on the left. */
export function SheetMaker({ truce }: { readonly truce: TruceModel }) {
  const { t } = useDesk();
  const [left, setLeft] = useState<Language>(t.language);
  const [right, setRight] = useState<Language>(t.language === "en" ? "uk" : "en");
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const choices = Object.entries(languageNames).map(([value, label]) => ({
    value: value as Language,
    label,
  })); // of all languages
  const make = () => {
    setBusy(true);
    const content = sheetContent(truce, new Date().toISOString().slice(0, 10));
    makeSheet(content, left, right)
      .then(
        (name) => setSaid(t("documents.made", { name })),
        (error: unknown) => setSaid(String(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Section title={t("truces.sheet")}>
      <p className={css.small}>{t("truces.sheet_words")}</p>
      <Sheet>
        <div className={own.conductRow}>
          <Choose label={t("truces.sheet_left")} value={left} choices={choices} onChange={setLeft} />
          <Choose label={t("truces.sheet_right")} value={right} choices={choices} onChange={setRight} />
          <p>
            <Button onPress={make} isDisabled={isBusy || left === right}>
              {t("truces.sheet_make")}
            </Button>
          </p>
        </div>
        <p role="status" className={css.small}>
          {said}
        </p>
      </Sheet>
    </Section>
  );
}
