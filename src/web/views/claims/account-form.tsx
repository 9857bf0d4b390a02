import type { Claim, Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Button,
  Choose,
  css,
  Field,
  Form,
  Group,
  linesOf,
  type MomentDraft,
  MomentField,
  maybe,
  momentIsWrong,
  momentOf,
  OneOf,
  type SourceDraft,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../design/index.ts";
import { claimOf, type NumberDraft, noNumber, numberIsWrong } from "./number-draft.ts";
import { NumberFields } from "./number-fields.tsx";
import { onlyRoom, RoomField } from "./room-field.tsx";
import type { HandoverChoice, SayingModel } from "./saying-query.ts";

type Draft = {
  readonly matter: HandoverChoice["matter"] | null;
  readonly part: "gives" | "receives" | null;
  /** The other side's account of the same handover, or "new". */
  readonly same: string | null;
  readonly room: Room | null;
  readonly from: MomentDraft;
  readonly to: MomentDraft;
  readonly count: NumberDraft;
  readonly parts: readonly NumberDraft[];
  readonly place: string;
  /** Who helped, one name on each line. */
  readonly facilitators: string;
  readonly note: string;
  readonly source: SourceDraft;
};

const kinds = {
  persons: { gives: "exchange.handed_over", receives: "exchange.received" },
  remains: { gives: "remains.handed_over", receives: "remains.received" },
} as const;
const personUnits = ["persons", "servicemen", "civilians", "children"] as const;

/** This side's own account of a handover: what it handed over, or what it received. */
export function AccountForm({
  model,
  of,
  onDone,
}: {
  readonly model: SayingModel;
  /** The handover that the other side has told already. */
  readonly of?: HandoverChoice | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const source = useOwnWords();
  const moment = useNoMoment();
  const matters = (["persons", "remains"] as const).filter((one) => model.account[one].length > 0);
  const form = useForm<Draft>(
    {
      matter: of?.matter ?? (matters.length === 1 ? (matters[0] ?? null) : null),
      part: of?.part ?? null,
      same: of?.id ?? null,
      room: of ? onlyRoom(model.account[of.matter]) : null,
      from: moment,
      to: moment,
      count: noNumber(of?.matter === "remains" ? "bodies" : null, "single"),
      parts: [],
      place: "",
      facilitators: "",
      note: "",
      source,
    },
    (one) => ({
      ...check(one),
      // whether it is the same handover is for the author to say
      same: one.same === null && toldBy(model, one).length > 0 ? "forms.choose" : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const { matter, part } = draft;
  const rooms = matter === null ? [] : model.account[matter];
  const told = toldBy(model, draft);
  const units = matter === "remains" ? (["bodies"] as const) : personUnits;
  const ready = () => {
    const said = payloadOf(draft, model);
    propose(
      { room: draft.room ?? "public", kind: said.kind, payload: said.payload, happenedAt: said.on },
      onDone,
    );
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      {of ? (
        <p>{of.label}</p>
      ) : (
        <>
          <OneOf
            label={t("claims.form.matter")}
            value={matter}
            choices={matters.map((value) => ({ value, label: t(`claims.matter.${value}`) }))}
            onChange={(one) =>
              set({
                matter: one,
                same: null,
                room: onlyRoom(model.account[one]),
                count: { ...draft.count, unit: one === "remains" ? "bodies" : null },
                parts: [],
              })
            }
            wrong={wrong("matter")}
          />
          <OneOf
            label={t("claims.form.part")}
            value={part}
            choices={(["gives", "receives"] as const).map((value) => ({
              value,
              label: t(`claims.part.${value}`, { other: model.other }),
            }))}
            onChange={(one) => set({ part: one, same: null })}
            wrong={wrong("part")}
          />
          {matter !== null && part !== null && told.length > 0 && (
            <Choose
              label={t("claims.form.same")}
              value={draft.same}
              choices={[
                { value: "new", label: t("claims.form.same_none") },
                ...told.map(({ id, label }) => ({ value: id, label })),
              ]}
              onChange={(same) => set({ same })}
              wrong={wrong("same")}
            />
          )}
        </>
      )}
      <MomentField
        label={t("claims.form.on")}
        value={draft.from}
        onChange={(from) => set({ from })}
        tried={tried}
      />
      <MomentField
        label={t("claims.form.until")}
        value={draft.to}
        onChange={(to) => set({ to })}
        tried={tried}
        isOptional
      />
      <NumberFields
        title={t("claims.form.count")}
        value={draft.count}
        onChange={(count) => set({ count })}
        units={units}
        tried={tried}
      />
      {matter === "persons" && (
        <Parts parts={draft.parts} onChange={(parts) => set({ parts })} tried={tried} />
      )}
      <Field
        label={t("forms.optional", { label: t("claims.form.place") })}
        value={draft.place}
        onChange={(place) => set({ place })}
      />
      <Field
        label={t("forms.optional", { label: t("claims.form.facilitators") })}
        lines
        value={draft.facilitators}
        onChange={(facilitators) => set({ facilitators })}
      />
      <Field
        label={t("forms.optional", { label: t("claims.form.note") })}
        lines
        value={draft.note}
        onChange={(note) => set({ note })}
      />
      <RoomField rooms={rooms} value={draft.room} onChange={(room) => set({ room })} tried={tried} />
      <SourceFields value={draft.source} onChange={(one) => set({ source: one })} tried={tried} />
    </Form>
  );
}

function Parts({
  parts,
  onChange,
  tried,
}: {
  readonly parts: readonly NumberDraft[];
  readonly onChange: (parts: readonly NumberDraft[]) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  return (
    <Group title={t("forms.optional", { label: t("claims.form.parts") })}>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={i} className={css.section}>
          <NumberFields
            title={t("claims.form.part_n", { n: i + 1 })}
            value={part}
            onChange={(changed) => onChange(parts.map((one, at) => (at === i ? changed : one)))}
            units={personUnits}
            isKindFixed
            tried={tried}
          />
          <div className={css.row}>
            <Button look="plain" onPress={() => onChange(parts.filter((_, at) => at !== i))}>
              {t("claims.form.remove_part", { n: i + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {parts.length < 12 && (
        <div className={css.row}>
          <Button onPress={() => onChange([...parts, noNumber(null, "single")])}>
            {t("claims.form.add_part")}
          </Button>
        </div>
      )}
    </Group>
  );
}

// The handovers of this direction that only the other side has told.
function toldBy({ handovers }: SayingModel, { matter, part }: Draft): readonly HandoverChoice[] {
  return handovers.filter((one) => one.matter === matter && one.part === part && !one.isTold);
}

function check(draft: Draft) {
  return {
    matter: draft.matter === null ? ("forms.choose" as const) : undefined,
    part: draft.part === null ? ("forms.choose" as const) : undefined,
    room: draft.room === null ? ("forms.choose" as const) : undefined,
    from: momentIsWrong(draft.from),
    to: momentIsWrong(draft.to, true),
    count: numberIsWrong(draft.count),
    parts: draft.parts.map(numberIsWrong).find((one) => one !== undefined),
    source: sourceIsWrong(draft.source),
  };
}

function payloadOf(draft: Draft, { side }: SayingModel) {
  const { matter, part, same, from, to, count, parts } = draft;
  if (side === undefined) throw new Error("Only an office of one side tells a handover.");
  const source = sourceOf(draft.source);
  const helped = linesOf(draft.facilitators);
  const other = side === "a" ? "b" : "a";
  const until = momentOf(to);
  const start = momentOf(from);
  const on = until === undefined ? start : { from: start, to: until };
  const kindOfParts = (one: NumberDraft): Claim => claimOf({ ...one, kind: count.kind }, source);
  return {
    kind: kinds[matter ?? "persons"][part ?? "gives"],
    on,
    payload: {
      ...(part === "gives" ? { from: side, to: other } : { from: other, to: side }),
      on,
      count: claimOf(count, source),
      ...(parts.length > 0 ? { parts: parts.map(kindOfParts) } : {}),
      ...maybe("place", draft.place),
      ...(helped.length > 0 ? { facilitators: helped } : {}),
      ...maybe("note", draft.note),
      ...(same !== null && same !== "new" ? { same } : {}),
    },
  };
}
