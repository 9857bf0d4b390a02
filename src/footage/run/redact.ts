import { constants, copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuse } from "#base";
import {
  type Inspected,
  isStill,
  mostBytes,
  pictureFilters,
  readJpeg,
  soundFilter,
  stillFilters,
} from "#footage";
import type { CoverPlan } from "#record";
import { type Ffmpeg, runFfmpeg } from "./ffmpeg.ts";
import { inspectFile } from "./inspect-file.ts";

type MediaType = Inspected["mediaType"];

/** Only files, read as what they are by their own bytes: no list of other files passes as a video. */
const demuxers = {
  "video/mp4": "mov",
  "video/webm": "matroska",
  "image/jpeg": "jpeg_pipe",
  "image/png": "png_pipe",
} as const;
const encoders = {
  "video/mp4": [
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"],
    ...["-c:a", "aac", "-movflags", "+faststart", "-f", "mp4"],
  ],
  "video/webm": [
    ...["-c:v", "libvpx", "-b:v", "4M", "-crf", "8", "-deadline", "realtime", "-cpu-used", "6"],
    ...["-pix_fmt", "yuv420p", "-c:a", "libopus", "-f", "webm"],
  ],
  "image/jpeg": [
    "-threads",
    "1",
    "-frames:v",
    "1",
    "-c:v",
    "mjpeg",
    "-q:v",
    "2",
    "-pix_fmt",
    "yuvj420p",
    "-f",
    "mjpeg",
  ],
  "image/png": [
    "-threads",
    "1",
    "-frames:v",
    "1",
    "-c:v",
    "png",
    "-pix_fmt",
    "rgb24",
    "-f",
    "image2",
    "-update",
    "1",
  ],
} as const;
const endings = {
  "video/mp4": ".mp4",
  "video/webm": ".webm",
  "image/jpeg": ".jpg",
  "image/png": ".png",
} as const;

/** It is turned by the filters; and the package's ffmpeg has one thread, and would wait for others without end. */
const stillOptions = ["-noautorotate", "-filter_complex_threads", "1", "-threads", "1"];

/** ffmpeg's arguments: the picture covered, the sound muted, and nothing else of the file taken along. */
export function redactArguments(
  mediaType: MediaType,
  cover: CoverPlan,
  orientation?: number,
): readonly string[] {
  const muted = soundFilter(cover);
  const sound =
    cover.sound === "muted_whole" || isStill(mediaType)
      ? ["-an"]
      : ["-map", "0:a:0?", ...(muted === undefined ? [] : ["-af", muted])];
  const filters = isStill(mediaType) ? stillFilters(cover, orientation) : pictureFilters(cover);
  return [
    ...["-hide_banner", "-loglevel", "error", "-nostats", "-progress", "pipe:1"],
    ...["-protocol_whitelist", "file,pipe", ...(isStill(mediaType) ? stillOptions : [])],
    ...["-f", demuxers[mediaType], "-i", "@in"],
    ...["-filter_complex", filters, "-map", "[made]", ...sound],
    ...["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"],
    ...["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"],
    ...encoders[mediaType],
    "@out",
  ];
}

export type RedactOptions = {
  /** Ends the work; nothing of it is left. */
  readonly signal?: AbortSignal;
  /** How much of the footage is covered, in milliseconds of it. */
  readonly onProgress?: (doneMs: number) => void;
};

/**
 * Burns a plan into footage and writes another file, never over one that is there. Its picture is encoded anew from
 * what was covered; texts, places, chapters, credentials and other tracks of the original are not in it. A program
 * ffmpeg reads a file of any length piece by piece; that of the package holds it in memory.
 */
export async function redactFootage(
  ffmpeg: Ffmpeg,
  original: string,
  made: string,
  cover: CoverPlan,
  { signal, onProgress }: RedactOptions = {},
): Promise<Inspected & { readonly bytes: number }> {
  const { mediaType, bytes } = await inspectFile(original);
  if (ffmpeg.name === "@ffmpeg/core" && isStill(mediaType))
    refuse("footage.no_ffmpeg", {
      reason: "Pictures are covered by a program ffmpeg on this machine alone.",
    });
  if (ffmpeg.name === "@ffmpeg/core" && bytes > mostBytes)
    refuse("footage.needs_ffmpeg", { bytes, most: mostBytes });
  const orientation =
    mediaType === "image/jpeg" ? readJpeg(new Uint8Array(await readFile(original))).orientation : undefined;
  const folder = await mkdtemp(join(tmpdir(), "parley-footage-"));
  try {
    const output = join(folder, `made${endings[mediaType]}`);
    const args = redactArguments(mediaType, cover, orientation);
    const limit = AbortSignal.timeout(20 * 60_000 + Math.ceil(bytes / 100)); // and 10 seconds for each megabyte
    const ends = signal ? AbortSignal.any([signal, limit]) : limit;
    await runFfmpeg(ffmpeg, original, output, args, ends, onProgress);
    const said = await inspectFile(output);
    if (said.credentials.found !== "no_credentials" || said.hasMetadata)
      refuse("footage.not_made", { reason: "It would carry what the original tells beside what it shows." });
    await copyFile(output, made, constants.COPYFILE_EXCL);
    return said;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
