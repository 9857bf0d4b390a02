import { startRegistration } from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { forgetEntry } from "../../app/entry-link.ts";
import { usePlace } from "../../app/router.tsx";
import { refusalOf } from "../../app/signing.tsx";
import { Button, Clock, css, Empty, Facts, Notice, Page } from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";
import { refusalOfPasskey } from "./passkey-refusal.ts";

type Invited = {
  readonly process: Readonly<Record<string, string>>;
  readonly office: string;
  readonly title: string;
  readonly expiresAt: string;
};

/** What an invitation is for, and taking it: a passkey on this device, keys in this browser, a request for a seat. */
export function Invitation({
  secret,
  onTaken,
}: {
  readonly secret: string;
  /** Given where a head takes his own office's: what comes after it; else the page of the office's people. */
  readonly onTaken?: () => void;
}) {
  const { t, connection } = useDesk();
  const { go } = usePlace();
  const [invited, setInvited] = useState<Invited>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    connection
      .call("lookAtInvitation", secret)
      .then(setInvited, (error: unknown) => setRefusal(refusalOf(error)));
  }, [connection, secret]);
  const take = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const optionsJSON = await connection.call("startRegistration", secret);
      const response = await startRegistration({ optionsJSON });
      await connection.call("finishRegistration", { secret, response });
      forgetEntry();
      if (onTaken) onTaken();
      else go("/people");
    } catch (error) {
      setRefusal(refusalOfPasskey(t, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t("entry.invitation")}>
      {refusal && (
        <Notice tone="refused" title={refusal.title}>
          {refusal.detail}
        </Notice>
      )}
      {!invited && !refusal && <Empty>{t("shell.loading")}</Empty>}
      {invited && (
        <>
          <Facts
            rows={[
              [t("entry.process"), invited.process[t.language] ?? ""],
              [t("entry.office"), <OfficeName key="office" office={invited.office} />],
              [t("entry.title"), invited.title],
              [t("entry.valid_until"), <Clock key="until" at={Date.parse(invited.expiresAt)} />],
            ]}
          />
          <ol className={css.steps}>
            <li>{t("entry.step_passkey")}</li>
            <li>{t("entry.step_key")}</li>
            <li>{t(onTaken ? "set_up.invitation_step" : "entry.step_seat")}</li>
          </ol>
          <div className={css.row}>
            <Button look="main" isDisabled={busy} onPress={() => void take()}>
              {t("entry.take")}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}

function OfficeName({ office }: { readonly office: string }) {
  const { process } = useDesk();
  const names: Readonly<Record<string, string>> = process?.names ?? {};
  return names[office] ?? office;
}
