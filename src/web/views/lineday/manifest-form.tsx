import type { ScreenKey } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Field, Form, Group, OneOf, Tick, textIsWrong, useForm } from "../../design/index.ts";
import { linesOf } from "./lines-of.ts";

const rules = ["counts", "does_not_count"] as const;
type Rule = (typeof rules)[number];
const idForm = /^[a-z2-7]{26}$/;

const empty = {
  tranche: "",
  list: "",
  lines: "",
  day: "",
  place: "",
  largestBlock: "20",
  spares: "10",
  operatorCounts: true,
  diedBefore: null as Rule | null,
  diedAfter: null as Rule | null,
};

/** The giving side's manifest: the lines of a list, each with a wristband of its own, before anybody is moved. */
export function ManifestForm({ onDone }: { readonly onDone: () => void }) {
  const { t, connection } = useDesk();
  const propose = useSigning();
  const form = useForm(empty, (draft) => ({
    tranche: isId(draft.tranche),
    list: isId(draft.list),
    lines: linesOf(draft.lines) ? undefined : ("lineday.f.lines_wrong" as const),
    day: textIsWrong(draft.day),
    place: textIsWrong(draft.place),
    largestBlock: isBetween(draft.largestBlock, 1, 100),
    spares: isBetween(draft.spares, 0, 40),
    diedBefore: draft.diedBefore ? undefined : ("forms.choose" as const),
    diedAfter: draft.diedAfter ? undefined : ("forms.choose" as const),
  }));
  const { draft, set, wrong } = form;
  const ready = async () => {
    const lines = linesOf(draft.lines) ?? [];
    const spares = Number(draft.spares);
    const codes = await connection.call("lineCodes", lines.length + spares);
    const list = draft.list.trim();
    const payload = {
      tranche: draft.tranche.trim(),
      day: draft.day,
      place: draft.place.trim(),
      largestBlock: Number(draft.largestBlock),
      operatorCounts: draft.operatorCounts,
      countRule: { diedBefore: draft.diedBefore, diedAfter: draft.diedAfter },
      persons: lines.map((line, i) => ({ code: codes[i], record: { list, line } })),
      spares: codes.slice(lines.length),
    };
    propose({ room: "exchange", kind: "line.manifest_made", payload }, onDone);
  };
  const field = (name: "tranche" | "list" | "lines" | "place", help?: string) => (
    <Field
      label={t(`lineday.f.${name}`)}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      wrong={wrong(name)}
      isRequired
      {...(help === undefined ? {} : { help })}
    />
  );
  const number = (name: "largestBlock" | "spares") => (
    <Field
      label={t(`lineday.f.${name}`)}
      type="number"
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      wrong={wrong(name)}
      isRequired
    />
  );
  const rule = (name: "diedBefore" | "diedAfter") => (
    <OneOf
      label={t(`lineday.f.${name}`)}
      value={draft[name]}
      choices={rules.map((value) => ({ value, label: t(`word.${value}`) }))}
      onChange={(value) => set({ [name]: value })}
      wrong={wrong(name)}
    />
  );
  return (
    <Form form={form} onReady={() => void ready()} onCancel={onDone}>
      {field("tranche")}
      <Group title={t("lineday.f.persons")}>
        {field("list")}
        {field("lines", t("lineday.f.lines_help"))}
      </Group>
      <Field
        label={t("forms.day")}
        type="date"
        value={draft.day}
        onChange={(day) => set({ day })}
        wrong={wrong("day")}
        isRequired
      />
      {field("place")}
      {number("largestBlock")}
      {number("spares")}
      <Tick isSelected={draft.operatorCounts} onChange={(operatorCounts) => set({ operatorCounts })}>
        {t("lineday.f.operatorCounts")}
      </Tick>
      <Group title={t("lineday.f.rule")}>
        {rule("diedBefore")}
        {rule("diedAfter")}
      </Group>
    </Form>
  );
}

function isId(text: string): ScreenKey | undefined {
  return idForm.test(text.trim()) ? undefined : "lineday.f.id_wrong";
}

function isBetween(text: string, least: number, most: number): ScreenKey | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most && text !== ""
    ? undefined
    : "lineday.f.number_wrong";
}
