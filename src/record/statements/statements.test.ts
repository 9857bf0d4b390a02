import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { counted, ownRecord, type Saying, unread, World } from "../testing/index.ts";

const verbatim = "We again propose a pause of 24 hours.";

function captured(more: Partial<PayloadOf<"statement.captured">> = {}): Saying<"statement.captured"> {
  const speaker = { name: "Ada Lind", capacity: "head of delegation" };
  const payload = {
    speaker,
    onBehalfOf: "party-a",
    occasion: "x",
    verbatim,
    language: "en",
    original: true,
  } as const;
  return {
    kind: "statement.captured",
    by: "host",
    room: "public",
    payload: { ...payload, source: ownRecord, ...more },
  };
}

function noted(statement: ActId, from: number, to: number, number = false): Saying<"statement.claim_noted"> {
  const type = number ? "gives_number" : "proposes";
  const payload = { statement, type, span: { from, to } } as const;
  return { kind: "statement.claim_noted", by: "monitor", room: "public", payload };
}

function answered(
  by: Office,
  statement: ActId,
  answer: "confirmed" | "corrected" | "disowned" = "confirmed",
): Saying<"statement.answered"> {
  return { kind: "statement.answered", by, room: "public", payload: { statement, answer } };
}

describe("statements", () => {
  it("[SM1] a statement is about acts that its captor reads", () => {
    const world = World.opened();
    expect(world.refused(captured({ about: [unread] }))).toBe("SM1");
    const first = world.log[0]?.act.id;
    expect(first && world.refused(captured({ about: [first] }))).toBeUndefined();
  });

  it("[SM2] a claim's span lies within the words said", () => {
    const world = World.opened();
    const { id } = world.must(captured());
    for (const [from, to] of [
      [0, verbatim.length + 1],
      [5, 5],
      [9, 3],
      [verbatim.length, verbatim.length + 1],
    ] as const)
      expect(world.refused(noted(id, from, to))).toBe("SM2");
    expect(world.refused(noted(id, 0, verbatim.length))).toBeUndefined();
  });

  it("[SM3] a claim that gives a number carries it, and only that one does", () => {
    const world = World.opened();
    const { id } = world.must(captured());
    expect(world.refused(noted(id, 0, 5, true))).toBe("SM3");
    const numbered = noted(id, 0, 5, true);
    const claim = counted(24);
    expect(world.refused({ ...numbered, payload: { ...numbered.payload, type: "thanks", claim } })).toBe(
      "SM3",
    );
    expect(world.refused({ ...numbered, payload: { ...numbered.payload, claim } })).toBeUndefined();
  });

  it("[SM4] the office on whose behalf it was said answers for it", () => {
    const world = World.opened();
    const { id } = world.must(captured());
    expect(world.refused(answered("party-b", id))).toBe("SM4");
    expect(world.refused(answered("host", id))).toBe("SM4");
    expect(world.refused(answered("party-a", id))).toBeUndefined();
    const outside = world.must({
      ...captured(),
      payload: (({ onBehalfOf: _, ...rest }) => rest)(captured().payload),
    });
    expect(world.refused(answered("party-a", outside.id))).toBe("SM4");
  });

  it("[SM5] what is said of a statement names one that its author reads", () => {
    const world = World.opened();
    expect(world.refused(noted(unread, 0, 5))).toBe("SM5");
    expect(world.refused(answered("party-a", unread))).toBe("SM5");
    const inPlenary = world.must({ ...captured(), room: "plenary" }).id;
    expect(world.refused(noted(inPlenary, 0, 5))).toBe("SM5");
  });

  it("[SM6] the words stay as they were said; claims and answers are added to them", () => {
    const world = World.opened();
    const { id } = world.must(captured());
    world.must(noted(id, 3, 16));
    world.must(answered("party-a", id, "corrected"));
    world.must(answered("party-a", id, "disowned"));
    const state = world.state("public");
    expect(state.entries.get(id)?.act.payload).toEqual(captured().payload);
    expect(state.statements.get(id)?.claims).toHaveLength(1);
    expect(state.statements.get(id)?.answers).toHaveLength(2);
  });
});
