import { type ReactNode, useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Button, css, Window } from "../../design/index.ts";
import { AccountForm } from "./account-form.tsx";
import own from "./claims.module.css";
import type { Handover } from "./handovers.ts";
import { LinkForm } from "./link-form.tsx";
import { PledgeForm } from "./pledge-form.tsx";
import { RemainsForm } from "./remains-form.tsx";
import type { HandoverChoice, SayingModel } from "./saying-query.ts";

type FormName = "pledge" | "account" | "link" | "remains";
type Open = { readonly form: FormName; readonly of?: HandoverChoice };

/** What this office may say of numbers now, and the form that is open. */
export function useSaying(matter: "all" | "remains" = "all"): {
  readonly model: SayingModel | undefined;
  readonly open: Open | undefined;
  readonly setOpen: (open: Open | undefined) => void;
  /** The buttons beside one handover. */
  readonly onHandover: (handover: Handover) => ReactNode;
} {
  const all = useQuery("claims.saying", undefined);
  const model = all && matter === "remains" ? onlyOfRemains(all) : all;
  const [open, setOpen] = useState<Open>();
  const onHandover = (handover: Handover) => {
    const of = model?.handovers.find((one) => one.id === handover.id);
    return model && of ? <HandoverActions model={model} of={of} onOpen={setOpen} /> : null;
  };
  return { model, open, setOpen, onHandover };
}

// Where the dead are shown nothing is asked of the living.
function onlyOfRemains(model: SayingModel): SayingModel {
  const { account, link } = model;
  return { ...model, pledge: [], account: { ...account, persons: [] }, link: { ...link, persons: [] } };
}

export function Saying({ saying }: { readonly saying: ReturnType<typeof useSaying> }) {
  const { t } = useDesk();
  const { model, open, setOpen } = saying;
  if (!model) return null;
  const forms: readonly (readonly [FormName, boolean])[] = [
    ["pledge", model.pledge.length > 0],
    ["account", model.side !== undefined && model.account.persons.length + model.account.remains.length > 0],
    ["link", model.link.persons.length + model.link.remains.length > 0],
    [
      "remains",
      model.side !== undefined && model.offer.length + model.accept.length + model.total.length > 0,
    ],
  ];
  const close = () => setOpen(undefined);
  const shown = forms.filter(([, may]) => may);
  if (shown.length === 0) return null;
  return (
    <div className={`${css.row} ${own.bar}`}>
      {shown.map(([form]) => (
        <Button key={form} onPress={() => setOpen({ form })}>
          {t(`claims.say.${form}`)}
        </Button>
      ))}
      <Window title={t(`claims.say.${open?.form ?? "pledge"}`)} isOpen={open !== undefined} onClose={close}>
        {open?.form === "pledge" && <PledgeForm model={model} onDone={close} />}
        {open?.form === "account" && <AccountForm model={model} of={open.of} onDone={close} />}
        {open?.form === "link" && <LinkForm model={model} of={open.of} onDone={close} />}
        {open?.form === "remains" && <RemainsForm model={model} of={open.of} onDone={close} />}
      </Window>
    </div>
  );
}

function HandoverActions({
  model,
  of,
  onOpen,
}: {
  readonly model: SayingModel;
  readonly of: HandoverChoice;
  readonly onOpen: (open: Open) => void;
}) {
  const { t } = useDesk();
  const mayTell = of.part !== undefined && !of.isTold && model.account[of.matter].length > 0;
  const mayLink = !of.isLinked && model.link[of.matter].length > 0;
  const mayAccept =
    of.matter === "remains" && of.part === "receives" && !of.isAccepted && model.accept.length > 0;
  const named = (label: string) => t("claims.say.of", { label, handover: of.label });
  const rows: readonly (readonly [FormName, boolean, string])[] = [
    ["account", mayTell, t("claims.say.our_account")],
    ["link", mayLink, t("claims.say.our_link")],
    ["remains", mayAccept, t("claims.say.our_acceptance")],
  ];
  const shown = rows.filter(([, may]) => may);
  if (shown.length === 0) return null;
  return (
    <div className={own.tools}>
      {shown.map(([form, , label]) => (
        <Button key={form} look="plain" aria-label={named(label)} onPress={() => onOpen({ form, of })}>
          {label}
        </Button>
      ))}
    </div>
  );
}
