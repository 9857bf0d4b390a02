import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Empty, Facts, FormButton, Mark, Section, ToRecord } from "../../design/index.ts";
import type { ContainerModel } from "./container-query.ts";
import { EffectsForm } from "./forms/effects.tsx";
import own from "./remains.module.css";

/** Personal effects in sealed packets, with their inventories; nothing is valued. */
export function Packets({ model }: { readonly model: ContainerModel }) {
  const { t } = useDesk();
  return (
    <Section
      title={t("remains.effects")}
      actions={
        model.may.hold && (
          <FormButton label={t("remains.do.effects")}>
            {(close) => <EffectsForm model={model} onDone={close} />}
          </FormButton>
        )
      }
    >
      <p className={css.small}>{t("remains.effects_how")}</p>
      {model.packets.length === 0 && <Empty>{t("remains.effects_none")}</Empty>}
      <ul className={own.chain}>
        {model.packets.map(({ id, packet, seal, disc, at, by, isComplete, items }) => (
          <li key={id} className={css.sheet}>
            <h3>{t("remains.packet", { number: packet })}</h3>
            <Facts
              rows={[
                [t("field.seal"), seal],
                [t("field.disc"), disc],
                [t("field.at"), <Clock key="at" at={at} />],
                [t("remains.written_by"), by],
                [t("remains.written_down"), <ToRecord key="record" id={id} />],
              ]}
            />
            <ul className={own.items}>
              {items.map(({ count, what }) => (
                <li key={`${count} ${what}`}>{t("remains.item", { count, what })}</li>
              ))}
            </ul>
            <p>
              <Mark weight={isComplete ? "firm" : "waiting"}>
                {t(isComplete ? "remains.inventory_whole" : "remains.inventory_open")}
              </Mark>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
