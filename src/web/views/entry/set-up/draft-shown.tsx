import { languages } from "#i18n/screens";
import { useDesk } from "../../../app/desk-context.tsx";
import { Facts, languageNames } from "../../../design/index.ts";
import type { SetUpDraft } from "../../../desk/set-up-model.ts";
import own from "./set-up.module.css";

type Names = SetUpDraft["title"];

/** The draft as it stands, in all its languages. */
export function DraftShown({ draft }: { readonly draft: SetUpDraft }) {
  const { t } = useDesk();
  const { title, process, hostName, host, parties, heads, note } = draft;
  const row = ({ label, zone }: SetUpDraft["host"]) => (
    <>
      <AllNames names={label} />
      {zone.replaceAll("_", " ")}
    </>
  );
  return (
    <Facts
      rows={[
        [t("set_up.title_of_process"), <AllNames key="title" names={title} />],
        [t("set_up.process_name"), process],
        [t("set_up.host_name"), hostName],
        [t("set_up.row.host"), row(host)],
        [t("set_up.row.a"), row(parties.a)],
        [t("set_up.row.b"), row(parties.b)],
        [t("set_up.languages"), draft.languages.join(", ")],
        [
          t("set_up.other_heads"),
          heads.length === 0 ? t("set_up.none") : heads.map((one) => one.office).join(", "),
        ],
        ...(note === undefined ? [] : [[t("set_up.note"), note] as const]),
      ]}
    />
  );
}

function AllNames({ names }: { readonly names: Names }) {
  return (
    <ul className={own.names}>
      {languages.map((one) => (
        <li key={one} lang={one}>
          {names[one]} <span className={own.inLanguage}>({languageNames[one]})</span>
        </li>
      ))}
    </ul>
  );
}
