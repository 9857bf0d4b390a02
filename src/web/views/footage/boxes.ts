/** Where boxes lie between marked moments, and how they follow what moves. */
export { beginTrack, boxAt, follow, type Grey, type Rect, straightened } from "#footage";
