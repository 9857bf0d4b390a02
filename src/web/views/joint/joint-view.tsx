import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Button,
  Clock,
  css,
  Empty,
  Facts,
  FormButton,
  Mark,
  Page,
  SaidLine,
  Section,
} from "../../design/index.ts";
import { languageName } from "../statements/language-name.ts";
import { AnswerForm } from "./answer-form.tsx";
import own from "./joint.module.css";
import type { JointModel, VersionModel, WordModel } from "./query.ts";
import { StatusMark } from "./status-mark.tsx";
import { TableForm } from "./table-form.tsx";

/** One joint text: its versions side by side, who has cleared which, and what it still waits for. */
export function JointView({ model }: { readonly model: JointModel }) {
  const { t } = useDesk();
  const { versions, words, said, released, releaseAt, signedAhead } = model;
  const title = versions.find(({ language }) => language === t.language) ?? versions[0];
  return (
    <Page title={title?.title ?? t("joint.title")} actions={<Doings model={model} />}>
      <Section title={t("joint.state")}>
        <p className={css.row}>
          <StatusMark status={model.status} />
          <span>{t(`joint.status_how.${model.status}`)}</span>
        </p>
        <Facts
          rows={[
            [
              t("joint.release"),
              releaseAt === undefined ? t("joint.with_last") : <Clock key="at" at={releaseAt} />,
            ],
            ...(signedAhead.length > 0 ? ([[t("joint.signed_ahead"), signedAhead.join(", ")]] as const) : []),
          ]}
        />
        <SaidLine said={released ?? said} named />
      </Section>
      <Section title={t("joint.versions")}>
        <div className={own.versions}>
          {versions.map((version, n) => (
            <Version key={version.language} version={version} words={words[n] ?? []} model={model} />
          ))}
        </div>
      </Section>
    </Page>
  );
}

function Version({
  version,
  words,
  model,
}: {
  readonly version: VersionModel;
  readonly words: readonly WordModel[];
  readonly model: JointModel;
}) {
  const { t } = useDesk();
  const { language, title, text } = version;
  const name = languageName(language, t.language);
  return (
    <article className={own.version} aria-label={name}>
      <p className={css.small}>{name}</p>
      <h3 lang={language}>{title}</h3>
      <div className={own.text} lang={language}>
        {text}
      </div>
      {words.length > 0 && (
        <ul className={own.words} aria-label={t("joint.clearances")}>
          {words.map((one) => (
            <li key={one.office}>
              <span className={css.row}>
                {one.by}
                <Mark weight={one.said === "cleared_for_release" ? "firm" : "waiting"}>
                  {t(`joint.said.${one.said}`)}
                </Mark>
              </span>
              {one.words && <span className={css.small}>{one.words}</span>}
            </li>
          ))}
        </ul>
      )}
      {words.length === 0 && model.status !== "released" && <Empty>{t("joint.none")}</Empty>}
      {model.may.answer && (
        <div className={css.row}>
          <FormButton label={t("joint.answer_in", { language: name })} short={t("joint.answer")}>
            {(close) => <AnswerForm model={model} version={version} onDone={close} />}
          </FormButton>
        </div>
      )}
    </article>
  );
}

function Doings({ model }: { readonly model: JointModel }) {
  const { t, desk } = useDesk();
  const propose = useSigning();
  const { id, may, versions } = model;
  if (desk.phase !== "open" || !desk.canSign) return null;
  return (
    <>
      {may.release && (
        <Button
          look="main"
          onPress={() =>
            propose({ room: "public", kind: "communique.released", payload: { communique: id, versions } })
          }
        >
          {t("joint.release_now")}
        </Button>
      )}
      {may.signAhead && (
        <Button
          onPress={() =>
            propose({ room: "plenary", kind: "communique.release_deposited", payload: { communique: id } })
          }
        >
          {t("joint.sign_ahead")}
        </Button>
      )}
      {may.replace && (
        <FormButton label={t("joint.replace")}>
          {(close) => <TableForm replaces={model} onDone={close} />}
        </FormButton>
      )}
    </>
  );
}
