import { describe, expect, it } from "vitest";
import { instantOf, ownRecord, World } from "../testing/index.ts";
import { clockAllowanceMs, earliestSaidAt } from "./refuse.ts";

const round = { title: "Third", number: 3, on: "2025-07-23", format: "plenary" } as const;

function saidAt(saidAt: string): string | undefined {
  return World.opened().refused({
    kind: "round.proposed",
    by: "host",
    room: "plenary",
    payload: round,
    saidAt,
  });
}

describe("what holds of every act", () => {
  it("[RC31] it says a time that has come, within the clocks' allowance, and none before 2000", () => {
    const { now } = World.opened();
    expect(saidAt(instantOf(now + clockAllowanceMs))).toBeUndefined();
    expect(saidAt(instantOf(now + clockAllowanceMs + 1_000))).toBe("act.said_in_future");
    expect(saidAt(earliestSaidAt)).toBeUndefined();
    expect(saidAt("1999-12-31T23:59:59Z")).toBe("act.said_too_early");
    expect(saidAt("2000-01-01T01:00:00+02:00")).toBe("act.said_too_early");
  });

  it("[RC32] it follows the founding act", () => {
    const world = new World();
    expect(world.refused({ kind: "round.proposed", by: "host", room: "plenary", payload: round })).toBe(
      "process.not_open",
    );
  });

  it("[RC36] in an open room it names no act of a sealed one", () => {
    const world = World.opened();
    const issue = { title: "Ours", words: "x" };
    const inside = world.must({ kind: "issue.opened", by: "party-a", room: "internal-a", payload: issue }).id;
    const shown = world.must({ kind: "issue.opened", by: "party-a", room: "plenary", payload: issue }).id;
    const position = { side: "a", position: "As before", dated: "2025-07-01", source: ownRecord } as const;
    const cite = (room: "plenary" | "internal-a", on: typeof inside) =>
      world.refused({ kind: "position.cited", by: "party-a", room, payload: { ...position, issue: on } });
    expect(cite("plenary", inside)).toBe("RC36");
    expect(cite("internal-a", inside)).toBeUndefined();
    expect(cite("internal-a", shown)).toBeUndefined();
    expect(cite("plenary", shown)).toBeUndefined();
  });
});
