import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { storeSource } from "#folder";
import type { Envelope } from "#replica";
import { verifySource } from "#replica";
import { SignedProcess } from "#server/testing";
import { openSqlite } from "#store";

/** Acts made before the clock starts; a secretariat's busiest hour is far below. */
const count = 10_000;
const verified = 100_000;

/**
 * Admission with every act acknowledged after its sync, and verification of a whole copy. Checks its own answers:
 * every act is acknowledged, at its own place, and the copy verifies.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  console.log(
    `admission and verification · ${cpus()[0]?.model} × ${availableParallelism()} · load ${loadavg()[0]?.toFixed(2)}`,
  );
  try {
    const store = await openSqlite(join(folder, "parley.db"));
    const process = await SignedProcess.founded(store);
    const rates: number[] = [];
    let written = 0;
    while (written < verified) {
      const envelopes = await makeEnvelopes(process, count, written);
      const start = performance.now();
      const answers = await submitAll(process, envelopes);
      rates.push(count / ((performance.now() - start) / 1000));
      const seqs = new Set(answers.map((one) => one.seq));
      if (seqs.size !== count) throw new Error(`${count} acts were acknowledged at ${seqs.size} places.`);
      written += count;
    }
    print("admit and append, each synced before it is answered (acts/s)", rates);
    const source = storeSource(store, { process: process.process });
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      const { acts, signatures, problems } = await verifySource(source);
      times.push((performance.now() - start) / 1000);
      if (problems.length > 0 || acts < verified || signatures < acts)
        throw new Error("The copy did not verify whole.");
    }
    print(`verify ${verified} acts, signatures and proofs (s)`, times);
    const start = performance.now();
    await process.open();
    print("open the registry again over them (s)", [(performance.now() - start) / 1000]);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// 64 authors at a time, each sending its next act when the one before is acknowledged.
async function submitAll(process: SignedProcess, envelopes: readonly Envelope[]) {
  const answers: { seq: number }[] = [];
  let next = 0;
  const author = async () => {
    for (let i = next++; i < envelopes.length; i = next++) {
      const envelope = envelopes[i];
      if (envelope) answers.push(await process.registry.submit(envelope));
    }
  };
  await Promise.all(Array.from({ length: 64 }, author));
  return answers;
}

async function makeEnvelopes(process: SignedProcess, many: number, from: number): Promise<Envelope[]> {
  const source = { kind: "own_record", publisher: "Secretariat" } as const;
  const envelopes: Envelope[] = [];
  for (let i = 0; i < many; i++) {
    const office = i % 2 === 0 ? "party-a" : "party-b";
    const count = { amount: { value: 1 + ((from + i) % 300) }, unit: "bodies", kind: "single", source };
    const [a, b] = office === "party-a" ? ["a", "b"] : ["b", "a"];
    const payload = { from: a, to: b, on: "2025-07-01", count };
    envelopes.push(
      await process.signed(office, { room: "humanitarian", kind: "remains.handed_over", payload }),
    );
  }
  return envelopes;
}

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const say = (n: number) => (n >= 100 ? Math.round(n).toString() : n.toFixed(2));
  console.log(
    `  ${what}: median ${say(median)}, min ${say(sorted[0] ?? Number.NaN)}, max ${say(sorted.at(-1) ?? Number.NaN)}`,
  );
}
