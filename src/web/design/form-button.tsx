import { type ReactNode, useState } from "react";
import { useDesk } from "../app/desk-context.tsx";
import { Button } from "./controls.tsx";
import { Window } from "./modal.tsx";

/** A button that opens a form over the page; only where this browser holds a key that can sign. */
export function FormButton({
  label,
  short,
  look = "quiet",
  children,
}: {
  /** The button's words, and the title of the form. */
  readonly label: string;
  /** The first words of the label, where many such buttons stand in a row. */
  readonly short?: string;
  readonly look?: "main" | "quiet" | "plain";
  readonly children: (close: () => void) => ReactNode;
}) {
  const { desk } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (desk.phase !== "open" || !desk.canSign) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button look={look} onPress={() => setOpen(true)} {...(short ? { "aria-label": label } : {})}>
        {short ?? label}
      </Button>
      <Window title={label} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Window>
    </>
  );
}
