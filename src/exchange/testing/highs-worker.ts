import { parentPort, workerData } from "node:worker_threads";
import { loadHighs } from "./highs.ts";

// Solves one program in a thread that can be ended from outside: HiGHS overshoots its own time limit.
const { text, seconds } = workerData as { text: string; seconds: number }; // what solveApart gives
const highs = await loadHighs();
const { Status, ObjectiveValue } = highs.solve(text, { time_limit: seconds });
parentPort?.postMessage({ status: Status, value: ObjectiveValue });
