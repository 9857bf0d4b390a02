/** In a browser the loops are plain: its policy here lets no page run what it has not been given as a script. */
export { plainLanes as lanesOf } from "./lanes.ts";
