import { useDesk } from "../../../app/desk-context.tsx";
import { Button, Choose, css, Field, Group } from "../../../design/index.ts";
import type { SiteChoices } from "../query.ts";
import type { GroupDraft } from "../site-draft.ts";

/** The wounded of a site by precedence and by how they are carried; never one by one. */
export function GroupsField({
  groups,
  choices,
  onChange,
  wrong,
}: {
  readonly groups: readonly GroupDraft[];
  readonly choices: SiteChoices;
  readonly onChange: (groups: readonly GroupDraft[]) => void;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const change = (key: number, part: Partial<GroupDraft>) =>
    onChange(groups.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    onChange([
      ...groups,
      {
        key: Math.max(-1, ...groups.map(({ key }) => key)) + 1,
        precedence: "priority",
        carriage: "litter",
        whose: "not_known",
        count: "",
      },
    ]);
  return (
    <Group title={t("sites.wounded")}>
      {groups.map((one, i) => (
        <Group key={one.key} title={t("sites.form.group", { n: i + 1 })}>
          <div className={css.twoUp}>
            <Field
              label={t("sites.count")}
              value={one.count}
              onChange={(count) => change(one.key, { count })}
              wrong={wrong !== undefined && !/^[1-9]\d{0,2}$/.test(one.count.trim()) ? wrong : undefined}
            />
            <Choose
              label={t("sites.precedence")}
              value={one.precedence}
              choices={choices.precedences}
              onChange={(precedence) => change(one.key, { precedence })}
            />
            <Choose
              label={t("sites.carriage")}
              value={one.carriage}
              choices={choices.carriages}
              onChange={(carriage) => change(one.key, { carriage })}
            />
            <Choose
              label={t("sites.belongs")}
              value={one.whose}
              choices={choices.belongings}
              onChange={(whose) => change(one.key, { whose })}
            />
          </div>
          <Button look="plain" onPress={() => onChange(groups.filter(({ key }) => key !== one.key))}>
            {t("sites.form.remove_group", { n: i + 1 })}
          </Button>
        </Group>
      ))}
      <Button onPress={add}>{t("sites.form.add_group")}</Button>
    </Group>
  );
}
