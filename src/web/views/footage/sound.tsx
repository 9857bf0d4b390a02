import { useState } from "react";
import type { Say } from "#i18n/screens";
import type { CoverPlan } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css } from "../../design/index.ts";
import own from "./footage.module.css";

/** Which spans of the sound are muted, whose words they are, and what becomes of the rest. */
export function Sound({
  cover,
  person,
  nowMs,
  isDisabled,
  onChange,
}: {
  readonly cover: CoverPlan;
  /** Who is heard in the span that is marked; undefined where nobody is named. */
  readonly person: number | undefined;
  readonly nowMs: () => number;
  readonly isDisabled: boolean;
  readonly onChange: (cover: CoverPlan) => void;
}) {
  const { t } = useDesk();
  const [mutedFrom, setMutedFrom] = useState<number>();
  const mute = () => {
    const to = nowMs();
    if (mutedFrom === undefined || to <= mutedFrom) return setMutedFrom(to);
    const span = { from: mutedFrom, to, ...(person === undefined ? {} : { person }) };
    const muted = [...cover.muted, span].toSorted((a, b) => a.from - b.from);
    onChange({ ...cover, sound: "muted_in_spans", muted });
    setMutedFrom(undefined);
  };
  const unmute = (n: number) => {
    const muted = cover.muted.filter((_, i) => i !== n);
    onChange({ ...cover, sound: muted.length > 0 ? "muted_in_spans" : "muted_whole", muted });
  };
  return (
    <>
      <p className={css.row}>
        <Button onPress={mute} isDisabled={isDisabled}>
          {mutedFrom === undefined
            ? t("footage.editor.mute_from")
            : t("footage.editor.mute_to", { seconds: secondsText(t, mutedFrom) })}
        </Button>
      </p>
      {cover.muted.length > 0 && (
        <ul className={css.small} aria-label={t("field.muted")}>
          {cover.muted.map((span, n) => (
            <li key={`${span.from}-${span.to}`} className={css.row}>
              {spanText(t, span)} · {span.person ?? t("footage.nobody")}
              <Button look="plain" onPress={() => unmute(n)}>
                {t("footage.editor.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={own.sound}>
        <Choose
          label={t("field.sound")}
          value={cover.sound}
          choices={(
            [
              ...(cover.muted.length > 0 ? (["muted_in_spans"] as const) : []),
              "muted_whole",
              "sound_kept",
            ] as const
          ).map((value) => ({
            value,
            label: t(`word.${value}`),
          }))}
          onChange={(sound) =>
            onChange({ ...cover, sound, muted: sound === "muted_in_spans" ? cover.muted : [] })
          }
        />
      </div>
    </>
  );
}

/** From when to when, in seconds of the footage. */
export function spanText(t: Say, { from, to }: CoverPlan["muted"][number]): string {
  return t("footage.editor.span", { from: secondsText(t, from), to: secondsText(t, to) });
}

/** Seconds to a tenth, as the reader's language writes them. */
export function secondsText({ language }: Say, ms: number): string {
  return (ms / 1_000).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
