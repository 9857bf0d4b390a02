import { useState } from "react";
import { languages } from "#i18n/screens";
import type { FamilyExtract } from "#record";
import { useDesk, useProcess } from "../../app/desk-context.tsx";
import { Button, Choose, css, Field, languageNames, Notice } from "../../design/index.ts";
import { useMaking } from "./use-making.ts";

/** The family's extract on paper; the name is written on the paper alone. */
export function ExtractButton({ extract }: { readonly extract: FamilyExtract }) {
  const { t } = useDesk();
  const { names, office } = useProcess();
  const [name, setName] = useState("");
  const [language, setLanguage] = useState(t.language);
  const { make, isBusy, said } = useMaking();
  const { returned, day, reach } = extract;
  const content = {
    on: new Date().toISOString().slice(0, 10),
    from: names[office],
    returned,
    ...(day === undefined ? {} : { day }),
    ...(reach === undefined ? {} : { reach }),
    ...(name.trim() === "" ? {} : { name: name.trim() }),
  };
  return (
    <div className={css.section}>
      <div className={css.twoUp}>
        <Field label={t("documents.family_name")} value={name} onChange={setName} />
        <Choose
          label={t("documents.choose_language")}
          value={language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setLanguage}
        />
      </div>
      <div>
        <Button isDisabled={isBusy} onPress={() => make("extract", content, language)}>
          {t("documents.make")}
        </Button>
      </div>
      {said && <Notice tone={said.isWrong ? "refused" : "plain"}>{said.words}</Notice>}
    </div>
  );
}
