import { useEffect, useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { refusalOf } from "../../../app/signing.tsx";
import { Button, Clock, css, Empty, Facts, Notice, Tick } from "../../../design/index.ts";
import type { Refusal } from "../../../desk/protocol.ts";
import type { FoundingText, SetUpModel } from "../../../desk/set-up-model.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { missingIn } from "./names.ts";
import { Refused } from "./refused.tsx";
import own from "./set-up.module.css";
import type { HeldSetUp } from "./use-set-up.ts";

/** The founding act as it stands in the bytes: read, compared, signed. */
export function Text({ model, setUp }: { readonly model: SetUpModel; readonly setUp: HeldSetUp }) {
  const { t } = useDesk();
  const { text, refusal } = useFounding(model.fingerprint);
  if (refusal) return <Refused refusal={refusal} />;
  if (!text) return <Empty>{t("shell.loading")}</Empty>;
  const isSigned = model.heads[model.role].signed;
  return (
    <>
      <p>{t("set_up.text_words")}</p>
      <div className={own.text}>
        <p>
          <strong>{text.headline}</strong>
        </p>
        <Facts
          rows={[
            [t("set_up.process_name"), text.process],
            ...text.fields.map(
              ({ label, value }) =>
                [
                  label,
                  <span key={label} className={own.said}>
                    {value === "" ? t("set_up.none") : value}
                  </span>,
                ] as const,
            ),
            [t("sign.time"), <Clock key="time" at={text.saidAt} />],
            [t("set_up.act_id"), text.id],
          ]}
        />
      </div>
      <Compared text={text} />
      <div>
        <p className={css.label}>{t("set_up.fingerprint")}</p>
        <Fingerprint hex={text.fingerprint} isLarge />
        <p className={css.small}>{t("set_up.fingerprint_words")}</p>
      </div>
      {isSigned ? (
        <Waiting model={model} setUp={setUp} text={text} />
      ) : (
        <Sign text={text} setUp={setUp} model={model} />
      )}
    </>
  );
}

/** What this browser has compared by itself, told in words where it differs. */
function Compared({ text }: { readonly text: FoundingText }) {
  const { t } = useDesk();
  const differing = text.checks.filter(({ holds }) => !holds);
  if (differing.length > 0)
    return (
      <Notice tone="refused" title={t("set_up.do_not_sign")}>
        <ul>
          {differing.map(({ what }) => (
            <li key={what}>{t(`set_up.differs.${what}`)}</li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <div>
      <p className={css.label}>{t("set_up.compared")}</p>
      <ul className={own.compared}>
        {text.checks.map(({ what }) => (
          <li key={what}>{t(`set_up.agrees.${what}`, { name: text.first })}</li>
        ))}
      </ul>
    </div>
  );
}

function Sign({
  text,
  model,
  setUp,
}: {
  readonly text: FoundingText;
  readonly model: SetUpModel;
  readonly setUp: HeldSetUp;
}) {
  const { t, connection } = useDesk();
  // read and compared is what was read: another text is read and compared anew
  const [readText, setRead] = useState<string>();
  const isRead = readText === text.fingerprint;
  const canSign = model.own.kind === "joined" && text.checks.every(({ holds }) => holds);
  return (
    <>
      <Tick
        isSelected={isRead}
        onChange={(read) => setRead(read ? text.fingerprint : undefined)}
        isDisabled={!canSign}
      >
        {t("set_up.have_read")}
      </Tick>
      <div className={css.row}>
        <Button
          look="main"
          isDisabled={!isRead || !canSign || setUp.isBusy}
          onPress={() => void setUp.take(() => connection.call("signFounding", text.fingerprint))}
        >
          {t("set_up.sign")}
        </Button>
      </div>
    </>
  );
}

function Waiting({
  text,
  model,
  setUp,
}: {
  readonly text: FoundingText;
  readonly model: SetUpModel;
  readonly setUp: HeldSetUp;
}) {
  const { t, connection } = useDesk();
  if (model.stage === "founded") return null;
  if (model.stage === "signing") {
    const names = missingIn(t, model, ({ signed }) => signed).join(", ");
    return <p>{t("set_up.waiting_for", { names })}</p>;
  }
  return (
    <>
      <p>{t("set_up.not_opened")}</p>
      <div className={css.row}>
        <Button
          isDisabled={setUp.isBusy}
          onPress={() => void setUp.take(() => connection.call("signFounding", text.fingerprint))}
        >
          {t("set_up.send_again")}
        </Button>
      </div>
    </>
  );
}

// Read again when the text changes, or the reader's language.
function useFounding(fingerprint: string) {
  const { t, connection } = useDesk();
  const [text, setText] = useState<FoundingText>();
  const [refusal, setRefusal] = useState<Refusal>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text changes with them
  useEffect(() => {
    connection.call("readFounding", undefined).then(
      (read) => {
        setText(read);
        setRefusal(undefined);
      },
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  }, [connection, fingerprint, t.language]);
  return { text, refusal };
}
