import { compared } from "./compared.ts";
import type { FromEngine, ToEngine } from "./protocol.ts";

// One comparison for one page; it is stopped by ending the worker. Nothing is kept, and nothing leaves it but its answers.
const say = (message: FromEngine) => postMessage(message);
let comparison: Awaited<ReturnType<typeof compared>> | undefined;

addEventListener("message", ({ data }: MessageEvent<ToEngine>) => {
  if (data.kind === "compare")
    void compare(data).catch((error: unknown) => {
      say({ kind: "failed" });
      throw error; // to the console
    });
  else if (comparison) {
    const { explain } = comparison;
    say({ kind: "explained", all: data.pairs.map((pair) => ({ pair, reasons: explain(pair) })) });
  }
});

async function compare(asked: Extract<ToEngine, { kind: "compare" }>): Promise<void> {
  comparison = await compared(asked, (step, share) => say({ kind: "progress", step, share }));
  const { engine, pairs, below } = comparison;
  say({ kind: "compared", engine, pairs, below });
}
