import type { Camera, LngLat } from "./mercator.ts";
import { metresPerPixel } from "./mercator.ts";

export { printLength } from "#base";

/** Degrees and minutes, as a person reads them over a telephone: 48°12.35′N 37°40.10′E. It is not broken into two lines. */
export function printPlace([lng, lat]: LngLat, decimals = 2): string {
  return `${printAngle(lat, "N", "S", decimals)}\u00a0${printAngle(lng, "E", "W", decimals)}`;
}

export function printAngle(degrees: number, plus: string, minus: string, decimals: number): string {
  const scale = 10 ** decimals;
  const minutes = Math.round(Math.abs(degrees) * 60 * scale);
  const whole = Math.floor(minutes / (60 * scale));
  const rest = (minutes - whole * 60 * scale) / scale;
  const [before = "0", after] = rest.toFixed(decimals).split(".");
  const letter = minutes === 0 ? "" : degrees < 0 ? minus : plus;
  return `${whole}°${before.padStart(2, "0")}${after === undefined ? "" : `.${after}`}′${letter}`;
}

/** Steps of a graticule in minutes of arc: whole parts of a degree, or of a right angle. */
const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 2700] as const;

/** Minutes between two meridians, so that they stand at least so many pixels apart. */
export function graticuleStep({ zoom }: Camera, leastPixels: number): number {
  const pixelsPerMinute = (512 * 2 ** zoom) / 360 / 60;
  return steps.find((one) => one * pixelsPerMinute >= leastPixels) ?? 2700;
}

/** A round length for a scale bar of at most so many pixels. */
export function scaleBar(
  camera: Camera,
  mostPixels: number,
): { readonly metres: number; readonly pixels: number } {
  const most = metresPerPixel(camera) * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((one) => one * power <= most) ?? 1) * power;
  return { metres, pixels: metres / metresPerPixel(camera) };
}
