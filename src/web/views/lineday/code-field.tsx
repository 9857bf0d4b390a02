import { type FormEvent, useRef, useState } from "react";
import { Form } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Field } from "../../design/index.ts";
import { Camera, hasCamera } from "./camera.tsx";
import line from "./lineday.module.css";
import { useScannerKeys } from "./scanner-keys.ts";

/** What was scanned or typed was understood as a code, or why not, in words. */
export type ReadCode = { readonly code: string } | { readonly wrong: string };

/** How a wristband of one day is read. */
export function useWristband(day: string): (typed: string) => Promise<ReadCode> {
  const { t, connection } = useDesk();
  return async (typed) => {
    const read = await connection.call("readLineCode", { manifest: day, typed });
    return "code" in read ? read : { wrong: t(`lineday.scan.${read.wrong}`) };
  };
}

/** A code by the camera, by a scanner that types, or by hand: all three are equal. */
export function CodeField({
  read,
  label,
  button,
  onCode,
  takesKeys = false,
}: {
  readonly read: (typed: string) => Promise<ReadCode>;
  readonly label: string;
  /** The words of the button, where a code is not added to others. */
  readonly button?: string;
  readonly onCode: (code: string) => void;
  /** Also takes what a scanner types while the focus is in no field. */
  readonly takesKeys?: boolean;
}) {
  const { t } = useDesk();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [isWatching, setWatching] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const take = async (text: string) => {
    const meant = await read(text);
    if ("code" in meant) onCode(meant.code);
    setWrong("code" in meant ? undefined : meant.wrong);
    setTyped("code" in meant ? "" : text);
  };
  useScannerKeys(takesKeys, (text) => void take(text));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === "") return;
    // what the camera reads takes no focus: a tablet would open its keyboard
    void take(typed).then(() => form.current?.querySelector("input")?.focus());
  };
  return (
    <>
      <Form ref={form} className={line.scan ?? ""} onSubmit={submit} validationBehavior="aria">
        <Field label={label} value={typed} onChange={setTyped} wrong={wrong} />
        <Button type="submit">{button ?? t("lineday.scan.add")}</Button>
        {hasCamera() && (
          <Button onPress={() => setWatching(!isWatching)}>
            {t(isWatching ? "lineday.scan.stop" : "lineday.scan.camera")}
          </Button>
        )}
      </Form>
      {isWatching && <Camera onText={(text) => void take(text)} />}
      {!hasCamera() && <p className={css.small}>{t("lineday.scan.typed")}</p>}
    </>
  );
}
