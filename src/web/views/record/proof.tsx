import { useEffect } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { useWork } from "../../app/use-work.ts";
import { Button, css, Facts, Mark, Refused, Section, Sheet } from "../../design/index.ts";
import type { ProofModel, SignedBy } from "../../desk/act-proof.ts";
import own from "./record.module.css";

/** What shows, without the host and without this program, that the act stands where it stands. */
export function Proof({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const { value, refusal, start } = useWork("proofOf");
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each act that is opened
  useEffect(() => void start(id), [id]);
  return (
    <Section
      title={t("record.proof")}
      actions={
        value && (
          <Button onPress={() => saveFile(value.receipt.name, new Blob([value.receipt.text]))}>
            {t("record.save_receipt")}
          </Button>
        )
      }
    >
      <Refused refusal={refusal} />
      {value && <ProofSheet proof={value} />}
      {!value && !refusal && <p className={css.small}>{t("shell.loading")}</p>}
    </Section>
  );
}

function ProofSheet({ proof }: { readonly proof: ProofModel }) {
  const { t } = useDesk();
  const { room, seq, size, leaf, path, root, holds, checkpoint, witnesses, signatures, head, raw, isPaper } =
    proof;
  return (
    <Sheet>
      <p className={own.claim}>
        <Mark weight={holds ? "firm" : "attention"}>
          {t(holds ? "record.holds" : "record.does_not_hold")}
        </Mark>{" "}
        {t("record.proof_words", { room, seq, size })}
      </p>
      <Facts
        rows={[
          [
            t("record.signed_by"),
            <ul key="signatures" className={own.lines}>
              {signatures.map((one) => (
                <Signature key={one.fingerprint} signature={one} />
              ))}
            </ul>,
          ],
          [
            t("record.leaf"),
            <code key="leaf" className={css.mono}>
              {leaf}
            </code>,
          ],
          [
            t("record.path"),
            path.length === 0 ? (
              t("record.path_empty")
            ) : (
              <ol key="path" className={own.path}>
                {path.map((hash) => (
                  <li key={hash} className={css.mono}>
                    {hash}
                  </li>
                ))}
              </ol>
            ),
          ],
          [
            t("record.root"),
            <code key="root" className={css.mono}>
              {root}
            </code>,
          ],
          [t("record.witnesses"), witnesses.length === 0 ? t("record.no_witnesses") : witnesses.join(", ")],
        ]}
      />
      <Fold title={t("record.checkpoint")} text={checkpoint} />
      <Fold title={t("record.entry_head")} text={head} />
      <Fold title={t(isPaper ? "record.raw_paper" : "record.raw")} text={raw} />
    </Sheet>
  );
}

function Signature({ signature: { fingerprint, holds, held } }: { readonly signature: SignedBy }) {
  const { t } = useDesk();
  return (
    <li>
      <Mark weight={holds ? "plain" : "attention"}>
        {t(holds ? "record.signature_holds" : "record.signature_fails")}
      </Mark>{" "}
      {held?.kind === "head" && t("record.key_of_head", { office: held.office })}
      {held?.kind === "seat" &&
        t("record.key_of_seat", {
          office: held.office,
          title: held.title,
          member: held.member,
          seq: held.since,
        })}
      {!held && t("record.key_unknown")}
      <br />
      <code className={css.mono}>{fingerprint}</code>
    </li>
  );
}

function Fold({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details className={own.fold}>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <pre className={own.raw} tabIndex={0}>
        {text}
      </pre>
    </details>
  );
}
