import { useProcess } from "../../app/desk-context.tsx";
import type { Zones } from "./draft.ts";

/** The two sides' time zones, by side. */
export function useSideZones(): Zones {
  const { zones } = useProcess();
  const of = (side: "a" | "b") => zones.find(({ office }) => office.endsWith(`-${side}`))?.zone ?? "UTC";
  return { a: of("a"), b: of("b") };
}
