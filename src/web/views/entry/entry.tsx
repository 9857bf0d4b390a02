import { useDesk } from "../../app/desk-context.tsx";
import { openedWith } from "../../app/entry-link.ts";
import { Page } from "../../design/index.ts";
import { DemonstrationEntry } from "./demonstration.tsx";
import { Invitation } from "./invitation.tsx";
import { PasskeyEntry } from "./passkey.tsx";

/** Signing in: with a passkey, by an invitation, or by a link of the demonstration. */
export default function EntryView() {
  const { t } = useDesk();
  const entry = openedWith();
  if (entry?.kind === "invitation") return <Invitation secret={entry.secret} />;
  return (
    <Page title={t("shell.sign_in")}>
      {entry?.kind === "sign-in" ? <DemonstrationEntry entry={entry} /> : <PasskeyEntry />}
    </Page>
  );
}
