import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/longest-first.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "examples/**/*.test.ts", "e2e/**/*.test.ts"],
    setupFiles: ["scripts/test-seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 3, // of two cores: the journeys in a browser mostly wait, for clocks and for each other
    sequence: { sequencer: LongestFirst },
  },
});
