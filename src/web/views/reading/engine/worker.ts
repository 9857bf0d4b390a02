import { answered } from "./answered.ts";
import type { FromReader, ToReader } from "./protocol.ts";

// One text at a time; whoever does not want to wait ends the worker. Nothing is kept, and nothing leaves it but its answers.
const say = (message: FromReader) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  answered(data).then(say, (error: unknown) => {
    say({ kind: "failed" });
    throw error; // to the console
  });
});
