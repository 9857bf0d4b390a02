import { useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { Button, Window } from "../../design/index.ts";
import { CaptureForm } from "./capture-form.tsx";

/** The way to put words said in public into the register, for offices that may. */
export function Capture() {
  const { t } = useDesk();
  const { go } = usePlace();
  const model = useQuery("statements.capture", undefined);
  const [isOpen, setOpen] = useState(false);
  if (!model || model.rooms.length === 0) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t("statements.capture")}</Button>
      <Window title={t("statements.capture")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <CaptureForm
          model={model}
          onCancel={() => setOpen(false)}
          onSaid={(id) => {
            setOpen(false);
            go(`/statements/${id}`);
          }}
        />
      </Window>
    </>
  );
}
