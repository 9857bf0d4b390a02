import { useDesk, useProcess } from "../app/desk-context.tsx";
import { Choose, Field } from "./controls.tsx";
import { Group } from "./form.tsx";
import { ownWords, type SourceDraft, sourceKinds, wrongInSource } from "./source-draft.ts";

/** Where words were said or written. One's own words said here need nothing more; all else names who published it. */
export function SourceFields({
  value,
  onChange,
  tried,
  isDated = false,
}: {
  readonly value: SourceDraft;
  readonly onChange: (value: SourceDraft) => void;
  /** What is missing is said once the author has tried to go on. */
  readonly tried: boolean;
  /** The day is asked elsewhere in the form. */
  readonly isDated?: boolean;
}) {
  const { t } = useDesk();
  const { office, names } = useProcess();
  const wrong = tried ? wrongInSource(value) : {};
  const set = (part: Partial<SourceDraft>) => onChange({ ...value, ...part });
  const own = names[office];
  const isOwn = value.kind === "own_record";
  const optional = (label: string) => t("forms.optional", { label });
  return (
    <Group title={t("forms.source")}>
      <Choose
        label={t("forms.source_where")}
        value={value.kind}
        choices={sourceKinds.map((kind) => ({ value: kind, label: t(`forms.source.${kind}`) }))}
        onChange={(kind) => {
          if (kind === "own_record") onChange(ownWords(own));
          else set({ kind, publisher: isOwn && value.publisher === own ? "" : value.publisher });
        }}
      />
      {!isOwn && (
        <>
          <Field
            label={t("forms.source_publisher")}
            value={value.publisher}
            onChange={(publisher) => set({ publisher })}
            wrong={wrong.publisher && t(wrong.publisher)}
            isRequired
          />
          <Field
            label={optional(t("forms.source_title"))}
            value={value.title}
            onChange={(title) => set({ title })}
          />
          {!isDated && (
            <Field
              label={optional(t("forms.source_published"))}
              type="date"
              value={value.published}
              onChange={(published) => set({ published })}
            />
          )}
          <Field
            label={optional(t("forms.source_url"))}
            value={value.url}
            onChange={(url) => set({ url })}
            wrong={wrong.url && t(wrong.url)}
          />
        </>
      )}
    </Group>
  );
}

/** The source that a form begins with: this office's own words, said here. */
export function useOwnWords(): SourceDraft {
  const { office, names } = useProcess();
  return ownWords(names[office]);
}
