import type { Room } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import { claimOf, noNumber, numberIsWrong } from "../../claims/number-draft.ts";
import { NumberFields } from "../../claims/number-fields.tsx";

const units = ["violations", "persons", "bodies", "hours", "days", "sites"] as const;

/** How many of something one's own office counted in the window of a declaration. */
export function CountForm({
  declaration,
  room,
  onDone,
}: {
  readonly declaration: string;
  readonly room: Room;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = { what: "", count: noNumber("violations", "single"), source: useOwnWords() };
  const form = useForm(initial, ({ what, count, source }) => ({
    what: textIsWrong(what),
    count: numberIsWrong(count),
    source: sourceIsWrong(source),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const count = claimOf(draft.count, sourceOf(draft.source));
    const payload = { declaration, what: draft.what.trim(), count };
    propose({ room, kind: "truce.count_claimed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("truces.f.counted")}
        value={draft.what}
        onChange={(what) => set({ what })}
        wrong={wrong("what")}
        isRequired
      />
      <NumberFields
        title={t("claims.form.count")}
        value={draft.count}
        onChange={(count) => set({ count })}
        units={units}
        tried={tried}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
