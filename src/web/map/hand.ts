import { type PointerEvent, useRef } from "react";
import type { Pixel } from "./mercator.ts";

/** What a hand does on a map: it moves it, presses a place, or carries a corner that lies under it. */
export type Hand = {
  readonly onMove: (by: Pixel) => void;
  readonly onPress?: (at: Pixel) => void;
  /** The number of the corner under a place. */
  readonly cornerAt?: (at: Pixel) => number | undefined;
  readonly onCarry?: (corner: number, to: Pixel) => void;
};

type Held = { readonly id: number; readonly start: Pixel; at: Pixel; readonly corner: number | undefined };

/** Pixels within which a hand that trembles has pressed, and not moved. */
const still = 5;

// One finger or the mouse moves the map; two fingers are left to the browser.
export function useHand({ onMove, onPress, cornerAt, onCarry }: Hand) {
  const held = useRef<Held>(undefined);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || held.current) return;
      const at = pixelOf(event);
      held.current = { id: event.pointerId, start: at, at, corner: cornerAt?.(at) };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const last = held.current;
      if (!last || last.id !== event.pointerId) return;
      const at = pixelOf(event);
      if (last.corner !== undefined) onCarry?.(last.corner, at);
      else onMove([last.at[0] - at[0], last.at[1] - at[1]]);
      last.at = at;
    },
    onPointerUp: () => {
      const last = held.current;
      held.current = undefined;
      if (!last || last.corner !== undefined) return;
      if (Math.hypot(last.at[0] - last.start[0], last.at[1] - last.start[1]) < still) onPress?.(last.start);
    },
    onPointerCancel: () => {
      held.current = undefined;
    },
  };
}

function pixelOf(event: PointerEvent<HTMLElement>): Pixel {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}
