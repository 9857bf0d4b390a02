import type { ScreenKey } from "#i18n/screens";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Choose,
  css,
  Empty,
  Field,
  Form,
  Group,
  OneOf,
  Tick,
  textIsWrong,
  useForm,
} from "../../design/index.ts";
import { linesIn, linesText } from "../../design/lines-text.ts";
import type { ManifestChoice } from "./manifest-choices.ts";

const rules = ["counts", "does_not_count"] as const;
type Rule = (typeof rules)[number];
const mostPersons = 400;

const empty = {
  tranche: null as ManifestChoice["value"] | null, // none is chosen yet
  /** By the key of a group, the lines that are brought of it, as they are typed. */
  lines: {} as Readonly<Record<string, string>>,
  day: "",
  place: "",
  largestBlock: "20",
  spares: "10",
  operatorCounts: true,
  diedBefore: null as Rule | null, // as above
  diedAfter: null as Rule | null, // as above
};

/** The giving side's manifest: persons of a locked tranche, each with a wristband of its own, before anybody is moved. */
export function ManifestForm({
  choices,
  onDone,
}: {
  readonly choices: readonly ManifestChoice[];
  readonly onDone: () => void;
}) {
  const { t, connection } = useDesk();
  const propose = useSigning();
  const groupsOf = (id: string | null) => choices.find((one) => one.value === id)?.groups ?? [];
  const broughtOf = ({ tranche, lines }: typeof empty) =>
    groupsOf(tranche).flatMap(({ key, list }) =>
      (linesIn(lines[key] ?? "") ?? []).map((line) => ({ list, line })),
    );
  const form = useForm(empty, (draft) => ({
    tranche: draft.tranche ? undefined : ("forms.choose" as const),
    lines: groupsOf(draft.tranche).some((one) => isOutside(one, draft.lines[one.key]))
      ? ("lineday.f.lines_wrong" as const)
      : isBetween(String(broughtOf(draft).length), 1, mostPersons) && ("lineday.f.too_many" as const),
    day: textIsWrong(draft.day),
    place: textIsWrong(draft.place),
    largestBlock: isBetween(draft.largestBlock, 1, 100),
    spares: isBetween(draft.spares, 0, 40),
    diedBefore: draft.diedBefore ? undefined : ("forms.choose" as const),
    diedAfter: draft.diedAfter ? undefined : ("forms.choose" as const),
  }));
  const { draft, set, wrong } = form;
  if (choices.length === 0) return <Empty>{t("lineday.f.no_tranche")}</Empty>;
  const groups = groupsOf(draft.tranche);
  const brought = broughtOf(draft);
  const choose = (tranche: ManifestChoice["value"]) => {
    const { on = "", place = "" } = choices.find((one) => one.value === tranche) ?? {};
    const lines = Object.fromEntries(
      groupsOf(tranche).map((one) => [
        one.key,
        linesText(one.lines.filter((line) => !one.taken.includes(line))),
      ]),
    );
    const many = broughtOf({ ...draft, tranche, lines }).length;
    set({ tranche, lines, day: on, place, spares: String(sparesFor(many)) });
  };
  const ready = async () => {
    const spares = Number(draft.spares);
    const codes = await connection.call("lineCodes", brought.length + spares);
    const payload = {
      tranche: draft.tranche,
      day: draft.day,
      place: draft.place.trim(),
      largestBlock: Number(draft.largestBlock),
      operatorCounts: draft.operatorCounts,
      countRule: { diedBefore: draft.diedBefore, diedAfter: draft.diedAfter },
      persons: brought.map((record, i) => ({ code: codes[i], record })),
      spares: codes.slice(brought.length),
    };
    propose({ room: "exchange", kind: "line.manifest_made", payload }, onDone);
  };
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
      <Choose
        label={t("lineday.f.tranche")}
        value={draft.tranche}
        choices={choices}
        onChange={choose}
        wrong={wrong("tranche")}
      />
      {groups.length > 0 && (
        <Group title={t("lineday.f.persons")}>
          {groups.map(({ key, label, lines, taken }) => (
            <Field
              key={key}
              label={label}
              value={draft.lines[key] ?? ""}
              onChange={(text) => set({ lines: { ...draft.lines, [key]: text } })}
              help={[
                t("lineday.f.lines_help", { lines: linesText(lines) }),
                ...(taken.length > 0 ? [t("lineday.f.on_manifest", { lines: linesText(taken) })] : []),
              ].join(" ")}
              wrong={isOutside({ lines }, draft.lines[key]) ? wrong("lines") : undefined}
            />
          ))}
          <p className={css.label}>{t("line.persons", { n: brought.length })}</p>
          {wrong("lines") && <p className={css.wrong}>{wrong("lines")}</p>}
        </Group>
      )}
      <Field
        label={t("forms.day")}
        type="date"
        value={draft.day}
        onChange={(day) => set({ day })}
        wrong={wrong("day")}
        isRequired
      />
      <Field
        label={t("lineday.f.place")}
        value={draft.place}
        onChange={(place) => set({ place })}
        wrong={wrong("place")}
        isRequired
      />
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

/** Whether lines are typed that the tranche does not name; none at all may stand. */
function isOutside({ lines }: { readonly lines: readonly number[] }, text = ""): boolean {
  if (text.trim() === "") return false;
  return !(linesIn(text)?.every((line) => lines.includes(line)) ?? false);
}

/** One spare wristband for twenty persons, five at least. */
function sparesFor(persons: number): number {
  return Math.min(40, Math.max(5, Math.ceil(persons / 20)));
}

function isBetween(text: string, least: number, most: number): ScreenKey | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most && text !== ""
    ? undefined
    : "lineday.f.number_wrong";
}
