import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  type ButtonProps,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from "react-aria-components";
import css from "./design.module.css";

export type Choice<V extends string> = { readonly value: V; readonly label: string };

/** A button; one main button at most in a place. */
export function Button({
  look = "quiet",
  ...rest
}: Omit<ButtonProps, "className"> & { readonly look?: "main" | "quiet" | "plain" }) {
  return <AriaButton {...rest} className={css.button ?? ""} data-look={look} />;
}

type FieldProps = {
  readonly label: string;
  readonly help?: string;
  readonly wrong?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  readonly lines?: boolean;
  readonly type?: "text" | "date" | "datetime-local" | "number" | "time";
};

/** One labelled field of text. Dates and numbers use the platform's own inputs. */
export function Field({ label, help, wrong, value, onChange, isRequired, lines, type = "text" }: FieldProps) {
  return (
    <TextField
      className={css.field ?? ""}
      value={value}
      onChange={onChange}
      isRequired={isRequired ?? false}
      isInvalid={wrong !== undefined}
      type={type === "text" || lines ? "text" : (type as "text")} // React Aria passes any input type on
    >
      <Label className={css.label ?? ""}>{label}</Label>
      {lines ? <TextArea className={css.input ?? ""} /> : <Input className={css.input ?? ""} />}
      {help && (
        <Text slot="description" className={css.help ?? ""}>
          {help}
        </Text>
      )}
      <FieldError className={css.wrong ?? ""}>{wrong}</FieldError>
    </TextField>
  );
}

/** One of many, in a list that opens. */
export function Choose<V extends string>({
  label,
  value,
  choices,
  onChange,
  isQuiet,
  wrong,
}: {
  readonly label: string;
  readonly value: V | null;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  readonly wrong?: string | undefined;
  /** The label is for readers of the screen alone. */
  readonly isQuiet?: boolean;
}) {
  return (
    <Select
      className={css.field ?? ""}
      value={value}
      onChange={(key) => onChange(String(key) as V)} // the keys are the choices' values
      isInvalid={wrong !== undefined}
      {...(isQuiet ? { "aria-label": label } : {})}
    >
      {!isQuiet && <Label className={css.label ?? ""}>{label}</Label>}
      <AriaButton className={`${css.input} ${css.selectButton}`}>
        <SelectValue />
        <svg className={css.caret} viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" />
        </svg>
      </AriaButton>
      <Popover className={css.popover ?? ""}>
        <ListBox>
          {choices.map((one) => (
            <ListBoxItem key={one.value} id={one.value} textValue={one.label} className={css.option ?? ""}>
              {one.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
      <FieldError className={css.wrong ?? ""}>{wrong}</FieldError>
    </Select>
  );
}

/** One of a few, all in sight; nothing is chosen beforehand unless given. */
export function OneOf<V extends string>({
  label,
  value,
  choices,
  onChange,
  wrong,
}: {
  readonly label: string;
  readonly value: V | null;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  readonly wrong?: string | undefined;
}) {
  return (
    <RadioGroup
      className={css.field ?? ""}
      value={value}
      onChange={(key) => onChange(key as V)} // the keys are the choices' values
      isInvalid={wrong !== undefined}
    >
      <Label className={css.label ?? ""}>{label}</Label>
      <div className={css.radios}>
        {choices.map((one) => (
          <Radio key={one.value} value={one.value} className={css.radio ?? ""}>
            {one.label}
          </Radio>
        ))}
      </div>
      <FieldError className={css.wrong ?? ""}>{wrong}</FieldError>
    </RadioGroup>
  );
}

export function Tick({
  isSelected,
  onChange,
  isDisabled,
  children,
}: {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <AriaCheckbox
      className={css.checkbox ?? ""}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
    >
      {children}
    </AriaCheckbox>
  );
}
