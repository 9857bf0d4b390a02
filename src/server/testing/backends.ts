import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "#store";
import {
  type Place,
  postgresBackend,
  sqliteBackend,
  type TestBackend,
  testDatabaseUrl,
} from "#store/testing";
import { SignedProcess } from "./signed-process.ts";

/** A founded process on a place of its own, made anew for each test. */
export type Stage = { place: Place; store: Store; process: SignedProcess };

/** The same rules on SQLite and on PostgreSQL; `npm test` starts one and sets PARLEY_TEST_DATABASE_URL. */
export function onEachBackend(rules: (stage: Stage, backend: TestBackend) => void): void {
  describe("sqlite", () => onStage(sqliteBackend, rules));
  describe.skipIf(testDatabaseUrl === undefined)("postgres", () => onStage(postgresBackend, rules));
}

export function onStage(backend: TestBackend, rules: (stage: Stage, backend: TestBackend) => void): void {
  const stage = {} as Stage; // filled before each test
  beforeEach(async () => {
    stage.place = await backend.place();
    stage.store = await stage.place.open();
    stage.process = await SignedProcess.founded(stage.store);
  });
  afterEach(async () => {
    await stage.store.close();
    await stage.place.remove();
  });
  rules(stage, backend);
}

/** The size of every log: what must not change when something is refused. */
export async function sizesOf(store: Store): Promise<string> {
  return JSON.stringify(await store.logs());
}
