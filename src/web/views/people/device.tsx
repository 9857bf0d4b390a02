import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { refusalOf } from "../../app/signing.tsx";
import {
  Button,
  css,
  Empty,
  Facts,
  Field,
  Form,
  Mark,
  Refused,
  Section,
  Sheet,
  textIsWrong,
  useForm,
  Window,
} from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";
import own from "./people.module.css";
import type { PeopleModel } from "./query.ts";
import { ReplaceHead } from "./replace-head.tsx";
import { Words } from "./words.tsx";

/** The key of this browser, the seat that it holds, and what to do where it holds none. */
export function DeviceSection({ model: { device, office } }: { readonly model: PeopleModel }) {
  const { t, desk, process } = useDesk();
  if (desk.phase !== "open") return null;
  const wanted = desk.waitsFor ?? office;
  const isSeated = device?.seat !== undefined && !device.seat.revoked;
  return (
    <Section title={t("people.device")}>
      <Sheet>
        {device ? (
          <Facts
            rows={[
              [
                t("people.device_key"),
                <code key="key" className={css.mono}>
                  {device.fingerprint}
                </code>,
              ],
              [t("people.device_words"), <Words key="words" words={device.words} />],
              [t("people.device_seat"), <DeviceSeat key="seat" device={device} />],
              ...(device.isHead ? [[t("people.head_key"), t("people.head_here")] as const] : []),
            ]}
          />
        ) : (
          <Empty>{t("people.no_device")}</Empty>
        )}
        <div className={css.row}>
          {!isSeated && desk.member !== undefined && (
            <AskForSeat
              office={process?.names[wanted] ?? wanted}
              isNewKey={device?.seat?.revoked !== undefined}
            />
          )}
          {desk.member !== undefined && !device?.isHead && <BringHead />}
          {isSeated && device.isHead && <ReplaceHead />}
        </div>
      </Sheet>
    </Section>
  );
}

function DeviceSeat({ device: { seat } }: { readonly device: NonNullable<PeopleModel["device"]> }) {
  const { t } = useDesk();
  if (!seat) return <>{t("people.device_no_seat")}</>;
  if (seat.revoked)
    return <>{t("people.seat_until", { seq: seat.revoked.at, reason: seat.revoked.reason })}</>;
  return (
    <>
      {seat.title} <Mark>{t("seat.valid")}</Mark>{" "}
      <span className={css.small}>{t("people.seat_since", { seq: seat.since })}</span>
    </>
  );
}

function AskForSeat({ office, isNewKey }: { readonly office: string; readonly isNewKey: boolean }) {
  const { t, connection } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<Refusal | "asked">();
  const form = useForm({ title: "" }, ({ title }) => ({ title: textIsWrong(title) }));
  const ask = () => {
    connection.call("requestSeat", { title: form.draft.title.trim(), isNewKey }).then(
      () => {
        setSaid("asked");
        setOpen(false);
      },
      (error: unknown) => setSaid(refusalOf(error)),
    );
  };
  return (
    <>
      {said === "asked" && <p role="status">{t("people.asked", { office })}</p>}
      <Button onPress={() => setOpen(true)}>{t("people.ask_seat")}</Button>
      <Window title={t("people.ask_seat")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{t("people.ask_words", { office })}</p>
        <Form form={form} onReady={ask} onCancel={() => setOpen(false)} submit={t("people.ask_seat")}>
          <Field
            label={t("people.seat_title")}
            help={t("people.seat_title_help")}
            value={form.draft.title}
            onChange={(title) => form.set({ title })}
            wrong={form.wrong("title")}
            isRequired
          />
        </Form>
        <Refused refusal={said === "asked" ? undefined : said} />
      </Window>
    </>
  );
}

function BringHead() {
  const { t, connection } = useDesk();
  const [refusal, setRefusal] = useState<Refusal>();
  const bring = (file: File | undefined) =>
    file &&
    void file
      .text()
      .then((text) => connection.call("bringHeadToDevice", text))
      .then(
        (isHeads) =>
          setRefusal(
            isHeads ? undefined : { code: "people.other_file", title: t("people.other_file"), detail: "" },
          ),
        (error: unknown) => setRefusal(refusalOf(error)),
      );
  return (
    <div className={own.lines}>
      <p className={css.small}>{t("people.bring_head_words")}</p>
      <div>
        <FileTrigger acceptedFileTypes={[".json"]} onSelect={(files) => bring(files?.[0])}>
          <Button>{t("people.bring_head")}</Button>
        </FileTrigger>
      </div>
      <Refused refusal={refusal} />
    </div>
  );
}
