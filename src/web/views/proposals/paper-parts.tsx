import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Button, css, OneOf, Section } from "../../design/index.ts";
import type { DiffModel } from "./diff-query.ts";
import { DiffTable } from "./diff-table.tsx";
import type { PaperDraft } from "./paper.ts";
import type { PaperStart } from "./paper-query.ts";
import own from "./proposals.module.css";
import { draftsOf, newTerm, type TermDraft, wholeTermsOf } from "./term-draft.ts";
import { TermsForm } from "./terms-form.tsx";

/** Where a paper goes, and who will read it there; nothing is chosen beforehand. */
export function Where({
  start,
  value,
  onChange,
  wrong,
}: {
  readonly start: PaperStart;
  readonly value: PaperDraft["room"];
  readonly onChange: (room: PaperDraft["room"]) => void;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const chosen = start.rooms.find((one) => one.room === value);
  return (
    <div className={css.section}>
      <OneOf
        label={t("proposals.where")}
        value={value}
        choices={start.rooms.map(({ room, name, kind }) => ({
          value: room,
          label: t(kind === "proposal.drafted" ? "proposals.where_draft" : "proposals.where_table", {
            room: name,
          }),
        }))}
        onChange={onChange}
        wrong={wrong}
      />
      {chosen && (
        <p className={css.small}>
          {chosen.kind === "proposal.drafted" && `${t("proposals.only_own_office")} `}
          {t("proposals.read_by", { names: chosen.readers.join(", ") })}
          {chosen.isSealed && ` ${t("sign.sealed")}`}
        </p>
      )}
    </div>
  );
}

/** The terms, marked against the text that they answer or replace. */
export function Terms({
  start,
  terms,
  onChange,
  wrong,
}: {
  readonly start: PaperStart;
  readonly terms: readonly TermDraft[];
  readonly onChange: (terms: readonly TermDraft[]) => void;
  readonly wrong: ReadonlyMap<string, string>;
}) {
  const { against, links } = start;
  // what completes an agreement leaves its other terms as they are: they are not left out
  const earlier = useMemo(
    () => (against && !links.details ? draftsOf(against.terms) : undefined),
    [against, links.details],
  );
  const ofTerms = [...wrong].filter(([field]) => field.startsWith("terms."));
  return (
    <TermsForm
      value={terms}
      onChange={onChange}
      {...(earlier ? { earlier } : {})}
      wrong={new Map(ofTerms.map(([field, words]) => [field.slice("terms.".length), words]))}
    />
  );
}

/** What is open in the agreement, each with a button that begins the term which closes it. */
export function OpenParts({
  start,
  terms,
  onChange,
}: {
  readonly start: PaperStart;
  readonly terms: readonly TermDraft[];
  readonly onChange: (terms: readonly TermDraft[]) => void;
}) {
  const { t } = useDesk();
  const open = start.open.filter(({ key }) => !terms.some((term) => term.key === key));
  if (open.length === 0) return null;
  return (
    <ul className={own.lines} aria-label={t("proposals.open_parts")}>
      {open.map(({ key, words, type, term }) => (
        <li key={key + words} className={css.row}>
          <span>{words}</span>
          <Button
            onPress={() => onChange([...terms, ...(term ? draftsOf([term]) : [newTerm(type, terms, key)])])}
          >
            {t("proposals.close_open", { key })}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What moves against the earlier text, while one writes; terms that are not whole yet are left aside. */
export function LiveDiff({
  against,
  terms,
  isCompleting,
}: {
  readonly against: string;
  readonly terms: readonly TermDraft[];
  readonly isCompleting: boolean;
}) {
  const { t } = useDesk();
  const whole = useDeferredValue(wholeTermsOf(terms));
  const now = useQuery("proposals.live_diff", { against, terms: whole, isCompleting });
  const [held, setHeld] = useState<DiffModel>();
  useEffect(() => {
    if (now) setHeld(now);
  }, [now]);
  if (!held) return null;
  const unfinished = terms.length - wholeTermsOf(terms).length;
  return (
    <Section title={t("proposals.live_diff")}>
      {unfinished > 0 && <p className={css.small}>{t("proposals.unfinished_terms", { n: unfinished })}</p>}
      <DiffTable diff={held} />
    </Section>
  );
}
