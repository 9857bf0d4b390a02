import type { Seat } from "../people/fold.ts";
import { addTo } from "./add-to.ts";
import { emptyState, type State } from "./state.ts";

/** Raised with every change of what a fold stores: an older snapshot is then folded anew from the acts. */
const version = "parley-state/v4";

/** A state as bytes: JSON in which maps are tagged. Kept by whoever folds; never sent. */
export function snapshot(state: State): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ version, state }, tagged));
}

/** The state that was snapshot; undefined where the bytes are of another version or another shape. */
export function restore(bytes: Uint8Array): State | undefined {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), untagged);
  } catch {
    return undefined; // torn or foreign bytes: the acts are folded anew
  }
  if (!isObject(read) || read.version !== version || !hasShapeOf(read.state, emptyState())) return undefined;
  const state = read.state as State; // its shape has just been compared
  relinkSeats(state.people.byKey, state.people.seats);
  return state;
}

// The seats by key are the seats themselves: one that is revoked is revoked in both places.
function relinkSeats(byKey: Map<string, Seat[]>, seats: readonly Seat[]): void {
  byKey.clear();
  for (const seat of seats) addTo(byKey, seat.key, seat);
}

function tagged(_: string, value: unknown): unknown {
  if (value instanceof Map) return { $: "map", of: [...value] };
  // Other data may have a key of this name as well.
  if (isObject(value) && Object.hasOwn(value, "$")) return { $: "object", of: Object.entries(value) };
  return value;
}

function untagged(_: string, value: unknown): unknown {
  if (!isObject(value) || !Object.hasOwn(value, "$")) return value;
  const pairs = value.of as readonly [string, unknown][]; // as written above; anything else throws here
  return value.$ === "map" ? new Map(pairs) : Object.fromEntries(pairs);
}

// Maps, lists and areas where the empty state has them; what is absent there may be absent or not.
function hasShapeOf(value: unknown, empty: unknown): boolean {
  if (empty === undefined) return true;
  if (empty instanceof Map) return value instanceof Map;
  if (Array.isArray(empty)) return Array.isArray(value);
  if (!isObject(empty) || !isObject(value) || value instanceof Map) return false;
  return Object.entries(empty).every(([key, one]) => hasShapeOf(value[key], one));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
