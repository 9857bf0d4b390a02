import { Client } from "#api";
import type { Office } from "#record";
import { indexedDbKeep } from "../indexed-db-keep.ts";
import type { Keep } from "../keep.ts";
import { Replica } from "../replica.ts";

/** What the bench asks of a page: it runs in a browser and times itself. */
export type BenchPage = {
  /** Milliseconds of a first sync into a new keep until all is shown, and until all signatures are verified. */
  sync(
    name: string,
    office: Office,
    process: string,
  ): Promise<{ shown: number; verified: number; acts: number }>;
  /** Milliseconds of opening what was kept, until it can be read. */
  open(name: string, office: Office, process: string): Promise<{ opened: number; acts: number }>;
  /** Follows the host, and answers the time (epoch ms) at which the state with so many acts was told. */
  toldAt(acts: number): Promise<number>;
  close(): Promise<void>;
};

let keep: Keep | undefined;
let replica: Replica | undefined;

async function opened(name: string, office: Office, process: string): Promise<Replica> {
  keep = await indexedDbKeep(name);
  replica = await Replica.open({ client: new Client(""), keep, now: Date.now, office, process });
  return replica;
}

function when(of: Replica, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve, failed) => {
    const leave = of.subscribe(() => {
      if (of.status === "refused") failed(new Error(of.refusal?.detail));
      if (!isSo()) return;
      leave();
      resolve();
    });
  });
}

const page: BenchPage = {
  async sync(name, office, process) {
    const one = await opened(name, office, process);
    const start = performance.now();
    one.start();
    await when(one, () => one.status === "current");
    const shown = performance.now() - start;
    await when(one, () => one.verifiedSignatures.done === one.verifiedSignatures.of);
    return { shown, verified: performance.now() - start, acts: one.state.entries.size };
  },
  async open(name, office, process) {
    const start = performance.now();
    const one = await opened(name, office, process);
    const acts = one.state.entries.size;
    const time = performance.now() - start;
    one.start();
    await when(one, () => one.status === "current");
    return { opened: time, acts };
  },
  async toldAt(acts) {
    const one = replica;
    if (!one) throw new Error("There is no replica.");
    await when(one, () => one.state.entries.size >= acts);
    return performance.timeOrigin + performance.now();
  },
  async close() {
    await replica?.stop();
    await keep?.close();
  },
};

Object.assign(globalThis, { parleyBench: page });
