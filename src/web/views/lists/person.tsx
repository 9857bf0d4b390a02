import { Link } from "react-aria-components";
import type { RecordRef } from "#record";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Button,
  Clock,
  css,
  Empty,
  FormButton,
  Mark,
  Notice,
  Page,
  Rows,
  SaidLine,
  Section,
} from "../../design/index.ts";
import { AssertForm } from "./assert-form.tsx";
import own from "./lists.module.css";
import { MatchForm, ReasonForm } from "./match-form.tsx";
import type { AssertionModel, MatchModel, PersonModel } from "./person-query.ts";
import { StanceForm } from "./stance-form.tsx";
import { useFieldWords } from "./use-field-words.ts";

/** One person: every record that confirmed matches hold together, and every statement, side by side and unmerged. */
export function PersonPage({ list, line }: { readonly list: string; readonly line: number }) {
  const { t } = useDesk();
  const model = useQuery("lists.person", { list: list as RecordRef["list"], line }); // any text is looked up
  if (!model)
    return (
      <Page title={t("lists.person")}>
        <Empty>{t("lists.unread")}</Empty>
      </Page>
    );
  return (
    <Page
      title={model.title}
      intro={t("lists.person_intro")}
      actions={<Link href={`/lists/${list}`}>{t("lists.back_to_list")}</Link>}
    >
      {model.hasContradiction && (
        <Notice tone="attention" title={t("lists.contradiction")}>
          {t("lists.contradiction_how")}
        </Notice>
      )}
      <Records model={model} />
      <Statements model={model} />
      <Matches model={model} />
    </Page>
  );
}

