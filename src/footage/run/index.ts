export { type Ffmpeg, findFfmpeg, runFfmpeg } from "./ffmpeg.ts";
export { inspectFile } from "./inspect-file.ts";
export { readCover } from "./read-cover.ts";
export { redactFootage } from "./redact.ts";
