import { useState } from "react";
import type { DocumentKind } from "#documents";
import { languages } from "#i18n/screens";
import { useDesk, useProcess } from "../../app/desk-context.tsx";
import { Button, Choose, css, languageNames, Notice, Section } from "../../design/index.ts";
import { useMaking } from "../documents/use-making.ts";
import type { ContainerModel } from "./container-query.ts";

/** The papers that go with a bag: made here as PDF, and kept nowhere. */
export function ContainerPapers({ model }: { readonly model: ContainerModel }) {
  const { t } = useDesk();
  const { names, office, zones } = useProcess();
  const [language, setLanguage] = useState(t.language);
  const { make, isBusy, said } = useMaking();
  const made = {
    on: new Date().toISOString().slice(0, 10),
    from: names[office],
    clocks: zones.map((one) => ({ name: names[one.office], zone: one.zone })),
  };
  const button = (kind: DocumentKind, label: string, content: object) => (
    <Button key={label} isDisabled={isBusy} onPress={() => make(kind, { ...made, ...content }, language)}>
      {label}
    </Button>
  );
  return (
    <Section title={t("remains.papers")}>
      <p className={css.small}>{t("remains.papers_how")}</p>
      <div className={css.twoUp}>
        <Choose
          label={t("documents.choose_language")}
          value={language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setLanguage}
        />
      </div>
      <div className={css.row}>
        {button("recovery", t("documents.kind.recovery"), { record: recoveryOf(model) })}
        {button("custody", t("documents.kind.custody"), { bagCode: model.code, links: linksOf(model) })}
        {model.packets.map(({ packet, seal, disc, at, items, isComplete }) =>
          button("effects", t("remains.inventory_of", { number: packet }), {
            bagCode: model.code,
            packet,
            seal,
            disc,
            packedAt: iso(at),
            items,
            complete: isComplete,
          }),
        )}
      </div>
      {said && <Notice tone={said.isWrong ? "refused" : "plain"}>{said.words}</Notice>}
    </Section>
  );
}

function recoveryOf(model: ContainerModel) {
  const { code, tag, at, where, by, holds, commingled, seals, check, belongs, photo, words } = model;
  return {
    bagCode: code,
    tag,
    recoveredAt: iso(at),
    where,
    recoveredBy: by,
    holds,
    commingled,
    belongs,
    ...(seals.length === 0 ? {} : { seals: seals.join(", ") }),
    ...(check === undefined ? {} : { ammunition: check }),
    ...(photo === undefined ? {} : { photo }),
    ...(words === undefined ? {} : { remarks: words.slice(0, 600) }),
  };
}

function linksOf({ custody }: ContainerModel) {
  return custody.map(({ from, to, place, givenAt, givenSeals, taken, gaps }) => ({
    from,
    to,
    place,
    givenAt: iso(givenAt),
    givenSeals,
    ...(taken ? { takenAt: iso(taken.at), takenSeals: taken.seals } : {}),
    gaps,
  }));
}

function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
