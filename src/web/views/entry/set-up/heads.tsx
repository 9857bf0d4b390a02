import { useDesk } from "../../../app/desk-context.tsx";
import { css, Facts, Notice, Section } from "../../../design/index.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { nameOf, rolesInOrder } from "./names.ts";
import own from "./set-up.module.css";

/** Where each of the three heads stands, in words; all three see the same. */
export function Heads({ model }: { readonly model: SetUpModel }) {
  const { t } = useDesk();
  const { draft, heads, role, draws } = model;
  return (
    <Section title={t("set_up.heads")}>
      {draws > 1 && <Notice tone="attention">{t("set_up.draws", { n: draws })}</Notice>}
      <ul className={`${css.sides} ${own.heads}`}>
        {rolesInOrder(model).map((one) => {
          const { invited, joined, revealed, signed } = heads[one];
          return (
            <li key={one} className={css.sheet}>
              <h3>
                {nameOf(t, draft, one)}
                {one === role && ` ${t("set_up.you")}`}
              </h3>
              <Facts
                rows={[
                  [t("set_up.link"), t(invited ? "set_up.link_made" : "set_up.link_not_made")],
                  [
                    t("set_up.key"),
                    joined ? <Fingerprint key="key" hex={joined.fingerprint} /> : t("set_up.not_yet"),
                  ],
                  [t("set_up.lot"), t(revealed ? "set_up.number_shown" : "set_up.not_yet")],
                  [t("set_up.signature"), t(signed ? "set_up.signed" : "set_up.not_yet")],
                ]}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
