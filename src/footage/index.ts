export { boxAt, type Rect } from "./box-at.ts";
export type { Credentials } from "./credentials.ts";
export { pictureFilters, soundFilter, stillFilters } from "./filters.ts";
export { type Inspected, inspectFootage, inspectParts, isStill, mostBytes } from "./inspect.ts";
export { readJpeg } from "./jpeg.ts";
export { straightened } from "./straight.ts";
export { beginTrack, type Followed, follow, type Grey, type Track } from "./track.ts";
export { vint } from "./webm-tags.ts";
