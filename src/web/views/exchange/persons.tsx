import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark, Rows, Section, Unbroken } from "../../design/index.ts";
import own from "./exchange.module.css";
import type { PersonsLine, TrancheModel } from "./tranche-query.ts";

/** Who goes and who stands by, by list and line: names stand in the lists, for those who hold them. */
export function PersonsShown({ tranche }: { readonly tranche: TrancheModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("exchange.persons")}>
      <p className={css.small}>{t("exchange.persons_words")}</p>
      <Rows
        label={t("exchange.list_and_lines")}
        heads={[t("field.returnedBy"), t("field.category"), t("exchange.list_and_lines")]}
      >
        <tbody>
          {tranche.persons.map((line) => (
            <PersonsRow key={line.key} line={line} />
          ))}
        </tbody>
      </Rows>
    </Section>
  );
}

function PersonsRow({ line }: { readonly line: PersonsLine }) {
  const { t } = useDesk();
  const { returnedBy, category, isOutside, isReserve, lists, notAvailable, notCertified } = line;
  return (
    <tr>
      <th scope="row">{returnedBy}</th>
      <td>
        <p>{category.words}</p>
        <p className={css.small}>{t(isReserve ? "exchange.f.reserve" : "exchange.f.goes")}</p>
        {isOutside && <Mark weight="firm">{t("exchange.outside_parity")}</Mark>}
      </td>
      <td className={own.lists}>
        {lists.map(({ id, title, lines, names }) => (
          <div key={id}>
            <Unbroken>{lines}</Unbroken> <span className={css.small}>{title}</span>
            {names.length > 0 && (
              <details>
                <summary>{t("exchange.names", { n: names.length })}</summary>
                <ul className={css.small}>
                  {names.map(({ line: number, name }) => (
                    <li key={number}>
                      {number}: <span lang="">{name}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        ))}
        {notAvailable.length > 0 && (
          <p>
            <Mark weight="attention">{t("word.not_available")}</Mark> <Listed lists={notAvailable} />
          </p>
        )}
        {notCertified.length > 0 && (
          <p className={css.small}>
            {t("exchange.not_certified")}: <Listed lists={notCertified} />
          </p>
        )}
      </td>
    </tr>
  );
}

function Listed({ lists }: { readonly lists: PersonsLine["lists"] }) {
  return <Unbroken>{lists.map(({ title, lines }) => `${lines} (${title})`).join("; ")}</Unbroken>;
}
