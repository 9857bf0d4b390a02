import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { useWork } from "../../app/use-work.ts";
import {
  Button,
  css,
  Field,
  Mark,
  Notice,
  Page,
  Progress,
  Refused,
  Rows,
  Section,
} from "../../design/index.ts";
import type { Verified } from "../../desk/record-actions.ts";
import own from "./record.module.css";
import { useStandingWords } from "./standing-words.ts";

/** Checks everything that this browser holds, and lets its office take it away. */
export function CheckPage() {
  const { t } = useDesk();
  return (
    <Page title={t("record.check.title")} intro={<Link href="/record">{t("record.back")}</Link>}>
      <VerifyAll />
      <TakeAway />
    </Page>
  );
}

function VerifyAll() {
  const { t } = useDesk();
  const [fingerprint, setFingerprint] = useState("");
  const { isRunning, progress, value, refusal, start, stop } = useWork("verifyRecord");
  return (
    <Section title={t("record.check.verify")}>
      <p>{t("record.check.verify_words")}</p>
      <form
        className={own.tools}
        onSubmit={(event) => {
          event.preventDefault();
          void start({ fingerprint });
        }}
      >
        <Field
          label={t("record.check.fingerprint")}
          help={t("record.check.fingerprint_help")}
          value={fingerprint}
          onChange={setFingerprint}
        />
        {isRunning ? (
          <Button onPress={stop}>{t("record.check.stop")}</Button>
        ) : (
          <Button look="main" type="submit">
            {t("record.check.start")}
          </Button>
        )}
      </form>
      {isRunning && (
        <Progress
          label={t("record.check.progress", { done: progress?.done ?? 0, of: progress?.of ?? 0 })}
          done={progress?.done ?? 0}
          of={progress?.of ?? 0}
        />
      )}
      <Refused refusal={refusal} />
      {value && <Result verified={value} />}
    </Section>
  );
}

function Result({ verified }: { readonly verified: Verified }) {
  const { t } = useDesk();
  const standings = useStandingWords();
  const { acts, signatures, logs, problems, fingerprint } = verified;
  return (
    <>
      <div role="status">
        {problems.length === 0 ? (
          <Notice title={t("record.check.good")}>
            {t("record.check.counts", { acts, signatures, logs: logs.length })}
          </Notice>
        ) : (
          <Notice tone="refused" title={t("record.check.bad", { n: problems.length })}>
            <ol className={own.lines}>
              {problems.map(({ code, title, detail }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one problem may be found many times over
                <li key={i}>
                  {title} {detail} <code>{code}</code>
                </li>
              ))}
            </ol>
          </Notice>
        )}
      </div>
      <p className={css.small}>
        {t("verify.fingerprint")} <code className={css.mono}>{fingerprint}</code>
      </p>
      <Rows
        label={t("record.check.logs")}
        heads={[t("record.room"), { number: t("record.check.size") }, t("record.standing"), t("record.root")]}
      >
        <tbody>
          {logs.map(({ room, size, root, standing, witnesses }) => (
            <tr key={room}>
              <th scope="row">{room}</th>
              <td className={css.number}>{new Intl.NumberFormat(t.language).format(size)}</td>
              <td>
                <Mark weight={standings.weight(standing)}>{standings.word(standing)}</Mark>{" "}
                {witnesses.join(", ")}
              </td>
              <td className={css.mono}>{root}</td>
            </tr>
          ))}
        </tbody>
      </Rows>
    </>
  );
}

function TakeAway() {
  const { t } = useDesk();
  const { isRunning, progress, value, refusal, start, stop } = useWork("packCopy");
  const pack = async () => {
    const packed = await start(undefined);
    if (packed) saveFile(packed.name, packed.file);
  };
  return (
    <Section title={t("record.take.title")}>
      <p>{t("record.take.words")}</p>
      <p className={css.small}>
        {t("record.take.how")} <code className={css.mono}>./parley verify</code>
      </p>
      <div className={css.row}>
        {isRunning ? (
          <Button onPress={stop}>{t("record.check.stop")}</Button>
        ) : (
          <Button onPress={() => void pack()}>{t("record.take.start")}</Button>
        )}
        {value && (
          <p role="status">
            {t("record.take.done", { name: value.name, kib: Math.ceil(value.file.size / 1024) })}
          </p>
        )}
      </div>
      {isRunning && (
        <Progress
          label={t("record.take.progress", { done: progress?.done ?? 0, of: progress?.of ?? 0 })}
          done={progress?.done ?? 0}
          of={progress?.of ?? 0}
        />
      )}
      <Refused refusal={refusal} />
    </Section>
  );
}
