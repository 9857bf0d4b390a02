import { languages } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  css,
  Field,
  Form,
  Group,
  MomentField,
  momentIsWrong,
  momentOf,
  OneOf,
  textIsWrong,
  useForm,
  useNoMoment,
} from "../../design/index.ts";
import { languageName } from "../statements/language-name.ts";
import type { JointModel } from "./query.ts";

/** A joint text in the languages of the process; tabled in place of another, it begins with its words. */
export function TableForm({
  replaces,
  onDone,
}: {
  readonly replaces?: JointModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const noMoment = useNoMoment();
  const before = replaces?.versions ?? [];
  const form = useForm(
    () => ({
      versions: languages.map((language) => {
        const { title = "", text = "" } = before.find((one) => one.language === language) ?? {};
        return { language: language as string, title, text };
      }),
      when: "last" as "last" | "time",
      at: noMoment,
    }),
    ({ versions, when, at }) => ({
      versions: written(versions).some(({ title, text }) => textIsWrong(title) ?? textIsWrong(text))
        ? "joint.form.whole"
        : written(versions).length === 0
          ? "forms.fill"
          : undefined,
      at: when === "time" && (momentIsWrong(at) !== undefined || at.hour === "") ? "forms.fill" : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: "plenary",
        kind: "communique.tabled",
        payload: {
          versions: written(draft.versions).map(({ language, title, text }) => ({
            language,
            title: title.trim(),
            text: text.trim(),
          })),
          ...(draft.when === "time" ? { releaseAt: momentOf(draft.at) } : {}),
          ...(replaces ? { replaces: replaces.id } : {}),
        },
      },
      onDone,
    );
  const change = (at: number, part: Partial<(typeof draft.versions)[number]>) =>
    set({ versions: draft.versions.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("joint.form.how")}</p>
      {draft.versions.map(({ language, title, text }, n) => (
        <Group key={language} title={languageName(language, t.language)}>
          <Field label={t("field.title")} value={title} onChange={(words) => change(n, { title: words })} />
          <Field
            label={t("field.text")}
            lines
            value={text}
            onChange={(words) => change(n, { text: words })}
          />
        </Group>
      ))}
      {wrong("versions") && <p className={css.wrong}>{wrong("versions")}</p>}
      <OneOf
        label={t("joint.release")}
        value={draft.when}
        choices={[
          { value: "last", label: t("joint.with_last") },
          { value: "time", label: t("joint.form.at_time") },
        ]}
        onChange={(when) => set({ when })}
      />
      {draft.when === "time" && (
        <MomentField
          label={t("joint.form.time")}
          value={draft.at}
          onChange={(at) => set({ at })}
          tried={tried}
          needsHour
        />
      )}
    </Form>
  );
}

type Written = { readonly language: string; readonly title: string; readonly text: string };

function written(versions: readonly Written[]): readonly Written[] {
  return versions.filter(({ title, text }) => title.trim() !== "" || text.trim() !== "");
}
