import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuse } from "#base";
import { type Inspected, inspectFootage, pictureFilters, soundFilter } from "#footage";
import type { CoverPlan } from "#record";
import { type Ffmpeg, runFfmpeg } from "./ffmpeg.ts";

/** Only files, read as what they are by their own bytes: no list of other files passes as a video. */
const demuxers = { "video/mp4": "mov", "video/webm": "matroska" } as const;
const encoders = {
  "video/mp4": [
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"],
    ...["-c:a", "aac", "-movflags", "+faststart", "-f", "mp4"],
  ],
  "video/webm": [
    ...["-c:v", "libvpx", "-b:v", "4M", "-crf", "8", "-deadline", "realtime", "-cpu-used", "6"],
    ...["-pix_fmt", "yuv420p", "-c:a", "libopus", "-f", "webm"],
  ],
} as const;
const endings = { "video/mp4": ".mp4", "video/webm": ".webm" } as const;

/** ffmpeg's arguments: the picture covered, the sound muted, and nothing else of the file taken along. */
export function redactArguments(mediaType: Inspected["mediaType"], cover: CoverPlan): readonly string[] {
  const muted = soundFilter(cover);
  const sound =
    cover.sound === "muted_whole"
      ? ["-an"]
      : ["-map", "0:a:0?", ...(muted === undefined ? [] : ["-af", muted])];
  return [
    ...["-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file"],
    ...["-f", demuxers[mediaType], "-i", "@in"],
    ...["-filter_complex", pictureFilters(cover), "-map", "[made]", ...sound],
    ...["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"],
    ...["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"],
    ...encoders[mediaType],
    "@out",
  ];
}

/**
 * Burns a plan into footage and answers the file that was made. Its picture is encoded anew from what was covered;
 * texts, places, chapters, credentials and other tracks of the original are not in it. Works in a folder of its own,
 * which is removed whatever happens.
 */
export async function redactFootage(
  ffmpeg: Ffmpeg,
  bytes: Uint8Array,
  cover: CoverPlan,
  { signal = AbortSignal.timeout(20 * 60_000) }: { readonly signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const { mediaType } = inspectFootage(bytes);
  const folder = await mkdtemp(join(tmpdir(), "parley-footage-"));
  try {
    const given = join(folder, `given${endings[mediaType]}`);
    const output = join(folder, `made${endings[mediaType]}`);
    await writeFile(given, bytes, { mode: 0o600 });
    await runFfmpeg(ffmpeg, given, output, redactArguments(mediaType, cover), signal);
    const made = new Uint8Array(await readFile(output));
    if (inspectFootage(made).credentials.found !== "no_credentials")
      refuse("footage.not_made", { reason: "It would carry the credentials of the original." });
    return made;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
