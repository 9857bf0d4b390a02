export { deskIn, deskOf } from "./desk-over-state.ts";
export { istanbulFor } from "./istanbul-desk.ts";
export { atOf, deskOver, idle } from "./live-desk.ts";
