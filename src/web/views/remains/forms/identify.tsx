import type { Evidence } from "#record";
import { useDesk, useQuery } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  css,
  Field,
  Form,
  Group,
  MomentField,
  maybe,
  OneOf,
  Tick,
  useForm,
} from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import { AskedWords } from "../asked.tsx";
import type { CaseModel } from "../case-query.ts";

/** The identification sheet: what it rests on, and what the rule still asks as it is filled in. */
export function IdentifyForm({ model, onDone }: { readonly model: CaseModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = {
    person: null as string | null, // none is chosen yet, here and below
    level: null as string | null,
    evidence: [] as readonly Evidence[],
    decidedBy: "",
    at: useNow(),
    words: "",
  };
  const form = useForm(initial, (draft) => ({
    person: draft.person === null ? "forms.choose" : undefined,
    level: draft.level === null ? "forms.choose" : undefined,
    evidence: draft.evidence.length === 0 ? "forms.choose" : undefined,
    decidedBy: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.decidedBy) ? undefined : "reception.form.handle_wrong",
    at: hourIsWrong(draft.at),
  }));
  const { draft, set, wrong, tried } = form;
  const asked = useQuery("remains.asked", { evidence: draft.evidence });
  const { choices } = model;
  const samples = draft.person === null ? [] : (model.samples[draft.person] ?? []);
  const has = (one: Evidence) => draft.evidence.some((other) => isSame(one, other));
  const tick = (one: Evidence, label: string) => (
    <Tick
      key={label}
      isSelected={has(one)}
      onChange={(isOn) =>
        set({
          evidence: isOn ? [...draft.evidence, one] : draft.evidence.filter((other) => !isSame(one, other)),
        })
      }
    >
      {label}
    </Tick>
  );
  const payload = {
    case: model.id,
    person: draft.person,
    level: draft.level,
    evidence: draft.evidence,
    decidedBy: draft.decidedBy,
    at: instantFrom(draft.at),
    ...maybe("words", draft.words),
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.identification_stated", payload }, onDone)}
      onCancel={onDone}
    >
      <Choose
        label={t("word.person")}
        value={draft.person}
        choices={model.others.persons}
        onChange={(person) =>
          set({ person, evidence: draft.evidence.filter(({ type }) => type !== "relative") })
        }
        wrong={wrong("person")}
      />
      <Group title={t("remains.f.relatives")}>
        <p className={css.small}>
          {t(samples.length > 0 ? "remains.f.relatives_how" : "remains.f.no_sample")}
        </p>
        {samples.flatMap(({ sample, label, isClose, hasY }) =>
          choices.genes
            .filter(({ value }) => hasY || value !== "y_line")
            .map(({ value, label: genes }) =>
              tick({ type: "relative", sample, genes: value, close: isClose }, `${label}, ${genes}`),
            ),
        )}
      </Group>
      <Group title={t("remains.f.other_evidence")}>
        {choices.alone.map(({ value, label }) => tick({ type: value }, label))}
      </Group>
      {wrong("evidence") && <p className={css.wrong}>{wrong("evidence")}</p>}
      {asked && <AskedWords asked={asked} />}
      <OneOf
        label={t("field.level")}
        value={draft.level}
        choices={choices.levels}
        onChange={(level) => set({ level })}
        wrong={wrong("level")}
      />
      <Field
        label={t("field.decidedBy")}
        help={t("remains.f.decided_how")}
        value={draft.decidedBy}
        onChange={(decidedBy) => set({ decidedBy })}
        wrong={wrong("decidedBy")}
        isRequired
      />
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}

function isSame(one: Evidence, other: Evidence): boolean {
  if (one.type !== "relative" || other.type !== "relative") return one.type === other.type;
  return one.sample === other.sample && one.genes === other.genes;
}
