import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { refusalOf } from "../../app/signing.tsx";
import {
  Actions,
  Button,
  css,
  Facts,
  Field,
  Form,
  Notice,
  Refused,
  textIsWrong,
  useForm,
  Window,
} from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { HeadReplacement } from "../../desk/replace-head.ts";

/** The head's key passes on: the old and the new one sign together, and the file of the new one is kept first. */
export function ReplaceHead() {
  const { t, connection } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [prepared, setPrepared] = useState<HeadReplacement>();
  const [isSaved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const form = useForm({ reason: "" }, ({ reason }) => ({ reason: textIsWrong(reason) }));
  const refused = (error: unknown) => setRefusal(refusalOf(error));
  const close = () => {
    setOpen(false);
    setPrepared(undefined);
    setSaved(false);
    setRefusal(undefined);
  };
  const prepare = () => {
    connection.call("prepareHead", { reason: form.draft.reason.trim() }).then(setPrepared, refused);
  };
  const sign = () => {
    connection.call("replaceHead", undefined).then(close, refused);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t("people.replace_head")}</Button>
      <Window title={t("people.replace_head")} isOpen={isOpen} onClose={close}>
        <p>{t("people.replace_words")}</p>
        {!prepared && (
          <Form form={form} onReady={prepare} onCancel={close}>
            <Field
              label={t("people.reason")}
              value={form.draft.reason}
              onChange={(reason) => form.set({ reason })}
              wrong={form.wrong("reason")}
              isRequired
            />
          </Form>
        )}
        {prepared && (
          <>
            <p>
              <strong>{prepared.preview.headline}</strong>
            </p>
            <Facts
              rows={prepared.preview.fields.map(({ label, value }) => [
                label,
                <span key={label} className={css.quote}>
                  {value}
                </span>,
              ])}
            />
            {prepared.preview.problem && <Refused refusal={prepared.preview.problem} />}
            <Notice tone="attention">{t("people.keep_file")}</Notice>
            <Actions>
              <Button onPress={close}>{t("forms.cancel")}</Button>
              <Button
                onPress={() => {
                  saveFile(prepared.file.name, new Blob([prepared.file.text]));
                  setSaved(true);
                }}
              >
                {t("people.save_key")}
              </Button>
              <Button
                look="main"
                isDisabled={!isSaved || prepared.preview.problem !== undefined}
                onPress={sign}
              >
                {t("sign.sign", { who: prepared.preview.inWhoseName })}
              </Button>
            </Actions>
          </>
        )}
        <Refused refusal={refusal} />
      </Window>
    </>
  );
}
