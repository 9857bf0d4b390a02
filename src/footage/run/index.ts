export { type Ffmpeg, findFfmpeg, runFfmpeg } from "./ffmpeg.ts";
export { redactFootage } from "./redact.ts";
