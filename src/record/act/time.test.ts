import { describe, expect, it } from "vitest";
import { civilDate, dueMs, epochMs, happened, happenedMs, instant } from "./time.ts";

describe("times as written", () => {
  it("[RC15] are days and hours that exist, with their offset", () => {
    for (const text of [
      "2025-07-23T20:37:00+03:00",
      "2025-07-23T17:37:00Z",
      "2025-07-23T17:37:00.125Z",
      "2024-02-29T00:00:00-11:30",
      "2025-12-31T23:59:59+14:00",
    ])
      expect(instant.safeParse(text).success).toBe(true);
    for (const text of [
      "2025-06-31T12:00:00Z",
      "2025-02-29T12:00:00Z",
      "2025-07-23T24:00:00Z",
      "2025-07-23T12:00:60Z",
      "2025-07-23T12:60:00Z",
      "2025-13-01T12:00:00Z",
      "2025-07-23T12:00:00",
      "2025-07-23T12:00Z",
      "2025-07-23 12:00:00Z",
      "2025-07-23T12:00:00+3:00",
      "2025-07-23T12:00:00+24:00",
      "2025-07-23T12:00:00+03:60",
      "2025-07-23T12:00:00.1Z",
      "midnight",
    ])
      expect(`${text} ${instant.safeParse(text).success}`).toBe(`${text} false`);
  });

  it("[RC15] are civil days without a zone", () => {
    expect(civilDate.safeParse("2025-07-23").success).toBe(true);
    for (const text of ["2025-06-31", "2025-7-3", "2025-02-29", "20250723"])
      expect(civilDate.safeParse(text).success).toBe(false);
  });

  it("[RC15] of what happened are as exact as it is known", () => {
    expect(happened.safeParse({ from: "2025-07-23", to: "2025-07-24T06:00:00Z" }).success).toBe(true);
    expect(happened.safeParse({ from: "2025-07-23" }).success).toBe(false);
    expect(happenedMs({ from: "2025-07-23", to: "2025-07-24" })).toBe(epochMs("2025-07-23"));
    expect(happenedMs("2025-07-23T03:00:00+03:00")).toBe(epochMs("2025-07-23"));
  });

  it("[RC15] a day is due when it has ended, an instant at once", () => {
    expect(dueMs("2025-07-23")).toBe(epochMs("2025-07-24"));
    expect(dueMs("2025-07-23T12:00:00Z")).toBe(epochMs("2025-07-23T12:00:00Z"));
    expect(dueMs(undefined)).toBeUndefined();
  });
});
