import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Choose, Field } from "../../design/index.ts";
import { languageName } from "./language-name.ts";

const common = ["uk", "ru", "tr", "en", "fr", "de", "ar", "zh"] as const;

/** The language of words: one of the common ones, or another by its code. */
export function LanguageField({
  value,
  onChange,
  wrong,
}: {
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const [isOther, setOther] = useState(false);
  return (
    <>
      <Choose
        label={t("statements.form.language")}
        value={isOther ? "other" : value === "" ? null : value}
        choices={[
          ...common.map((code) => ({ value: code, label: languageName(code, t.language) })),
          { value: "other", label: t("statements.form.language_other") },
        ]}
        onChange={(code) => {
          setOther(code === "other");
          onChange(code === "other" ? "" : code);
        }}
        wrong={isOther ? undefined : wrong}
      />
      {isOther && (
        <Field
          label={t("statements.form.language_code")}
          help={t("statements.form.language_code_help")}
          value={value}
          onChange={onChange}
          wrong={wrong}
          isRequired
        />
      )}
    </>
  );
}
