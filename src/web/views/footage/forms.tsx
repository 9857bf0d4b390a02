import { FileTrigger } from "react-aria-components";
import type { CoverPlan, Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { useWork } from "../../app/use-work.ts";
import {
  Button,
  Choose,
  css,
  Field,
  Form,
  MomentField,
  momentIsWrong,
  momentOf,
  OneOf,
  Refused,
  Tick,
  textIsWrong,
  useForm,
  useNoMoment,
} from "../../design/index.ts";
import type { Choices, FootageModel } from "./query.ts";

type Done = { readonly room: Room; readonly onDone: () => void };

/** A file is chosen, looked at and sealed; with a title and its source it is registered. */
export function RegisterForm({ room, onDone }: Done) {
  const { t } = useDesk();
  const propose = useSigning();
  const work = useWork("sealFootage");
  const form = useForm({ title: "", source: "" }, ({ title, source }) => ({
    title: textIsWrong(title) ?? (work.value ? undefined : "footage.form.file_missing"),
    source: textIsWrong(source),
  }));
  const { draft, set, wrong } = form;
  const ready = () =>
    propose(
      {
        room,
        kind: "footage.registered",
        payload: {
          title: draft.title.trim(),
          source: draft.source.trim(),
          original: work.value?.file,
          credentials: work.value?.credentials,
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <FileOf work={work} label={t("footage.form.choose")} />
      <Field
        label={t("field.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
      />
      <Field
        label={t("field.source")}
        value={draft.source}
        onChange={(source) => set({ source })}
        wrong={wrong("source")}
      />
    </Form>
  );
}

/** The covered file, as it was made by `parley footage redact`, with what its author answers for. */
export function MadeForm({
  room,
  footage,
  cover,
  onDone,
}: Done & { readonly footage: string; readonly cover: CoverPlan }) {
  const { t } = useDesk();
  const propose = useSigning();
  const work = useWork("sealFootage");
  const form = useForm({}, () => ({}));
  const ready = () => {
    if (!work.value || work.value.hasMetadata) return;
    propose({ room, kind: "footage.redacted", payload: { footage, made: work.value.file, cover } }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("footage.form.made_how")}</p>
      <FileOf work={work} label={t("footage.form.choose")} />
      {work.value?.hasMetadata && <p className={css.wrong}>{t("footage.form.has_metadata")}</p>}
    </Form>
  );
}

function FileOf({
  work,
  label,
}: {
  readonly work: ReturnType<typeof useWork<"sealFootage">>;
  readonly label: string;
}) {
  const { t } = useDesk();
  const chosen = async (file: File | undefined) => {
    if (file) await work.start({ bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <>
      <FileTrigger
        acceptedFileTypes={["video/mp4", "video/webm", "image/jpeg", "image/png"]}
        onSelect={(files) => void chosen(files?.[0])}
      >
        <Button isDisabled={work.isRunning}>{label}</Button>
      </FileTrigger>
      {work.refusal && <Refused refusal={work.refusal} />}
      {work.value && (
        <p className={css.small}>
          {work.value.file.mediaType} · SHA-256 {work.value.file.sha256} ·{" "}
          {t(`word.${work.value.credentials.found}`)}
        </p>
      )}
    </>
  );
}

type Way = Choices["seen" | "heard"][number];
type Status = Choices["statuses"][number];

export function MarkForm({
  room,
  model,
  choices,
  onDone,
}: Done & { readonly model: FootageModel; readonly choices: Choices }) {
  const ways = [...choices.seen, ...choices.heard];
  const { t } = useDesk();
  const propose = useSigning();
  const noMoment = useNoMoment();
  const form = useForm(
    () => ({
      person: String(Math.max(0, ...model.persons.map(({ person }) => person)) + 1),
      whenFilmed: null as Status | null,
      now: null as Status | null,
      returned: noMoment,
      shownBy: ["face"] as readonly Way[],
    }),
    ({ person, whenFilmed, now, returned }) => ({
      person: Number.isInteger(Number(person)) && Number(person) > 0 ? undefined : "forms.fill",
      whenFilmed: whenFilmed === null ? "forms.choose" : undefined,
      now: now === null ? "forms.choose" : undefined,
      returned:
        now === "come_back" && (momentIsWrong(returned) !== undefined || returned.hour === "")
          ? "forms.fill"
          : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const statuses = choices.statuses.map((value) => ({ value, label: t(`word.${value}`) }));
  const ready = () =>
    propose(
      {
        room,
        kind: "footage.person_marked",
        payload: {
          footage: model.id,
          person: Number(draft.person),
          whenFilmed: draft.whenFilmed,
          now: draft.now,
          shownBy: draft.shownBy,
          ...(draft.now === "come_back" ? { returnedAt: momentOf(draft.returned) } : {}),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("footage.form.number")}
        type="number"
        value={draft.person}
        onChange={(person) => set({ person })}
        wrong={wrong("person")}
      />
      <Choose
        label={t("field.whenFilmed")}
        value={draft.whenFilmed}
        choices={statuses}
        onChange={(whenFilmed) => set({ whenFilmed })}
        wrong={wrong("whenFilmed")}
      />
      <Choose
        label={t("footage.form.now")}
        value={draft.now}
        choices={statuses}
        onChange={(now) => set({ now })}
        wrong={wrong("now")}
      />
      {draft.now === "come_back" && (
        <MomentField
          label={t("field.returnedAt")}
          value={draft.returned}
          onChange={(returned) => set({ returned })}
          tried={tried}
          needsHour
        />
      )}
      <p className={css.label}>{t("field.shownBy")}</p>
      <div className={css.row}>
        {ways.map((way) => (
          <Tick
            key={way}
            isSelected={draft.shownBy.includes(way)}
            onChange={(on) =>
              set({ shownBy: ways.filter((one) => (one === way ? on : draft.shownBy.includes(one))) })
            }
          >
            {t(`word.${way}`)}
          </Tick>
        ))}
      </div>
    </Form>
  );
}

const words = ["not_held", "held", "not_known"] as const;
type Word = (typeof words)[number];

export function HeldForm({
  room,
  footage,
  person,
  onDone,
}: Done & { readonly footage: string; readonly person: number }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ himself: null as Word | null, comrades: null as Word | null }, (draft) => ({
    himself: draft.himself === null ? "forms.choose" : undefined,
    comrades: draft.comrades === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong } = form;
  const choices = words.map((value) => ({ value, label: t(`word.${value}`) }));
  return (
    <Form
      form={form}
      onReady={() =>
        propose({ room, kind: "footage.held_checked", payload: { footage, person, ...draft } }, onDone)
      }
      onCancel={onDone}
    >
      <OneOf
        label={t("field.himself")}
        value={draft.himself}
        choices={choices}
        onChange={(himself) => set({ himself })}
        wrong={wrong("himself")}
      />
      <OneOf
        label={t("field.comrades")}
        value={draft.comrades}
        choices={choices}
        onChange={(comrades) => set({ comrades })}
        wrong={wrong("comrades")}
      />
    </Form>
  );
}

/** One text, signed as the words of a consent or the reason of an interest. */
export function WordsForm({
  label,
  draftOf,
  onDone,
}: {
  readonly label: string;
  readonly draftOf: (words: string) => Parameters<ReturnType<typeof useSigning>>[0];
  readonly onDone: () => void;
}) {
  const propose = useSigning();
  const form = useForm({ words: "" }, (draft) => ({ words: textIsWrong(draft.words) }));
  const { draft, set, wrong } = form;
  return (
    <Form form={form} onReady={() => propose(draftOf(draft.words.trim()), onDone)} onCancel={onDone}>
      <Field
        label={label}
        lines
        value={draft.words}
        onChange={(text) => set({ words: text })}
        wrong={wrong("words")}
      />
    </Form>
  );
}
