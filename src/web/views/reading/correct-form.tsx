import type { ScreenKey } from "#i18n/screens";
import type { Office, ReportEntry } from "#record";
import { useDesk, useProcess, useQuery } from "../../app/desk-context.tsx";
import {
  Choose,
  Field,
  Form,
  OneOf,
  PersonFields,
  personIsWrong,
  personOf,
  textIsWrong,
  useForm,
} from "../../design/index.ts";
import { countsOf, entryOfText, textOfEntry } from "./entry-text.ts";
import type { Content, StatementDraft } from "./item.ts";
import type { DeskItem } from "./kept-report.ts";
import { proseOf } from "./plain-words.ts";
import { type Shape, shapes } from "./shapes.ts";

type Props = {
  readonly onKept: (content: Content) => void;
  readonly onDone: () => void;
};

/** Puts an entry of the draft right by hand; it is said then that it was. */
export function CorrectForm({ item, ...rest }: Props & { readonly item: DeskItem }) {
  const { content } = item;
  return content.is === "entry" ? (
    <EntryForm entry={content.entry} {...rest} />
  ) : (
    <StatementForm statement={content.statement} {...rest} />
  );
}

function EntryForm({ entry, onKept, onDone }: Props & { readonly entry: ReportEntry }) {
  const { t } = useDesk();
  const { names } = useProcess();
  const form = useForm({ text: textOfEntry(entry, names) }, ({ text }) => ({
    text: entryOfText(entry, text, names) ? undefined : "reading.form.wrong",
  }));
  const { draft, set, wrong } = form;
  const change = (path: string, said: string) => set({ text: { ...draft.text, [path]: said } });
  const ready = () => {
    const made = entryOfText(entry, draft.text, names);
    if (made) onKept({ is: "entry", entry: made });
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone} submit={t("reading.form.save")}>
      {shapes[entry.class].map((shape) => (
        <ShapeField
          key={shape.path}
          shape={shape}
          value={draft.text[shape.path] ?? ""}
          onChange={(said) => change(shape.path, said)}
        />
      ))}
      {countsOf(entry).map(({ what }, i) =>
        (["least", "most"] as const).map((end) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: counts have no identity but their place
            key={`${what} ${i} ${end}`}
            label={t(`reading.form.${end}`, { what: t(`word.${what}` as ScreenKey) })} // of the record's own words
            value={draft.text[`counts ${i} ${end}`] ?? ""}
            onChange={(said) => change(`counts ${i} ${end}`, said)}
          />
        )),
      )}
      {wrong("text") && <p role="alert">{wrong("text")}</p>}
    </Form>
  );
}

function ShapeField({
  shape,
  value,
  onChange,
}: {
  readonly shape: Shape;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useDesk();
  const label = t(labelOf(shape.path));
  if (shape.is === "one")
    return (
      <Choose
        label={label}
        value={value}
        choices={shape.of.map((one) => ({ value: one, label: t(`word.${one}` as ScreenKey) }))} // of the record's own words
        onChange={onChange}
      />
    );
  if (shape.is === "yes")
    return (
      <OneOf
        label={label}
        value={value}
        choices={(["yes", "no"] as const).map((one) => ({ value: one, label: t(`field.${one}`) }))}
        onChange={onChange}
      />
    );
  const help =
    shape.is === "days"
      ? t("reading.form.days")
      : shape.is === "lines"
        ? t("reading.form.lines")
        : shape.is === "actors"
          ? t("reading.form.actors")
          : undefined;
  return (
    <Field
      label={label}
      {...(help ? { help } : {})}
      lines={shape.is === "lines" || shape.is === "actors" || shape.is === "prose"}
      type={shape.is === "day" ? "date" : "text"}
      value={value}
      onChange={onChange}
    />
  );
}

const ownLabels = new Set(["again", "side"]);

// The labels of an act's fields, as in the preview before signing.
function labelOf(path: string): ScreenKey {
  const name = path.split(".").at(-1) ?? "";
  return `field.${ownLabels.has(name) ? "entry." : ""}${name}` as ScreenKey; // each path of the shapes has its label there
}

function StatementForm({ statement, onKept, onDone }: Props & { readonly statement: StatementDraft }) {
  const { t } = useDesk();
  const capture = useQuery("statements.capture", undefined);
  const form = useForm(statement, ({ speaker, verbatim }) => ({
    speaker: personIsWrong(speaker),
    verbatim: textIsWrong(verbatim),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    onKept({
      is: "statement",
      statement: { ...draft, speaker: personOf(draft.speaker), verbatim: proseOf(draft.verbatim) },
    });
  return (
    <Form form={form} onReady={ready} onCancel={onDone} submit={t("reading.form.save")}>
      <PersonFields
        title={t("statements.form.speaker")}
        value={draft.speaker}
        onChange={(speaker) => set({ speaker })}
        tried={tried}
      />
      {capture && (
        <Choose
          label={t("statements.form.on_behalf")}
          value={draft.onBehalfOf ?? "nobody"}
          choices={[...capture.speakers, { value: "nobody", label: t("statements.form.nobody") }]}
          onChange={(one) => set({ onBehalfOf: one === "nobody" ? undefined : (one as Office) })} // of the offices offered
        />
      )}
      <Field
        label={t("statements.form.verbatim")}
        lines
        value={draft.verbatim}
        onChange={(verbatim) => set({ verbatim })}
        wrong={wrong("verbatim")}
        isRequired
      />
    </Form>
  );
}
