import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Form, MomentField, OneOf, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { ContainerModel } from "../container-query.ts";

/** A look for ammunition, before anybody carries the container. */
export function CheckForm({
  model,
  onDone,
}: {
  readonly model: ContainerModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ at: useNow(), found: null as string | null }, (draft) => ({
    at: hourIsWrong(draft.at),
    found: draft.found === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong, tried } = form;
  const payload = { container: model.id, at: instantFrom(draft.at), found: draft.found };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.container_checked", payload }, onDone)}
      onCancel={onDone}
    >
      <OneOf
        label={t("field.found")}
        value={draft.found}
        choices={model.choices.findings}
        onChange={(found) => set({ found })}
        wrong={wrong("found")}
      />
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
