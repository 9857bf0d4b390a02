import { useState } from "react";
import { Link } from "react-aria-components";
import { type Language, languages } from "#i18n/screens";
import { Actions, Button, Choose, languageNames, Refused, Window } from "../design/index.ts";
import type { Refusal } from "../desk/protocol.ts";
import { useDesk } from "./desk-context.tsx";
import { keepTheme, preferredTheme, themes } from "./preferences.ts";
import { usePlace } from "./router.tsx";
import css from "./shell.module.css";
import { refusalOf } from "./signing.tsx";

/** Whose desk this is, the reader's language and appearance, and the way in and out. */
export function TopBar({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { t, desk, process } = useDesk();
  const [theme, setTheme] = useState(preferredTheme);
  const office = desk.phase === "open" ? desk.office : "public";
  const isIn = desk.phase === "open" && desk.isSignedIn;
  return (
    <header className={css.top}>
      <Link href="/" className={css.name ?? ""}>
        <span>Parley</span>
        {process && <span className={css.title}>{process.title}</span>}
      </Link>
      <div className={css.topTools}>
        {process && (
          <span className={css.office}>
            {office === "public"
              ? t("shell.public_view")
              : t("shell.desk_of", { office: process.names[office] })}
          </span>
        )}
        <Choose
          isQuiet
          label={t("shell.language")}
          value={t.language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={onLanguage}
        />
        <Choose
          isQuiet
          label={t("shell.theme")}
          value={theme}
          choices={themes.map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
          onChange={(chosen) => {
            keepTheme(chosen);
            setTheme(chosen);
          }}
        />
        <InOrOut isIn={isIn} />
      </div>
    </header>
  );
}

function InOrOut({ isIn }: { readonly isIn: boolean }) {
  const { t, desk, connection } = useDesk();
  const { go } = usePlace();
  const [refusal, setRefusal] = useState<Refusal>();
  // only the host can end its session: without it one is told so, and not shown as gone
  const leave = () =>
    void connection.call("signOut", undefined).then(
      () => go("/"),
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  if (!isIn)
    return desk.phase === "open" && <Button onPress={() => go("/enter")}>{t("shell.sign_in")}</Button>;
  return (
    <>
      <Button onPress={leave}>{t("shell.sign_out")}</Button>
      <Window
        title={t("shell.sign_out_refused")}
        isOpen={refusal !== undefined}
        onClose={() => setRefusal(undefined)}
      >
        <Refused refusal={refusal} />
        <p>{t("shell.sign_out_words")}</p>
        <Actions>
          <Button onPress={() => setRefusal(undefined)}>{t("sign.back")}</Button>
        </Actions>
      </Window>
    </>
  );
}
