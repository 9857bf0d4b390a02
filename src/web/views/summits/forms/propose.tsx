import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  maybe,
  noPerson,
  PeopleFields,
  type PersonDraft,
  peopleAreWrong,
  peopleOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import type { MeetingModel } from "../meeting-query.ts";

/** Proposes a leaders' meeting, or one's own earlier one again with other words. */
export function ProposeForm({
  again,
  onDone,
}: {
  readonly again?: MeetingModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const people: readonly PersonDraft[] = again?.participants ?? [noPerson, noPerson];
  const form = useForm(
    {
      title: again?.title ?? "",
      by: again?.by ?? "",
      people,
      venue: again?.venue ?? "",
      purpose: again?.purpose ?? "",
      source: useOwnWords(),
    },
    (draft) => ({
      title: textIsWrong(draft.title),
      by: textIsWrong(draft.by),
      people: peopleAreWrong(draft.people, 2),
      purpose: textIsWrong(draft.purpose),
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: "plenary",
        kind: "summit.proposed",
        payload: {
          title: draft.title.trim(),
          by: draft.by,
          participants: peopleOf(draft.people),
          ...maybe("venue", draft.venue),
          purpose: draft.purpose.trim(),
          ...(again ? { retables: again.id } : {}),
          ...(again?.round ? { round: again.round.id } : {}),
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("summits.f.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
        isRequired
      />
      <Field
        label={t("summits.f.by")}
        type="date"
        value={draft.by}
        onChange={(by) => set({ by })}
        wrong={wrong("by")}
        isRequired
      />
      <PeopleFields
        title={t("summits.participants")}
        value={draft.people}
        onChange={(changed) => set({ people: changed })}
        tried={tried}
        least={2}
        most={10}
      />
      <Field
        label={t("forms.optional", { label: t("summits.venue") })}
        value={draft.venue}
        onChange={(venue) => set({ venue })}
      />
      <Field
        label={t("summits.purpose")}
        lines
        value={draft.purpose}
        onChange={(purpose) => set({ purpose })}
        wrong={wrong("purpose")}
        isRequired
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
