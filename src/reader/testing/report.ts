import type { Process } from "../index.ts";
import { read } from "../index.ts";

/** Two invented parties, a host and an operator. */
export const process: Process = {
  parties: [
    { id: "OST", name: "Ostrel", aliases: ["Ostrel", "Ostreli", "Cavna"] },
    { id: "MIR", name: "Mirandia", aliases: ["Mirandia", "Mirandian"] },
    { id: "LUN", name: "Lunaria", aliases: ["Lunaria", "Lunarian"], kind: "host" },
  ],
};
export const reportDate = "2026-09-16"; // a Wednesday

export function drafted(text: string, given: Process = process) {
  return read(text, { reportDate, process: given });
}

/** What of a list stands for the record: background is left out. */
export function live<T extends { readonly background?: boolean }>(entries: readonly T[]): readonly T[] {
  return entries.filter(({ background }) => !background);
}
