import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Form as AriaForm } from "react-aria-components";
import type { ScreenKey } from "#i18n/screens";
import { useDesk } from "../app/desk-context.tsx";
import { Button } from "./controls.tsx";
import css from "./design.module.css";
import { Actions } from "./modal.tsx";
import { Notice } from "./page.tsx";

/** What is not yet right in a draft, by field: the message that says so. */
export type Wrong<D> = { readonly [F in keyof D]?: ScreenKey | undefined };

export type FormState<D> = {
  readonly draft: D;
  /** Changes some fields. */
  readonly set: (part: Partial<D>) => void;
  /** What is wrong with a field, in words; undefined before the first try. */
  readonly wrong: (field: keyof D) => string | undefined;
  readonly isWrong: boolean;
  /** The author has tried to go on with something missing. */
  readonly tried: boolean;
  readonly setTried: (tried: boolean) => void;
};

/** A draft that is being filled in; `check` says what is not yet right. */
export function useForm<D extends object>(
  initial: D | (() => D),
  check: (draft: D) => Wrong<D>,
): FormState<D> {
  const { t } = useDesk();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const wrongs = check(draft);
  return {
    draft,
    set: (part) => setDraft((before) => ({ ...before, ...part })),
    wrong: (field) => {
      const key = wrongs[field];
      return tried && key ? t(key) : undefined;
    },
    isWrong: Object.values(wrongs).some((one) => one !== undefined),
    tried,
    setTried,
  };
}

/** A form: Enter submits it, the first field that is not right takes the focus, nothing is signed here. */
export function Form<D>({
  form,
  onReady,
  onCancel,
  submit,
  children,
}: {
  readonly form: FormState<D>;
  /** Called once nothing is wrong; shows what would be signed. */
  readonly onReady: () => void;
  readonly onCancel?: () => void;
  /** The words of the button where nothing is signed. */
  readonly submit?: string;
  readonly children: ReactNode;
}) {
  const { t } = useDesk();
  const element = useRef<HTMLFormElement>(null);
  const { isWrong, tried, setTried } = form;
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWrong) return onReady();
    requestAnimationFrame(() => {
      const first = element.current?.querySelector<HTMLElement>(
        "[data-invalid] :is(input, textarea, button)",
      );
      first?.focus();
    });
  };
  return (
    <AriaForm ref={element} className={css.form ?? ""} validationBehavior="aria" onSubmit={goOn}>
      {children}
      {tried && isWrong && <Notice tone="refused" title={t("forms.missing")} />}
      <Actions>
        {onCancel && <Button onPress={onCancel}>{t("forms.cancel")}</Button>}
        <Button look="main" type="submit">
          {submit ?? t("forms.go_on")}
        </Button>
      </Actions>
    </AriaForm>
  );
}

/** Fields that belong together, under one name. */
export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={css.group}>
      <legend className={css.label}>{title}</legend>
      {children}
    </fieldset>
  );
}
