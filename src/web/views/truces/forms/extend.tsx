import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
  maybe,
  momentIsWrong,
  useForm,
  useNoMoment,
} from "../../../design/index.ts";
import { momentIn } from "../draft.ts";
import { useSideZones } from "../side-zones.ts";
import type { TruceAt } from "./truce-at.ts";

/** A later end; it stands when the other party has said yes to it as well. */
export function ExtendForm({ at, onDone }: { readonly at: TruceAt; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const zones = useSideZones();
  const form = useForm({ end: useNoMoment(), reason: "" }, (draft) => ({
    end: draft.end.hour === "" ? "forms.hour_needed" : momentIsWrong(draft.end),
  }));
  const { draft, set, tried } = form;
  const ready = () => {
    const payload = { truce: at.truce, end: momentIn(draft.end, zones), ...maybe("reason", draft.reason) };
    propose({ room: at.room, kind: "truce.extension_proposed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <MomentField
        label={t("field.truce.extension_proposed.end")}
        value={draft.end}
        onChange={(end) => set({ end })}
        tried={tried}
        needsHour
      />
      <Field
        label={t("forms.optional", { label: t("field.reason") })}
        lines
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </Form>
  );
}
