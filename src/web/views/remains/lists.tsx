import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, FormButton, Mark, Rows, Section } from "../../design/index.ts";
import { PersonForm } from "./forms/person.tsx";
import type { ForensicModel } from "./query.ts";
import own from "./remains.module.css";

/** Every case with the containers that it came from, and whether an identification of it stands. */
export function Cases({ model: { cases } }: { readonly model: ForensicModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("remains.cases")}>
      <p className={css.small}>{t("remains.cases_how")}</p>
      {cases.length === 0 ? (
        <Empty>{t("remains.cases_none")}</Empty>
      ) : (
        <Rows
          label={t("remains.cases")}
          heads={[t("field.case"), t("field.containers"), t("field.identification")]}
          className={own.wide}
        >
          <tbody>
            {cases.map(({ id, number, by, containers, status }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={`/remains/case/${id}`}>{number}</Link>
                  <p className={css.small}>{by}</p>
                </th>
                <td className={css.mono}>{containers.map(({ code }) => code).join(", ")}</td>
                <td>
                  {status ? (
                    <Mark weight="firm">{status}</Mark>
                  ) : (
                    <span className={css.soft}>{t("remains.not_identified")}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Rows>
      )}
    </Section>
  );
}

/** Those who are sought: numbers, no names. An identification removes nobody from here. */
export function Persons({ model }: { readonly model: ForensicModel }) {
  const { t } = useDesk();
  return (
    <Section
      title={t("remains.persons")}
      actions={
        model.isForensicOffice && (
          <FormButton label={t("remains.do.person")}>
            {(close) => <PersonForm model={model} onDone={close} />}
          </FormButton>
        )
      }
    >
      <p className={css.small}>{t("remains.persons_how")}</p>
      {model.persons.length === 0 && <Empty>{t("remains.persons_none")}</Empty>}
      <ul className={own.persons}>
        {model.persons.map(({ id, person, by, identified }) => (
          <li key={id}>
            <Link href={`/remains/person/${id}`}>{t("remains.person", { n: String(person) })}</Link>{" "}
            <span className={css.small}>{by}</span> {identified && <Mark>{t("word.identified")}</Mark>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
