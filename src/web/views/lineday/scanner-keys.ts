import { useEffect, useRef } from "react";

/** A scanner writes its characters this close after each other, also over a slow radio link; nobody types a code so on a button. */
const togetherMs = 300;
const fewest = 6;

/**
 * A scanner that types writes wherever the focus is. Where that is no field, what it writes is taken here, and its Enter
 * presses no button. A window that is open over the page has fields of its own.
 */
export function useScannerKeys(isOn: boolean, onText: (text: string) => void): void {
  const taken = useRef(onText);
  taken.current = onText;
  useEffect(() => {
    if (!isOn) return;
    let text = "";
    let last = 0;
    const onKey = (event: KeyboardEvent) => {
      const { key, timeStamp, target } = event;
      const isElsewhere =
        target instanceof HTMLElement && target.closest("input, textarea, [role=dialog]") !== null;
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      if (timeStamp - last > togetherMs) text = "";
      last = timeStamp;
      if (key.length === 1) text += key;
      if (key !== "Enter" || text.length < fewest) return;
      event.preventDefault();
      event.stopPropagation();
      taken.current(text);
      text = "";
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [isOn]);
}
