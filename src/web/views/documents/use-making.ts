import { useState } from "react";
import type { DocumentKind } from "#documents";
import type { Language } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";
import { makeAndSave } from "./make.ts";

export type Making = {
  readonly make: (kind: DocumentKind, content: unknown, language: Language) => void;
  readonly isBusy: boolean;
  /** What became of the last one, in words. */
  readonly said: { readonly isWrong: boolean; readonly words: string } | undefined;
};

/** Makes documents, and says what became of each. */
export function useMaking(): Making {
  const { t } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Making["said"]>();
  const make: Making["make"] = (kind, content, language) => {
    setBusy(true);
    makeAndSave(kind, content, language).then(
      (made) => {
        setBusy(false);
        setSaid(
          "where" in made
            ? { isWrong: true, words: t("documents.wrong", { where: made.where }) }
            : { isWrong: false, words: t("documents.made", { name: made.name }) },
        );
      },
      (error: unknown) => {
        setBusy(false);
        setSaid({ isWrong: true, words: String(error) });
      },
    );
  };
  return { make, isBusy, said };
}
