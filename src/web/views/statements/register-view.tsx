import { useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Button, Choose, css, Empty, Field, Page, Section } from "../../design/index.ts";
import { Capture } from "./capture.tsx";
import { claimTypes, everything, type Sought } from "./filter.ts";
import { languageName } from "./language-name.ts";
import { LongList } from "./long-list.tsx";
import { Places } from "./places.tsx";
import type { RegisterModel } from "./register.ts";
import { Row } from "./statement-row.tsx";
import own from "./statements.module.css";
import { useKept } from "./use-kept.ts";

/** The register: words said in public as they were said, each with its speaker, his capacity and the source. */
export function Register() {
  const { t } = useDesk();
  const [sought, setSought] = useState<Sought>(everything);
  const model = useKept(useQuery("statements.register", sought));
  return (
    <Page title={t("statements.title")} intro={t("statements.intro")} actions={<Capture />}>
      <Places at="register" />
      {model && (
        <>
          <Choices model={model} sought={sought} onChange={setSought} />
          <Section title={t("statements.register")}>
            <p role="status" className={css.small}>
              {t("statements.shown", { n: model.rows.length, all: model.all })}
            </p>
            {model.rows.length === 0 ? (
              <Empty>{t(model.all === 0 ? "statements.none" : "statements.none_such")}</Empty>
            ) : (
              <LongList items={model.rows} label={t("statements.register")}>
                {(row) => <Row row={row} />}
              </LongList>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

function Choices({
  model,
  sought,
  onChange,
}: {
  readonly model: RegisterModel;
  readonly sought: Sought;
  readonly onChange: (sought: Sought) => void;
}) {
  const { t } = useDesk();
  const set = (part: Partial<Sought>) => onChange({ ...sought, ...part });
  const isNarrowed = JSON.stringify(sought) !== JSON.stringify(everything);
  const others = model.hasOthers ? [{ value: "others", label: t("statements.side.others") }] : [];
  return (
    <search className={own.choices} aria-label={t("statements.narrow")}>
      <Field label={t("statements.text")} value={sought.text} onChange={(text) => set({ text })} />
      <Choose
        label={t("statements.side")}
        value={sought.side}
        choices={[{ value: "all", label: t("statements.side.all") }, ...model.sides, ...others]}
        onChange={(side) => set({ side: side as Sought["side"] })} // the values are offices and the two words
      />
      <Choose
        label={t("statements.type")}
        value={sought.type}
        choices={[
          { value: "all", label: t("statements.type.all") },
          ...claimTypes.map((type) => ({ value: type, label: t(`word.${type}`) })),
        ]}
        onChange={(type) => set({ type: type as Sought["type"] })} // the values are the types and "all"
      />
      <Choose
        label={t("statements.language")}
        value={sought.language}
        choices={[
          { value: "all", label: t("statements.language.all") },
          ...model.languages.map((code) => ({ value: code, label: languageName(code, t.language) })),
        ]}
        onChange={(language) => set({ language })}
      />
      <Field
        label={t("statements.from")}
        type="date"
        value={sought.from}
        onChange={(from) => set({ from })}
      />
      <Field label={t("statements.to")} type="date" value={sought.to} onChange={(to) => set({ to })} />
      {isNarrowed && <Button onPress={() => onChange(everything)}>{t("statements.clear")}</Button>}
    </search>
  );
}
