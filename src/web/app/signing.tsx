import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { Actions, Button, Clock, css, Facts, FieldList, Notice, Window } from "../design/index.ts";
import type { PageDraft } from "../desk/actions.ts";
import type { Preview } from "../desk/preview.ts";
import type { Refusal } from "../desk/protocol.ts";
import { Refused } from "./connection.ts";
import { useDesk } from "./desk-context.tsx";

/** `onRefused` answers true where the form itself shows what does not fit, at the field that a refusal names. */
type Propose = (
  draft: PageDraft,
  onSaid?: (id: string) => void,
  onRefused?: (refusal: Refusal) => boolean,
) => void;
const Current = createContext<Propose>(() => {});

/** Shows what an act will say, in whose name and to whom; nothing is signed before its author has read it there. */
export function useSigning(): Propose {
  return useContext(Current);
}

type Shown =
  | { readonly kind: "preview"; readonly preview: Preview; readonly onSaid: (id: string) => void }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export function Signing({ children }: { readonly children: ReactNode }) {
  const { t, connection } = useDesk();
  const [shown, setShown] = useState<Shown>();
  const [busy, setBusy] = useState(false);
  const propose = useMemo<Propose>(
    () =>
      (draft, onSaid = () => {}, onRefused = () => false) => {
        connection.call("compose", draft).then(
          (preview) => setShown({ kind: "preview", preview, onSaid }),
          (error: unknown) => {
            const refusal = refusalOf(error);
            if (!onRefused(refusal)) setShown({ kind: "refused", refusal });
          },
        );
      },
    [connection],
  );
  const close = () => setShown(undefined);
  const sign = async ({ preview, onSaid }: Extract<Shown, { kind: "preview" }>) => {
    setBusy(true);
    try {
      const id = await connection.call("say", preview.id);
      close();
      onSaid(id);
    } catch (error) {
      setShown({ kind: "refused", refusal: refusalOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Current value={propose}>
      {children}
      <Window
        title={shown?.kind === "refused" ? t("sign.cannot") : t("sign.title")}
        isOpen={shown !== undefined}
        onClose={close}
      >
        {shown?.kind === "refused" && (
          <>
            <Notice tone="refused" title={shown.refusal.title}>
              {shown.refusal.detail}
            </Notice>
            <Actions>
              <Button onPress={close}>{t("sign.back")}</Button>
            </Actions>
          </>
        )}
        {shown?.kind === "preview" && (
          <>
            <PreviewBody preview={shown.preview} />
            <Actions>
              <Button onPress={close}>{t("sign.back")}</Button>
              <Button
                look="main"
                isDisabled={busy || shown.preview.problem !== undefined}
                onPress={() => void sign(shown)}
              >
                {t("sign.sign", { who: shown.preview.inWhoseName })}
              </Button>
            </Actions>
          </>
        )}
      </Window>
    </Current>
  );
}

function PreviewBody({ preview }: { readonly preview: Preview }) {
  const { t } = useDesk();
  const { headline, inWhoseName, capacity, room, readers, sealed, saidAt, fields, problem } = preview;
  return (
    <>
      <p>
        <strong>{headline}</strong>
      </p>
      {fields.length > 0 && <FieldList fields={fields} />}
      <Facts
        rows={[
          [t("sign.name"), `${inWhoseName}, ${capacity}`],
          [t("sign.room"), room],
          [t("sign.readers"), `${readers.join(", ")}${sealed ? ` ${t("sign.sealed")}` : ""}`],
          [t("sign.time"), <Clock key="time" at={saidAt} />],
        ]}
      />
      {problem ? (
        <Notice tone="refused" title={problem.title}>
          {problem.detail}
        </Notice>
      ) : (
        <p className={css.small}>{t("sign.for_ever")}</p>
      )}
    </>
  );
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  return { code: "bug", title: String(error), detail: "" };
}
