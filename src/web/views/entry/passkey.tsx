import { startAuthentication } from "@simplewebauthn/browser";
import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { Button, css, Notice } from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";
import { refusalOfPasskey } from "./passkey-refusal.ts";

/** Signs in with a passkey that this person registered before. */
export function PasskeyEntry() {
  const { t, connection, desk } = useDesk();
  const { go } = usePlace();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const enter = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const optionsJSON = await connection.call("startPasskey", undefined);
      const response = await startAuthentication({ optionsJSON });
      await connection.call("finishPasskey", response);
      go("/");
    } catch (error) {
      setRefusal(refusalOfPasskey(t, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p className={css.intro}>{t("entry.passkey_words")}</p>
      <div className={css.row}>
        <Button look="main" isDisabled={busy} onPress={() => void enter()}>
          {t("entry.passkey")}
        </Button>
      </div>
      {refusal && (
        <Notice tone="refused" title={refusal.title}>
          {refusal.detail}
        </Notice>
      )}
      <p className={css.small}>{t("entry.invited_words")}</p>
      {desk.phase === "open" && desk.demonstration && (
        <p className={css.small}>{t("entry.demonstration_words")}</p>
      )}
    </>
  );
}
