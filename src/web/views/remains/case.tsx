import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Empty, Facts, FormButton, Page, Section, Sheet, ToRecord } from "../../design/index.ts";
import type { AssociationLine, CaseModel } from "./case-query.ts";
import { AssociateForm } from "./forms/associate.tsx";
import { IdentifyForm } from "./forms/identify.tsx";
import { ReturnForm } from "./forms/return.tsx";
import { IdentificationSheet } from "./identification.tsx";
import own from "./remains.module.css";

/** One case: what it came from, what belongs together with it, who it was, and whether it went back. */
export function CasePage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("remains.case", { id });
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={t("remains.case", { number: model.number })}
      intro={<Link href="/remains">{t("remains.back")}</Link>}
    >
      <Opened model={model} />
      <Associations model={model} />
      <Identifications model={model} />
      <Returns model={model} />
    </Page>
  );
}

function Opened({ model }: { readonly model: CaseModel }) {
  const { t } = useDesk();
  const { by, at, holds, containers, words, said } = model;
  return (
    <Sheet>
      <Facts
        rows={[
          [t("remains.opened_by"), by],
          [t("field.at"), <Clock key="at" at={at} />],
          [t("field.holds"), holds],
          [
            t("field.containers"),
            <span key="containers" className={css.row}>
              {containers.map((one) => (
                <Link key={one.id} href={`/remains/container/${one.id}`} className={css.mono ?? ""}>
                  {one.code}
                </Link>
              ))}
            </span>,
          ],
          ...(words === undefined ? [] : [[t("field.words"), words] as const]),
          [t("remains.written_down"), <ToRecord key="record" id={said.id} />],
        ]}
      />
    </Sheet>
  );
}

function Associations({ model }: { readonly model: CaseModel }) {
  const { t } = useDesk();
  return (
    <Section
      title={t("remains.associations")}
      actions={
        <FormButton label={t("remains.do.associate")}>
          {(close) => <AssociateForm model={model} onDone={close} />}
        </FormButton>
      }
    >
      <p className={css.small}>{t("remains.associations_how")}</p>
      {model.associations.length === 0 && <Empty>{t("remains.associations_none")}</Empty>}
      <ul className={own.chain}>
        {model.associations.map((line) => (
          <Association key={line.key} line={line} />
        ))}
      </ul>
    </Section>
  );
}

/** One other thing, and every office's own word on it beside the others'. */
function Association({ line: { href, what, words } }: { readonly line: AssociationLine }) {
  const { t } = useDesk();
  return (
    <li className={css.sheet}>
      <h3 className={own.word}>
        <Link href={href}>{what}</Link>
      </h3>
      <div className={own.pair}>
        {words.map(({ office, stance, support, said, changes }) => (
          <div key={office}>
            <p className={css.label}>{office}</p>
            <p className={own.word}>{stance}</p>
            <p className={own.words}>{support}</p>
            <p className={css.small}>
              <Clock at={said.said} /> · <ToRecord id={said.id} />
              {changes > 0 && ` · ${t("remains.changed", { n: changes })}`}
            </p>
          </div>
        ))}
      </div>
    </li>
  );
}

function Identifications({ model }: { readonly model: CaseModel }) {
  const { t } = useDesk();
  return (
    <Section
      title={t("remains.identification")}
      actions={
        model.mayIdentify && (
          <FormButton label={t("remains.do.identify")}>
            {(close) => <IdentifyForm model={model} onDone={close} />}
          </FormButton>
        )
      }
    >
      <p className={css.small}>{t("remains.identification_how")}</p>
      {model.identifications.length === 0 && <Empty>{t("remains.identification_none")}</Empty>}
      <ul className={own.chain}>
        {model.identifications.map((line) => (
          <IdentificationSheet key={line.id} line={line} model={model} />
        ))}
      </ul>
    </Section>
  );
}

function Returns({ model }: { readonly model: CaseModel }) {
  const { t } = useDesk();
  const { returns, mayReturn, other } = model;
  if (returns.length === 0 && !mayReturn) return null;
  return (
    <Section
      title={t("remains.returns")}
      actions={
        mayReturn &&
        other && (
          <FormButton label={t("remains.do.return")}>
            {(close) => <ReturnForm model={model} to={other} onDone={close} />}
          </FormButton>
        )
      }
    >
      <p className={css.small}>{t("remains.returns_how")}</p>
      {returns.length === 0 && <Empty>{t("remains.returns_none")}</Empty>}
      <ul className={own.chain}>
        {returns.map(({ id, to, cause, words, at }) => (
          <li key={id} className={css.sheet}>
            <p>
              <strong>{t("remains.returned_to", { name: to })}</strong> · {cause}
            </p>
            <p className={own.words}>{words}</p>
            <p className={css.small}>
              <Clock at={at} /> · <ToRecord id={id} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
