import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { saveFile } from "../../app/save-file.ts";
import { useSigning } from "../../app/signing.tsx";
import { useWork } from "../../app/use-work.ts";
import {
  Button,
  Choose,
  Field,
  Form,
  maybe,
  Notice,
  OneOf,
  Page,
  Refused,
  Section,
  useForm,
} from "../../design/index.ts";
import type { TablePreview } from "../../desk/list-actions.ts";
import type { TableSettings } from "./list-table.ts";
import own from "./lists.module.css";
import { TableShown } from "./table-shown.tsx";

const kinds = ["held", "missing", "dead", "returned", "wanted"] as const;
type Kind = (typeof kinds)[number];

type Draft = {
  readonly kind: Kind | null;
  readonly title: string;
  readonly how: "submit" | "commit";
  readonly round: string;
  readonly answersBy: string;
  readonly table: TablePreview | undefined;
};

/** A list from a table of text: looked at as it would be read, and signed after that. */
export function ImportPage({ replaces }: { readonly replaces: string | undefined }) {
  const { t } = useDesk();
  const earlier = useQuery("lists.one", replaces ?? "");
  return (
    <Page title={replaces ? t("lists.new_version") : t("lists.new")} intro={t("lists.import_intro")}>
      {(replaces === undefined || earlier) && (
        <ImportForm
          replaces={replaces}
          kind={earlier?.kindCode as Kind | undefined}
          title={earlier?.title ?? ""}
        />
      )}
    </Page>
  );
}

function ImportForm({
  replaces,
  kind,
  title,
}: {
  readonly replaces: string | undefined;
  readonly kind: Kind | undefined;
  readonly title: string;
}) {
  const { t } = useDesk();
  const { go } = usePlace();
  const propose = useSigning();
  const [file, setFile] = useState<{
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly settings: TableSettings;
  }>();
  const look = useWork("lookAtTable");
  const list = useWork("prepareList");
  const commitment = useWork("prepareCommitment");
  const form = useForm<Draft>(
    { kind: kind ?? null, title, how: "submit", round: "", answersBy: "", table: undefined },
    (draft) => ({
      kind: draft.kind === null ? "forms.choose" : undefined,
      title: draft.title.trim() === "" ? "forms.fill" : undefined,
      round: draft.how === "commit" && draft.round.trim() === "" ? "forms.fill" : undefined,
      table:
        !draft.table || draft.table.total === 0 || draft.table.isTooLong ? "lists.wrong.table" : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const read = async (name: string, bytes: Uint8Array, settings: TableSettings) => {
    setFile({ name, bytes, settings });
    set({ table: await look.start({ name, bytes, settings }) });
  };
  const chosen = async (one: File | undefined) => {
    if (one) await read(one.name, new Uint8Array(await one.arrayBuffer()), {});
  };
  const again = (change: TableSettings) => {
    if (!file || !draft.table) return;
    void read(file.name, file.bytes, { ...settingsOf(draft.table), ...change });
  };
  const ready = async () => {
    if (!file) return;
    const about = { kind: draft.kind, title: draft.title.trim() };
    const settled = { ...file, settings: draft.table ? settingsOf(draft.table) : {} };
    if (draft.how === "submit") {
      const content = await list.start(settled);
      const payload = {
        ...about,
        content,
        ...maybe("replaces", replaces ?? ""),
        ...maybe("answersBy", draft.answersBy),
      };
      if (content) propose({ room: "exchange", kind: "list.submitted", payload }, (id) => go(`/lists/${id}`));
      return;
    }
    const round = draft.round.trim();
    const made = await commitment.start({ ...settled, kind: draft.kind ?? "", round });
    if (!made) return;
    const { root, height, backup } = made;
    propose({ room: "exchange", kind: "list.committed", payload: { ...about, round, root, height } }, () => {
      saveFile(`list-to-reveal-${round.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.txt`, new Blob([backup]));
      go("/lists");
    });
  };
  return (
    <Form form={form} onReady={() => void ready()} onCancel={() => go("/lists")} submit={t("forms.go_on")}>
      <fieldset
        className={own.drop}
        aria-label={t("lists.drop_file")}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void chosen(event.dataTransfer.files[0]);
        }}
      >
        <FileTrigger
          acceptedFileTypes={[".csv", ".tsv", ".txt", ".xlsx", ".gz"]}
          onSelect={(files) => void chosen(files?.[0])}
        >
          <Button>{t("lists.choose_file")}</Button>
        </FileTrigger>
        <span>{file?.name ?? t("lists.no_file")}</span>
      </fieldset>
      {wrong("table") && <Notice tone="refused" title={wrong("table") ?? ""} />}
      {look.refusal && <Refused refusal={look.refusal} />}
      {draft.table && (
        <div className={own.asRead}>
          <Section title={t("lists.as_read", { n: draft.table.total })}>
            <TableShown table={draft.table} onChange={again} />
          </Section>
        </div>
      )}
      <Choose
        label={t("lists.form.kind")}
        value={draft.kind}
        choices={(kind ? [kind] : kinds).map((value) => ({
          value,
          label: t(value === "held" ? "word.held_persons" : `word.${value}`),
        }))}
        onChange={(one) => set({ kind: one })}
        wrong={wrong("kind")}
      />
      <Field
        label={t("lists.form.title")}
        value={draft.title}
        onChange={(one) => set({ title: one })}
        wrong={wrong("title")}
      />
      {replaces === undefined && (
        <OneOf
          label={t("lists.form.how")}
          value={draft.how}
          choices={(["submit", "commit"] as const).map((value) => ({
            value,
            label: t(`lists.how.${value}`),
          }))}
          onChange={(how) => set({ how })}
        />
      )}
      {draft.how === "commit" ? (
        <>
          <Field
            label={t("lists.form.round")}
            help={t("lists.form.round_help")}
            value={draft.round}
            onChange={(round) => set({ round })}
            wrong={wrong("round")}
          />
          <Notice>{t("lists.commit_how")}</Notice>
        </>
      ) : (
        <Field
          label={t("forms.optional", { label: t("lists.form.answers_by") })}
          type="date"
          value={draft.answersBy}
          onChange={(answersBy) => set({ answersBy })}
        />
      )}
      {[list.refusal, commitment.refusal].map((one) => one && <Refused key={one.code} refusal={one} />)}
    </Form>
  );
}

function settingsOf({ encoding, separator, columns, hasHeading }: TablePreview): TableSettings {
  return { encoding, separator, columns, hasHeading };
}
