import { useDesk } from "../../../app/desk-context.tsx";
import { Button, Choose, css, Field, Group, MomentField } from "../../../design/index.ts";
import type { MissionChoices } from "../query.ts";
import type { TeamDraft } from "./plan-draft.ts";

/** The teams of a mission, each with the time at which it turns back whatever has happened. */
export function TeamsField({
  teams,
  types,
  onChange,
  tried,
  wrong,
}: {
  readonly teams: readonly TeamDraft[];
  readonly types: MissionChoices["teamTypes"];
  readonly onChange: (teams: readonly TeamDraft[]) => void;
  readonly tried: boolean;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const change = (key: number, part: Partial<TeamDraft>) =>
    onChange(teams.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () => {
    const last = teams.at(-1);
    if (last) onChange([...teams, { ...last, key: last.key + 1, name: "" }]);
  };
  return (
    <>
      {teams.map((one, i) => (
        <Group key={one.key} title={t("missions.form.team", { n: i + 1 })}>
          <div className={css.twoUp}>
            <Field
              label={t("missions.form.team_name")}
              value={one.name}
              onChange={(name) => change(one.key, { name })}
              wrong={one.name.trim() === "" ? wrong : undefined}
            />
            <Choose
              label={t("missions.form.team_type")}
              value={one.type}
              choices={types as readonly { readonly value: string; readonly label: string }[]} // any of its words
              onChange={(type) => change(one.key, { type })}
            />
            <Field
              label={t("field.teams.vehicles")}
              value={one.vehicles}
              onChange={(vehicles) => change(one.key, { vehicles })}
            />
            <Field label={t("field.crew")} value={one.crew} onChange={(crew) => change(one.key, { crew })} />
          </div>
          <MomentField
            label={t("missions.abort_at")}
            value={one.abortAt}
            onChange={(abortAt) => change(one.key, { abortAt })}
            tried={tried}
            needsHour
          />
          {teams.length > 1 && (
            <Button look="plain" onPress={() => onChange(teams.filter(({ key }) => key !== one.key))}>
              {t("missions.form.remove_team", { n: i + 1 })}
            </Button>
          )}
        </Group>
      ))}
      <Button onPress={add}>{t("missions.form.add_team")}</Button>
    </>
  );
}
