import { Suspense, useEffect, useRef } from "react";
import { Link } from "react-aria-components";
import type { Language } from "#i18n/screens";
import type { Office } from "#record";
import { Empty, Notice, Page } from "../design/index.ts";
import { useDesk } from "./desk-context.tsx";
import { partsOf, usePlace } from "./router.tsx";
import css from "./shell.module.css";
import { StatusLine } from "./status-line.tsx";
import { TopBar } from "./top-bar.tsx";
import { type View, views } from "./views.ts";

/** What stands around every view: whose desk it is, where one is, and how the replica stands. */
export function Shell({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { t, desk, process } = useDesk();
  const { path, go } = usePlace();
  useEffect(() => {
    if (desk.phase === "set_up" && !location.pathname.startsWith("/set-up")) go("/set-up");
  }, [desk.phase, go]);
  const [first = "", ...parts] = partsOf(path);
  const found = views.find((one) => one.path === first);
  const isWaiting = found?.needsProcess === true && !process;
  return (
    <>
      <a className={css.skip} href="#view">
        {t("shell.skip")}
      </a>
      <TopBar onLanguage={onLanguage} />
      <div className={css.body}>
        {process && <Navigation current={first} />}
        <div className={css.view} id="view">
          <StatusLine />
          <main>
            {!found && (
              <Page title={t("shell.nothing_here")}>
                <Empty>{t("shell.nothing_here_words")}</Empty>
              </Page>
            )}
            {isWaiting && <Waiting />}
            {found && !isWaiting && (
              <Suspense fallback={<p className={css.loading}>{t("shell.loading")}</p>}>
                <found.view key={found.path} parts={parts} />
              </Suspense>
            )}
          </main>
        </div>
      </div>
      {process?.demonstration && <footer className={css.demonstration}>{t("demonstration")}</footer>}
    </>
  );
}

function Navigation({ current }: { readonly current: string }) {
  const { t, process } = useDesk();
  // the public's home says what these talks are, not what is owed
  const labelOf = ({ path, label }: View) =>
    t(path === "" && process?.office === "public" ? "public.nav" : label);
  const nav = useRef<HTMLElement>(null);
  // on a phone the line of views is longer than the screen: where one is stays in sight
  useEffect(() => {
    nav.current
      ?.querySelector(`[href="/${current}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  return (
    <nav ref={nav} className={css.nav} aria-label={t("shell.navigation")}>
      <ul>
        {views
          .filter(({ isListed, offices }) => isListed && isFor(process?.office, offices))
          .map((one) => (
            <li key={one.path}>
              <Link href={`/${one.path}`} {...(one.path === current ? { "aria-current": "page" } : {})}>
                {labelOf(one)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function isFor(office: Office | undefined, offices: View["offices"]): boolean {
  return offices === undefined || (office !== undefined && offices.includes(office));
}

// While the first sync runs there is nothing to show but how far it is.
function Waiting() {
  const { t, desk } = useDesk();
  if (desk.phase === "unreachable")
    return (
      <Page title={t("shell.unreachable")}>
        <Notice tone="attention">{t("shell.unreachable_words")}</Notice>
      </Page>
    );
  return <p className={css.loading}>{t("shell.loading")}</p>;
}
