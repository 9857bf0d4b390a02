import type { PayloadOf } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  maybe,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import type { BoardModel } from "../board-query.ts";
import { draftsOf, noPart, type PartDraft, partsAreWrong, partsOf } from "../part-draft.ts";
import { PartsFields } from "../parts-fields.tsx";
import type { TrancheModel } from "../tranche-query.ts";

const none = " none";

/** A tranche as a plan gives it. */
export type PlannedText = {
  readonly number: number;
  readonly on: string | undefined;
  readonly drafts: readonly PartDraft[];
  /** What takes to compute it again; said only of the persons whom the plan gives. */
  readonly plan?: PayloadOf<"tranche.tabled">["plan"];
  /** Keeps what it was computed from, before it is tabled. */
  readonly onTabling?: () => void;
};

/** Tables a tranche: a new one, one that a plan gives, or a text in the place of another. */
export function TableForm({
  board,
  replaces,
  planned,
  onDone,
}: {
  readonly board: Pick<BoardModel, "lists" | "sides" | "agreements" | "categories">;
  readonly replaces?: TrancheModel;
  readonly planned?: PlannedText;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      title: replaces?.title ?? (planned ? t("exchange.number", { number: planned.number }) : ""),
      number: String(replaces?.number ?? planned?.number ?? ""),
      agreement: replaces?.agreement?.id ?? none,
      on: replaces?.on ?? planned?.on ?? "",
      place: replaces?.place ?? "",
      parts: (replaces ? draftsOf(replaces.text) : (planned?.drafts ?? [noPart])) as readonly PartDraft[], // of one of the three
      source: useOwnWords(),
    },
    (draft) => ({
      title: textIsWrong(draft.title),
      parts: partsAreWrong(draft.parts),
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const optional = (label: string) => t("forms.optional", { label });
  const ready = () => {
    const reserves = partsOf(draft.parts, true);
    const number = Number(draft.number);
    const isAsPlanned = JSON.stringify(draft.parts) === JSON.stringify(planned?.drafts);
    const plan = isAsPlanned ? planned?.plan : undefined;
    if (plan) planned?.onTabling?.();
    const payload = {
      title: draft.title.trim(),
      ...(number > 0 ? { number } : {}),
      ...(draft.agreement === none ? {} : { agreement: draft.agreement }),
      ...maybe("on", draft.on),
      ...maybe("place", draft.place),
      parts: partsOf(draft.parts, false),
      ...(reserves.length > 0 ? { reserves } : {}),
      ...(plan ? { plan } : {}),
      ...(replaces ? { replaces: replaces.id } : {}),
      source: sourceOf(draft.source),
    };
    propose({ room: "exchange", kind: "tranche.tabled", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
        isRequired
      />
      <Field
        label={optional(t("field.number"))}
        type="number"
        value={draft.number}
        onChange={(number) => set({ number })}
      />
      <Field
        label={optional(t("exchange.f.day"))}
        type="date"
        value={draft.on}
        onChange={(on) => set({ on })}
      />
      <Field label={optional(t("field.place"))} value={draft.place} onChange={(place) => set({ place })} />
      {board.agreements.length > 0 && (
        <Choose
          label={optional(t("field.agreement"))}
          value={draft.agreement}
          choices={[{ value: none, label: t("exchange.f.no_agreement") }, ...board.agreements]}
          onChange={(agreement) => set({ agreement })}
        />
      )}
      <PartsFields board={board} value={draft.parts} onChange={(parts) => set({ parts })} tried={tried} />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
