import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, FormButton, Mark, ToRecord, type Weight } from "../../design/index.ts";
import { AskedWords } from "./asked.tsx";
import type { CaseModel, IdentificationLine } from "./case-query.ts";
import { FamilyWords } from "./family.tsx";
import { AnswerForm } from "./forms/answer.tsx";
import { RevokeForm } from "./forms/revoke.tsx";
import own from "./remains.module.css";

const weights: { readonly [S in IdentificationLine["status"]]: Weight } = {
  stated: "waiting",
  agreed: "firm",
  differs: "attention",
  revoked: "plain",
};

/** One identification: whose it is, what it rests on, what the others say, and that it can be revoked. */
export function IdentificationSheet({
  line,
  model,
}: {
  readonly line: IdentificationLine;
  readonly model: CaseModel;
}) {
  const { t } = useDesk();
  const { person, level, status, statusWord, evidence, by, decidedBy, at, words, said, answers } = line;
  return (
    <li className={css.sheet}>
      <div className={css.row}>
        <h3>
          <Link href={`/remains/person/${person.id}`}>
            {t("remains.person", { n: String(person.number) })}
          </Link>
        </h3>
        <Mark weight={weights[status]}>{statusWord}</Mark> <span className={own.word}>{level}</span>
      </div>
      <p className={css.small}>
        {by} · {t("remains.decided_by", { who: decidedBy })} · <Clock at={at} /> · <ToRecord id={said.id} />
      </p>
      <div className={own.pair}>
        <div>
          <p className={css.label}>{t("field.forensic.identification_stated.evidence")}</p>
          <ul className={own.items}>
            {evidence.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {words && <p className={own.words}>{words}</p>}
        </div>
        <AskedWords asked={line.asked} />
      </div>
      {answers.map(({ office, answer, words: why }) => (
        <p key={office}>
          <strong>{office}</strong>: {answer}
          {why && `. ${why}`}
        </p>
      ))}
      <Revoked line={line} />
      <div className={css.row}>
        {line.mayAnswer && (
          <FormButton label={t("remains.do.answer")}>
            {(close) => <AnswerForm identification={line.id} choices={model.choices} onDone={close} />}
          </FormButton>
        )}
        {line.mayRevoke && (
          <FormButton label={t("remains.do.revoke")}>
            {(close) => <RevokeForm identification={line.id} choices={model.choices} onDone={close} />}
          </FormButton>
        )}
      </div>
      <FamilyWords line={line} model={model} />
    </li>
  );
}

function Revoked({ line: { revoked } }: { readonly line: IdentificationLine }) {
  const { t } = useDesk();
  if (!revoked) return null;
  const { reason, words, at } = revoked;
  return (
    <div>
      <p>
        <strong>{t("remains.revoked")}</strong>: {reason} · <Clock at={at} />
      </p>
      <p className={own.words}>{words}</p>
    </div>
  );
}
