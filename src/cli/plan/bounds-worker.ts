import { workerData } from "node:worker_threads";
import { boundsOf } from "#plan";
import { truceCaseForm } from "#plan/files";
import { type BoundsTask, sayBounds } from "./bounds-beside.ts";
import { readTruce } from "./read-truce.ts";

// Computes what no plan of a case betters while another thread searches for one.
const { path, flag, answer } = workerData as BoundsTask; // what boundsBeside has given
const stopped = new Int32Array(flag);
sayBounds(
  answer,
  boundsOf(readTruce(path, truceCaseForm), { stopped: () => Atomics.load(stopped, 0) !== 0 }),
);
