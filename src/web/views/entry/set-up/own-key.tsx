import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Field, Notice, OneOf } from "../../../design/index.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { saveText } from "./save-text.ts";
import own from "./set-up.module.css";
import type { HeldSetUp } from "./use-set-up.ts";

type KeyText = { readonly name: string; readonly text: string };
type Safety = "kept" | "without";

/** A head makes his key in this browser, keeps its file or chooses not to, and gives its public half. */
export function OwnKey({ model, setUp }: { readonly model: SetUpModel; readonly setUp: HeldSetUp }) {
  const { t, connection } = useDesk();
  // the file's text is here alone, and is forgotten when the page is left or the head has joined
  const [file, setFile] = useState<KeyText>();
  const { own: key } = model;
  const make = () =>
    void setUp.take(async () => {
      await navigator.storage?.persist?.(); // asks the browser not to clear this site's data by itself
      setFile(await connection.call("makeHeadKey", undefined));
      return connection.call("readSetUp", undefined);
    });
  switch (key.kind) {
    case "none":
      return (
        <>
          <p>{t("set_up.key_words")}</p>
          <div className={css.row}>
            <Button look="main" isDisabled={setUp.isBusy} onPress={make}>
              {t("set_up.make_key")}
            </Button>
            <BringFile setUp={setUp} />
          </div>
        </>
      );
    case "made":
      return (
        <Join
          fingerprint={key.fingerprint}
          file={file}
          setUp={setUp}
          onMake={make}
          onJoined={() => setFile(undefined)}
        />
      );
    case "joined":
      return (
        <>
          <p>{t("set_up.key_given")}</p>
          <Fingerprint hex={key.fingerprint} />
        </>
      );
    case "elsewhere":
      return (
        <>
          <Notice tone="attention" title={t("set_up.key_elsewhere")}>
            {t("set_up.key_elsewhere_words")}
          </Notice>
          <div className={css.row}>
            <BringFile setUp={setUp} />
          </div>
        </>
      );
    default:
      return key satisfies never;
  }
}

function Join({
  fingerprint,
  file,
  setUp,
  onMake,
  onJoined,
}: {
  readonly fingerprint: string;
  readonly file: KeyText | undefined;
  readonly setUp: HeldSetUp;
  readonly onMake: () => void;
  readonly onJoined: () => void;
}) {
  const { t, connection } = useDesk();
  const [safety, setSafety] = useState<Safety | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [witness, setWitness] = useState("");
  const [tried, setTried] = useState(false);
  const join = () => {
    setTried(true);
    if (!safety) return;
    const key = witness.trim();
    void setUp
      .take(() => connection.call("joinSetUp", { witness: key === "" ? undefined : key }))
      .then((joined) => joined && onJoined());
  };
  return (
    <>
      <p>{t("set_up.key_made")}</p>
      <Fingerprint hex={fingerprint} />
      <Notice tone="attention" title={t("set_up.keep_key")}>
        <div className={own.once}>
          <p>{t("set_up.keep_key_words")}</p>
          {file ? (
            <div className={css.row}>
              <Button
                onPress={() => {
                  saveText(file.name, file.text);
                  setSaved(true);
                }}
              >
                {t("set_up.save_key")}
              </Button>
              <span role="status">{isSaved && t("set_up.key_saved", { name: file.name })}</span>
            </div>
          ) : (
            <>
              <p>{t("set_up.key_file_gone")}</p>
              <div className={css.row}>
                <Button isDisabled={setUp.isBusy} onPress={onMake}>
                  {t("set_up.make_other_key")}
                </Button>
                <BringFile setUp={setUp} />
              </div>
            </>
          )}
          <OneOf<Safety>
            label={t("set_up.safety")}
            value={safety}
            choices={[
              { value: "kept", label: t("set_up.safety_kept") },
              { value: "without", label: t("set_up.safety_without") },
            ]}
            onChange={setSafety}
            wrong={tried && !safety ? t("forms.choose") : undefined}
          />
        </div>
      </Notice>
      <details>
        <summary>{t("set_up.witness")}</summary>
        <div className={own.stepBody}>
          <Field
            label={t("forms.optional", { label: t("set_up.witness_key") })}
            help={t("set_up.witness_words")}
            value={witness}
            onChange={setWitness}
          />
        </div>
      </details>
      <div className={css.row}>
        <Button look="main" isDisabled={setUp.isBusy} onPress={join}>
          {t("set_up.join")}
        </Button>
      </div>
    </>
  );
}

/** A key that was made before, from the file that its head keeps. */
function BringFile({ setUp }: { readonly setUp: HeldSetUp }) {
  const { t, connection } = useDesk();
  const [isOther, setOther] = useState(false);
  const bring = (chosen: File | undefined) =>
    chosen &&
    void setUp.take(async () => {
      setOther(!(await connection.call("bringHeadKey", await chosen.text())));
      return connection.call("readSetUp", undefined);
    });
  return (
    <>
      <FileTrigger acceptedFileTypes={[".json"]} onSelect={(files) => bring(files?.[0])}>
        <Button isDisabled={setUp.isBusy}>{t("set_up.bring_key")}</Button>
      </FileTrigger>
      {isOther && <Notice tone="refused">{t("set_up.other_file")}</Notice>}
    </>
  );
}
