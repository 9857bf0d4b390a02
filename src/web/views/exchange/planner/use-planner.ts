import { useEffect, useRef, useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { scriptAddress } from "../../../app/trusted.ts";
import type { Refusal } from "../../../desk/protocol.ts";
import type { FromPlanner, ToPlanner, Why } from "./engine/protocol.ts";
import address from "./engine/worker.ts?worker&url";
import type { Paper } from "./paper.ts";

export type Planning =
  | { readonly is: "none" | "failed" }
  | { readonly is: "refused"; readonly refusal: Refusal }
  | { readonly is: "running"; readonly done: number; readonly of: number }
  | { readonly is: "found"; readonly paper: Paper };

/** Runs the planner in a thread of its own, which ends with the page. Nothing is asked of the network. */
export function usePlanner() {
  const { connection } = useDesk();
  const [planning, setPlanning] = useState<Planning>({ is: "none" });
  const [why, setWhy] = useState<Why>();
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const end = (how: Planning) => {
    worker.current?.terminate();
    worker.current = undefined;
    setPlanning(how);
  };
  const ask = (message: ToPlanner, onAnswer: (answer: FromPlanner) => void) => {
    worker.current?.terminate();
    const own = new Worker(scriptAddress(address), { type: "module" });
    worker.current = own;
    own.addEventListener("error", () => end({ is: "failed" }));
    own.addEventListener("message", ({ data }: MessageEvent<FromPlanner>) => {
      if (worker.current !== own) return;
      if (data.kind === "failed") end({ is: "failed" });
      else if (data.kind === "refused")
        void connection
          .call("sayPlannerProblem", data.problem)
          .then((refusal) => end({ is: "refused", refusal }));
      else onAnswer(data);
    });
    own.postMessage(message);
  };
  const plan = (from: Pick<Paper, "input" | "inputs">, onFound: (paper: Paper) => void = () => {}) => {
    setWhy(undefined);
    setPlanning({ is: "running", done: 0, of: 1 });
    ask({ kind: "plan", ...from.input }, (answer) => {
      if (answer.kind === "progress") setPlanning({ is: "running", done: answer.done, of: answer.of });
      if (answer.kind !== "planned") return;
      const paper = { ...from, plan: answer.plan, engine: answer.engine };
      end({ is: "found", paper });
      onFound(paper);
    });
  };
  const askWhy = ({ input, plan: { tranches } }: Paper, person: string) =>
    ask({ kind: "why", given: input.given, tranches, seed: input.seed, person }, (answer) => {
      if (answer.kind === "why") setWhy(answer.why);
    });
  return {
    planning,
    why,
    plan,
    askWhy,
    show: (paper: Paper) => setPlanning({ is: "found", paper }),
    stop: () => end({ is: "none" }),
  };
}
