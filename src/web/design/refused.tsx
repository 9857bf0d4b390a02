import type { Refusal } from "../desk/protocol.ts";
import { Notice } from "./page.tsx";

/** What the desk or the host refused, in words; nothing where nothing was, or where the reader himself stopped it. */
export function Refused({ refusal }: { readonly refusal: Refusal | undefined }) {
  if (!refusal || refusal.code === "stopped") return null;
  return (
    <Notice tone="refused" title={refusal.title}>
      {refusal.detail}
    </Notice>
  );
}
