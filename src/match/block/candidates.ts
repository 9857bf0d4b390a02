import type { Blocks } from "./blocks.ts";

/** Walks over the candidates of one record after another; each candidate comes once, whatever the number of sources that name it. */
export type CandidateWalk = {
  /** The candidates of `row`, ascending; valid until the next call. */
  of(row: number): Uint32Array;
};

/** `mostCandidates` bounds what one record is compared with: sources come in order, so that the likeliest are kept. */
export function candidateWalk(all: readonly Blocks[], count: number, mostCandidates: number): CandidateWalk {
  const seen = new Uint32Array(count); // the last call that a record was found in
  let call = 0;
  const found = new Uint32Array(mostCandidates);
  return {
    of(row) {
      let size = 0;
      call++;
      for (const { starts, from, to, rows } of all) {
        if (row + 1 >= starts.length) continue;
        const end = starts[row + 1]!;
        for (let run = starts[row]!; run < end && size < mostCandidates; run++)
          for (let i = from[run]!; i < to[run]! && size < mostCandidates; i++) {
            const other = rows[i]!;
            if (seen[other] === call || other === row) continue;
            seen[other] = call;
            found[size++] = other;
          }
      }
      return found.subarray(0, size).sort();
    },
  };
}
