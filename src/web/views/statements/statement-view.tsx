import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  Facts,
  Mark,
  Moment,
  Page,
  SaidLine,
  Section,
  SourceWords,
} from "../../design/index.ts";
import { languageName } from "./language-name.ts";
import type { LinkedAct, NotedClaim, StatementModel } from "./one.ts";
import { piecesOf } from "./pieces.ts";
import { Places } from "./places.tsx";
import { SayOfStatement } from "./saying.tsx";
import own from "./statements.module.css";

/** One statement: the words as they were said, and all that was added to them later. */
export function StatementView({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("statements.one", id);
  if (!model)
    return (
      <Page title={t("statements.title")}>
        <Places at={undefined} />
        <Empty>{t("statements.not_here")}</Empty>
      </Page>
    );
  const { speaker, capacity, language, isOriginal, said } = model;
  return (
    <Page title={speaker} intro={capacity} actions={<SayOfStatement model={model} />}>
      <Places at={undefined} />
      <Section title={t("statements.words")}>
        <Verbatim model={model} />
        <p className={css.small}>
          {languageName(language, t.language)},{" "}
          {t(isOriginal ? "statements.original" : "statements.not_original")}
        </p>
        {model.source && (
          <p className={css.small}>
            <SourceWords source={model.source} />
          </p>
        )}
        {model.report && <p className={own.report}>{model.report}</p>}
      </Section>
      {model.translations.map((one) => (
        <Section
          key={`${one.language} ${one.by}`}
          title={t("statements.translation", { language: languageName(one.language, t.language) })}
        >
          <blockquote className={own.whole} lang={one.language}>
            {one.text}
          </blockquote>
          <p className={css.small}>{t("statements.translated_by", { by: one.by })}</p>
        </Section>
      ))}
      <Section title={t("statements.about_it")}>
        <Facts
          rows={[
            [t("statements.on_behalf_label"), model.onBehalfOf ?? t("statements.outside")],
            [t("statements.occasion"), model.occasion],
            [
              t("statements.happened"),
              said.happened ? <Moment key="happened" when={said.happened} /> : t("statements.time_unsaid"),
            ],
            [t("statements.captured"), <Clock key="said" at={said.said} />],
            [t("statements.received"), <Clock key="received" at={said.received} />],
            [t("statements.captured_by"), `${said.by}, ${said.capacity}`],
            [t("statements.room"), model.room],
            [
              t("statements.act"),
              <Link key="act" href={`/record/${model.id}`}>
                {t("forms.in_record")}
              </Link>,
            ],
          ]}
        />
      </Section>
      <Claims claims={model.claims} language={language} />
      <Answers model={model} />
      <Corrections model={model} />
      <Linked title={t("statements.about")} acts={model.about} />
      <Linked title={t("statements.quoted")} acts={model.citedBy} />
      <Linked title={t("statements.beside")} acts={model.beside} />
    </Page>
  );
}

function Verbatim({ model }: { readonly model: StatementModel }) {
  const { t } = useDesk();
  const { verbatim, language, claims } = model;
  return (
    <blockquote className={own.whole} lang={language}>
      {piecesOf(verbatim, claims).map((piece) =>
        piece.in.length === 0 ? (
          piece.text
        ) : (
          <span key={piece.from}>
            <mark className={own.noted}>{piece.text}</mark>
            <span className={own.refs} lang={t.language}>
              {piece.in
                .filter((n) => claims[n]?.to === piece.from + piece.text.length)
                .map((n) => (
                  <a key={n} href={`#claim-${n + 1}`} aria-label={t("statements.claim_n", { n: n + 1 })}>
                    {` ${n + 1}`}
                  </a>
                ))}
            </span>
          </span>
        ),
      )}
    </blockquote>
  );
}

function Claims({ claims, language }: { readonly claims: readonly NotedClaim[]; readonly language: string }) {
  const { t } = useDesk();
  return (
    <Section title={t("statements.claims")}>
      <p className={css.small}>{t("statements.claims_how")}</p>
      {claims.length === 0 ? (
        <Empty>{t("statements.no_claims")}</Empty>
      ) : (
        <ol className={own.claims}>
          {claims.map((claim, n) => (
            <li key={claim.id} id={`claim-${n + 1}`} className={own.claim}>
              <p className={css.row}>
                <Mark>{claim.type}</Mark>
                {claim.number && <strong>{claim.number}</strong>}
                {claim.kind && <span className={css.small}>{t(`claims.kind.${claim.kind}`)}</span>}
              </p>
              <p>
                <q lang={language}>{claim.words}</q>
              </p>
              <p className={css.small}>
                {t("statements.noted_by", { office: claim.by })}.{" "}
                {t("statements.span", { from: claim.from + 1, to: claim.to })}.{" "}
                <Link href={`/record/${claim.id}`}>{t("forms.in_record")}</Link>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Answers({ model }: { readonly model: StatementModel }) {
  const { t } = useDesk();
  const { answers, onBehalfOf } = model;
  return (
    <Section title={t("statements.answers")}>
      {answers.length === 0 && (
        <Empty>
          {onBehalfOf ? t("statements.no_answer", { office: onBehalfOf }) : t("statements.nobody_answers")}
        </Empty>
      )}
      {answers.map(({ said, answer, words }) => (
        <div key={said.id} className={css.sheet}>
          <p className={css.row}>
            <strong>{said.by}</strong> <Mark weight="firm">{answer}</Mark>
          </p>
          {words && <p className={css.quote}>{words}</p>}
          <SaidLine said={said} />
        </div>
      ))}
    </Section>
  );
}

function Corrections({ model }: { readonly model: StatementModel }) {
  const { t } = useDesk();
  if (model.corrections.length === 0) return null;
  return (
    <Section title={t("statements.corrections")}>
      <p className={css.small}>{t("statements.corrections_how")}</p>
      {model.corrections.map(({ said, reason, before }) => (
        <div key={said.id} className={css.sheet}>
          <p>{reason}</p>
          {before !== undefined && before !== model.verbatim && (
            <>
              <p className={css.small}>{t("statements.before")}</p>
              <blockquote className={own.verbatim} lang={model.language}>
                {before}
              </blockquote>
            </>
          )}
          <SaidLine said={said} />
        </div>
      ))}
    </Section>
  );
}

function Linked({ title, acts }: { readonly title: string; readonly acts: readonly LinkedAct[] }) {
  if (acts.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={css.section}>
        {acts.map(({ id, words }) => (
          <li key={id}>
            <Link href={`/record/${id}`}>{words}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
