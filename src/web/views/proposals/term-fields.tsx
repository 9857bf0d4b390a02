import type { ReactNode } from "react";
import { useDesk, useProcess } from "../../app/desk-context.tsx";
import { Choose, css, Field, Group, MomentField, OneOf, PeopleFields, Tick } from "../../design/index.ts";
import type { AmountDraft, FieldDraft, FieldDrafts } from "./field-drafts.ts";
import type { TermDraft } from "./term-draft.ts";
import { extents, type FieldKind, purposes, type TermField, units } from "./term-types.ts";

type InputProps = {
  readonly field: TermField;
  readonly value: FieldDraft;
  readonly onChange: (value: FieldDraft) => void;
  /** What is not right with it, in words. */
  readonly wrong: string | undefined;
  /** The keys of the other terms of the text. */
  readonly otherKeys: readonly string[];
};

/** One field of a term, by its kind. */
export function TermInput({ field, value, onChange, wrong, otherKeys }: InputProps) {
  const { t } = useDesk();
  const { parties, names } = useProcess();
  const { name, kind, isOptional } = field;
  const said = t(`proposals.field.${name}`);
  const label = isOptional ? t("forms.optional", { label: said }) : said;
  const isRequired = !isOptional;
  const typed = <K extends FieldKind>(_: K) => value as FieldDrafts[K]; // a draft's fields are made by the codec of their own kind
  const choose = (choices: readonly { readonly value: string; readonly label: string }[]) => (
    <Choose
      label={label}
      value={value === "" ? null : typed("line")}
      choices={choices}
      onChange={onChange}
      wrong={wrong}
    />
  );
  const sides = parties.map((party) => ({ value: party.slice(-1), label: names[party] }));
  switch (kind) {
    case "line":
    case "whole":
      return (
        <Field label={label} value={typed(kind)} onChange={onChange} wrong={wrong} isRequired={isRequired} />
      );
    case "prose":
      return (
        <Field
          label={label}
          value={typed(kind)}
          onChange={onChange}
          wrong={wrong}
          isRequired={isRequired}
          lines
        />
      );
    case "lines":
      return (
        <Field
          label={label}
          help={t("forms.one_a_line")}
          value={typed(kind)}
          onChange={onChange}
          wrong={wrong}
          isRequired={isRequired}
          lines
        />
      );
    case "day":
      return (
        <Field
          label={label}
          type="date"
          value={typed(kind)}
          onChange={onChange}
          wrong={wrong}
          isRequired={isRequired}
        />
      );
    case "moment":
      return (
        <Told wrong={wrong}>
          <MomentField
            label={label}
            value={typed(kind)}
            onChange={(moment) => onChange({ ...typed(kind), ...moment })}
            tried={wrong !== undefined}
          />
        </Told>
      );
    case "amount":
      return <AmountFields label={label} value={typed(kind)} onChange={onChange} wrong={wrong} />;
    case "unit":
      return choose(units.map((unit) => ({ value: unit, label: t(`proposals.unit.${unit}`) })));
    case "side":
      return choose(sides);
    case "whose":
      return choose([
        ...sides,
        { value: "both", label: t("proposals.of.both") },
        { value: "other", label: t("proposals.of.other") },
      ]);
    case "extent":
      return choose(extents.map((extent) => ({ value: extent, label: t(`proposals.extent.${extent}`) })));
    case "term":
      return choose([...new Set([...otherKeys, ...(value === "" ? [] : [typed(kind)])])].map(plainChoice));
    case "all":
      return (
        <Tick isSelected={typed(kind)} onChange={onChange}>
          {label}
        </Tick>
      );
    case "purposes":
      return <Purposes label={label} value={typed(kind)} onChange={onChange} wrong={wrong} />;
    case "people":
      return (
        <Told wrong={wrong}>
          <PeopleFields
            title={label}
            value={typed(kind)}
            onChange={onChange}
            tried={wrong !== undefined}
            most={20}
          />
        </Told>
      );
    default:
      return kind satisfies never;
  }
}

/** A group of fields with what is not right in it as a whole, where its own fields do not say it. */
function Told({ wrong, children }: { readonly wrong: string | undefined; readonly children: ReactNode }) {
  return (
    <div className={css.section} {...(wrong ? { "data-invalid": "" } : {})}>
      {children}
      {wrong && <p className={css.wrong}>{wrong}</p>}
    </div>
  );
}

function plainChoice(key: string) {
  return { value: key, label: key };
}

const ways = [
  "exact",
  "least",
  "most",
  "range",
  "undisclosed",
] as const satisfies readonly AmountDraft["how"][];

function AmountFields({
  label,
  value,
  onChange,
  wrong,
}: Omit<InputProps, "field" | "value" | "otherKeys"> & {
  readonly label: string;
  readonly value: AmountDraft;
}) {
  const { t } = useDesk();
  const { how, least, most } = value;
  return (
    <Group title={label}>
      <OneOf
        label={t("proposals.amount.how")}
        value={how}
        choices={ways.map((way) => ({ value: way, label: t(`proposals.amount.${way}`) }))}
        onChange={(way) => onChange({ ...value, how: way })}
      />
      <div className={css.twoUp}>
        {(how === "exact" || how === "least" || how === "range") && (
          <Field
            label={t(how === "exact" ? "proposals.amount.number" : "proposals.amount.from")}
            value={least}
            onChange={(text) => onChange({ ...value, least: text })}
            wrong={wrong}
            isRequired
          />
        )}
        {(how === "most" || how === "range") && (
          <Field
            label={t("proposals.amount.to")}
            value={most}
            onChange={(text) => onChange({ ...value, most: text })}
            wrong={wrong}
            isRequired
          />
        )}
      </div>
    </Group>
  );
}

function Purposes({
  label,
  value,
  onChange,
  wrong,
}: Omit<InputProps, "field" | "value" | "otherKeys"> & {
  readonly label: string;
  readonly value: readonly string[];
}) {
  const { t } = useDesk();
  return (
    <Group title={label}>
      <div className={css.radios} {...(wrong ? { "data-invalid": "" } : {})}>
        {purposes.map((purpose) => (
          <Tick
            key={purpose}
            isSelected={value.includes(purpose)}
            onChange={(isIn) =>
              onChange(
                purposes.filter((one) => (one === purpose ? isIn : value.includes(one))) as readonly string[],
              )
            }
          >
            {t(`purpose.${purpose}`)}
          </Tick>
        ))}
      </div>
      {wrong && <p className={css.wrong}>{wrong}</p>}
    </Group>
  );
}

/** The keys that a term of a sequence can name. */
export function otherKeysOf(drafts: readonly TermDraft[], own: TermDraft): readonly string[] {
  return drafts.filter((one) => one.id !== own.id && one.type !== "sequence").map((one) => one.key);
}
