import { modes } from "../case/case.ts";
import type { Block } from "../plan.ts";
import type { Model } from "../search/model.ts";
import { unlimited } from "../search/model.ts";

/**
 * The order of passing in one tranche: first who is not counted, then block by block, so that neither side is ever more
 * than the agreed number ahead and no block is longer than it. `lead` is by how many counted persons side 0 is ahead
 * when the day begins; `persons` go in this tranche.
 */
export function blocksOf(model: Model, persons: readonly number[], lead: number): readonly Block[] {
  const inOrder = persons.toSorted(
    (i, j) => urgency(model, j) - urgency(model, i) || held(model, j) - held(model, i) || i - j,
  );
  const blocks: Block[] = [];
  const add = (s: number, counted: boolean, list: readonly number[]) => {
    if (list.length === 0) return;
    const codes = list.map((i) => model.persons[i]?.code ?? "");
    blocks.push({ to: model.sideOrder[s === 0 ? 0 : 1], lane: !counted, persons: codes });
  };
  for (const s of [0, 1])
    add(
      s,
      false,
      inOrder.filter((i) => model.side[i] === s && !model.counted[i]),
    ); // nobody waits for a number
  const waiting = [0, 1].map((s) => inOrder.filter((i) => model.side[i] === s && model.counted[i]));
  const most = Math.min(model.alternation, unlimited);
  let ahead = lead;
  while ((waiting[0]?.length ?? 0) + (waiting[1]?.length ?? 0) > 0) {
    // who is behind goes first; at evens the side whose first person the lottery drew earlier
    const draw = (waiting[0]?.[0] ?? model.N) < (waiting[1]?.[0] ?? model.N) ? 0 : 1;
    const behind = ahead < 0 ? 0 : ahead > 0 ? 1 : draw;
    const s = (waiting[behind]?.length ?? 0) > 0 ? behind : 1 - behind;
    const own = waiting[s] ?? [];
    const room = s === 0 ? most - ahead : most + ahead;
    const n = Math.min(own.length, most, room);
    if (n <= 0) throw new Error(`A block would put one side more than ${most} ahead.`);
    add(s, true, own.splice(0, n));
    ahead += s === 0 ? n : -n;
  }
  return blocks;
}

// How much harm a day's waiting at the line could mean: the class's harm if never returned; stretchers before seats.
function urgency({ medical, harm, T, mode }: Model, i: number): number {
  const h = medical[i] ?? -1;
  return h < 0 ? 0 : (harm[h * (T + 1) + T] ?? 0) * modes.length + (mode[i] ?? 0);
}

function held({ captivity }: Model, i: number): number {
  return captivity[i] ?? 0;
}
