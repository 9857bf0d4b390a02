import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Lets go of what the step before left over: the next one needs the room, and lists of a million rows leave much. */
export function release(): void {
  if (typeof collect === "function") collect();
}
