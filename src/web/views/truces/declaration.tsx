import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  css,
  Empty,
  FormButton,
  Mark,
  Moment,
  Page,
  SaidLine,
  Section,
  Sheet,
  weightOf,
} from "../../design/index.ts";
import type { DeclarationModel } from "./declaration-query.ts";
import { CountForm } from "./forms/count.tsx";
import { DeclarationAnswerForm } from "./forms/declaration-answer.tsx";
import { TermsShown } from "./terms.tsx";

/** What one side declared for itself: its window and terms, the other side's answer, and what each has counted in it. */
export function DeclarationPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("truces.declaration", { id });
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={model.title}
      intro={<Link href="/truces">{t("truces.back")}</Link>}
      actions={
        model.mayAnswer && (
          <FormButton look="main" label={t("truces.do.answer")}>
            {(close) => <DeclarationAnswerForm declaration={model.id} room={model.room} onDone={close} />}
          </FormButton>
        )
      }
    >
      <Sheet>
        <p>
          <strong>{model.by}</strong> · <Moment when={model.window} />
        </p>
        <p className={css.small}>{t("truces.declared_words")}</p>
        <SaidLine said={model.said} />
      </Sheet>
      <Answers answers={model.answers} />
      {Object.keys(model.parts.said).length > 0 && <TermsShown truce={model.parts} />}
      <Counts model={model} />
    </Page>
  );
}

/** The other side's own answer; none is never a yes. */
export function Answers({ answers }: Pick<DeclarationModel, "answers">) {
  return answers.map(({ name, answer, words }) => (
    <div key={name}>
      <p>
        <strong>{name}</strong> <Mark weight={weightOf(answer.code)}>{answer.words}</Mark>
      </p>
      {words && <p className={css.quote}>{words}</p>}
    </div>
  ));
}

function Counts({ model }: { readonly model: DeclarationModel }) {
  const { t } = useDesk();
  const { counted, mayCount } = model;
  if (counted.length === 0 && !mayCount) return null;
  return (
    <Section
      title={t("truces.counts")}
      actions={
        mayCount && (
          <FormButton label={t("truces.do.count")}>
            {(close) => <CountForm declaration={model.id} room={model.room} onDone={close} />}
          </FormButton>
        )
      }
    >
      <p className={css.small}>{t("truces.counts_words")}</p>
      {counted.map(({ id, what, count, said }) => (
        <Sheet key={id}>
          <p>
            {what}: <strong>{count}</strong>
          </p>
          <SaidLine said={said} named />
        </Sheet>
      ))}
    </Section>
  );
}
