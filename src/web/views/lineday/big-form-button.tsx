import { type ReactNode, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Window } from "../../design/index.ts";
import line from "./lineday.module.css";

/** A button that opens a form over the page, with targets for a thumb. */
export function BigFormButton({
  label,
  look = "quiet",
  children,
}: {
  readonly label: string;
  readonly look?: "main" | "quiet";
  readonly children: (close: () => void) => ReactNode;
}) {
  const { desk } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (desk.phase !== "open" || !desk.canSign) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button look={look} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Window title={label} isOpen={isOpen} onClose={close}>
        <div className={line.big}>{children(close)}</div>
      </Window>
    </>
  );
}
