import { type Problem, problem } from "#base";
import { emptyState, foldInto, refuseAct, refuseAuthority, type State } from "#record";
import { readEntry } from "./entry.ts";
import type { Source } from "./source.ts";

/** The process room of a copy, judged act by act: who held which seat, by places in its log. */
export type Roster = {
  readonly state: State;
  /** Epoch ms of the receipt of each entry. */
  readonly times: readonly number[];
  readonly problems: readonly Problem[];
};

/** Reads the seats from the first `size` entries of the process room. An act that may not change seats changes none. */
export async function readRoster(source: Source, size: number): Promise<Roster> {
  const state = emptyState();
  const times: number[] = [];
  const problems: Problem[] = [];
  for await (const bytes of source.entries("process")) {
    const seq = times.length;
    if (seq === size) break;
    const read = readEntry(seq, bytes);
    if ("problem" in read) {
      times.push(times.at(-1) ?? 0);
      continue; // reported where the room's log is verified
    }
    const { entry, head } = read;
    times.push(head.receivedAt);
    const keys = head.signatures.map((one) => one.key);
    const refused =
      refuseAuthority(state.people, entry.act, keys, seq) ?? refuseAct(state, entry.act, head.receivedAt);
    if (refused) {
      const reason = `${refused.title} ${refused.detail}`;
      problems.push(problem("verify.authority", { room: "process", seq, reason }));
    } else foldInto(state, entry);
  }
  return { state, times, problems };
}
