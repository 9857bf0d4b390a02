import { answered } from "./answered.ts";
import type { FromPlanner, ToPlanner } from "./protocol.ts";

// One search at a time; it is stopped by ending the worker. Nothing is kept, and nothing leaves it but its answers.
const say = (message: FromPlanner) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToPlanner>) => {
  try {
    say(answered(data, (done, of) => say({ kind: "progress", done, of })));
  } catch (error) {
    say({ kind: "failed" });
    throw error; // to the console
  }
});
