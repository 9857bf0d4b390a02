import { useDesk } from "../../app/desk-context.tsx";
import { css, Day, Empty, FormButton, Mark, SaidLine, Section, Unbroken } from "../../design/index.ts";
import type { BoardModel, EligibilityLine } from "./board-query.ts";
import { CertifyForm } from "./forms/certify.tsx";
import { EligibleForm } from "./forms/eligible.tsx";
import { ExamineForm } from "./forms/examine.tsx";
import { WishForm } from "./forms/wish.tsx";
import { WithholdForm } from "./forms/withhold.tsx";

/** Who ought to return and by what, as each office has said; the lane outside parity with its clock. */
export function Eligible({ board }: { readonly board: BoardModel }) {
  const { t } = useDesk();
  return (
    <Section
      title={t("exchange.eligible")}
      actions={
        <>
          {board.mayPropose && (
            <FormButton label={t("exchange.do.eligible")}>
              {(close) => <EligibleForm board={board} onDone={close} />}
            </FormButton>
          )}
          {board.mayPropose && (
            <FormButton label={t("exchange.do.withhold")}>
              {(close) => <WithholdForm board={board} onDone={close} />}
            </FormButton>
          )}
          {board.mayCertify && (
            <FormButton label={t("exchange.do.certify")}>
              {(close) => <CertifyForm board={board} onDone={close} />}
            </FormButton>
          )}
          {board.mayHear && (
            <FormButton label={t("exchange.do.examine")}>
              {(close) => <ExamineForm board={board} onDone={close} />}
            </FormButton>
          )}
          {board.mayHear && (
            <FormButton label={t("exchange.do.wish")}>
              {(close) => <WishForm board={board} onDone={close} />}
            </FormButton>
          )}
        </>
      }
    >
      <p className={css.small}>{t("exchange.eligible_words")}</p>
      {board.eligibility.length === 0 && <Empty>{t("exchange.eligible_none")}</Empty>}
      <ul className={css.items}>
        {board.eligibility.map((line) => (
          <EligibleItem key={line.said.id} line={line} />
        ))}
      </ul>
    </Section>
  );
}

function EligibleItem({ line }: { readonly line: EligibilityLine }) {
  const { t } = useDesk();
  const { said, kind, heldBy, category, isOutside, lists, dueDay, isOverdue } = line;
  return (
    <li className={css.sheet}>
      <p className={css.row}>
        <strong>{t(`exchange.eligible.${kind}`)}</strong>
        {category && <span>{category.words}</span>}
        {isOutside && <Mark weight="firm">{t("exchange.outside_parity")}</Mark>}
        {isOverdue && <Mark weight="attention">{t("home.overdue")}</Mark>}
      </p>
      <p>
        {t("field.heldBy")}: {heldBy}
      </p>
      {lists.map(({ title, lines }) => (
        <p key={title}>
          {title}: <span className={css.soft}>{t("field.lines")}</span> <Unbroken>{lines}</Unbroken>
        </p>
      ))}
      {dueDay !== undefined && (
        <p className={css.small}>
          {t("exchange.due")} <Day date={dueDay} />
        </p>
      )}
      <SaidLine said={said} source={undefined} named />
    </li>
  );
}
