import { FileTrigger } from "react-aria-components";
import { languages } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";
import {
  Button,
  Choose,
  css,
  Field,
  Form,
  SourceFields,
  sourceIsWrong,
  useForm,
} from "../../design/index.ts";
import { languageName } from "../statements/language-name.ts";
import type { KeptReport } from "./kept-report.ts";
import type { ReadingModel } from "./query.ts";
import own from "./reading.module.css";
import type { SetReport } from "./use-kept-report.ts";

/** A text to be read: pasted or from a file, its day and source, and how it may call the parties. */
export function ReportForm({
  report,
  parties,
  set,
  onFile,
  onRead,
}: {
  readonly report: KeptReport;
  readonly parties: ReadingModel["parties"];
  readonly set: SetReport;
  readonly onFile: (name: string, bytes: Uint8Array) => void;
  readonly onRead: () => void;
}) {
  const { t } = useDesk();
  const form = useForm({}, () => ({
    text: report.text.trim() === "" ? "forms.fill" : undefined,
    date: report.source.published === "" ? "forms.fill" : undefined,
    source: sourceIsWrong(report.source),
    occasion: report.occasion.trim() === "" ? "forms.fill" : undefined,
  }));
  const { tried } = form;
  const missing = (text: string) => (tried && text.trim() === "" ? t("forms.fill") : undefined);
  const chosen = async (file: File | undefined) => {
    if (file) onFile(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <Form form={form} onReady={onRead} submit={t("reading.read")}>
      <p className={css.small}>{t("reading.how")}</p>
      <fieldset
        className={own.drop}
        aria-label={t("reading.drop")}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void chosen(event.dataTransfer.files[0]);
        }}
      >
        <FileTrigger
          acceptedFileTypes={[".txt", ".md", ".pdf", ".docx"]}
          onSelect={(files) => void chosen(files?.[0])}
        >
          <div className={css.row}>
            <Button>{t("reading.choose")}</Button>
          </div>
        </FileTrigger>
        <Field
          label={t("reading.text")}
          lines
          value={report.text}
          onChange={(text) => set({ text, name: t("reading.pasted") })}
          wrong={missing(report.text)}
          isRequired
        />
      </fieldset>
      <div className={css.twoUp}>
        <Field
          label={t("reading.date")}
          type="date"
          value={report.source.published}
          onChange={(published) => set({ source: { ...report.source, published } })}
          wrong={missing(report.source.published)}
          isRequired
        />
        <Choose
          label={t("reading.language")}
          value={report.language}
          choices={[
            { value: "told", label: t("reading.language_told") },
            ...languages.map((value) => ({ value, label: languageName(value, t.language) })),
          ]}
          onChange={(language) => set({ language })}
        />
      </div>
      <SourceFields value={report.source} onChange={(source) => set({ source })} tried={tried} isDated />
      <Field
        label={t("reading.occasion")}
        value={report.occasion}
        onChange={(occasion) => set({ occasion })}
        wrong={missing(report.occasion)}
        isRequired
      />
      <div className={own.names}>
        {parties.map(({ office, name }) => (
          <Field
            key={office}
            label={t("forms.optional", { label: t("reading.aliases", { name }) })}
            value={report.aliases[office] ?? ""}
            onChange={(said) => set({ aliases: { ...report.aliases, [office]: said } })}
          />
        ))}
      </div>
    </Form>
  );
}
