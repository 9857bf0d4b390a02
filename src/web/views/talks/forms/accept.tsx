import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, OneOf, textIsWrong, useForm } from "../../../design/index.ts";

const ways = ["without", "with"] as const;

/** This party accepts the record of a round, with or without a reservation. */
export function AcceptForm({ round, onDone }: { readonly round: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ way: null as (typeof ways)[number] | null, reservation: "" }, (draft) => ({
    way: draft.way ? undefined : "forms.choose",
    reservation: draft.way === "with" ? textIsWrong(draft.reservation) : undefined,
  }));
  const { draft, set, wrong } = form;
  const isReserved = draft.way === "with";
  const ready = () => {
    const payload = { round, ...(isReserved ? { reservation: draft.reservation.trim() } : {}) };
    propose({ room: "plenary", kind: "record.accepted", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("talks.f.with_reservation")}
        value={draft.way}
        choices={ways.map((value) => ({ value, label: t(`talks.f.${value}`) }))}
        onChange={(way) => set({ way })}
        wrong={wrong("way")}
      />
      {isReserved && (
        <Field
          label={t("talks.f.reserved_what")}
          lines
          value={draft.reservation}
          onChange={(reservation) => set({ reservation })}
          wrong={wrong("reservation")}
          isRequired
        />
      )}
    </Form>
  );
}
