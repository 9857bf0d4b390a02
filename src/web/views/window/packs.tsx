import { useState } from "react";
import { type Language, languages } from "#i18n/screens";
import { useDesk, useProcess } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { Button, Choose, css, Field, languageNames, Notice } from "../../design/index.ts";
import { zipOf } from "../../desk/zip.ts";
import type { PlannedTeam } from "./engine/protocol.ts";
import { contactsIn, makePacks } from "./make-packs.ts";
import type { Paper } from "./paper.ts";
import type { WindowModel } from "./query.ts";

const none = " none";

/** A sheet for each team that goes anywhere: its own stops, and what of the truce it must know. */
export function Packs({ paper, model }: { readonly paper: Paper; readonly model: WindowModel }) {
  const { t } = useDesk();
  const { names, office, zones } = useProcess();
  const [left, setLeft] = useState<Language>(t.language);
  const [right, setRight] = useState<Language | typeof none>(none);
  const [truce, setTruce] = useState(none);
  const [contacts, setContacts] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly isWrong: boolean; readonly words: string }>();
  const { input, plan, digest } = paper;
  const teams = plan.teams.filter(({ stops }) => stops.length > 0);
  const cover = {
    on: new Date().toISOString().slice(0, 10),
    from: names[office],
    parties: { a: { name: names["party-a"] }, b: { name: names["party-b"] } },
    clocks: zones.map((one) => ({ name: names[one.office], zone: one.zone })),
    ...model.truces.find(({ id }) => id === truce)?.rules,
    contacts: contactsIn(contacts),
    digest,
  };
  const save = async (some: readonly PlannedTeam[]) => {
    const papers = await makePacks(input.given, some, cover, [left, right === none ? undefined : right]);
    const [one] = papers;
    if (!one) return;
    const name = some === teams ? "teams.zip" : one.path;
    const parts = some === teams ? await zipOf(papers) : [new Uint8Array(one.content)];
    saveFile(name, new Blob([...parts], { type: some === teams ? "application/zip" : "application/pdf" }));
    setSaid({ isWrong: false, words: t("documents.made", { name }) });
  };
  const make = (some: readonly PlannedTeam[]) => {
    setBusy(true);
    save(some)
      .catch((error: unknown) => setSaid({ isWrong: true, words: String(error) }))
      .finally(() => setBusy(false));
  };
  const choices = languages.map((value) => ({ value, label: languageNames[value] }));
  return (
    <>
      <div className={css.twoUp}>
        <Choose label={t("documents.choose_language")} value={left} choices={choices} onChange={setLeft} />
        <Choose
          label={t("forms.optional", { label: t("window.packs_beside") })}
          value={right}
          choices={[{ value: none, label: "–" }, ...choices.filter(({ value }) => value !== left)]}
          onChange={setRight}
        />
        {model.truces.length > 0 && (
          <Choose
            label={t("forms.optional", { label: t("window.packs_truce") })}
            value={truce}
            choices={[
              { value: none, label: t("window.truce_none") },
              ...model.truces.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={setTruce}
          />
        )}
        <Field
          label={t("forms.optional", { label: t("window.packs_contacts") })}
          help={t("window.packs_contacts_how")}
          lines
          value={contacts}
          onChange={setContacts}
        />
      </div>
      <div className={css.row}>
        <Button isDisabled={isBusy} onPress={() => make(teams)}>
          {t("window.packs_all")}
        </Button>
        {teams.map((team) => (
          <Button key={team.team} isDisabled={isBusy} onPress={() => make([team])}>
            {t("window.pack", { team: team.team })}
          </Button>
        ))}
      </div>
      {said && <Notice tone={said.isWrong ? "refused" : "plain"}>{said.words}</Notice>}
    </>
  );
}
