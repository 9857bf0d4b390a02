import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Empty, Mark, Section, ToRecord } from "../../design/index.ts";
import type { ContainerModel, CustodyLine } from "./container-query.ts";
import own from "./remains.module.css";

/** The chain of custody, link by link: the word of the one who gave, of the one who took, and every gap. */
export function CustodyChain({ model: { custody, said } }: { readonly model: ContainerModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("remains.custody")}>
      <p className={css.small}>{t("remains.custody_how", { name: said.by })}</p>
      {custody.length === 0 && <Empty>{t("remains.custody_none")}</Empty>}
      <ol className={own.chain}>
        {custody.map((line) => (
          <CustodyItem key={line.given} line={line} />
        ))}
      </ol>
    </Section>
  );
}

function CustodyItem({ line }: { readonly line: CustodyLine }) {
  const { t } = useDesk();
  const { from, to, place, given, givenAt, givenSeals, taken, gaps } = line;
  return (
    <li className={css.sheet}>
      <h3>{t("claims.from_to", { from, to })}</h3>
      <p className={css.small}>{place}</p>
      <div className={own.pair}>
        <div>
          <p className={css.label}>{t("remains.given_by", { name: from })}</p>
          <p>
            <Clock at={givenAt} />
          </p>
          <p>{givenSeals}</p>
          <ToRecord id={given} />
        </div>
        <div>
          <p className={css.label}>{t("remains.taken_by", { name: to })}</p>
          {taken ? (
            <>
              <p>
                <Clock at={taken.at} />
              </p>
              <p>{taken.seals}</p>
              <ToRecord id={taken.id} />
            </>
          ) : (
            <p className={css.soft}>{t("word.no_answer")}</p>
          )}
        </div>
      </div>
      {gaps.map((gap) => (
        <p key={gap}>
          <Mark weight="attention">{gap}</Mark>
        </p>
      ))}
    </li>
  );
}
