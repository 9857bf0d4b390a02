import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Files of more than half a minute, the longest first: begun last, one of them would keep a single core at work in the end.
const long = [
  "e2e/truces.test.ts",
  "e2e/pages.test.ts",
  "e2e/window.test.ts",
  "src/server/http/access.test.ts",
  "src/server/crash.test.ts",
  "src/replica/interference.test.ts",
  "e2e/press.test.ts",
  "e2e/exchange.test.ts",
  "src/server/http/kills.test.ts",
  "src/cli/copies.test.ts",
  "e2e/missions.test.ts",
  "e2e/lineday.test.ts",
  "e2e/journeys.test.ts",
  "e2e/remains.test.ts",
  "src/cli/views.test.ts",
  "e2e/reception.test.ts",
  "e2e/set-up.test.ts",
  "e2e/reading.test.ts",
  "src/store/crash-sqlite.test.ts",
  "src/cli/plan/truce.test.ts",
  "src/cli/act.test.ts",
  "src/cli/exchange/exchange.test.ts",
];

/** Runs the long test files first, so that all workers end at about the same time; the others in vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const at = long.indexOf(relative(project.config.root, moduleId));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
