import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import type { TruceCase } from "#plan";
import { boundsBeside, waitForBounds } from "./bounds-beside.ts";

it("[PL35] where the thread that computes the bounds ends without them, nobody waits for them", async () => {
  const { answer, end } = boundsBeside({
    given: "no case" as unknown as TruceCase, // what cannot be read ends the thread
    flag: new SharedArrayBuffer(4),
  });
  const state = new Int32Array(answer, 0, 1);
  for (let tried = 0; state[0] === 0 && tried < 400; tried++) await setTimeout(25);
  expect(state[0]).not.toBe(0);
  expect(waitForBounds(answer)).toBeUndefined();
  await end();
});
