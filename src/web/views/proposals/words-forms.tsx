import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Field,
  Form,
  FormButton,
  OneOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../design/index.ts";

type About = { readonly id: string; readonly room: Room };

/** Takes a proposal off the table, with the reason that all who read it will read. */
export function WithdrawButton({ id, title, room }: About & { readonly title: string }) {
  const { t } = useDesk();
  return (
    <FormButton label={t("proposals.withdraw")} look="plain">
      {(close) => <Withdraw id={id} title={title} room={room} close={close} />}
    </FormButton>
  );
}

function Withdraw({
  id,
  title,
  room,
  close,
}: About & { readonly title: string; readonly close: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ reason: "" }, ({ reason }) => ({
    reason: reason.length > 300 ? ("proposals.wrong.too_long" as const) : textIsWrong(reason),
  }));
  const { draft, set, wrong } = form;
  const onReady = () =>
    propose(
      {
        room,
        kind: "proposal.withdrawn",
        payload: { proposal: id, reason: draft.reason.trim().normalize("NFC") },
      },
      close,
    );
  return (
    <Form form={form} onReady={onReady} onCancel={close}>
      <p>{t("proposals.withdraw_words", { title })}</p>
      <Field
        label={t("proposals.reason")}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
        isRequired
      />
    </Form>
  );
}

/** The word of the party that set a condition whether it is met. */
export function ConditionButton({ id, termKey, room }: About & { readonly termKey: string }) {
  const { t } = useDesk();
  return (
    <FormButton label={t("proposals.condition_answer", { key: termKey })}>
      {(close) => <Condition id={id} termKey={termKey} room={room} close={close} />}
    </FormButton>
  );
}

function Condition({
  id,
  termKey,
  room,
  close,
}: About & { readonly termKey: string; readonly close: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const source = useOwnWords();
  const form = useForm({ met: null as "met" | "not_met" | null, source }, (draft) => ({
    met: draft.met === null ? ("forms.choose" as const) : undefined,
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, wrong, tried } = form;
  const onReady = () => {
    const payload = { proposal: id, key: termKey, met: draft.met === "met", source: sourceOf(draft.source) };
    propose({ room, kind: "condition.answered", payload }, close);
  };
  return (
    <Form form={form} onReady={onReady} onCancel={close}>
      <OneOf
        label={t("proposals.condition_is", { key: termKey })}
        value={draft.met}
        choices={[
          { value: "met", label: t("word.met") },
          { value: "not_met", label: t("word.not_met") },
        ]}
        onChange={(met) => set({ met })}
        wrong={wrong("met")}
      />
      <SourceFields value={draft.source} onChange={(changed) => set({ source: changed })} tried={tried} />
    </Form>
  );
}
