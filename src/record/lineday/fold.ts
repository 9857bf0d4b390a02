import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { addTo } from "../fold/add-to.ts";
import type { Handlers, State } from "../fold/state.ts";
import type { lineActs } from "./acts.ts";

/** A manifest and all that was noted on it, by whoever noted it; what it comes to is derived in the views. */
export type LineDay = {
  readonly id: ActId;
  readonly author: Office;
  readonly replaces: ActId | undefined;
  readonly replacedBy: ActId[];
  readonly steps: ActId[];
  readonly openings: ActId[];
  readonly counts: ActId[];
  readonly exceptions: ActId[];
  readonly receipts: ActId[];
};

export type LineDayState = {
  readonly manifests: Map<ActId, LineDay>;
  /** On which manifests a code stands: a manifest is never corrected, so this does not change. */
  readonly byCode: Map<string, ActId[]>;
};

export function emptyLineDay(): LineDayState {
  return { manifests: new Map(), byCode: new Map() };
}

type Notes = "steps" | "openings" | "counts" | "exceptions" | "receipts";

// What is noted on a manifest that the viewer has not read waits for it.
function note(state: State, manifest: ActId, notes: Notes, id: ActId): ActId | undefined {
  const day = state.lineday.manifests.get(manifest);
  if (!day) return manifest;
  day[notes].push(id);
  return undefined;
}

export const lineHandlers: Handlers<keyof typeof lineActs> = {
  "line.manifest_made": ({ lineday }, { act }) => {
    const { replaces, persons, spares } = act.payload;
    if (replaces !== undefined) {
      const earlier = lineday.manifests.get(replaces);
      if (!earlier) return replaces;
      earlier.replacedBy.push(act.id);
    }
    lineday.manifests.set(act.id, {
      id: act.id,
      author: act.by.office,
      replaces,
      replacedBy: [],
      steps: [],
      openings: [],
      counts: [],
      exceptions: [],
      receipts: [],
    });
    for (const code of [...persons.map((one) => one.code), ...spares]) addTo(lineday.byCode, code, act.id);
    return undefined;
  },
  "line.steps_noted": (state, { act }) => note(state, act.payload.manifest, "steps", act.id),
  "line.block_opened": (state, { act }) => note(state, act.payload.manifest, "openings", act.id),
  "line.counted": (state, { act }) => note(state, act.payload.manifest, "counts", act.id),
  "line.exception_noted": (state, { act }) => note(state, act.payload.manifest, "exceptions", act.id),
  "line.receipt_signed": (state, { act }) => note(state, act.payload.manifest, "receipts", act.id),
};
