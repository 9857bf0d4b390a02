import { useEffect, useState } from "react";
import { Refused as RefusedError } from "../../app/connection.ts";
import { useDesk } from "../../app/desk-context.tsx";
import { Actions, Button, css, Refused, Window } from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { SecondAnswer } from "../../desk/reading-actions.ts";
import type { KeptReport } from "./kept-report.ts";

type Asking =
  | { readonly is: "none" | "told" | "running" }
  | { readonly is: "refused"; readonly refusal: Refusal };

/** Where the host has a second reader on: says to whom the text goes, and sends it once that was read. */
export function SecondReader({
  report,
  onAnswer,
}: {
  readonly report: KeptReport;
  readonly onAnswer: (second: string, answer: SecondAnswer) => void;
}) {
  const { t, connection } = useDesk();
  const [to, setTo] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>({ is: "none" });
  useEffect(() => {
    // a desk that is not reached asks nobody
    connection.call("secondReader", undefined).then(setTo, () => setTo(null));
  }, [connection]);
  const { leftOut, items, text } = report;
  if (leftOut !== undefined)
    return (
      <p className={css.small} role="status">
        {t("reading.second.done", {
          n: items.filter(({ second }) => second !== undefined).length,
          out: leftOut,
        })}
      </p>
    );
  if (to === null) return null;
  const send = () => {
    setAsking({ is: "running" });
    connection.call("askSecondReader", text).then(
      (answer) => {
        setAsking({ is: "none" });
        onAnswer(to, answer);
      },
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error;
        setAsking({ is: "refused", refusal: error.refusal });
      },
    );
  };
  return (
    <>
      {asking.is === "running" ? (
        <p role="status">{t("reading.second.running", { to })}</p>
      ) : (
        <div className={css.row}>
          <Button onPress={() => setAsking({ is: "told" })}>{t("reading.second.ask")}</Button>
        </div>
      )}
      {asking.is === "refused" && <Refused refusal={asking.refusal} />}
      <Window
        title={t("reading.second.ask")}
        isOpen={asking.is === "told"}
        onClose={() => setAsking({ is: "none" })}
      >
        <p>{t("reading.second.told", { to })}</p>
        <Actions>
          <Button onPress={() => setAsking({ is: "none" })}>{t("reading.second.keep")}</Button>
          <Button look="main" onPress={send}>
            {t("reading.second.send", { to })}
          </Button>
        </Actions>
      </Window>
    </>
  );
}
