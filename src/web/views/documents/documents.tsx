import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import type { DocumentKind } from "#documents";
import { type Language, languages, type ScreenKey } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";
import {
  Actions,
  Button,
  Choose,
  css,
  Field,
  languageNames,
  Notice,
  Page,
  Section,
  Sheet,
} from "../../design/index.ts";
import { contentOf, type Written } from "./content.ts";
import { healths, kinds, ofDeath, ofInformation, ofPerson } from "./fields.ts";
import { useMaking } from "./use-making.ts";

/** Papers of the Geneva Conventions: made here, from fields or from a file. Nothing is kept. */
export default function Documents() {
  const { t } = useDesk();
  const [kind, setKind] = useState<(typeof kinds)[number]>("notification");
  const [language, setLanguage] = useState<Language>(t.language);
  const [written, setWritten] = useState<Written>({});
  const { make, isBusy, said } = useMaking();
  const bring = async (file: File | undefined) => {
    if (file) make(kind, parsed(await file.text()), language);
  };
  const fields = fieldsOf(kind);
  return (
    <Page title={t("documents.title")} intro={t("documents.intro")}>
      <div className={css.twoUp}>
        <Choose
          label={t("documents.choose_kind")}
          value={kind}
          choices={kinds.map((value) => ({ value, label: t(`documents.kind.${value}`) }))}
          onChange={setKind}
        />
        <Choose
          label={t("documents.choose_language")}
          value={language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setLanguage}
        />
      </div>
      {said && <Notice tone={said.isWrong ? "refused" : "plain"}>{said.words}</Notice>}
      <Section title={t("documents.from_file")}>
        <p className={css.small}>{t("documents.from_file_how")}</p>
        <div>
          <FileTrigger acceptedFileTypes={[".json"]} onSelect={(files) => void bring(files?.[0])}>
            <Button isDisabled={isBusy}>{t("documents.from_file")}</Button>
          </FileTrigger>
        </div>
      </Section>
      {fields.length > 0 && (
        <Section title={t(`documents.kind.${kind}`)}>
          <p className={css.small}>{t("documents.empty_how")}</p>
          <Sheet>
            <div className={css.form}>
              <Fields names={["from", "to"]} prefix="documents" written={written} onWrite={setWritten} />
              <Fields names={fields} prefix="documents.field" written={written} onWrite={setWritten} />
              {kind !== "information" && (
                <Choose
                  label={t("documents.field.health")}
                  value={written.health ?? null}
                  choices={healths.map((value) => ({ value, label: t(`documents.health.${value}`) }))}
                  onChange={(health) => setWritten({ ...written, health })}
                />
              )}
              <Actions>
                <Button
                  look="main"
                  isDisabled={isBusy}
                  onPress={() => make(kind, wholeOf(kind, written), language)}
                >
                  {t("documents.make")}
                </Button>
              </Actions>
            </div>
          </Sheet>
        </Section>
      )}
    </Page>
  );
}

function Fields({
  names,
  prefix,
  written,
  onWrite,
}: {
  readonly names: readonly string[];
  readonly prefix: "documents" | "documents.field";
  readonly written: Written;
  readonly onWrite: (written: Written) => void;
}) {
  const { t } = useDesk();
  return (
    <div className={css.twoUp}>
      {names.map((name) => (
        <Field
          key={name}
          label={t(`${prefix}.${name}` as ScreenKey)} // every field has its label in the catalogue
          value={written[name] ?? ""}
          onChange={(text) => onWrite({ ...written, [name]: text })}
        />
      ))}
    </div>
  );
}

function fieldsOf(kind: (typeof kinds)[number]): readonly string[] {
  if (kind === "list") return [];
  if (kind === "information") return ofInformation;
  return kind === "certificate" ? [...ofPerson, ...ofDeath] : ofPerson;
}

function wholeOf(kind: DocumentKind, written: Written): unknown {
  const person = contentOf(written, [...ofPerson, "health"]);
  const made = { on: new Date().toISOString().slice(0, 10), ...contentOf(written, ["from", "to"]) };
  if (kind === "information") return { ...made, person: contentOf(written, ofInformation) };
  if (kind === "notification") return { ...made, persons: [person] };
  if (kind === "card") return { ...made, person };
  return { ...made, person, death: contentOf(written, ofDeath) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON fits no form, which is said
  }
}
