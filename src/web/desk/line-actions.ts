import { type ActId, codesFrom, codesMeantBy, manifestOf } from "#record";
import { aheadOf } from "../views/lineday/query.ts";
import type { Action } from "./action.ts";

/** New codes for wristbands, from this browser's randomness. */
const lineCodes: Action<number, readonly string[]> = async (_desk, count) => {
  const codes = codesFrom(crypto.getRandomValues(new Uint8Array(count * 8)), count);
  if (codes.length < count) throw new Error("The randomness of this browser has repeated itself.");
  return codes;
};

/** What somebody scanned or typed at the line: a wristband of this manifest, or why it is none. */
type ReadCode = { readonly code: string } | { readonly wrong: "misread" | "not_here" };

const readLineCode: Action<{ readonly manifest: string; readonly typed: string }, ReadCode> = async (
  desk,
  { manifest, typed },
) => {
  const at = desk.at();
  const id = manifest as ActId; // any text is looked up
  // a manifest does not change: what is on its way is asked only where it is itself
  const state = at?.state.lineday.manifests.has(id) ? at.state : at && aheadOf(at);
  const day = state?.lineday.manifests.get(id);
  if (!state || !day) return { wrong: "not_here" };
  const { persons, spares } = manifestOf(state, day);
  const onIt = new Set([...persons.map((one) => one.code), ...spares]);
  const meant = codesMeantBy(typed);
  const code = meant.find((one) => onIt.has(one));
  if (code !== undefined) return { code };
  return { wrong: meant.length > 0 ? "not_here" : "misread" };
};

export const lineActions = { lineCodes, readLineCode } as const;
