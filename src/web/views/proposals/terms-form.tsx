import { useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Choose, css, Field, Mark } from "../../design/index.ts";
import own from "./proposals.module.css";
import { newTerm, saysTheSame, type TermDraft } from "./term-draft.ts";
import { otherKeysOf, TermInput } from "./term-fields.tsx";
import { type TermField, termTypes, typesInOrder } from "./term-types.ts";

type Props = {
  readonly value: readonly TermDraft[];
  readonly onChange: (value: readonly TermDraft[]) => void;
  /** The terms of an earlier text: what is new, changed or left out is marked, and what was left out can be put back. */
  readonly earlier?: readonly TermDraft[];
  /** What is not right yet, in words, by the place of the term and the name of its field: "2.minHours". */
  readonly wrong?: ReadonlyMap<string, string>;
};

/** The typed terms of a text: added, filled in, moved and taken out again. */
export function TermsForm({ value, onChange, earlier, wrong }: Props) {
  const { t } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ readonly on: string } | undefined>();
  const put = (terms: readonly TermDraft[], on?: string) => {
    onChange(terms);
    if (on) setFocus({ on });
  };
  useEffect(() => {
    if (focus) list.current?.querySelector<HTMLElement>(focus.on)?.focus();
    // a term that has come to an end of the list moves no further that way: its other button takes the focus
    const term = focus && /^#[\w-]+/.exec(focus.on)?.[0];
    if (term && !list.current?.contains(document.activeElement))
      list.current?.querySelector<HTMLElement>(`${term} [data-move]:not(:disabled)`)?.focus();
  }, [focus]);
  const add = (draft: TermDraft) => put([...value, draft], `#${draft.id} :is(input, textarea, button)`);
  const move = (at: number, by: -1 | 1) => {
    const moved = [...value];
    moved.splice(at + by, 0, ...moved.splice(at, 1));
    put(moved, `#${value[at]?.id} [data-move="${by}"]`);
  };
  const remove = (at: number) => {
    const next = value[at + 1] ?? value[at - 1];
    put(value.toSpliced(at, 1), next ? `#${next.id} [data-remove]` : "[data-add] button");
  };
  const leftOut = earlier?.filter((one) => !value.some((term) => term.key === one.key)) ?? [];
  return (
    <div className={own.terms} ref={list}>
      {value.length > 0 && <p className={css.small}>{t("proposals.key_help")}</p>}
      {value.map((draft, at) => (
        <fieldset key={draft.id} id={draft.id} className={css.group}>
          <legend className={own.legend}>
            <span>{t("proposals.term", { n: at + 1, type: t(`proposals.type.${draft.type}`) })}</span>
            {earlier && <ChangeMark draft={draft} earlier={earlier} />}
          </legend>
          <TermFields
            draft={draft}
            all={value}
            wrong={(field) => wrong?.get(`${at}.${field}`)}
            onChange={(changed) => onChange(value.with(at, changed))}
          />
          <div className={own.termFoot}>
            <Field
              label={t("proposals.key")}
              value={draft.key}
              onChange={(key) => onChange(value.with(at, { ...draft, key }))}
              wrong={wrong?.get(`${at}.key`)}
              isRequired
            />
            <div className={css.row}>
              <Button
                look="plain"
                isDisabled={at === 0}
                onPress={() => move(at, -1)}
                data-move="-1"
                aria-label={t("proposals.move_up", { n: at + 1 })}
              >
                {t("proposals.up")}
              </Button>
              <Button
                look="plain"
                isDisabled={at === value.length - 1}
                onPress={() => move(at, 1)}
                data-move="1"
                aria-label={t("proposals.move_down", { n: at + 1 })}
              >
                {t("proposals.down")}
              </Button>
              <Button
                look="plain"
                onPress={() => remove(at)}
                data-remove=""
                aria-label={t("proposals.remove_term", { n: at + 1 })}
              >
                {t("proposals.remove")}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      {leftOut.length > 0 && (
        <ul className={own.leftOut} aria-label={t("proposals.left_out")}>
          {leftOut.map((one) => (
            <li key={one.id} className={css.row}>
              <Mark weight="waiting">{t("proposals.change.removed")}</Mark>
              <span>
                {one.key}, {t(`proposals.type.${one.type}`)}
              </span>
              <Button look="plain" onPress={() => add({ ...one, id: `${one.id}-back` })}>
                {t("proposals.put_back", { key: one.key })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div data-add="" className={own.add}>
        <Choose
          label={t("proposals.add_term")}
          value={null}
          choices={typesInOrder.map((type) => ({ value: type, label: t(`proposals.type.${type}`) }))}
          onChange={(type) => add(newTerm(type, value))}
          wrong={wrong?.get("")}
        />
      </div>
    </div>
  );
}

function TermFields({
  draft,
  all,
  wrong,
  onChange,
}: {
  readonly draft: TermDraft;
  readonly all: readonly TermDraft[];
  readonly wrong: (field: string) => string | undefined;
  readonly onChange: (draft: TermDraft) => void;
}) {
  const { t } = useDesk();
  const fields: readonly TermField[] = termTypes[draft.type];
  return (
    <>
      <div className={own.termFields} data-type={draft.type}>
        {fields.map((field) => (
          <TermInput
            key={field.name}
            field={field}
            value={draft.fields[field.name] ?? ""}
            otherKeys={otherKeysOf(all, draft)}
            wrong={wrong(field.name)}
            onChange={(value) => onChange({ ...draft, fields: { ...draft.fields, [field.name]: value } })}
          />
        ))}
      </div>
      {draft.type === "zone" && (
        <p className={css.small}>
          {draft.ring ? t("proposals.ring_kept", { n: draft.ring.length }) : t("proposals.ring_elsewhere")}{" "}
          {draft.ring && (
            <Button look="plain" onPress={() => onChange(withoutRing(draft))}>
              {t("proposals.ring_remove")}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function withoutRing({ ring: _, ...rest }: TermDraft): TermDraft {
  return rest;
}

function ChangeMark({
  draft,
  earlier,
}: {
  readonly draft: TermDraft;
  readonly earlier: readonly TermDraft[];
}) {
  const { t } = useDesk();
  const was = earlier.find((one) => one.key === draft.key);
  if (!was) return <Mark weight="firm">{t("proposals.change.added")}</Mark>;
  if (was.type !== draft.type) return <Mark weight="firm">{t("proposals.change.retyped")}</Mark>;
  if (saysTheSame(was, draft)) return <Mark weight="waiting">{t("proposals.change.same")}</Mark>;
  return <Mark weight="firm">{t("proposals.change.changed")}</Mark>;
}
