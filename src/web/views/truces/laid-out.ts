/** Zones on flat ground for a sketch; the same drawing stands on the printed sheet. */
export { layOut, printLength } from "#base";
