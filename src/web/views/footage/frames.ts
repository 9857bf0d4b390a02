import type { Grey } from "./boxes.ts";

/** Stops and goes by so many milliseconds; tells where it stands then. */
export async function step(
  video: HTMLVideoElement | null,
  by: number,
  tell: (ms: number) => void,
): Promise<void> {
  if (!video) return;
  video.pause();
  await seek(video, Math.max(0, video.currentTime + by / 1_000));
  tell(Math.round(video.currentTime * 1_000));
}

export function seek(video: HTMLVideoElement, seconds: number): Promise<void> {
  return new Promise((resolve) => {
    video.addEventListener("seeked", () => resolve(), { once: true });
    video.currentTime = seconds;
  });
}

/** The frame that is shown, in shades of grey. */
export function greyOf(video: HTMLVideoElement): Grey {
  const { videoWidth: width, videoHeight: height } = video;
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  if (!context) throw new Error("This browser draws no frames.");
  context.drawImage(video, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = ((data[4 * i] ?? 0) + 2 * (data[4 * i + 1] ?? 0) + (data[4 * i + 2] ?? 0)) >> 2;
  return { width, height, pixels };
}
