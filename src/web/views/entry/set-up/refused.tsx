import type { ScreenKey } from "#i18n/screens";
import { useDesk } from "../../../app/desk-context.tsx";
import { Notice } from "../../../design/index.ts";
import type { Refusal } from "../../../desk/protocol.ts";

/** What the set-up refuses, in the reader's language; what has no words of its own is said as the host said it. */
const words: Readonly<Record<string, ScreenKey>> = {
  unreachable: "set_up.refused.unreachable",
  "api.too_often": "set_up.refused.too_often",
  "ledger.key_inadmissible": "set_up.refused.key_inadmissible",
  "ledger.key_malformed": "set_up.refused.key_malformed",
  "set_up.refused": "set_up.refused.link",
  "set_up.hosts_alone": "set_up.refused.hosts_alone",
  "set_up.too_early": "set_up.refused.too_early",
  "set_up.signed": "set_up.refused.signed",
  "set_up.joined": "set_up.refused.joined",
  "set_up.key_taken": "set_up.refused.key_taken",
  "set_up.nonce_differs": "set_up.refused.nonce_differs",
  "set_up.signature_refused": "set_up.refused.signature",
  "set_up.founded": "set_up.refused.founded",
  "set_up.other_process": "set_up.refused.other_process",
};

export function Refused({ refusal }: { readonly refusal: Refusal | undefined }) {
  const { t } = useDesk();
  if (!refusal) return null;
  const key = words[refusal.code];
  if (key) return <Notice tone={refusal.code === "unreachable" ? "attention" : "refused"}>{t(key)}</Notice>;
  return (
    <Notice tone="refused" title={refusal.title}>
      {refusal.detail}
    </Notice>
  );
}