function Records({ model }: { readonly model: PersonModel }) {
  const { t } = useDesk();
  const fieldWord = useFieldWords();
  return (
    <Section title={t("lists.records", { n: model.records.length })}>
      <Rows
        label={t("lists.person")}
        heads={[
          "",
          ...model.records.map((one) => ({
            name: t("list.record", { list: one.title, line: one.line }),
            shown: <RecordHead record={one} />,
          })),
        ]}
      >
        <tbody>
          {model.fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldWord(field)}</th>
              {model.records.map((one) => (
                <td key={`${one.list} ${one.line}`} lang="">
                  {one.fields.find((each) => each.field === field)?.written ?? "–"}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("lists.said")}</th>
            {model.records.map((one) => (
              <td key={`${one.list} ${one.line}`}>
                <SaidLine said={one.said} />
              </td>
            ))}
          </tr>
        </tbody>
      </Rows>
    </Section>
  );
}

function RecordHead({
  record: { list, line, title, by, kind },
}: {
  readonly record: PersonModel["records"][number];
}) {
  const { t } = useDesk();
  return (
    <>
      <Link href={`/lists/person/${list}/${line}`}>{t("list.record", { list: title, line })}</Link>
      <p className={css.small}>
        {by} · {kind}
      </p>
    </>
  );
}

function Statements({ model }: { readonly model: PersonModel }) {
  const { t } = useDesk();
  return (
    <Section
      title={t("lists.statements")}
      actions={
        model.mayAssert && (
          <FormButton label={t("lists.state")}>
            {(close) => <AssertForm model={model} earlier={undefined} onDone={close} />}
          </FormButton>
        )
      }
    >
      {model.properties.length === 0 && <Empty>{t("lists.statements_none")}</Empty>}
      {model.properties.map(({ property, label, assertions }) => (
        <section key={property} aria-label={label}>
          <h3>{label}</h3>
          <div className={own.beside}>
            {assertions.map((one) => (
              <Statement key={one.id} one={one} model={model} />
            ))}
          </div>
        </section>
      ))}
    </Section>
  );
}

function Statement({ one, model }: { readonly one: AssertionModel; readonly model: PersonModel }) {
  const { t } = useDesk();
  return (
    <article className={own.statement} data-old={one.isSuperseded}>
      <p className={own.value} lang="">
        {one.value ?? one.precision}
      </p>
      <p className={css.small}>
        {one.value !== undefined && `${one.precision} · `}
        {one.basis}
        {one.observed && ` · ${t("lists.observed", { when: one.observed })}`}
      </p>
      <ul className={own.counts}>
        {one.stances.map(({ office, stance }) => (
          <li key={office}>
            {office}: {stance}
          </li>
        ))}
      </ul>
      <SaidLine said={one.said} named />
      <p className={css.small}>
        {t("lists.received")} <Clock at={one.said.received} />
      </p>
      <div className={css.row}>
        {one.isSuperseded && <Mark>{t("lists.superseded")}</Mark>}
        {one.earlier && <Mark>{t("lists.said_of", one.earlier)}</Mark>}
        {one.again && <Again kind="assertion.made" payload={one.again} />}
        {one.mayAnswer && <StanceForm assertion={one.id} />}
        {one.mayWithdraw && !one.isSuperseded && <Withdraw assertion={one.id} />}
        {one.maySupersede && (
          <FormButton look="plain" label={t("lists.supersede")}>
            {(close) => <AssertForm model={model} earlier={one} onDone={close} />}
          </FormButton>
        )}
      </div>
    </article>
  );
}

/** This office’s own word on an earlier version, said of the line as it stands now. */
function Again({
  kind,
  payload,
}: {
  readonly kind: "assertion.made" | "match.proposed";
  readonly payload: object;
}) {
  const { t, desk } = useDesk();
  const propose = useSigning();
  if (desk.phase !== "open" || !desk.canSign) return null;
  return <Button onPress={() => propose({ room: "exchange", kind, payload })}>{t("lists.say_again")}</Button>;
}

function Withdraw({ assertion }: { readonly assertion: string }) {
  const { t, desk } = useDesk();
  const propose = useSigning();
  if (desk.phase !== "open" || !desk.canSign) return null;
  const payload = { assertion, stance: "withdrawn" };
  return (
    <Button
      look="plain"
      onPress={() => propose({ room: "exchange", kind: "assertion.stance_said", payload })}
    >
      {t("lists.withdraw")}
    </Button>
  );
}

function Matches({ model }: { readonly model: PersonModel }) {
  const { t, desk } = useDesk();
  const propose = useSigning();
  const canSign = desk.phase === "open" && desk.canSign;
  const { record } = model;
  return (
    <Section
      title={t("lists.matches")}
      actions={
        <>
          {model.mayMatch && (
            <FormButton label={t("lists.match")}>
              {(close) => <MatchForm model={model} onDone={close} />}
            </FormButton>
          )}
          {model.mayRequest && canSign && (
            <Button
              onPress={() => propose({ room: "exchange", kind: "match.requested", payload: { record } })}
            >
              {t("lists.request", { who: model.other })}
            </Button>
          )}
        </>
      }
    >
      <p className={css.small}>{t("lists.matches_how")}</p>
      {model.matches.length === 0 && <Empty>{t("lists.matches_none")}</Empty>}
      <ul className={css.section}>
        {model.matches.map((one) => (
          <li key={one.id} className={own.statement}>
            <MatchShown one={one} canSign={canSign} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MatchShown({ one, canSign }: { readonly one: MatchModel; readonly canSign: boolean }) {
  const { t } = useDesk();
  const propose = useSigning();
  const weight =
    one.statusCode === "confirmed" ? "firm" : one.statusCode === "contested" ? "attention" : "plain";
  return (
    <>
      <p>
        {one.records.map(({ list, line, label }, i) => (
          <span key={`${list} ${line}`}>
            {i > 0 && " = "}
            <Link href={`/lists/person/${list}/${line}`}>{label}</Link>
          </span>
        ))}{" "}
        <Mark weight={weight}>{one.status}</Mark>{" "}
        {one.earlier && <Mark>{t("lists.said_of", one.earlier)}</Mark>}{" "}
        {one.isContradiction && <Mark weight="attention">{t("lists.contradiction")}</Mark>}
      </p>
      <p className={css.small}>{one.basis}</p>
      <ul className={own.counts}>
        {one.words.map(({ office, word }) => (
          <li key={office}>
            {office}: {word}
          </li>
        ))}
      </ul>
      <SaidLine said={one.said} named />
      <div className={css.row}>
        {one.again && (
          <Again
            kind="match.proposed"
            payload={{ records: one.again, basis: { type: "earlier", match: one.id } }}
          />
        )}
        {canSign && one.may.confirm && (
          <Button
            onPress={() => propose({ room: "exchange", kind: "match.confirmed", payload: { match: one.id } })}
          >
            {t("lists.confirm")}
          </Button>
        )}
        {one.may.reject && <ReasonForm match={one.id} kind="match.rejected" label={t("lists.reject")} />}
        {one.may.revoke && <ReasonForm match={one.id} kind="match.revoked" label={t("lists.revoke")} />}
      </div>
    </>
  );
}
