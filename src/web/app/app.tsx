import { useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { type Language, loadScreens, type Say } from "#i18n/screens";
import type { ProcessModel } from "../desk/process.ts";
import type { DeskModel } from "../desk/session.ts";
import { Connection } from "./connection.ts";
import { DeskProvider, useWatched } from "./desk-context.tsx";
import { Kept } from "./kept.tsx";
import { keepLanguage, preferredLanguage, preferredTheme, showTheme } from "./preferences.ts";
import { Router } from "./router.tsx";
import { Shell } from "./shell.tsx";
import { Signing } from "./signing.tsx";

showTheme(preferredTheme());

/** The app: a line to the desk, the reader's language, and the shell around the views. */
export function App() {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [t, setT] = useState<Say>();
  const [connection] = useState(() => new Connection(language));
  useEffect(() => {
    keepLanguage(language);
    connection.speak(language);
    void loadScreens(language).then((say) => setT(() => say));
  }, [language, connection]);
  const desk = useWatched<DeskModel>(connection, "desk", undefined);
  const process = useWatched<ProcessModel | undefined>(connection, "process", undefined);
  const room = useMemo(() => t && desk && { connection, t, desk, process }, [connection, t, desk, process]);
  if (!room || !desk) return null;
  return (
    <I18nProvider locale={language === "en" ? "en-GB" : language}>
      <DeskProvider room={room}>
        <Router>
          <Kept desk={desk.phase === "open" ? `${desk.office} ${desk.member ?? ""}` : ""}>
            <Signing>
              <Shell onLanguage={setLanguage} />
            </Signing>
          </Kept>
        </Router>
      </DeskProvider>
    </I18nProvider>
  );
}
