import { useDesk } from "../../app/desk-context.tsx";
import { Choose, css, Field, Group, MomentField, Sheet, Tick } from "../../design/index.ts";
import {
  type ConductDraft,
  hourIsWrong,
  kinds,
  ladderSteps,
  lineParts,
  listParts,
  numberIsWrong,
  purposes,
  responses,
  type TermsDraft,
  wordParts,
} from "./draft.ts";
import { textParts } from "./parts.ts";
import own from "./truces.module.css";
import { ZonesField } from "./zones-field.tsx";

type Props = {
  readonly value: TermsDraft;
  readonly onChange: (part: Partial<TermsDraft>) => void;
  readonly tried: boolean;
  /** Parts that are asked elsewhere. */
  readonly without?: readonly string[];
};

/** All parts of a text under calm headings; each may stay empty while the text grows. */
export function TermsFields({ without = [], ...props }: Props) {
  const { t } = useDesk();
  const asked = textParts.filter(({ parts }) => parts.some((part) => !without.includes(part)));
  return asked.map(({ key, parts }) => (
    <Sheet key={key}>
      <div className={css.section}>
        <h2>{t(`truces.part.${key}`)}</h2>
        {parts.map((part) => (
          <PartField key={part} part={part} {...props} />
        ))}
      </div>
    </Sheet>
  ));
}

function PartField({
  part,
  value,
  onChange,
  tried,
}: Props & { readonly part: (typeof textParts)[number]["parts"][number] }) {
  const { t } = useDesk();
  const text = [...lineParts, ...wordParts, ...listParts].find((one) => one === part);
  if (text) {
    const isList = listParts.some((one) => one === text);
    return (
      <Field
        label={t(`part.${text}`)}
        lines={!lineParts.some((one) => one === text)}
        {...(isList ? { help: t("truces.f.one_a_line") } : {})}
        value={value.texts[text]}
        onChange={(words) => onChange({ texts: { ...value.texts, [text]: words } })}
      />
    );
  }
  switch (part) {
    case "start":
    case "end": {
      const wrong = tried ? hourIsWrong(value[part]) : undefined;
      return (
        <div>
          <MomentField
            label={t(`truces.${part}s`)}
            value={value[part]}
            onChange={(moment) => onChange({ [part]: moment })}
            tried={tried && wrong !== undefined}
            mayWait
            needsHour
          />
        </div>
      );
    }
    case "kind":
      return (
        <Choose
          label={t("field.terms.kind")}
          value={value.kind}
          choices={(["unsaid", ...kinds] as const).map((kind) => ({
            value: kind,
            label: kind === "unsaid" ? t("truces.f.no_kind") : t(`word.${kind}`),
          }))}
          onChange={(kind) => onChange({ kind })}
        />
      );
    case "purpose":
      return (
        <Ticks
          label={t("part.purpose")}
          choices={purposes.map((one) => ({ value: one, label: t(`purpose.${one}`) }))}
          value={value.purpose}
          onChange={(purpose) => onChange({ purpose })}
        />
      );
    case "zones":
      return <ZonesField value={value.zones} onChange={(zones) => onChange({ zones })} tried={tried} />;
    case "conduct":
      return (
        <ConductFields value={value.conduct} onChange={(conduct) => onChange({ conduct })} tried={tried} />
      );
    case "returnFireLadder":
      return (
        <Ticks
          label={t("field.returnFireLadder")}
          choices={ladderSteps.map((one) => ({ value: one, label: t(`word.${one}`) }))}
          value={value.ladder}
          onChange={(ladder) => onChange({ ladder })}
        />
      );
    case "breachResponse":
      return (
        <Choose
          label={t("field.breachResponse")}
          value={value.response}
          choices={(["unsaid", ...responses] as const).map((one) => ({
            value: one,
            label: one === "unsaid" ? t("truces.f.unsaid") : t(`word.${one}`),
          }))}
          onChange={(response) => onChange({ response })}
        />
      );
    case "warningHours": {
      const wrong = tried ? numberIsWrong(value.warning) : undefined;
      return (
        <Field
          label={t("forms.optional", { label: t("field.warningHours") })}
          type="number"
          value={value.warning}
          onChange={(warning) => onChange({ warning })}
          wrong={wrong && t(wrong)}
        />
      );
    }
    default:
      return null;
  }
}

function Ticks<V extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly value: readonly V[];
  readonly onChange: (value: readonly V[]) => void;
}) {
  return (
    <Group title={label}>
      {choices.map((one) => (
        <Tick
          key={one.value}
          isSelected={value.includes(one.value)}
          onChange={(isIn) =>
            onChange(isIn ? [...value, one.value] : value.filter((other) => other !== one.value))
          }
        >
          {one.label}
        </Tick>
      ))}
    </Group>
  );
}

const mays = ["unsaid", "prohibited", "permitted", "as_described"] as const;

// One row for each class of act; fire and strikes may begin at a calibre.
function ConductFields({
  value,
  onChange,
  tried,
}: {
  readonly value: readonly ConductDraft[];
  readonly onChange: (value: readonly ConductDraft[]) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  const set = (at: number, part: Partial<ConductDraft>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <Group title={t("field.conduct")}>
      {value.map(({ act, may, calibre, words }, i) => {
        const wrong = tried ? numberIsWrong(calibre) : undefined;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a class may stand twice, with two calibres
          <div key={i} className={own.conductRow}>
            <Choose
              label={t(`word.${act}`)}
              value={may}
              choices={mays.map((one) => ({
                value: one,
                label: one === "unsaid" ? t("truces.f.unsaid") : t(`word.${one}`),
              }))}
              onChange={(chosen) => set(i, { may: chosen })}
            />
            {may !== "unsaid" && act === "fire" && (
              <Field
                label={t("forms.optional", { label: t("truces.f.calibre") })}
                type="number"
                value={calibre}
                onChange={(mm) => set(i, { calibre: mm })}
                wrong={wrong && t(wrong)}
              />
            )}
            {may === "as_described" && (
              <Field label={t("field.words")} value={words} onChange={(said) => set(i, { words: said })} />
            )}
          </div>
        );
      })}
    </Group>
  );
}
