import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { Actions, Button, css, Section, Window } from "../../../design/index.ts";
import type { SetUpModel } from "../../../desk/set-up-model.ts";
import { roles } from "./names.ts";
import type { HeldSetUp } from "./use-set-up.ts";

type Again = "signing" | "joining";

/** Where something is wrong after all: the host takes back the signatures, or has all three join anew. */
export function Reopening({ model, setUp }: { readonly model: SetUpModel; readonly setUp: HeldSetUp }) {
  const { t, connection } = useDesk();
  const [asked, setAsked] = useState<Again>();
  const heads = roles.map((role) => model.heads[role]);
  const offered: readonly Again[] = [
    ...(heads.some((one) => one.signed) ? (["signing"] as const) : []),
    ...(heads.some((one) => one.joined) ? (["joining"] as const) : []),
  ];
  if (offered.length === 0 || model.stage === "founded") return null;
  const close = () => setAsked(undefined);
  return (
    <Section title={t("set_up.reopen")}>
      <p className={css.intro}>{t("set_up.reopen_words")}</p>
      <div className={css.row}>
        {offered.map((again) => (
          <Button key={again} onPress={() => setAsked(again)}>
            {t(`set_up.reopen.${again}`)}
          </Button>
        ))}
      </div>
      <Window title={asked ? t(`set_up.reopen.${asked}`) : ""} isOpen={asked !== undefined} onClose={close}>
        {asked && (
          <>
            <p>{t(`set_up.reopen_words.${asked}`)}</p>
            <Actions>
              <Button onPress={close}>{t("forms.cancel")}</Button>
              <Button
                look="main"
                isDisabled={setUp.isBusy}
                onPress={() => void setUp.take(() => connection.call("reopenSetUp", asked)).then(close)}
              >
                {t(`set_up.reopen_do.${asked}`)}
              </Button>
            </Actions>
          </>
        )}
      </Window>
    </Section>
  );
}
