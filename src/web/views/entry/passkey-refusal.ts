import type { Say } from "#i18n/screens";
import { refusalOf } from "../../app/signing.tsx";
import type { Refusal } from "../../desk/protocol.ts";

/** In words, what the browser or the host refused about a passkey. */
export function refusalOfPasskey(t: Say, error: unknown): Refusal {
  const isCancelled =
    error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError");
  if (isCancelled)
    return { code: "entry.cancelled", title: t("entry.cancelled"), detail: t("entry.cancelled_words") };
  const isUnsupported = error instanceof Error && /not supported/i.test(error.message);
  if (isUnsupported) return { code: "entry.unsupported", title: t("entry.unsupported"), detail: "" };
  return refusalOf(error);
}
