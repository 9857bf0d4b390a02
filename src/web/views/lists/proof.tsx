import { useState } from "react";
import { FileTrigger, Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { useWork } from "../../app/use-work.ts";
import {
  Button,
  css,
  Facts,
  Field,
  Mark,
  Notice,
  Page,
  Refused,
  Section,
  Sheet,
} from "../../design/index.ts";
import type { LineShown } from "../../desk/commitments.ts";
import own from "./lists.module.css";
import { useFieldWords } from "./use-field-words.ts";

/** Shows that one line was on a committed list, and nothing of the others; and checks what somebody has shown. */
export function ProofPage({ commitment }: { readonly commitment: string | undefined }) {
  const { t } = useDesk();
  return (
    <Page
      title={t("lists.proof.title")}
      intro={t("lists.proof.intro")}
      actions={<Link href="/lists">{t("lists.proof.back")}</Link>}
    >
      {commitment !== undefined && <Make key={commitment} commitment={commitment} />}
      <Check />
    </Page>
  );
}

function Make({ commitment }: { readonly commitment: string }) {
  const { t } = useDesk();
  const model = useQuery("lists.commitment", commitment);
  const work = useWork("proveLine");
  const [line, setLine] = useState("");
  const [shown, setShown] = useState<number>();
  if (!model) return null;
  const show = async () => {
    setShown(Number(line));
    await work.start({ commitment, line: Number(line) });
  };
  const { value: proof } = work;
  const save = () =>
    proof &&
    saveFile(
      `line-${shown}-proof.json`,
      new Blob([new Uint8Array(proof.file)], { type: "application/json" }),
    );
  return (
    <Section title={t("lists.proof.make")}>
      <p>
        <strong>{model.title}</strong> · {model.by} · {model.kind} · {model.round}
      </p>
      <div className={own.ask}>
        <Field label={t("field.line")} type="number" value={line} onChange={setLine} />
        <Button onPress={() => void show()} isDisabled={!/^[1-9]\d*$/.test(line) || work.isRunning}>
          {t("lists.proof.show")}
        </Button>
      </div>
      {work.refusal && <Refused refusal={work.refusal} />}
      {shown !== undefined && !work.isRunning && !work.refusal && !proof && (
        <Notice tone="attention">{t("lists.proof.not_here")}</Notice>
      )}
      {proof && (
        <Sheet>
          <div className={css.section}>
            <RowFacts row={proof.row} />
            <p className={css.small}>{t("lists.proof.gives_away")}</p>
            <div className={css.row}>
              <Button look="main" onPress={save}>
                {t("lists.proof.save")}
              </Button>
              <Button onPress={() => print()}>{t("lists.proof.print")}</Button>
            </div>
            <pre className={own.proof}>{new TextDecoder().decode(proof.file)}</pre>
          </div>
        </Sheet>
      )}
    </Section>
  );
}

function Check() {
  const { t } = useDesk();
  const work = useWork("checkProof");
  const [name, setName] = useState<string>();
  const bring = async (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    await work.start(new Uint8Array(await file.arrayBuffer()));
  };
  const { value: found } = work;
  const stands = useQuery("lists.commitment", found?.verdict === "known" ? found.commitment : "");
  return (
    <Section title={t("lists.proof.check")}>
      <p className={css.small}>{t("lists.proof.check_how")}</p>
      <div className={css.row}>
        <FileTrigger acceptedFileTypes={[".json"]} onSelect={(files) => void bring(files?.[0])}>
          <Button>{t("lists.proof.choose")}</Button>
        </FileTrigger>
        <span>{name}</span>
      </div>
      {work.refusal && <Refused refusal={work.refusal} />}
      {name !== undefined && !work.isRunning && !work.refusal && !found && (
        <Notice tone="refused">{t("lists.proof.no_proof")}</Notice>
      )}
      {found && (
        <Sheet>
          <div className={css.section}>
            <p>
              <Mark
                weight={
                  found.verdict === "known" ? "firm" : found.verdict === "differs" ? "attention" : "plain"
                }
              >
                {t(`lists.proof.verdict.${found.verdict}`)}
              </Mark>
            </p>
            <p className={css.small}>{t(`lists.proof.verdict_how.${found.verdict}`)}</p>
            <RowFacts row={found.row} />
            <Facts
              rows={[
                ...(stands ? [[t("lists.commitment"), `${stands.title} · ${stands.by}`] as const] : []),
                [t("lists.column.round"), found.round],
                [
                  t("lists.proof.root"),
                  <code key="root" className={own.proof}>
                    {found.root}
                  </code>,
                ],
              ]}
            />
          </div>
        </Sheet>
      )}
    </Section>
  );
}

function RowFacts({ row }: { readonly row: LineShown }) {
  const fieldWord = useFieldWords();
  return (
    <Facts
      rows={row.map(({ field, written }) => [
        fieldWord(field),
        <span key={field} lang="">
          {written}
        </span>,
      ])}
    />
  );
}
