import type { ClassOfPersons } from "./classes.ts";
import type { Placement } from "./placement.ts";

/**
 * Within each class, whose persons can stand for each other everywhere, the longest held go, and first. Of those held
 * equally long, who was in the last published plan keeps his place; then the lottery decides.
 */
export function settle(placement: Placement, classes: readonly ClassOfPersons[]): void {
  const { at, model } = placement;
  const { T, captivity, prior } = model;
  placement.begin();
  for (const { members } of classes) {
    const tranches = members.flatMap((i) => ((at[i] ?? T) < T ? [at[i] ?? T] : [])).sort((x, y) => x - y);
    if (tranches.length === 0) continue;
    let n = 0;
    for (let from = 0; from < members.length; ) {
      let to = from + 1;
      while (to < members.length && captivity[members[to] ?? 0] === captivity[members[from] ?? 0]) to++;
      const equals = members.slice(from, to);
      const places = tranches.slice(n, n + equals.length);
      while (places.length < equals.length) places.push(T);
      n += equals.length;
      from = to;
      // whoever has a place among these already in the last plan keeps it
      const waiting: number[] = [];
      for (const i of equals) {
        const kept = places.indexOf(prior[i] ?? -1);
        if (kept >= 0) {
          placement.move(i, places[kept] ?? T);
          places.splice(kept, 1);
        } else waiting.push(i);
      }
      waiting.forEach((i, k) => {
        placement.move(i, places[k] ?? T);
      });
    }
  }
}
