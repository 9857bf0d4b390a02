import { useState } from "react";
import { useProcess } from "../../app/desk-context.tsx";
import type { PaperDraft } from "./paper.ts";

type Held = { readonly place: string; readonly paper: PaperDraft };

// A paper of an internal room must not lie unsealed on a disk: what is being written is in this page's memory alone,
// and only as long as the same office works in it.
const held = new Map<string, PaperDraft>();
let holder: string | undefined;

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function hold(place: string, paper: PaperDraft | undefined): void {
  if (paper) held.set(place, paper);
  else held.delete(place);
  if (held.size > 0) addEventListener("beforeunload", warn);
  else removeEventListener("beforeunload", warn);
}

function heldBy(office: string): ReadonlyMap<string, PaperDraft> {
  if (holder !== office) for (const place of [...held.keys()]) hold(place, undefined);
  holder = office;
  return held;
}

/** A paper that is being written at a place of the view; it stays while one looks elsewhere in the page. */
export function usePaper(place: string, begin: () => PaperDraft) {
  const { office } = useProcess();
  const [paper, setPaper] = useState<PaperDraft>(() => heldBy(office).get(place) ?? begin());
  return {
    paper,
    change: (part: Partial<PaperDraft>) => {
      const changed = { ...paper, ...part };
      hold(place, changed);
      setPaper(changed);
    },
    /** Lets go of it: it has been signed, or its author wants it no more. */
    drop: () => hold(place, undefined),
  };
}

/** The papers begun in this page and not yet signed. */
export function useUnfinished(): readonly Held[] {
  const { office } = useProcess();
  return [...heldBy(office)].map(([place, paper]) => ({ place, paper }));
}

/** Lets go of a paper that was begun. */
export function dropPaper(place: string): void {
  hold(place, undefined);
}
