import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  maybe,
  OneOf,
  type SourceDraft,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../design/index.ts";
import { claimOf, type NumberDraft, noNumber, numberIsWrong } from "./number-draft.ts";
import { NumberFields } from "./number-fields.tsx";
import { onlyRoom, RoomField } from "./room-field.tsx";
import type { HandoverChoice, SayingModel } from "./saying-query.ts";

type What = "offer" | "accept" | "total";

const none = " none";

type Draft = {
  readonly what: What | null;
  readonly handover: string | null;
  readonly part: "gives" | "receives" | null;
  readonly count: NumberDraft;
  readonly agreement: string;
  /** The civil day from which bodies are offered, or empty. */
  readonly from: string;
  readonly words: string;
  readonly room: Room | null;
  readonly source: SourceDraft;
};

/** A count of the dead that is no handover: offered, accepted as one's own, or all so far. */
export function RemainsForm({
  model,
  of,
  onDone,
}: {
  readonly model: SayingModel;
  /** The handover of which this side says how many it accepts. */
  readonly of?: HandoverChoice | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const source = useOwnWords();
  const whats = (["offer", "accept", "total"] as const).filter((one) => model[one].length > 0);
  const form = useForm<Draft>(
    {
      what: of ? "accept" : null,
      handover: of?.id ?? null,
      part: null,
      count: noNumber("bodies", "single"),
      agreement: none,
      from: "",
      words: "",
      room: of ? onlyRoom(model.accept) : null,
      source,
    },
    ({ what, handover, part, count, room, source: cited }) => ({
      what: what === null ? "forms.choose" : undefined,
      handover: what === "accept" && handover === null ? "forms.choose" : undefined,
      part: what === "total" && part === null ? "forms.choose" : undefined,
      count: numberIsWrong(count),
      room: room === null ? "forms.choose" : undefined,
      source: sourceIsWrong(cited),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const { what } = draft;
  const received = model.handovers.filter((one) => one.matter === "remains" && one.part === "receives");
  const ready = () => propose(draftOf(draft, model), onDone);
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      {of ? (
        <p>{of.label}</p>
      ) : (
        <OneOf
          label={t("claims.form.what")}
          value={what}
          choices={whats.map((value) => ({ value, label: t(`claims.say.${value}`) }))}
          onChange={(one) =>
            set({
              what: one,
              room: onlyRoom(model[one]),
              count: { ...draft.count, kind: one === "total" ? "cumulative" : "single" },
            })
          }
          wrong={wrong("what")}
        />
      )}
      {what === "accept" && !of && (
        <Choose
          label={t("claims.form.handover")}
          value={draft.handover}
          choices={received.map(({ id, label }) => ({ value: id, label }))}
          onChange={(handover) => set({ handover })}
          wrong={wrong("handover")}
        />
      )}
      {what === "total" && (
        <OneOf
          label={t("claims.form.direction")}
          value={draft.part}
          choices={(["gives", "receives"] as const).map((value) => ({
            value,
            label: t(`claims.part.${value}`, { other: model.other }),
          }))}
          onChange={(part) => set({ part })}
          wrong={wrong("part")}
        />
      )}
      <NumberFields
        title={t("claims.form.count")}
        value={draft.count}
        onChange={(count) => set({ count })}
        units={["bodies"]}
        isKindFixed
        tried={tried}
      />
      {what === "offer" && (
        <>
          {model.agreements.length > 0 && (
            <Choose
              label={t("forms.optional", { label: t("claims.form.agreement") })}
              value={draft.agreement}
              choices={[{ value: none, label: t("claims.form.no_agreement") }, ...model.agreements]}
              onChange={(agreement) => set({ agreement })}
            />
          )}
          <Field
            label={t("forms.optional", { label: t("field.remains.offered.from") })}
            type="date"
            value={draft.from}
            onChange={(from) => set({ from })}
          />
        </>
      )}
      {what !== "total" && (
        <Field
          label={t("forms.optional", { label: t("claims.form.words") })}
          lines
          value={draft.words}
          onChange={(words) => set({ words })}
        />
      )}
      {what && (
        <RoomField rooms={model[what]} value={draft.room} onChange={(room) => set({ room })} tried={tried} />
      )}
      <SourceFields value={draft.source} onChange={(one) => set({ source: one })} tried={tried} />
    </Form>
  );
}

function draftOf(draft: Draft, { side }: SayingModel) {
  const { what, handover, part, words, agreement, from } = draft;
  const room = draft.room ?? "public";
  const count = claimOf(draft.count, sourceOf(draft.source));
  const other = side === "a" ? "b" : "a";
  if (what === "offer") {
    const under = agreement === none ? {} : { agreement };
    const payload = { to: other, count, ...under, ...maybe("from", from), ...maybe("words", words) };
    return { room, kind: "remains.offered", payload };
  }
  if (what === "accept")
    return { room, kind: "remains.accepted", payload: { handover, count, ...maybe("words", words) } };
  const direction = part === "gives" ? { from: side, to: other } : { from: other, to: side };
  return { room, kind: "remains.total_claimed", payload: { direction, count } };
}
