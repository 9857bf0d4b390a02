import "./no-eval.ts";
import { actions } from "./actions.ts";
import { Desk } from "./desk.ts";
import type { ToDesk, ToPage } from "./protocol.ts";
import { refusalOf } from "./refusal.ts";

// One desk for one page: it holds the replica, answers questions and carries out what the page asks.
const say = (message: ToPage) => postMessage(message);
const desk = new Desk((id, model) => say({ kind: "model", id, model }));
const underWay = new Map<number, AbortController>();

addEventListener("message", ({ data }: MessageEvent<ToDesk>) => {
  switch (data.kind) {
    case "open":
      desk.open(data.base, data.language);
      return;
    case "language":
      desk.speak(data.language);
      return;
    case "watch":
      desk.watch(data.id, data.query, data.args);
      return;
    case "unwatch":
      desk.unwatch(data.id);
      return;
    case "call":
      void call(data.id, data.action, data.args);
      return;
    case "stop":
      underWay.get(data.id)?.abort();
      return;
    default:
      data satisfies never;
  }
});

async function call(id: number, name: string, args: unknown): Promise<void> {
  const abort = new AbortController();
  underWay.set(id, abort);
  const onProgress = (done: number, of: number) => say({ kind: "progress", id, done, of });
  try {
    const action = Object.entries(actions).find(([one]) => one === name)?.[1];
    if (!action) throw new Error(`The desk knows no action ${name}.`);
    // the page's types pair each action with its own arguments
    const value = await (action as (desk: Desk, args: unknown, work: unknown) => unknown)(desk, args, {
      signal: abort.signal,
      onProgress,
    });
    say({ kind: "done", id, value });
  } catch (error) {
    say({ kind: "refused", id, refusal: refusalOf(desk.t, error, desk.at()?.state) });
  } finally {
    underWay.delete(id);
  }
}
