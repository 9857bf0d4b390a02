import { useEffect, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { refusalOf, useSigning } from "../../app/signing.tsx";
import {
  Button,
  css,
  Empty,
  Facts,
  Field,
  Form,
  Notice,
  Page,
  textIsWrong,
  useForm,
} from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { OwnSeat } from "../../desk/set-up-model.ts";
import { Fingerprint } from "./set-up/fingerprint.tsx";
import { Refused } from "./set-up/refused.tsx";

/** A head who has his passkey certifies the first seat of his office: his own device's. */
export function CertifyOwnSeat() {
  const { t, connection } = useDesk();
  const [seat, setSeat] = useState<OwnSeat | "opening" | "no_key">("opening");
  const [refusal, setRefusal] = useState<Refusal>();
  const look = () =>
    connection.call("ownSeat", undefined).then(
      (found) => setSeat(found ?? "no_key"),
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and again where a key file was brought
  useEffect(() => void look(), [connection]);
  const bring = (file: File | undefined) =>
    file &&
    void file
      .text()
      .then((text) => connection.call("bringHeadToDevice", text))
      .then(
        (isHeads) => {
          setRefusal(
            isHeads ? undefined : { code: "set_up.other_file", title: t("set_up.other_file"), detail: "" },
          );
          return look();
        },
        (error: unknown) => setRefusal(refusalOf(error)),
      );
  return (
    <Page title={t("set_up.own_seat")}>
      <Refused refusal={refusal} />
      {seat === "opening" && !refusal && <Empty>{t("shell.loading")}</Empty>}
      {seat === "no_key" && (
        <>
          <p className={css.intro}>{t("set_up.no_head_key")}</p>
          <div className={css.row}>
            <FileTrigger acceptedFileTypes={[".json"]} onSelect={(files) => bring(files?.[0])}>
              <Button>{t("set_up.bring_key")}</Button>
            </FileTrigger>
          </div>
        </>
      )}
      {typeof seat === "object" && <Certify seat={seat} />}
    </Page>
  );
}

function Certify({ seat }: { readonly seat: OwnSeat }) {
  const { t, process } = useDesk();
  const { go } = usePlace();
  const propose = useSigning();
  const form = useForm({ title: t("set_up.head_title") }, ({ title }) => ({ title: textIsWrong(title) }));
  const { office, member, key, recipient, fingerprint } = seat;
  const names: Readonly<Record<string, string>> = process?.names ?? {};
  const ready = () => {
    const title = form.draft.title.trim();
    const payload = { office, member, key, recipient, title };
    propose({ room: "process", kind: "seat.granted", payload }, () => go("/"));
  };
  return (
    <>
      <p className={css.intro}>{t("set_up.own_seat_words")}</p>
      <Facts
        rows={[
          [t("entry.office"), names[office] ?? office],
          [t("field.member"), member],
          [t("set_up.device_key"), <Fingerprint key="key" hex={fingerprint} />],
        ]}
      />
      <Form form={form} onReady={ready}>
        <Field
          label={t("set_up.title_of_seat")}
          help={t("set_up.title_of_seat_words")}
          value={form.draft.title}
          onChange={(title) => form.set({ title })}
          wrong={form.wrong("title")}
          isRequired
        />
      </Form>
      <Notice>{t("set_up.own_seat_after")}</Notice>
    </>
  );
}
