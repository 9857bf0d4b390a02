import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  Facts,
  FormButton,
  Mark,
  Page,
  Section,
  Sheet,
  ToRecord,
} from "../../design/index.ts";
import type { ContainerModel } from "./container-query.ts";
import { CustodyChain } from "./custody.tsx";
import { CaseForm } from "./forms/case.tsx";
import { CheckForm } from "./forms/check.tsx";
import { CustodyForm } from "./forms/custody.tsx";
import { Packets } from "./packets.tsx";
import { ContainerPapers } from "./papers.tsx";
import own from "./remains.module.css";

/** One bag: how it was recovered, who had it, what was found with it, what comes next. */
export function ContainerPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("remains.container", { id });
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={t("remains.container", { code: model.code })}
      intro={<Link href="/remains">{t("remains.back")}</Link>}
      actions={<Steps model={model} />}
    >
      <Next model={model} />
      <Recovered model={model} />
      <CustodyChain model={model} />
      <Packets model={model} />
      <Examined model={model} />
      <ContainerPapers model={model} />
    </Page>
  );
}

function Steps({ model }: { readonly model: ContainerModel }) {
  const { t } = useDesk();
  const { check, give, take } = model.may;
  return (
    <>
      {check && (
        <FormButton look="main" label={t("remains.do.check")}>
          {(close) => <CheckForm model={model} onDone={close} />}
        </FormButton>
      )}
      {take !== undefined && (
        <FormButton look="main" label={t("remains.do.take")}>
          {(close) => <CustodyForm model={model} given={take} onDone={close} />}
        </FormButton>
      )}
      {give && (
        <FormButton label={t("remains.do.give")}>
          {(close) => <CustodyForm model={model} given={undefined} onDone={close} />}
        </FormButton>
      )}
    </>
  );
}

function Next({ model: { next, holder } }: { readonly model: ContainerModel }) {
  const { t } = useDesk();
  return (
    <p>
      {t("remains.held_by", { name: holder })}{" "}
      {next && (
        <>
          {t("remains.next_words", { step: next.step, name: next.by })}{" "}
          {next.isOurs && <Mark weight="firm">{t("home.ours")}</Mark>}
        </>
      )}
    </p>
  );
}

function Recovered({ model }: { readonly model: ContainerModel }) {
  const { t } = useDesk();
  const { tag, at, where, by, holds, commingled, belongs, seals, photo, words, check, said } = model;
  return (
    <Section title={t("remains.recovered")}>
      <Sheet>
        <Facts
          rows={[
            [t("field.tag"), tag],
            [t("field.forensic.container_recorded.at"), <Clock key="at" at={at} />],
            [t("field.where"), where],
            [t("field.forensic.container_recorded.by"), by],
            [t("field.holds"), holds],
            [t("field.commingled"), commingled],
            [t("field.belongs"), t("remains.belongs_by", { name: belongs, by: said.by })],
            [t("field.seals"), seals.length === 0 ? t("word.no_seals") : seals.join(", ")],
            [t("field.found"), check ?? t("remains.not_checked")],
            ...(photo === undefined
              ? []
              : [
                  [
                    t("field.photo"),
                    <span key="photo" className={css.mono}>
                      {photo}
                    </span>,
                  ] as const,
                ]),
            ...(words === undefined ? [] : [[t("field.words"), words] as const]),
            [t("remains.written_down"), <ToRecord key="record" id={said.id} />],
          ]}
        />
      </Sheet>
    </Section>
  );
}

function Examined({ model }: { readonly model: ContainerModel }) {
  const { t } = useDesk();
  return (
    <Section
      title={t("remains.cases_of")}
      actions={
        model.may.hold && (
          <FormButton label={t("remains.do.case")}>
            {(close) => <CaseForm model={model} onDone={close} />}
          </FormButton>
        )
      }
    >
      <p className={css.small}>{t("remains.cases_of_how")}</p>
      {model.cases.length === 0 && <Empty>{t("remains.cases_none")}</Empty>}
      <ul className={own.persons}>
        {model.cases.map(({ id, number, by }) => (
          <li key={id}>
            <Link href={`/remains/case/${id}`}>{t("remains.case", { number })}</Link>{" "}
            <span className={css.small}>{by}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
