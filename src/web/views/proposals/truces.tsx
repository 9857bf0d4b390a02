import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Mark, Moment, Section, Sheet } from "../../design/index.ts";
import own from "./proposals.module.css";
import { Stances } from "./stances.tsx";
import type { ProposalsModel, TruceRow } from "./table-query.ts";

/** Texts of truces with what they lack, and what each party declared for itself alone. */
export function Truces({ model }: { readonly model: ProposalsModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("show.truces")}>
      {model.truces.length > 0 && (
        <div className={css.section}>
          <h3>{t("proposals.truce_texts")}</h3>
          <TruceList rows={model.truces} />
        </div>
      )}
      {model.declarations.length > 0 && (
        <div className={css.section}>
          <h3>{t("proposals.declarations")}</h3>
          <p className={css.small}>{t("proposals.declarations_words")}</p>
          <TruceList rows={model.declarations} />
        </div>
      )}
    </Section>
  );
}

function TruceList({ rows }: { readonly rows: readonly TruceRow[] }) {
  const { t } = useDesk();
  return (
    <div className={own.cards}>
      {rows.map(({ id, title, author, said, statusWord, window, answers, lacks }) => (
        <Sheet key={id}>
          <div className={css.section}>
            <div className={css.row}>
              <h4 className={own.small}>
                <Link href={statusWord ? `/truces/${id}` : `/record/${id}`}>{title}</Link>
              </h4>
              {statusWord && <Mark>{statusWord}</Mark>}
            </div>
            <p className={css.small}>
              {author.name}, <Clock at={said} />
            </p>
            {window && (
              <p>
                <Moment when={window} />
              </p>
            )}
            <Stances answers={answers} />
            {lacks.length > 0 && (
              <details className={own.fold}>
                <summary>{t("proposals.lacks", { n: lacks.length })}</summary>
                <ul className={own.bullets}>
                  {lacks.map((part) => (
                    <li key={part}>{part}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </Sheet>
      ))}
    </div>
  );
}
