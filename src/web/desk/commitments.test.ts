import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listHeight } from "#ledger";
import { type ListRow, readList, readRowProof, writeList, writeRowProof } from "#record";
import { World } from "#record/testing";
import { checkLineProof, lineProof, openingIn, opensCommitment, rootOf } from "./commitments.ts";

const rows: readonly ListRow[] = [
  { surname: "Вигаданий", given: "Остап", born: { written: "весна 1990" } },
  { surname: "Небувала", given: "Соломія" },
  { written: "Kazkov Lev" },
];
const opening = { rows, secret: `${"A".repeat(42)}8=` };

function committed() {
  const world = World.opened();
  const { process } = world.must({
    kind: "list.submitted",
    by: "exchange-b",
    room: "exchange",
    payload: {
      kind: "held",
      title: "x",
      content: { digest: "0".repeat(64), bytes: 1, mediaType: "x", rows: 1 },
    },
  });
  const root = rootOf({ process, side: "a", kind: "held", round: "June" }, opening);
  const payload = { kind: "held", title: "Held", round: "June", root, height: listHeight(3) } as const;
  const { id } = world.must({ kind: "list.committed", by: "exchange-a", room: "exchange", payload });
  return { world, id, root };
}

describe("commitments", () => {
  it("[LV15] are opened by the file that was kept, and by no other", () => {
    const { world, id } = committed();
    const state = world.state("exchange-a");
    const opens = (bytes: Uint8Array) => {
      const list = readList(bytes);
      return list && opensCommitment(state, id, list);
    };
    const kept = writeList(rows, opening.secret);
    expect(opens(kept)).toBe(true);
    expect(openingIn(readList(kept) ?? { secret: undefined, rows: [], faults: [] })).toEqual(opening);
    expect(opens(writeList(rows))).toBe(false);
    expect(opens(writeList(rows.slice(1), opening.secret))).toBe(false);
    expect(opens(writeList([...rows].reverse(), opening.secret))).toBe(false);
    expect(opens(writeList(rows, `${"A".repeat(41)}B8=`))).toBe(false);
    expect(opens(new TextEncoder().encode("ПІБ\n"))).toBeUndefined();
  });

  it("[LV16] show one line and no other, and are checked against the record’s own", () => {
    const { world, id, root } = committed();
    const state = world.state("exchange-a");
    for (const line of [1, 2, 3]) {
      const file = lineProof(state, id, opening, line);
      const text = new TextDecoder().decode(file);
      for (const [i, row] of rows.entries())
        expect(text.includes(row.surname ?? row.written ?? "")).toBe(i === line - 1);
      expect(text).not.toContain(opening.secret);
      for (const office of ["exchange-b", "operator"] as const)
        expect(checkLineProof(world.state(office), file)).toMatchObject({
          verdict: "known",
          root,
          row: rows[line - 1],
        });
      expect(checkLineProof(World.opened().state("host"), file)?.verdict).toBe("unknown");
    }
  });

  it("[LV16] do not hold for anything else, and a file that is none is said to be none", () => {
    const { world, id } = committed();
    const state = world.state("exchange-a");
    const proof = readRowProof(lineProof(state, id, opening, 1));
    if (!proof) throw new Error("A proof that was just written was not read.");
    const { form: _, ...held } = proof;
    const verdict = (change: Partial<typeof held>) =>
      checkLineProof(state, writeRowProof({ ...held, ...change }))?.verdict;
    expect(verdict({})).toBe("known");
    expect(verdict({ row: { ...held.row, given: "Лев" } })).toBe("differs");
    expect(verdict({ side: "b" })).toBe("differs");
    expect(verdict({ round: "July" })).toBe("differs");
    expect(verdict({ salt: opening.secret })).toBe("differs");
    expect(verdict({ path: held.path.slice(1) })).toBe("differs");
    const own = lineProof(committed().world.state("host"), id, { ...opening, rows: [rows[1] ?? {}] }, 1);
    expect(checkLineProof(state, own)?.verdict).toBe("differs");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(checkLineProof(state, bytes)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
