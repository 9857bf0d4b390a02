import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css, Field, Notice, Sheet } from "../../design/index.ts";
import type { TruceCase, TruceChange, TruceEvent } from "./engine/protocol.ts";
import own from "./window.module.css";

const kinds = ["team_delayed", "team_lost", "site_closed", "facility_full", "window"] as const;
type Kind = (typeof kinds)[number];

/** What has happened, and when: what had begun by then stays as it is. */
export function EventForm({
  given,
  isDisabled,
  onEvent,
}: {
  readonly given: TruceCase;
  readonly isDisabled: boolean;
  readonly onEvent: (event: TruceEvent) => void;
}) {
  const { t } = useDesk();
  const [draft, setDraft] = useState({ kind: "team_delayed" as Kind, at: "", of: "", minutes: "" });
  const [isWrong, setWrong] = useState(false);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const { kind, of, minutes } = draft;
  const named = namesFor(kind, given);
  const asksMinutes = kind === "team_delayed" || kind === "window";
  const go = () => {
    const at = /^\d{1,3}:[0-5]\d$/.test(draft.at) ? minuteOf(draft.at) : Number.NaN;
    const change = changeOf(kind, of, kind === "window" ? Number(minutes) * 60 : Number(minutes));
    const isWhole = at >= (given.progress?.now ?? 0) && at < given.window.minutes && change !== undefined;
    setWrong(!isWhole);
    if (isWhole && change) onEvent({ format: "parley-plan-event/1", at, changes: [change] });
  };
  return (
    <Sheet>
      <div className={own.sheet}>
        <div className={own.fields}>
          <Field label={t("window.event.at")} value={draft.at} onChange={(at) => set({ at })} />
          <Choose
            label={t("window.event.what")}
            value={kind}
            choices={kinds.map((value) => ({ value, label: t(`window.event.${value}`) }))}
            onChange={(next) => set({ kind: next, of: "", minutes: "" })}
          />
          {named.length > 0 && (
            <Choose
              label={t("window.event.of")}
              value={of || null}
              choices={named.map((code) => ({ value: code, label: code }))}
              onChange={(code) => set({ of: code })}
            />
          )}
          {asksMinutes && (
            <Field
              label={t(kind === "window" ? "window.event.hours" : "window.event.minutes")}
              type="number"
              value={minutes}
              onChange={(next) => set({ minutes: next })}
            />
          )}
        </div>
        {isWrong && <Notice tone="attention">{t("window.event.wrong")}</Notice>}
        <div className={css.row}>
          <Button onPress={go} isDisabled={isDisabled}>
            {t("window.event.go")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function namesFor(kind: Kind, { teams, sites, facilities }: TruceCase): readonly string[] {
  const all =
    kind === "site_closed" ? sites : kind === "facility_full" ? facilities : kind === "window" ? [] : teams;
  return all.map(({ code }) => code);
}

function changeOf(kind: Kind, of: string, minutes: number): TruceChange | undefined {
  if (kind === "window") return minutes >= 1 ? { kind, minutes: Math.round(minutes) } : undefined;
  if (of === "") return undefined;
  switch (kind) {
    case "team_delayed":
      return minutes >= 1 ? { kind, team: of, minutes: Math.round(minutes) } : undefined;
    case "team_lost":
      return { kind, team: of };
    case "site_closed":
      return { kind, site: of };
    case "facility_full":
      return { kind, facility: of };
    default:
      return kind satisfies never;
  }
}

// Hours and minutes since the window began.
function minuteOf(text: string): number {
  const [hours = "0", minutes = "0"] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}
