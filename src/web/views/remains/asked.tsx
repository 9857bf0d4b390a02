import type { Asked } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark } from "../../design/index.ts";

/** The three ways to confirm an identification, and how far the evidence has come on each. */
export function AskedWords({ asked }: { readonly asked: Asked }) {
  const { t } = useDesk();
  const { isEnough, hasLifetimeSample, closeRelatives, relativesAsked, methodsOfOne, methodsAsked } = asked;
  const ways: readonly (readonly [string, boolean])[] = [
    [t("remains.asked.lifetime"), hasLifetimeSample],
    [
      t("remains.asked.relatives", { n: closeRelatives, of: relativesAsked }),
      closeRelatives >= relativesAsked,
    ],
    [t("remains.asked.methods", { n: methodsOfOne, of: methodsAsked }), methodsOfOne >= methodsAsked],
  ];
  return (
    <div className={css.section} role="status">
      <p>
        <Mark weight={isEnough ? "firm" : "waiting"}>
          {t(isEnough ? "remains.asked.enough" : "remains.asked.more")}
        </Mark>
      </p>
      <ul>
        {ways.map(([words, isMet]) => (
          <li key={words} className={css.small}>
            {words}: {t(isMet ? "remains.asked.met" : "remains.asked.open")}
          </li>
        ))}
      </ul>
    </div>
  );
}
