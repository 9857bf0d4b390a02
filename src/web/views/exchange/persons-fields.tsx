import type { ScreenKey } from "#i18n/screens";
import type { ActId, Persons } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { Choose, Field } from "../../design/index.ts";
import { linesIn } from "../../design/lines-text.ts";

export type PersonsDraft = { readonly list: string | null; readonly lines: string };

export const nobody: PersonsDraft = { list: null, lines: "" };

export function personsAreWrong({ list, lines }: PersonsDraft): ScreenKey | undefined {
  if (list === null) return "forms.choose";
  return linesIn(lines) === undefined ? "exchange.f.lines_wrong" : undefined;
}

/** The persons that a draft has become; only for one in which nothing is wrong. */
export function personsIn({ list, lines }: PersonsDraft): Persons {
  return [{ list: list as ActId, lines: [...(linesIn(lines) ?? [])] }]; // chosen among lists that are read
}

/** Lines of one list. */
export function PersonsFields({
  lists,
  value,
  onChange,
  wrong,
  isOne = false,
}: {
  readonly lists: readonly { readonly value: string; readonly label: string }[];
  readonly value: PersonsDraft;
  readonly onChange: (value: PersonsDraft) => void;
  readonly wrong: string | undefined;
  /** One person alone. */
  readonly isOne?: boolean;
}) {
  const { t } = useDesk();
  return (
    <>
      <Choose
        label={t("field.list")}
        value={value.list}
        choices={lists}
        onChange={(list) => onChange({ ...value, list })}
        wrong={value.list === null ? wrong : undefined}
      />
      <Field
        label={t(isOne ? "field.line" : "field.lines")}
        {...(isOne ? {} : { help: t("exchange.f.lines_help") })}
        value={value.lines}
        onChange={(lines) => onChange({ ...value, lines })}
        wrong={value.list === null ? undefined : wrong}
        isRequired
      />
    </>
  );
}
