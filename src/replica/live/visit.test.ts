import { describe, expect, it } from "vitest";
import { visitAfter } from "./visit.ts";

const minute = 60_000;

describe("a visit", () => {
  it("[LR20] is the first where nothing was held, and stays it over a reload", () => {
    const first = visitAfter(undefined, undefined, 0);
    expect(first.since).toBeUndefined();
    expect(visitAfter(first, 500, 5 * minute).since).toBeUndefined();
  });

  it("[LR20] begins after half an hour with the newest entry held, whatever this device's clock says", () => {
    const first = visitAfter(undefined, undefined, 0);
    const second = visitAfter(first, 7_777, 31 * minute);
    expect(second.since).toBe(7_777);
    expect(visitAfter(second, 9_999, 60 * minute).since).toBe(7_777); // reloaded within the visit
    expect(visitAfter(second, 9_999, 62 * minute).since).toBe(9_999);
    expect(visitAfter(second, 9_999, 10 * minute).since).toBe(9_999); // the clock was put back
  });
});
