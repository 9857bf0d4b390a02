import type { PayloadOf } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Form, Notice, useForm } from "../../../design/index.ts";

/** A cell and bands go to the humanitarian room, and nothing else of the site. */
export function PassOnForm({
  notice,
  onDone,
}: {
  readonly notice: PayloadOf<"mission.area_noticed">;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({}, () => ({}));
  const draft = { room: "humanitarian", kind: "mission.area_noticed", payload: notice } as const;
  return (
    <Form form={form} onReady={() => propose(draft, onDone)} onCancel={onDone}>
      <Notice>{t("sites.pass_on_words")}</Notice>
    </Form>
  );
}
