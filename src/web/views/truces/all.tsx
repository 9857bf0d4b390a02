import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  FormButton,
  Mark,
  Moment,
  Page,
  SaidLine,
  Section,
  weightOf,
} from "../../design/index.ts";
import type { TruceLine, TrucesModel } from "./all-query.ts";
import { Answers } from "./declaration.tsx";
import type { DeclarationLine } from "./declaration-query.ts";
import { DeclarationAnswerForm } from "./forms/declaration-answer.tsx";
import own from "./truces.module.css";

/** All texts of truces, each with what it lacks first, and what each side declared for itself. */
export function AllTruces() {
  const { t, desk } = useDesk();
  const model = useQuery("truces.all", undefined);
  const canSign = desk.phase === "open" && desk.canSign;
  return (
    <Page
      title={t("truces.title")}
      intro={t("truces.intro")}
      actions={
        <>
          {canSign && model?.may.table && (
            <Link className={`${css.button} ${own.linkButton}`} data-look="main" href="/truces/new">
              {t("truces.do.table")}
            </Link>
          )}
          {canSign && model && model.declaringIn.length > 0 && (
            <Link className={`${css.button} ${own.linkButton}`} href="/truces/declare">
              {t("truces.do.declare")}
            </Link>
          )}
        </>
      }
    >
      {model && (model.reads ? <Read model={model} /> : <Empty>{t("truces.not_read")}</Empty>)}
    </Page>
  );
}

function Read({ model }: { readonly model: TrucesModel }) {
  const { t } = useDesk();
  return (
    <>
      <Section title={t("truces.texts")}>
        {model.texts.length === 0 && <Empty>{t("truces.none")}</Empty>}
        <ol className={css.items}>
          {model.texts.map((line) => (
            <TruceItem key={line.id} line={line} />
          ))}
        </ol>
        {model.earlier.length > 0 && (
          <details>
            <summary>{t("truces.earlier", { n: model.earlier.length })}</summary>
            <ul>
              {model.earlier.map(({ id, title }) => (
                <li key={id}>
                  <Link href={`/truces/${id}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
      {model.declarations.length > 0 && (
        <Section title={t("truces.declarations")}>
          <p className={css.small}>{t("truces.declarations_words")}</p>
          <ol className={css.items}>
            {model.declarations.map((line) => (
              <DeclarationItem key={line.id} line={line} />
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function TruceItem({ line }: { readonly line: TruceLine }) {
  const { t } = useDesk();
  const { id, title, status, start, end, parties, missing, owed, isOpen } = line;
  const [next] = owed;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h3>
          <Link href={`/truces/${id}`}>{title}</Link>
        </h3>
        <Mark weight={weightOf(status.code)}>{status.words}</Mark>
      </div>
      {isOpen && missing.length > 0 && (
        <p>
          <Mark weight="attention">{t("truces.missing_parts", { n: missing.length })}</Mark>{" "}
          <span className={css.small}>
            {missing.slice(0, 3).join("; ")}
            {missing.length > 3 && ` ${t("truces.more", { n: missing.length - 3 })}`}
          </span>
        </p>
      )}
      {isOpen && missing.length === 0 && next && (
        <p className={css.small}>
          {t("truces.missing")}: {next.offices.join(", ")} – {next.what}
          {owed.length > 1 && ` ${t("truces.more", { n: owed.length - 1 })}`}
        </p>
      )}
      <p className={own.hours}>
        <span>
          {t("truces.starts")}:{" "}
          {start === undefined ? (
            <span className={css.soft}>{t("truces.no_hour")}</span>
          ) : (
            <Clock at={start} />
          )}
        </span>
        <span>
          {t("truces.ends")}:{" "}
          {end === undefined ? <span className={css.soft}>{t("truces.no_hour")}</span> : <Clock at={end} />}
        </span>
      </p>
      <p className={css.row}>
        {parties.map(({ office, name, answer }) => (
          <span key={office}>
            <strong>{name}</strong> <Mark weight={weightOf(answer.code)}>{answer.words}</Mark>
          </span>
        ))}
      </p>
    </li>
  );
}

function DeclarationItem({ line }: { readonly line: DeclarationLine }) {
  const { t } = useDesk();
  const { id, title, said, window, answers, room, mayAnswer } = line;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h3>
          <Link href={`/truces/declared/${id}`}>{title}</Link>
        </h3>
        {mayAnswer && (
          <FormButton label={t("truces.do.answer")}>
            {(close) => <DeclarationAnswerForm declaration={id} room={room} onDone={close} />}
          </FormButton>
        )}
      </div>
      <p>
        <Moment when={window} />
      </p>
      <Answers answers={answers} />
      <SaidLine said={said} named />
    </li>
  );
}
