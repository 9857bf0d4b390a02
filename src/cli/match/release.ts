import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Lets go of what is no longer used, within a step. */
export function release(): void {
  if (typeof collect === "function") collect();
}

/** Lets go of all that a step left over, and gives back to the machine also the empty pages that would be kept for later: the next step needs the room. */
export function releaseAll(): void {
  if (typeof collect === "function") collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
