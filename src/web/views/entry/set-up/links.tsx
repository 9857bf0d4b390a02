import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Notice } from "../../../design/index.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";
import { nameOf } from "./names.ts";
import own from "./set-up.module.css";
import type { HeldSetUp } from "./use-set-up.ts";

type Party = "party-a" | "party-b";
type Made = { readonly [P in Party]?: string };

/** The host makes the other two heads' links; each is shown once, on this page, until one leaves it. */
export function Links({ model, setUp }: { readonly model: SetUpModel; readonly setUp: HeldSetUp }) {
  const { t, connection } = useDesk();
  const [made, setMade] = useState<Made>({});
  const make = (role: Party) =>
    void setUp.take(async () => {
      const links = await connection.call("inviteHeads", [role]);
      setMade((before) => ({ ...before, ...Object.fromEntries(links.map((one) => [one.role, one.link])) }));
      return connection.call("readSetUp", undefined);
    });
  return (
    <>
      <p>{t("set_up.links_words")}</p>
      <ul className={own.links}>
        {(["party-a", "party-b"] as const).map((role) => (
          <LinkOf
            key={role}
            name={nameOf(t, model.draft, role)}
            head={model.heads[role]}
            link={made[role]}
            isBusy={setUp.isBusy}
            onMake={() => make(role)}
          />
        ))}
      </ul>
    </>
  );
}

function LinkOf({
  name,
  head,
  link,
  isBusy,
  onMake,
}: {
  readonly name: string;
  readonly head: SetUpModel["heads"][Party];
  readonly link: string | undefined;
  readonly isBusy: boolean;
  readonly onMake: () => void;
}) {
  const { t } = useDesk();
  if (head.joined)
    return (
      <li>
        <p>
          <strong>{name}</strong>: {t("set_up.link_used")}
        </p>
      </li>
    );
  return (
    <li>
      <strong>{name}</strong>
      {link !== undefined && <OnceShown name={name} link={link} />}
      {head.invited && link === undefined && <p className={css.small}>{t("set_up.link_is_out")}</p>}
      <div className={css.row}>
        <Button look={head.invited ? "quiet" : "main"} isDisabled={isBusy} onPress={onMake}>
          {t(head.invited ? "set_up.make_link_anew" : "set_up.make_link", { name })}
        </Button>
      </div>
    </li>
  );
}

function OnceShown({ name, link }: { readonly name: string; readonly link: string }) {
  const { t } = useDesk();
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <Notice tone="attention" title={t("set_up.link_once")}>
      <div className={own.once}>
        <code className={css.mono}>{link}</code>
        <div className={css.row}>
          <Button onPress={copy}>{t("set_up.copy_link", { name })}</Button>
          <span role="status">{isCopied && t("set_up.copied")}</span>
        </div>
        <p>{t("set_up.hand_over", { name })}</p>
      </div>
    </Notice>
  );
}
