import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, SaidLine } from "../../design/index.ts";
import type { Readout, ReadoutColumn } from "./round-query.ts";
import own from "./talks.module.css";

/** The accounts of host and parties beside each other, each word for word in its own language. */
export function Readouts({ columns }: { readonly columns: readonly ReadoutColumn[] }) {
  const { t } = useDesk();
  return (
    <div className={own.accounts}>
      {columns.map(({ office, name, readouts }) => (
        <div key={office} className={`${css.sheet} ${own.account}`}>
          <h3>{name}</h3>
          {readouts.length === 0 && <Empty>{t("talks.no_readout")}</Empty>}
          {readouts.map((readout) => (
            <OneReadout key={readout.said.id} readout={readout} />
          ))}
        </div>
      ))}
    </div>
  );
}

function OneReadout({ readout }: { readonly readout: Readout }) {
  const { t } = useDesk();
  const { speaker, text, language, points, said, source } = readout;
  return (
    <article className={own.account}>
      <p>
        <strong>{speaker.name}</strong>, <span className={css.soft}>{speaker.capacity}</span>
      </p>
      <blockquote lang={language} className={own.said}>
        {text}
      </blockquote>
      {points.length > 0 && (
        <div className={own.terms}>
          <p className={css.label}>{t("talks.readout_points")}</p>
          <ul className={own.numbered}>
            {points.map((point) => (
              <li key={point} lang={language}>
                {point}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SaidLine said={said} source={source} />
    </article>
  );
}
