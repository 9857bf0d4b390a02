import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Page, Section } from "../../design/index.ts";
import { Invitation } from "./invitation.tsx";
import { CertifyOwnSeat } from "./own-seat.tsx";
import { Heads } from "./set-up/heads.tsx";
import { nameOf } from "./set-up/names.ts";
import { Refused } from "./set-up/refused.tsx";
import { Reopening } from "./set-up/reopening.tsx";
import own from "./set-up/set-up.module.css";
import { Steps } from "./set-up/steps.tsx";
import { useSetUp } from "./set-up/use-set-up.ts";

/** Three heads found a process: one page for each, from his link to his seat. */
export default function SetUpView() {
  const { t, desk, connection } = useDesk();
  const setUp = useSetUp();
  const [invitation, setInvitation] = useState<string>();
  if (desk.phase === "open" && desk.waitsFor !== undefined) return <CertifyOwnSeat />;
  if (invitation !== undefined)
    return <Invitation secret={invitation} onTaken={() => void connection.call("endSetUp", undefined)} />;
  const { model, isOpening, refusal } = setUp;
  if (!model)
    return (
      <Page title={t("set_up.title")}>
        <Refused refusal={refusal} />
        {isOpening ? <Empty>{t("shell.loading")}</Empty> : <NoLink />}
      </Page>
    );
  const name = nameOf(t, model.draft, model.role);
  return (
    <Page title={t("set_up.title")} intro={t("set_up.intro", { name })}>
      <div className={own.refused}>
        <Refused refusal={refusal} />
      </div>
      <Heads model={model} />
      <Section title={t("set_up.steps")}>
        <Steps model={model} setUp={setUp} onInvited={setInvitation} />
      </Section>
      {model.role === "host" && <Reopening model={model} setUp={setUp} />}
    </Page>
  );
}

function NoLink() {
  const { t, desk } = useDesk();
  if (desk.phase === "set_up")
    return (
      <>
        <p className={css.intro}>{t("set_up.no_process")}</p>
        <p className={css.intro}>{t("set_up.need_link")}</p>
      </>
    );
  return (
    <p className={css.intro}>
      {t("set_up.is_founded")} <Link href="/enter">{t("shell.sign_in")}</Link>
    </p>
  );
}
