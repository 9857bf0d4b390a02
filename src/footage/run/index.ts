export { type Ffmpeg, findFfmpeg, runFfmpeg } from "./ffmpeg.ts";
export { readCover } from "./read-cover.ts";
export { redactFootage } from "./redact.ts";
