import { Link } from "react-aria-components";
import { Notice } from "../design/index.ts";
import { useDesk } from "./desk-context.tsx";
import css from "./shell.module.css";

/** How this copy stands: at work, current, without a network, or in disagreement with the host. */
export function StatusLine() {
  const { t, desk, process } = useDesk();
  if (desk.phase !== "open") return null;
  const {
    status,
    refusal,
    progress,
    signatures,
    waiting,
    refused,
    closed,
    waitsFor,
    certifiesOwnSeat,
    left,
  } = desk;
  const isVerifying = signatures.of > 0 && signatures.done < signatures.of;
  return (
    <section className={css.status} aria-label={t("shell.status")}>
      {refusal && (
        <Notice tone="refused" title={t("shell.refused")}>
          <p>
            {refusal.title} {refusal.detail}
          </p>
          <p>{t("shell.refused_words")}</p>
        </Notice>
      )}
      {waitsFor && (
        <Notice tone="attention" title={t("shell.waits_for_seat")}>
          <p>{t("shell.waits_for_seat_words")}</p>
          {certifiesOwnSeat && !location.pathname.startsWith("/set-up") && (
            <Link href="/set-up">{t("set_up.own_seat_link")}</Link>
          )}
        </Notice>
      )}
      {left && process && (
        <Notice tone="attention" title={t("shell.left", { office: process.names[left] })}>
          <p>{t("shell.left_words")}</p>
          <Link href="/people">{t("shell.nav.people")}</Link>
        </Notice>
      )}
      {status === "offline" && <Notice tone="attention">{t("shell.offline")}</Notice>}
      {progress && status !== "refused" && (
        <p role="status">{t(`shell.progress.${progress.phase}`, { done: progress.done, of: progress.of })}</p>
      )}
      {isVerifying && !progress && status !== "refused" && (
        <p role="status">{t("shell.progress.verifying", { done: signatures.done, of: signatures.of })}</p>
      )}
      {waiting > 0 && <p role="status">{t("shell.waiting", { n: waiting })}</p>}
      {refused > 0 && (
        <p role="status">
          <a href="/record/queue">{t("shell.refused_acts", { n: refused })}</a>
        </p>
      )}
      {closed > 0 && <p className={css.quiet}>{t("show.closed", { n: closed })}</p>}
    </section>
  );
}
