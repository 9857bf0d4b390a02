import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Choose,
  css,
  Form,
  OneOf,
  type SourceDraft,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../design/index.ts";
import { amountOf, type NumberDraft, noNumber, numberIsWrong } from "./number-draft.ts";
import { NumberFields } from "./number-fields.tsx";
import { onlyRoom, RoomField } from "./room-field.tsx";
import type { HandoverChoice, SayingModel } from "./saying-query.ts";

type Draft = {
  readonly handover: string | null;
  readonly agreement: string | null;
  readonly stance: "counts" | "counts_in_part" | "does_not_count" | null;
  readonly part: NumberDraft;
  readonly room: Room | null;
  readonly source: SourceDraft;
};

const stances = ["counts", "counts_in_part", "does_not_count"] as const;

/** Which agreement a handover counts towards, in the word of this office; itself a claim. */
export function LinkForm({
  model,
  of,
  onDone,
}: {
  readonly model: SayingModel;
  readonly of?: HandoverChoice | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const source = useOwnWords();
  const linkable = model.handovers.filter(({ matter }) => model.link[matter].length > 0);
  const roomsOf = (id: string | null) => {
    const chosen = linkable.find((one) => one.id === id);
    return chosen ? model.link[chosen.matter] : [];
  };
  const form = useForm<Draft>(
    {
      handover: of?.id ?? null,
      agreement: null,
      stance: null,
      part: noNumber("persons", "single"),
      room: onlyRoom(roomsOf(of?.id ?? null)),
      source,
    },
    ({ handover, agreement, stance, part, room, source: cited }) => ({
      handover: handover === null ? "forms.choose" : undefined,
      agreement: agreement === null ? "forms.choose" : undefined,
      stance: stance === null ? "forms.choose" : undefined,
      part: stance === "counts_in_part" ? numberIsWrong(part) : undefined,
      room: room === null ? "forms.choose" : undefined,
      source: sourceIsWrong(cited),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const { handover, agreement, stance, part, room } = draft;
    const isOfBodies = linkable.find((one) => one.id === handover)?.matter === "remains";
    const payload = {
      handover,
      agreement,
      stance,
      ...(stance === "counts_in_part" ? { amount: amountOf(part) } : {}),
      source: sourceOf(draft.source),
    };
    propose(
      { room: room ?? "plenary", kind: isOfBodies ? "remains.linked" : "exchange.linked", payload },
      onDone,
    );
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      {of ? (
        <p>{of.label}</p>
      ) : (
        <Choose
          label={t("claims.form.handover")}
          value={draft.handover}
          choices={linkable.map(({ id, label }) => ({ value: id, label }))}
          onChange={(handover) => set({ handover, room: onlyRoom(roomsOf(handover)) })}
          wrong={wrong("handover")}
        />
      )}
      <Choose
        label={t("claims.form.agreement")}
        value={draft.agreement}
        choices={model.agreements}
        onChange={(agreement) => set({ agreement })}
        wrong={wrong("agreement")}
      />
      <OneOf
        label={t("claims.form.stance")}
        value={draft.stance}
        choices={stances.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(stance) => set({ stance })}
        wrong={wrong("stance")}
      />
      {draft.stance === "counts_in_part" && (
        <NumberFields
          title={t("claims.form.how_many_count")}
          value={draft.part}
          onChange={(part) => set({ part })}
          units={["persons"]}
          isKindFixed
          tried={tried}
        />
      )}
      <p className={css.small}>{t("claims.form.link_how")}</p>
      <RoomField
        rooms={roomsOf(draft.handover)}
        value={draft.room}
        onChange={(room) => set({ room })}
        tried={tried}
      />
      <SourceFields value={draft.source} onChange={(one) => set({ source: one })} tried={tried} />
    </Form>
  );
}
