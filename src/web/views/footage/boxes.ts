/** Where boxes lie between marked moments, and how they follow what moves. */
export { boxAt, type Grey, type Rect, trackBox } from "#footage";
