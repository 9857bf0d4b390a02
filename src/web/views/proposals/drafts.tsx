import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Clock, css, Empty, Section } from "../../design/index.ts";
import { dropPaper, useUnfinished } from "./papers.ts";
import own from "./proposals.module.css";
import type { DraftRow, ProposalsModel } from "./table-query.ts";
import { Key, TermWords } from "./terms-table.tsx";

/** What was begun in this page and not signed: it is nowhere else. */
export function Unfinished() {
  const { t } = useDesk();
  const papers = useUnfinished();
  const [, setDropped] = useState(0);
  if (papers.length === 0) return null;
  return (
    <Section title={t("proposals.unfinished")}>
      <p className={css.small}>{t("proposals.in_memory")}</p>
      <ul className={own.lines}>
        {papers.map(({ place, paper }) => (
          <li key={place} className={css.row}>
            <Link href={`/proposals/${place}`}>{paper.title || t("proposals.untitled")}</Link>
            <Button
              look="plain"
              onPress={() => {
                dropPaper(place);
                setDropped((n) => n + 1);
              }}
            >
              {t("proposals.let_go", { title: paper.title || t("proposals.untitled") })}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The papers of this office's own internal room. */
export function Drafts({ model, maySign }: { readonly model: ProposalsModel; readonly maySign: boolean }) {
  const { t } = useDesk();
  const room = model.ownRoom;
  return (
    <Section title={t("proposals.drafts")}>
      <p className={css.small}>
        {t("proposals.only_own_office")} {room?.isSealed && t("proposals.sealed_words")}
      </p>
      {model.drafts.length === 0 ? (
        <Empty>{t("proposals.no_drafts")}</Empty>
      ) : (
        <ul className={own.cards}>
          {model.drafts.map((draft) => (
            <Draft key={draft.id} draft={draft} maySign={maySign} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Draft({ draft, maySign }: { readonly draft: DraftRow; readonly maySign: boolean }) {
  const { t } = useDesk();
  const { id, title, said, terms, rationale } = draft;
  return (
    <li className={css.sheet}>
      <div className={css.row}>
        <h3>{title}</h3>
        <Link href={`/record/${id}`}>{t("forms.in_record")}</Link>
        {maySign && <Link href={`/proposals/new/${id}`}>{t("proposals.go_on_writing")}</Link>}
      </div>
      <p className={css.small}>
        <Clock at={said} />
      </p>
      <details className={own.fold}>
        <summary>{t("proposals.draft_terms", { n: terms.length })}</summary>
        <ul className={own.lines}>
          {terms.map((term) => (
            <li key={term.key}>
              <Key>{term.key}</Key> <TermWords term={term} />
            </li>
          ))}
        </ul>
        {rationale && <p className={css.quote}>{rationale}</p>}
      </details>
    </li>
  );
}
