import type { ReactNode } from "react";
import { languages } from "#i18n/screens";
import { useDesk } from "../../../app/desk-context.tsx";
import {
  css,
  Field,
  Form,
  type FormState,
  Group,
  languageNames,
  Tick,
  useForm,
} from "../../../design/index.ts";
import type { SetUpDraft } from "../../../desk/set-up-model.ts";
import { checkDraft, type DraftForm as Draft, draftOf, formOf, type Names, nameIsWrong } from "./draft.ts";
import { HeadRows } from "./head-rows.tsx";
import { ZoneField } from "./zone-field.tsx";

type Row = "host" | "a" | "b";

/** The host writes what the founding act will say; keys, the lot and the log come from the set-up itself. */
export function DraftForm({
  draft,
  onSave,
  onCancel,
}: {
  readonly draft: SetUpDraft | null;
  readonly onSave: (draft: SetUpDraft) => void;
  readonly onCancel: (() => void) | undefined;
}) {
  const { t } = useDesk();
  const form = useForm<Draft>(() => formOf(draft), checkDraft);
  const { draft: said, set, wrong, tried } = form;
  return (
    <Form
      form={form}
      onReady={() => onSave(draftOf(said))}
      {...(onCancel ? { onCancel } : {})}
      submit={t("set_up.save_draft")}
    >
      <NamesGroup
        title={t("set_up.title_of_process")}
        names={said.title}
        onChange={(title) => set({ title })}
        tried={tried}
      />
      <div className={css.twoUp}>
        <Field
          label={t("set_up.process_name")}
          help={t("set_up.process_name_words")}
          value={said.process}
          onChange={(process) => set({ process })}
          wrong={wrong("process")}
          isRequired
        />
        <Field
          label={t("set_up.host_name")}
          help={t("set_up.host_name_words")}
          value={said.hostName}
          onChange={(hostName) => set({ hostName })}
          wrong={wrong("hostName")}
          isRequired
        />
      </div>
      <RowGroup row="host" form={form} />
      <p className={css.small}>{t("set_up.parties_words")}</p>
      <RowGroup row="a" form={form} />
      <RowGroup row="b" form={form} />
      <Group title={t("set_up.languages")}>
        <div className={css.radios}>
          {languages.map((one) => (
            <Tick
              key={one}
              isSelected={said.languages.includes(one)}
              onChange={(isSpoken) =>
                set({
                  languages: languages.filter((l) => (l === one ? isSpoken : said.languages.includes(l))),
                })
              }
            >
              {languageNames[one]}
            </Tick>
          ))}
        </div>
        {wrong("languages") && <p className={css.wrong}>{wrong("languages")}</p>}
        <Field
          label={t("forms.optional", { label: t("set_up.other_languages") })}
          help={t("set_up.other_languages_words")}
          value={said.others}
          onChange={(others) => set({ others })}
          wrong={wrong("others")}
        />
      </Group>
      <HeadRows form={form} />
      <Field
        label={t("forms.optional", { label: t("set_up.note") })}
        value={said.note}
        onChange={(note) => set({ note })}
        lines
      />
    </Form>
  );
}

const zoneOf = { host: "hostZone", a: "aZone", b: "bZone" } as const;

function RowGroup({ row, form }: { readonly row: Row; readonly form: FormState<Draft> }) {
  const { t } = useDesk();
  const { draft, set, wrong, tried } = form;
  const zone = zoneOf[row];
  return (
    <NamesGroup
      title={t(`set_up.row.${row}`)}
      names={draft[row]}
      onChange={(names) => set({ [row]: names })}
      tried={tried}
    >
      <ZoneField
        label={t("set_up.zone")}
        value={draft[zone]}
        onChange={(chosen) => set({ [zone]: chosen })}
        wrong={wrong(zone)}
      />
    </NamesGroup>
  );
}

function NamesGroup({
  title,
  names,
  onChange,
  tried,
  children,
}: {
  readonly title: string;
  readonly names: Names;
  readonly onChange: (names: Names) => void;
  readonly tried: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useDesk();
  return (
    <Group title={title}>
      <div className={css.twoUp}>
        {languages.map((one) => {
          const wrong = nameIsWrong(names[one]);
          return (
            <Field
              key={one}
              label={languageNames[one]}
              value={names[one]}
              onChange={(name) => onChange({ ...names, [one]: name })}
              wrong={tried && wrong ? t(wrong) : undefined}
              isRequired
            />
          );
        })}
      </div>
      {children}
    </Group>
  );
}
