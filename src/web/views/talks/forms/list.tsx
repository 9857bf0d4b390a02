import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  maybe,
  noPerson,
  PeopleFields,
  type PersonDraft,
  PersonFields,
  peopleAreWrong,
  peopleOf,
  personIsWrong,
  personOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";

const none: readonly PersonDraft[] = [];

/** A delegation lists itself. */
export function ListForm({ round, onDone }: { readonly round: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ head: noPerson, members: none, mandate: "", source: useOwnWords() }, (draft) => ({
    head: personIsWrong(draft.head),
    members: peopleAreWrong(draft.members, 0),
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, tried } = form;
  const ready = () =>
    propose(
      {
        room: "plenary",
        kind: "composition.listed",
        payload: {
          round,
          head: personOf(draft.head),
          members: peopleOf(draft.members),
          ...maybe("mandate", draft.mandate),
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <PersonFields
        title={t("talks.f.head")}
        value={draft.head}
        onChange={(head) => set({ head })}
        tried={tried}
      />
      <PeopleFields
        title={t("talks.members")}
        value={draft.members}
        onChange={(members) => set({ members })}
        tried={tried}
      />
      <Field
        label={t("forms.optional", { label: t("talks.mandate") })}
        value={draft.mandate}
        onChange={(mandate) => set({ mandate })}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
