import { describe, expect, it } from "vitest";
import type { ActId, NextStep } from "#record";
import type { BlockLine, DayModel } from "./day-query.ts";
import type { Held, Mode } from "./hand.ts";
import { nextShown } from "./next-shown.ts";

const none = { block: 0, heads: {} };
const held = (mode: Mode, ...codes: readonly string[]): readonly Held[] =>
  codes.map((code) => ({ code, mode, at: "2026-10-02T08:00:00Z" }));

// What the sentence is made of, and nothing else of a day.
function day(step: NextStep, more: Partial<DayModel> = {}): DayModel {
  const whole: Partial<DayModel> = { id: "a" as ActId, own: "giver", step, blocks: [], passing: [], ...more }; // an id of the tests
  return whole as DayModel; // the sentence asks for no more
}

function counted(heads: Readonly<Record<"giver" | "receiver" | "operator", number | undefined>>): BlockLine {
  const counts = (["giver", "receiver", "operator"] as const).map((counter) => ({
    counter,
    name: counter,
    heads: heads[counter],
    told: undefined,
    times: 1,
    isWaiting: false,
  }));
  return { number: 1, codes: [], isOpened: true, counts, status: "counting", isWaiting: false };
}

describe("the one thing that is next on a tablet", () => {
  it("[WL12] speaks of what is in hand: of those who pass and are not scanned, then of signing", () => {
    const passes = day({ do: "pass", block: 1, n: 2 }, { passing: ["x", "y"] });
    expect(nextShown(passes, [], none)).toEqual({ do: "pass", block: 1, n: 2 });
    expect(nextShown(passes, held("counted_out", "x"), none)).toEqual({ do: "pass", block: 1, n: 1 });
    expect(nextShown(passes, held("arrived", "x", "y"), none)?.n).toBe(2);
    expect(nextShown(passes, held("counted_out", "x", "y"), none)).toEqual({
      do: "sign_steps",
      block: 1,
      n: 2,
    });
    const makes = day({ do: "make_up", block: 2, n: 9 });
    expect(nextShown(makes, held("block", "x", "y"), none)).toEqual({ do: "open", block: 2, n: 2 });
    expect(nextShown(day({ do: "receive", block: 2, n: undefined }, { own: "receiver" }), [], none)?.do).toBe(
      "receive",
    );
  });

  it("[WL12] goes on once the counts that were told here agree, and asks to count again where they do not", () => {
    const hears = day(
      { do: "hear", block: 1, n: 7 },
      { blocks: [counted({ giver: 3, receiver: undefined, operator: undefined })] },
    );
    const told = (receiver?: number, operator?: number) => ({
      block: 1,
      heads: {
        ...(receiver === undefined ? {} : { receiver }),
        ...(operator === undefined ? {} : { operator }),
      },
    });
    expect(nextShown(hears, [], told(3))?.do).toBe("hear");
    expect(nextShown(hears, [], told(3, 3))).toEqual({ do: "make_up", block: 2, n: 7 });
    expect(nextShown(hears, [], told(3, 2))).toEqual({ do: "recount", block: 1, n: 7 });
    expect(nextShown(hears, [], { ...told(3, 3), block: 2 })?.do).toBe("hear"); // told of another block
  });

  it("[WL12] says nothing to those who only read", () => {
    const whole: Partial<DayModel> = { step: undefined };
    expect(nextShown(whole as DayModel, [], none)).toBeUndefined(); // as above
  });
});
