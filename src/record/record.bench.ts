import { availableParallelism, loadavg } from "node:os";
import { type Random, seededRandom } from "#base";
import { canonicalBytes, parseAct } from "./act/bytes.ts";
import type { Entry } from "./act/entry.ts";
import type { Act } from "./act/kinds.ts";
import { restore, snapshot } from "./fold/snapshot.ts";
import type { State } from "./fold/state.ts";
import { fold } from "./fold/view.ts";
import { owed } from "./gate/gate.ts";
import { refuseAct } from "./rules/refuse.ts";
import { idOf, keyOf, randomHistory } from "./testing/index.ts";

const acts = 300_000;
const rounds = 7;

/** How fast the record is read, judged and folded on one core: `node bench/main.ts record`. */
export async function bench(): Promise<void> {
  console.log(
    `record: node ${process.version}, load ${loadavg()[0]?.toFixed(2)} of ${availableParallelism()}`,
  );
  const entries = longRecord(acts);
  measure("fold", entries.length, "acts", () => fold(entries), checkFold(entries));
  const some = entries.slice(0, 10_000);
  const state = fold(some);
  const written = some.map(({ act }) => canonicalBytes(act));
  measure(
    "parseAct",
    some.length,
    "acts",
    () => written.filter((bytes) => "act" in parseAct(bytes)).length,
    checkEqual(some.length),
  );
  const now = (some.at(-1)?.receivedAt ?? 0) + 1;
  const { judged, refused } = attempts();
  measure(
    "refuseAct",
    judged.length,
    "acts",
    () => judged.filter((one) => one() !== undefined).length,
    checkEqual(refused),
  );
  const owing = owed(state, now).length;
  measure("owed on 10,000 acts", 1, "lists", () => owed(state, now).length, checkEqual(owing));
  const bytes = snapshot(state);
  measure("snapshot of 10,000 acts", 1, "snapshots", () => snapshot(state).length, checkEqual(bytes.length));
  measure(
    "restore of 10,000 acts",
    1,
    "states",
    () => restore(bytes)?.entries.size ?? 0,
    checkEqual(state.entries.size),
  );
}

/** Runs some rounds and prints the least and the middle processor time of one. */
function measure<T>(
  what: string,
  items: number,
  unit: string,
  run: () => T,
  check: (result: T) => void,
): void {
  const times: number[] = [];
  check(run()); // warm
  for (let i = 0; i < rounds; i++) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
    check(result);
  }
  times.sort((x, y) => x - y);
  const [least = 0, middle = 0] = [times[0], times[rounds >> 1]];
  const rate = (ms: number) => Math.round((items * 1_000) / ms).toLocaleString("en");
  console.log(
    `  ${what}: min ${least.toFixed(1)} ms, median ${middle.toFixed(1)} ms; ${rate(least)} and ${rate(middle)} ${unit}/s`,
  );
}

function checkEqual<T>(expected: T): (result: T) => void {
  return (result) => {
    if (result !== expected) throw new Error(`The answer is ${result}; it should be ${expected}.`);
  };
}

// Every act is in the state once, read or waiting, and every answer with its proposal.
function checkFold(entries: readonly Entry[]): (state: State) => void {
  const kindsOf = (kind: Act["kind"]) => entries.filter(({ act }) => act.kind === kind).length;
  const [tabled, rounded] = [kindsOf("proposal.tabled"), kindsOf("round.proposed")];
  return (state) => {
    const waiting = [...state.waiting.values()].reduce((sum, list) => sum + list.length, 0);
    checkEqual(entries.length)(state.entries.size + waiting);
    checkEqual(rounded)(state.talks.rounds.size);
    const waitingTabled = [...state.waiting.values()]
      .flat()
      .filter(({ act }) => act.kind === "proposal.tabled");
    checkEqual(tabled)(state.proposals.tabled.size + waitingTabled.length);
  };
}

/** One long record as the host reads it: histories end to end, each with ids and keys of its own. */
function longRecord(length: number): readonly Entry[] {
  const random = seededRandom(20_250_723);
  const histories = Array.from({ length: 60 }, (_, i) => randomHistory(i + 1, 120).world.entriesFor("host"));
  const entries: Entry[] = [];
  const sizes = new Map<string, number>();
  let start = 0;
  for (let i = 0; entries.length < length; i++) {
    const history = histories[i % histories.length] ?? [];
    const from = history[0]?.receivedAt ?? 0;
    const until = history.at(-1)?.receivedAt ?? 0;
    // The first history alone opens the process.
    for (const entry of renamed(history.slice(i === 0 ? 0 : 1), random)) {
      if (entries.length === length) break;
      const seq = sizes.get(entry.act.room) ?? 0;
      sizes.set(entry.act.room, seq + 1);
      entries.push({ ...entry, seq, receivedAt: entry.receivedAt + start });
    }
    start += until - from + 1;
  }
  return entries;
}

// The same acts under new ids and keys, wherever these stand.
function renamed(entries: readonly Entry[], random: Random): readonly Entry[] {
  const names = new Map<string, string>(entries.map(({ act }) => [act.id, idOf(random)]));
  for (const { act } of entries) if (act.kind === "seat.granted") names.set(act.payload.key, keyOf(random));
  return JSON.parse(JSON.stringify(entries), (_, value) => names.get(value) ?? value);
}

/** Acts as they were tried in random histories, each to be judged on a state of its own history. */
function attempts(): { readonly judged: readonly (() => unknown)[]; readonly refused: number } {
  const judged = Array.from({ length: 40 }, (_, i) => randomHistory(i + 1, 120)).flatMap(
    ({ world, attempts }) =>
      attempts.map(
        ({ act }) =>
          () =>
            refuseAct(world.state(act.by.office), act, world.now),
      ),
  );
  return { judged, refused: judged.filter((one) => one() !== undefined).length };
}

if (import.meta.main) await bench();
