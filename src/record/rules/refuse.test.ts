import { describe, expect, it } from "vitest";
import { instantOf, World } from "../testing/index.ts";
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
});
