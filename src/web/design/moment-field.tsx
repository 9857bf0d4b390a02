import { useDesk, useProcess } from "../app/desk-context.tsx";
import { Clock } from "./clock.tsx";
import { Choose, Field } from "./controls.tsx";
import css from "./design.module.css";
import { Group } from "./form.tsx";
import { type MomentDraft, momentIsWrong, momentOf, noMoment } from "./moment-draft.ts";

/** A day, and where it is known an hour by somebody's clock; the hour is shown on both sides' clocks as it is typed. */
export function MomentField({
  label,
  value,
  onChange,
  tried,
  isOptional,
  mayWait,
  needsHour,
}: {
  readonly label: string;
  readonly value: MomentDraft;
  readonly onChange: (value: MomentDraft) => void;
  readonly tried: boolean;
  readonly isOptional?: boolean;
  /** It can be left open for now, though it is needed in the end. */
  readonly mayWait?: boolean;
  /** A clock runs from it: a day alone does not do. */
  readonly needsHour?: boolean;
}) {
  const { t } = useDesk();
  const { zones, names } = useProcess();
  const isLeftOpen = isOptional === true || mayWait === true;
  const wrong = tried ? momentIsWrong(value, isLeftOpen) : undefined;
  const isHourMissing = tried && needsHour === true && value.hour === "";
  const hourWrong = isHourMissing ? "forms.hour_needed" : wrong === "forms.no_such_hour" ? wrong : undefined;
  const moment = momentOf(value);
  const set = (part: Partial<MomentDraft>) => onChange({ ...value, ...part });
  const clocks = [
    ...zones.map(({ office, zone }) => ({ value: zone, label: names[office] })),
    { value: "UTC", label: "UTC" },
  ].filter((one, at, all) => all.findIndex((other) => other.value === one.value) === at);
  return (
    <Group title={isOptional ? t("forms.optional", { label }) : label}>
      <div className={css.twoUp}>
        <Field
          label={t("forms.day")}
          type="date"
          value={value.day}
          onChange={(day) => set({ day })}
          wrong={wrong === "forms.fill" ? t(wrong) : undefined}
          isRequired={!isLeftOpen}
        />
        <Field
          label={t(needsHour ? "forms.hour_only" : "forms.hour")}
          type="time"
          value={value.hour}
          onChange={(hour) => set({ hour })}
          wrong={hourWrong && t(hourWrong)}
        />
        {value.hour !== "" && (
          <Choose
            label={t("forms.clock_of")}
            value={value.zone}
            choices={clocks}
            onChange={(zone) => set({ zone })}
            wrong={wrong === "forms.choose_clock" ? t(wrong) : undefined}
          />
        )}
      </div>
      {moment !== undefined && moment.length > 10 && (
        <p className={css.help}>
          <Clock at={Date.parse(moment)} />
        </p>
      )}
    </Group>
  );
}

/** The moment that a form begins with: none, by the clock of one's own side. */
export function useNoMoment(): MomentDraft {
  const { zones, office } = useProcess();
  const side = office.slice(-2);
  const own = /^-[ab]$/.test(side) ? zones.find((one) => one.office.endsWith(side)) : undefined;
  return { ...noMoment, zone: own?.zone ?? null };
}
