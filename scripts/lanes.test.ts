import { expect, it } from "vitest";
import { lanesProgram as kept } from "../src/plan/truce/bound/lanes-program.ts";
import { lanesProgram } from "./lanes.ts";

it("[PL43] the program of the planner's loops is what its text says", async () => {
  expect(kept).toBe(await lanesProgram());
});
