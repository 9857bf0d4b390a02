import type { Room } from "#record";

/** The text that a form speaks of, and the room in which all who read it read what is said. */
export type TruceAt = { readonly truce: string; readonly room: Room };
