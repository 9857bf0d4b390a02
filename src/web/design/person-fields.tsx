import { useDesk } from "../app/desk-context.tsx";
import { Button, Field } from "./controls.tsx";
import css from "./design.module.css";
import { Group } from "./form.tsx";
import { noPerson, type PersonDraft, personIsWrong } from "./person-draft.ts";

/** A person's name and the capacity in which he speaks. */
export function PersonFields({
  title,
  value,
  onChange,
  tried,
}: {
  readonly title: string;
  readonly value: PersonDraft;
  readonly onChange: (value: PersonDraft) => void;
  readonly tried: boolean;
}) {
  return (
    <Group title={title}>
      <NameAndCapacity
        value={value}
        onChange={onChange}
        wrong={tried && personIsWrong(value) !== undefined}
        isRequired
      />
    </Group>
  );
}

/** A list of persons that grows; `least` of them are needed. */
export function PeopleFields({
  title,
  value,
  onChange,
  tried,
  least = 0,
  most = 40,
}: {
  readonly title: string;
  readonly value: readonly PersonDraft[];
  readonly onChange: (value: readonly PersonDraft[]) => void;
  readonly tried: boolean;
  readonly least?: number;
  readonly most?: number;
}) {
  const { t } = useDesk();
  const replace = (at: number, person: PersonDraft) =>
    onChange(value.map((one, i) => (i === at ? person : one)));
  return (
    <Group title={title}>
      {value.map((person, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={i} className={css.section}>
          <NameAndCapacity
            value={person}
            onChange={(changed) => replace(i, changed)}
            wrong={
              tried &&
              (i < least || person.name !== "" || person.capacity !== "") &&
              personIsWrong(person) !== undefined
            }
            isRequired={i < least}
          />
          {value.length > least && (
            <div className={css.row}>
              <Button look="plain" onPress={() => onChange(value.filter((_, at) => at !== i))}>
                {t("forms.remove_person", { n: i + 1 })}
              </Button>
            </div>
          )}
        </div>
      ))}
      {value.length < most && (
        <div className={css.row}>
          <Button onPress={() => onChange([...value, noPerson])}>{t("forms.add_person")}</Button>
        </div>
      )}
    </Group>
  );
}

function NameAndCapacity({
  value,
  onChange,
  wrong,
  isRequired,
}: {
  readonly value: PersonDraft;
  readonly onChange: (value: PersonDraft) => void;
  readonly wrong: boolean;
  readonly isRequired: boolean;
}) {
  const { t } = useDesk();
  const missing = (text: string) => (wrong && text.trim() === "" ? t("forms.fill") : undefined);
  return (
    <div className={css.twoUp}>
      <Field
        label={t("forms.name")}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        wrong={missing(value.name)}
        isRequired={isRequired}
      />
      <Field
        label={t("forms.capacity")}
        value={value.capacity}
        onChange={(capacity) => onChange({ ...value, capacity })}
        wrong={missing(value.capacity)}
        isRequired={isRequired}
      />
    </div>
  );
}
