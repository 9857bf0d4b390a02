import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { type Entry, forgetEntry } from "../../app/entry-link.ts";
import { usePlace } from "../../app/router.tsx";
import { refusalOf } from "../../app/signing.tsx";
import { Empty, Notice } from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";

/** Signs in with a link of the demonstration, at once. */
export function DemonstrationEntry({ entry }: { readonly entry: Extract<Entry, { kind: "sign-in" }> }) {
  const { t, connection } = useDesk();
  const { go } = usePlace();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    const { office, secret } = entry;
    connection.call("signInToDemonstration", { office, secret }).then(
      () => {
        forgetEntry();
        go("/");
      },
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  }, [entry, connection, go]);
  if (!refusal) return <Empty>{t("entry.signing_in")}</Empty>;
  return (
    <Notice tone="refused" title={refusal.title}>
      {refusal.detail} {t("entry.links_change")}
    </Notice>
  );
}
