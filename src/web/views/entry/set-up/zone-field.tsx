import { useMemo } from "react";
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import { useDesk } from "../../../app/desk-context.tsx";
import { css } from "../../../design/index.ts";
import own from "./set-up.module.css";
import { zones } from "./zones.ts";

/** A time zone, found by typing a part of its name. */
export function ZoneField({
  label,
  value,
  onChange,
  wrong,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const items = useMemo(() => zones().map((id) => ({ id })), []);
  return (
    <ComboBox
      className={css.field ?? ""}
      defaultItems={items}
      selectedKey={value === "" ? null : value}
      onSelectionChange={(key) => onChange(key === null ? "" : String(key))}
      isInvalid={wrong !== undefined}
      isRequired
    >
      <Label className={css.label ?? ""}>{label}</Label>
      <div className={own.combo}>
        <Input className={css.input ?? ""} />
        <Button className={css.button ?? ""} aria-label={t("set_up.zone_list", { label })}>
          <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
            <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </Button>
      </div>
      <Text slot="description" className={css.help ?? ""}>
        {t("set_up.zone_words")}
      </Text>
      <FieldError className={css.wrong ?? ""}>{wrong}</FieldError>
      <Popover className={`${css.popover} ${own.zones}`}>
        <ListBox<{ id: string }>>
          {({ id }) => (
            <ListBoxItem id={id} textValue={id} className={css.option ?? ""}>
              {id.replaceAll("_", " ")}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
