import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  MomentField,
  maybe,
  momentIsWrong,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import { instantOf, useHoursFromNow } from "./now.ts";
import type { TruceAt } from "./truce-at.ts";

/** One zone, or a part of it, taken out by one side with warning; the rest of the truce goes on. */
export function SuspendForm({
  at,
  zones,
  onDone,
}: {
  readonly at: TruceAt;
  readonly zones: readonly { readonly name: string }[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      zone: zones.length === 1 ? (zones[0]?.name ?? null) : null,
      part: "",
      reason: "",
      from: useHoursFromNow(1),
    },
    (draft) => ({
      zone: draft.zone ? undefined : "forms.choose",
      reason: textIsWrong(draft.reason),
      from: draft.from.hour === "" ? "forms.hour_needed" : momentIsWrong(draft.from),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      truce: at.truce,
      zone: draft.zone,
      ...maybe("part", draft.part),
      reason: draft.reason.trim(),
      from: instantOf(draft.from),
    };
    propose({ room: at.room, kind: "truce.suspended_locally", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("truces.f.zone_choice")}
        value={draft.zone}
        choices={zones.map(({ name }) => ({ value: name, label: name }))}
        onChange={(zone) => set({ zone })}
        wrong={wrong("zone")}
      />
      <Field
        label={t("forms.optional", { label: t("field.part") })}
        value={draft.part}
        onChange={(part) => set({ part })}
      />
      <Field
        label={t("field.reason")}
        lines
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
        isRequired
      />
      <MomentField
        label={t("field.truce.suspended_locally.from")}
        value={draft.from}
        onChange={(from) => set({ from })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
