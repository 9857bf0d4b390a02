import { useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { scriptAddress } from "../../app/trusted.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { FromPlanner, PlanInput, Planned, ToPlanner, TruceCase, TruceEvent } from "./engine/protocol.ts";
import address from "./engine/worker.ts?worker&url";

export type Planning =
  | { readonly is: "none" | "failed" }
  | { readonly is: "refused"; readonly refusal: Refusal }
  | { readonly is: "running"; readonly done: number; readonly of: number };

/** Runs the planner in a thread of its own, which ends with the page. Nothing is asked of the network. */
export function usePlanner() {
  const { connection } = useDesk();
  const [planning, setPlanning] = useState<Planning>({ is: "none" });
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
    setPlanning({ is: "running", done: 0, of: 0 });
    own.addEventListener("error", () => end({ is: "failed" }));
    own.addEventListener("message", ({ data }: MessageEvent<FromPlanner>) => {
      if (worker.current !== own) return;
      if (data.kind === "progress") setPlanning({ is: "running", done: data.done, of: data.of });
      else if (data.kind === "failed") end({ is: "failed" });
      else if (data.kind === "refused")
        void connection
          .call("sayPlannerProblem", data.problem)
          .then((refusal) => end({ is: "refused", refusal }));
      else {
        end({ is: "none" });
        onAnswer(data);
      }
    });
    own.postMessage(message);
  };
  return {
    planning,
    plan: (input: PlanInput, onFound: (found: Planned) => void) =>
      ask({ kind: "plan", ...input }, (answer) => {
        if (answer.kind === "planned") onFound(answer);
      }),
    replan: (input: Required<PlanInput>, event: TruceEvent, onFound: (found: Planned) => void) =>
      ask({ kind: "replan", ...input, event }, (answer) => {
        if (answer.kind === "planned") onFound(answer);
      }),
    invent: (seed: number, sites: number, teams: number, onFound: (given: TruceCase) => void) =>
      ask({ kind: "invent", seed, sites, teams }, (answer) => {
        if (answer.kind === "invented") onFound(answer.given);
      }),
    stop: () => end({ is: "none" }),
  };
}
