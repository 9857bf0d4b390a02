import { loadavg } from "node:os";
import { bodies, issue, SignedProcess } from "#server/testing";
import { type Place, postgresBackend, testDatabaseUrl } from "#store/testing";
import type { Registry } from "./registry.ts";

const acts = 20_000;
const rounds = 40;
const contended = 400;

/**
 * Two registries over one PostgreSQL database, on a record of 20,000 acts: how long an act takes at the one when the
 * other has just admitted one, beside an act that meets nothing new; and acts that come to both at once. Needs
 * PARLEY_TEST_DATABASE_URL.
 */
export async function bench(): Promise<void> {
  if (testDatabaseUrl === undefined) {
    console.log("two registries: no PARLEY_TEST_DATABASE_URL, nothing is measured");
    return;
  }
  const place = await postgresBackend.place();
  console.log(`two registries over ${acts} acts · load ${loadavg()[0]?.toFixed(2)}`);
  try {
    await measure(place);
  } finally {
    await place.remove();
  }
}

async function measure(place: Place): Promise<void> {
  const stores = [await place.open(), await place.open()] as const;
  const process = await SignedProcess.founded(stores[0]);
  for (let made = 0; made < acts; made += 100) {
    process.now += 1_000;
    const work = (i: number) => (made % 200 === 0 ? bodies(1 + (i % 300)) : issue("words ".repeat(30)));
    await Promise.all(Array.from({ length: 100 }, (_, i) => process.say("party-a", work(i))));
  }
  const one = process.registry;
  const opening = performance.now();
  const two = await process.another(stores[1]);
  print("open a registry over them", [performance.now() - opening]);
  const [plain, conflicting]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    process.now += 1_000;
    const [here, there] = round % 2 === 0 ? [one, two] : [two, one];
    await here.catchUp();
    plain.push(await timed(process, here));
    conflicting.push(await timed(process, there)); // it hears of that one at about the same time
  }
  print("an act where nothing is new", plain);
  print("an act where the other has just admitted one", conflicting);
  const envelopes = await Promise.all(
    Array.from({ length: contended }, (_, i) => process.signed("party-b", issue(`To both, ${i}.`))),
  );
  const answers: number[] = [];
  const start = performance.now();
  await Promise.all(
    envelopes.map(async (envelope, i) => {
      answers.push((await (i % 2 ? one : two).submit(envelope)).seq);
    }),
  );
  if (new Set(answers).size !== contended) throw new Error("Two acts have one place.");
  print(`${contended} acts that come to both at once`, [performance.now() - start]);
  for (const registry of [one, two]) await registry.close();
  for (const store of stores) await store.close();
}

async function timed(process: SignedProcess, registry: Registry): Promise<number> {
  const envelope = await process.signed("party-a", issue("One more."));
  const start = performance.now();
  await registry.submit(envelope);
  return performance.now() - start;
}

function print(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(`  ${name}: median ${median.toFixed(1)} ms, longest ${sorted.at(-1)?.toFixed(1)} ms`);
}
