import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/longest-first.ts";

/**
 * Modules without files, servers and processes of their own: many short test files, which one process after another would
 * spend most of their time on reading the same modules.
 */
const together = [
  "base",
  "documents",
  "exchange",
  "feeds",
  "i18n",
  "ledger",
  "match",
  "plan",
  "reader",
  "record",
  "sheets",
  "web",
];
const ofTogether = together.map((module) => `src/${module}/**/*.test.ts`);

export default defineConfig({
  test: {
    setupFiles: ["scripts/test-seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 3, // of two cores: the journeys in a browser mostly wait, for clocks and for each other
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "together", include: ofTogether, isolate: false } },
      {
        extends: true,
        test: {
          name: "apart",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "examples/**/*.test.ts", "e2e/**/*.test.ts"],
          exclude: ofTogether,
        },
      },
    ],
  },
});
