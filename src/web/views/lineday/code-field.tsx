import { type FormEvent, useRef, useState } from "react";
import { Form } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Field } from "../../design/index.ts";
import { Camera, hasCamera } from "./camera.tsx";
import line from "./lineday.module.css";
import { useScannerKeys } from "./scanner-keys.ts";

/** A wristband's code by the camera, by a scanner that types, or by hand: all three are equal. */
export function CodeField({
  day,
  label,
  onCode,
  takesKeys = false,
}: {
  readonly day: string;
  readonly label: string;
  readonly onCode: (code: string) => void;
  /** Also takes what a scanner types while the focus is in no field. */
  readonly takesKeys?: boolean;
}) {
  const { t, connection } = useDesk();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [isWatching, setWatching] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const take = async (text: string) => {
    const read = await connection.call("readLineCode", { manifest: day, typed: text });
    if ("code" in read) onCode(read.code);
    setWrong("code" in read ? undefined : t(`lineday.scan.${read.wrong}`));
    setTyped("code" in read ? "" : text);
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
        <Button type="submit">{t("lineday.scan.add")}</Button>
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
