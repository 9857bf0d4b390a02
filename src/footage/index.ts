export { boxAt, type Rect } from "./box-at.ts";
export type { Credentials } from "./credentials.ts";
export { pictureFilters, soundFilter } from "./filters.ts";
export { type Inspected, inspectFootage, mostBytes } from "./inspect.ts";
export { type Grey, type Tracked, trackBox } from "./track.ts";
