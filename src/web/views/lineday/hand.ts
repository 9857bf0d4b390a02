import { useState } from "react";

/** What a scan means: a step, or that the person goes into the block that is being made up. */
export const modes = {
  giver: ["boarded", "arrived", "block", "counted_out"],
  receiver: ["identity_checked", "counted_in"],
  operator: ["boarded", "arrived", "identity_checked", "counted_out", "counted_in"],
} as const;
export type Mode = (typeof modes)[keyof typeof modes][number];
export type Held = { readonly code: string; readonly mode: Mode; readonly at: string };

/** What was scanned on this tablet and is not signed yet: it is kept here over a reload, and can be undone. */
export type Hand = {
  readonly held: readonly Held[];
  /** Adds codes; one that is held for the same already is not added twice. */
  readonly add: (codes: readonly string[], mode: Mode) => void;
  readonly undo: () => void;
  readonly remove: (one: Held) => void;
  /** Lets go of what was signed. */
  readonly clear: (signed: readonly Held[]) => void;
};

export function useHand(day: string, office: string): Hand {
  const key = `line ${office} ${day}`;
  const [held, setHeld] = useState(() => kept(key));
  // from what is kept: two scans may come before either is drawn
  const change = (next: (before: readonly Held[]) => readonly Held[]) => {
    const changed = next(kept(key));
    localStorage.setItem(key, JSON.stringify(changed));
    setHeld(changed);
  };
  return {
    held,
    add: (codes, mode) => {
      const at = new Date().toISOString();
      change((before) => {
        const fresh = codes.filter((code) => !before.some((one) => one.code === code && one.mode === mode));
        return [...before, ...fresh.map((code) => ({ code, mode, at }))];
      });
    },
    undo: () => change((before) => before.slice(0, -1)),
    remove: (gone) => change((before) => before.filter((one) => !sameAs(one, gone))),
    clear: (signed) => change((before) => before.filter((one) => !signed.some((gone) => sameAs(one, gone)))),
  };
}

function sameAs(one: Held, other: Held): boolean {
  return one.code === other.code && one.mode === other.mode && one.at === other.at;
}

const known: readonly string[] = Object.values(modes).flat();

function kept(key: string): readonly Held[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(read) ? read.filter(isHeld) : [];
  } catch {
    return []; // what another version has kept: nothing of it was signed
  }
}

function isHeld(value: unknown): value is Held {
  if (typeof value !== "object" || value === null) return false;
  const { code, mode, at } = value as Partial<Record<keyof Held, unknown>>; // each is looked at below
  return typeof code === "string" && typeof at === "string" && known.includes(String(mode));
}
