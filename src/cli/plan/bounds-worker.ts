import { workerData } from "node:worker_threads";
import { boundsOf } from "#plan";
import { type BoundsTask, sayBounds } from "./bounds-beside.ts";
import { spentOf } from "./spent.ts";

// Computes what no plan of a case betters while another thread searches for one.
const { given, seconds, flag, answer } = workerData as BoundsTask; // what boundsBeside has given
const stopped = new Int32Array(flag);
sayBounds(
  answer,
  boundsOf(given, {
    stopped: () => Atomics.load(stopped, 0) !== 0,
    ...(seconds === undefined ? {} : { spent: spentOf(seconds) }),
  }),
);
