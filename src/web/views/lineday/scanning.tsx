import { useState } from "react";
import type { Counter } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css, OneOf, Section, Sheet } from "../../design/index.ts";
import { CodeField, useWristband } from "./code-field.tsx";
import type { DayModel } from "./day-query.ts";
import { type Hand, type Held, type Mode, modes } from "./hand.ts";
import { HandList } from "./hand-list.tsx";
import line from "./lineday.module.css";
import { modeOf, type NextShown } from "./next-shown.ts";

const mostSteps = 200;

/** Scanning step by step: what is in hand is on this tablet alone until it is signed. */
export function Scanning({
  day,
  own,
  hand,
  next,
}: {
  readonly day: DayModel;
  readonly own: Counter;
  readonly hand: Hand;
  readonly next: NextShown;
}) {
  const { t } = useDesk();
  const read = useWristband(day.id);
  const propose = useSigning();
  const choices: readonly Mode[] = modes[own];
  const fitting = modeOf(next.do, own);
  const [mode, setMode] = useState<Mode>(() => hand.held.at(-1)?.mode ?? fitting ?? choices[0] ?? "arrived");
  const [followed, setFollowed] = useState(fitting);
  // a scan follows what is next, until somebody chooses otherwise
  if (fitting !== undefined && fitting !== followed) {
    setFollowed(fitting);
    setMode(fitting);
  }
  const steps = hand.held.filter((one) => one.mode !== "block").slice(0, mostSteps);
  const here = hand.held.filter((one) => one.mode === mode);
  const passing = day.passing.filter((code) => !here.some((one) => one.code === code));
  const isPassing = mode === "counted_out" || mode === "counted_in";
  const isDone = (code: string) =>
    day.persons.some((one) => one.code === code && one.steps.some((step) => step === mode));
  const take = (code: string) => hand.add([code], mode);
  const sign = () => {
    const payload = {
      manifest: day.id,
      steps: steps.map(({ code, mode: step, at }) => ({ code, step, at })),
    };
    propose({ room: "exchange", kind: "line.steps_noted", payload }, () => hand.clear(steps));
  };
  const last: Held | undefined = here.at(-1);
  return (
    <Section title={t("lineday.scan.title")}>
      <Sheet>
        <div className={css.form}>
          <OneOf
            label={t("lineday.scan.as")}
            value={mode}
            choices={choices.map((value) => ({
              value,
              label: value === "block" ? t("lineday.scan.into_block") : t(`word.${value}`),
            }))}
            onChange={setMode}
          />
          <CodeField read={read} label={t("lineday.scan.field")} onCode={take} takesKeys />
          {last && (
            <p className={line.last} role="status">
              <strong className={line.code}>{shown(day, last.code)}</strong>{" "}
              {isDone(last.code) ? t("lineday.scan.again") : t("lineday.scan.taken", { n: here.length })}
            </p>
          )}
          <HandList day={day} held={here} onRemove={hand.remove} />
          <div className={css.row}>
            {isPassing && passing.length > 0 && (
              <Button onPress={() => hand.add(passing, mode)}>
                {t("lineday.scan.all", { n: passing.length })}
              </Button>
            )}
            {hand.held.length > 0 && <Button onPress={hand.undo}>{t("lineday.scan.undo")}</Button>}
            {steps.length > 0 && (
              <Button look={next.do === "open" ? "quiet" : "main"} onPress={sign}>
                {t("lineday.scan.sign", { n: steps.length })}
              </Button>
            )}
          </div>
          <p className={css.small}>{t("lineday.scan.help")}</p>
        </div>
      </Sheet>
    </Section>
  );
}

export function shown(day: DayModel, code: string): string {
  return day.persons.find((one) => one.code === code)?.shown ?? code;
}
