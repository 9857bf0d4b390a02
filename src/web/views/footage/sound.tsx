import { useState } from "react";
import type { CoverPlan } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css } from "../../design/index.ts";

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
            : t("footage.editor.mute_to", { seconds: (mutedFrom / 1_000).toFixed(1) })}
        </Button>
      </p>
      <ul className={css.small} aria-label={t("field.muted")}>
        {cover.muted.map((span, n) => (
          <li key={`${span.from}-${span.to}`} className={css.row}>
            {spanText(span)} · {span.person ?? t("footage.nobody")}
            <Button look="plain" onPress={() => unmute(n)}>
              {t("footage.editor.remove")}
            </Button>
          </li>
        ))}
      </ul>
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
    </>
  );
}

/** From when to when, in seconds of the footage. */
export function spanText({ from, to }: CoverPlan["muted"][number]): string {
  return `${(from / 1_000).toFixed(1)}–${(to / 1_000).toFixed(1)} s`;
}
